"""What one call of the command costs, beside the import that it cannot do without."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.figures import EVIDENCE, Figure

_SAMPLE = Path("sources/northmere-2016.txt")


def figures(rounds: int) -> Iterator[Figure]:
    """Yield the seconds that whole commands take, the least of a few turns each."""
    statement = EVIDENCE / "statements/hartlepool-2014.txt"
    file = str(statement if statement.exists() else _SAMPLE)
    soa = [sys.executable, "-m", "pipeline"]
    commands = {
        "python -c 'import spacy'": [sys.executable, "-c", "import spacy"],
        "soa check, one file": [*soa, "check", file],
        "soa check, two files": [*soa, "check", file, file],
        "soa --help": [*soa, "--help"],
        "python -c pass": [sys.executable, "-c", "pass"],
    }
    best = dict.fromkeys(commands, float("inf"))
    for _ in range(rounds):
        for name, command in commands.items():
            best[name] = min(best[name], _seconds(command))
    spacy = best["python -c 'import spacy'"]
    for name, seconds in best.items():
        beyond = seconds - spacy
        check = name == "soa check, one file"
        ratio = f"import spacy {'+' if beyond >= 0 else '-'} {abs(beyond):.2f} s" if check else ""
        target = "≤ import spacy + 0.6 s" if check else ""
        yield Figure(name, seconds, "s", ratio, "≤ 0.25 s" if name == "soa --help" else target)


def _seconds(command: list[str]) -> float:
    start = time.perf_counter()
    done = subprocess.run(command, capture_output=True, check=False)
    taken = time.perf_counter() - start
    if done.returncode > 1:  # 1 says that there are findings
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr.decode(errors='replace')}")
    return taken
