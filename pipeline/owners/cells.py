"""The owners of an owner cell: everything in it that could be one is one."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from pipeline.owners.merge import merge
from pipeline.owners.parts import Part, parts_of
from pipeline.owners.passage import chunks, read
from pipeline.owners.reader import Reader
from pipeline.owners.roles import words
from pipeline.owners.span import Span
from pipeline.owners.tokens import Token

_COUNT = re.compile(r"\d+x?\Z|[x×]\Z")  # "2 x Social Workers"
_SHORT = 200  # characters; longer cells seldom come twice


def scan_cell(text: str, known: Mapping[str, str]) -> tuple[Span, ...]:
    """Return every owner that a cell states, in order."""
    if len(text) > _SHORT:
        return _scanned(text, known)
    return _scanned_once(text, tuple(known.items()))


@lru_cache(maxsize=2048)
def _scanned_once(text: str, known: tuple[tuple[str, str], ...]) -> tuple[Span, ...]:
    """Scan a cell whose words the next rows may repeat."""
    return _scanned(text, dict(known))


def _scanned(text: str, known: Mapping[str, str]) -> tuple[Span, ...]:
    reader = Reader(known)
    return tuple(span(reader, part) for part in owners(reader, text, 0, len(text)))


def owners(reader: Reader, text: str, start: int, end: int) -> list[Part]:
    """Return the owners between two offsets as parts."""
    found: list[Part] = []
    runs = list(chunks(read(text, start, end)))
    for at, (flag, run) in enumerate(runs):
        if flag == "break":
            if found and run and run[0].norm == "lead":
                found[-1] = found[-1]._replace(lead=True)
            run = _resumed(run) if runs[at + 1 : at + 2] and runs[at + 1][0] == "break" else []
        if flag == "drop" or not run:
            continue
        lead, run = _unlabelled(reader, run)
        kept = [p for p in merge(text, parts_of(reader, text, run)) if not _empty(p)]
        found += [part._replace(lead=True) for part in kept] if lead or flag == "lead" else kept
    return found


def _resumed(run: list[Token]) -> list[Token]:
    """Return the next subject in a statement ("Head to lead, | governors | to support")."""
    last = max((at for at, token in enumerate(run) if token.sep in (",", "and")), default=None)
    return [] if last is None else run[last + 1 :]


def _unlabelled(reader: Reader, run: list[Token]) -> tuple[bool, list[Token]]:
    """Drop a label and a number before the owners; say whether the label means the lead."""
    first = (at for at, token in enumerate(run) if not _COUNT.match(token.text) and not token.sep)
    run = run[next(first, len(run)) :]
    at = next((at for at, token in enumerate(run[:5]) if token.sep in (":", "-")), 0)
    phrase = " ".join(token.norm for token in run[:at])
    if at and phrase in words("words", "labels") and not (at > 1 and _field(reader, run[at + 1 :])):
        return not {"lead", "leads"}.isdisjoint(phrase.split()), run[at + 1 :]
    return False, run


def _field(reader: Reader, run: Sequence[Token]) -> bool:
    """Say whether a field follows a label, which is then a post ("Strategic Lead – Fostering")."""
    stop = next((at for at, token in enumerate(run) if token.sep), len(run))
    shape = reader.shape(run[:stop])
    return shape.unit or (shape.kind is None and stop == len(run) > 0)


def _empty(part: Part) -> bool:
    """Say whether a part's words name nothing that could act."""
    if part.placeholder or part.shape.kind is not None:
        return False
    phrase = " ".join(token.norm for token in part.tokens)
    empty = words("words", "empty")
    return phrase in empty or all(
        token.norm in empty or token.text.isdigit() for token in part.tokens
    )


def span(reader: Reader, part: Part) -> Span:
    """Return the published form of a part."""
    expansion = None
    if len(part.tokens) == 1:
        expansion = reader.long(part.tokens[0].text)
    kind = part.shape.kind or "unknown"
    return Span(
        part.start, part.end, kind, part.person, part.post, expansion, part.lead, part.placeholder
    )
