"""What a check is: a module that looks at a statement and yields what is wrong."""

from collections.abc import Iterator
from typing import Protocol

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit, Skip
from pipeline.models import Severity


class Check(Protocol):
    """What every module of a check has."""

    CODE: str
    SLUG: str
    NAME: str
    SEVERITY: Severity
    UNIT: str
    HELP: str

    def check(self, context: Context, /) -> Iterator[Hit | Skip]:
        """Yield what is wrong, or why that cannot be said."""
        ...
