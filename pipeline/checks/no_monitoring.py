"""Nobody is said to watch over the plan.

A plan that no board or committee looks at again is done when it is published. A paragraph that
says who monitors it, or a column "Monitored by", is enough. Where the text speaks of a body in
words that were not understood, the finding is for information only.

Write which board receives which report, and how often.

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
    Progress of this action plan will be monitored by the Improvement Board every quarter.
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.measures import measures
from pipeline.models import Severity

CODE = "MON002"
SLUG = "no-monitoring"
NAME = "Nobody monitors the plan"
SEVERITY: Severity = "warning"
UNIT = "document"
HELP = "Write which board or committee monitors the plan, and how often."


def check(context: Context) -> Iterator[Hit]:
    """Yield the document when nobody is said to monitor it."""
    said = [one for one in context.statement.monitoring if _watches(one.text)]
    if context.to_do and not said and not _for_board(context) and not _has_column(context):
        severity: Severity = "info" if context.unclear("unclear-monitoring") else SEVERITY
        yield Hit(DOCUMENT, "Nobody is said to monitor the plan.", severity=severity)


def _watches(text: str) -> bool:
    """Whether a paragraph says more than by what success is told: it names a body as well."""
    return not measures(text) or bool(_BODY.search(text))


def _for_board(context: Context) -> bool:
    """Whether the title says before whom the plan is laid: "Tracker for the SEND Board"."""
    return bool(_LAID.search(context.statement.title or ""))


_LAID = re.compile(
    r"\b(?:tracker|report|update|return) (?:for|to) (?:[\w'’]+ ){1,5}?"
    r"(?:board|cabinet|committee|panel)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\b(?:boards?|cabinet|committees?|executive|governors|groups?|meetings?|panel|partnership"
    r"|scrutiny|team|trustees)\b",
    re.IGNORECASE,
)
_WATCHED = re.compile(
    r"monitor|oversight|scrutiny|governance|\bgovernor link|\blink governor"
    r"|\bhow (?:the )?(?:board|governors|members|trustees) (?:will )?(?:know|see)\b"
    r"|\b(?:check|checked|evaluated|overseen|reviewed|scrutinised|validated|verified)\W+by\b",
    re.IGNORECASE,
)


def _has_column(context: Context) -> bool:
    headers = [column.header for column in context.statement.extraction.columns]
    headers += [other.header for area in context.areas for other in area.other]
    headers += [other.header for _, action in context.actions.values() for other in action.other]
    return any(_WATCHED.search(header) for header in headers if header)
