"""What stands above a table: the headings and the paragraph that may name its section or area."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field, replace

from pipeline import deadlines
from pipeline.blocks import Grid, Left, Prose
from pipeline.columns import by_heading, is_end, is_foreign, plain
from pipeline.extract import items
from pipeline.extract.meanings import STATING
from pipeline.grid.rows import text_of
from pipeline.models import Role
from pipeline.placed import NOTHING, Text, join

_BOX = 3  # lines of a box; what has more is a list
_CAPTION = 60  # words; a paragraph above a table that is longer is narrative
_TIMED = re.compile(
    r"\b(?:actions|completed?|delivered|delivery|due|done|implemented|finished)\b"
    r"[^.:]{0,40}?\b(?:by|before|within)\s", re.IGNORECASE
)  # fmt: skip
_HEAD = 12  # words
_LABEL = re.compile(r"([^:]{2,40}):\s")
_NARRATIVE = re.compile(
    r"\b(?:this|our|the) (?:action |improvement )?plan\b|\bbelow\b|\bfollowing\b|\btable\b"
    r"|\binspect|\b20\d\d\b|\bversion\b",
    re.I,
)


@dataclass(slots=True)
class Above:
    """The prose since the last table; `title` is the words of the document's title.

    `again` are the labels that stand before several paragraphs of the document.
    """

    title: str = ""
    again: frozenset[str] = frozenset()
    blocks: list[Prose] = field(default_factory=list)
    started: bool = False
    _passed: list[Text] = field(default_factory=list)

    def add(self, block: Prose) -> None:
        """Take the next heading, paragraph or item; nothing above the title names a section."""
        if not self.started and _is_title(block, self.title):
            self._passed.extend(one.text for one in self.blocks if _in_table(one))
            self.blocks.clear()
        elif self.blocks and _is_number(self.blocks[-1]) and _is_short(block):
            whole = join((self.blocks[-1].text, items.labelled(block)))
            self.blocks[-1] = replace(self.blocks[-1], text=whole, kind="heading")
        else:
            self.blocks.append(block)

    def add_box(self, grid: Grid) -> bool:
        """Take a box round an area's number and words as paragraphs; say whether it is one."""
        cells = [text_of(cell) for cell in (row.cells[0] for row in grid.rows)]
        texts = [text for text in (*grid.header[:1], *cells) if text]
        first = texts[0].text if texts else ""
        boxed = len(grid.header) == 1 and len(texts) <= _BOX
        if not boxed or not (items.is_ref(first) or items.split_ref(texts[0])[0]):
            return False
        for text in texts:
            self.add(Prose(text))
        return True

    def passed(self, used: Sequence[Text]) -> list[Text]:
        """Return the items between two lists of the plan that neither took."""
        words = [text.text for text in used]
        listed = (one for one in self.blocks if self.started and one.kind == "item")
        return [one.text for one in listed if items.labelled(one).text not in words]

    def clear(self, used: Sequence[Text] = ()) -> list[Left]:
        """Begin anew behind a table of the plan; return the words of tables not in `used`."""
        self.started = True
        words = [text.text for text in used]
        rows = [one.text for one in self.blocks if _in_table(one) and one.text.text not in words]
        left, self._passed = [*self._passed, *rows], []
        self.blocks.clear()
        return [Left(text, "not-the-plan") for text in left]

    def headings(self) -> list[Text]:
        """Return the heading nearest above the table, behind the one that it stands under."""
        found = [at for at, block in enumerate(self.blocks) if _is_heading(block)]
        if len(found) < 2:
            return [items.labelled(self.blocks[at]) for at in found]
        last, before = self.blocks[found[-1]], self.blocks[found[-2]]
        under = before.level < last.level or found[-1] == found[-2] + 1
        nearest = [before, last] if under else [last]
        return [items.labelled(one) for one in nearest]

    def is_foreign(self) -> bool:
        """Say whether the nearest heading is one of what is no plan: a glossary, a membership."""
        headings = self.headings()
        return bool(headings) and (is_foreign(headings[-1].text) or is_end(headings[-1].text))

    def stated(self, roles: Set[Role]) -> dict[Role, Text]:
        """Return what labels say, once a role, for all rows of a table without such columns.

        Headings do ("Lead: …"), and labels that come again: the first page has others.
        """
        found: dict[Role, Text] = {}
        for block in self.blocks:
            role, label, text = _labelled(block.text)
            if (
                role
                and role in roles
                and text
                and (block.kind == "heading" or plain(label) in self.again)
            ):
                found[role] = text
        headings = (one for one in reversed(self.blocks) if one.kind == "heading")
        heading = self.blocks[-1] if self.blocks and _may_head(self.blocks[-1]) else None
        heading = heading or next(headings, None)
        if "deadline" in roles and heading is not None and (text := _time(heading.text)):
            found.setdefault("deadline", text)
        return found

    def caption(self, level: int = 0) -> Text | None:
        """Return the paragraph above a table that is an area: numbered, or standing alone.

        An item above a list that stands deeper, at `level`, is one, too, if no heading has a
        number.
        """
        last = next((one for one in reversed(self.blocks) if not _leads(one)), None)
        named = last is not None and _labelled(last.text)[0] == "area"
        if last is None or last.kind == "heading" or not _is_short(last):
            return None
        text = items.labelled(last)
        ref = items.split_ref(text)[0]
        if _is_row(last) and not named and not items.is_ref(ref or "1"):
            return None
        if last.kind == "item" and last.level < level and not self._is_numbered():
            return text
        alone = not self.headings() and not _NARRATIVE.search(text.text)
        return text if named or ref or alone else None

    def _is_numbered(self) -> bool:
        """Say whether the nearest heading has a number, as areas have."""
        heading = next((one for one in reversed(self.blocks) if one.kind == "heading"), None)
        return heading is not None and bool(items.split_ref(items.labelled(heading))[0])


def level(grid: Grid) -> int:
    """Return how deep the first item of a list stands that a grid was made of."""
    first = grid.rows[0].cells[0] if grid.rows and not grid.number else None
    return first.lines[0].level if first is not None and first.lines else 0


def _time(heading: Text) -> Text:
    """Return when all below a heading is to be done: "Actions to be completed by 30 June"."""
    if not _TIMED.search(heading.text):
        return NOTHING
    spans = [one for one in deadlines.scan(heading.text) if one.role == "due"]
    return heading.cut(spans[0].start, spans[0].end) if len(spans) == 1 else NOTHING


def again(prose: Iterable[Prose]) -> frozenset[str]:
    """Return the labels that stand before several paragraphs."""
    labels = filter(None, (_LABEL.match(block.text.text) for block in prose))
    counts = Counter(plain(label[1]) for label in labels)
    return frozenset(name for name, count in counts.items() if count > 1)


def _is_title(block: Prose, title: str) -> bool:
    """Say whether a line is the document's title; a numbered one is an area's all the same."""
    return block.text.text == title and not items.split_ref(items.labelled(block))[0]


def _in_table(block: Prose) -> bool:
    """Say whether a block is a row across a table, above its headings."""
    return any(run.place.table is not None for _, run in block.text.runs)


def _is_heading(block: Prose) -> bool:
    """Say whether a block names a section or an area; "Sponsor: …" above a table does not."""
    if block.kind != "heading" or not _in_table(block):
        return block.kind == "heading"
    role, label, _ = _labelled(block.text)
    return not label or role == "area" or bool(items.split_ref(block.text)[0])


def _labelled(text: Text) -> tuple[Role | None, str, Text]:
    """Return the role and the words of the label that opens a text, and what it says."""
    match = _LABEL.match(f"{text.text} ")
    guess = by_heading(match[1]) if match else None
    said = text.cut(match.end()) if match else NOTHING
    return guess.role if guess else None, match[1] if match else "", said


def _is_number(block: Prose) -> bool:
    """Say whether a line is only the number of what follows: "Recommendation 3"."""
    return not block.marker and items.is_ref(block.text.text)


def _leads(block: Prose) -> bool:
    """Say whether a paragraph only leads in what follows: "Our actions are:", "Lead: …"."""
    stating = _labelled(block.text)[0] in STATING
    return block.kind == "paragraph" and (stating or block.text.text.endswith(":"))


def _is_row(block: Prose) -> bool:
    """Say whether a line is cells of a worksheet side by side: "Date of export | 1 May"."""
    return len({run.place.cell for _, run in block.text.runs}) > 1


def _may_head(block: Prose) -> bool:
    """Say whether a paragraph may stand for a heading: it is few words, and no sentence."""
    text = block.text.text
    return len(text.split()) <= _HEAD and text[:1].isupper() and text[-1:] not in (".", ";", ",")


def _is_short(block: Prose) -> bool:
    return block.kind != "heading" and len(block.text.text.split()) <= _CAPTION
