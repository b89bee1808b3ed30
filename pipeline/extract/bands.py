"""Rows that one cell fills: titles of sections or areas, values of an area, and last words."""

import re
from collections.abc import Sequence
from typing import Literal

from pipeline.blocks import Cell, Grid, Row
from pipeline.columns import by_heading, is_action, is_area, is_end, is_last_word
from pipeline.extract import counting, items
from pipeline.extract.raw import RawArea
from pipeline.grid.rows import band, is_named, text_of, words_of
from pipeline.models import Role
from pipeline.placed import NOTHING, Text, join

Kind = Literal["row", "section", "area", "value", "last"]

_FEW, _WIDE = 3, 4  # cells of a key, and of a plan's rows
_TITLE = 12  # words; a lone first cell that is longer is an area, not a title
_LABEL = re.compile(r"([^:]{2,60}):\s+(?=\S)")
_DATED = re.compile(  # "Update (31 March 2026)"
    r"[\s(–-]+(?:(?:at|on|as at) )?(?:\d[\w./-]*\s?)?(?:[A-Z][a-z]{2,8}\s)?\d[\d./-]*\)?$"
)
_COUNTED = re.compile(r"\b(?:\d+[a-z]?|[A-H])$")
_DIGITS = re.compile(r"[\d.]+")
_TITLED = re.compile(r"(\d{1,2})\s+(?=[A-Z])")
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b(?:\D{0,20}\d{1,4}\D{0,20})?", re.I)
_CONTINUED = re.compile(r"[\s(–-]*\bcont(?:inue|.?)d?\b[\s).]*$", re.I)
_ABOVE = re.compile(r"\W*(?:(?:same )?as|see) above\W*", re.I)
_TAIL = 20  # characters
_SAID: tuple[Role, ...] = ("status", "comment", "measure")
_NAMING: tuple[Role, ...] = ("area", "action", "reference", "other")


def title(cell: Cell) -> Text:
    """Return the words of a band with the numbers that stand before its lines."""
    return join(items.labelled(line) for line in cell.lines)


def above(headings: list[Text], caption: Text | None) -> list[Text]:
    """Return what stands above a table without "Actions", which names no area."""
    if caption is None:
        last = len(headings) - (len(headings) > 1 and is_action(headings[-1].text))
        return headings[:last]
    return list(headings) if is_action(caption.text) else [*headings, caption]


def first(titles: Sequence[Text], grid: Grid, kinds: Sequence[Kind]) -> Text | None:
    """Return the title above a table that is the first of its bands: "Priority 1", "Priority 2"."""
    if not titles or kinds[0] != "row" or "area" not in kinds:
        return None
    below = title(grid.rows[kinds.index("area")].filled[-1])
    shapes = [re.sub(r"\d+", "1", items.split_ref(text)[0]) for text in (titles[-1], below)]
    return titles[-1] if shapes[0] and shapes[0] == shapes[1] else None


def number(row: Row) -> Text:
    """Return the number in a cell of its own beside a band's title, or nothing."""
    return text_of(row.filled[0]) if len(row.filled) > 1 else NOTHING


def kinds(grid: Grid, *, has_area: bool) -> list[Kind]:
    """Return what every row of a grid is; `has_area` says that a column holds the areas."""
    alone = frozenset() if has_area else counting.alone(grid.rows)
    cells = [row.filled[1] if at in alone else _band(grid.rows, at, has_area=has_area)
             for at, row in enumerate(grid.rows)]  # fmt: skip
    last = max((at for at, cell in enumerate(cells) if cell is None), default=-1)
    below = _below_rows(cells)
    found: list[Kind] = []
    shapes: set[str] = set()  # of the numbered labels of areas
    for at, cell in enumerate(cells):
        if "row" in found and _ends(grid.rows, at):
            found.extend(["last"] * (len(cells) - at))
            break
        if cell is None:
            found.append("last" if _is_total(grid.rows[at]) else "row")
        elif _TOTAL.fullmatch(words := text_of(cell).text) or (at > last and is_last_word(words)):
            found.append("last")
        elif (
            ("area" in found or "row" in found)
            and _shape(cell) not in shapes
            and value(cell, known=_label(cell) in below)
        ):
            found.append("value")
        else:
            found.append("section" if has_area else "area")
            shapes |= {_shape(cell)} - {""}
    return found if has_area else _with_sections(found, cells)


def _is_total(row: Row) -> bool:
    """Say whether a row only counts: "Total actions" and "7"."""
    filled = row.filled
    return len(filled) < _FEW and bool(_TOTAL.fullmatch(" ".join(map(words_of, filled))))


def are_areas(grid: Grid) -> bool:
    """Say whether bands name the areas of a grid without a column of them."""
    return "area" in kinds(grid, has_area=False)


def _ends(rows: Sequence[Row], at: int) -> bool:
    """Say whether a row is the first behind a plan: "Signatures", or "Key" beside a colour.

    Where it has another cell, no row below may have more.
    """
    filled = rows[at].filled
    if len(filled) >= _FEW or not is_end(text_of(filled[0]).text):
        return False
    few = len(rows[at].cells) >= _WIDE and all(len(row.filled) < _FEW for row in rows[at:])
    return len(filled) == 1 or few


def counted(text: Text, grid: Grid) -> tuple[Text, Text]:
    """Return number and words of a title that the first row counts on: "2 Quality", "2.1"."""
    match = _TITLED.match(text.text)
    first = grid.rows[0].cells[0] if match else None
    if match is None or first is None or not title(first).text.startswith(f"{match[1]}."):
        return NOTHING, text
    return text.cut(0, match.end(1)), text.cut(match.end())


def named(text: Text, number: Text) -> tuple[Text, str, Text]:
    """Return what only says that an area follows, its number, and its words.

    "Area for improvement: …" is a label; with a number, before or beside the words, it is that.
    """
    ref = number.text.rstrip(" .:")
    if ref:
        return (NOTHING, ref, text) if _is_counting(ref) else (number, "", text)
    match = _LABEL.match(text.text)
    if match is None or _is_counting(match[1]):
        return NOTHING, *items.split_ref(text)
    return text.cut(0, match.end(1)), *items.split_ref(text.cut(match.end()))


def is_again(text: Text, area: RawArea) -> bool:
    """Say whether a cell only repeats an area, with or without its number: "(as above)"."""
    if _ABOVE.fullmatch(text.text):
        return True
    match = _CONTINUED.search(text.text, max(len(text.text) - _TAIL, 0))
    words = text.cut(0, match.start()).words if match else text.words
    own = area.text.words
    return words == own or (
        words.endswith(own) and words == join((Text(area.ref), area.text)).words
    )


def _is_counting(label: str) -> bool:
    return _COUNTED.search(label) is not None or not is_area(label)


def value(cell: Cell, *, known: bool = False) -> tuple[Role, Text, Text] | None:
    """Return role, label and words of a band that says something of its area ("Outcome: …").

    A band that is `known` to say something does, whatever its label.
    """
    whole = title(cell)
    match = _LABEL.match(whole.text)
    if match is None:
        return None
    guess = by_heading(_DATED.sub("", match[1]))
    role = guess.role if guess else "comment"
    sure = guess is not None and guess.confidence == "high" and role not in _NAMING
    if not sure and (not known or role in _NAMING[:-1]):
        return None
    return role, whole.cut(0, match.end(1)), whole.cut(match.end())


def _below_rows(cells: Sequence[Cell | None]) -> frozenset[str]:
    """Return the labels that open several bands, each directly below a row."""
    labels: dict[str, list[bool]] = {}
    for at, cell in enumerate(cells):
        if cell is not None:
            labels.setdefault(_label(cell), []).append(at > 0 and cells[at - 1] is None)
    return frozenset(one for one, at in labels.items() if one and len(at) > 1 and all(at))


def _label(cell: Cell) -> str:
    match = _LABEL.match(title(cell).text)
    return match[1] if match else ""


def _shape(cell: Cell) -> str:
    """Return a numbered label without its number ("Outcome 1.2"), nothing for another."""
    label = _label(cell)
    shape = _DIGITS.sub("1", label)
    return shape if any(map(str.isdigit, label)) else ""


def _band(rows: Sequence[Row], at: int, *, has_area: bool) -> Cell | None:
    row = rows[at]
    if not has_area and (is_named(row.filled, len(row.cells)) or counting.heads(rows, at)):
        return row.filled[1]
    alone = band(row)
    if alone is None or row.pieces:
        return _said(row) or _beside(rows, at)
    below = rows[at + 1] if at + 1 < len(rows) else None
    return None if has_area and _is_area(alone, row, below) else alone


def _said(row: Row) -> Cell | None:
    """Return the only cell of a row that says something of the row above ("Update: …")."""
    alone = row.filled[0] if len(row.filled) == 1 else None
    found = value(alone) if alone else None
    return alone if found and found[0] in _SAID else None


def _beside(rows: Sequence[Row], at: int) -> Cell | None:
    """Return the cell that says something below a row, beside cells that reach down from it."""
    wide = next((cell for cell in rows[at].cells if cell and cell.colspan > 1), None)
    if wide is None or not at:
        return None
    others = (cell for cell in rows[at].filled if cell is not wide)
    reaching = all(any(cell is one for one in rows[at - 1].cells) for cell in others)
    return wide if reaching and value(wide) else None


def _is_area(cell: Cell, row: Row, below: Row | None) -> bool:
    """Say whether a lone cell is an area that nothing answers, not a title across the table.

    A title is short, and what it heads stands below it.
    """
    if cell.colspan >= len(row.cells):
        return False
    text = text_of(cell).text
    heads = below is not None and below.cells[0] is not None and bool(below.cells[0].lines)
    return len(text.split()) > _TITLE or text.endswith(".") or not heads


def _with_sections(found: list[Kind], cells: Sequence[Cell | None]) -> list[Kind]:
    """A band directly above another is a section's where the two are set differently."""
    for at in range(len(found) - 2, -1, -1):
        upper, lower = cells[at], cells[at + 1]
        if found[at] != "area" or upper is None or lower is None or found[at + 1] == "value":
            continue
        if found[at + 1] == "section" or _style(upper) != _style(lower):
            found[at] = "section" if found[at + 1] == "area" else found[at]
    return found


def _style(cell: Cell) -> tuple[str, bool, bool]:
    """Return how a title is set: the shape of its number, capitals, a full stop."""
    text = title(cell)
    ref, rest = items.split_ref(text)
    return re.sub(r"\d+", "1", ref), rest.text.isupper(), rest.text.endswith(".")
