"""Words that a page shows but nobody means any more: struck out, or a prompt never answered.

Source: ECMA-376 part 1, 17.3.2.37 (strike), 17.5.2.39 (showingPlcHdr).
"""

from collections import defaultdict
from collections.abc import Iterator

from pipeline.readers.parts import Element
from pipeline.readers.word.names import W, on, value

ASIDE = W + "aside"
_RUN, _PROPERTIES, _TEXT = W + "r", W + "rPr", W + "t"
_STRIKES = ("strike", "dstrike")
_CONTROL, _PROMPTS = W + "sdt", W + "showingPlcHdr"
_CELL, _PARAGRAPH = W + "tc", W + "p"
_ROW = W + "tr"
_MERGED = f"{W}tcPr/{W}vMerge"


def set_aside(body: Element) -> None:
    """Give the runs of such words a name of their own, by which the reader knows them.

    Words struck out are replaced by others beside them; where all of a cell is struck out, it
    may as well be done, so it stays. A row that is struck out altogether is withdrawn.
    """
    for run in (*_prompts(body), *_replaced(body)):
        run.tag = ASIDE


def _prompts(body: Element) -> list[Element]:
    """Return the runs of "Click here to enter a date." and its like in controls left empty."""
    controls = (next(mark.iterancestors(_CONTROL), None) for mark in body.iter(_PROMPTS))
    runs = (run for one in controls if one is not None for run in one.iter(_RUN))
    return [run for run in runs if _is_prompt(run)]


def _is_prompt(run: Element) -> bool:
    style = value(run.find(_PROPERTIES), "rStyle")
    return style is not None and "placeholder" in style.lower()


def _replaced(body: Element) -> Iterator[Element]:
    struck: dict[Element, set[Element]] = defaultdict(set)
    for mark in body.iter(*(W + name for name in _STRIKES)):
        properties = mark.getparent()
        run = None if properties is None else properties.getparent()
        if run is not None and run.tag == _RUN and _is_struck(run):
            struck[_holder(run)].add(run)
    whole = {
        holder
        for holder, runs in struck.items()
        if not any(run not in runs and _worded(run) for run in holder.iter(_RUN))
    }
    withdrawn = _withdrawn(whole)
    for holder, runs in struck.items():
        if holder not in whole or holder in withdrawn:
            yield from runs


def _withdrawn(whole: set[Element]) -> set[Element]:
    """Return the cells of rows in which all is struck out but what other rows share."""
    found: set[Element] = set()
    for row in {next(cell.iterancestors(_ROW), cell) for cell in whole if cell.tag == _CELL}:
        worded = [cell for cell in row.iter(_CELL) if any(map(_worded, cell.iter(_RUN)))]
        own = [cell for cell in worded if cell.find(_MERGED) is None]
        if len(own) > 1 and whole.issuperset(own):
            found.update(own)
    return found


def _is_struck(run: Element) -> bool:
    return any(on(run.find(_PROPERTIES), name) for name in _STRIKES)


def _holder(run: Element) -> Element:
    """Return the cell that a run stands in, or its paragraph outside tables."""
    found = next(run.iterancestors(_CELL), None)
    return next(run.iterancestors(_PARAGRAPH), run) if found is None else found


def _worded(run: Element) -> bool:
    return any(any(map(str.isalnum, text.text or "")) for text in run.iter(_TEXT))
