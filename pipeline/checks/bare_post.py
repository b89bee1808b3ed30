"""A post that many people hold, with no service named.

A council has a dozen Team Managers and several Assistant Directors. Without the service, the
reader cannot tell which of them is meant.

Add the service: "Team Manager, Care Leavers", "Assistant Director, Education".

PASS:
    area: Case records
    action: Write a recording standard
    owner: Team Manager, Care Leavers
    due: 30 June 2026
FAIL:
    area: Case records
    action: Write a recording standard
    owner: Team Manager
    due: 30 June 2026
"""

from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import DOCUMENT, Hit
from pipeline.checks._owners import name
from pipeline.checks._words import quoted, vocabulary
from pipeline.models import Severity

CODE = "OWN011"
SLUG = "bare-post"
NAME = "A post that many hold"
SEVERITY: Severity = "info"
UNIT = "post"
HELP = 'Add the service, for example "Team Manager, Care Leavers".'


def check(context: Context) -> Iterator[Hit]:
    """Yield the posts that could be any of several people's."""
    shared = {name(post) for post in vocabulary("wording")["shared_posts"]}
    for words, places in context.owners.items():
        owner = places[0][1]
        if words in shared and not owner.person:
            ids = tuple(dict.fromkeys(row.subject.id for row, _ in places))
            message = f"Several people may hold the post {quoted(owner.text)}."
            yield Hit(DOCUMENT, message, owner.text, ids, owner.location)
