"""Running heads, footers and page numbers: what stands at one place on several pages."""

import re
from collections import defaultdict
from collections.abc import Sequence

from pipeline.models import DroppedKind
from pipeline.readers.pdf.page import Content
from pipeline.readers.pdf.shapes import Strip

# How far from the top or bottom a running head may stand (part of the page), how many lines
# deep, and how far it may move from page to page (points).
_ZONE, _DEEP, _MOVES = 0.14, 5, 4
# On how many of the pages it must stand.
_SHARE = 0.3
_NUMBER = re.compile(r"\b\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\s*$|^\s*\d{1,4}\b")
_PAGE = re.compile(
    r"[-–—|\s]*(?:page\s*)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s]*", re.I
)

Heads = dict[int, dict[int, DroppedKind]]


def heads(pages: Sequence[Content]) -> Heads:
    """Return for each page (by number) which of its lines are running heads or page numbers."""
    places: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    found: Heads = {page.number: {} for page in pages}
    for page in pages:
        for index, strip in _candidates(page):
            for key in _keys(page, strip):
                places[key].append((page.number, index))
    needed = max(2, min(len(pages) * _SHARE, 20))
    texts = {page.number: page.strips for page in pages}
    for seen in places.values():
        if len({number for number, _ in seen}) >= needed:
            for number, index in seen:
                found[number][index] = kind(texts[number][index].text)
    return found


def kind(text: str) -> DroppedKind:
    """Return what words in a page's margin are."""
    return "page-number" if _PAGE.fullmatch(text) else "running-head"


def _candidates(page: Content) -> list[tuple[int, Strip]]:
    numbered = list(enumerate(page.strips))
    near = page.height * _ZONE
    top = [item for item in numbered[:_DEEP] if item[1].base < near]
    bottom = [item for item in numbered[-_DEEP:] if item[1].base > page.height - near]
    return top + bottom


def _keys(page: Content, strip: Strip) -> list[tuple[str, int]]:
    """Return what equals on pages that repeat a line, its place to either side rounded."""
    high = strip.base < page.height / 2
    at = strip.base if high else page.height - strip.base
    text = _NUMBER.sub("#", strip.text)
    slot = int(at // _MOVES)
    return [(f"{high}{text}", slot), (f"{high}{text}", -1 - int((at + _MOVES / 2) // _MOVES))]
