"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

UNFINISHED = ".soa-unfinished-"


def write_whole(path: Path, data: bytes) -> None:
    """Write a file beside `path` and put it in its place in one step; a link stays a link.

    What is no file (a device, a pipe) is written straight to. Raises OSError.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        path.write_bytes(data)
        return
    handle, name = tempfile.mkstemp(prefix=UNFINISHED, dir=path.parent)
    unfinished = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.chmod(_mode())
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)


def _mode() -> int:
    """Return the permissions that an ordinary new file gets; a temporary one is private."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
