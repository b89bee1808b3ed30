"""How ready a plan is for sign-off: owned, dated, measurable, covered, as counts and shares."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pipeline.models import Action, Area
from pipeline.writers.reading import Reading, counted


@dataclass(frozen=True, slots=True)
class Share:
    """How many of all are what `name` says; `note` adds what the numbers leave open.

    The share is rounded, but never to 100% while one is left.
    """

    name: str
    done: int
    total: int
    unit: str
    note: str = ""

    @property
    def said(self) -> str:
        """The counts and the share in words: "7 of 9 actions (78%)"."""
        share = f" ({self._percent()}%)" if self.total else ""
        note = f"; {self.note}" if self.note else ""
        return f"{self.done:,} of {counted(self.total, self.unit)}{share}{note}"

    def __str__(self) -> str:
        return f"{self.name:11} {self.said}"

    def _percent(self) -> int:
        if self.done == self.total:
            return 100
        return min(round(100 * self.done / self.total), 99)


def readiness(reading: Reading) -> Iterator[Share]:
    """Yield what a plan is measured by before sign-off.

    An action is owned when somebody is named for it, and dated when the words fix the last
    day; where several stand beside it and nothing says which is its own, it counts as neither.
    An area is measurable when it, or one of its actions, has a measure of success. Covered are
    the report's areas that the plan answers; without a report nothing is said of it.
    """
    areas = [area for section in reading.statement.sections for area in section.areas]
    actions = [action for area in areas for action in area.actions]
    yield _answered("Owned", actions, _is_owned)
    yield _answered("Dated", actions, _is_dated)
    yield Share("Measurable", sum(map(_is_measurable, areas)), len(areas), "area")
    if reading.report_areas is not None:
        missing = sum(one.code == "COV001" for one in reading.findings.findings)
        done = max(reading.report_areas - missing, 0)
        yield Share("Covered", done, reading.report_areas, "area of the report")


def _answered(name: str, actions: list[Action], holds: Callable[[Action], bool]) -> Share:
    """Return the share of the actions that `holds` of, and how many others it may hold of."""
    left = [action for action in actions if not holds(action)]
    several = sum(bool(action.responsibility.candidates) for action in left)
    note = f"for {several:,} more it is open which of several is theirs" if several else ""
    return Share(name, len(actions) - len(left), len(actions), "action", note)


def _is_owned(action: Action) -> bool:
    owners = (*action.responsibility.owners, *action.owners)
    return any(not owner.placeholder for owner in owners)


def _is_dated(action: Action) -> bool:
    due = action.responsibility.deadline
    deadlines = (due, *action.deadlines) if due else action.deadlines
    return any(one.latest is not None and one.role == "due" for one in deadlines)


def _is_measurable(area: Area) -> bool:
    return bool(area.measures) or any(action.measures for action in area.actions)
