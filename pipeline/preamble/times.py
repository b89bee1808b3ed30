"""The days a preamble states: its own date, the report's, the inspection's."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.placed import Text
from pipeline.preamble.days import Days, days
from pipeline.preamble.sentences import sentences
from pipeline.preamble.vocabulary import named, straight

_LONGEST_INSPECTION = 92  # days from first to last
_HEAD_WORDS = 14  # a line at the head that is but a name and a date holds no more
_LINE_WORDS, _TOLD_WORDS = 20, 40  # nor does a line that begins by saying what was done on the date
_DIGIT = re.compile(r"[0-9]")  # no day without one: this rules out most texts
_DAY_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_INSPECTION = re.compile(
    r"(?<!chief )\binspect(?!ions? act)|\brevisit\b|\bofsted (?:\w+ )?visited\b"
    r"|\bfieldwork\b|\bfocused visit\b|\bdates? of (?:the )?review:",
    re.IGNORECASE,
)
_INSPECTION_SIGNS = ("inspect", "fieldwork", "visit", "review")
_ANOTHER = re.compile(
    r"\b(?:previous|earlier|next|future|forthcoming|re-?inspect\w*|monitoring (?:visit|inspection)"
    r"|last inspect\w*|since the|fit for purpose)\b",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\b(?:report(?:ed)?|letter|findings|outcome|judgements?)\b", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:publi\w+|issued|released|dated|received)\b"
    r"|\b(?:(?:report|letter)(?: of\b|:| ?\()|reported on)(?= ?\d)",
    re.IGNORECASE,
)
_WEEK = re.compile(r"\b(?:weeks? (?:of|beginning|commencing)|w/c):?\s*$", re.IGNORECASE)
_REPORT_SIGNS = ("publi", "issued", "released", "dated", "received", "report", "letter")
_PRONOUN = re.compile(r"(?:it|this) (?:was|is|has been)\b", re.IGNORECASE)
_NEAR = 120  # characters of the sentence before
_CLAUSE = 300  # characters before "published"
_DATE_LABEL = re.compile(
    r"^\W*(?:date|dated|last (?:updated|revised|reviewed)|updated|revised|published|submitted"
    r"|approved|agreed|issued|(?:(?:correct|data|position|progress|situation|status) )?as (?:at|of)"
    r"|(?:position|situation|status) at|"
    r"(?:plan|document|publication|issue|version|approval|sign-?off) date"
    r"|(?:(?:action|improvement) )?(?:plan|statement|document|version|draft) (?:of|dated|as at|at)"
    r"|this (?:plan|statement|document|version|draft)(?= ?:)"
    r"|(?:first |second |third |final )?submission|(?:this is )?version:? \d[\d.]*"
    r"|v\d[\d.]*|draft(?: v?\d[\d.]*)?"
    r"|(?:review )?date of (?:this )?"
    r"(?:plan|issue|publication|submission|version|statement|document|update))\b",
    re.IGNORECASE,
)
_OWN_VERB = re.compile(
    r"^\W*(?:(?:(?:issue|version|draft|v)\s?[\d.]+,?|(?:final|draft)\s?[:,–-])\s)?"
    r"(?:(?:as|this|the|action|improvement|plan|statement|document|app|pap|rap|wsoa)\s){0,5}"
    r"(?:status:\s)?(?:(?:was|is|has been)\s)?(?:last\s)?"
    r"(?:adopted|agreed|amended|approved|circulated|completed|compiled|drafted|endorsed|finalised"
    r"|issued|prepared|presented|produced|published|ratified|refreshed|reissued|reviewed|revised"
    r"|sent|sign-?off|signed off|submitted|updated|written"
    r"|(?:status of this \w+:? )?for (?:agreement|approval|comment|consideration|decision"
    r"|discussion)(?: (?:at|by))?)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"(?:\d{1,2}(?:st|nd|rd|th)? )?[A-Z][a-z]{2,8} 20\d\d\W*")
_REPORTS = re.compile(  # "Plan after the inspection, published 3 December": whose day?
    r"(?<!post-)(?:\binspection|\breport|\bletter)\b[^.;]*,$", re.IGNORECASE
)
_PUT = re.compile(  # somebody "presented these commitments to Full Council on ..."
    r"\b(?:adopted|agreed|approved|endorsed|presented|put|submitted|took) "
    r"(?:it|(?:this|these|the|our)(?: [\w-]+){1,4}) (?:at|on|to)\b",
    re.IGNORECASE,
)
_BORDER = re.compile(
    r"\.\s+(?=[A-Z])|;\s+|\s\|\s"
    r"|(?:\s[–—-]|,)\s(?=(?:(?:[Pp]lan |[Ss]tatement )?(?:adopted|agreed|approved|as at|compiled"
    r"|dated|drafted|endorsed|issued|prepared|produced|published|ratified|revised|signed off"
    r"|submitted|updated|version|written))\b)"
)
_ANOTHERS = re.compile(
    r"\binspect(?:ed|ing|ions?(?! act\b))\b|\bvisit\b|\bletter\b"
    r"|(?<!cabinet )(?<!committee )(?<!progress )(?<!scrutiny )\breport\b(?! to )",
    re.IGNORECASE,
)
_ELSE = re.compile(_ANOTHERS.pattern + r"|\bcomments?\b.{0,80}\bby\b|\bmeetings\b", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:will|to be)\b", re.IGNORECASE)
_NOT_OWN = re.compile(
    _ANOTHERS.pattern + r"|\breview (?:date|due)\b|\bnext\b|\bdue\b|\bmeetings?\b|\bdates\b"
    r"|\bfocused\b|\bjudged\b|\bofsted \(?(?:[a-z]+ )?\d{2,4}\b|\bofsted ?\("
    r"|\bdeadline\b|\bby\b|\bvalid\b|©",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Dated:
    """Days that a text states: one day (`first` is `last`), or a stretch such as a month."""

    text: Text
    first: date
    last: date


def own_date(blocks: Sequence[Text], head: int) -> Dated | None:
    """Return the document's own date: a labelled one, else one in its first `head` blocks.

    A line that begins "Approved by Cabinet" or "Plan published" labels it, too.
    """
    dated = ((at, text) for at, text in enumerate(blocks) if _DIGIT.search(text.text))
    lines = [(at, line) for at, text in dated for line in _lines(text)]
    labelled = (line for _, line in lines if _DATE_LABEL.search(line.text))
    agreed = (line for at, line in lines if at < head and _is_told(line.text))
    leading = (
        line
        for at, line in lines
        if at < head
        and (_is_short(blocks[at]) or _ALONE.fullmatch(line.text))
        and not _FUTURE.search(line.text)
    )
    return (
        _first_date(labelled, _ELSE, before=True)
        or _first_date(agreed, _ELSE, before=True)
        or _first_date(leading, _NOT_OWN)
    )


def _is_told(line: str) -> bool:
    """Whether a line says that the plan was agreed, published or put to somebody."""
    return bool(_OWN_VERB.search(line) or _PUT.search(line))


def report_date(blocks: Iterable[Text]) -> Dated | None:
    """Return the day on which the text says that the inspection report was published."""
    for text, start, sentence in _sentences(blocks, _PUBLISHED, _REPORT_SIGNS):
        verb = _PUBLISHED.search(sentence)
        about = sentence
        if _PRONOUN.match(sentence):
            about = text.text[max(0, start - _NEAR) : start]
        if not verb or not _REPORT.search(about):
            continue
        found = [one for one in days(sentence) if one.first == one.last]
        after = [one for one in found if one.start >= verb.end()]
        if after or found:
            return _dated(text, (after or found)[0], start)
    return None


def inspection(blocks: Iterable[Text]) -> Dated | None:
    """Return the first and last day of the inspection that the text speaks of.

    A stretch counts before a single day; a month alone fixes no day.
    """
    single = None
    for text, start, sentence in _sentences(blocks, _INSPECTION, _INSPECTION_SIGNS):
        for one in days(sentence):
            if not _may_be_inspection(sentence, one):
                continue
            if one.first < one.last:
                return _dated(text, one, start)
            single = single or _dated(text, one, start)
    return single


def _may_be_inspection(text: str, one: Days) -> bool:
    if _WEEK.search(text, 0, one.start):
        return False
    if one.first == one.last:
        before = text[max(0, one.start - 60) : one.start]
        *_, last = [len(before), *(match.start() for match in _INSPECTION.finditer(before))]
        near = before[last:]
        return bool(near) and not _PUBLISHED.search(before) and not _REPORT.search(near)
    if (one.last - one.first).days > _LONGEST_INSPECTION:
        return False
    return bool(_DAY_NUMBER.search(text[one.start : one.end]))


def _sentences(
    blocks: Iterable[Text], about: re.Pattern[str], signs: Sequence[str]
) -> Iterator[tuple[Text, int, str]]:
    """Yield the sentences about something and of no other inspection than this.

    Whatever `about` matches holds one of the `signs`, which are quick to look for.
    """
    for block in blocks:
        lower = block.text.lower()
        if any(map(lower.__contains__, signs)) and _DIGIT.search(lower):
            for start, sentence in sentences(block.text):
                if (
                    _DIGIT.search(sentence)
                    and about.search(sentence)
                    and not _ANOTHER.search(sentence)
                ):
                    yield block, start, sentence


def _first_date(
    blocks: Iterable[Text], excluded: re.Pattern[str], *, before: bool = False
) -> Dated | None:
    """Return the first date that is not said of something else, be it only before the date."""
    for text in blocks:
        for one in days(text.text):
            beside = text.text[: one.start] if before else _beside(text.text, one)
            if _is_date(one) and not excluded.search(beside):
                return _dated(text, one)
    return None


def _is_date(one: Days) -> bool:
    """Tell whether a document may bear such a date: a day or a month, not a stretch of days."""
    following = one.last + timedelta(days=1)
    is_month = one.first.day == following.day == 1 and one.first.month == one.last.month
    return one.first == one.last or is_month


def _beside(text: str, one: Days) -> str:
    """Return the part of a line that speaks of a day: names of the plan border it."""
    names = list(named("title").finditer(straight(text)))
    start = max((name.end() for name in names if name.end() <= one.start), default=0)
    end = min((name.start() for name in names if name.start() >= one.end), default=len(text))
    return text[start:end]


def _dated(text: Text, one: Days, start: int = 0) -> Dated:
    return Dated(text.cut(start + one.start, start + one.end), one.first, one.last)


def _lines(text: Text) -> Iterator[Text]:
    """Yield the short sentences of a text; where a line of the source begins one, it is cut."""
    written = text.text
    cuts = {at for at, _ in text.runs if written[at - 1 : at] == " " and written[at].isupper()}
    borders = (one for one in _BORDER.finditer(written) if not _is_reports(written, one))
    cuts |= {match.end() for match in borders}
    ends = sorted(cuts - {0})
    for start, end in zip([0, *ends], [*ends, len(written)], strict=True):
        line = text.cut(start, end)
        told = _OWN_VERB.match(line.text)  # what was done with the plan may take more words
        if _DIGIT.search(line.text) and _is_short(line, _TOLD_WORDS if told else _LINE_WORDS):
            yield line


def _is_reports(text: str, border: re.Match[str]) -> bool:
    """Whether it may be the report that was "published" or "issued" behind a comma."""
    said = text.startswith(("published", "issued"), border.end())
    before = text[max(0, border.end() - _CLAUSE) : border.end()]
    return said and bool(_REPORTS.search(before.rstrip()))


def _is_short(text: Text, most: int = _HEAD_WORDS) -> bool:
    return len(text.text.split(maxsplit=most)) <= most
