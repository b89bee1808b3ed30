"""The golden results of the samples in `sources/`: `python -m tests.goldens` writes them anew.

`tests/test_golden.py` compares; look at every difference against the sample before writing.
"""

import tomllib
from pathlib import Path
from typing import Any

from pipeline import Result, Settings, Source, process

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
SAMPLES = sorted(path for path in (ROOT / "sources").iterdir() if path.suffix != ".md") + sorted(
    path for path in (ROOT / "sources").glob("*.md") if path.name != "README.md"
)


def expected() -> dict[str, dict[str, Any]]:
    """Return what was read by eye from each sample, by file name."""
    return tomllib.loads((GOLDEN / "expected.toml").read_text("utf-8"))


def result(sample: Path) -> Result:
    """Return what a sample gives, on the day that its expectation names."""
    as_of = expected().get(sample.name, {}).get("as_of")
    return process(Source(sample.name, sample.read_bytes()), Settings(as_of=as_of))


def texts(sample: Path) -> dict[Path, str]:
    """Return the golden files of a sample with what they should hold."""
    found = result(sample)
    folder = GOLDEN / sample.name
    return {
        folder / "statement.json": found.statement.model_dump_json(indent=1) + "\n",
        folder / "findings.json": found.findings.model_dump_json(indent=1) + "\n",
    }


def write() -> None:
    """Write every golden file."""
    for sample in SAMPLES:
        for path, text in texts(sample).items():
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    write()
