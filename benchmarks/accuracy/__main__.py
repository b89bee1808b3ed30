"""`python -m benchmarks.accuracy`: measure, print, and compare with an earlier run."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.accuracy import (
    another,
    baselines,
    earlier,
    findings,
    phrases,
    printing,
    prose,
    reports,
    statements,
    tables,
)
from benchmarks.accuracy.scores import Results


def measure() -> Results:
    """Measure everything that there is evidence for."""
    results = Results()
    for part in (
        statements.measure_real,
        reports.measure,
        prose.measure,
        phrases.measure,
        another.measure,
        statements.measure_samples,
        findings.measure,
        baselines.measure,
        baselines.measure_another,
        tables.measure,
    ):
        part(results)
    return results


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; returns 0, for a low score is no error."""
    options = _parser().parse_args(argv)
    results = measure()
    output = [printing.text(results)]
    if options.against:
        output.append(printing.changes(results, earlier.scores(options.against)))
    if options.json:
        scores = json.dumps(printing.as_json(results), ensure_ascii=False, indent=1)
        options.json.write_text(scores + "\n", encoding="utf-8")
    if options.readme:
        page = options.readme.read_text(encoding="utf-8")
        table = printing.markdown(results)
        options.readme.write_text(printing.into_readme(page, table), encoding="utf-8")
    sys.stdout.buffer.write(("\n\n".join(output) + "\n").encode("utf-8"))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the scores to FILE")
    parser.add_argument(
        "--against", metavar="WHAT", help="compare with a file of scores, or with a commit's"
    )
    parser.add_argument("--readme", type=Path, metavar="FILE", help="put the table into FILE")
    return parser


if __name__ == "__main__":
    sys.exit(main())
