"""Single wordings of owners, deadlines and headings, alone and in the cells of a whole plan.

A row of the truth may allow several kinds ("date|period"); `several` means that one cell
holds several deadlines, `none` that it holds none.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

from benchmarks.accuracy import evidence
from benchmarks.accuracy.headers import READING
from benchmarks.accuracy.scores import Results, graded

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Found:
    """What was read in a wording: the kinds in order, and the latest due day as ISO text."""

    kinds: tuple[str, ...] = ()
    latest: str | None = None


def measure(results: Results) -> None:
    """Score every wording, read by the leaves and read in a plan of one row a wording."""
    path = evidence.EVIDENCE / "phrases" / "phrases.tsv"
    if not path.is_file():
        results.skipped["phrases"] = "no evidence in ../shared/evidence/phrases"
        return
    rows = evidence.table(path)
    deadlines = [row for row in rows if row["field"] == "deadline"]
    owners = [row for row in rows if row["field"] == "owner"]
    for name, read in (("phrases", leaves), ("phrases in a plan", _in_a_plan)):
        try:
            score_owners(name, owners, read("owner", owners), results)
            score_deadlines(name, deadlines, read("deadline", deadlines), results)
        except ImportError as error:
            results.skipped[name] = f"not available yet: {error}"
    _score_headers([row for row in rows if row["field"] == "header"], results)


def words(row: Row) -> str:
    """Return the wording, with the line breaks that the file writes as a backslash and n."""
    return row["phrase"].replace("\\n", "\n")


def score_deadlines(name: str, rows: Sequence[Row], found: Sequence[Found], out: Results) -> None:
    """Add the scores of kinds and latest days to `out`."""
    pairs = list(zip(rows, found, strict=True))
    ended = [(row, each) for row, each in pairs if row["iso_end_of_period"]]
    scores = {
        "deadline kind": graded((_line(r, f), kind_fits(r["kinds"], f.kinds)) for r, f in pairs),
        "deadline kind, no other": graded(
            (_line(r, f), kind_fits(r["kinds"], f.kinds, strict=True)) for r, f in pairs
        ),
        "latest day": graded((_line(r, f), f.latest == r["iso_end_of_period"]) for r, f in ended),
    }
    out.add(name, scores)


def score_owners(name: str, rows: Sequence[Row], found: Sequence[Found], out: Results) -> None:
    """Add the scores of the owners' number and kinds to `out`."""
    pairs = list(zip(rows, found, strict=True))
    scores = {
        "owner count": graded(
            (_line(r, f), str(len(f.kinds)) in r["n"].split("|")) for r, f in pairs
        ),
        "owner kind": graded(
            (_line(r, f), kind_fits(r["kinds"], f.kinds, strict=True)) for r, f in pairs
        ),
    }
    out.add(name, scores)


def kind_fits(allowed: str, kinds: Sequence[str], *, strict: bool = False) -> bool:
    """Say whether the kinds read are right: one of them, or with `strict` every one."""
    options = allowed.split("|")
    if not kinds:
        return "none" in options
    if "several" in options and len(kinds) > 1:
        return True
    fits = [kind in options for kind in kinds]
    return all(fits) if strict else any(fits)


def _line(row: Row, found: Found) -> str:
    truth = " ".join(filter(None, (row["kinds"], row["n"], row["iso_end_of_period"])))
    read = " ".join((*found.kinds, found.latest or "")).strip() or "nothing"
    return f"{row['phrase']} | {truth} | read as {read}"


def leaves(field: str, rows: Sequence[Row]) -> list[Found]:
    """Read each wording by the leaf for its field, as the words of one cell."""
    if field == "deadline":
        from pipeline.deadlines import scan as scan_deadlines

        return [dated(scan_deadlines(words(row), cell=True)) for row in rows]
    from pipeline.owners import scan as scan_owners

    return [_owned(scan_owners(words(row), cell=True)) for row in rows]


def dated(found: Iterable[Any]) -> Found:
    """Return the kinds and the latest day of a text's deadlines."""
    listed = list(found)
    days = [str(each.latest) for each in listed if each.latest]
    return Found(tuple(each.kind for each in listed), max(days, default=None))


def _owned(found: Iterable[Any]) -> Found:
    kinds = ("placeholder" if each.placeholder else each.kind for each in found)
    return Found(tuple(kinds))


def _in_a_plan(field: str, rows: Sequence[Row]) -> list[Found]:
    """Read the wordings in the cells of one HTML plan, each in the row of its own area."""
    from pipeline import Settings, Source, process

    data = plan(field, [words(row) for row in rows]).encode()
    statement = process(Source("phrases.html", data), Settings()).statement
    areas = {area.text: area for section in statement.sections for area in section.areas}
    found = []
    for number in range(1, len(rows) + 1):
        area = areas.get(_area_text(number))
        assignments = area.assignments if area else ()
        if field == "deadline":
            found.append(dated(each for a in assignments for each in a.deadlines))
        else:
            found.append(_owned(each for a in assignments for each in a.owners))
    return found


def plan(field: str, wordings: Sequence[str]) -> str:
    """Return an HTML plan with a wording a row, in the owner's or the deadline's column."""
    lines = ["<h1>Statement of action</h1><table>"]
    heads = ("Area for improvement", "Action", "Lead officer", "Timescale")
    lines.append("<tr>" + "".join(f"<th>{head}</th>" for head in heads) + "</tr>")
    for number, wording in enumerate(wordings, 1):
        cell = escape(wording).replace("\n", "<br>")
        owner, due = ("Head of Service", cell) if field == "deadline" else (cell, "31 March 2020")
        action = f"Revise guidance {_number_word(number)} for families."
        cells = (_area_text(number), action, owner, due)
        lines.append("<tr>" + "".join(f"<td>{each}</td>" for each in cells) + "</tr>")
    return "\n".join([*lines, "</table>"])


def _area_text(number: int) -> str:
    return f"Guidance {_number_word(number)} does not help families enough."


def _number_word(number: int) -> str:
    """Return letters for a number ("AB"), which no grammar takes for a date."""
    return chr(65 + number // 26) + chr(65 + number % 26)


def _score_headers(rows: Sequence[Row], results: Results) -> None:
    pairs: list[tuple[str, str]] = []
    for source in dict.fromkeys(row["src"] for row in rows):
        headings = [row["phrase"] for row in rows if row["src"] == source]
        pairs += zip(headings, READING.get(source, ()), strict=False)
    score_headings("phrases", pairs, results)


def score_headings(name: str, pairs: Iterable[tuple[str, str]], results: Results) -> None:
    """Add the score of the role that each heading's wording names; "other" for none."""
    from pipeline.columns import by_heading

    graded_rows = []
    for heading, roles in pairs:
        guess = by_heading(heading)
        role = guess.role if guess else "other"
        graded_rows.append((f"{heading} | {roles} | read as {role}", role in roles.split("|")))
    results.add(name, {"heading's role": graded(graded_rows)})
