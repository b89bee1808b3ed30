"""What a long PDF takes of memory: the real statement's pages again and again."""

import io
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.speed.figures import EVIDENCE, Figure

_STATEMENT = EVIDENCE / "statements/hartlepool-2014.portrait.pdf"
_PAGES = (104, 1000)
_WORKS = {
    "our PDF reader": "kept = pdf.read(data, Settings())",
    "whole pipeline": "kept = process(Source('plan.pdf', data), Settings())",
}
# Reads a page first, so that what is loaded and built once does not count.
_CHILD = """
import sys
from pathlib import Path
from pipeline import Settings, Source, process
from pipeline.readers import pdf
process(Source('small.pdf', Path(sys.argv[1]).read_bytes()), Settings())
data = Path(sys.argv[2]).read_bytes()
def most():
    lines = Path('/proc/self/status').read_text().splitlines()
    return int(next(line for line in lines if line.startswith('VmHWM')).split()[1])
before = most()
{work}
print((most() - before) / 1024)
"""


def figures(rounds: int) -> Iterator[Figure]:  # noqa: ARG001 - memory is the same each time
    """Yield the MiB that a short and a long document take at most, above what is loaded."""
    if not _STATEMENT.exists() or not Path("/proc/self/status").exists():
        yield Figure("memory (skipped: no evidence folder, or not Linux)", None, "")
        return
    with tempfile.TemporaryDirectory() as folder:
        for pages in _PAGES:
            path = Path(folder, f"{pages}.pdf")
            path.write_bytes(_repeated(pages))
            for name, work in _WORKS.items():
                size = _measured(work, path)
                ratio = f"{1024 * size / pages:.0f} KiB a page"
                yield Figure(f"{name}, {pages:,} pages", size, "MiB", ratio)


def _repeated(pages: int) -> bytes:
    """Return a PDF of so many pages."""
    import pypdfium2

    source, made = pypdfium2.PdfDocument(_STATEMENT), pypdfium2.PdfDocument.new()
    while len(made) < pages:
        made.import_pages(source, list(range(min(len(source), pages - len(made)))))
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def _measured(work: str, path: Path) -> float:
    command = [sys.executable, "-c", _CHILD.format(work=work), str(_STATEMENT), str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return float(done.stdout)
