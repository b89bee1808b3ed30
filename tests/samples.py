"""Write the Word and Excel samples of `sources/` anew: `python -m tests.samples`.

The council, the people's posts and the wordings are invented.
"""

from pathlib import Path

from tests.readers.office import (
    cell,
    grid,
    level,
    lists,
    paragraph,
    row,
    run,
    table,
    word_file,
    workbook,
)  # fmt: skip

SOURCES = Path(__file__).parent.parent / "sources"
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_LOOK = f'<w:tblW w:w="0" w:type="auto"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
_WIDTHS = (3300, 900, 4600, 2600, 1900, 2100)
_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="20"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/>'
    '<w:basedOn w:val="Normal"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240" w:after="120"/>'
    '<w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
)
_INDENT = '<w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr>'
_LISTS = lists(
    level(0, "decimal", "%1.").replace("</w:lvl>", f"{_INDENT}</w:lvl>"),
    level(0, "bullet", "•").replace("</w:lvl>", f"{_INDENT}</w:lvl>"),
    level(0, "decimal", "%1") + level(1, "decimal", "%1.%2"),
)
_AREAS = (
    "The quality and timeliness of management oversight and supervision.",
    "The consistency with which children’s wishes and feelings are recorded in plans.",
    "The response to children who go missing from home or care.",
    "The range and availability of education, employment and training for care leavers.",
)


def _control(content: str, title: str) -> str:
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/></w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _changed(before: str, removed: str, added: str) -> str:
    """Return a paragraph with a tracked change in it."""
    mark = 'w:author="Plan editor" w:date="2024-06-03T09:00:00Z"'
    return paragraph(
        before,
        inner=f'<w:del w:id="1" {mark}><w:r><w:delText>{removed}</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" {mark}>{run(added)}</w:ins>',
    )


def _bullets(*items: str) -> str:
    return "".join(paragraph(item, listing=(2, 0)) for item in items)


def _rows() -> list[str]:
    """Return the plan's rows: an action each, the area merged down its rows."""
    first, second, third, fourth = _AREAS
    change = _changed("30 ", "June", "September 2024")
    voice = _bullets(
        "Agree a standard for recording the child’s voice",
        "Train all social workers in direct work",
    )
    plan = (
        (first, "Publish a supervision standard and brief every team on it.",
         "Principal Social Worker", "31 July 2024", "Standard published; briefing register"),
        ("", "Audit a tenth of supervision records each month.",
         "Head of Quality Assurance", change, "90% of records judged good by December 2024"),
        ("", "Review the capacity of team managers.", "", "As soon as possible", ""),
        (second, voice, "Head of Safeguarding", "31 October 2024",
         "Audit of 40 plans each quarter"),
        ("", "Share the learning from audits at practice forums.", "TBC", "Ongoing", ""),
        (third, "Agree a joint protocol for return home interviews with the police.",
         "Service Manager, Contextual Safeguarding\nDetective Inspector, Missing Persons Unit",
         "30 August 2024", "95% of interviews offered within 72 hours"),
        (fourth, "Open a training offer with three local employers.", "Virtual School Head", "",
         "15 more care leavers in training"),
        ("", "Improve information on entitlements.", "Care Leavers’ Forum", "Autumn 2024",
         "Leaflet and web page"),
    )  # fmt: skip
    return [row(*_row(*parts)) for parts in plan]


def _row(area: str, action: str, owner: str, date: str, measure: str) -> list[str]:
    counted = paragraph(area, listing=(3, 0))
    return [
        cell(counted, merge="restart") if area else cell(merge="continue"),
        cell(paragraph(listing=(3, 1))),
        cell(action),
        _control(cell(*owner.split("\n")), "Lead"),
        cell(date),
        cell(measure),
    ]


def brackendale() -> bytes:
    """Return a Word plan: a row an action, areas merged, numbers counted, controls, a change."""
    heads = ("Area for improvement", "Ref", "Action", "Lead officer", "Completion date",
             "Measure of success")  # fmt: skip
    head = row(*(cell(paragraph(name, bold=True)) for name in heads), properties="<w:tblHeader/>")
    body = [
        paragraph("Brackendale Council: statement of action", style="Title"),
        paragraph(
            "This statement answers the inspection of local authority children’s services "
            "(ILACS) that Ofsted carried out between 4 March 2024 and 15 March 2024. "
            "The report was published on 26 April 2024."
        ),
        paragraph("Areas for improvement", style="Heading1"),
        paragraph("Inspectors found that these need to improve:"),
        *(paragraph(area, listing=(1, 0)) for area in _AREAS),
        paragraph("The plan", style="Heading1"),
        table(head, *_rows(), properties=_LOOK, widths=_WIDTHS),
        paragraph("Monitoring", style="Heading1"),
        paragraph(
            "Progress is reported to the Children’s Improvement Board every six weeks and to "
            "the Scrutiny Committee each quarter."
        ),
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        '<w:footerReference w:type="default" r:id="rId4"/>'
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="900" '
        'w:right="700" w:bottom="900" w:left="700" w:header="400" w:footer="400"/></w:sectPr>',
    ]
    page = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    return word_file(
        "".join(body),
        styles=_STYLES,
        numbering=_LISTS,
        header1=paragraph("Brackendale Council statement of action, version 1.1"),
        footer1=paragraph("Page ", inner=page),
    )


_LOOKS = (
    '<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>'
    '<fonts count="2"><font><sz val="10"/><name val="Arial"/></font>'
    '<font><b/><sz val="10"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/></border></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">'
    '<xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1" applyFont="1"/>'
    '<xf numFmtId="164" fontId="0" applyNumberFormat="1"/>'
    '<xf numFmtId="17" fontId="0" applyNumberFormat="1"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
)
_DAY, _MONTH = 2, 3


def stourbeck() -> bytes:
    """Return an Excel tracker: titles above, areas merged, real dates, a hidden row, two sheets."""
    plan = grid(
        {
            1: {"A": "Stourbeck Borough Council"},
            2: {"A": "Joint targeted area inspection: action tracker"},
            3: {"A": "Inspected 3 to 7 February 2025; updated 1 May 2025"},
            5: {"A": "Area for improvement", "B": "Action", "C": "Owner", "D": "Due date",
                "E": "Status", "F": "Comment"},
            6: {"A": "Information sharing between agencies at the front door",
                "B": "Agree a single referral form across all agencies",
                "C": "Head of Early Help", "D": (45838, _DAY), "E": "In progress"},
            7: {"B": "• Co-locate health staff in the hub\n• Give police access to case notes",
                "C": "Designated Nurse", "D": (45930, _DAY), "E": "Not started"},
            8: {"B": "Look at options for a shared IT system", "C": "TBC", "D": "Asap",
                "E": "Not started", "F": "Depends on funding"},
            9: {"A": "Oversight of strategy discussions",
                "B": "Record the decision of every strategy discussion within one working day",
                "C": "Service Manager, Assessment", "D": (45809, _DAY), "E": "In progress"},
            10: {"B": "Review the threshold document", "D": (45901, _MONTH), "E": "Not started"},
            11: {"B": "Report compliance to the safeguarding partners",
                 "C": "Safeguarding Partnership", "D": "Quarterly", "E": "Ongoing"},
        },
        hidden=(8,),
        strong=(1, 5),
        merges=("A1:F1", "A2:F2", "A6:A8", "A9:A11"),
        columns='<col min="1" max="2" width="42" customWidth="1"/>'
        '<col min="3" max="6" width="24" customWidth="1"/>',
    )  # fmt: skip
    log = grid(
        {
            1: {"A": "Meeting", "B": "Decision"},
            2: {"A": (45792, _DAY), "B": "Tracker agreed by the partnership"},
            3: {"A": (45820, _DAY), "B": "Row 8 hidden until funding is known"},
        },
        strong=(1,),
        columns='<col min="1" max="2" width="36" customWidth="1"/>',
    )
    return workbook({"Action tracker": plan, "Decision log": log}, styles=_LOOKS)


SAMPLES = {"brackendale-plan.docx": brackendale, "stourbeck-tracker.xlsx": stourbeck}


def main() -> None:
    """Write the samples to `sources/`."""
    for name, make in SAMPLES.items():
        (SOURCES / name).write_bytes(make())


if __name__ == "__main__":
    main()
