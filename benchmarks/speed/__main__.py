"""`python -m benchmarks.speed [names]`: measure all, or those whose names are given."""

import argparse
import os

from benchmarks.speed import commands, memory, pages, statements, workers

MEASURES = (pages, memory, statements, commands, workers)


def main() -> None:
    """Print the table, a line a figure."""
    names = [measure.__name__.rpartition(".")[2] for measure in MEASURES]
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="names", help=", ".join(names))
    parser.add_argument("--rounds", type=int, default=5, help="how often each is timed (5)")
    options = parser.parse_args()
    print(f"{os.cpu_count()} cores; the least time of {options.rounds} rounds, all in turn\n")
    print(f"{'measured':44}{'value':>10} {'unit':8} {'beside':22} target")
    for name, measure in zip(names, MEASURES, strict=True):
        if not options.names or name in options.names:
            for figure in measure.figures(options.rounds):
                value = "" if figure.value is None else f"{figure.value:.2f}"
                print(f"{figure.name:44}{value:>10} {figure.unit:8} {figure.ratio:22} "
                      f"{figure.target}")  # fmt: skip


if __name__ == "__main__":
    main()
