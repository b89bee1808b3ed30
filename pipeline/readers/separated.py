"""Values parted by commas or semicolons (RFC 4180), as spreadsheets export them.

Offsets are kept, which the standard library's reader does not give. So that prose is never
taken for a table, every line must have the same number of values, three or more.
"""

import re
from collections.abc import Iterator
from functools import cache

Stretch = tuple[int, int]  # where it starts and ends in the text

_SEPARATORS = (",", ";")  # Excel writes semicolons where the comma parts decimals
_FEWEST = 3  # values in a row
_ROWS = 2
_DOUBLED = re.compile('""')


def rows(text: str) -> list[list[list[Stretch]]] | None:
    """Return the rows, or None where the text is no such table.

    A value is the stretches of the text that it consists of: the quotes round it, and the
    second of two quotes that stand for one, are left out.
    """
    first = text[: text.find("\n")] if "\n" in text else ""
    if "\t" in first:
        return None
    for separator in _SEPARATORS:
        if first.count(separator) >= _FEWEST - 1:
            found = _table(text, separator)
            if found:
                return found
    return None


def _table(text: str, separator: str) -> list[list[list[Stretch]]] | None:
    found: list[list[list[Stretch]]] = []
    for row in _split(text, _value(separator)):
        if row is None or (found and len(row) != len(found[0])):
            return None
        found.append([list(unquoted(text, *value)) for value in row])
    return found if len(found) >= _ROWS and len(found[0]) >= _FEWEST else None


@cache
def _value(separator: str) -> re.Pattern[str]:
    return re.compile(
        rf'(?:"(?:[^"]|"")*+"[ ]*+|[^"\r\n{separator}][^\r\n{separator}]*+|)'
        rf"(?P<end>{separator}|\r\n|\r|\n|\Z)"
    )


def _split(text: str, value: re.Pattern[str]) -> Iterator[list[Stretch] | None]:
    """Yield the values of each row that has any, None where a quote stands astray."""
    row: list[Stretch] = []
    at = 0
    while at < len(text):
        match = value.match(text, at)
        if match is None:
            yield None
            return
        row.append((at, match.start("end")))
        at = match.end()
        ends_text = at == len(text) and not match["end"].strip("\r\n")
        if match["end"] in ("\r\n", "\r", "\n") or ends_text:
            if len(row) > 1 or row[0][0] < row[0][1]:
                yield row
            row = []
    if row:
        yield [*row, (at, at)]


def unquoted(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Yield the stretches of a value without the quotes round it, and one of two within."""
    end = start + len(text[start:end].rstrip())
    if not text.startswith('"', start):
        yield start, end
        return
    start, end = start + 1, end - 1
    for doubled in _DOUBLED.finditer(text, start, end):
        yield start, doubled.start() + 1
        start = doubled.end()
    yield start, end
