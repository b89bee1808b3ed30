"""Header rows of tables without lines, known by the roles that their words name."""

import math
from collections.abc import Sequence
from itertools import pairwise

from pipeline.readers.pdf.gaps import SPACES, segments, stretches
from pipeline.readers.pdf.habits import LOOSE, PITCH, is_apart
from pipeline.readers.pdf.headings import ROLES, is_header, names, score
from pipeline.readers.pdf.markers import NAMED, REFERENCE
from pipeline.readers.pdf.shapes import Rule, Strip, Word
from pipeline.readers.pdf.strips import words_of

# Lines that a header takes at most.
_LINES = 4

# Lines below a header that show where its columns begin; how far (points) they may differ.
_BELOW, _ALIGNED = 24, 0.8
# Lines whose words begin where a column does, for each that runs over its edge.
_MOST = 4
# Words of a heading that may end in a full stop, as "Ref. No." does.
_FEW = 2
# Words in a further line of a heading at most, where the first has fewer.
_HEADING = 4
# A line that stands so near (by font size) to the next one stands in the middle beside it.
_BESIDE = 0.9
# A figure raised behind a heading stands no further (points) from it.
_RAISED = 1.0
# A line without gaps is not parted into so few columns.
_COLUMNS = 3

Extent = tuple[float, float]


def first_header(strips: Sequence[Strip], above: float) -> float:
    """Return where the first header stands that begins above a height, else that height."""
    begun = (at for at, strip in enumerate(strips) if strip.base < above and header(strips, at))
    first = next(begun, None)
    return above if first is None else strips[first].base


def header(
    strips: Sequence[Strip], start: int, ruled: Sequence[Rule] = ()
) -> tuple[int, list[Extent]] | None:
    """Return where the header that begins at a line ends, and the extent of its headings.

    Lines drawn below all its headings end it.
    """
    first = strips[start]
    hangs = not (first.bold or is_header(first))
    if hangs and not any(is_header(below, True) for below in strips[start + 1 : start + 2]):
        return None
    under = _under(first, ruled)
    end = _end(strips, start, hangs, under)
    below = [_cells(strip) for strip in strips[end : end + _BELOW]]
    lines = [_parted(strip, below) for strip in strips[start:end]]
    beside = end > start + 1 and strips[start + 1].base - first.base < _BESIDE * first.size
    stands = len(lines[beside]) > 1 or _stands_over(lines[0], max(lines, key=len))
    if not stands or max(map(score, [*lines, _columns(lines)])) < ROLES:
        return None
    extents: list[Extent] = []
    for part in (part for line in lines for part in line):
        extents = _with(extents, (part[0].left, part[-1].right))
    return (end, extents) if len(extents) > 1 else None


def _stands_over(part: Sequence[Sequence[Word]], headings: Sequence[Sequence[Word]]) -> bool:
    """Whether a line is the first of one of several headings, the others being shorter."""
    if len(headings) < _COLUMNS:
        return False
    left, right = part[0][0].left, part[0][-1].right
    under = [left <= one[-1].right and one[0].left <= right for one in headings]
    return sum(under) == 1 and (not under[0] or headings[0][0].text[0].islower())


def _columns(lines: Sequence[Sequence[Sequence[Word]]]) -> list[list[Word]]:
    """Return the words of several lines that stand below each other, as one line."""
    columns: list[list[Word]] = []
    for part in (part for line in lines for part in line):
        left, right = part[0].left, part[-1].right
        for column in columns:
            if any(word.left <= right and left <= word.right for word in column):
                column.extend(part)
                break
        else:
            columns.append(list(part))
    return columns


def _under(first: Strip, ruled: Sequence[Rule]) -> float:
    """Return where the first line is drawn below a line of words and as wide."""
    below = (rule.at for rule in ruled if rule.start <= first.left and rule.end >= first.right)
    return min((at for at in below if at > first.base), default=math.inf)


def _end(strips: Sequence[Strip], start: int, hangs: bool, under: float) -> int:
    """Return where the lines end that may form a header with the first one.

    It `hangs` where it only begins one of the headings, which end level.
    """
    end, pitch = start + 1, LOOSE if strips[start].bold else PITCH
    if hangs and not is_apart(strips[start], strips[end], LOOSE):
        end += 1
    while (
        end < min(start + _LINES, len(strips))
        and strips[end].base < under
        and strips[end].bold == strips[start].bold
        and abs(strips[end].size - strips[start].size) < 1
        and not is_apart(strips[end - 1], strips[end], pitch)
        and not _is_band(_widest(strips[start:end]), strips[end - 1], strips[end])
        and not _is_row(strips[end - 1], strips[end])
    ):
        end += 1
    ended = strips[start].bold or end == len(strips) or end - start < _LINES
    return _wrapped(strips, end if ended else start + 1 + hangs, under)


def _widest(strips: Sequence[Strip]) -> Strip:
    """Return the line of the most headings."""
    return max(strips, key=lambda strip: len(stretches(strip))) if strips[1:] else strips[0]


def _wrapped(strips: Sequence[Strip], end: int, under: float) -> int:
    """Return where the lines end that only carry on headings above them."""
    while (
        end < len(strips)
        and strips[end].base < under
        and not is_apart(strips[end - 1], strips[end], LOOSE)
    ):
        if not all(part[0].text[0].islower() for part in stretches(strips[end])):
            break
        end += 1
    return end


def _is_row(before: Strip, strip: Strip) -> bool:
    """Whether most words below headings are no rest of them: they had room beside them."""
    parts, below = segments(before), segments(strip)
    ended = any(part[_FEW:] and part[-1].text.endswith((".", ";")) for part in below)
    listed = strip.label and not strip.text[0].islower()
    if listed or ended or REFERENCE.match(strip.text):
        return True
    if len(below) > len(parts) and names(below) >= ROLES:
        return False
    if len(below) < len(parts) or len(parts) < _COLUMNS or below[0][0].text[0].islower():
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
    if NAMED.match(strip.text):
        return True
    left, needed = parts[1][0].left, first.space + strip.first + strip.size
    fits = before is first and parts[0][-1].right + needed < left
    if (fits or is_apart(before, strip, PITCH)) and not strip.text[0].islower():
        return True
    longest = max(_HEADING, len(parts[0]) + 1)
    return strip.right > left + strip.size or strip.text.count(" ") >= longest


def _parted(strip: Strip, below: Sequence[Sequence[Sequence[Word]]]) -> list[list[Word]]:
    """Return the words of a line parted at wide gaps, and where cells below begin with them."""
    parts: list[list[Word]] = []
    for part in stretches(strip):
        parts.append(part[:1])
        for word in part[1:]:
            if word.left > parts[-1][-1].right + _RAISED and _opens_column(word.left, below):
                parts.append([word])
            else:
                parts[-1].append(word)
    if _has_gap(words_of(strip), strip) or len(parts) >= _COLUMNS:
        return parts
    return stretches(strip)


def _cells(strip: Strip) -> list[list[Word]]:
    """Return the words of a line in which a gap parts some, so parted; none of another line."""
    cells = stretches(strip) if strip.widest > SPACES * strip.space else []
    return cells if len(cells) > 1 + (strip.label > 0) else []


def _opens_column(at: float, below: Sequence[Sequence[Sequence[Word]]]) -> bool:
    """Whether cells of many lines begin at a place that those of hardly any run over."""
    begun = over = 0
    for cells in below:
        first = next((cell for cell in cells if cell[-1].right > at - _ALIGNED), None)
        if first and first[0].left < at - _ALIGNED:
            over += 1
        elif first and first[0].left <= at + _ALIGNED:
            begun += 1
    return begun > 1 and begun > _MOST * over


def _has_gap(words: Sequence[Word], strip: Strip) -> bool:
    return any(
        after.left - before.right > SPACES * strip.space for before, after in pairwise(words)
    )


def _with(extents: list[Extent], new: Extent) -> list[Extent]:
    """Add a heading's extent, joined with those that it stands under."""
    apart = [known for known in extents if known[1] < new[0] or new[1] < known[0]]
    under = [new, *(known for known in extents if known[1] >= new[0] and new[1] >= known[0])]
    return sorted([*apart, (min(low for low, _ in under), max(high for _, high in under))])
