"""Plans against their gold: the real statement in all its formats, and our own samples."""

import json
from pathlib import Path
from typing import Any

from benchmarks.accuracy import evidence, facts, gold
from benchmarks.accuracy.scores import Results, compare

SAMPLES = evidence.ROOT / "sources"
GOLDEN = evidence.ROOT / "tests" / "golden"
EMPTY: facts.Json = {
    "sections": [],
    "judgements": [],
    "inspection": None,
    "authority": None,
    "title": None,
    "recommendations": [],
}


def extract(path: Path) -> Any:
    """Return the statement of a file as JSON data.

    Raises `ImportError` while a stage is missing, `PipelineError` on an unreadable file.
    """
    from pipeline import Settings, Source, process

    result = process(Source(path.name, path.read_bytes()), Settings())
    return json.loads(result.statement.model_dump_json())


def measure_real(results: Results) -> None:
    """Score every format of each real statement that has a gold."""
    folder = evidence.EVIDENCE / "statements"
    found = sorted(folder.glob("*.gold.json"))
    if not found:
        results.skipped["real statements"] = "no evidence in ../shared/evidence/statements"
    for path in found:
        content = evidence.load(path)
        name = path.name.removesuffix(".gold.json")
        for source in sorted(folder.glob(f"{name}.*")):
            if source != path:
                _score_real(source, content, results)


def _score_real(source: Path, content: facts.Json, results: Results) -> None:
    statement = _tried(source, results)
    if statement is not None:
        truth = gold.truth(content)
        if source.suffix == ".html":
            del truth["title"]  # that page was written without it
        given = facts.of_statement(statement, facts.places(content))
        given |= gold.head_of_statement(statement)
        results.add(source.name, compare(truth, given, gold.optional(content)))


def measure_samples(results: Results) -> None:
    """Score our own samples against their golden results."""
    found = sorted(GOLDEN.glob("**/statement.json"))
    if not found:
        results.skipped["own samples"] = "no golden results in tests/golden"
    for path in found:
        source = SAMPLES / path.parent.name
        if not source.is_file():
            results.skipped[path.parent.name] = "no such file in sources"
            continue
        statement = _tried(source, results)
        if statement is not None:
            content = evidence.load(path)
            known = facts.places(content)
            truth, given = facts.of_statement(content, known), facts.of_statement(statement, known)
            results.add(source.name, compare(truth, given))


def _tried(source: Path, results: Results) -> Any:
    """Return the statement, an empty one if it could not be read, None if no stage reads it."""
    from pipeline.errors import PipelineError

    try:
        return extract(source)
    except ImportError as error:
        results.skipped[source.name] = f"not available yet: {error}"
        return None
    except PipelineError as error:
        results.skipped[source.name] = f"not read, so all of it counts as missed: {error}"
        return EMPTY
