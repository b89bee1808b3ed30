"""The real statement as its careful readers tagged it, for tests of checks alone."""

import json
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.models import (
    Action,
    Area,
    Assignment,
    Deadline,
    Extraction,
    Joined,
    Owner,
    Period,
    Recommendation,
    Statement,
)
from tests import build

EVIDENCE = Path(__file__).parents[2].parent / "shared" / "evidence"
FILE = EVIDENCE / "statements" / "hartlepool-2014.gold.json"
REPORT = EVIDENCE / "reports" / "hartlepool-2014-report.areas.tsv"


def statement() -> Statement:
    """Return the gold reading as a statement."""
    gold = json.loads(FILE.read_text("utf-8"))
    sections = [
        build.section(*map(_area, item["areas"]), title=item["title"]) for item in gold["sections"]
    ]
    items = tuple(
        Recommendation(id=f"R{at}", text=item["text"], area=f"1.{at}", location=build.place())
        for at, item in enumerate(gold["sections"][0]["areas"], 1)
    )
    pieces = (build.passage("one"), build.passage("other"))
    rows = tuple(Joined(id=id_, pieces=pieces) for id_ in ("1.4", "1.10"))
    return build.plan(
        *sections,
        title=gold["title"],
        authority=gold["authority"],
        framework="sif",
        inspection=Period(start=date(2013, 11, 19), end=date(2013, 12, 11)),
        recommendations=items,
        monitoring=(build.passage("This plan will be monitored through the Committee."),),
        extraction=Extraction(joined=rows),
        acronyms=tuple(
            build.acronym(short, long)
            for short, long in (
                ("IROs", "Independent Reviewing Officers"),
                ("HSCB", "Hartlepool Safeguarding Children Board"),
                ("VEMT", "Vulnerable, Exploited, Missing and Trafficked group"),
                ("LSCB", "Local Safeguarding Children Board"),
            )
        ),
    )


def _area(gold: dict[str, Any]) -> Area:
    groups = [_group(item, gold) for item in gold["assignments"]]
    return build.area(gold["text"], [_action(item) for item in gold["actions"]], *groups)


def _action(gold: dict[str, Any]) -> Action:
    owners = [_owner({"name": name, "kind": _kind(name)}) for name in gold["owners"]]
    return build.action(gold["text"], *owners, *map(_own, gold["deadlines"]))


def _own(text: str) -> Deadline:
    if text == "from 01/05/14":
        when = date(2014, 5, 1)
        return build.due(text, "date", role="start", earliest=when, precision="day")
    if text == "during 2014/15":
        return build.span(text, date(2014, 4, 1), date(2015, 3, 31), precision="year")
    return build.recurring(text)


def _kind(name: str) -> str:
    return "group" if name.endswith(("group", "Board", "LSCB")) else "post"


def _owner(gold: dict[str, Any]) -> Owner:
    return build.owner(gold["name"], gold["kind"], lead=gold["name"] == "LSCB Business Manager")


def _group(gold: dict[str, Any], area: dict[str, Any]) -> Assignment:
    step = area["deadlines_in_step_with_actions"]
    owners = [_owner(item) for item in gold["owners"]]
    if len(area["assignments"]) == 1 and step:
        owners = [item.model_copy(update={"lead": False}) for item in owners]
    deadlines = [
        _deadline(item, (at,) if step else ()) for at, item in enumerate(gold["deadlines"], 1)
    ]
    numbers = range(1, len(area["actions"]) + 1) if len(area["assignments"]) == 1 else ()
    lines = _lines(owners) + [item.text for item in deadlines]
    basis: Any = "area" if numbers and not step and len(deadlines) < 2 else None
    return build.who(
        *owners, *deadlines, lines=lines, actions=numbers if basis else (), basis=basis
    )


def _lines(owners: list[Owner]) -> list[str]:
    """The cell's lines as the page has them, where it makes a difference."""
    names = [item.text for item in owners]
    if names[:1] == ["Team Managers"]:
        return [names[0], names[1], " / ".join(names[2:4]), names[4]]
    if names[-1:] == ["Team Managers"]:
        return [" / ".join(names[:-1]), names[-1]]
    return [" / ".join(names)]


def _deadline(gold: dict[str, Any], actions: tuple[int, ...]) -> Deadline:
    linked = {"actions": tuple(map(str, actions)), "basis": "in-step"} if actions else {}
    first = (gold["edtf"] or "").partition("/")[0]
    values: dict[str, Any] = {"edtf": gold["edtf"], "precision": gold["precision"], **linked}
    if gold["latest"]:
        values["latest"] = date.fromisoformat(gold["latest"])
        parts = {"2014-22": "2014-06-01"}.get(first, (first + "-01")[:10])
        values["earliest"] = date.fromisoformat(parts)
    return build.due(gold["text"], gold["kind"], **values)
