"""What general tools make of the same wordings: the figures to beat, from the same run."""

import re
import warnings
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from benchmarks.accuracy import another, evidence
from benchmarks.accuracy.phrases import Found, Row, kind_fits, words
from benchmarks.accuracy.scores import Results, Score, graded

ROLES = (
    "assistant director",
    "business manager",
    "chair",
    "chief executive",
    "coordinator",
    "deputy director",
    "deputy head",
    "director",
    "head of service",
    "headteacher",
    "independent chair",
    "lead officer",
    "manager",
    "officer",
    "practice lead",
    "principal social worker",
    "reviewing officer",
    "service manager",
    "social worker",
    "team manager",
)


def by_dateparser(text: str) -> str | None:
    """Return the day that dateparser reads, day before month and last day of a month."""
    import dateparser

    settings: Any = {
        "DATE_ORDER": "DMY",
        "PREFER_DAY_OF_MONTH": "last",
        "RELATIVE_BASE": date_time(),
    }
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = dateparser.parse(text, languages=["en"], settings=settings)
    return found.date().isoformat() if found else None


def date_time() -> Any:
    """Return a fixed day for words that count from today, so that runs agree."""
    from datetime import datetime

    return datetime(2014, 5, 23)


def by_edtf(text: str) -> str | None:
    """Return the last day of what the edtf package's parser of English makes of the text."""
    import edtf

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        written = edtf.text_to_edtf(text)
        if not written:
            return None
        try:
            end = edtf.parse_edtf(written).upper_strict()
        except (edtf.EDTFParseException, ValueError, AttributeError):
            return None
    try:
        return date(end.tm_year, end.tm_mon, end.tm_mday).isoformat()
    except ValueError:
        return None


def by_role_list(text: str) -> Found:
    """Return a post for each role of a plain list that stands in the text."""
    pattern = "|".join(re.escape(role) for role in sorted(ROLES, key=len, reverse=True))
    return Found(tuple("post" for _ in re.finditer(rf"\b(?:{pattern})s?\b", text.lower())))


TOOLS = (("dateparser", by_dateparser), ("edtf", by_edtf))


def measure(results: Results) -> None:
    """Score the general tools on the phrases of the evidence, when they are there."""
    path = evidence.EVIDENCE / "phrases" / "phrases.tsv"
    if path.is_file():
        rows = evidence.table(path)
        owners = [row for row in rows if row["field"] == "owner"]
        results.add("baseline role list", _owners(owners))
        _score_tools("", [row for row in rows if row["field"] == "deadline"], results)


def measure_another(results: Results) -> None:
    """Score them on another writer's cells."""
    cells = [(text, sum(truth.values())) for text, truth in another.rows()]
    found = ((text, len(by_role_list(text).kinds), count) for text, count in cells)
    counts = graded((f"{text} | read as {read}", read == count) for text, read, count in found)
    results.add("baseline role list, another writer", {"owner count": counts})
    _score_tools(", another writer", another.deadline_rows(), results)


def _score_tools(which: str, rows: Sequence[Row], results: Results) -> None:
    """Score each tool on the rows that fix a day; one that is not installed is skipped."""
    dated = [row for row in rows if row["iso_end_of_period"]]
    for name, read in TOOLS:
        try:
            results.add(f"baseline {name}{which}", {"latest day": _days(read, dated)})
        except ImportError as error:
            results.skipped[f"baseline {name}{which}"] = f"not installed: {error}"


def _days(read: Callable[[str], str | None], rows: Sequence[Row]) -> Score:
    found = [(row, read(words(row))) for row in rows]
    return graded(
        (f"{r['phrase']} | read as {day}", day == r["iso_end_of_period"]) for r, day in found
    )


def _owners(rows: Sequence[Row]) -> dict[str, Score]:
    found = [(row, by_role_list(words(row))) for row in rows]
    return {
        "owner count": graded(
            (
                f"{row['phrase']} | read as {len(each.kinds)}",
                str(len(each.kinds)) in row["n"].split("|"),
            )
            for row, each in found
        ),
        "owner kind": graded(
            (f"{row['phrase']}", kind_fits(row["kinds"], each.kinds, strict=True))
            for row, each in found
        ),
    }
