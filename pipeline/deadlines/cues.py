"""Where a time may begin in prose: words and figures that are quick to find."""

import re

from pipeline.deadlines.recurrence import RULES
from pipeline.deadlines.words import MONTH, MONTHS, PARTED, WEEKDAYS, compiled, words

CUE = compiled(
    rf"""(?<![\w½/.-])(?:
        (?:by|before|from|during|until|till|in|on|at|within|over|every|each|starting|commencing
           |beginning|no\slater|not\slater|with\seffect|with\simmediate|throughout|once|twice|for|early|end|due
           |between|per)\s
        | [0-9]{{1,4}}(?=[\s/.,-]|st|nd|rd|th) | {MONTH}(?=[\s,'-]{{1,3}}[0-9])
        | (?:(?:half|bi|six|three|two|semi|twice)[\s-]?)?
          (?:annual|month|quarter|week|term|year|dai|fortnight)ly(?=\W|$)
        | (?:two|three|four|five|six|nine|twelve)\s(?:times|(?:week|month|term)s?\safter)\s
        | to\sthe\snext\s | as\ssoon\sas\s
        | (?:asap|immediately|urgently)\b
        | (?:bi-?)?annual | biannual | ½ | w/[ce] | (?:date|timescale)s?\s(?:to\sbe|tb[ca]) )"""
)
# No text without one of these words or a figure can state a time: most are passed over here.
_SIGNS = {
    *(*MONTHS, *WEEKDAYS, *words("prose", "signs"), *(rule.split()[-1] for rule in RULES)),
    *(part for rule in RULES for part in rule.split("-")),
}
_AS_BYTES = frozenset(map(str.encode, _SIGNS))
_DAY_IN_MONTH = compiled(rf"[0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}(?:,?\s[0-9]{{2,4}})?")


def may_state(text: str) -> bool:
    """Say whether plain prose has a sign of a time: most has none, and need not be read."""
    found = text.encode("ascii", "replace").translate(PARTED)
    return b"0" in found or "½" in text or not _AS_BYTES.isdisjoint(found.split())


def past(text: str, match: re.Match[str]) -> int:
    """Return where to look on: behind a day's figures, for "3.2.14" has no other in its middle."""
    at = match.start()
    if not text[at].isdigit():
        return at + len(match[0].split()[0]) if match[0].split() else match.end()
    if day := _DAY_IN_MONTH.match(text, at):
        return day.end()
    while at < len(text) and (text[at].isdigit() or text[at] in "./-"):
        at += 1
    return at
