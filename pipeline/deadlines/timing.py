"""A stretch of time as a `Span`: its days, its EDTF, and the year a document lends it."""

from datetime import date

from pipeline.deadlines import days
from pipeline.deadlines.chain import Stretch
from pipeline.deadlines.days import Days
from pipeline.deadlines.links import Link, edge_days, same_year
from pipeline.deadlines.periods import term_in
from pipeline.deadlines.span import Context, Span
from pipeline.deadlines.years import Year
from pipeline.models import DeadlineKind, Precision

_VAGUE = ("early", "mid", "late")


def stretch_span(stretch: Stretch, context: Context) -> Span:
    """Return the deadline that `stretch` states, its missing year lent by `context`."""
    stretch, inferred = _dated(_as_school(stretch) if context.school else stretch, context)
    first = _found(stretch.first)
    span = Span(stretch.first.start, stretch.last.end, inferred=inferred)
    if not stretch.single:
        return _range(span._replace(kind="period"), stretch, first, _found(stretch.last))
    if stretch.first.edge in _VAGUE:
        return _vague(span, stretch.first, first)
    precision = _precision(stretch.first, first)
    kind: DeadlineKind = "date" if precision == "day" else "period"
    return span._replace(
        kind=kind,
        edtf=first.edtf if first else _blank(stretch.first),
        earliest=first.first if first else None,
        latest=first.last if first else None,
        precision=precision,
    )


def _as_school(stretch: Stretch) -> Stretch:
    """Take "Autumn 2014" for a term, as schools mean it."""
    point = stretch.first.point
    if not stretch.single or point.precision != "season" or not point.name:
        return stretch
    build = term_in(point.name)
    link = stretch.first._replace(point=point._replace(precision="term", build=build))
    return Stretch(link, link)


def _found(link: Link) -> Days | None:
    whole = link.point.days()
    return edge_days(link, whole) if whole else None


def _precision(link: Link, found: Days | None) -> Precision:
    if link.edge in ("week from", "week to", "week"):
        return "week"
    if link.edge in ("start", "end") and (found or link.point.month):
        return "day"
    return link.point.precision


def _blank(link: Link) -> str | None:
    """Return the EDTF of a day or month that lacks its year."""
    point = link.point
    if point.year or link.edge not in ("", "end"):
        return None
    if not link.edge or not point.month:
        return None if link.edge else point.blank
    last = days.month(2001, point.month).last.day
    return None if point.month == 2 else f"XXXX-{point.month:02}-{last:02}"


def _vague(span: Span, link: Link, whole: Days | None) -> Span:
    """Return "mid-2015": no day but, for "late", the last that the words allow."""
    span = span._replace(kind="vague", precision=link.point.precision)
    if not whole:
        return span
    latest = whole.last if link.edge == "late" else None
    return span._replace(edtf=whole.edtf, latest=latest)


def _range(span: Span, stretch: Stretch, first: Days | None, last: Days | None) -> Span:
    span = span._replace(precision=stretch.last.point.precision)
    if first and last and first.first <= last.last:
        whole = days.span(first, last)
        return span._replace(edtf=whole.edtf, earliest=whole.first, latest=whole.last)
    if first and last:  # it ends before it begins: both days are given for a check to see
        return span._replace(earliest=first.first, latest=last.last)
    if last:
        return span._replace(edtf=last.edtf, earliest=last.first, latest=last.last)
    blanks = (_blank(stretch.first), _blank(stretch.last))
    return span._replace(edtf="/".join(filter(None, blanks)) if all(blanks) else None)


def _dated(stretch: Stretch, context: Context) -> tuple[Stretch, tuple[str, ...]]:
    """Lend the year of the first such time that ends on or after the context's reference."""
    last = stretch.last
    if last.point.year or not last.point.build or not context.reference:
        return stretch, ()
    basis, year = context.basis, _first_year(last, context.reference)
    if context.school_year and last.point.precision == "term":
        basis, year = "the plan's title", Year(0, context.school_year, pair=True)
    if not year:
        return stretch, ()
    inferred = (f"the year {year.first}, from {basis}",)
    lent = same_year(last, year)
    if stretch.single:
        return Stretch(lent, lent), inferred
    return Stretch(_before(stretch.first, lent, year), lent), inferred


def _first_year(link: Link, reference: date) -> Year | None:
    for number in range(max(reference.year - 2, 1), min(reference.year + 9, 9990)):
        year = Year(0, number)
        found = _found(same_year(link, year))
        if found and found.last >= reference:
            return year._replace(first=number + link.point.ahead)
    return None


def _before(first: Link, last: Link, year: Year) -> Link:
    """Return `first` in the year of `last`, or the year before when it would come after."""
    link = same_year(first, year)
    one, two = _found(link), _found(last)
    if one and two and one.first > two.last:
        return same_year(first, year._replace(first=year.first - 1))
    return link
