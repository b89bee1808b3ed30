"""Office files opened safely: zip packages of XML parts, and the older OLE kind told apart.

Only the parts that are asked for are unpacked, each read is bounded, and no document type or
entity is accepted, so a hostile file costs little and says why it was refused.
"""

import io
import lzma
import posixpath
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Literal

from pipeline.errors import LimitError, UnreadableError
from pipeline.readers.parts import AGAIN, Element, damaged, parse, without
from pipeline.settings import Settings

Kind = Literal["word", "sheet", "slides", "opendocument", "apple", "zip"]
OleKind = Literal["doc", "xls", "ppt", "msg", "encrypted", "unknown"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOLDERS: tuple[tuple[str, Kind], ...] = (("word", "word"), ("xl", "sheet"), ("ppt", "slides"))
_STREAMS: tuple[tuple[str, OleKind], ...] = (
    ("worddocument", "doc"),
    ("workbook", "xls"),
    ("book", "xls"),
    ("powerpoint document", "ppt"),
    ("__properties_version1.0", "msg"),
)
_DAMAGE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, EOFError, OSError,
           ValueError, OverflowError, NotImplementedError, RuntimeError, IndexError)  # fmt: skip
_PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENTRIES = 20_000
# A parsed tree takes some twenty times the memory of its text, and there is the text itself.
_TREE_COST = 32


@dataclass(frozen=True, slots=True)
class Package:
    """An open office file: `names` maps lower-case part names to those in the archive.

    `budget` is how many bytes of XML may still be unpacked, a list of one number.
    """

    archive: zipfile.ZipFile
    names: dict[str, str]
    budget: list[int]

    def tree(self, name: str, cut: tuple[bytes, bytes] | None = None) -> Element | None:
        """Return the root of the XML part `name`, None where the part is missing.

        `cut` is how elements begin and end that nobody will look at, to spare parsing them.
        """
        stored = self.names.get(name.lower().lstrip("/"))
        if stored is None:
            return None
        data = self._unpack(stored)
        return parse(without(data, *cut) if cut else data, name)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return the relations of part `name` as id -> (kind, name of the other part).

        The kind is the last word of the relation's type ("styles", "header"); parts outside
        the package are left out.
        """
        folder, file = posixpath.split(name)
        root = self.tree(posixpath.join(folder, "_rels", file + ".rels"))
        found = {}
        for relation in root if root is not None else ():
            if relation.get("TargetMode") != "External":
                kind = relation.get("Type", "").rpartition("/")[2]
                target = posixpath.join("/", folder, relation.get("Target", ""))
                found[relation.get("Id", "")] = (kind, posixpath.normpath(target).lstrip("/"))
        return found

    def main(self) -> str:
        """Return the name of the main part: the document or the workbook."""
        kinds = dict(self.related("").values())
        fallback = "word/document.xml" if "word/document.xml" in self.names else "xl/workbook.xml"
        return kinds.get("officeDocument", fallback)

    def _unpack(self, stored: str) -> bytes:
        try:
            with self.archive.open(stored) as part:
                data = part.read(self.budget[0] + 1)
        except _DAMAGE as error:
            raise damaged(stored) from error
        self.budget[0] -= len(data)
        if self.budget[0] < 0:
            raise LimitError(
                "It unpacks to more than the memory limit allows.",
                "Check that this is the plan itself, or raise the limit in the settings.",
                stored,
            )
        return data


def open_package(data: bytes, settings: Settings) -> Package:
    """Open an office file. Raises UnreadableError or LimitError in words for its owner."""
    if ole_kind(data):
        raise _old_format(data)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = archive.infolist()
    except _DAMAGE as error:
        raise _no_archive(data) from error
    if len(entries) > _ENTRIES:
        raise LimitError(f"It is an archive of more than {_ENTRIES:,} files.", AGAIN)
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableError(
            "It is protected with a password.", "Remove the password and save it again."
        )
    usable = [entry.filename for entry in entries if entry.compress_type in _PACKED]
    names = {name.replace("\\", "/").lstrip("/").lower(): name for name in usable}
    return Package(archive, names, [settings.limits.memory_bytes // _TREE_COST])


def package_kind(data: bytes) -> Kind | None:
    """Return what a zip archive holds, by the names in it; None when it is not an archive."""
    try:
        names = {name.lower() for name in zipfile.ZipFile(io.BytesIO(data)).namelist()}
    except _DAMAGE:
        return None
    folders = {name.replace("\\", "/").lstrip("/").partition("/")[0] for name in names}
    for folder, kind in _FOLDERS:
        if folder in folders:
            return kind
    if "content.xml" in names:
        return "opendocument"
    return "apple" if any(name.endswith(".iwa") for name in names) else "zip"


def wrong_kind(data: bytes, wanted: Kind) -> UnreadableError | None:
    """Return the error to raise when the archive is surely not of the kind wanted."""
    kind = package_kind(data)
    problem, advice = {
        "word": ("It is a Word document under another name.", "Give it the ending .docx."),
        "sheet": ("It is an Excel workbook under another name.", "Give it the ending .xlsx."),
        "slides": ("It is a PowerPoint file.", "Copy the plan into Word or Excel, or save as PDF."),
        "opendocument": ("It is an OpenDocument file.", "Save it as .docx or .xlsx."),
        "apple": ("It is a Pages, Numbers or Keynote file.", "Export it to Word, Excel or PDF."),
    }.get(kind or "zip", ("It is a zip archive, not a document.", "Unpack it first."))
    return None if kind == wanted else UnreadableError(problem, advice)


def ole_kind(data: bytes) -> OleKind | None:
    """Return what an OLE file (Office 97 to 2003, or encrypted) holds; None for other bytes.

    The names of its streams stand in directory entries of 128 bytes, in UTF-16, as
    [MS-CFB] 2.6 lays down; the first that names a program decides.
    """
    if not data.startswith(_OLE):
        return None
    lowered = data.lower()
    if _entry(lowered, "encryptedpackage") >= 0:
        return "encrypted"
    found = [(_entry(lowered, name), kind) for name, kind in _STREAMS]
    return min(((at, kind) for at, kind in found if at >= 0), default=(0, "unknown"))[1]


def _entry(data: bytes, name: str) -> int:
    """Return where a directory entry of that name starts, -1 where there is none."""
    wanted = (name + "\0").encode("utf-16-le")
    at = data.find(wanted)
    while at >= 0 and at % 128:
        at = data.find(wanted, at + 1)
    return at


def _old_format(data: bytes) -> UnreadableError:
    problem, advice = {
        "encrypted": (
            "It is protected with a password.",
            "Open it in Word or Excel, remove the password and save it again.",
        ),
        "doc": (
            "It is a Word document of the old kind (.doc).",
            "Open it in Word and save it as .docx.",
        ),
        "xls": (
            "It is an Excel workbook of the old kind (.xls).",
            "Open it in Excel and save it as .xlsx.",
        ),
        "ppt": (
            "It is a PowerPoint file of the old kind (.ppt).",
            "Copy the plan into Word or Excel, or save it as PDF.",
        ),
        "msg": ("It is an e-mail.", "Open it in Outlook and save the plan attached to it."),
    }.get(
        ole_kind(data) or "",
        ("It is an Office file of an old or unknown kind.", "Save it as .docx, .xlsx or PDF."),
    )
    return UnreadableError(problem, advice)


def _no_archive(data: bytes) -> UnreadableError:
    if data.startswith(b"PK"):
        return UnreadableError(
            "It is damaged or incomplete.",
            "Fetch or copy it again; if that does not help, open it in the program that wrote "
            "it and save it again.",
        )
    return UnreadableError(
        "It is no Word or Excel file, whatever its name says.",
        "Ask for the document again, or save it as .docx or .xlsx.",
    )
