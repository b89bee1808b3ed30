"""Words that may give a plan's date, its monitoring or its measures, but were not understood.

These are told in too many ways to know them all. Where a paragraph that nothing is made of may
hold one, nobody should say that the plan lacks it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

from pipeline.models import NoteKind
from pipeline.placed import Text

_CLAUSE = re.compile(r"[^.;|(]+")
# All but names are looked for in small letters, by patterns whose first letter is told.
_OF_THE_INSPECTION = re.compile(
    r"\b(?:inspect|visit|publish|report\b(?! to\b)|letter|found\b|judg|since\b)"
)
_AGREED = re.compile(  # which is no watching; nor is what an inspector found
    r"\b(?:accept|accountable|adopt|agree|approv|consult|decision|draft|endors|inspect|judg"
    r"|leads?\b|ratif|respon[ds]|sign|submi)"
)
_DAY = re.compile(  # "by 27 March" is a day for others
    r"[0-9](?<!\w.)(?<!by .)[0-9]?(?:(?:st|nd|rd|th)?(?: of)?"
    r" (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*,? 20[0-9][0-9]\b"
    r"|([/.-])[0-9]{1,2}\1(?:20)?[0-9][0-9]\b)"
)
_BODY = re.compile(
    r"(?:authority|board|cabinet|committee|council|executive|governors|governing body|group"
    r"|panel|partnership|responsible individual|scrutiny|trustees)\b"
)
_FIGURE = re.compile(r"(?:%|per cent\b|targets?\b|baselines?\b)")
_NAME = re.compile(r"(?:\W*+(?:[A-Z][\w'’]*+|(?:\d+|and|for|in|of|on|the|with)\b))++\W*")
_SIGNS: Mapping[NoteKind, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "unclear-date": (_DAY, _OF_THE_INSPECTION),
    "unclear-monitoring": (_BODY, _AGREED),
    "unclear-measure": (_FIGURE, _OF_THE_INSPECTION),
}


def unclear(prose: Iterable[Text], kind: NoteKind) -> Iterator[tuple[NoteKind, Text]]:
    """Yield the first words of a kind in paragraphs that nothing is made of, if there are any.

    For a date the words are the day alone, else the clause.
    """
    found = next(_told(prose, kind), None)
    if found:
        yield kind, found


def _told(texts: Iterable[Text], kind: NoteKind) -> Iterator[Text]:
    sign, barring = _SIGNS[kind]
    for text in texts:
        small = text.text.lower()
        for clause in _CLAUSE.finditer(small) if sign.search(small) else ():
            at = sign.search(small, *clause.span())
            if at is None or barring.search(clause[0]):
                continue
            words = text.cut(*(at if kind == "unclear-date" else clause).span())
            if kind != "unclear-monitoring" or not _NAME.fullmatch(words.text):
                yield words
