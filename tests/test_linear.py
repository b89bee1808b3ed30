"""No text may hang a reader: patterns take linear time, and so does all that is made of them."""

import re
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from pipeline import Settings, Source, process
from pipeline.errors import PipelineError
from tests.attacks import attacks
from tests.linear import Made, slow

ROOT = Path(__file__).parents[1]
SECONDS = 10  # for what takes a second at most
HEADER = "Area for improvement\tAction\tLead officer\tDeadline\n"


def test_every_pattern_takes_linear_time() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.linear"], cwd=ROOT, check=True, timeout=300,
        capture_output=True, encoding="utf-8",
    )  # fmt: skip
    assert int(done.stderr.split()[0]) > 300
    assert not done.stdout, done.stdout


@pytest.mark.parametrize("pattern", [r"\s+$", r"(?:a+)+b", r"\w+\s*:", r"(?:[\w']+ ?)+;"])
def test_a_pattern_that_is_slow_is_found(pattern: str) -> None:
    assert list(attacks(pattern, 0))
    assert list(slow(Made(pattern, re.compile(pattern).flags, "errors.py:nothing")))


@pytest.mark.parametrize(
    "pattern", [r"(?<!\s)\s++$", r"a{1,60}b", r"\([^()]*\)", r"[^\W_]+", r"(?:by|on) \d{1,2}"]
)
def test_a_pattern_that_is_quick_is_left_alone(pattern: str) -> None:
    assert not list(slow(Made(pattern, re.compile(pattern).flags, "errors.py:nothing")))


def plan(
    area: str = "Case records",
    action: str = "Write a standard",
    owner: str = "Head of Service",
    due: str = "30 June 2026",
    beside: str = "A plan.",
) -> str:
    return f"{beside}\n\n{HEADER}{area}\t{action}\t{owner}\t{due}\nSupervision\tTrain\tDCS\t1 May\n"  # fmt: skip


def page(area: str = "Case", action: str = "Do it", owner: str = "DCS", due: str = "1 May") -> str:
    cells = f"<td>{area}<td>{action}<td>{owner}<td>{due}"
    return f"<html><table><tr><td>Area<td>Action<td>Lead officer<td>Deadline<tr>{cells}</table>"


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


TOKENS = ("A'", "D.", "A", "\t", " ", "\u00a0", "Date: ", "2014/15 ", "to ", "| ", "(", "<td>", "-",
          "Head of ", "1.", "(ABC) ", "• ", "and ", "May, ", "[x](", "<!-- a -->")  # fmt: skip
PLACES: dict[str, Callable[[str], str]] = {
    "beside": lambda words: plan(beside=f"Board {words} x"),
    "area": lambda words: plan(area=f"Board {words} x"),
    "action": lambda words: plan(action=f"Board {words} x"),
    "owner": lambda words: plan(owner=f"Board {words} x"),
    "due": lambda words: plan(due=f"Board {words} x"),
    "page": lambda words: page(words, words, words, words),
}
MANY: dict[str, Callable[[int], str]] = {
    "areas": lambda n: HEADER + "".join(
        f"Case {_letters(at)}\tWrite the {_letters(at)} standard\tDCS\t1 May 2026\n" for at in range(n)
    ),
    "actions alike": lambda n: HEADER + "".join(
        f"Case {_letters(at)}\tWrite a standard for {_letters(at)} teams of ours and all who record\t"
        "DCS\t1 May 2026\n" for at in range(n)
    ),
    "columns": lambda n: HEADER.strip() + "\tCost" * n + "\n" + "x\t" * n + "\n" + plan(),
    "owners": lambda n: plan(owner=", ".join(f"Head of {_letters(at)}" for at in range(n))),
    "dates": lambda n: plan(due=", ".join(f"1 May {1990 + at % 40}" for at in range(n))),
    "dates of an action": lambda n: plan(action="Do it by 1 May 2031, " * n),
    "lines of all": lambda n: page("Case", *(
        "".join(f"<p>{words} {_letters(at)}" for at in range(n))
        for words in ("Write the", "Head of", "1 May 2026")
    )),
    "owners of actions": lambda n: page(
        "Case", "".join(f"<li>Write {_letters(at)}" for at in range(n)),
        ", ".join(f"Head of {_letters(at)}" for at in range(n)),
    ),
    "runs of text": lambda n: page(owner="Head of <b>Care</b>, " * n),
    "dated words": lambda n: plan(beside="The inspection of 1 May 2019, published 4 June 2019. " * n),
    "short forms": lambda n: plan(beside="The Anna Bell Corps (ABC) leads. " * n),
    "labels": lambda n: "\n\n".join(f"Action: Write it\n\nLead: Head of {_letters(at)}" for at in range(n)),
    "comments": lambda n: "<!-- a -->\n" * n + "<p>Hello",
}  # fmt: skip


def read(text: str) -> float:
    start = time.process_time()
    with suppress(PipelineError):  # no plan, or a table that is too large: told at once
        process(Source("plan.txt", text.encode()), Settings(as_of=date(2026, 1, 1)))
    return time.process_time() - start


@pytest.mark.parametrize("place", PLACES)
def test_no_long_line_hangs(place: str) -> None:
    taken = {token: read(PLACES[place](token * (20_000 // len(token)))) for token in TOKENS}
    assert max(taken.values()) < SECONDS, taken


@pytest.mark.parametrize("name", MANY)
def test_nothing_that_stands_a_thousand_times_hangs(name: str) -> None:
    assert read(MANY[name](1000)) < SECONDS
