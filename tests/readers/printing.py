"""Prints tables of our own with several producers, for tests of the PDF reader."""

import io
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Plan:
    """A plan to print: cells hold HTML lists, or lines parted by newlines."""

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    landscape: bool = False
    ruled: bool = True
    widths: tuple[int, ...] = ()


def items(cell: str) -> list[tuple[bool, str]]:
    """Return the lines of a cell and whether each is a list item."""
    return [(line.startswith("* "), line.removeprefix("* ")) for line in cell.split("\n")]


def html(plan: Plan) -> str:
    """Return a plan as a web page."""
    border = "1px solid black" if plan.ruled else "none"
    size = "A4 landscape" if plan.landscape else "A4"
    head = "".join(f"<th>{name}</th>" for name in plan.header)
    body = "".join(_row(row, len(plan.header)) for row in plan.rows)
    columns = "".join(f"<col style='width:{width}%'>" for width in plan.widths)
    return (
        f"<!doctype html><meta charset=utf-8><style>@page{{size:{size};margin:2cm}}"
        "body{font:10.5pt 'Liberation Sans',sans-serif}"
        "table{border-collapse:collapse;width:100%;table-layout:fixed}"
        f"th,td{{border:{border};padding:4px 6px;vertical-align:top;text-align:left}}"
        "ul{margin:0;padding-left:16px}p{margin:0 0 4px}</style>"
        f"<h1>{plan.title}</h1><table><colgroup>{columns}</colgroup>"
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )


def _row(row: tuple[str, ...], width: int) -> str:
    span = f" colspan={width}" if len(row) == 1 else ""
    return "<tr>" + "".join(f"<td{span}>{_cell(cell)}</td>" for cell in row) + "</tr>"


def _cell(cell: str) -> str:
    parts = "".join(
        f"<li>{line}</li>" if bullet else f"<p>{line}</p>" for bullet, line in items(cell)
    )
    return (
        parts.replace("</p><li>", "</p><ul><li>").replace("</li><p>", "</li></ul><p>")
        if ("<p>" in parts and "<li>" in parts)
        else (f"<ul>{parts}</ul>" if "<li>" in parts else parts)
    )


def by_weasyprint(plan: Plan) -> bytes:
    """Return a plan printed by WeasyPrint."""
    try:
        import weasyprint
    except (ImportError, OSError):
        pytest.skip("WeasyPrint or its libraries are not here")
    return bytes(weasyprint.HTML(string=html(plan)).write_pdf())


def by_chromium(plan: Plan) -> bytes:
    """Return a plan printed by Chromium."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if not program:
        pytest.skip("Chromium is not here")
    with tempfile.TemporaryDirectory() as folder:
        page, printed = Path(folder, "plan.html"), Path(folder, "plan.pdf")
        page.write_text(html(plan), encoding="utf-8")
        _run([
            program, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
            f"--user-data-dir={folder}/profile", f"--print-to-pdf={printed}", page.as_uri(),
        ])  # fmt: skip
        return printed.read_bytes()


def by_libreoffice(plan: Plan) -> bytes:
    """Return a plan typed in Word's format and printed by LibreOffice."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if not program:
        pytest.skip("LibreOffice is not here")
    with tempfile.TemporaryDirectory() as folder:
        typed = Path(folder, "plan.docx")
        typed.write_bytes(docx(plan))
        _run([
            program, f"-env:UserInstallation=file://{folder}/profile", "--headless",
            "--convert-to", "pdf", "--outdir", folder, str(typed),
        ])  # fmt: skip
        return Path(folder, "plan.pdf").read_bytes()


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def docx(plan: Plan) -> bytes:
    """Return a plan as a Word file."""
    import docx as word
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    document = word.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    if plan.landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(2)
    document.add_heading(plan.title, 1)
    width = len(plan.header)
    table = document.add_table(1, width, style="Table Grid" if plan.ruled else "Normal Table")
    for cell, name in zip(table.rows[0].cells, plan.header, strict=True):
        cell.paragraphs[0].add_run(name).bold = True
    for row in plan.rows:
        cells = table.add_row().cells
        if len(row) == 1:
            cells = (cells[0].merge(cells[-1]),)
        for cell, text in zip(cells, row, strict=True):
            cell._element.remove(cell.paragraphs[0]._element)
            for bullet, line in items(text):
                cell.add_paragraph(line, style="List Bullet" if bullet else None)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def by_reportlab(plan: Plan) -> bytes:
    """Return a plan printed by ReportLab."""
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import ListFlowable, Paragraph, SimpleDocTemplate, Table

    styles = getSampleStyleSheet()
    normal = styles["BodyText"]

    def flow(cell: str) -> list[object]:
        return [
            ListFlowable([Paragraph(line, normal)], bulletType="bullet", start="•")
            if bullet
            else Paragraph(line, normal)
            for bullet, line in items(cell)
        ]

    width = len(plan.header)
    rows = [[flow(name) for name in plan.header]]
    style: list[tuple[object, ...]] = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    if plan.ruled:
        style.append(("GRID", (0, 0), (-1, -1), 0.5, colors.black))
    for row in plan.rows:
        if len(row) == 1:
            style.append(("SPAN", (0, len(rows)), (-1, len(rows))))
        rows.append([flow(cell) for cell in row] + [[] for _ in range(width - len(row))])
    buffer = io.BytesIO()
    size = landscape(A4) if plan.landscape else A4
    room = size[0] - 144
    shares = plan.widths or (100 // width,) * width
    table = Table(
        rows, colWidths=[room * share / sum(shares) for share in shares], repeatRows=1, style=style
    )
    SimpleDocTemplate(buffer, pagesize=size, invariant=True).build(
        [Paragraph(plan.title, styles["Heading1"]), table]
    )
    return buffer.getvalue()


PRODUCERS = (by_weasyprint, by_chromium, by_libreoffice, by_reportlab)
