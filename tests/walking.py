"""What tests want to know of a statement: every value with a place, every word that it keeps."""

import html
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from pipeline.models import Action, Area, Location, Statement

_TAG = re.compile(r"<(?:!--.*?--|/?[A-Za-z][^<>]*)>", re.S)
_WORD = re.compile(r"\w+")


def valued(node: Any) -> Iterator[tuple[str, Location]]:
    """Yield the text and the place of every value below `node`."""
    if isinstance(node, BaseModel):
        text, place = getattr(node, "text", None), getattr(node, "location", None)
        if text and isinstance(place, Location):
            yield text, place
        for name in type(node).model_fields:
            yield from valued(getattr(node, name))
    elif isinstance(node, (list, tuple)):
        for item in node:
            yield from valued(item)


def slices(source: str, place: Location) -> str:
    """Return the source behind a place: untagged, unescaped, white space folded."""
    parts = (source[one.start : one.end] for one in place.fragments)
    plain = " ".join(html.unescape(_TAG.sub("", part)) for part in parts)
    return " ".join(plain.split())


def is_as_checked(part: BaseModel) -> bool:
    """Say whether checking a published value finds all in order, and gives the same again."""
    again = type(part).model_validate(part.model_dump(warnings="error"))
    return again == part and again.model_dump_json() == part.model_dump_json()


def words(text: str | None) -> list[str]:
    """Return the words of a text in lower case."""
    return _WORD.findall((text or "").lower())


def kept(statement: Statement) -> Counter[str]:
    """Count every word that the statement has in a field, among the dropped, or unplaced."""
    texts: list[str | None] = [statement.title]
    texts += [column.header for column in statement.extraction.columns]
    texts += [one.text for one in statement.extraction.dropped]
    texts += [one.text for one in statement.unplaced]
    for section in statement.sections:
        texts.append(section.title)
        for area in section.areas:
            texts += [area.ref, area.text, area.status, *_beside(area)]
            texts += [one.text for group in area.assignments for one in group.passages]
            for action in area.actions:
                texts += [action.ref, action.text, action.status, *_beside(action)]
    return Counter(word for text in texts for word in words(text))


def _beside(node: Area | Action) -> list[str]:
    texts = [one.text for one in node.measures]
    texts += [one.text for one in node.starts]
    return texts + [one.text for one in node.other]
