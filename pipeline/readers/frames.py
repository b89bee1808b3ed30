"""Tables of a page: those made of other elements, and those that only frame the plan's."""

from collections.abc import Callable, Iterator

from bs4 import Tag
from bs4.element import PageElement

from pipeline.columns import header_score

CELLS = frozenset(("td", "th"))
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_TABLE, _TITLES = frozenset(("table",)), frozenset(("h1", "h2", "h3"))
_PARTS, _ROW = frozenset(("tr", "thead", "tbody", "tfoot")), frozenset(("tr",))
_HEADED = 2  # roles that headings name; a table within names more

_ROLES = {
    "table": "table", "grid": "table", "treegrid": "table", "rowgroup": "tbody", "row": "tr",
    "cell": "td", "gridcell": "td", "columnheader": "th", "rowheader": "th",
}  # fmt: skip

Words = Callable[[Tag], list[str]]


def with_tables(tree: Tag) -> Tag:
    """Return a tree whose elements that say to be parts of a table (WAI-ARIA) are such parts."""
    for tag in tree.find_all(role=_ROLES.keys()):
        tag.name = _ROLES[str(tag["role"])]
    return tree


def children(tag: Tag, names: frozenset[str]) -> Iterator[Tag]:
    """Yield the direct children of some names (what find_all does, in a tenth of its time)."""
    return (one for one in tag.contents if isinstance(one, Tag) and one.name in names)


def rows(table: Tag) -> Iterator[Tag]:
    """Yield the rows of a table."""
    for child in children(table, _PARTS):
        if child.name == "tr":
            yield child
        else:
            yield from children(child, _ROW)


def is_frame(table: Tag, words: Words) -> bool:
    """Say whether a table is round another: alone, with its heading, or as a plan's rows.

    `words` returns what the cells of a row say.
    """
    if not _holds(table, _TABLE):
        return False
    alone = all(sum(1 for _ in children(row, CELLS)) == 1 for row in rows(table))
    if alone or _holds(table, _TITLES):
        return True
    return not _is_headed(table, words) and any(_is_headed(one, words) for one in _within(table))


def _within(table: Tag) -> Iterator[Tag]:
    """Yield the tables that stand in the cells of another."""
    for row in rows(table):
        for cell in children(row, CELLS):
            yield from children(cell, _TABLE)


def _is_headed(table: Tag, words: Words) -> bool:
    """Say whether the first row of a table names the columns of a plan."""
    first = next(rows(table), None)
    return first is not None and header_score(words(first)) > _HEADED


def _holds(tag: Tag, names: frozenset[str]) -> bool:
    """Say whether an element of some names stands in another (find takes ten times as long)."""
    return any(isinstance(one, Tag) and one.name in names for one in tag.descendants)


def unfolds(tag: Tag) -> bool:
    """Say whether a button is the title of what it unfolds: in a heading, or above a box.

    Others stand side by side; of titles there are several, each with its box below.
    """
    if tag.parent is not None and tag.parent.name in _HEADINGS:
        return True
    below, above = tag.find_next_sibling(True), tag.find_previous_sibling(True)
    if below is None or _is_button(below) or _is_button(above):
        return False
    before = above.find_previous_sibling(True) if above else None
    return _is_button(below.find_next_sibling(True)) or _is_button(before)


def _is_button(one: PageElement | None) -> bool:
    return isinstance(one, Tag) and one.name == "button"
