"""Office files that are damaged, disguised, encrypted or made to harm."""

import io
import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.blocks import Document
from pipeline.errors import LimitError, PipelineError, UnreadableError
from pipeline.readers import sheet, word
from pipeline.readers.archive import ole_kind, open_package, package_kind
from pipeline.settings import Limits, Settings
from tests.readers.office import (
    cell,
    grid,
    package,
    paragraph,
    row,
    table,
    word_file,
    word_parts,
    workbook,
    workbook_parts,
)  # fmt: skip
from tests.samples import SAMPLES, SOURCES

SETTINGS = Settings()
EVIDENCE = Path(__file__).parents[2].parent / "shared" / "evidence"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
Reader = Callable[[bytes, Settings], Document]
READERS: dict[str, Reader] = {"word": word.read, "sheet": sheet.read}


def ole(*streams: str) -> bytes:
    """Return the start of an OLE file and directory entries of those names."""
    entries = [(name + "\0").encode("utf-16-le").ljust(128, b"\0") for name in streams]
    return OLE + b"".join(entries)


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (ole("Root Entry", "WordDocument"), "doc", r"old kind \(\.doc\).*\.docx"),
        (ole("worddocument"), "doc", r"\.docx"),
        (ole("Workbook"), "xls", r"old kind \(\.xls\).*\.xlsx"),
        (ole("Book"), "xls", r"\.xlsx"),
        (ole("PowerPoint Document"), "ppt", r"old kind \(\.ppt\)"),
        (ole("WordDocument", "Workbook"), "doc", r"\.docx"),
        (ole("Workbook", "EncryptedPackage"), "encrypted", "password"),
        (ole("Contents"), "unknown", "old or unknown kind"),
        (OLE + b"x" + "WordDocument\0".encode("utf-16-le"), "unknown", "old or unknown"),
    ],
)
@pytest.mark.parametrize("reader", READERS)
def test_older_and_encrypted_files_say_what_to_do(
    data: bytes, kind: str, words: str, reader: str
) -> None:
    assert ole_kind(data) == kind
    with pytest.raises(UnreadableError, match=words):
        READERS[reader](data, SETTINGS)


def test_other_bytes_are_no_ole_file() -> None:
    assert ole_kind(b"PK\x03\x04") is None


@pytest.mark.parametrize(
    ("names", "kind", "words"),
    [
        (["word/document.xml"], "word", "Word document under another name"),
        (["xl/workbook.xml"], "sheet", "Excel workbook under another name"),
        (["ppt/presentation.xml"], "slides", "PowerPoint"),
        (["content.xml"], "opendocument", "OpenDocument"),
        (["holiday.jpg"], "zip", "zip archive, not a document"),
    ],
)
def test_other_kinds_of_archive_are_named(names: list[str], kind: str, words: str) -> None:
    data = package(dict.fromkeys(names, "<x/>"))
    assert package_kind(data) == kind
    for name, read in READERS.items():
        with pytest.raises(UnreadableError, match=words if name != kind else "."):
            read(data, SETTINGS)


def test_what_is_no_archive_is_named() -> None:
    assert package_kind(b"../elsewhere") is None
    with pytest.raises(UnreadableError, match="no Word or Excel file"):
        word.read(b"../elsewhere", SETTINGS)
    with pytest.raises(UnreadableError, match="damaged or incomplete"):
        word.read(word_file(paragraph("a"))[:-30], SETTINGS)


def test_part_names_are_found_whatever_their_case_and_slashes() -> None:
    parts = {name.upper().replace("/", "\\"): text for name, text in word_parts("").items()}
    parts["WORD\\DOCUMENT.XML"] = word_parts(paragraph("a"))["word/document.xml"]
    assert len(word.read(package(parts), SETTINGS).blocks) == 1


def test_parts_outside_the_file_are_not_followed() -> None:
    parts = word_parts(paragraph("a"))
    link = (
        '<Relationships><Relationship Id="a" Type="x/styles" Target="http://x/" '
        'TargetMode="External"/><Relationship Id="b" Type="x/numbering" '
        'Target="../../../../etc/passwd"/></Relationships>'
    )
    parts["word/_rels/document.xml.rels"] = link
    assert len(word.read(package(parts), SETTINGS).blocks) == 1


LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize(
    "declared", [LAUGHS, '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', "<!DOCTYPE x>"]
)
def test_document_types_and_entities_are_refused(declared: str, encoding: str) -> None:
    parts = word_parts(paragraph("&a;" if "ENTITY" in declared else "a"))
    text = str(parts["word/document.xml"]).replace("UTF-8", encoding)
    text = text.replace("&amp;a;", "&a;").replace("<w:document", declared + "<w:document")
    parts["word/document.xml"] = text.encode(encoding)
    with pytest.raises(UnreadableError, match="declares a document type"):
        word.read(package(parts), SETTINGS)


def test_broken_xml_is_damage_with_its_part_named() -> None:
    parts = word_parts("<w:p>")
    with pytest.raises(UnreadableError, match=r"damaged inside\. \(word/document\.xml\)"):
        word.read(package(parts), SETTINGS)


def test_a_password_on_the_archive_is_said() -> None:
    data = bytearray(word_file(paragraph("a")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(UnreadableError, match="protected with a password"):
        word.read(bytes(data), SETTINGS)


def test_a_way_of_packing_that_office_never_uses_is_not_unpacked() -> None:
    data = package(word_parts(paragraph("a")), compression=zipfile.ZIP_BZIP2)
    with pytest.raises(UnreadableError, match="lost its main part"):
        word.read(data, SETTINGS)


def test_bombs_are_refused_before_they_fill_the_memory() -> None:
    limits = Settings(limits=Limits(memory_bytes=2**26))
    bomb = "<w:p/>" * 2_000_000
    start = time.process_time()
    with pytest.raises(LimitError, match="unpacks to more"):
        word.read(package(word_parts(bomb), compression=zipfile.ZIP_DEFLATED), limits)
    assert time.process_time() - start < 5
    inner = "<sheetData>" + "<row/>" * 2_000_000 + "</sheetData>"
    with pytest.raises(LimitError, match="unpacks to more"):
        sheet.read(package(workbook_parts({"a": inner}), compression=8), limits)


def test_the_limit_holds_for_all_parts_together() -> None:
    names = [f"header{at}" for at in range(1, 30)]
    data = package(word_parts("", **dict.fromkeys(names, "<w:p/>" * 2_000)), compression=8)
    with pytest.raises(LimitError, match="unpacks to more"):
        word.read(data, Settings(limits=Limits(memory_bytes=2**22)))


def test_archives_of_very_many_files_are_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for at in range(20_001):
            archive.writestr(zipfile.ZipInfo(str(at)), b"")
    with pytest.raises(LimitError, match="more than 20,000 files"):
        open_package(stream.getvalue(), SETTINGS)


# Samples and mutations


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_are_made_anew_byte_for_byte(name: str) -> None:
    assert (SOURCES / name).read_bytes() == SAMPLES[name]()


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a few changed, cut out or repeated."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(changed))
        length = chance.choice((1, 1, 4, 40))
        kind = chance.randrange(4)
        if kind == 0:
            changed[at] = chance.randrange(256)
        elif kind == 1:
            changed[at : at + length] = chance.randbytes(length)
        elif kind == 2:
            del changed[at : at + length]
        else:
            changed[at:at] = changed[at : at + length]
    return bytes(changed)


def repacked(data: bytes, chance: random.Random) -> bytes:
    """Return an archive of which one part is mutated, so that the zip around it is whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    victim = chance.choice(sorted(parts))
    before = parts[victim]
    text = mutated(before if isinstance(before, bytes) else before.encode(), chance)
    parts[victim] = _values(text, chance) if chance.random() < 0.7 else text
    return package(parts)


def _values(text: bytes, chance: random.Random) -> bytes:
    """Return the part with an attribute or number made absurd rather than its markup broken."""
    pieces = text.split(b'"')
    for _ in range(3):
        at = chance.randrange(len(pieces))
        if at % 2:
            pieces[at] = chance.choice(
                (b"-1", b"", b"99999999999", b"A1:XFD1048576", b"x", b"1e308", b"\xff", b"0")
            )
    return b'"'.join(pieces)


def trouble(read: Reader, data: bytes) -> PipelineError | None:
    """Return the error that a reader raises, if any."""
    try:
        read(data, SETTINGS)
    except PipelineError as error:
        return error
    return None


MADE = {
    "word": word_file(
        table(row(cell("a", span=2), cell("b", merge="restart")), row(cell("c"), cell("d")))
        + paragraph("e", listing=(1, 0)),
        numbering='<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="lowerRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
    ),
    "sheet": workbook(
        {"Plan": grid({1: {"A": "Area", "B": "Owner"}, 2: {"A": "x", "B": (45000, 1)}},
                      merges=("A1:A2",))},
        styles='<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
    ),
}  # fmt: skip


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("seed", range(3))
def test_mutated_files_give_a_document_or_a_clear_error(reader: str, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    name = {"word": "brackendale-plan.docx", "sheet": "stourbeck-tracker.xlsx"}[reader]
    sources = (MADE[reader], SAMPLES[name]())
    mutations = (chance.choice((mutated, repacked, repacked)) for _ in range(120))
    errors = [trouble(READERS[reader], one(chance.choice(sources), chance)) for one in mutations]
    said = [error for error in errors if error]
    assert all(error.problem.endswith(".") and error.advice for error in said)
    assert 10 < len(said) < 110


@pytest.mark.skipif(
    not EVIDENCE.is_dir(), reason="../shared/evidence is not here, so its files were not read"
)
def test_every_hostile_office_file_is_read_or_refused_in_words() -> None:
    paths = sorted((EVIDENCE / "hostile").glob("*.doc*"))
    assert paths
    found = [trouble(read, path.read_bytes()) for path in paths for read in READERS.values()]
    assert all(error.advice for error in found if error)
