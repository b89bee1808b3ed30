"""Keys that stay when rows move: a hash of what a value is part of and of its own words."""

from dataclasses import dataclass, field
from hashlib import sha256

_LENGTH = 16  # hex digits
_HASH = sha256()  # of nothing: to copy it takes half the time of a new one


@dataclass(slots=True)
class Keys:
    """Gives keys that are unique in one statement: equals are told apart by their order."""

    seen: dict[str, int] = field(default_factory=dict)  # how often a plain form came

    def key(self, *parts: str) -> str:
        """Return the key of a value from the words that it stands under and its own.

        Capitals make no difference; of white space the words hold single spaces alone.
        """
        plain = "\x1f".join(parts).lower()
        count = self.seen[plain] = self.seen.get(plain, 0) + 1
        return hashed(f"{plain}\x1e{count}")


def hashed(text: str) -> str:
    """Return the key that stands for a text."""
    found = _HASH.copy()
    found.update(text.encode("utf-8", "surrogatepass"))
    return found.hexdigest()[:_LENGTH]
