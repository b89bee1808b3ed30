"""The areas that an inspection report names."""

from datetime import date as Day  # noqa: N812 (some fields are called date)
from typing import Literal

from pipeline.models.base import Location, Model
from pipeline.models.statement import Period


class ReportArea(Model):
    """One area for improvement or priority action in an inspection report."""

    id: str
    body: str | None = None
    owner: str | None = None
    kind: Literal["improvement", "priority"]
    text: str
    location: Location


class Report(Model):
    """The areas that an inspection report names; `date` is that of its publication or letter."""

    source: str
    framework: str | None = None
    date: Day | None = None
    inspection: Period | None = None
    areas: tuple[ReportArea, ...] = ()
