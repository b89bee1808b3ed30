"""What looks like somebody's private data.

A date of birth, a case number, a private e-mail address or mobile number: the plan will be
published. The finding says what it looks like and where it stands, and does not repeat it.

Take it out before the plan leaves the office.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Review the case of the child (DOB 03/02/2015)
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator
from functools import cache

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._words import either, listed, vocabulary
from pipeline.models import Action, Area, Location, Severity

CODE = "DOC004"
SLUG = "personal-data"
NAME = "Private data"
SEVERITY: Severity = "error"
UNIT = "document"
HELP = "Take it out before the plan leaves the office."
_KINDS = {
    "birth": "a date of birth",
    "case": "a case number",
    "mail": "a private e-mail address",
    "mobile": "a mobile telephone number",
    "insurance": "a National Insurance number",
}
# Quick to look for: digits in plenty, the sign of an address, a word of birth.
_DIGITS = ("00000", "00 00 00")
_SIGNS = ("@", "+", "birth", "born", "dob", "d.o.b")
_Place = tuple[str, str, Location]
_DATE = r"\d{1,2}[ ./-](?:\d{1,2}|[A-Za-z]{3,9})[ ./-]\d{2,4}"


def check(context: Context) -> Iterator[Hit]:
    """Yield the document once, with every place that looks like private data."""
    found: list[tuple[str, str, str, Location]] = []
    for subject, text, place in _texts(context) if _hinted(context.prose) else ():
        for match in _private().finditer(text) if _hinted(text.lower()) else ():
            found.append((_KINDS[str(match.lastgroup)], match[0], subject, place))
    if found:
        yield _hit(found)


def _hit(found: list[tuple[str, str, str, Location]]) -> Hit:
    kinds = listed(list(dict.fromkeys(kind for kind, *_ in found)))
    ids = tuple(dict.fromkeys(subject for _, _, subject, _ in found))
    words = " ".join(said for _, said, _, _ in found)
    where = listed([id_ for id_ in ids if id_ != DOCUMENT]) or "the text beside the table"
    message = f"What looks like {kinds} stands in {where}."
    place = Location(fragments=tuple(part for *_, at in found for part in at.fragments))
    return Hit(DOCUMENT, message, words, ids, place, confidence="medium")


def _texts(context: Context) -> Iterator[_Place]:
    """Yield what each area, and then the text beside the table, says: subject, words, place."""
    for area in context.areas:
        yield from _own(area)
        yield from ((area.id, one.text, one.location) for one in area.assignments)
        for action in area.actions:
            yield from _own(action)
    for passage in (*context.statement.monitoring, *context.statement.unplaced):
        yield DOCUMENT, passage.text, passage.location


def _own(subject: Area | Action) -> list[_Place]:
    texts = [(subject.id, subject.text or "", subject.location)]
    for part in subject.measures:
        texts.append((subject.id, part.text, part.location))
    for other in subject.other:
        texts.append((subject.id, other.text, other.location))
    return texts


def _hinted(plain: str) -> bool:
    if any(sign in plain for sign in _SIGNS):
        return True
    for digit in "123456789":
        plain = plain.replace(digit, "0")
    return any(digits in plain for digits in _DIGITS)


@cache
def _private() -> re.Pattern[str]:
    mail = either(vocabulary("wording")["private_mail"])
    forms = {
        "birth": rf"\b(?:d\.?o\.?b\.?|date of birth|born(?: on)?)\s*+:?\s*+{_DATE}",
        "case": r"\b(?:case|child|client|ics|mosaic|lcs|nhs|upn|liquidlogic|pupil)\s*+"
        r"(?:no\.?|number|ref\.?|reference|id)\s*+[:#]?\s*+[a-z]{0,3}\d{5,}",
        "mail": rf"(?<![\w.+-])[\w.+-]{{1,64}}@(?:{mail})\b",
        "mobile": r"(?<!\d)(?:\+44\s?7|07)\d{3}\s?\d{3}\s?\d{3}(?!\d)",
        "insurance": r"\b[A-Z]{2}\s?\d{2}\s?\d{2}\s?\d{2}\s?[A-D]\b",
    }
    parts = (f"(?P<{name}>{form})" for name, form in forms.items())
    return re.compile("|".join(parts), re.IGNORECASE)
