"""The grammar of British public-sector deadlines: text in, spans of time out.

A pure leaf: no clock, no document, no state. `docs/deadlines.md` shows what it reads.
"""

from pipeline.deadlines.dates import impossible, read_dates
from pipeline.deadlines.scan import scan
from pipeline.deadlines.span import Context, Span

__all__ = ["Context", "Span", "impossible", "read_dates", "scan"]
