"""Running heads, footers and page numbers: what stands at one place on several pages."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import takewhile

from pipeline.models import DroppedKind
from pipeline.readers.pdf.habits import PITCH, is_apart
from pipeline.readers.pdf.headers import first_header
from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.shapes import Strip

# How far from the top or bottom a running head may stand (part of the page), how many lines
# deep, and how far it may move from page to page (points).
_ZONE, _DEEP, _MOVES = 0.14, 5, 4
# On what part of the pages it must stand, and on how many at most; on what part where it stands
# as text does: lines of narrow columns repeat by chance.
_SHARE, _ENOUGH, _MOSTLY = 0.3, 20, 0.5
# Lines that show whether one among the first is a header.
_HEADED = 32
_NUMBER = re.compile(r"\b\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*$|^\s*\d{1,4}\b")
_PAGE = re.compile(
    r"[-–—|\s]*(?P<page>page\s*)?(?:(?P<number>\d{1,4})|[ivxl]{1,6})"
    r"(?P<of>\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*",
    re.I,
)


def without_heads(pages: Sequence[Content]) -> list[Content]:
    """Return the pages with running heads and page numbers moved to their `margins`.

    That is what stands on several pages, and a number that says which page it stands on.
    """
    near = [_candidates(page) for page in pages]
    found: dict[int, set[int]] = defaultdict(set)
    sure: dict[int, set[int]] = defaultdict(set)
    needed = max(2, min(len(pages) * _SHARE, _ENOUGH))
    surely = max(min(3, len(pages)), len(pages) * _MOSTLY)
    for seen in _repeated(pages, near):
        on = len({number for number, _ in seen})
        apart = on >= needed and all(_stands_apart(pages[number], at) for number, at in seen)
        for number, at in seen if apart or on >= surely else ():
            (sure if on >= surely else found)[number].add(at)
    for number, page in enumerate(pages):
        own = (at for at, strip in near[number] if _is_own_number(page, strip))
        found[number].update(own)
    return [_parted(page, _margins(page, found[at], sure[at])) for at, page in enumerate(pages)]


def _repeated(
    pages: Sequence[Content], near: Sequence[list[tuple[int, Strip]]]
) -> Iterator[list[tuple[int, int]]]:
    """Yield page and index of the lines that stand at one place with the same words."""
    places: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for number, page in enumerate(pages):
        for index, strip in near[number]:
            for key in _keys(page, strip):
                places[key].append((number, index))
    yield from (seen for seen in places.values() if seen[1:])


def _margins(page: Content, found: Set[int], sure: Set[int]) -> set[int]:
    """Return the running lines of a page: what stands between others and its edge is text."""
    both, lines = found | sure, range(len(page.strips))
    above = takewhile(both.__contains__, lines)
    return {*above, *takewhile(both.__contains__, reversed(lines)), *sure}


def _parted(page: Content, margins: set[int]) -> Content:
    if not margins:
        return page
    numbered = list(enumerate(page.strips))
    return replace(
        page,
        strips=[strip for index, strip in numbered if index not in margins],
        margins=[*page.margins, *(strip for index, strip in numbered if index in margins)],
    )


def kind(text: str) -> DroppedKind:
    """Return what words in a page's margin are."""
    return "page-number" if _PAGE.fullmatch(text) else "running-head"


def _candidates(page: Content) -> list[tuple[int, Strip]]:
    """Return the lines near a page's edges, those of tables and below a header left out."""
    above = min([page.height * _ZONE, *(grid.ys[0] for grid in page.grids)])
    above = first_header(page.strips[: _DEEP + _HEADED], above)
    below = max([page.height * (1 - _ZONE), *(grid.ys[-1] for grid in page.grids)])
    numbered = list(enumerate(page.strips))
    top = [item for item in numbered[:_DEEP] if item[1].base < above]
    return top + [item for item in numbered[-_DEEP:] if item[1].base > below]


def _stands_apart(page: Content, index: int) -> bool:
    """Whether room is left between a line and the text of its page, and few lines before it."""
    strips = page.strips
    step = 1 if strips[index].base < page.height / 2 else -1
    for at in range(index, index + step * _DEEP, step):
        if not 0 <= at + step < len(strips):
            return True
        upper, lower = sorted((at, at + step))
        if is_apart(strips[upper], strips[lower], PITCH):
            return True
    return False


def _is_own_number(page: Content, strip: Strip) -> bool:
    """Whether a line is the page's own number; a mere figure is only where it ends the page."""
    found = _PAGE.fullmatch(strip.text)
    if found is None or int(found["number"] or 0) != page.number:
        return False
    return bool(found["page"] or found["of"]) or strip is page.strips[-1]


def _keys(page: Content, strip: Strip) -> list[tuple[str, int]]:
    """Return what equals on pages that repeat a line, its place to either side rounded."""
    high = strip.base < page.height / 2
    at = strip.base if high else page.height - strip.base
    text = f"{high}{_NUMBER.sub('#', strip.text)}"
    return [(text, int(at // _MOVES)), (text, -1 - int((at + _MOVES / 2) // _MOVES))]
