"""Header rows of tables without lines, known by the roles that their words name."""

from collections.abc import Sequence

from pipeline.columns import header_score
from pipeline.readers.pdf.habits import LOOSE, PITCH, is_apart
from pipeline.readers.pdf.shapes import Strip, Word
from pipeline.readers.pdf.strips import words_of

# A gap this wide (part of the font's size) parts the headings of two columns.
_GAP = 0.8
# Words in a heading at most, roles that a header names at least, lines that it takes at most.
_WORDS, _ROLES, _LINES = 8, 2, 4

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


def header(strips: Sequence[Strip], start: int) -> tuple[int, list[Extent]] | None:
    """Return where the header that begins at a line ends, and the extent of its headings."""
    if not is_header(strips[start]):
        return None
    end, pitch = start + 1, LOOSE if strips[start].bold else PITCH
    while (
        end < min(start + _LINES, len(strips))
        and strips[end].bold == strips[start].bold
        and not is_apart(strips[end - 1], strips[end], pitch)
    ):
        end += 1
    ended = strips[start].bold or end == len(strips) or end - start < _LINES
    end = end if ended else start + 1
    extents: list[Extent] = []
    for strip in strips[start:end]:
        for part in segments(strip):
            extents = _with(extents, (part[0].left, part[-1].right))
    return end, extents


def _with(extents: list[Extent], new: Extent) -> list[Extent]:
    """Add a heading's extent, joined with those that it stands under."""
    apart = [known for known in extents if known[1] < new[0] or new[1] < known[0]]
    under = [new, *(known for known in extents if known[1] >= new[0] and new[1] >= known[0])]
    return sorted([*apart, (min(low for low, _ in under), max(high for _, high in under))])


def _score(parts: Sequence[Sequence[Word]]) -> int:
    if any(len(part) > _WORDS or part[-1].text.endswith((".", ";")) for part in parts):
        return 0
    return header_score([" ".join(word.text for word in part) for part in parts])
