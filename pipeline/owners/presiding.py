"""Whether one whom an action names only presides over what others do."""

import re

_CHAIRED = re.compile(r"\bchaired (?:jointly )?by (?:an? |our |the )?\Z", re.IGNORECASE)
_NEAR = 40  # characters


def presides(text: str, at: int) -> bool:
    """Whether the owner at `at` does: "set up a panel, chaired by the Head of Service"."""
    return _CHAIRED.search(text, max(at - _NEAR, 0), at) is not None
