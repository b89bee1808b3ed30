"""Keys that stay when rows move: a hash of what a value is part of and of its own words."""

from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256

_LENGTH = 16  # hex digits


@dataclass(slots=True)
class Keys:
    """Gives keys that are unique in one statement: equals are told apart by their order."""

    seen: Counter[str] = field(default_factory=Counter)

    def key(self, *parts: str) -> str:
        """Return the key of a value from the words that it stands under and its own."""
        plain = "\x1f".join([" ".join(part.lower().split()) for part in parts])
        self.seen[plain] += 1
        whole = f"{plain}\x1e{self.seen[plain]}"
        return sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]
