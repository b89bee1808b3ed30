"""What the user names, files and folders, to the files to read and their bytes."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.blocks import Source
from pipeline.errors import LimitError, PipelineError
from pipeline.nearest import did_you_mean
from pipeline.settings import Limits

SUFFIXES = frozenset(
    (
        *(".txt", ".md", ".markdown", ".tsv", ".html", ".htm", ".xhtml", ".pdf"),
        *(".docx", ".docm", ".doc", ".rtf", ".odt", ".xlsx", ".xlsm", ".xls"),
    )
)
_NO_PLAN = ("readme", "licence", "license", "changelog", "contributing")


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read. `label` is how the user named it; `data` its bytes if already read."""

    label: str
    path: Path | None = None
    data: bytes | None = None

    @property
    def name(self) -> str:
        """The file name, in characters that every format can hold."""
        name = self.path.name or str(self.path) if self.path else self.label
        return name.encode("utf-8", "replace").decode("utf-8")


def find(names: Iterable[str]) -> list[Input]:
    """Return the files that `names` stand for, each once, in the order of the names.

    A folder stands for the files in it (and in its folders) whose suffix a reader takes,
    sorted; hidden files, lock files and a README are left out. "-" is standard input. What
    does not exist is returned as it is, so that `load` says so and the others are still read.
    """
    found: dict[Path | None, Input] = {}
    for name in names:
        for item in _stands_for(name):
            found.setdefault(item.path and item.path.resolve(), item)
    return list(found.values())


def load(item: Input, limits: Limits) -> Source:
    """Return the name and bytes of a file.

    Raises PipelineError when it does not exist, is a folder without plans, cannot be opened,
    or is larger than `limits.source_bytes`.
    """
    if item.data is not None or item.path is None:
        return Source(item.name, item.data or b"")
    try:
        return Source(item.name, _bytes(item.path, limits.source_bytes))
    except FileNotFoundError as error:
        raise PipelineError("There is no such file.", _nearest(item.path)) from error
    except OSError as error:
        problem = f"It cannot be opened: {error.strerror or error}."
        advice = "Close it if it is open in another program, and check that you may read it."
        raise PipelineError(problem, advice) from error


def standard_input(limits: Limits) -> Input:
    """Return what is piped in, under the name "stdin"."""
    data = sys.stdin.buffer.read(limits.source_bytes + 1)
    return Input("stdin", data=data)


def _stands_for(name: str) -> Iterator[Input]:
    path = Path(name)
    if name == "-":
        yield standard_input(Limits())
    elif path.is_dir():
        inside = list(_plans(path))
        yield from (Input(str(one), one) for one in inside or [path])
    else:
        yield Input(name, path)


def _plans(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder that may be plans; links to folders are not followed."""
    for here, folders, files in os.walk(folder):
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        yield from (Path(here, one) for one in sorted(files) if _may_be_plan(one))


def _may_be_plan(name: str) -> bool:
    lower = name.lower()
    hidden = lower.startswith((".", "~$"))
    return not hidden and not lower.startswith(_NO_PLAN) and Path(lower).suffix in SUFFIXES


def _bytes(path: Path, most: int) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        advice = "Name a Word, PDF, Excel, HTML or text file, or the folder that holds them."
        raise PipelineError("This folder holds no file that may be a plan.", advice)
    # A read of so many bytes takes room for all of them, and memory is limited.
    size = status.st_size if stat.S_ISREG(status.st_mode) else most
    with path.open("rb") as file:
        data = file.read(size + 1) if status.st_size <= most else b""
    if status.st_size > most or len(data) > most:
        advice = "Split it, or raise limits.source_bytes in soa.toml."
        raise LimitError(f"It is larger than {most / 1024**2:.3g} MB.", advice)
    return data


def _nearest(path: Path) -> str:
    """Return a sentence with the file that the user may have meant."""
    if path.is_symlink():
        return "It is a link to a file that is gone."
    try:
        names = [one.name for one in path.parent.iterdir()]
    except OSError:
        return "Check the name of the folder."
    return did_you_mean(path.name, names, "Check the name and the folder.")
