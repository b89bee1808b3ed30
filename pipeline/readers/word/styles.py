"""Paragraph styles: which paragraphs are headings, list items or lines of the contents.

Source: ECMA-376 part 1, 17.7 (styles); a style is filled in from those it is based on.
"""

from dataclasses import dataclass, field, replace

from pipeline.readers.parts import Element
from pipeline.readers.word.names import W, number, value
from pipeline.readers.word.numbering import Listing, listings

_DEEPEST = 9  # levels of headings and lists
_CHAIN = 50
_STYLE, _OUTLINE, _LISTED = W + "pStyle", W + "outlineLvl", W + "numPr"
_VALUE = W + "val"
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

    @property
    def heading(self) -> int:
        """The level of a heading, from 1; 0 for other paragraphs."""
        return 0 if self.outline is None or self.outline >= _DEEPEST else self.outline + 1


@dataclass(frozen=True, slots=True)
class Styles:
    """The paragraph styles by id, and the lists."""

    styles: dict[str, Style]
    listings: dict[str, Listing]
    known: dict[str | None, Style] = field(default_factory=dict)

    def of(self, properties: Element | None) -> Style:
        """Return what a paragraph's own properties say, filled in from its style."""
        own = {} if properties is None else {str(child.tag): child for child in properties}
        style = self._style(own[_STYLE].get(_VALUE) if _STYLE in own else None)
        if _OUTLINE in own:
            style = replace(style, outline=number(own[_OUTLINE].get(_VALUE), _DEEPEST))
        if _LISTED in own:
            listing, depth = value(own[_LISTED], "numId"), value(own[_LISTED], "ilvl")
            style = replace(
                style,
                listing=listing or style.listing,
                depth=style.depth if depth is None else number(depth),
            )
        return style

    def _style(self, style_id: str | None) -> Style:
        """Return a style with what it does not say filled in from those it is based on."""
        if style_id not in self.known:
            names = self._chain(style_id)
            chain = [self.styles[one] for one in names]
            listing = next((one.listing for one in chain if one.listing is not None), None)
            depth = next((one.depth for one in chain if one.depth is not None), None)
            self.known[style_id] = Style(
                outline=next((one.outline for one in chain if one.outline is not None), None),
                listing=listing,
                depth=self._linked(listing, names) if depth is None else depth,
                contents=any(one.contents for one in chain),
            )
        return self.known[style_id]

    def _linked(self, listing: str | None, names: list[str]) -> int | None:
        """Return the level of the list that names one of the styles, if any does."""
        if listing not in self.listings:
            return None
        levels = self.listings[listing].levels.items()
        at_of = {level.style: at for at, level in levels if level.style}
        return next((at_of[name] for name in names if name in at_of), None)

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
