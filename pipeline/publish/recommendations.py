"""The narrative list of areas, each item linked to the table's area that repeats it."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline.blocks import Text
from pipeline.models import Area, Recommendation, Section

_ALIKE = 0.8  # share of words in common, in order, from which two wordings are one


def linked(items: Sequence[Text], sections: Sequence[Section]) -> tuple[Recommendation, ...]:
    """Return the items with the area that each is answered by; an area answers one item."""
    free = [area for section in sections for area in section.areas if area.text]
    found = []
    for number, item in enumerate(items, 1):
        area = _answer(item, free)
        if area is not None:
            free.remove(area)
        found.append(
            Recommendation(
                id=f"R{number}",
                text=item.text,
                area=area.id if area else None,
                location=item.location(),
            )
        )
    return tuple(found)


def _answer(item: Text, areas: Sequence[Area]) -> Area | None:
    words = item.words
    for area in areas:
        if Text(area.text or "").words == words:
            return area
    rated = [(_alike(words.split(), Text(area.text or "").words.split()), area) for area in areas]
    best = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _ALIKE else None


def _alike(first: list[str], second: list[str]) -> float:
    shared = len(set(first) & set(second)) * 2
    if shared < _ALIKE * (len(set(first)) + len(set(second))):
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
