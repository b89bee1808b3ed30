"""Which findings of an old draft are still there in the new one."""

from collections import deque
from collections.abc import Iterable

from pipeline.changes.matching import Pairs
from pipeline.models import Finding


def still_there(
    old: Iterable[Finding], new: Iterable[Finding], pairs: Pairs
) -> tuple[set[str], set[str]]:
    """Return the keys of the old findings that remain, and of the new that are not new.

    A finding remains under its key, or as one of the same check about the same area, action
    or document.
    """
    olds, news = list(old), list(new)
    kept = {one.key for one in olds} & {one.key for one in news}
    waiting: dict[tuple[str, str], deque[str]] = {}
    for one in news:
        if one.key not in kept:
            waiting.setdefault((one.code, one.subject), deque()).append(one.key)
    remaining, known = set(kept), set(kept)
    for one in olds:
        found = waiting.get((one.code, _subject_now(one.subject, pairs)))
        if one.key not in kept and found:
            remaining.add(one.key)
            known.add(found.popleft())
    return remaining, known


def _subject_now(subject: str, pairs: Pairs) -> str:
    """Return the id that a subject has in the new draft; empty where it is gone.

    The document, its sections and tables keep their names.
    """
    if "." not in subject or not subject.replace(".", "").isdecimal():
        return subject
    return pairs.actions.get(subject) or pairs.areas.get(subject, "")
