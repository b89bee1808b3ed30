"""A source that gave no result."""

from dataclasses import dataclass

from pipeline.errors import PipelineError


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a source gave no result: one plain sentence, what to do about it, and where.

    Attributes:
        source: the file's name.
        problem: what is wrong, as one sentence.
        advice: what to do, as one sentence; may be empty.
        place: where in the source, such as "page 3"; may be empty.
    """

    source: str
    problem: str
    advice: str = ""
    place: str = ""

    def __str__(self) -> str:
        where = f" ({self.place})" if self.place else ""
        return f"{self.problem}{where}" + (f" {self.advice}" if self.advice else "")


def explained(source: str, error: Exception, memory_bytes: int) -> Failure:
    """Return what `error`, raised while reading `source`, means to the person who runs soa."""
    match error:
        case PipelineError():
            return Failure(source, error.problem, error.advice, error.place)
        case MemoryError():
            return too_much_memory(source, memory_bytes)
        case RecursionError():
            return Failure(source, "It is nested too deeply to be read.", "Save it anew as Word.")
        case _:
            return _fault(source, error)


def too_much_memory(source: str, memory_bytes: int) -> Failure:
    """Return the failure of a source that asked for more memory than it may have."""
    size = f"{memory_bytes / 1024**3:.3g} GiB"
    advice = "Split the file, or raise limits.memory_bytes in soa.toml."
    return Failure(source, f"Reading it takes more than {size} of memory.", advice)


def _fault(source: str, error: Exception) -> Failure:
    """Return a failure that is the tool's own fault, with the words a bug report needs."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = ""
    if trace:
        module = trace.tb_frame.f_globals.get("__name__", "?")
        place = f"{type(error).__name__} in {module}, line {trace.tb_lineno}: {error}"
    advice = "This is a fault of soa, not of the plan: please report it with these words."
    return Failure(source, "The reader stopped on this file.", advice, place[:300])
