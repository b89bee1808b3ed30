"""Files that are broken, mislabelled or meant to do harm, built in memory by name.

    make, words = HOSTILE["zip-bomb.docx"]

Each ends in one plain sentence that holds `words`, or in a result where there are none; never
in a traceback.
"""

import io
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping

from tests.readers.office import (
    cell,
    grid,
    package,
    paragraph,
    relations,
    row,
    table,
    word_file,
    word_parts,
    workbook,
    workbook_parts,
)  # fmt: skip

MEGABYTE = 1024**2
HEADER = "Area for improvement\tAction\tLead officer\tDeadline\n"
PLAN = (
    f"{HEADER}Case records\tWrite a recording standard\tHead of Service\t30 June 2026\n"
    "Supervision\tTrain all team managers\tPrincipal Social Worker\t31 July 2026\n"
)
_NO_PLAN = "nothing in it reads as a plan"


def pdf(*objects: bytes | None, root: int = 1, extra: bytes = b"") -> bytes:
    """Return a PDF of numbered objects with a correct table of offsets; None leaves one out."""
    data, offsets = bytearray(b"%PDF-1.7\n"), [0]
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        if body is not None:
            data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % len(offsets)
    data += b"".join(b"%010d 00000 n \n" % offset for offset in offsets[1:])
    data += b"trailer\n<< /Size %d /Root %d 0 R %b >>\n" % (len(offsets), root, extra)
    return bytes(data + b"startxref\n%d\n%%%%EOF\n" % start)


def stream(data: bytes, keys: bytes = b"") -> bytes:
    """Return a stream object, packed."""
    packed = zlib.compress(data, 9)
    head = b"<< /Length %d /Filter /FlateDecode %b >>" % (len(packed), keys)
    return head + b"\nstream\n" + packed + b"\nendstream"


def pages(content: bytes, box: bytes = b"0 0 595 842", count: int = 1) -> bytes:
    """Return a PDF of `count` pages with that content stream, a font F1 at hand."""
    kids = b" ".join(b"%d 0 R" % (number + 5) for number in range(count))
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [%b] /Contents 4 0 R "
        b"/Resources << /Font << /F1 3 0 R >> >> >>" % box
    )
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, count),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        content,
        *(page for _ in range(count)),
    )


def _words(text: str = "Some words") -> bytes:
    return stream(b"BT /F1 10 Tf 50 700 Td (%b) Tj ET" % text.encode())


def long_pdf(count: int) -> bytes:
    """Return a PDF of so many pages, a line of words on each."""
    return pages(_words(), count=count)


def _looping() -> bytes:
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 2 /Parent 3 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 /Parent 2 0 R >>",
    )


def _form_loop() -> bytes:
    """Return a page that draws a form that draws itself, and another that draws both."""
    form = b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /A 4 0 R >> >>"
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R "
        b"/Resources << /XObject << /A 4 0 R >> >> >>",
        stream(b"/A Do /A Do", form),
        stream(b"/A Do"),
    )


def _encrypted(user: str) -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    page = io.BytesIO()
    canvas = Canvas(page, encrypt=StandardEncryption(user, "owner", canPrint=0), invariant=1)
    canvas.drawString(50, 700, "Words behind a password")
    canvas.save()
    return page.getvalue()


def _picture() -> bytes:
    """Return a page on which there is only a grey picture."""
    image = b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray "
    return pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        b"/Resources << /XObject << /A 4 0 R >> >> >>",
        stream(b"\x80" * 64, image + b"/BitsPerComponent 8"),
        stream(b"595 0 0 842 0 0 cm /A Do"),
    )


def _bomb(name: str, parts: Mapping[str, str | bytes]) -> bytes:
    """Return an office file one of whose parts unpacks to 200 MB."""
    return package({**parts, name: b"<a>" + b" " * (200 * MEGABYTE)}, zipfile.ZIP_DEFLATED)


_ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]><d>&i;</d>"
)  # fmt: skip
_OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'


def _with_main(text: str) -> bytes:
    return package({**word_parts(""), "word/document.xml": text})


def _with_part(name: str, text: str) -> bytes:
    return package({**word_parts(paragraph("words"), styles=""), name: text})


def _twice() -> bytes:
    """Return a document with a second main part of the same name."""
    stream = io.BytesIO(word_file(paragraph("words")))
    with zipfile.ZipFile(stream, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(zipfile.ZipInfo("word/document.xml"), "<x/>")
    return stream.getvalue()


def _alike() -> bytes:
    """Return a plan of 600 actions that are all much like each other."""
    rows = (f"Area {at}\tWrite a recording standard {at}\tHead\t30 June 2026" for at in range(600))
    return (HEADER + "\n".join(rows)).encode()


def _deep_word(depth: int = 20_000) -> bytes:
    return word_file("<w:sdt><w:sdtContent>" * depth + "</w:sdtContent></w:sdt>" * depth)


def _nested_tables(depth: int = 2_000) -> bytes:
    opening, end = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return word_file(opening * depth + end * depth)


def _wide_sheet() -> bytes:
    near = grid({1: {"A": "Action", "B": "Lead officer", "C": "Deadline"}, 1048576: {"XFD": "far"}})
    return workbook({"Plan": near})


def _merged_sheet() -> bytes:
    return workbook({"Plan": grid({1: {"A": "Action"}}, merges=("A1:XFD1048576",) * 50)})


def _spans() -> bytes:
    row = "<tr><td colspan=1000 rowspan=1000>a</td></tr>"
    return b"<!DOCTYPE html><html><body><table>" + (row * 20_000).encode() + b"</table>"


def _ole() -> bytes:
    entry = "WordDocument\0".encode("utf-16-le").ljust(128, b"\0")
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(512, b"\0") + entry


_KILOBYTE = 1024
HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty.txt": (lambda: b"", "It is empty."),
    "blank.docx": (lambda: b" \r\n" * 10, "It is empty."),
    "zeroes.txt": (lambda: bytes(1000), "no text file. (byte 1)"),
    "zeroes-within.txt": (lambda: PLAN.replace("Head", "He\0ad").encode() + bytes(50), "(byte "),
    "half-a-mark.txt": (lambda: b"\xff\xfeA", "no encoding explains"),
    "undecodable.txt": (lambda: HEADER.encode() + b"\x81\x8d caf\xe9", "(0x81). (byte 51, line 2)"),
    "no-plan.txt": (lambda: b"Minutes of a meeting.\r\nNothing was agreed.\r\n" * 20, _NO_PLAN),
    "header-alone.txt": (HEADER.encode, _NO_PLAN),
    "nested-tags.html": (lambda: b"<html><body>" + b"<div>" * (2 * MEGABYTE), "nested more than"),
    "nested-tables.html": (lambda: b"<html>" + b"<table><tr><td>" * MEGABYTE, "nested more than"),
    "nested-lists.txt": (lambda: HEADER.encode() + b"<ul><li>" * MEGABYTE, "nested more than"),
    "open-tags.html": (lambda: b"<html><body>" + b"<td" * (40 * _KILOBYTE), _NO_PLAN),
    "comments.html": (lambda: b"<html><body>" + b"<!--" * MEGABYTE, _NO_PLAN),
    "quotes.html": (lambda: b'<html><body><a href="' * (30 * _KILOBYTE), _NO_PLAN),
    "ampersands.html": (lambda: b"<html><body>" + b"&amp" * (100 * _KILOBYTE), _NO_PLAN),
    "spans.html": (_spans, "rows and 10,050 columns"),
    "ragged.txt": (lambda: (PLAN + "a\nb\tc\td\te\tf\tg\t" + "\t" * 500 + "\nx\ty").encode(), ""),
    "pipes.md": (lambda: b"|" * (40 * _KILOBYTE), _NO_PLAN),
    "tabs.txt": (lambda: b"\t" * MEGABYTE + b"a", _NO_PLAN),
    "spaces.txt": (lambda: b"a" + b" " * MEGABYTE + b"b", _NO_PLAN),
    "bullets.txt": (lambda: "• \n".encode() * (4 * _KILOBYTE), _NO_PLAN),
    "old-line-ends.txt": (lambda: b"words\r" * (40 * _KILOBYTE), _NO_PLAN),
    "numbers.txt": (lambda: b"1." * (20 * _KILOBYTE), _NO_PLAN),
    "labels.txt": (lambda: b"Action: " * (20 * _KILOBYTE), _NO_PLAN),
    "alike.txt": (_alike, ""),
    "long-cell.txt": (lambda: PLAN.replace("Head", "Head " * (10 * _KILOBYTE)).encode(), ""),
    "many-tables.txt": (lambda: f"{PLAN}\nWords\n\n".encode() * 60, ""),
    "picture.png": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "only a picture"),
    "rich.rtf": (lambda: rb"{\rtf1 Some words}", "Rich Text"),
    "zip-bomb.docx": (lambda: _bomb("word/document.xml", word_parts("")), "unpacks to more"),
    "zip-bomb.xlsx": (
        lambda: _bomb("xl/worksheets/sheet1.xml", workbook_parts({"Plan": ""})),
        "unpacks to more",
    ),
    "entity-bomb.docx": (lambda: _with_main(_ENTITIES), "declares a document type"),
    "entity-file.docx": (lambda: _with_main(_OUTSIDE), "declares a document type"),
    "deep.docx": (_deep_word, "damaged inside"),
    "nested-tables.docx": (_nested_tables, "damaged inside"),
    "no-parts.docx": (lambda: package({"word/other.xml": "<a/>"}), "lost its main part"),
    "truncated.docx": (lambda: word_file(paragraph("words") * 500)[:5000], "damaged or incomplete"),
    "zip.docx": (lambda: package({"a.txt": "words"}), "zip archive"),
    "old-word.docx": (_ole, "save it as .docx"),
    "entity-styles.docx": (lambda: _with_part("word/styles.xml", _ENTITIES), "document type"),
    "loop.docx": (
        lambda: _with_part("_rels/.rels", relations(("officeDocument", "_rels/.rels"))),
        "lost its main part",
    ),
    "outside.docx": (
        lambda: _with_part("_rels/.rels", relations(("officeDocument", "/../../etc/passwd"))),
        "lost its main part",
    ),
    "twice.docx": (_twice, "lost its main part"),
    "empty-rows.docx": (lambda: package(word_parts(table("<w:tr/>" * 300_000)), 8), _NO_PLAN),
    "empty-rows.xlsx": (
        lambda: package(
            workbook_parts({"Plan": f"<sheetData>{'<row/>' * 300_000}</sheetData>"}), 8
        ),
        _NO_PLAN,
    ),
    "span.docx": (
        lambda: word_file(table(row(cell("Area", span=10**8 - 1), cell("Action")))),
        _NO_PLAN,
    ),
    "message.eml": (lambda: b"From: a@example.org\r\nMIME-Version: 1.0\r\n\r\nPlan", "e-mail"),
    "plan.pages": (lambda: package({"Index/Document.iwa": b"\0"}), "Export it to Word"),
    "far-cell.xlsx": (_wide_sheet, _NO_PLAN),
    "merged.xlsx": (_merged_sheet, _NO_PLAN),
    "word.pdf": (lambda: word_file(paragraph("words")), _NO_PLAN),
    "page.pdf": (lambda: b"<!DOCTYPE html><html><body><p>Not found</p></body></html>", _NO_PLAN),
    "cut.pdf": (lambda: pages(_words())[:200], "damaged"),
    "head-alone.pdf": (lambda: b"%PDF-1.7\n", "damaged"),
    "huge-page.pdf": (lambda: pages(_words(), b"-1e9 -1e9 1e9 1e9"), _NO_PLAN),
    "no-page-size.pdf": (lambda: pages(_words(), b"0 0 0 0"), _NO_PLAN),
    "odd-page-size.pdf": (lambda: pages(_words(), b"/a (b) null 7"), _NO_PLAN),
    "flate-bomb.pdf": (lambda: pages(stream(b"0 0 m 1 1 l S " * (10 * MEGABYTE))), "memory"),
    "many-boxes.pdf": (lambda: pages(stream(b"1 2 3 4 re " * 30_000 + b"f")), "blank"),
    "too-long.pdf": (lambda: long_pdf(3000), "3000 pages"),
    "looping-pages.pdf": (_looping, "blank"),
    "looping-forms.pdf": (_form_loop, "memory"),
    "picture.pdf": (_picture, "only a picture"),
    "password.pdf": (lambda: _encrypted("secret"), "password"),
}
