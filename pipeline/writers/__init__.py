"""The files that a source's results are written to."""

from collections.abc import Callable

from pipeline.writers import actions, data
from pipeline.writers.reading import Reading

WRITERS: tuple[tuple[str, Callable[[Reading], bytes]], ...] = (
    ("statement.json", data.statement),
    ("findings.json", data.findings),
    ("actions.csv", actions.render),
)
