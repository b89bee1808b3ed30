"""`python -m pipeline`, and what the `soa` command calls."""

import sys

from pipeline.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    sys.exit(main())
