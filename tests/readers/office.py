"""Office files built from XML written by hand, the same bytes every time.

    word_file(paragraph("Case records") + table(row(cell("a"), cell("b"))))

Parts are stored without compression, so that no version of zlib changes the bytes.
"""

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_OFFICE}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def package(parts: Mapping[str, str | bytes], compression: int = zipfile.ZIP_STORED) -> bytes:
    """Return the parts as an archive, dated the first day that zip knows."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.compress_type = compression
            archive.writestr(info, text)
    return stream.getvalue()


def relations(*targets: tuple[str, str]) -> str:
    """Return a relations part of (kind, target), numbered rId1 and up."""
    items = "".join(
        f'<Relationship Id="rId{at}" Type="{_OFFICE}/{kind}" Target={quoteattr(target)}/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_RELATIONS}">{items}</Relationships>'


def _types(overrides: Mapping[str, str]) -> str:
    items = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'{_HEAD}<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{items}</Types>'
    )


def word_parts(body: str, **others: str) -> dict[str, str | bytes]:
    """Return the parts of a Word file: `others` are styles, numbering, header1 and so on."""
    kinds = {name: name.rstrip("0123456789") for name in others}
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _types(
            {"word/document.xml": f"{_WORD_TYPE}.document.main+xml"}
            | {f"word/{name}.xml": f"{_WORD_TYPE}.{kind}+xml" for name, kind in kinds.items()}
        ),
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(
            *((kind, f"{name}.xml") for name, kind in kinds.items())
        ),
        "word/document.xml": _part("document", f"<w:body>{body}</w:body>"),
    }
    roots = {"header": "hdr", "footer": "ftr"}
    for name, kind in kinds.items():
        parts[f"word/{name}.xml"] = _part(roots.get(kind, kind), others[name])
    return parts


def word_file(body: str, **others: str) -> bytes:
    """Return a Word file with that body."""
    return package(word_parts(body, **others))


def _part(root: str, inner: str) -> str:
    return f"{_HEAD}<w:{root} {NAMESPACES}>{inner}</w:{root}>"


def run(text: str, bold: bool = False) -> str:
    """Return a run; newlines are line breaks."""
    words = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(piece)}</w:t>' for piece in text.split("\n")
    )
    return f"<w:r>{'<w:rPr><w:b/></w:rPr>' if bold else ''}{words}</w:r>"


def paragraph(
    text: str = "",
    style: str = "",
    listing: tuple[int, int] | None = None,
    bold: bool = False,
    inner: str = "",
) -> str:
    """Return a paragraph of `text`, then the XML `inner`; `listing` is a list and its level."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    if listing:
        named += f'<w:numPr><w:ilvl w:val="{listing[1]}"/><w:numId w:val="{listing[0]}"/></w:numPr>'
    properties = f"<w:pPr>{named}</w:pPr>" if named else ""
    return f"<w:p>{properties}{run(text, bold) if text else ''}{inner}</w:p>"


def cell(*content: str, span: int = 1, merge: str = "", properties: str = "") -> str:
    """Return a cell; content that is no XML becomes a paragraph each."""
    inner = "".join(one if one.startswith("<w:") else paragraph(one) for one in content or ("",))
    if span > 1:
        properties += f'<w:gridSpan w:val="{span}"/>'
    if merge:
        properties += f'<w:vMerge w:val="{merge}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, properties: str = "", widths: tuple[int, ...] = ()) -> str:
    """Return a table; `widths` are twentieths of a point."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = f"<w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    return f"<w:tbl>{head}{''.join(rows)}</w:tbl>"


def level(at: int, style: str, text: str, more: str = "") -> str:
    """Return one level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{style}"/>{more}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def lists(*abstracts: str, numbers: str = "") -> str:
    """Return a numbering part: abstract list 1, 2 … used by list 1, 2 …, then `numbers`."""
    counted = list(enumerate(abstracts, start=1))
    return (
        "".join(
            f'<w:abstractNum w:abstractNumId="{at}">{levels}</w:abstractNum>'
            for at, levels in counted
        )
        + "".join(
            f'<w:num w:numId="{at}"><w:abstractNumId w:val="{at}"/></w:num>' for at, _ in counted
        )
        + numbers
    )


def workbook_parts(
    sheets: Mapping[str, str], styles: str = "", strings: str = "", properties: str = ""
) -> dict[str, str | bytes]:
    """Return the parts of a workbook; `sheets` maps `name` or `name|state` to sheet XML."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts: dict[str, str | bytes] = {}
    overrides = {"xl/workbook.xml": f"{_SHEET_TYPE}.sheet.main+xml"}
    listed, targets = "", []
    for at, (name, inner) in enumerate(sheets.items(), start=1):
        title, _, state = name.partition("|")
        shown = f' state="{state}"' if state else ""
        listed += f'<sheet name={quoteattr(title)} sheetId="{at}"{shown} r:id="rId{at}"/>'
        targets.append(("worksheet", f"worksheets/sheet{at}.xml"))
        overrides[f"xl/worksheets/sheet{at}.xml"] = f"{_SHEET_TYPE}.worksheet+xml"
        parts[f"xl/worksheets/sheet{at}.xml"] = (
            f'{_HEAD}<worksheet xmlns="{main}" xmlns:r="{_OFFICE}">{inner}</worksheet>'
        )
    for kind, root, inner in (("styles", "styleSheet", styles), ("sharedStrings", "sst", strings)):
        if inner:
            targets.append((kind, f"{kind}.xml"))
            overrides[f"xl/{kind}.xml"] = f"{_SHEET_TYPE}.{kind}+xml"
            parts[f"xl/{kind}.xml"] = f'{_HEAD}<{root} xmlns="{main}">{inner}</{root}>'
    return {
        "[Content_Types].xml": _types(overrides),
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/_rels/workbook.xml.rels": relations(*targets),
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{main}" xmlns:r="{_OFFICE}">{properties}'
        f"<sheets>{listed}</sheets></workbook>",
        **parts,
    }


def workbook(
    sheets: Mapping[str, str], styles: str = "", strings: str = "", properties: str = ""
) -> bytes:
    """Return a workbook of such sheets."""
    return package(workbook_parts(sheets, styles, strings, properties))


def grid(
    rows: Mapping[int, Mapping[str, str | float | tuple[float, int]]],
    hidden: tuple[int, ...] = (),
    strong: tuple[int, ...] = (),
    merges: tuple[str, ...] = (),
    columns: str = "",
) -> str:
    """Return sheet XML of cells by row and column letter: words, or numbers with a style.

    Words in the rows `strong` have style 1.
    """
    found = ""
    for at, cells in rows.items():
        look = ' s="1"' if at in strong else ""
        inner = "".join(_cell(f"{letter}{at}", value, look) for letter, value in cells.items())
        found += f'<row r="{at}"{" hidden=" + quoteattr("1") if at in hidden else ""}>{inner}</row>'
    merged = "".join(f'<mergeCell ref="{one}"/>' for one in merges)
    return (
        f"{f'<cols>{columns}</cols>' if columns else ''}<sheetData>{found}</sheetData>"
        f"{f'<mergeCells>{merged}</mergeCells>' if merged else ''}"
    )


def _cell(reference: str, value: str | float | tuple[float, int], look: str) -> str:
    if isinstance(value, str):
        words = f'<is><t xml:space="preserve">{escape(value)}</t></is>'
        return f'<c r="{reference}" t="inlineStr"{look}>{words}</c>'
    number, style = value if isinstance(value, tuple) else (value, 0)
    return f'<c r="{reference}" s="{style}"><v>{number}</v></c>'
