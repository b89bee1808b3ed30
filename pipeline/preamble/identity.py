"""What a document calls itself: title, version, and the authority that it belongs to."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache

from pipeline.blocks import Prose
from pipeline.placed import Text
from pipeline.preamble.vocabulary import any_of, named, phrases, straight, whole

HEAD = 12  # a document names itself in its first blocks
_TITLE_WORDS = 25
_TITLE_LENGTH = 300  # characters
_PART = r"[A-Z](?:[\w'’-]|\.(?=\w)|(?<=St)\.){0,60}"
_NAME = (
    rf"(?P<name>{_PART}(?:(?:,? (?:and|upon|on|of|the|in|with|under|le)| &|,){{0,2}}"
    rf" {_PART}){{0,5}})"
)
_KIND = (
    r"(?:(?i:metropolitan |county |city |borough |district |unitary |island |royal |london )"
    r"{0,3}(?i:council))"
)
_STYLED = re.compile(
    r"\b(?P<whole>(?i:the )?(?i:royal borough|london borough|city|county|council of the isles)"
    r"(?i: of) " + _NAME + r")"
)
_COUNCIL = re.compile(r"(?<![\w'’-])(?P<whole>" + _NAME + r" " + _KIND + r")(?!\w)")
_COUNCIL_WORDS = ("council", "borough of", "city of", "county of")
_INSPECTED = (
    re.compile(r"\bin (?P<whole>" + _NAME + r") (?:between|from|on|during|in)\b"),
    re.compile(
        r"\b(?i:inspection|visit) (?:of|to|in) (?:the )?(?P<whole>" + _NAME + r")(?=['’ ,.:;]|$)"
    ),
)
_LABELLED = re.compile(
    r"^(?i:local authority|(?:name of )?(?:local )?authority|council|(?:local )?area)\s?[:–-]\s?"
    r"(?P<whole>" + _NAME + r")$"
)
_BOARD = re.compile(r"(?P<whole>" + _NAME + r") (?:(?i:local )?(?i:safeguarding children)|LSCB\b)")
_SERVICE = re.compile(
    r"^(?P<whole>" + _NAME + r") (?i:(?:local area|area|SEND|area SEND)(?: \w+)? partnership"
    r"|local area$|children['’]?s services\b"
    r"|youth (?:justice|offending) (?:partnership|service|team))"
)
_CONTENTS = re.compile(r"(?:\.{3}|…|\. \. ).{0,40}\d$")  # a line of a table of contents
_CHAPTER = re.compile(  # names no document
    r"(?:\d[\d.]*\s+)?(?:background|(?:table of )?contents|context|(?:executive )?summary|foreword"
    r"|introduction|overview|purpose)\b.{0,20}$",
    re.IGNORECASE,
)
_YEAR = r"(20\d\d) ?[-–/] ?(?:20)?(\d\d)(?!\d)"
_PLAN_YEAR = re.compile(
    rf"\bplan\b[^.;:]{{0,25}}?\b{_YEAR}|\b{_YEAR}[^.;:]{{0,25}}\bplan\b", re.IGNORECASE
)
_VERSION = re.compile(
    r"(?<!\w)(?:(?i:version|ver\.?|issue|revision|rev\.?|v)(?i: no\.?| number)?[:.]?\s?"
    r"(?P<number>\d++(?:\.\d++)++[a-z]?+(?!\w|[./-]\d)"
    r"|\d++[a-z]?+(?!\w|[./-]\d|\s[A-Z][a-z]{2,8}\s\d{2})"
    r"|[A-Z](?= |$))"
    r"|(?P<state>(?i:draft|final)(?i: draft| version)?(?: \d+(?:\.\d+)*)?)"
    r"(?=$|\s?[),;–-]|(?<=\d)\sfor\s))(?![\w.]\w)"
)
_VERSION_LABEL = re.compile(r"^(?i:(?:document )?(?:version|status))\b")


def title(
    blocks: Sequence[Prose], heads: Sequence[Prose] = (), parts: Collection[int] = ()
) -> Text | None:
    """Return the line that names the document, a running head if need be, else a heading.

    `parts` are the identities of headings that head a part of it.
    """
    first = [block for block in blocks[:HEAD] if _is_line(block.text.text)]
    naming = (
        block.text
        for block in (*first, *heads)
        if _is_line(block.text.text)
        and named("title").search(straight(block.text.text))
        and not _CONTENTS.search(block.text.text)
    )
    headings = (
        block.text
        for block in first
        if block.kind == "heading"
        and id(block) not in parts
        and not _is_tab(block)
        and not _CHAPTER.match(block.text.text)
    )
    return next(naming, None) or next(headings, None)


def _is_tab(block: Prose) -> bool:
    """Say whether a line names one of several worksheets, which may be an area."""
    runs = block.text.runs
    return block.level > 1 and any(run.place.sheet and not run.place.cell for _, run in runs)


def version(blocks: Sequence[Prose]) -> Text | None:
    """Return the version number ("2.1") or state ("Draft 3") of a short line.

    The line stands at the head, or begins with "Version" or "Status".
    """
    for at, block in enumerate(blocks):
        text = block.text
        if not _is_line(text.text) or (at >= HEAD and not _VERSION_LABEL.match(text.text)):
            continue
        if match := _VERSION.search(text.text):
            return text.cut(*match.span("number" if match["number"] else "state"))
    return None


def authority(blocks: Sequence[Prose]) -> Text | None:
    """Return the council's name as written, else the place that was inspected.

    A council named in full at the head counts before the place of the inspection, that
    before a council named later (it may be a neighbour), and last come the title and the
    safeguarding board. A place gives way to the council's full name where there is one.
    """
    head = [block.text for block in blocks[:HEAD] if _is_line(block.text.text)]
    texts = [block.text for block in blocks]
    named_in = (text for text in texts if _names_council(text.text.lower()))
    councils = list(_search(named_in, _STYLED, _COUNCIL))
    places = (
        _search(head, _LABELLED),
        _search(head, _STYLED, _COUNCIL),
        _search(_about_inspection(texts), *_INSPECTED),
        councils,
        _search(head, _titled(), _SERVICE),
        _search(texts, _BOARD),
    )
    place = next((place for found in places for place in found), None)
    full = (one for one in councils if place and _is_of(one.text, place.text))
    return next(full, place)


def _names_council(lower: str) -> bool:
    return any(map(lower.__contains__, _COUNCIL_WORDS))


def _is_of(council: str, place: str) -> bool:
    """Tell whether `council` is the council of `place`: "Oakshire County Council", "Oakshire"."""
    return bool(re.search(rf"(?:^|\bof ){re.escape(place)}(?:$| (?!and\b))", council))


@cache
def _titled() -> re.Pattern[str]:
    """Return the pattern of a title that begins with the place: "Oakshire Joint Action Plan"."""
    name = _NAME.replace("{0,5})", "{0,5}?)")
    style = any_of(phrases("title", "style"))
    return re.compile(
        rf"^(?P<whole>{name}) (?:[-–] )?(?i:(?:{style}[- ])*{any_of(phrases('title', 'noun'))})"
    )


def _search(texts: Iterable[Text], *patterns: re.Pattern[str]) -> Iterator[Text]:
    for text in texts:
        for pattern in patterns:
            for match in pattern.finditer(text.text):
                start, end = _place(match, pattern)
                if end:
                    yield _bare(text.cut(start, end))


def _place(match: re.Match[str], pattern: re.Pattern[str]) -> tuple[int, int]:
    """Return where a name of a place stands; of "Care Directorate, Oxley Council" the last part."""
    name = straight(match["name"])
    last = name.rfind(", ") + 2
    other = named("not_a_place").search(name) if pattern is _COUNCIL and last > 1 else None
    if other and other.start() < last and not named("not_a_place").search(name, last):
        return match.start("name") + last, match.end("whole")
    return match.start("whole"), _end_of_place(match, pattern)


def _end_of_place(match: re.Match[str], pattern: re.Pattern[str]) -> int:
    """Return where the name of the place ends, 0 where it names none.

    Words that name no place are cut off: "Bexwold Local Area Partnership". What a styled name
    joins to such words goes with them: "London Borough of Bexwold and East Care Board". A
    school bears the name of no authority.
    """
    name = straight(match["name"])
    other = named("not_a_place").search(name)
    if name.lower() == "the" or (other and pattern is _COUNCIL) or _school().search(name):
        return 0
    if other is None:
        return match.end("whole")
    kept = name[: other.start()]
    joint = max(kept.rfind(" and "), kept.rfind(","), kept.rfind(" & "))
    if pattern is _STYLED and joint >= 0:
        kept = kept[:joint]
    kept = kept.rstrip(" ,&")
    return match.start("name") + len(kept) if kept and not kept.islower() else 0


@cache
def _school() -> re.Pattern[str]:
    return whole(phrases("not_a_place", "schools"))


def _bare(text: Text) -> Text:
    """Return a name without its article and its possessive ending."""
    start = 4 if text.text.lower().startswith("the ") else 0
    return text.cut(start, -2 if straight(text.text).endswith("'s") else None)


def _about_inspection(texts: Iterable[Text]) -> Iterator[Text]:
    return (text for text in texts if "inspect" in text.text.lower())


def _is_line(text: str) -> bool:
    if len(text) > _TITLE_LENGTH or text.endswith("."):
        return False
    return len(text.split()) <= _TITLE_WORDS


def plan_year(lines: Iterable[Text]) -> int | None:
    """Return the calendar year in which the year begins that a plan's title says it is for."""
    for line in lines:
        match = _PLAN_YEAR.search(line.text)
        first, last = [one for one in match.groups() if one] if match else ("0", "0")
        if (int(first) + 1) % 100 == int(last):
            return int(first)
    return None
