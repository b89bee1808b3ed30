"""`statement.json` and `findings.json`: the published data as it is."""

from collections.abc import Sequence

from pydantic import BaseModel

from pipeline.writers.reading import Reading, Results


def statement(reading: Reading) -> bytes:
    """Return the statement as JSON in UTF-8."""
    return _json(reading.statement)


def findings(reading: Reading) -> bytes:
    """Return the findings as JSON in UTF-8."""
    return _json(reading.findings)


def render(results: Results) -> str:
    """Return the findings of one source as an object, of several as a list."""
    return listed([one.findings for one in results.readings], results.several)


def listed(models: Sequence[BaseModel], several: bool) -> str:
    """Return the only model as an object, or `several` as a list of objects."""
    texts = [model.model_dump_json(indent=2) for model in models]
    if several:
        return "[\n" + ",\n".join(texts) + "\n]\n"
    return "".join(f"{text}\n" for text in texts)


def _json(model: BaseModel) -> bytes:
    return (model.model_dump_json(indent=2) + "\n").encode("utf-8")
