"""What the inspectors judged: "The overall judgement is that services for children are good".

The grammar follows how inspection reports and the plans quoting them put it: a judgement
*that*, *for* or *of* something; something *judged* or *rated*; a short line with a subject
and its grade.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from pipeline.blocks import Grid, Prose, Table
from pipeline.grid.rows import text_of
from pipeline.placed import Text, join
from pipeline.preamble.sentences import clauses
from pipeline.preamble.vocabulary import any_of, mentions, named, phrases, straight

_LINE_WORDS = 20
_WIDEST = 3  # columns of a table of judgements
_LONGEST = 40  # characters of a grade
_BE = r"(?:is|are|was|were|be|as|to be|has been|have been)"
_SUBJECT = r"(?P<subject>[^,:;]{2,160}?)"
_LEAD = re.compile(
    r"^(?:(?:the )?(?:overall )?effectiveness of |the |our |that |its |and |\d+(?:\.\d+)*\.? )+",
    re.I,
)

_VERB = re.compile(r"\b(?:is|are|was|were|has|have|had)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"it|they|them|this|these|those|us|we|which|both|all", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Judged:
    """A subject and its grade, as written."""

    subject: Text
    grade: Text
    text: Text


def judgements(blocks: Iterable[Prose | Table | Grid]) -> tuple[Judged, ...]:
    """Return the judgements of prose and of tables in order, each subject once."""
    found: dict[str, Judged] = {}
    for block in blocks:
        if isinstance(block, Prose):
            stated = _in_block(block.text)
        else:
            stated = _in_table(block) if isinstance(block, Grid) else iter(())
        for one in stated:
            found.setdefault(one.subject.text.lower(), one)
    return tuple(found.values())


def _in_table(grid: Grid) -> Iterator[Judged]:
    """Yield the rows of a narrow table that end with a grade alone: "Care leavers | Good"."""
    if len(grid.header) <= _WIDEST and grid.header[-1] and _is_grade(grid.header[-1]):
        *about, grade = (text for text in grid.header if text)
        yield from _beside(about, grade)
    for row in grid.rows:
        last = row.cells[-1]
        if not last or len(last.lines) != 1 or len(row.cells) > _WIDEST:
            continue
        if _is_grade(last.lines[0].text):
            yield from _beside([text_of(cell) for cell in row.filled[:-1]], last.lines[0].text)


def _is_grade(text: Text) -> bool:
    return len(text.text) <= _LONGEST and bool(_grade_word().fullmatch(straight(text.text)))


def _beside(about: Sequence[Text], grade: Text) -> Iterator[Judged]:
    if subject := join(about):
        yield Judged(subject, grade, join((subject, grade)))


def _in_block(text: Text) -> Iterator[Judged]:
    if not mentions("grades", text.text):
        return
    plain = straight(text.text)
    if not _grade_word().search(plain):
        return
    is_line = len(plain.split()) <= _LINE_WORDS
    for start, clause in clauses(plain):
        for pattern in (*_patterns(), _line()) if is_line else _patterns():
            if match := pattern.search(clause):
                yield from _judged(text, start, match)
                break


def _judged(text: Text, start: int, match: re.Match[str]) -> Iterator[Judged]:
    subject, grade = (_slice(text, start, match, name) for name in ("subject", "grade"))
    lead = _LEAD.match(subject.text)
    if lead and lead.end() < len(subject.text):
        subject = subject.cut(lead.end())
    verb = _VERB.search(subject.text)
    subject = subject.cut(0, verb.start()) if verb else subject
    if subject and not _PRONOUN.fullmatch(subject.text):
        yield Judged(subject, grade, _slice(text, start, match, 0))


def _slice(text: Text, start: int, match: re.Match[str], group: str | int) -> Text:
    return text.cut(start + match.start(group), start + match.end(group))


@cache
def _grade() -> str:
    border = r"(?=['\"”]?(?:[,.;)]|$| and\b| but\b| with\b| overall\b))"
    return rf"['\"“]?(?P<grade>{any_of(phrases('grades'))}){border}"


@cache
def _grade_word() -> re.Pattern[str]:
    return named("grades")


@cache
def _line() -> re.Pattern[str]:
    """Return the pattern of a line such as "Adoption performance: Good"."""
    about = any_of(phrases("subjects"))
    return re.compile(
        rf"^(?P<subject>(?:\d[\d.]* )?(?:[^:.]{{0,60}}\b)?{about}(?:\b[^:.]{{0,60}}?)?)\s?[:-]?\s?"
        rf"{_grade()}['\".]*$",
        re.IGNORECASE,
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    grade = _grade()
    forms = (
        rf"\bjudgements? (?:is |was )?that {_SUBJECT} (?:{_BE} )?{grade}",
        rf"\bjudgements? (?:for|of|on|about) {_SUBJECT} (?:{_BE} )?{grade}",
        rf"\b(?:judged|found|concluded) that {_SUBJECT} (?:{_BE} )?{grade}",
        rf"\b(?:judged|rated|graded|found) {_SUBJECT} (?:to be|as) {grade}",
        rf"^{_SUBJECT} {_BE} (?:judged|rated|graded|found|assessed) (?:(?:as|to be|to) )?{grade}",
        rf"(?P<subject>\boverall (?:judgement|effectiveness|grade|rating)) {_BE} {grade}",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)
