"""Text of markup to runs: entities stand for what they say, and signs that nobody sees go."""

import html
import re
from collections.abc import Iterable, Iterator

from pipeline.placed import Place, Run

_UNSEEN = "\u200b\u2060\ufeff"  # marks that no reader sees; web editors begin cells with them
_new = tuple.__new__  # in half the time of a call, of which a document has thousands
_SIGN = re.compile(f"[{_UNSEEN}]")
_ENTITY = re.compile(
    f"[{_UNSEEN}]" r"|&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)


def unescaped(source: str, start: int, end: int, place: Place) -> Iterable[Run]:
    """Return the runs of a stretch of the source that holds no tags."""
    text = source[start:end]
    if "&" not in text and (text.isascii() or not _SIGN.search(text)):
        return (_new(Run, (text, place, start, end, (), 0.0, 0.0)),)
    return _parted(source, start, end, place)


def _parted(source: str, start: int, end: int, place: Place) -> Iterator[Run]:
    """Yield the runs between entities, and what these stand for; signs unseen are left out."""
    at = start
    for match in _ENTITY.finditer(source, start, end):
        plain = html.unescape(match[0])
        if plain == match[0] and plain not in _UNSEEN:
            continue
        if match.start() > at:
            yield Run(source[at : match.start()], place, at, match.start())
        at = match.end()
        if plain not in _UNSEEN:
            yield Run(plain, place, match.start(), at)
    if at < end:
        yield Run(source[at:end], place, at, end)
