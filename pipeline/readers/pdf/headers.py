"""Header rows of tables without lines, known by the roles that their words name."""

from collections.abc import Sequence
from itertools import pairwise

from pipeline.columns import header_score
from pipeline.readers.pdf.habits import LOOSE, PITCH, is_apart
from pipeline.readers.pdf.markers import is_bullet
from pipeline.readers.pdf.shapes import Strip, Word
from pipeline.readers.pdf.strips import words_of

# A gap this wide (part of the font's size) parts the headings of two columns.
_GAP = 0.8
# Words in a heading at most, roles that a header names at least, lines that it takes at most.
_WORDS, _ROLES, _LINES = 8, 2, 4

# Lines below a header that show where its columns begin; how far (points) they may differ.
_BELOW, _ALIGNED = 24, 0.8
# Lines whose words begin where a column does, for each that runs over its edge.
_MOST = 4
# Words in a further line of a heading at most, where the first has fewer.
_HEADING = 4
# A line that stands so near (by font size) to the next one stands in the middle beside it.
_BESIDE = 0.9
# A line with no gap wider than this many spaces is not parted into so few columns.
_SPACES, _COLUMNS = 1.5, 3
# No space is wider than this part of the font's size, where a line has too few to show it.
SPACE = 0.33

Extent = tuple[float, float]


def header_lines(strips: Sequence[Strip]) -> set[int]:
    """Return the indexes of the lines that belong to headers."""
    return {
        index
        for start in range(len(strips))
        for index in range(start, (header(strips, start) or (start, ()))[0])
    }


def is_header(strip: Strip) -> bool:
    """Whether a line names the roles of several columns."""
    return strip.widest > _GAP * strip.size and _score(segments(strip)) >= _ROLES


def segments(strip: Strip) -> list[list[Word]]:
    """Return the words of a line, parted where a wide gap lies."""
    parts: list[list[Word]] = []
    for word in words_of(strip):
        if parts and word.left - parts[-1][-1].right <= _GAP * strip.size:
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def parts(strip: Strip) -> list[list[Word]]:
    """Return the words of a line, parted where more than a space lies between them."""
    space = _SPACES * min(strip.space, SPACE * strip.size)
    found: list[list[Word]] = []
    for word in words_of(strip):
        if found and word.left - found[-1][-1].right <= space:
            found[-1].append(word)
        else:
            found.append([word])
    return found


def header(strips: Sequence[Strip], start: int) -> tuple[int, list[Extent]] | None:
    """Return where the header that begins at a line ends, and the extent of its headings."""
    first = strips[start]
    if not (is_header(first) or first.bold):
        return None
    end = _end(strips, start)
    below = [_cells(strip) for strip in strips[end : end + _BELOW]]
    lines = [_parted(strip, below) for strip in strips[start:end]]
    beside = end > start + 1 and strips[start + 1].base - first.base < _BESIDE * first.size
    if len(lines[beside]) < 2 or max(map(_score, lines)) < _ROLES:
        return None
    extents: list[Extent] = []
    for part in (part for line in lines for part in line):
        extents = _with(extents, (part[0].left, part[-1].right))
    return (end, extents) if len(extents) > 1 else None


def _end(strips: Sequence[Strip], start: int) -> int:
    """Return where the lines end that may form a header with the first one."""
    end, pitch = start + 1, LOOSE if strips[start].bold else PITCH
    while (
        end < min(start + _LINES, len(strips))
        and strips[end].bold == strips[start].bold
        and abs(strips[end].size - strips[start].size) < 1
        and not is_apart(strips[end - 1], strips[end], pitch)
        and not _is_band(strips[start], strips[end - 1], strips[end])
        and not _is_row(strips[end - 1], strips[end])
    ):
        end += 1
    ended = strips[start].bold or end == len(strips) or end - start < _LINES
    return end if ended else start + 1


def _is_row(before: Strip, strip: Strip) -> bool:
    """Whether most words below headings are no rest of them: they had room beside them."""
    parts, below = segments(before), segments(strip)
    if len(below) < len(parts) or len(parts) < _COLUMNS:
        return False
    fits = sum(
        one[-1].right + before.space + other[0].right - other[0].left + strip.size < after[0].left
        for (one, after), other in zip(pairwise(parts), below, strict=False)
        if abs(one[0].left - other[0].left) < strip.size
    )
    return 2 * fits >= len(parts) - 1


def _is_band(first: Strip, before: Strip, strip: Strip) -> bool:
    """Whether a line begins where the header does and is too long for its first heading.

    So is one in capital letters with room above it, or for which there was room beside it.
    """
    parts = segments(first)
    if len(segments(strip)) > 1 or strip.left > parts[0][0].left + strip.size or len(parts) < 2:
        return False
    left, needed = parts[1][0].left, first.space + strip.first + strip.size
    fits = before is first and parts[0][-1].right + needed < left
    if (fits or is_apart(before, strip, PITCH)) and not strip.text[0].islower():
        return True
    longest = max(_HEADING, len(parts[0]) + 1)
    return strip.right > left + strip.size or strip.text.count(" ") >= longest


def _parted(strip: Strip, below: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Return the words of a line parted at wide gaps, and where cells below begin with them."""
    parts: list[list[Word]] = []
    for part in segments(strip):
        parts.append(part[:1])
        for word in part[1:]:
            if _opens_column(word.left, below):
                parts.append([word])
            else:
                parts[-1].append(word)
    if _has_gap(words_of(strip), strip) or len(parts) >= _COLUMNS:
        return parts
    return segments(strip)


def _cells(strip: Strip) -> list[Word]:
    """Return the words of a line in which a gap parts some; none of another line."""
    if strip.widest <= _SPACES * strip.space:
        return []
    words = words_of(strip)
    return words if _has_gap(words[1:] if strip.label else words, strip) else []


def _opens_column(at: float, below: Sequence[Sequence[Word]]) -> bool:
    """Whether words of many lines begin at a place that those of hardly any run over."""
    begun = over = 0
    for words in below:
        first = next((word for word in words if word.right > at - _ALIGNED), None)
        if first and first.left < at - _ALIGNED:
            over += 1
        elif first and first.left <= at + _ALIGNED:
            begun += 1
    return begun > 1 and begun > _MOST * over


def _has_gap(words: Sequence[Word], strip: Strip) -> bool:
    return any(
        after.left - before.right > _SPACES * strip.space for before, after in pairwise(words)
    )


def _with(extents: list[Extent], new: Extent) -> list[Extent]:
    """Add a heading's extent, joined with those that it stands under."""
    apart = [known for known in extents if known[1] < new[0] or new[1] < known[0]]
    under = [new, *(known for known in extents if known[1] >= new[0] and new[1] >= known[0])]
    return sorted([*apart, (min(low for low, _ in under), max(high for _, high in under))])


def _score(parts: Sequence[Sequence[Word]]) -> int:
    if any(map(_is_no_heading, parts)) or _goes_on(parts):
        return 0
    return header_score([" ".join(word.text for word in part) for part in parts])


def _is_no_heading(part: Sequence[Word]) -> bool:
    return len(part) > _WORDS or is_bullet(part[0].text) or _is_sentence(part)


def _goes_on(parts: Sequence[Sequence[Word]]) -> bool:
    """Whether only the first words of a line begin in lower case, as the rest of a cell does."""
    first, *others = (part[0].text[0] for part in parts)
    return first.islower() and any(other.isupper() for other in others)


def _is_sentence(part: Sequence[Word]) -> bool:
    """Whether words end as a sentence does; "No." and "Ref." are headings."""
    return len(part) > 1 and part[-1].text.endswith((".", ";", "?"))
