"""Keys that stay when rows move: a hash of what a value is part of and of its own words."""

from dataclasses import dataclass, field
from hashlib import sha256

_LENGTH = 16  # hex digits


@dataclass(slots=True)
class Keys:
    """Gives keys that are unique in one statement: equals are told apart by their order."""

    seen: dict[str, int] = field(default_factory=dict)  # how often a plain form came
    _plain: dict[str, str] = field(default_factory=dict)  # what values stand under comes often

    def key(self, *parts: str) -> str:
        """Return the key of a value from the words that it stands under and its own."""
        known = self._plain
        plain = "\x1f".join([known.get(part) or self._folded(part) for part in parts])
        count = self.seen[plain] = self.seen.get(plain, 0) + 1
        whole = f"{plain}\x1e{count}"
        return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]

    def _folded(self, part: str) -> str:
        found = self._plain[part] = " ".join(part.lower().split())
        return found
