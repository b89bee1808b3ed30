"""Calendar expressions joined: ranges ("May - July 2014"), lists, and edges ("end of March")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.deadlines import days
from pipeline.deadlines.days import Days
from pipeline.deadlines.periods import read_period
from pipeline.deadlines.points import Point, read_day_or_month
from pipeline.deadlines.words import MONTH, WEEKDAY, choice, compiled, words
from pipeline.deadlines.years import Year

Edge = Literal["", "end", "start", "early", "mid", "late", "week from", "week to", "week"]
_LONGEST = 12  # more links than any cell has, and a bound on hostile text
_MAY_OPEN = compiled(rf"[0-9]|{choice(*words('calendar'))}")
_EDGES: dict[str, Edge] = {
    **dict.fromkeys(("end", "close", "last day", "month end", "year end"), "end"),
    **dict.fromkeys(("start", "beginning", "first day"), "start"),
    **dict.fromkeys(("early", "first part"), "early"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    **dict.fromkeys(("late", "later", "latter part"), "late"),
}
_EDGE = compiled(
    r"""(?:the\s|very\s){0,2}
        (?P<edge>end|close|last\sday|month[\s-]end|year[\s-]end|start|beginning|first\sday
          |early|first\spart|middle|mid|later?|latter\spart)(?![a-z])
        (?:[\s-]{1,2}(?:of|in)(?![a-z]))?(?:\sthe(?=\s))?[\s-]{1,2}"""
)
_WEEK = compiled(
    r"""(?P<to>w\s?/\s?e|week\s(?:ending|ended)|wk\sending)(?![a-z])[\s:.]{0,2}
        |(?:w\s?/\s?c|w\s?/\s?b|wc|wb|(?:week|wk)\s(?:commencing|beginning|starting|of))(?![a-z])
         [\s:.]{0,2}(?:the\s)?"""
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 5, "final": 5}
_NTH_WEEK = compiled(
    r"""(?:the\s)?(?P<n>first|second|third|fourth|last|final|[1-4]\s?(?:st|nd|rd|th))
        \s(?:full\s)?week\s(?:of|in)\s(?:the\s)?"""
)
_UNIT = compiled(
    r"""(?:(?:the|this|current|that|next)\s){0,2}
        (?P<unit>term|year|month|quarter|week)(?![a-z])(?!\s?[0-9])"""
)
_DAY = r"[0-3]?[0-9](?:\s?(?:st|nd|rd|th)(?![a-z]))?"
_LEADING_DAY = compiled(
    rf"""(?:(?P<w>{WEEKDAY})\s)?(?P<d>[0-3]?[0-9])(?:\s?(?:st|nd|rd|th)(?![a-z]))?
         (?=(?:\s?(?:,|/|-|&|\band\b|\bto\b|\buntil\b)\s?(?:the\s)?(?:{WEEKDAY}\s)?{_DAY}){{1,8}}
            \s?(?:of\s)?[\s-]?{MONTH})"""
)
_JOIN = compiled(
    r"""\s{0,2}(?:(?P<range>-{1,2}|\bto\b|\buntil\b|\btill\b|\bthrough\b(?:\sto\b)?)
        |(?P<slash>/)|(?P<list>,\s?(?:and\b|then\b|&)?|\band\s(?:then\b)?|\bthen\b|&|;|\+))\s{0,2}
        (?:(?:the|by)\s)?"""
)


@dataclass(frozen=True, slots=True)
class Link:
    """One expression of a chain, the edge of it that is meant, and how it joins the one before."""

    start: int
    point: Point
    edge: Edge = ""
    nth: int = 0
    join: Literal["", "range", "slash", "list"] = ""
    whole: bool = True

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.point.end


@dataclass(frozen=True, slots=True)
class Stretch:
    """What becomes one deadline: one expression, or the first and last of a range."""

    first: Link
    last: Link

    @property
    def single(self) -> bool:
        """Whether it is one expression."""
        return self.first is self.last


def read_chain(text: str, at: int, between: bool = False) -> list[Stretch]:
    """Return the stretches of time that begin at `at`: one, or several in a list.

    With `between`, "and" joins the ends of a range.
    """
    if not _MAY_OPEN.match(text, at):
        return []
    links = list(_links(text, at))
    return list(_stretches(_lend(links), between)) if links else []


def read_link(text: str, at: int) -> Link | None:
    """Return one calendar expression with its edge ("end of March 2015") at `at`."""
    if text[at : at + 1].isdigit():
        return _nth_week(text, at) or _plain_link(text, at)
    return _week(text, at) or _nth_week(text, at) or _edged(text, at) or _plain_link(text, at)


def _plain_link(text: str, at: int) -> Link | None:
    point = read_period(text, at) or read_day_or_month(text, at)
    return Link(at, point) if point else None


def _edged(text: str, at: int) -> Link | None:
    match = _EDGE.match(text, at)
    if not match:
        return None
    edge = _EDGES[re.sub(r"[\s-]", " ", match["edge"])]
    if found := _plain_link(text, match.end()):
        return replace(found, start=at, edge=edge)
    unit = _UNIT.match(text, match.end())
    if not unit:
        return None
    return Link(at, Point(unit.end(), unit["unit"], None), edge)  # type: ignore[arg-type]


def _week(text: str, at: int) -> Link | None:
    match = _WEEK.match(text, at)
    found = _plain_link(text, match.end()) if match else None
    if not match or not found or found.point.precision != "day":
        return None
    return replace(found, start=at, edge="week to" if match["to"] else "week from")


def _nth_week(text: str, at: int) -> Link | None:
    match = _NTH_WEEK.match(text, at)
    found = _plain_link(text, match.end()) if match else None
    if not match or not found or found.point.precision != "month":
        return None
    nth = _ORDINALS.get(match["n"]) or int(match["n"][0])
    return replace(found, start=at, edge="week", nth=nth)


def _leading_day(text: str, at: int) -> Link | None:
    """Return the bare day of "9 to 13 December"; its month stands with the last day."""
    match = _LEADING_DAY.match(text, at)
    if not match:
        return None
    point = Point(match.end(), "day", None, month=None)
    return Link(at, replace(point, blank=match["d"]), whole=False)


def _links(text: str, at: int) -> Iterator[Link]:
    join: Literal["", "range", "slash", "list"] = ""
    for _ in range(_LONGEST):
        link = _leading_day(text, at) or read_link(text, at)
        if not link:
            return
        yield replace(link, join=join)
        match = _JOIN.match(text, link.end)
        if not match:
            return
        join = "range" if match["range"] else "slash" if match["slash"] else "list"
        at = match.end()


def _lend(links: list[Link]) -> list[Link]:
    """Give what the later words state to the earlier: "9 to 13 December 2024"."""
    done: list[Link] = []
    following: Link | None = None
    for link in reversed(links):
        if following and not link.whole:
            link = _with_month(link, following)
        if following and not link.point.year and following.point.year:
            link = _with_year(link, following)
        done.append(link)
        following = link
    return done[::-1]


def _with_month(link: Link, following: Link) -> Link:
    month, day = following.point.month, int(link.point.blank or 0)
    if month is None:
        return link
    point = replace(
        link.point,
        build=lambda y: days.one_day(y.first, month, day),
        blank=f"XXXX-{month:02}-{day:02}",
        month=month,
    )
    return replace(link, point=point)


def _with_year(link: Link, following: Link) -> Link:
    """Lend the year; "Nov - Feb 2015" begins in the year before."""
    year, build = following.point.year, link.point.build
    if not year or not build:
        return link
    first, last = build(year), following.point.days()
    if first and last and first.first > last.last:
        year = replace(year, first=year.first - 1)
    return replace(link, point=replace(link.point, year=year, bare=False))


def _stretches(links: list[Link], between: bool) -> Iterator[Stretch]:
    first = links[0]
    last = first
    for link in links[1:]:
        joined = _is_range(last, link, between)
        if joined and last is first:
            last = link
            continue
        yield Stretch(first, last)
        first = last = link
    yield Stretch(first, last)


def _is_range(first: Link, last: Link, between: bool) -> bool:
    """Whether a join makes a range; "Sept/Oct" does, "June/December" and two full days do not."""
    if last.join == "range":
        return True
    if last.join == "list":
        return between
    one, two = first.point, last.point
    if one.precision == two.precision == "month" and one.month and two.month:
        return (two.month - one.month) % 12 == 1
    return one.precision == two.precision == "season"


def edge_days(link: Link, found: Days) -> Days:
    """Return the days that the edge of a link allows within `found`."""
    if link.edge == "end":
        return days.Days(found.last.isoformat(), found.last, found.last)
    if link.edge == "start":
        return days.Days(found.first.isoformat(), found.first, found.first)
    if link.edge == "week from":
        return days.week_from(found.first)
    if link.edge == "week to":
        return days.week_to(found.first)
    if link.edge == "week":
        first = found.first + (link.nth - 1) * days.WEEK
        last = found.last
        return days.week_to(last) if link.nth == 5 else days.between(first, first + 6 * days.DAY)
    return found


def same_year(link: Link, year: Year) -> Link:
    """Return the link with its missing year given."""
    return replace(link, point=replace(link.point, year=year))
