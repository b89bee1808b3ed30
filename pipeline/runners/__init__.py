"""Reading many sources, or one hostile one, in worker processes that can be replaced."""

from pipeline.runners.failure import Failure
from pipeline.runners.pool import run

__all__ = ["Failure", "run"]
