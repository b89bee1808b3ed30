"""An area whose words differ from the report's.

The inspectors chose their words. Where the plan's differ in a word that carries meaning, it may
answer another question. The finding marks the difference: [-lost-] words stand only in the
report, {+added+} ones only in the plan. Quotation marks, capitals and punctuation do not count;
an ending ("assures" for "assure"), a short form that its words explain ("EHC plans") or who
"should" do it is information. An area that the plan splits, and areas that it puts together, are
compared as a whole.

Copy the area from the report.

It needs the inspection report (`--report FILE`).
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._coverage import NO_REPORT
from pipeline.checks._hit import Hit, Skip
from pipeline.checks._words import count, listed, quoted
from pipeline.likeness import Difference, difference
from pipeline.models import Severity

CODE = "COV003"
SLUG = "area-reworded"
NAME = "The area is not in the report's words"
SEVERITY: Severity = "warning"
UNIT = "area"
HELP = "Use the report's own words."
MOST_SHOWN = 400


def check(context: Context) -> Iterator[Hit | Skip]:
    """Yield the areas that differ from the report's; small differences are information."""
    coverage = context.coverage
    if coverage is None:
        yield Skip(NO_REPORT)
        return
    for mine, theirs in coverage.pairs:
        area, also = mine[0], tuple(other.id for other in mine[1:])
        written = " ".join(one.text or "" for one in mine)
        found = difference(" ".join(one.text for one in theirs), written)
        if found.lost or found.added:
            words = " ".join((*found.lost, *found.added))
            yield Hit(area.id, _message(found), words, also)
        elif found.slight:
            message = f"The area differs slightly from the report's: {listed(found.slight)}."
            yield Hit(area.id, message, " ".join(found.slight), also, severity="info")


def _message(found: Difference) -> str:
    parts = []
    for name, phrases in (("lost", found.lost), ("added", found.added)):
        if phrases:
            number = sum(len(phrase.split()) for phrase in phrases)
            shown = listed([quoted(phrase) for phrase in phrases[:3]])
            parts.append(f"{count(number, 'word')} {name}: {shown}")
    marked = found.marked if len(found.marked) <= MOST_SHOWN else found.marked[:MOST_SHOWN] + " ..."
    return f"The area is not in the report's words ({'; '.join(parts)}): {marked}"
