"""A source's results on disk: written whole or not at all, and known to be up to date."""

import errno
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from pipeline.errors import PipelineError
from pipeline.whole_file import UNFINISHED, write_whole

_STAMP = ".soa-stamp"
_LONG = 200  # Windows takes paths of 260 characters, the names of our files among them
# What Windows refuses in names: https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[1-9¹²³]|lpt[1-9¹²³]) *(?:\.|$)", re.I)


def folder_name(name: str) -> str:
    """Return a file's name as one that every system takes for a folder.

    What Windows forbids becomes "_", so that results can be kept on a shared drive.
    """
    safe = _FORBIDDEN.sub("_", name).rstrip(". ")
    return f"_{safe}" if not safe or _DEVICE.match(safe) else safe


def save(folder: Path, files: Mapping[str, bytes], key: str) -> None:
    """Write `files` (by name) into `folder`, each under its name only when it is complete.

    `key` stands for all that the results depend on; `is_current` asks for it. What an
    interrupted run left unfinished is removed. Raises PipelineError when nothing can be
    written there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / _STAMP).unlink(missing_ok=True)
        tidy(folder)
        for name, data in files.items():
            write_whole(folder / name, data)
        write_whole(folder / _STAMP, _stamp(key, files).encode("ascii"))
    except OSError as error:
        problem = f"Its results cannot be written: {error.strerror or error}."
        raise PipelineError(problem, _advice(error, folder)) from error


def tidy(folder: Path) -> None:
    """Remove what was not finished in `folder`; nobody may be writing there."""
    for unfinished in folder.glob(f"{UNFINISHED}*"):
        unfinished.unlink(missing_ok=True)


def _advice(error: OSError, folder: Path) -> str:
    if error.errno == errno.ENAMETOOLONG or len(str(folder.absolute())) > _LONG:
        return "The path is too long: name a folder nearer to the root of the drive with -o."
    if isinstance(error, NotADirectoryError | FileExistsError):
        return "There is a file of that name: name a folder with -o."
    return f"Close what you have open of {folder}, and check that you may write there."


def is_current(folder: Path, names: tuple[str, ...], key: str) -> bool:
    """Return whether `folder` holds, untouched, the results that `key` stands for."""
    try:
        files = {name: (folder / name).read_bytes() for name in names}
        return (folder / _STAMP).read_text("ascii") == _stamp(key, files)
    except (OSError, UnicodeDecodeError):
        return False


def _stamp(key: str, files: Mapping[str, bytes]) -> str:
    lines = [key, *(f"{sha256(data).hexdigest()} {name}" for name, data in files.items())]
    return "\n".join(lines) + "\n"
