"""Sources to documents: which reader takes a file is decided by its bytes, not its name."""

import re
from collections.abc import Callable

from pipeline.blocks import Document, Source
from pipeline.errors import LimitError, UnreadableError
from pipeline.readers.unread import unread
from pipeline.settings import Settings

_PAGE = re.compile(
    r"\s*+(?:(?:<\?xml[^<>]*>|<!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_OBJECT = re.compile(rb"\s*\d{1,10} \d{1,5} obj\b")  # a PDF that lost its first line
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def read(source: Source, settings: Settings) -> Document:
    """Return the blocks of a source of any kind that is read.

    Raises UnreadableError for what is damaged, encrypted or of another kind, LimitError for
    what is larger or deeper than the settings allow.
    """
    data = source.data
    if len(data) > settings.limits.source_bytes:
        raise LimitError(
            f"It is larger than {settings.limits.source_bytes // 1024**2} MB.",
            "Split it, or raise the limit on source_bytes in soa.toml.",
        )
    if not data.strip():
        raise UnreadableError("It is empty.", "Save the plan again and send that file.")
    return _reader(data)(data, settings)


Reader = Callable[[bytes, Settings], Document]


def _reader(data: bytes) -> Reader:
    """Return the reader for these bytes; each is imported only when it is needed."""
    if b"%PDF-" in data[:1024] or _OBJECT.match(data):
        from pipeline.readers import pdf

        return pdf.read
    if data.startswith(b"PK"):
        return _office(data)
    if data.startswith(_OLE):
        from pipeline.readers import word

        return word.read
    refused = unread(data)
    if refused is not None:
        raise refused
    return _textual


def _office(data: bytes) -> Reader:
    from pipeline.readers.archive import package_kind

    if package_kind(data) == "sheet":
        from pipeline.readers import sheet

        return sheet.read
    from pipeline.readers import word

    return word.read


def _textual(data: bytes, settings: Settings) -> Document:
    from pipeline.readers import text, web
    from pipeline.readers.decoding import decode

    decoded = decode(data)
    if _PAGE.match(decoded):
        return web.read(decoded, settings)
    return text.read(decoded, settings)
