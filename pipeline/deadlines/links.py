"""One calendar expression with the edge of it that is meant: "end of March", "w/c 3 March"."""

import re
from typing import Literal, NamedTuple

from pipeline.deadlines import days
from pipeline.deadlines.days import Days
from pipeline.deadlines.periods import read_period
from pipeline.deadlines.points import Point, read_day_or_month
from pipeline.deadlines.words import compiled
from pipeline.deadlines.years import Year

Edge = Literal["", "end", "start", "early", "mid", "late", "week from", "week to", "week"]
_EDGES: dict[str, Edge] = {
    **dict.fromkeys(("end", "close", "last day", "month end", "year end"), "end"),
    **dict.fromkeys(("start", "beginning", "first day"), "start"),
    **dict.fromkeys(("early", "first part"), "early"),
    **dict.fromkeys(("mid", "middle"), "mid"),
    **dict.fromkeys(("late", "later", "latter part", "towards the end", "towards end"), "late"),
}
_EDGE = compiled(
    r"""(?:the\s|very\s){0,2}
        (?P<edge>end|close|last\sday|month[\s-]end|year[\s-]end|start|beginning|first\sday
          |towards\s(?:the\s)?end|early|first\spart|middle|mid|later?|latter\spart)(?![a-z])
        (?:[\s-]{1,2}(?:of|in)(?![a-z]))?(?:\sthe(?=\s))?[\s-]{1,2}"""
)
_WEEK = compiled(
    r"""(?P<to>w\s?/\s?e|week\s(?:ending|ended)|wk\send(?:ing)?)(?![a-z])[\s:.]{0,2}
        |(?:wk?\s?/\s?c|w\s?/\s?b|wc|wb|w\.\s?c\.|(?:week|wk)\s(?:commencing|comm|beginning|beg|starting|of))(?![a-z])
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
_YEAR_END = compiled(r"(?:the\s)?(?P<unit>year|month|quarter|term)[\s-]end(?![a-z])")
_THIS_UNIT = compiled(
    r"(?:the\s)?(?:this|current|next|coming)\s(?P<unit>term|year|month|quarter|week)(?![a-z]|\s?[0-9])"
)


class Link(NamedTuple):
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


def read_link(text: str, at: int) -> Link | None:
    """Return one calendar expression with its edge ("end of March 2015") at `at`."""
    if text[at : at + 1].isdigit():
        return _nth_week(text, at) or _plain_link(text, at)
    return (
        _week(text, at)
        or _nth_week(text, at)
        or _edged(text, at)
        or _plain_link(text, at)
        or _unit(text, at)
    )


def _plain_link(text: str, at: int) -> Link | None:
    point = read_period(text, at) or read_day_or_month(text, at)
    return Link(at, point) if point else None


def _edged(text: str, at: int) -> Link | None:
    match = _EDGE.match(text, at)
    if not match:
        return None
    edge = _EDGES[re.sub(r"[\s-]", " ", match["edge"])]
    if found := _plain_link(text, match.end()):
        return found._replace(start=at, edge=edge)
    unit = _UNIT.match(text, match.end())
    if not unit:
        return None
    return Link(at, Point(unit.end(), unit["unit"], None), edge)  # type: ignore[arg-type]


def _unit(text: str, at: int) -> Link | None:
    """Return "year end" or "next term", whose days nothing in the words fixes."""
    match = _YEAR_END.match(text, at)
    if match:
        return Link(at, Point(match.end(), match["unit"], None), "end")  # type: ignore[arg-type]
    match = _THIS_UNIT.match(text, at)
    return Link(at, Point(match.end(), match["unit"], None)) if match else None  # type: ignore[arg-type]


def _week(text: str, at: int) -> Link | None:
    match = _WEEK.match(text, at)
    found = _plain_link(text, match.end()) if match else None
    if not match or not found or found.point.precision != "day":
        return None
    return found._replace(start=at, edge="week to" if match["to"] else "week from")


def _nth_week(text: str, at: int) -> Link | None:
    match = _NTH_WEEK.match(text, at)
    found = _plain_link(text, match.end()) if match else None
    if not match or not found or found.point.precision != "month":
        return None
    nth = _ORDINALS.get(match["n"]) or int(match["n"][0])
    return found._replace(start=at, edge="week", nth=nth)


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
    return link._replace(point=link.point._replace(year=year))
