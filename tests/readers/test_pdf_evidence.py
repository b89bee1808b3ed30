"""The PDF reader on real documents; skipped where the evidence folder is not here."""

import csv
import json
import re
from pathlib import Path

import pytest

from pipeline.blocks import Document, Prose, Table
from pipeline.errors import PipelineError
from pipeline.placed import Text
from pipeline.readers import pdf
from pipeline.settings import Settings
from tests.readers.reference import by_plumber, by_us

EVIDENCE = Path(__file__).parents[2] / "../shared/evidence"
pytestmark = pytest.mark.skipif(not EVIDENCE.exists(), reason="the evidence folder is not here")

STATEMENTS = ["hartlepool-2014.portrait.pdf", "hartlepool-2014.landscape.pdf"]
BODIES = ["80480_lancashire", "80488_bexley", "80535_oldham", "80565_suffolk"]
RULED = [
    *(f"statements/{name}" for name in STATEMENTS),
    *(f"responsible-body/{name}.pdf" for name in BODIES),
    "reports/hartlepool-2014-report.pdf",
]


def read(path: str) -> Document:
    return pdf.read((EVIDENCE / path).read_bytes(), Settings())


def cell_texts(document: Document) -> list[Text]:
    return [
        line.text
        for block in document.blocks
        if isinstance(block, Table)
        for cell in block.cells
        for line in cell.lines
    ]


def plain(text: str) -> str:
    """Return words without white space and with one kind of quote."""
    return re.sub(r"\s", "", text.translate(str.maketrans("‘’“”", "''\"\"")))


@pytest.mark.parametrize("path", RULED)
def test_cells_lines_and_bullets_are_those_of_pdfplumber(path: str) -> None:
    theirs, ours = by_plumber((EVIDENCE / path).read_bytes()), by_us(read(path))
    assert not theirs - ours
    assert sum((ours - theirs).values()) <= 1  # a box of one cell, which the reference skips


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_bullet_of_the_statement_is_a_line(name: str) -> None:
    gold = json.loads((EVIDENCE / "statements/hartlepool-2014.gold.json").read_text("utf-8"))
    typed = [
        plain(action["text"])
        for section in gold["sections"]
        for area in section["areas"]
        for action in area["actions"]
    ]
    lines = [plain(str(text)) for text in cell_texts(read(f"statements/{name}"))]
    whole = [words for words in typed if words in lines]
    broken = [words for words in typed if words not in lines]
    assert len(whole) >= len(typed) - 6
    for words in broken:  # those that a page break cuts: both pieces are there
        assert any(
            words == start + end for start in lines for end in lines if words.startswith(start)
        )


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_word_of_the_statement_is_there(name: str) -> None:
    document = read(f"statements/{name}")
    typed = (EVIDENCE / "statements/hartlepool-2014.txt").read_text("utf-8")
    words = set(re.sub(r"<[^>]*>|[•\-<>]", " ", typed).split())
    texts = [str(text) for text in cell_texts(document)]
    texts += [str(block.text) for block in document.blocks if isinstance(block, Prose)]
    texts += [str(left.text) for left in document.left]
    found = set(re.sub(r"[\-<>]", " ", " ".join(texts)).split())
    assert words - found == set()


def truth(name: str) -> list[dict[str, str]]:
    with (EVIDENCE / "responsible-body/truth.tsv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file, delimiter="\t") if name in row["file"]]


@pytest.mark.parametrize("name", BODIES)
def test_rows_of_reports_are_whole_or_in_two_pieces(name: str) -> None:
    document = read(f"responsible-body/{name}.pdf")
    cells = [
        plain("".join(f"{line.marker}{line.text}" for line in cell.lines))
        for block in document.blocks
        if isinstance(block, Table)
        for cell in block.cells
        if cell.lines
    ]
    rows = truth(name)
    assert rows
    for row in rows:
        words = plain(row["text"])
        if row["split_across_pages"] == "True":
            assert any(words == start + end for start in cells for end in cells)
        else:
            assert words in cells
        body = plain(row["responsible_body"])
        assert not body or body in cells


def test_the_report_lists_its_areas_in_order() -> None:
    document = read("reports/hartlepool-2014-report.pdf")
    items = [plain(str(block.text)) for block in document.blocks if isinstance(block, Prose)]
    with (EVIDENCE / "reports/hartlepool-2014-report.areas.tsv").open(encoding="utf-8") as file:
        areas = [plain(row["text"]) for row in csv.DictReader(file, delimiter="\t")]
    places = [items.index(area) for area in areas]
    assert places == sorted(places)


@pytest.mark.parametrize(
    "path", sorted((EVIDENCE / "hostile").glob("pdf_*")), ids=lambda path: path.name[:40]
)
def test_hostile_files_give_words_or_one_sentence(path: Path) -> None:
    try:
        document = pdf.read(path.read_bytes(), Settings())
    except PipelineError as error:
        trouble = error
    else:
        assert document.blocks or document.left
        return
    assert trouble.problem.endswith(".")
    assert trouble.advice
    assert "\n" not in str(trouble)
