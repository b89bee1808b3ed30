"""What can be wrong with a source, said in one sentence that a reader of it can act on."""


class PipelineError(Exception):
    """A source that cannot be read.

    `problem` is one plain sentence, `advice` what to do about it, `place` where in the
    source it stands ("page 3", "byte 1042"); the runner adds the file's name.
    """

    def __init__(self, problem: str, advice: str = "", place: str = "") -> None:
        super().__init__(problem)
        self.problem = problem
        self.advice = advice
        self.place = place

    def __reduce__(self) -> tuple[type["PipelineError"], tuple[str, str, str]]:
        """Keep all three parts when a worker process sends the error home."""
        return type(self), (self.problem, self.advice, self.place)

    def __str__(self) -> str:
        where = f" ({self.place})" if self.place else ""
        return f"{self.problem}{where}" + (f" {self.advice}" if self.advice else "")


class UnreadableError(PipelineError):
    """The bytes are damaged, encrypted, or of a kind that no reader takes."""


class NoPlanError(PipelineError):
    """The source was read, but there is no plan in it."""


class LimitError(PipelineError):
    """The source is larger, longer or deeper than the settings allow."""


class SettingsError(PipelineError):
    """A setting, option or name that does not exist or contradicts another."""
