"""A statement, or the gold of one, as bags of facts that can be compared.

Both are read as JSON data. An area is known by its place in the truth ("1.4"), found again
by its words, so that one lost area does not upset those after it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from benchmarks.accuracy.evidence import loose, plain

Json = Mapping[str, Any]
FIELDS = (
    "areas",
    "actions",
    "owners",
    "owner kinds",
    "owner groups",
    "deadlines",
    "deadline kinds",
    "edtf",
    "latest day",
    "action owners",
    "action deadlines",
    "themes",
    "links",
)


def areas(statement: Json) -> Iterator[tuple[str, Json]]:
    """Yield each area with its place, counted from 1 ("1.4")."""
    for number, section in enumerate(statement["sections"], 1):
        for place, area in enumerate(section["areas"], 1):
            yield f"{number}.{place}", area


def places(statement: Json) -> dict[str, str]:
    """Return the place of each area by its words."""
    return {loose(area["text"]): place for place, area in areas(statement)}


class Bags:
    """Facts by field, filled one by one."""

    def __init__(self) -> None:
        self.facts: dict[str, Counter[str]] = {name: Counter() for name in FIELDS}

    def add(self, name: str, *parts: object) -> None:
        """Add a fact, its parts joined for reading."""
        self.facts[name][" | ".join(str(part) for part in parts)] += 1


def of_statement(statement: Json, known: Mapping[str, str]) -> dict[str, Counter[str]]:
    """Return the facts of a `statement.json`, areas named by the places in `known`."""
    bags = Bags()
    for place, area in areas(statement):
        words = loose(area["text"])
        _area(bags, known.get(words, f"extra {place}"), area)
    return bags.facts


def _area(bags: Bags, at: str, area: Json) -> None:
    bags.add("areas", at, plain(area["text"]))
    for theme in sorted({theme["id"] for theme in area["themes"]}):
        bags.add("themes", at, theme)
    for action in area["actions"]:
        bags.add("actions", at, plain(action["text"]))
        for owner in action["owners"]:
            bags.add("action owners", at, short(action["text"]), loose(owner["text"]))
        for deadline in action["deadlines"]:
            bags.add("action deadlines", at, short(action["text"]), loose(deadline["text"]))
    ids = [action["id"] for action in area["actions"]]
    for assignment in area["assignments"]:
        owners = [(owner["text"], owner["kind"]) for owner in assignment["owners"]]
        group(bags, at, owners, assignment["deadlines"])
    due = [each for assignment in area["assignments"] for each in assignment["deadlines"]]
    for number, deadline in enumerate(due, 1):
        if deadline["basis"] in ("in-step", "aligned"):
            for action in deadline["actions"]:
                bags.add("links", at, f"deadline {number}", f"action {ids.index(action) + 1}")


def group(bags: Bags, at: str, owners: list[tuple[str, str]], deadlines: list[Json]) -> None:
    """Add owners and deadlines that one passage states together."""
    for text, kind in owners:
        bags.add("owners", at, loose(text))
        bags.add("owner kinds", at, loose(text), kind)
    names = "; ".join(loose(text) for text, _ in owners)
    bags.add("owner groups", at, names, "; ".join(loose(each["text"]) for each in deadlines))
    for deadline in deadlines:
        text = loose(deadline["text"])
        bags.add("deadlines", at, text)
        bags.add("deadline kinds", at, text, deadline["kind"])
        bags.add("edtf", at, text, deadline["edtf"])
        bags.add("latest day", at, text, deadline["latest"])


def short(text: str) -> str:
    """Return the beginning of an action, enough to know it by."""
    return loose(text)[:50]
