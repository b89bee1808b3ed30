"""The words of a cell: plain or rich text, what is struck out in it apart.

Source: ECMA-376 part 1, 18.4 (shared strings), 22.9.2.19 (escaped characters).
"""

import re
from typing import NamedTuple

from pipeline.readers.parts import Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_SEEN = re.compile(r"[^\n]")


class Words(NamedTuple):
    """What a cell says; `struck` was struck out for words beside it, and is blank in `text`."""

    text: str
    struck: str = ""


def strings(root: Element | None) -> list[Words]:
    """Return the shared strings of a workbook."""
    return [] if root is None else [string(item) for item in root.iterfind(S + "si")]


def string(item: Element) -> Words:
    """Return a string without its phonetic guide; rich text is its runs side by side.

    Where all of it is struck out, it may as well be done, so it stays.
    """
    plain = [unescaped(part.text or "") for part in item.iterfind(S + "t")]
    runs = [(_run(part), _is_struck(part)) for part in item.iterfind(S + "r")]
    struck = [text for text, gone in runs if gone]
    if not struck or not any(map(str.isalnum, "".join(text for text, gone in runs if not gone))):
        return Words("".join((*plain, *(text for text, _ in runs))))
    left = (_SEEN.sub(" ", text) if gone else text for text, gone in runs)
    return Words("".join((*plain, *left)), " ".join(" ".join(struck).split()))


def unescaped(text: str) -> str:
    """Return text with `_x000D_` and its like resolved and each line break one newline."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: _character(int(found[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _run(run: Element) -> str:
    return unescaped("".join(part.text or "" for part in run.iterfind(S + "t")))


def _is_struck(run: Element) -> bool:
    mark = run.find(f"{S}rPr/{S}strike")
    return mark is not None and mark.get("val", "1") not in ("0", "false")


def _character(code: int) -> str:
    return "" if 0xD800 <= code < 0xE000 else chr(code)
