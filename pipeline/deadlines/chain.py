"""Calendar expressions joined: ranges ("May - July 2014") and lists."""

from collections.abc import Iterator
from typing import Literal, NamedTuple

from pipeline.deadlines import days
from pipeline.deadlines.links import Link, read_link
from pipeline.deadlines.points import Point
from pipeline.deadlines.words import MONTH, MONTHS, WEEKDAY, WEEKDAYS, choice, compiled, words

_LONGEST = 12  # more links than any cell has, and a bound on hostile text
_MAY_OPEN = compiled(rf"[0-9]|t[1-6]|{choice(*words('calendar'), *MONTHS, *WEEKDAYS)}")
_DAY = r"[0-3]?[0-9](?:\s?(?:st|nd|rd|th)(?![a-z]))?"
_LEADING_DAY = compiled(
    rf"""(?:(?P<w>{WEEKDAY})\s)?(?P<d>[0-3]?[0-9])(?:\s?(?:st|nd|rd|th)(?![a-z]))?
         (?=(?:\s?(?:,|/|-|&|\band\b|\bto\b|\buntil\b)\s?(?:the\s)?(?:{WEEKDAY}\s)?{_DAY}){{1,8}}
            \s?(?:of\s)?[\s-]?{MONTH})"""
)
_JOIN = compiled(
    r"""\s{0,2}(?:(?P<range>-{1,2}>?|→|\bto\b|\buntil\b|\btill\b|\bthrough\b(?:\sto\b)?|\bthru\b)
        |(?P<slash>/|\bor\b)|(?P<list>,\s?(?:and\b|then\b|&)?|\band\s(?:then\b)?|\bthen\b|&|;|\+))\s{0,2}
        (?:(?:the|by)\s)?"""
)


class Stretch(NamedTuple):
    """What becomes one deadline: one expression, or the first and last of a range."""

    first: Link
    last: Link

    @property
    def single(self) -> bool:
        """Whether it is one expression."""
        return self.first is self.last

    def end_of(self) -> "Stretch":
        """Return the last expression of a range alone."""
        return Stretch(self.last, self.last)


def read_chain(text: str, at: int, between: bool = False) -> list[Stretch]:
    """Return the stretches of time that begin at `at`: one, or several in a list.

    With `between`, "and" joins the ends of a range.
    """
    if not _MAY_OPEN.match(text, at):
        return []
    links = list(_links(text, at))
    return list(_stretches(_lend(links), between)) if links else []


def _leading_day(text: str, at: int) -> Link | None:
    """Return the bare day of "9 to 13 December"; its month stands with the last day."""
    match = _LEADING_DAY.match(text, at)
    if not match:
        return None
    point = Point(match.end(), "day", None, month=None)
    return Link(at, point._replace(blank=match["d"]), whole=False)


def _links(text: str, at: int) -> Iterator[Link]:
    join: Literal["", "range", "slash", "list"] = ""
    for _ in range(_LONGEST):
        link = _leading_day(text, at) or read_link(text, at)
        if not link:
            return
        yield link._replace(join=join) if join else link
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
    point = link.point._replace(
        build=lambda y: days.one_day(y.first, month, day),
        blank=f"XXXX-{month:02}-{day:02}",
        month=month,
    )
    return link._replace(point=point)


def _with_year(link: Link, following: Link) -> Link:
    """Lend the year; "Nov - Feb 2015" begins in the year before."""
    year, build = following.point.year, link.point.build
    if not year or not year.first or not build:  # year 0 is what a mistyped one is read as
        return link
    first, last = build(year), following.point.days()
    if first and last and first.first > last.last:
        year = year._replace(first=year.first - 1)
    return link._replace(point=link.point._replace(year=year, bare=False))


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
    return {one.precision, two.precision} <= {"season", "term", "quarter"}
