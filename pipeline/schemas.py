"""The JSON Schemas (2020-12) of the published data, generated from the models."""

from typing import Any

from pydantic import BaseModel

from pipeline.changes.models import Changes
from pipeline.models import SCHEMA_VERSION, Findings, Report, Statement

SCHEMAS: dict[str, type[BaseModel]] = {
    "statement": Statement,
    "findings": Findings,
    "report": Report,
    "changes": Changes,
}


def schema(name: str) -> dict[str, Any]:
    """Return one of `SCHEMAS`, as its writer fills it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:statement-of-action:{name}:{SCHEMA_VERSION}",
        "version": SCHEMA_VERSION,
        **SCHEMAS[name].model_json_schema(mode="serialization"),
    }


def schema_text(name: str) -> str:
    """Return a schema as the committed file holds it."""
    import json

    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"
