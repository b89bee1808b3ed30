"""Bytes to text, without normalising newlines or Unicode: offsets count from here."""

import codecs
import re

from pipeline.errors import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([A-Za-z0-9_-]{1,40})", re.I)
_ADVICE = "Save it again as UTF-8 text."


def decode(data: bytes) -> str:
    """Return `data` as text: by byte order mark, as UTF-8, as declared, or as cp1252.

    Raises UnreadableError with the place (byte and line) where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data, encoding)
    if b"\x00" in data[:1024]:
        return _unmarked_utf16(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _legacy(data, error)


def _strictly(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, error) from error


def _unmarked_utf16(data: bytes) -> str:
    """Decode UTF-16 without a mark by which half of its bytes is zero; refuse other NULs."""
    sample = data[:1024]
    low, high = sample[1::2].count(0), sample[::2].count(0)
    if max(low, high) * 3 < len(sample) or min(low, high) * 10 > len(sample):
        place = f"byte {data.index(0) + 1:,}"
        raise UnreadableError(
            "It holds zero bytes, so it is no text file.",
            "Check that this is the plan itself; if so, save it as Word, PDF or text.",
            place,
        )
    return _strictly(data, "utf-16-le" if low > high else "utf-16-be")


def _legacy(data: bytes, error: UnicodeDecodeError) -> str:
    declared = _DECLARED.search(data[:2048])
    names = [declared[1].decode("ascii")] if declared else []
    for name in (*names, "cp1252"):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    try:
        data.decode("cp1252")
    except UnicodeDecodeError as worse:
        error = max(error, worse, key=lambda one: one.start)
    raise _undecodable(data, error)


def _undecodable(data: bytes, error: UnicodeDecodeError) -> UnreadableError:
    start = error.start + len(data) - len(error.object)  # a byte order mark is not counted
    line = data.count(b"\n", 0, start) + 1
    byte = data[start]
    place = f"byte {start + 1:,}, line {line:,}"
    return UnreadableError(f"It has a character that no encoding explains (0x{byte:02X}).",
                           _ADVICE, place)  # fmt: skip
