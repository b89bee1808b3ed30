"""Tries every regular expression of the package on texts that may take it too long.

    python -m tests.linear      prints those that grow faster than their text

A process of its own: the patterns are recorded while the package is imported and reads samples,
those that are built only when they are needed as well.
"""

import ast
import functools
import importlib
import inspect
import pkgutil
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from tests.attacks import Attack, attacks

ROOT = Path(__file__).parents[1]
CODE = ROOT / "pipeline"
_HELPERS = {"deadlines/words.py", "preamble/vocabulary.py"}  # compile for other modules
_USES = "search|match|fullmatch|finditer|findall|sub|subn|split"
_PLACE = 3  # patterns that one place makes of data, of which more are tried
_SHORT, _MIDDLE, _LONG, _LONGER = 20, 600, 2000, 8000  # characters
_QUICK, _SLOW, _HOPELESS = 0.001, 0.02, 0.5  # seconds
_GROWTH = 8  # of the time where the text is four times as long: 4 is linear, 16 its square
# What is given at most so many characters, by the module that sees to it.
BOUNDED = {
    "columns.py:_lexicon()": 300,
    "extract/bands.py:_CONTINUED": 20,
    "extract/bands.py:_DATED": 60,
    "extract/listed.py:_BRACKET": 220,
    "extract/listed.py:_PARTED": 220,
    "extract/listed.py:_TWO": 220,
    "readers/sheet/formats.py:_BRACKETS": 255,
    "readers/sheet/formats.py:_CURRENCY": 255,
}
# How a pattern is used that has another name where it is.
_USED = {"acronyms.py:_BARE": ["match"]}


class Made(NamedTuple):
    """A pattern and where it is made: the module, and the name that it gets there."""

    pattern: str
    flags: int
    place: str


def recorded() -> list[Made]:
    """Import the package, build what it builds when needed, and return all patterns."""
    found: dict[Made, None] = {}
    compile_ = re.compile

    def compiled(pattern: str, flags: int = 0) -> "re.Pattern[str]":
        made = compile_(pattern, flags)
        place = _place(inspect.currentframe())
        if place and isinstance(made.pattern, str):
            found[Made(made.pattern, made.flags, place)] = None
        return made

    re.compile = compiled  # type: ignore[assignment]
    try:
        _use_all()
    finally:
        re.compile = compile_
    return list(found)


def _use_all() -> None:
    import pipeline

    modules = [
        importlib.import_module(one.name)
        for one in pkgutil.walk_packages(pipeline.__path__, "pipeline.")
        if not one.name.endswith("__main__")
    ]
    for module in modules:
        for made in list(vars(module).values()):
            if hasattr(made, "cache_info") and not inspect.signature(made).parameters:
                made()
    for path in sorted((ROOT / "sources").iterdir()):
        if path.name != "README.md":
            pipeline.process(pipeline.Source(path.name, path.read_bytes()), pipeline.Settings())


def _place(frame: FrameType | None) -> str:
    """Return the module and the name for which a pattern is compiled, "" where not for ours."""
    while frame is not None:
        path = Path(frame.f_code.co_filename)
        if path.is_relative_to(CODE):
            module = path.relative_to(CODE).as_posix()
            if module not in _HELPERS or frame.f_code.co_name == "<module>":
                return f"{module}:{_name(path, frame.f_lineno)}"
        elif path != Path(__file__):
            return ""
        frame = frame.f_back
    return ""


def _name(path: Path, line: int) -> str:
    """Return the name that the statement at a line of a module binds; a function's with ()."""
    for node in _parsed(path).body:
        if node.lineno <= line <= (node.end_lineno or line):
            if isinstance(node, ast.FunctionDef):
                return f"{node.name}()"
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                return node.targets[0].id
    return str(line)


@functools.cache
def _parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def uses(place: str) -> list[str]:
    """Return how a pattern is used, by its name; in every way, where that does not say."""
    if place in _USED:
        return _USED[place]
    module, name = place.split(":")
    own = CODE / module
    paths = [own] if name.startswith("_") else CODE.rglob("*.py")
    form = re.compile(rf"\b{re.escape(name)}(?:\[\w+\])?\.({_USES})\b")
    found = {use for path in paths for use in form.findall(path.read_text("utf-8"))}
    whole = found & {"match", "fullmatch"}
    return sorted(whole if found and found == whole else whole | {"finditer"})


def slow(made: Made) -> Iterator[str]:
    """Yield a complaint of the first text for which a pattern takes too long."""
    pattern = re.compile(made.pattern, made.flags)
    runs: list[Callable[[str], object]] = [_run(pattern, use) for use in uses(made.place)]
    for attack in attacks(made.pattern, made.flags):
        if any(_is_slow(run, attack, BOUNDED.get(made.place, 0)) for run in runs):
            yield f"{made.place} {made.pattern!r} on {attack}"
            return


def _run(pattern: "re.Pattern[str]", use: str) -> Callable[[str], object]:
    if use == "finditer":
        return lambda text: [None for _ in pattern.finditer(text)]
    run: Callable[[str], object] = getattr(pattern, use)
    return run


def _is_slow(run: Callable[[str], object], attack: Attack, bound: int) -> bool:
    if bound:
        return _seconds(run, attack, bound) > _SLOW
    if all(_seconds(run, attack, _SHORT) > _QUICK for _ in range(3)):
        return True
    if all(_seconds(run, attack, _MIDDLE) > _SLOW for _ in range(3)):
        return True
    once = _seconds(run, attack, _LONG)
    if once < _QUICK or once > _HOPELESS:
        return once > _HOPELESS
    short = min(_seconds(run, attack, _LONG) for _ in range(5))
    long = min(_seconds(run, attack, _LONGER) for _ in range(3))
    return long > _SLOW and long > _GROWTH * short


def _seconds(run: Callable[[str], object], attack: Attack, length: int) -> float:
    text = attack.text(length)
    start = time.process_time()
    run(text)
    return time.process_time() - start


def main() -> None:
    """Print what is slow."""
    tried: dict[str, int] = {}
    for made in recorded():
        tried[made.place] = tried.get(made.place, 0) + 1
        if tried[made.place] <= _PLACE or not made.place.endswith("()"):
            for complaint in slow(made):
                print(complaint)
    print(sum(tried.values()), "patterns", file=sys.stderr)


if __name__ == "__main__":
    main()
