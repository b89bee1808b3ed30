"""Initials used as an owner that the document nowhere explains.

Inside the team everybody knows who "MW" is. The inspector and next year's manager do not. One
finding for each set of initials, with every place where they stand. "RM" beside a "Registered
Manager" of the same plan is explained well enough.

Write the post, or add a key ("MW: Head of Early Help").

PASS:
    area: Case records
    action: Write a recording standard
    owner: Principal Social Worker
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: MW
    due: 30 June 2026
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._owners import owners_by, spelt_out
from pipeline.checks._words import quoted, vocabulary
from pipeline.models import Severity

CODE = "OWN007"
SLUG = "unknown-initials"
NAME = "Initials without a key"
SEVERITY: Severity = "warning"
UNIT = "set of initials"
HELP = "Write the post, or add a key to the initials."
FEWEST = 2  # letters


def check(context: Context) -> Iterator[Hit]:
    """Yield every set of initials that no key explains."""
    owners = (owner for places in context.owners.values() for _, owner in places)
    if not any(owner.kind == "initials" for owner in owners):
        return
    known = {item.short.upper() for item in context.statement.acronyms}
    known |= {*vocabulary("wording")["known_acronyms"], *vocabulary("wording")["post_letters"]}
    held = owners_by(context.rows, lambda owner: owner.text.upper().strip("."))
    posts = {owner.text for row in context.rows for owner in row.owners if owner.kind == "post"}
    for initials, places in held.items():
        owner = places[0][1]
        if owner.kind != "initials" or owner.expansion or owner.person or initials in known:
            continue
        if len(initials.split()[0]) < FEWEST or initials.endswith(" LEAD"):
            continue  # half of a name such as "L and D lead", or the field of a post: "AP Lead"
        if spelt_out(initials, posts) or _is_told(initials, context):
            continue
        ids = tuple(dict.fromkeys(row.subject.id for row, _ in places))
        message = f"The document does not say who {quoted(owner.text)} is."
        yield Hit(DOCUMENT, message, initials, ids, owner.location)


def _is_told(initials: str, context: Context) -> bool:
    """Whether the words on monitoring name a post with such initials: "Responsible Individual"."""
    name = re.compile(
        r"\b" + " ".join(rf"{re.escape(letter)}[a-z]+" for letter in initials) + r"\b"
    )
    return any(name.search(one.text) for one in context.statement.monitoring)
