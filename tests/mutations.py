"""Damage done to files on purpose, the same for the same seed.

Run `python -m tests.mutations SECONDS` to look for faults for longer than the tests do.
"""

import io
import random
import sys
import time
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from pipeline import Settings, Source, process
from pipeline.errors import PipelineError
from tests.readers.office import package

SOURCES = Path(__file__).parent.parent / "sources"
_PIECES = (
    *(b"<table>", b"<tr><td>", b"</td>", b'<td rowspan="9" colspan="9">', b"<ul><li>", b"</ul>"),
    *(b"&#x110000;", b"&amp", b"<!--", b"\t", b"\n\n", b"\r", b"|", b"\0", b"\xff", b"\xe2\x80"),
    *(b"31 June 2014", b"99/99/9999", b"by by by", b"Q9 20/1", b"0", b"-1", b"9" * 30, b"((("),
    *(b"endobj", b"stream", b"<<", b">>", b"[ ]", b" 0 R", b" Tj ET", b" 1e38 0 0 -1e38 0 0 cm "),
    *(b"<w:tc>", b"</w:tc>", b"<w:p/>", b'w:val="99999999999"', b"<w:del>", b"<v>1e99</v>"),
)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Return the bytes with a few of them changed, left out, doubled, or put in."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 10)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(5):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + chance.randrange(200)]
            case 2:
                start = chance.randrange(len(changed) + 1)
                changed[at:at] = changed[start : start + chance.randrange(300)]
            case 3:
                changed[at:at] = chance.choice(_PIECES)
            case _:
                changed[at : at + 4] = chance.choice(_PIECES)
    return bytes(changed)


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return the file damaged: of an office file one part, as often as the archive itself."""
    if not data.startswith(b"PK") or chance.random() < 0.3:
        return mutated(data, chance)
    parts = _parts(data)
    name = chance.choice([one for one in parts if one.endswith((".xml", ".rels"))])
    return package({**parts, name: mutated(parts[name], chance)})


@cache
def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def samples() -> tuple[Source, ...]:
    """Return the samples of every kind, two PDFs among them that are printed here."""
    own = [path for path in sorted(SOURCES.iterdir()) if path.name != "README.md"]
    read = [Source(path.name, path.read_bytes()) for path in own]
    return (
        *read,
        Source("ruled.pdf", printed(ruled=True)),
        Source("open.pdf", printed(ruled=False)),
    )


def printed(*, ruled: bool) -> bytes:
    """Return a plan of three pages as PDF, its streams not packed, so that damage reaches them."""
    from reportlab.lib.pagesizes import A4, landscape
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

    style = getSampleStyleSheet()["BodyText"]
    heads = ("Area for improvement", "Action", "Lead officer", "Deadline")
    rows = [
        (f"Area {at}: the recording of visits", f"• Write a standard of {at} pages for recording "
         "visits and train all of the social workers in it", "Head of Service", f"{at} June 2026")
        for at in range(1, 31)
    ]  # fmt: skip
    body = [[Paragraph(cell, style) for cell in row] for row in (heads, *rows)]
    lines = [("GRID", (0, 0), (-1, -1), 0.5, "black")] if ruled else []
    page = io.BytesIO()
    made = SimpleDocTemplate(page, pagesize=landscape(A4), pageCompression=0, invariant=1)
    title = Paragraph("Northmere Council: statement of action", style)
    made.build([title, Table(body, repeatRows=1, style=lines)])
    return page.getvalue()


def attempt(source: Source, seed: int) -> tuple[Source, str]:
    """Return the damaged source and how it ended. Raises what no reader may raise."""
    chance = random.Random(zlib.crc32(source.name.encode()) + seed)  # noqa: S311
    made = Source(source.name, damaged(source.data, chance))
    try:
        return made, f"{process(made, Settings()).findings.summary.areas} areas"
    except PipelineError as error:
        return made, error.problem


def _search(seconds: float) -> Iterator[str]:
    """Yield a line for each fault and each file that took long; its seed makes it again."""
    end, seed = time.monotonic() + seconds, 1000
    while time.monotonic() < end:
        for source in samples():
            started = time.monotonic()
            trouble = ""
            try:
                attempt(source, seed)
            except Exception as error:
                trouble = f"{type(error).__name__}: {error}"
            took = time.monotonic() - started
            if trouble or took > 10:
                yield f"{source.name} {seed}: {trouble or 'slow'} ({took:.1f} s)"
        seed += 1
    yield f"{seed - 1000} rounds of {len(samples())} samples"


if __name__ == "__main__":
    for line in _search(float(sys.argv[1])):
        print(line, flush=True)
