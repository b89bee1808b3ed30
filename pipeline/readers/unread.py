"""Kinds of file that people send for a plan and that are not read: how each begins, what to do."""

import re

from pipeline.errors import UnreadableError

_PICTURE = ("It is only a picture.", "Ask for the original document, or run OCR on it first.")
_ARCHIVE = ("It is an archive of files, not a document.", "Unpack it first.")
_RICH = ("It is a Rich Text file.", "Open it in Word and save it as .docx.")
_PERFECT = ("It is a WordPerfect document.", "Open it in Word and save it as .docx.")
_MAIL = (
    "It is an e-mail or a web page saved as one file.",
    "Save the plan attached to it, or open it in Word and save it as .docx.",
)
_WHOLE = (
    "It is an Office document saved as a single XML file.",
    "Open it in Word or Excel and save it as .docx or .xlsx.",
)
_LINK = (
    "It is only a link to a document that is kept elsewhere.",
    "Open the link, download the document as Word, Excel or PDF, and give that file.",
)
_FIRST: tuple[tuple[bytes, tuple[str, str]], ...] = (
    *((sign, _PICTURE) for sign in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*",
                                    b"\x01\x00\x00\x00\x6c\x00\x00\x00")),
    *((sign, _ARCHIVE) for sign in (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")),
    (b"{\\rtf", _RICH),
    (b"\xffWPC", _PERFECT),
    (b"[InternetShortcut]", _LINK),
)  # fmt: skip
_LATER: tuple[tuple[re.Pattern[bytes], tuple[str, str]], ...] = (
    (re.compile(rb"(?s).{4}ftyp(?:hei|hev|mif|avif)|RIFF.{4}WEBP|BM.{4}\0\0\0\0"), _PICTURE),
    (re.compile(rb"(?is)(?:[a-z][\w-]{1,40}: ?\S.*?\n)?mime-version: ?\d"), _MAIL),
    (re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<\?mso-application|<office:document\b|<pkg:package\b)"),
     _WHOLE),
    (re.compile(rb"\{\s*\"(?:url|doc_id)\"\s*:\s*\"[^\"\n]*\"[^{}]*\}\s*$"), _LINK),
)  # fmt: skip
_LOOKED = 4096  # bytes


def unread(data: bytes) -> UnreadableError | None:
    """Return the error for a file of a kind that is known and not read, by how it begins."""
    head = data[:_LOOKED]
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for sign, why in _FIRST:
        if head.startswith(sign) or start.startswith(sign):
            return UnreadableError(*why)
    for pattern, why in _LATER:
        if pattern.match(head) or pattern.match(start):
            return UnreadableError(*why)
    return None
