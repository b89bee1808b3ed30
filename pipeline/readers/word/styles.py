"""Paragraph styles: which paragraphs are headings, list items or lines of the contents.

Source: ECMA-376 part 1, 17.7 (styles); a style is filled in from those it is based on.
"""

from dataclasses import dataclass, field

from pipeline.readers.parts import Element
from pipeline.readers.word.names import W, number, value
from pipeline.readers.word.numbering import Listing, listings

_DEEPEST = 9  # levels of headings and lists
_CHAIN = 50
# Built-in styles whose outline level need not be written down.
_OUTLINES = {"title": "0"} | {f"heading {level}": str(level - 1) for level in range(1, 10)}
_CONTENTS = frozenset(f"toc {level}" for level in range(1, 10))


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says about headings (0 is the highest) and lists; None is silence.

    `contents` marks the lines of a table of contents, which only repeat headings.
    """

    base: str | None = None
    outline: int | None = None
    listing: str | None = None
    depth: int | None = None
    contents: bool = False


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles by id, and the lists."""

    styles: dict[str, Style]
    listings: dict[str, Listing]
    known: dict[str | None, Style] = field(default_factory=dict)

    def heading(self, paragraph: Element | None) -> int:
        """Return the heading level (from 1) that a paragraph's properties give it, else 0."""
        own = value(paragraph, "outlineLvl")
        outline = self.style(paragraph).outline if own is None else number(own, _DEEPEST)
        return 0 if outline is None or outline >= _DEEPEST else outline + 1

    def item(self, paragraph: Element | None) -> tuple[str, int] | None:
        """Return the list and level (from 0) that a paragraph is an item of."""
        style = self.style(paragraph)
        own = None if paragraph is None else paragraph.find(W + "numPr")
        listing, depth = value(own, "numId") or style.listing, value(own, "ilvl")
        if listing is None or listing not in self.listings:
            return None
        if depth is not None:
            return listing, min(number(depth), _DEEPEST - 1)
        if style.depth is not None:
            return listing, min(style.depth, _DEEPEST - 1)
        return listing, self._linked(listing, value(paragraph, "pStyle"))

    def _linked(self, listing: str, style_id: str | None) -> int:
        """Return the level that names the style (or its base), which need not say it itself."""
        levels = self.listings[listing].levels.items()
        at_of = {level.style: at for at, level in levels if level.style}
        return next((at_of[one] for one in self._chain(style_id) if one in at_of), 0)

    def style(self, paragraph: Element | None) -> Style:
        """Return the style of a paragraph with what its bases say filled in."""
        style_id = value(paragraph, "pStyle")
        if style_id not in self.known:
            chain = [self.styles[one] for one in self._chain(style_id)]
            self.known[style_id] = Style(
                outline=next((one.outline for one in chain if one.outline is not None), None),
                listing=next((one.listing for one in chain if one.listing is not None), None),
                depth=next((one.depth for one in chain if one.depth is not None), None),
                contents=any(one.contents for one in chain),
            )
        return self.known[style_id]

    def _chain(self, style_id: str | None) -> list[str]:
        chain: list[str] = []
        while style_id is not None and style_id in self.styles and len(chain) < _CHAIN:
            chain.append(style_id)
            style_id = self.styles[style_id].base
        return chain


def styles(root: Element | None, numbering: Element | None) -> Styles:
    """Return the paragraph styles and lists of a document's parts, either of which may lack."""
    found = {}
    for item in root.iterfind(W + "style") if root is not None else ():
        if item.get(W + "type", "paragraph") == "paragraph":
            found[item.get(W + "styleId", "")] = _style(item)
    return Styles(found, listings(numbering))


def _style(item: Element) -> Style:
    properties = item.find(W + "pPr")
    listed = None if properties is None else properties.find(W + "numPr")
    outline, depth = value(properties, "outlineLvl"), value(listed, "ilvl")
    name = (value(item, "name") or "").lower()
    if outline is None:
        outline = _OUTLINES.get(name)
    return Style(
        base=value(item, "basedOn"),
        outline=None if outline is None else number(outline, _DEEPEST),
        listing=value(listed, "numId"),
        depth=None if depth is None else number(depth),
        contents=name in _CONTENTS,
    )
