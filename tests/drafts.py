"""A small plan of an invented council, and its drafts."""

from pipeline.blocks import Source
from pipeline.models import Action, Area, Findings, Statement
from pipeline.processing import Result, process
from pipeline.settings import Settings

PLAN = """\
# Brackenholme Council: statement of action

| Area for improvement | Action | Lead officer | Deadline |
|---|---|---|---|
| Case records are thin | Write a recording standard | Principal Social Worker | 30 June 2026 |
| Supervision is patchy | Train every team manager in supervision | TBC | ASAP |
| | Audit supervision files each month | Head of Quality | 31 July 2026 |
| Care leavers wait for a plan | Name an adviser for each | Head of Leaving Care | 1 May 2026 |
"""

TOGETHER = """\
<table><tr><th>Area for improvement<th>Action<th>By whom and by when
<tr><td>Return interviews are not offered
<td><ul><li>Commission a return interview service</li><li>Map the places that come up</li>
<li>Report the themes to the board</li></ul>
<td>Head of Early Help<br>31 May 2026<br>Missing Coordinator<br>30 June 2026
<tr><td>Pathway plans say little
<td><ul><li>Rewrite the form</li><li>Train advisers in it</li></ul>
<td>Leaving Care Manager<br>31 July 2026</table>
"""


def draft(text: str = PLAN, settings: Settings | None = None, name: str = "plan.md") -> Result:
    """Return what a plan gives."""
    return process(Source(name, text.encode()), settings or Settings())


def areas(statement: Statement) -> list[Area]:
    """Return all areas of a statement."""
    return [area for section in statement.sections for area in section.areas]


def actions(statement: Statement) -> dict[str, Action]:
    """Return all actions of a statement by id."""
    return {action.id: action for area in areas(statement) for action in area.actions}


def codes(findings: Findings) -> list[tuple[str, str]]:
    """Return what was found as pairs of code and subject."""
    return [(one.code, one.subject) for one in findings.findings]
