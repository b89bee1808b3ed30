"""The names that somebody may have meant by one that is not known."""

from collections.abc import Iterable

_LIKE = 0.5
_MANY = 3


def did_you_mean(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return a question with the known names most like `name`, else `otherwise`.

    Like are those spelt nearly so, and those that it is a part of ("vague": "vague-period").
    """
    likeness = {one: _likeness(name.lower(), one.lower()) for one in known}
    near = sorted(likeness, key=lambda one: -likeness[one])[:_MANY]
    like = [one for one in near if likeness[one] >= _LIKE]
    return f"Did you mean {' or '.join(like)}?" if like else otherwise


def _likeness(name: str, known: str) -> float:
    """Return from 0 to 1 how like two names are."""
    from difflib import SequenceMatcher

    part = _LIKE if len(name) >= _MANY and name in known else 0.0
    return max(part, SequenceMatcher(None, name, known).ratio())
