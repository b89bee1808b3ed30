"""Where the truth lies, and how to read it."""

import csv
import json
import re
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
EVIDENCE = ROOT.parent / "shared" / "evidence"

_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_BULLETS = re.compile(r"[•▪■●◦‣·\uf0a7\uf0b7\uf06e]")


def table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a tab-separated file by their headings."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def load(path: Path) -> Any:
    """Return the content of a JSON file."""
    return json.loads(path.read_text(encoding="utf-8"))


def plain(text: str | None) -> str:
    """Return text with quotes, dashes, bullets and white space made alike."""
    return " ".join(_BULLETS.sub(" ", (text or "").translate(_QUOTES)).split())


def loose(text: str | None) -> str:
    """Return plain text in lower case without the full stop or semicolon at its end."""
    return plain(text).casefold().rstrip(" .;,:")
