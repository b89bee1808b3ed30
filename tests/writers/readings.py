"""Readings of the small plan: with lines, without, and after people decided; one unread file."""

from datetime import date

from pipeline.models import Acceptance, Finding
from pipeline.writers.places import line_starts
from pipeline.writers.reading import Reading, Results
from tests import stub

READING = Reading("in/my plan.txt", stub.statement(), stub.findings(), line_starts(stub.TEXT))
BLIND = Reading("plan.pdf", stub.statement("plan.pdf"), stub.findings("plan.pdf"))
BOTH = Results((READING, BLIND), (("lost.pdf", "It is damaged."),), several=True)


def _decided(number: int, one: Finding) -> Finding:
    """Return the first finding accepted, the second as it was in the older draft, others new."""
    if number == 0:
        return one.model_copy(update={"accepted": ACCEPTANCE, "baseline": "unchanged"})
    return one.model_copy(update={"baseline": "unchanged" if number == 1 else "new"})


ACCEPTANCE = Acceptance(
    key="key-OWN001", reason="The board answers for it", by="A. Reader", on=date(2026, 5, 1)
)
DECIDED = Reading(
    "plan.txt",
    stub.statement(),
    stub.findings().model_copy(
        update={
            "findings": tuple(map(_decided, range(4), stub.findings().findings)),
            "stale": (ACCEPTANCE.model_copy(update={"key": "gone", "code": "DUE001"}),),
            "summary": stub.findings().summary.model_copy(update={"errors": 0, "accepted": 1}),
        }
    ),
)
