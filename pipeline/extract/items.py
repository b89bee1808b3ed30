"""The lines of an action cell to actions: bullets, numbers, lines, or a semicolon list."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from pipeline.blocks import Line, Prose
from pipeline.extract.raw import RawAction
from pipeline.grid.splits import broken
from pipeline.placed import Text, join

# "1.2 ", "1.2.3) ", "R4: ", "Recommendation 3 – ": numbers that name a row when they open it.
_REF = re.compile(
    r"(?:(?i:(?:(?:key|improvement|inspection|learning|ofsted|significant|strategic|main|our)\s+)?"
    r"(?:recommendation|priority(?: action)?|action|objective|rec|issue"
    r"|area(?: (?:for|of|requiring) (?:(?:priority|significant|further) )?"
    r"(?:improvement|development|focus|concern|weakness|action))?"
    r"|(?:cause of )?concern|finding|theme|strand|workstream|outcome|goal|aim|lesson|requirement"
    r"|point|weakness)"
    r"\s+(?:\d{1,2}(?:\.\d{1,2})*[a-z]?|[a-h](?=\s?[:–—-])))|[A-Z]{1,4}\s?\d{1,2}(?:\.\d{1,2})*[a-z]?"
    r"|\d{1,2}(?:\.\d{1,2}){1,3}[a-z]?|\d{1,2}[a-z]?(?=[.):]))"
    r"\s*(?:[.):–—-]+(?:\s+|(?=[A-Z]))|\s(?=[A-Z]))"
)
_COUNTED = re.compile(r"\(?(?:\d{1,2}[a-z]?[.)]|[a-zivx]{1,4}\))\s")
_COUNTING = re.compile(r"[^\W_]")  # a sign that counts, as bullets do not
_INLINE = re.compile(
    r"(?:(?<=\s)|^)(?:\(?(?P<n>\d{1,2}[a-z]?)[.)]|\(?(?P<l>[a-z]|[ivx]{2,4})\))\s+(?=\S)"
)


def split_ref(text: Text) -> tuple[str, Text]:
    """Return the number that opens a text ("1.2", "Recommendation 3"), and the rest."""
    match = _REF.match(text.text)
    if not match or match.end() >= len(text.text) or _is_date(match[0]):
        return "", text
    return match[0].rstrip(" .):–—-"), text.cut(match.end())


def is_ref(text: str) -> bool:
    """Say whether a text is nothing but a number that names something ("Recommendation 3")."""
    match = _REF.match(f"{text}: X")
    return match is not None and match.end() == len(text) + 2 and not text[0].isdigit()


def _is_date(ref: str) -> bool:
    """Say whether the "number" is a day: 30.9.14 has a third part of two digits."""
    parts = re.findall(r"\d+", ref)
    return len(parts) == 3 and len(parts[2]) == 2 and not ref[0].isalpha()


def actions(lines: Sequence[Line]) -> list[RawAction]:
    """Return the actions of a cell; a bullet of two sentences stays one action."""
    found = [action for group in _groups(lines) for action in _of_group(group)]
    return [action for action in found if action.text.text]


def lead_ins(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a cell that only lead in a list ("The council will:"), no actions."""
    return [
        line for line, below in pairwise(lines) if not line.marker and _leads(line) and below.marker
    ]


def _leads(line: Line) -> bool:
    return line.text.text.endswith(":")


def _groups(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each action: sub-bullets and broken sentences go with the one above."""
    group: list[Line] = []
    marked = any(line.marker for line in lines)
    top = min((line.level for line in lines if line.marker), default=0)
    for line in lines:
        if group and (_is_below(line, group) or not _opens(line, group[-1], top, marked=marked)):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _is_below(line: Line, group: Sequence[Line]) -> bool:
    """Say whether a line is of a list that an item leads in, typed with other marks than its own.

    Writers type "1. Improve visits:" and dashes below it, all at one level.
    """
    above = group[-1]
    first = group[0]
    if not line.marker or not first.marker or line.marker == first.marker:
        return False
    if _mark(line) == _mark(first):
        return False
    return _leads(above) or (above is not first and _mark(above) == _mark(line))


def _mark(line: Line) -> str:
    """Return the kind of mark that a line carries: its bullet, or the shape of its number."""
    shape = re.sub(r"\d+", "1", line.marker.strip("(). "))
    return re.sub(r"[^\W\d]+", "a", shape) if is_number(line.marker) else shape


def _opens(line: Line, above: Line, top: int, *, marked: bool) -> bool:
    if line.marker:
        return line.level <= top
    if marked and line.level > top - (top > 0):
        return False
    return not broken(above, line, marked=bool(above.marker))


def _of_group(group: Sequence[Line]) -> Iterator[RawAction]:
    first = group[0]
    parts = [first.text]
    for line in group[1:]:
        parts.extend((line.label, line.text) if is_number(line.marker) else (line.text,))
    whole = join(parts)
    if is_number(first.marker):
        listed = list(_numbered(join((first.label, whole)))) if first.label else []
        yield from listed or (RawAction(whole, first.marker.strip("(). ")),)
    elif len(group) == 1 and not first.marker:
        yield from (_referenced(whole.cut(*part)) for part in _semicolons(whole.text))
    else:
        yield _referenced(whole)


def _numbered(text: Text) -> Iterator[RawAction]:
    """Yield the items of a line that counts them: "1) Do this 2) Do that"."""
    for mark, end in _marks(text.text):
        yield RawAction(text.cut(mark.end(), end), mark["n"] or mark["l"])


def counted(text: Text) -> list[Text]:
    """Return the parts of a text that counts them from its beginning: "a) Head b) Chair"."""
    marks = _marks(text.text) if _COUNTED.match(text.text) else []
    parts = [text.cut(mark.start(), end) for mark, end in marks]
    return parts if parts and marks[0][0].start() == 0 else [text]


def _marks(text: str) -> list[tuple[re.Match[str], int]]:
    """Return the marks that count up within a text, each with where its item ends."""
    marks = list(_INLINE.finditer(text))
    if len(marks) < 2 or not _counts([mark["n"] or mark["l"] for mark in marks]):
        return []
    return list(zip(marks, [*(mark.start() for mark in marks[1:]), len(text)], strict=True))


def _counts(labels: Sequence[str]) -> bool:
    """Say whether labels count up: 1, 2, 3 or a, b, c or 1a, 1b."""
    keys = [(int(re.sub(r"\D", "", one) or 0), re.sub(r"\d", "", one)) for one in labels]
    return keys == sorted(set(keys))


def _semicolons(text: str) -> list[tuple[int, int]]:
    parts = [(m.start(), m.end()) for m in re.finditer(r"[^;]+;?", text)]
    bodies = [text[start:end].strip() for start, end in parts]
    enough = len(parts) > 2 or (len(parts) == 2 and all(body[:1].isupper() for body in bodies))
    plain = all(len(body.split()) > 1 and ". " not in body for body in bodies)
    return parts if enough and plain else [(0, len(text))]


def _referenced(text: Text) -> RawAction:
    ref, rest = split_ref(text)
    return RawAction(rest, ref)


def labelled(line: Line | Prose) -> Text:
    """Return a line with the number typed before it: outside actions it is part of the words."""
    return join((line.label, line.text)) if is_number(line.label.text) else line.text


def is_number(marker: str) -> bool:
    """Say whether a list marker is a number or letter, not a bullet or a box to tick."""
    if len(marker) < 2:  # as most are
        return marker.isalnum() and marker != "o"
    return _COUNTING.search(marker) is not None and "[" not in marker
