"""The commands over hostile files, as a user runs them: good files are done, bad ones explained.

One run a command over all files: what it costs to be told of each is what a user waits for.
"""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.hostile import HOSTILE, MEGABYTE, PLAN, long_pdf

ROOT = Path(__file__).parents[1]
EVIDENCE = ROOT.parent / "shared" / "evidence" / "hostile"
GOOD = ("a good plan.txt", "m good plan.txt", "z good plan.txt")
LIMITS = "[limits]\nmemory_bytes = 300_000_000\nseconds = 60\n"
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks for processes in /proc")
_SENTENCES = re.compile(r"[A-Z][^\n]+[.)?]")


def soa(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "pipeline", *arguments], cwd=folder, env=environment,
        capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip


def told(done: "subprocess.CompletedProcess[str]") -> dict[str, str]:
    """Return what standard error says of each file; every line of it is about a file."""
    lines = [line.removeprefix("soa: ") for line in done.stderr.splitlines()]
    assert len(lines) == done.stderr.count("soa: "), done.stderr
    return {label: why for label, _, why in (line.partition(": ") for line in lines)}


def plain(why: str) -> bool:
    """Return whether words are a sentence for people, neither a traceback nor a bug's."""
    return bool(_SENTENCES.fullmatch(why)) and "Traceback" not in why and "fault of soa" not in why


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of hostile files with three good plans among them."""
    made = tmp_path_factory.mktemp("hostile files")
    for name, (make, _) in HOSTILE.items():
        (made / name).write_bytes(make())
    for name in GOOD:
        (made / name).write_text(PLAN, "utf-8", newline="\r\n")
    (made / "a folder.docx").mkdir()
    (made / "soa.toml").write_text(LIMITS)
    return made


@pytest.fixture(scope="module")
def names() -> list[str]:
    return sorted([*HOSTILE, *GOOD, "a folder.docx", "no such file.pdf"])


@pytest.fixture(scope="module")
def checked(folder: Path, names: list[str]) -> "subprocess.CompletedProcess[str]":
    return soa(folder, "check", "--format", "json", "--jobs", "2", *names)


def test_good_plans_are_checked_among_hostile_files(
    checked: "subprocess.CompletedProcess[str]", names: list[str]
) -> None:
    assert checked.returncode == 2
    unread = told(checked)
    read = [one["source"] for one in json.loads(checked.stdout)]
    assert read == [name for name in names if name not in unread]
    assert set(GOOD) <= set(read)
    assert list(unread) == [name for name in names if name in unread]
    empty = [one for one in json.loads(checked.stdout) if not one["summary"]["areas"]]
    assert not empty


@pytest.mark.parametrize("name", [*HOSTILE, "a folder.docx", "no such file.pdf"])
def test_each_hostile_file_is_explained(
    checked: "subprocess.CompletedProcess[str]", name: str
) -> None:
    others = {"a folder.docx": "This folder holds no file", "no such file.pdf": "no such file"}
    words = others[name] if name in others else HOSTILE[name][1]
    why = told(checked).get(name)
    if not words:
        assert why is None
        return
    assert why is not None
    assert words in why
    assert plain(why)


def test_hostile_files_leave_nothing_behind(folder: Path, names: list[str], tmp_path: Path) -> None:
    done = soa(folder, "extract", "-o", str(tmp_path), "--jobs", "2", *names)
    assert done.returncode == 2
    read = [name for name in names if name not in told(done)]
    assert sorted(one.name for one in tmp_path.iterdir()) == read
    for name in read:
        held = {one.name for one in (tmp_path / name).iterdir()}
        assert {"statement.json", "findings.json", "actions.csv"} <= held
        assert not any(one.startswith(".soa-unfinished") for one in held)
    unread = len(names) - len(read)
    assert f"{len(read)} files read, {unread} not read." in done.stdout


def test_no_hostile_file_is_a_report(folder: Path, names: list[str]) -> None:
    done = soa(folder, "report", "--jobs", "2", *names)
    assert done.returncode == 2
    assert json.loads(done.stdout) == []
    assert list(told(done)) == names
    assert all(map(plain, told(done).values()))


@pytest.mark.skipif(
    not EVIDENCE.is_dir(), reason="the evidence folder (../shared/evidence) is not here"
)
@pytest.mark.parametrize("command", ["extract", "check", "report"])
def test_files_that_broke_other_readers(command: str, tmp_path: Path) -> None:
    found = [str(one) for one in sorted(EVIDENCE.iterdir()) if one.name != "MANIFEST.tsv"]
    good = [str(tmp_path / name) for name in GOOD]
    for one in good:
        Path(one).write_text(PLAN, "utf-8")
    half = len(found) // 2
    order = [good[0], *found[:half], good[1], *found[half:], good[2]]
    options = {"extract": ["-o", str(tmp_path / "out")], "check": ["--format", "json"]}
    done = soa(tmp_path, command, *options.get(command, []), *order)
    assert done.returncode == 2
    unread = told(done)
    assert all(map(plain, unread.values()))
    assert [one for one in order if one in unread] == list(unread)
    if command == "extract":
        written = {one.name for one in (tmp_path / "out").iterdir()}
        assert written == {Path(one).name for one in order if one not in unread} >= set(GOOD)
    else:
        read = [one["source"] for one in json.loads(done.stdout)]
        assert read == [Path(one).name for one in order if one not in unread]


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of three plans, the second of which takes a minute to read."""
    made = tmp_path_factory.mktemp("slow")
    for name in ("1.txt", "3.txt"):
        (made / name).write_text(PLAN, "utf-8")
    prose = b"A line of words about nothing much, again and again.\n"
    (made / "2.txt").write_bytes(prose * (50 * MEGABYTE // len(prose)) + PLAN.encode())
    return made


def test_a_file_that_takes_too_long_is_given_up(slow: Path) -> None:
    done = soa(slow, "check", "--timeout", "2", "--format", "json", "1.txt", "2.txt", "3.txt")
    assert done.returncode == 2
    assert [one["source"] for one in json.loads(done.stdout)] == ["1.txt", "3.txt"]
    assert "longer than 2 seconds" in told(done)["2.txt"]


@LINUX
def test_a_worker_that_is_killed_is_replaced(slow: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "extract", "1.txt", "2.txt", "3.txt", "-o", "out"]
    process = subprocess.Popen(
        command, cwd=slow, env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
    )  # fmt: skip
    until(slow / "out" / "1.txt" / ".soa-stamp")
    time.sleep(0.5)
    for child in children(process.pid):
        os.kill(child, signal.SIGKILL)
    printed, complaint = process.communicate(timeout=60)
    assert process.returncode == 2
    assert complaint.startswith("soa: 2.txt: The reader stopped unexpectedly")
    assert complaint.count("\n") == 1
    assert "2 files read, 1 not read." in printed
    assert not (slow / "out" / "2.txt").exists()


def children(parent: int) -> Iterator[int]:
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text("utf-8", "replace").rpartition(")")[2].split()
        except OSError:  # it ended meanwhile
            continue
        if fields[1] == str(parent):
            yield int(stat.parent.name)


def until(found: Path) -> None:
    limit = time.monotonic() + 60
    while not found.exists():
        assert time.monotonic() < limit, f"{found} did not come"
        time.sleep(0.01)


GROWTH = """
import sys
from pathlib import Path
from pipeline import Settings, Source
from pipeline.readers import read

def megabytes():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6

for name in sys.argv[1:]:
    read(Source(name, Path(name).read_bytes()), Settings())
    print(megabytes())
"""


@LINUX
def test_pages_are_let_go_of_when_they_are_read(tmp_path: Path) -> None:
    for count in (10, 1000):
        (tmp_path / f"{count}.pdf").write_bytes(long_pdf(count))
    done = subprocess.run(
        [sys.executable, "-c", GROWTH, "10.pdf", "1000.pdf"], cwd=tmp_path, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, encoding="utf-8",
    )  # fmt: skip
    few, many = map(float, done.stdout.split())
    assert many - few < 40


@cache
def _kinds() -> dict[str, bytes]:
    """Return many small sources of every kind: the samples several times over."""
    paths = [one for one in sorted((ROOT / "sources").iterdir()) if one.name != "README.md"]
    return {f"{at}-{one.name}": one.read_bytes() for at in range(4) for one in paths}


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("many")
    (made / "plans").mkdir()
    for name, data in _kinds().items():
        (made / "plans" / name).write_bytes(data)
    (made / "plans" / "2-broken.docx").write_bytes(b"PK broken")
    return made


@pytest.fixture(scope="module")
def whole(many: Path) -> dict[str, bytes]:
    done = soa(many, "extract", "plans", "-o", "whole", "--jobs", "1")
    assert done.returncode == 2
    assert list(told(done)) == ["plans/2-broken.docx"]
    return held(many / "whole")


def held(out: Path) -> dict[str, bytes]:
    """Return every file of the results, by its path."""
    return {
        one.relative_to(out).as_posix(): one.read_bytes() for one in out.rglob("*") if one.is_file()
    }


def test_two_workers_write_what_one_does(many: Path, whole: dict[str, bytes]) -> None:
    done = soa(many, "extract", "plans", "-o", "two", "--jobs", "2")
    assert held(many / "two") == whole
    places = [done.stdout.index(f"Written to two/{name}\n") for name in _kinds()]
    assert places == sorted(places)


def test_two_workers_print_what_one_does(many: Path) -> None:
    one, two = (soa(many, "check", "plans", "--jobs", jobs) for jobs in ("1", "2"))
    assert (one.stdout, one.stderr) == (two.stdout, two.stderr)


@LINUX
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_an_interrupted_run_goes_on_where_it_stopped(
    many: Path, whole: dict[str, bytes], sign: signal.Signals
) -> None:
    out = many / sign.name
    process = subprocess.Popen(
        [sys.executable, "-m", "pipeline", "extract", "plans", "-o", out.name, "--jobs", "2"],
        cwd=many, env={**os.environ, "PYTHONPATH": str(ROOT)}, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    until(out / list(_kinds())[2] / ".soa-stamp")
    os.killpg(process.pid, sign)
    process.wait(timeout=60)
    before = held(out)
    unfinished = {name for name in before if ".soa-unfinished" in name}
    assert {name: before[name] for name in before.keys() - unfinished}.items() <= whole.items()
    assert len(before) < len(whole)
    assert sign == signal.SIGKILL or not unfinished
    done = soa(many, "extract", "plans", "-o", out.name, "--resume")
    assert "up to date" in done.stdout
    assert held(out) == whole
