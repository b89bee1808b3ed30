"""The bullets and numbers that Word counts: they stand nowhere in the text of a document.

Source: ECMA-376 part 1, 17.9 (numbering). Counters belong to an abstract list; a list that
overrides a start begins anew; a level restarts after a higher one.
"""

import re
from dataclasses import dataclass, field

from pipeline.readers.parts import Element
from pipeline.readers.word.names import W, glyphs, is_symbol_font, number, on, value

_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restart` is the level (from 1) after which it starts again."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    style: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """A list in use (`w:num`): its abstract list, its levels and the starts it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Counters:
    """How far each abstract list has counted; changes as the document is read."""

    values: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def next(self, listing_id: str, listing: Listing, depth: int) -> str:
        """Count one item at level `depth` (from 0) and return its bullet or number."""
        level = listing.levels.get(depth, Level())
        counts = self.values.setdefault(listing.abstract, {})
        key = (listing_id, depth)
        if depth in listing.starts and key not in self.begun:
            counts[depth] = listing.starts[depth]
        else:
            counts[depth] = counts[depth] + 1 if depth in counts else level.start
        self.begun.add(key)
        for deeper in [at for at in counts if at > depth]:
            restart = listing.levels.get(deeper, Level()).restart
            if restart is None or depth < restart:
                del counts[deeper]
        return _written(listing, level, counts)


def _written(listing: Listing, level: Level, counts: dict[int, int]) -> str:
    if level.format == "bullet":
        return level.text or "•"
    if level.format == "none":
        return ""

    def count(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = listing.levels.get(at, Level())
        style = "decimal" if level.legal else other.format
        return _figure(counts.get(at, other.start), style)

    return re.sub(r"%([1-9])", count, level.text).strip()


def _figure(count: int, style: str) -> str:
    """Return a count in a number format of 17.18.59; those not known are decimal."""
    if style in ("lowerLetter", "upperLetter") and count > 0:
        letter = chr(ord("a") + (count - 1) % 26) * min((count - 1) // 26 + 1, 100)
        return letter.upper() if style == "upperLetter" else letter
    if style in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return _roman(count).upper() if style == "upperRoman" else _roman(count)
    if style == "decimalZero":
        return f"{count:02}"
    return "" if style in ("none", "bullet") else str(count)


def _roman(count: int) -> str:
    parts = []
    for worth, letters in _ROMAN:
        parts.append(letters * (count // worth))
        count %= worth
    return "".join(parts)


def listings(root: Element | None) -> dict[str, Listing]:
    """Return the lists of a numbering part by `w:numId`."""
    if root is None:
        return {}
    abstracts = {item.get(W + "abstractNumId", ""): item for item in root.iter(W + "abstractNum")}
    abstract_of = {
        item.get(W + "numId", ""): value(item, "abstractNumId") or ""
        for item in root.iter(W + "num")
    }
    by_style = {value(item, "styleLink"): at for at, item in abstracts.items()}
    found = {}
    for item in root.iter(W + "num"):
        at = abstract_of[item.get(W + "numId", "")]
        link = value(abstracts.get(at), "numStyleLink")
        at = by_style.get(link, at) if link else at
        found[item.get(W + "numId", "")] = _listing(item, at, abstracts.get(at))
    return found


def _listing(item: Element, abstract: str, definition: Element | None) -> Listing:
    levels = {} if definition is None else _levels(definition)
    starts = {}
    for override in item.iter(W + "lvlOverride"):
        depth = number(override.get(W + "ilvl"))
        levels |= _levels(override)
        start = value(override, "startOverride")
        if start is not None:
            starts[depth] = number(start, 1)
    return Listing(abstract, levels, starts)


def _levels(parent: Element) -> dict[int, Level]:
    return {number(item.get(W + "ilvl")): _level(item) for item in parent.iterfind(W + "lvl")}


def _level(item: Element) -> Level:
    style = value(item, "numFmt") or "decimal"
    text = value(item, "lvlText") or ""
    restart = value(item, "lvlRestart")
    return Level(
        start=number(value(item, "start"), 0),
        format=style,
        text=_bullet(text, item) if style == "bullet" else text,
        restart=None if restart is None else number(restart),
        legal=on(item, "isLgl"),
        style=value(item, "pStyle"),
    )


def _bullet(text: str, item: Element) -> str:
    """Return a bullet as it is seen: "o" of Courier is a circle, "§" of Wingdings a square."""
    font = item.find(f"{W}rPr/{W}rFonts")
    name = None if font is None else font.get(W + "ascii")
    if is_symbol_font(name):
        text = "".join(chr(ord(one) + 0xF000) if ord(one) < 0x100 else one for one in text)
    seen = glyphs(text).strip()
    if seen == "o":
        return "◦"
    return "•" if any("\ue000" <= one <= "\uf8ff" for one in seen) else seen
