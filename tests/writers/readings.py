"""Two readings of the small plan, one with lines and one without, and a file that was not read."""

from pipeline.writers.places import line_starts
from pipeline.writers.reading import Reading, Results
from tests import stub

READING = Reading("in/my plan.txt", stub.statement(), stub.findings(), line_starts(stub.TEXT))
BLIND = Reading("plan.pdf", stub.statement("plan.pdf"), stub.findings("plan.pdf"))
BOTH = Results((READING, BLIND), (("lost.pdf", "It is damaged."),), several=True)
