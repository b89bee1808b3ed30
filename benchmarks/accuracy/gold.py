"""The gold of a real statement, read by eye, as the facts that it settles."""

from collections import Counter

from benchmarks.accuracy.evidence import loose, plain
from benchmarks.accuracy.facts import Bags, Json, areas, group, short


def truth(gold: Json) -> dict[str, Counter[str]]:
    """Return the facts that the gold holds true."""
    bags = Bags()
    for at, area in areas(gold):
        bags.add("areas", at, plain(area["text"]))
        for theme in area["themes"]:
            bags.add("themes", at, theme)
        for action in area["actions"]:
            _action(bags, at, action)
        for each in area["assignments"]:
            owners = [(owner["name"], owner["kind"]) for owner in each["owners"]]
            group(bags, at, owners, each["deadlines"])
        if area["deadlines_in_step_with_actions"]:
            for number in range(1, len(area["actions"]) + 1):
                bags.add("links", at, f"deadline {number}", f"action {number}")
    return {**bags.facts, **_head(gold)}


def _action(bags: Bags, at: str, action: Json) -> None:
    bags.add("actions", at, plain(action["text"]))
    for owner in action["owners"]:
        bags.add("action owners", at, short(action["text"]), loose(owner))
    for deadline in action["deadlines"]:
        bags.add("action deadlines", at, short(action["text"]), loose(deadline))


def optional(gold: Json) -> dict[str, Counter[str]]:
    """Return the facts that neither count nor harm: two careful readers differed."""
    bags = Bags()
    for at, area in areas(gold):
        for theme in area["themes_allowed"]:
            bags.add("themes", at, theme)
        for action in area["actions"]:
            for deadline in action["deadlines_optional"]:
                bags.add("action deadlines", at, short(action["text"]), loose(deadline))
    return bags.facts


def _head(gold: Json) -> dict[str, Counter[str]]:
    judged = (f"{loose(each['subject'])}: {loose(each['grade'])}" for each in gold["judgements"])
    found = gold["inspection"]
    return {
        "judgements": Counter(judged),
        "inspection": Counter([f"{found['start']} to {found['end']}"]),
        "authority": Counter([gold["authority"]]),
        "title": Counter([loose(gold["title"])]),
        "recommendations": Counter(f"{n} | 1.{n}" for n in range(1, gold["recommendations"] + 1)),
    }


def head_of_statement(statement: Json) -> dict[str, Counter[str]]:
    """Return what a `statement.json` says about the same."""
    judged = (
        f"{loose(each['subject'])}: {loose(each['grade'])}" for each in statement["judgements"]
    )
    found = statement["inspection"] or {"start": None, "end": None}
    listed = enumerate(statement["recommendations"], 1)
    return {
        "judgements": Counter(judged),
        "inspection": Counter([f"{found['start']} to {found['end']}"]),
        "authority": Counter([statement["authority"]]),
        "title": Counter([loose(statement["title"])]),
        "recommendations": Counter(f"{number} | {each['area']}" for number, each in listed),
    }
