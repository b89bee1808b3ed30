"""What a worker process does with one file. Functions of a module, so they can be sent there."""

from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from pipeline.blocks import Source
from pipeline.inputs import Input, load
from pipeline.models import Findings, Report, Summary
from pipeline.settings import Settings
from pipeline.writers.reading import Reading


@dataclass(frozen=True, slots=True)
class Job:
    """A file to read, with the settings that hold for it and the folder for its results."""

    item: Input
    settings: Settings
    folder: Path = Path()

    @property
    def name(self) -> str:
        """The file's name."""
        return self.item.name


@dataclass(frozen=True, slots=True)
class Written:
    """What was written for a file. `text` is its summary, empty when it was up to date."""

    text: str
    summary: Summary


def warm() -> None:
    """Import and build what reading a plan needs, before its time is counted."""
    import_module("pipeline.processing")
    import_module("pipeline.tag").load_nlp()


def warm_report() -> None:
    """Import what reading an inspection report needs."""
    import_module("pipeline.report")


def check(report: Source | None, job: Job) -> Reading:
    """Return what a plan says and what is wrong with it."""
    return _read(load(job.item, job.settings.limits), job, report)


def extract(report: Source | None, colour: bool, resume: bool, job: Job) -> Written:
    """Write a plan's results into the job's folder."""
    from pipeline.writers import WRITERS
    from pipeline.writers.folder import is_current, save
    from pipeline.writers.text import View, one_text

    source = load(job.item, job.settings.limits)
    key = _key(source, report, job.settings)
    names = tuple(name for name, _ in WRITERS)
    if resume and is_current(job.folder, names, key):
        return Written("", _summary_of(job.folder))
    reading = _read(source, job, report)
    save(job.folder, {name: write(reading) for name, write in WRITERS}, key)
    text = one_text(reading, View(colour=colour, advice=False))
    return Written(text, reading.findings.summary)


def report(job: Job) -> Report:
    """Return the areas that an inspection report names."""
    from pipeline.report import read_report

    return read_report(load(job.item, job.settings.limits), job.settings)


def _read(source: Source, job: Job, report: Source | None) -> Reading:
    from pipeline.processing import process

    result = process(source, job.settings, report)
    breaks = _breaks(source, result.statement.source.media_type)
    areas = len(result.report.areas) if result.report else None
    return Reading(job.item.label, result.statement, result.findings, breaks, areas)


def _breaks(source: Source, media_type: str) -> tuple[int, ...]:
    """Return where the lines of a plain text start; people open other kinds without lines."""
    if not media_type.startswith("text/") or media_type == "text/html":
        return ()
    from pipeline.readers.decoding import decode
    from pipeline.writers.places import line_starts

    return line_starts(decode(source.data))


def _key(source: Source, report: Source | None, settings: Settings) -> str:
    """Return a hash of all that the results depend on."""
    from pipeline import __version__

    parts = [__version__.encode(), repr(sorted(asdict(settings).items())).encode()]
    for one in (source, report):
        parts += [one.name.encode(), one.data] if one else [b"", b""]
    whole = sha256()
    for part in parts:
        whole.update(sha256(part).digest())
    return whole.hexdigest()


def _summary_of(folder: Path) -> Summary:
    return Findings.model_validate_json((folder / "findings.json").read_bytes()).summary
