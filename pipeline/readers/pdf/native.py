"""PDFium asked for all characters of a page at once.

A call for each character is most of what reading a page costs, so the functions are called
with plain addresses: ctypes then neither makes nor checks an object for each of them.
"""

import ctypes
from collections import deque
from collections.abc import Sequence
from itertools import repeat
from typing import Any

import numpy as np
import pypdfium2.raw as pdfium

Floats = np.ndarray[Any, np.dtype[np.float64]]
_CALL = ctypes.PYFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p)


def _address(function: Any) -> int:
    return ctypes.cast(function, ctypes.c_void_p).value or 0


_BOX = _CALL(_address(pdfium.FPDFText_GetLooseCharBox))
_MATRIX = _CALL(_address(pdfium.FPDFText_GetMatrix))
_SIZE = ctypes.PYFUNCTYPE(ctypes.c_double, ctypes.c_void_p, ctypes.c_int)(
    _address(pdfium.FPDFText_GetFontSize)
)


def count(page: Any) -> int:
    """Return how many characters a text page has."""
    return max(0, int(pdfium.FPDFText_CountChars(page)))


def text(page: Any, size: int) -> str:
    """Return one code point for each of the characters of a page."""
    buffer = (ctypes.c_ushort * (size + 1))()
    written = pdfium.FPDFText_GetText(page, 0, size, buffer)
    if written == size + 1:
        found = bytes(buffer)[:-2].decode("utf-16-le", "surrogatepass")
        if len(found) == size:
            return found
    codes = map(pdfium.FPDFText_GetUnicode, repeat(page), range(size))
    return "".join(chr(code) if code < 0x110000 else "\ufffd" for code in codes)


def boxes(page: Any, size: int) -> Floats:
    """Return left, top, right and bottom of all characters, in PDF coordinates."""
    return _filled(_BOX, page, range(size), pdfium.FS_RECTF * size, 4)


def matrices(page: Any, indexes: Sequence[int]) -> Floats:
    """Return the six numbers of the matrix of the characters at some indexes."""
    return _filled(_MATRIX, page, indexes, pdfium.FS_MATRIX * len(indexes), 6)


def sizes(page: Any, indexes: Sequence[int]) -> Floats:
    """Return the size of the font, before the matrix, of the characters at some indexes."""
    return np.fromiter(map(_SIZE, repeat(_address(page)), indexes), np.float64, len(indexes))


def _filled(call: Any, page: Any, indexes: Sequence[int], kind: Any, width: int) -> Floats:
    """Call PDFium for each index with the next slot of an array to fill."""
    room = kind()
    first, step = ctypes.addressof(room), 4 * width
    slots = range(first, first + step * len(indexes), step)
    deque(map(call, repeat(_address(page)), indexes, slots), maxlen=0)
    return np.frombuffer(room, np.float32).reshape(-1, width).astype(np.float64)
