"""The lines of an owner cell: a name that was only wrapped is joined again."""

import re
from collections.abc import Iterable, Iterator

from pipeline import owners
from pipeline.placed import Text, join

_TITLE = re.compile(r"(?:Head|Director|Manager|Leader?|Chair) (?:of|for) ")


def unwrapped(lines: Iterable[Text], *, dated: bool = False) -> list[Text]:
    """Return the lines, two as one where only that makes sense of the owners in them.

    Renderers break names anywhere ("Suffolk County" / "Council"). Lines are joined when the
    joined reading leaves fewer words that are no known kind of owner; those of a cell that is
    `dated`, too, only over a page break.
    """
    kept: list[Text] = []
    for line in lines:
        if kept and _is_over_page(kept[-1], line) and _is_half(kept[-1], line):
            kept[-1] = join((kept[-1], line))
            continue
        if kept and not dated and _unknown(kept[-1].text) + _unknown(line.text):
            whole = join((kept[-1], line))
            if _unknown(whole.text) < _unknown(kept[-1].text) + _unknown(line.text):
                kept[-1] = whole
                continue
        kept.append(line)
    return kept


def parted(text: Text) -> Iterator[Text]:
    """Yield the posts of a text that fills several lines on its page, where a line ends each.

    A line that is full does not show whether the next one goes on with it: "Practice Lead" /
    "Court Officer" are two posts, "Service Manager" / "Fostering" is one.
    """
    breaks = [at for at, run in text.runs[1:] if run.edges]
    for above, below in ((text.cut(0, at), text.cut(at)) for at in breaks):
        ends = _ends_post(above.text, below.text) or (len(breaks) == 1 and _heads(above.text))
        if ends and _begins_post(below.text):
            yield above
            yield from parted(below)
            return
    yield text


def _ends_post(above: str, below: str) -> bool:
    """Say whether a text is a post of several words, and whole: it may be the "Head of" much."""
    found = owners.scan(above, cell=True)
    if len(found) != 1 or (found[0].kind, found[0].start, found[0].end) != ("post", 0, len(above)):
        return False
    first, _, last = above.rpartition(" ")
    ended = [span.kind for span in owners.scan(last, cell=True)] == ["post"]
    return bool(first) and (ended or (last[0].isupper() and bool(_TITLE.match(below))))


def _heads(above: str) -> bool:
    """Say whether a line is the head of what has a name by itself ("Head of Virtual School")."""
    title = _TITLE.match(above)
    field = above[title.end() :] if title else ""
    found = owners.scan(field, cell=True)
    return [(one.kind, one.start, one.end) for one in found] == [("group", 0, len(field))]


def _begins_post(below: str) -> bool:
    """Say whether a text begins with a post of several words."""
    found = owners.scan(below, cell=True)
    return bool(found) and found[0].kind == "post" and " " in below[: found[0].end].strip()


def _unknown(text: str) -> int:
    found = owners.scan(text, cell=True)
    return sum(span.kind == "unknown" and not span.placeholder for span in found)


def _is_over_page(above: Text, below: Text) -> bool:
    """Say whether a page break parts two lines: pages, or the pieces of a table, differ."""
    if not above.runs or not below.runs:
        return False
    upper, lower = above.runs[-1][1].place, below.runs[0][1].place
    return (upper.page, upper.table) != (lower.page, lower.table)


def _is_half(above: Text, below: Text) -> bool:
    """Say whether a line that names no post names one owner together with the next."""
    found = owners.scan(above.text, cell=True)
    whole = owners.scan(join((above, below)).text, cell=True)
    known = len(whole) == 1 and whole[0].kind != "unknown"
    reaches = known and whole[0].end > len(above.text)
    return reaches and all(span.kind not in ("post", "person") for span in found)
