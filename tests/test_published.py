"""What is generated is committed, and is what the code says today."""

import json
import sys
from collections.abc import Callable

import jsonschema
import pytest

from pipeline.models import Model
from pipeline.schemas import SCHEMAS, schema
from tests import stub
from tests.published import ROOT, pages

PAGES = list(pages())


@pytest.mark.parametrize(("name", "make"), PAGES, ids=[name for name, _ in PAGES])
def test_the_committed_file_is_up_to_date(name: str, make: Callable[[], str]) -> None:
    if name == "docs/commands.md" and sys.version_info[:2] != (3, 11):
        pytest.skip("argparse words its help otherwise in this Python; the page is of 3.11")
    committed = (ROOT / name).read_text("utf-8")
    assert committed == make(), f"{name} is out of date: run make generate"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_valid_and_refuse_unknown_fields(name: str) -> None:
    made = schema(name)
    jsonschema.Draft202012Validator.check_schema(made)
    objects = [made, *made["$defs"].values()]
    assert all(one["additionalProperties"] is False for one in objects if one["type"] == "object")


@pytest.mark.parametrize(
    ("name", "model"), [("statement", stub.statement()), ("findings", stub.findings())]
)
def test_what_is_written_follows_its_schema(name: str, model: Model) -> None:
    written = json.loads(model.model_dump_json())
    jsonschema.validate(written, schema(name), cls=jsonschema.Draft202012Validator)
    written["invented"] = 1
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(written, schema(name), cls=jsonschema.Draft202012Validator)
