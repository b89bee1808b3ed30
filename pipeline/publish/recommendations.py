"""The narrative list of areas, each item linked to the table's area that repeats it."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from pipeline.models import Area, Recommendation, Section
from pipeline.placed import Text

_ALIKE = 0.8  # share of words in common, in order, from which two wordings are one
_Worded = tuple[str, Area]  # an area after the words to compare


def linked(items: Sequence[Text], sections: Sequence[Section]) -> tuple[Recommendation, ...]:
    """Return the items with the area that each is answered by; an area answers one item."""
    free = [(Text(area.text).words, area) for one in sections for area in one.areas if area.text]
    found = []
    for number, item in enumerate(items, 1):
        answer = _answer(item.words, free)
        if answer is not None:
            free.remove(answer)
        area = answer[1] if answer else None
        found.append(
            Recommendation(
                id=f"R{number}",
                text=item.text,
                area=area.id if area else None,
                location=item.location(),
            )
        )
    return tuple(found)


def _answer(words: str, areas: Sequence[_Worded]) -> _Worded | None:
    for area in areas:
        if area[0] == words:
            return area
    rated = [(_alike(words.split(), area[0].split()), area) for area in areas]
    best = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= _ALIKE else None


def _alike(first: list[str], second: list[str]) -> float:
    shared = len(set(first) & set(second)) * 2
    if shared < _ALIKE * (len(set(first)) + len(set(second))):
        return 0.0
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
