"""Properties that hold for any table: no word lost, places true, grids rectangular, same bytes."""

from collections import Counter
from html import escape

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import Settings, Source, process
from pipeline.blocks import Cell, Document, Grid, Line, Table
from pipeline.grid import clean
from pipeline.placed import Place, Run, Text, fold, join
from tests.walking import is_as_checked, kept, slices, valued, words

_VOCABULARY = """Review audit the of and children Head Service Manager Team 2014 30 June by
quarterly ongoing tbc Board plan safeguarding; improve. (a) 1.2 / – • Ofsted's ¼ naïve &amp; <TBC> report:
practice completed each www.example.org 12/05/15 3.1 "quoted" A&B <5 x""".split()

_phrase = st.lists(st.sampled_from(_VOCABULARY), min_size=1, max_size=8).map(" ".join).filter(words)
_cell = st.one_of(st.just(""), _phrase, st.lists(_phrase, min_size=2, max_size=3).map("\n".join))
_row = st.tuples(_phrase, _cell, _cell, _cell)
_table = st.lists(_row, min_size=1, max_size=6)
_HEADER = ("Area for improvement", "Action", "Lead officer", "Deadline")
_calm = settings(
    max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)


def _as_tabs(rows: list[tuple[str, ...]]) -> str:
    lines = [_HEADER, *rows]
    return "\n".join("\t".join(_item(cell) for cell in line) for line in lines)


def _item(cell: str) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in cell.split("\n")) if cell else ""


def _as_page(rows: list[tuple[str, ...]]) -> str:
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in row)
        + "</tr>" for row in rows
    )  # fmt: skip
    head = "".join(f"<th>{name}</th>" for name in _HEADER)
    return f"<!DOCTYPE html><html><body><table><tr>{head}</tr>{body}</table></body></html>"


@_calm
@given(_table)
def test_no_word_of_a_cell_is_lost(rows: list[tuple[str, ...]]) -> None:
    for source in (_as_tabs(rows), _as_page(rows)):
        statement = process(Source("plan", source.encode()), Settings()).statement
        wanted = Counter(word for row in rows for cell in row for word in words(cell))
        lost = wanted - kept(statement)
        assert not lost, (lost, source)


@_calm
@given(_table)
def test_every_value_stands_where_it_says(rows: list[tuple[str, ...]]) -> None:
    for source in (_as_tabs(rows), _as_page(rows)):
        statement = process(Source("plan", source.encode()), Settings()).statement
        for text, place in valued(statement):
            assert slices(source, place) == text


@_calm
@given(_table)
def test_the_same_bytes_give_the_same_result(rows: list[tuple[str, ...]]) -> None:
    source = Source("plan", _as_tabs(rows).encode())
    first, second = process(source, Settings()), process(source, Settings())
    assert first.statement.model_dump_json() == second.statement.model_dump_json()
    assert first.findings.model_dump_json() == second.findings.model_dump_json()


@_calm
@given(_table)
def test_what_is_made_unchecked_is_as_checked(rows: list[tuple[str, ...]]) -> None:
    for source in (_as_tabs(rows), _as_page(rows)):
        found = process(Source("plan", source.encode()), Settings())
        assert is_as_checked(found.statement)
        assert is_as_checked(found.findings)


@_calm
@given(_table)
def test_keys_and_ids_are_unique(rows: list[tuple[str, ...]]) -> None:
    statement = process(Source("plan", _as_page(rows).encode()), Settings()).statement
    areas = [area for section in statement.sections for area in section.areas]
    actions = [action for area in areas for action in area.actions]
    stated = [one for area in areas for group in area.assignments for one in group.owners]
    ids = [one.id for one in areas] + [one.id for one in actions]
    keys = [one.key for one in areas] + [one.key for one in actions] + [one.key for one in stated]
    assert len(set(ids)) == len(ids)
    assert len(set(keys)) == len(keys)


_areas = st.lists(
    st.tuples(
        _phrase,
        st.sampled_from(["span", "blank", "repeat", "band"]),
        st.lists(st.tuples(_cell, _cell, _cell, st.booleans()), min_size=1, max_size=3),
    ),
    min_size=1,
    max_size=4,
)


def _as_pages(areas: list[tuple[str, str, list[tuple[str, str, str, bool]]]], head: bool) -> str:
    """Return a page on which areas span rows or tables, and a row may begin a new table."""
    row = "<tr>" + "".join(f"<th>{name}</th>" for name in _HEADER) + "</tr>"
    first = "<tr><td>Visits</td><td>Plan visits</td><td>Head of Service</td><td>May 2014</td></tr>"
    parts = ["<!DOCTYPE html><html><body><table>", row, first]
    for text, mode, rows in areas:
        if mode == "band":
            parts.append(f"<tr><td colspan=4>{escape(text)}</td></tr>")
        for at, (*cells, ends) in enumerate(rows):
            if ends:
                parts.append("</table><p>Page 2</p><table>" + row * head)
            left = escape(text) if mode == "repeat" or (mode != "band" and not at) else ""
            below = next((n for n, one in enumerate(rows[at + 1 :]) if one[-1]), len(rows) - at - 1)
            first = f"<td rowspan={below + 1}>{left}</td>"
            if mode != "span":
                first = f"<td>{left}</td>"
            elif at and not ends:
                first = ""
            rest = "".join(f"<td>{escape(cell).replace(chr(10), '<br>')}</td>" for cell in cells)
            parts.append(f"<tr>{first}{rest}</tr>")
    return "".join(parts) + "</table></body></html>"


@_calm
@given(_areas, st.booleans())
def test_spans_bands_and_breaks_lose_no_word(
    areas: list[tuple[str, str, list[tuple[str, str, str, bool]]]], head: bool
) -> None:
    source = _as_pages(areas, head)
    statement = process(Source("plan", source.encode()), Settings()).statement
    cells = [
        text
        for title, mode, rows in areas
        for text in (
            *([title] * (len(rows) if mode == "repeat" else 1)),
            *(cell for row in rows for cell in row[:-1]),
        )
    ]
    lost = Counter(word for text in cells for word in words(text)) - kept(statement)
    assert not lost, (lost, source)
    for text, place in valued(statement):
        assert slices(source, place) == text


_span = st.integers(1, 3)
_cells = st.lists(
    st.tuples(st.integers(1, 5), st.integers(1, 5), _span, _span, st.booleans()), max_size=12
)


@_calm
@given(st.lists(_cells, min_size=1, max_size=3))
def test_grids_are_rectangular(tables: list[list[tuple[int, int, int, int, bool]]]) -> None:
    blocks = tuple(
        Table(
            number,
            tuple(
                Cell(row, column, (Line(Text(f"w{row}{column}")),) if filled else (), down, across)
                for row, column, down, across, filled in cells
            ),
        )
        for number, cells in enumerate(tables, 1)
    )
    for block in clean(Document(blocks, "text/plain")).blocks:
        if isinstance(block, Grid):
            assert {len(row.cells) for row in block.rows} <= {len(block.header)}


@_calm
@given(st.lists(st.text(alphabet="ab \t\n\u00a0", max_size=6), max_size=6))
def test_folding_keeps_every_word_and_its_offsets(parts: list[str]) -> None:
    place, at, runs = Place(), 0, []
    for part in parts:
        runs.append(Run(part, place, at, at + len(part)))
        at += len(part)
    source = "".join(parts)
    text = fold(runs)
    assert text.text == " ".join(source.split())
    for offset, run in text.runs:
        assert source[run.start : run.end] == run.text
        assert text.text[offset : offset + len(run.text)] == run.text
    assert join([text, text]).text == " ".join(f"{source} {source}".split())
