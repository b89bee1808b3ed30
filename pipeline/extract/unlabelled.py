"""What is to be done where only who and when have labels: what stands above them, or a list below.

A sheet of particulars ("Lead officer: …", "Date of meeting: …") has such labels, too; a plan
says who and by when again and again.
"""

from collections import Counter
from collections.abc import Iterator, Sequence, Set

from pipeline import deadlines
from pipeline.blocks import Grid, Prose
from pipeline.extract.entries import Entry, Labelled
from pipeline.placed import NOTHING

_DEEPEST = 9  # level of headings
_FEWEST = 2  # times that who and when are said together


def with_actions(labelled: Sequence[Labelled]) -> list[Labelled]:
    """Return the blocks with entries of actions where labels say who and when of them."""
    labelled = _filled(labelled)
    found = list(labelled)
    runs = list(_runs(labelled))
    known = {_names(labelled[start:end]) for start, end in runs if _states(labelled[start:end])}
    stating = [run for run in runs if _says_so(_names(labelled[slice(*run)]), known)]
    deep = _deep(labelled)
    places = [_doing(labelled, start, end, deep) for start, end in stating]
    places.extend(end for start, end in runs if _is_answered(labelled, start, end))
    doing = [at for at in places if at is not None]
    for at in doing if len(doing) >= _FEWEST else ():
        block = labelled[at][0]
        if isinstance(block, Prose):
            action = Entry("action", NOTHING)
            action.add(block)
            found[at] = block, action
    return found


def _says_so(names: frozenset[str], known: Set[frozenset[str]]) -> bool:
    """Say whether labels are those of runs that say both who and when, or some of them."""
    return bool(names) and any(names <= one for one in known)


def _is_labelled_area(one: Labelled) -> bool:
    block, entry = one
    area = entry is not None and entry.role == "area"
    return area and isinstance(block, Prose) and block.kind != "heading"


def _filled(labelled: Sequence[Labelled]) -> list[Labelled]:
    """Return the blocks, those below a label of a line alone put into its entry."""
    found: list[Labelled] = []
    for block, entry in labelled:
        above = found[-1][1] if found and entry is None else None
        if above and _is_open(above) and isinstance(block, Prose) and block.kind != "heading":
            above.add(block)
        else:
            found.append((block, entry))
    return found


def _is_open(entry: Entry) -> bool:
    return entry.alone and not entry.lines and entry.role not in ("area", "action")


def _runs(labelled: Sequence[Labelled]) -> Iterator[tuple[int, int]]:
    """Yield where entries that follow each other begin, and where they end."""
    start = 0
    for at, (_, entry) in enumerate((*labelled, (None, None))):
        if entry is None:
            if at > start:
                yield start, at
            start = at + 1


def _names(run: Sequence[Labelled]) -> frozenset[str]:
    """Return the labels of a run, those of areas left out."""
    return frozenset(entry.name for _, entry in run if entry and entry.role != "area")


def _is_answered(labelled: Sequence[Labelled], start: int, end: int) -> bool:
    """Say whether an area and who answers for it stand directly above a list."""
    roles = [entry.role for _, entry in labelled[start:end] if entry]
    last = roles[-1] in ("owner", "owner-and-deadline")
    return last and "area" in roles[-3:] and end < len(labelled) and _is_item(labelled[end][0])


def _states(run: Sequence[Labelled]) -> bool:
    """Say whether labels say both who and by when."""
    entries = [entry for _, entry in run if entry]
    roles = {entry.role for entry in entries}
    dates = (one for one in entries if one.role in ("deadline", "owner-and-deadline"))
    dated = any(deadlines.scan(line.text.text, cell=True) for one in dates for line in one.lines)
    return dated and bool(roles & {"owner", "owner-and-deadline"})


def _deep(labelled: Sequence[Labelled]) -> int:
    """Return the level below which headings are actions: that of areas, which comes again.

    Where areas have labels in paragraphs, it is that of the title.
    """
    headings = (one for one, _ in labelled if isinstance(one, Prose) and one.kind == "heading")
    levels = Counter(one.level for one in headings)
    if any(map(_is_labelled_area, labelled)):
        return min(levels, default=_DEEPEST)
    return min((level for level, count in levels.items() if count > 1), default=_DEEPEST)


def _doing(labelled: Sequence[Labelled], start: int, end: int, deep: int) -> int | None:
    """Return where the paragraph or list begins that the labels from `start` to `end` belong to.

    A heading deeper than `deep` does, too, if no list follows.
    """
    first = start
    heads = labelled[start][1]
    listed = end < len(labelled) and _is_item(labelled[end][0])
    if start and not listed and _is_deeper(*labelled[start - 1], deep):
        return start - 1
    if heads is not None and heads.role != "area":
        while first and _is_one_more(labelled, first - 1, start - 1):
            first -= 1
    if first < start:
        return first
    return end if listed else None


def _is_deeper(block: Prose | Grid, entry: Entry | None, deep: int) -> bool:
    heads = isinstance(block, Prose) and block.kind == "heading" and block.level > deep
    return heads and entry is None


def _is_one_more(labelled: Sequence[Labelled], at: int, last: int) -> bool:
    """Say whether a block is the last above some labels, or an item of the list that it ends."""
    (block, entry), below = labelled[at], labelled[last][0]
    if entry is not None or not isinstance(block, Prose) or not isinstance(below, Prose):
        return False
    same = (block.marker, block.level) == (below.marker, below.level)
    return block.kind != "heading" and (at == last or (_is_item(block) and same))


def _is_item(block: Prose | Grid) -> bool:
    return isinstance(block, Prose) and block.kind == "item"
