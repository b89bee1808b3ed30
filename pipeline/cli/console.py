"""The terminal: what is printed, and how it survives old consoles and closed pipes."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO


def prepare() -> None:
    """Let a console of an old encoding show a "?" for what it lacks, never stop."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="replace")


def say(text: str) -> None:
    """Print results for people, if there are any."""
    if text:
        print(text.removesuffix("\n"), flush=True)


def give(text: str) -> None:
    """Print results for programs: UTF-8 and the text's own line ends, whatever the console."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def complain(text: str) -> None:
    """Say on standard error what went wrong."""
    print(f"soa: {text}", file=sys.stderr, flush=True)


def hush() -> None:
    """Let nobody hear what Python says about a closed pipe when it ends."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_colourful(stream: TextIO) -> bool:
    """Return whether to use colours (https://no-color.org): on a terminal that takes them."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not stream.isatty():
        return False
    return os.name != "nt" or _windows_colours()


def _windows_colours() -> bool:
    """Ask a Windows console to obey colour codes; old ones cannot."""
    import ctypes

    kernel: Any = ctypes.windll.kernel32  # type: ignore[attr-defined]
    handle, mode = kernel.GetStdHandle(-11), ctypes.c_ulong()
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    return bool(kernel.SetConsoleMode(handle, mode.value | 4))


@contextmanager
def progress(items: Iterable[Any], total: int) -> Iterator[Iterable[Any]]:
    """Show a bar on standard error while `items` are taken: many files, on a terminal only."""
    if total < 2 or not sys.stderr.isatty():
        yield items
        return
    from tqdm import tqdm

    tqdm.monitor_interval = 0  # its thread would make forking unsafe
    with tqdm(total=total, unit="file", leave=False, file=sys.stderr) as bar:
        yield _beside(bar, items)


def _beside(bar: Any, items: Iterable[Any]) -> Iterator[Any]:
    """Yield the items, with the bar wiped away while the taker prints."""
    for item in items:
        bar.clear()
        yield item
        bar.update()
        bar.refresh()
