"""The tables of owner wordings, `cells.txt` and `actions.txt`: read, and rendered alike.

    # Heading
    text as written => owner [kind lead placeholder] <person; post> + owner [kind]
    ? a known gap   => what a reader would say

`¶` stands for a line break, `=> nothing` for no owner.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.owners import Span

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Row:
    heading: str
    text: str
    owners: str
    gap: bool


def rows(name: str) -> Iterator[Row]:
    """Yield the rows of `cells` or `actions`."""
    heading = ""
    for line in (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            heading = line[2:]
        elif line.strip():
            text, _, owners = line.partition(" => ")
            gap = text.startswith("? ")
            written = text.removeprefix("? ").strip().replace("¶", "\n")
            yield Row(heading, written, owners.strip(), gap)


def rendered(text: str, found: tuple[Span, ...]) -> str:
    """Return what was found in the form of the tables."""
    return " + ".join(_one(text, one) for one in found) or "nothing"


def _one(text: str, one: Span) -> str:
    flags = [one.kind] + ["lead"] * one.lead + ["placeholder"] * one.placeholder
    held = f" <{one.person}; {one.post}>" if one.person and one.post else ""
    return f"{text[one.start : one.end]} [{' '.join(flags)}]{held}"
