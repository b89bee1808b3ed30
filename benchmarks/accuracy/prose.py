"""Deadlines made up: a report's prose tells what happened, and sets none.

Its areas for improvement may set one, so what is found is listed to be judged by eye.
"""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.accuracy import evidence
from benchmarks.accuracy.scores import Results, graded


def measure(results: Results) -> None:
    """Scan every paragraph of each report, and note the deadlines in a thousand words."""
    from pipeline.errors import PipelineError

    words = found = 0
    folders = (evidence.EVIDENCE / "reports", evidence.EVIDENCE / "responsible-body")
    for path in sorted(path for folder in folders for path in folder.glob("*.pdf")):
        try:
            rows = [(text, _scan(text)) for text in paragraphs(path)]
        except (ImportError, PipelineError) as error:
            results.skipped[f"prose of {path.name}"] = f"not read: {error}"
            continue
        words += sum(len(text.split()) for text, _ in rows)
        found += sum(len(deadlines) for _, deadlines in rows)
        score = graded((f"{'; '.join(each)} | {text[:90]}", not each) for text, each in rows)
        results.add(path.name, {"prose without deadline": score})
    if words:
        rate = 1000 * found / words
        results.notes.append(f"deadlines in prose: {found} in {words} words, {rate:.2f} per 1,000")


def paragraphs(path: Path) -> Iterator[str]:
    """Yield the words of each heading, paragraph and list item of a source."""
    from pipeline.blocks import Prose, Source
    from pipeline.readers import read
    from pipeline.settings import Settings

    for block in read(Source(path.name, path.read_bytes()), Settings()).blocks:
        if isinstance(block, Prose):
            yield block.text.text


def _scan(text: str) -> list[str]:
    from pipeline.deadlines import scan

    return [text[span.start : span.end] for span in scan(text)]
