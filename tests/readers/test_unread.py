"""Files of other kinds are named in a sentence with what to do; plans that look alike are read."""

import zipfile

import pytest

from pipeline.blocks import Source
from pipeline.errors import UnreadableError
from pipeline.readers import read
from pipeline.readers.unread import unread
from pipeline.settings import Settings
from tests.readers.office import package, paragraph, relations, word_parts, workbook_parts
from tests.readers.test_archive import ole

PLAN = b"Area\tAction\tLead officer\tDeadline\nRecords\tWrite a standard\tDirector\t1 May 2026\n"
OPENING = b'<?xml version="1.0"?>\n'
KINDS: dict[str, tuple[bytes, str]] = {
    "bitmap": (b"BM\x36\x00\x0c\x00" + bytes(20), "only a picture"),
    "photograph of a telephone": (bytes(4) + b"ftypheic" + bytes(20), "only a picture"),
    "picture of a web page": (b"RIFF\x10\0\0\0WEBPVP8 ", "only a picture"),
    "gzip": (b"\x1f\x8b\x08\0" + bytes(20), "Unpack it first"),
    "seven zip": (b"7z\xbc\xaf\x27\x1c" + bytes(20), "Unpack it first"),
    "rich text": (b"{\\rtf1 Plan}", r"Rich Text.*\.docx"),
    "rich text with a mark": (b"\xef\xbb\xbf{\\rtf1 Plan}", "Rich Text"),
    "WordPerfect": (b"\xffWPC\x10\0", r"WordPerfect.*\.docx"),
    "message": (b"From: a@example.org\r\nSubject: Plan\r\nMIME-Version: 1.0\r\n\r\nHi", "e-mail"),
    "web archive": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n", "one file"),
    "Word of 2003": (OPENING + b'<?mso-application progid="Word.Document"?><w/>', "single XML"),
    "Excel of 2003": (OPENING + b'<?mso-application progid="Excel.Sheet"?><Workbook/>', r"\.xlsx"),
    "flat package": (OPENING + b"<pkg:package xmlns:pkg='x'/>", "single XML"),
    "flat OpenDocument": (OPENING + b"<office:document xmlns:office='x'/>", "single XML"),
    "Google link": (b'{"url": "https://docs.example.org/1", "doc_id": "1"}', "download"),
    "shortcut": (b"[InternetShortcut]\r\nURL=https://example.org/plan.docx\r\n", "download"),
    "Outlook": (ole("Root Entry", "__properties_version1.0"), "Outlook"),
    "Pages": (package({"Index/Document.iwa": b"\0", "preview.jpg": b"x"}), "Export it to Word"),
    "OpenDocument": (package({"mimetype": "x", "content.xml": "<x/>"}), r"Save it as \.docx"),
    "slides": (package({"ppt/presentation.xml": "<x/>"}), "PowerPoint"),
    "binary workbook": (
        package({"_rels/.rels": relations(("officeDocument", "xl/workbook.bin")),
                 "xl/workbook.bin": b"\x83"}), r"\.xlsb.*save it as \.xlsx"),
    "workbook without its main part": (package({"xl/styles.xml": "<x/>"}), "lost its main part"),
}  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_named_with_what_to_do(kind: str) -> None:
    data, words = KINDS[kind]
    with pytest.raises(UnreadableError, match=words) as caught:
        read(Source("plan.docx", data), Settings())
    assert caught.value.problem.endswith(".")
    assert caught.value.advice.endswith(".")


@pytest.mark.parametrize(
    "opening",
    [b"BMBC improvement plan\n\n", b"From: the Director\nTo: the Board\n\n", b"{Draft} plan\n\n",
     b"RIFF action plan\n\n", b"Version: 2\n\n"],
)  # fmt: skip
def test_plans_that_begin_alike_are_read(opening: bytes) -> None:
    assert unread(opening + PLAN) is None
    assert len(read(Source("plan.txt", opening + PLAN), Settings()).blocks) > 1


def test_openings_that_never_end_take_no_time() -> None:
    assert unread(b"a: " + b"b\n" * 10_000_000) is None
    assert unread(b'{"url":"' * 1_000_000) is None


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_workbook_within_a_document_does_not_make_it_one(packing: int) -> None:
    parts = word_parts(paragraph("Action plan"))
    parts["word/embeddings/figures.xlsx"] = package(workbook_parts({"Figures": ""}))
    found = read(Source("plan.docx", package(parts, packing)), Settings())
    assert "wordprocessingml" in found.media_type
