"""How wording, owners and deadlines of an area or action changed."""

from collections.abc import Iterable, Sequence

from pipeline.changes.models import DeadlineChange, OwnerChange, Rewording
from pipeline.likeness import MOST_WORDS, difference
from pipeline.models import Deadline, Owner
from pipeline.owners import key_of
from pipeline.placed import Text


def rewording(old: str | None, new: str | None) -> Rewording | None:
    """Return how a wording changed; None where case and punctuation are all that did."""
    before, after = old or "", new or ""
    if before == after:
        return None
    if max(len(before.split()), len(after.split())) > MOST_WORDS:
        return Rewording(marked=f"[-{before}-] {{+{after}+}}", lost=(before,), added=(after,))
    found = difference(before, after)
    if not found.lost and not found.added and not found.slight:
        return None
    return Rewording(marked=found.marked, lost=found.lost, added=found.added, slight=found.slight)


def owner_change(old: Sequence[Owner], new: Sequence[Owner]) -> OwnerChange | None:
    """Return how owners changed; their order and spelling do not count."""
    if {key_of(one.text) for one in old} == {key_of(one.text) for one in new}:
        return None
    return OwnerChange(old=_texts(old), new=_texts(new))


def deadline_change(old: Sequence[Deadline], new: Sequence[Deadline]) -> DeadlineChange | None:
    """Return how deadlines changed; another way to write the same days does not count."""
    if sorted(map(_meaning, old)) == sorted(map(_meaning, new)):
        return None
    last = [one.latest for one in (*old, *new)] if len(old) == len(new) == 1 else []
    days = (last[1] - last[0]).days if len(last) > 1 and last[0] and last[1] else None
    return DeadlineChange(
        old="; ".join(_texts(old)) or None, new="; ".join(_texts(new)) or None, days=days
    )


def _meaning(deadline: Deadline) -> tuple[str, ...]:
    known = (deadline.edtf, deadline.latest, deadline.rrule)
    if any(known):
        return tuple(str(one or "") for one in known)
    return (Text(deadline.text).words,)


def _texts(found: Iterable[Owner | Deadline]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.text for one in found))
