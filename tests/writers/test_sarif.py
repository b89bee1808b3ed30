"""SARIF 2.1.0, as its standard and the programs that read it have it."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass, replace
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import pytest

from pipeline.writers import sarif
from pipeline.writers.reading import Results
from tests.writers.readings import BOTH, READING


def log(results: Results = BOTH) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(sarif.render(results))
    return made


def test_sarif_holds_every_finding_with_its_rule_place_and_fingerprint() -> None:
    run = log()["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert len(run["results"]) == 8
    first = run["results"][0]
    assert first["ruleId"] == rules[first["ruleIndex"]] == "OWN001"
    assert first["level"] == "error"
    assert first["message"]["text"] == "1.2: Nobody is named. (line 3) Write it plainly."
    assert first["partialFingerprints"] == {"soaFindingKey/v1": "key-OWN001"}
    place = first["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "in/my%20plan.txt", "index": 0},
        "region": {"startLine": 3, "endLine": 3},
    }
    assert place["logicalLocations"][0]["fullyQualifiedName"] == "1.2"
    assert "region" not in run["results"][4]["locations"][0]["physicalLocation"]
    assert [one["level"] for one in run["results"][:3]] == ["error", "warning", "note"]


def test_sarif_says_what_was_not_read_and_not_run() -> None:
    invocation = log()["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "It is damaged."
    assert "COV004" in invocation["toolConfigurationNotifications"][0]["message"]["text"]
    assert log(Results((READING,)))["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_sarif_of_a_file_elsewhere_has_a_whole_uri(tmp_path: Path) -> None:
    reading = replace(READING, label=str(tmp_path / "my plan.txt"))
    uri = log(Results((reading,)))["runs"][0]["artifacts"][0]["location"]["uri"]
    assert uri.startswith("file:///")
    assert uri.endswith("/my%20plan.txt")


def test_sarif_follows_the_standard_to_the_letter() -> None:
    """Each object is of its type, has what it must and nothing unknown, as pysarif has it."""
    pysarif = pytest.importorskip("pysarif")
    assert list(misfits(log(), pysarif.SarifLog, "log")) == []
    wrong = log()
    wrong["runs"][0]["results"][0]["level"] = "fatal"
    wrong["runs"][0]["colour"] = "red"
    del wrong["runs"][0]["tool"]
    assert len(list(misfits(wrong, pysarif.SarifLog, "log"))) == 3


def test_sarif_tools_takes_it(tmp_path: Path) -> None:
    pytest.importorskip("sarif")
    path = tmp_path / "found.sarif"
    path.write_text(sarif.render(BOTH), "utf-8")
    command = [sys.executable, "-m", "sarif", "summary", str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert "error: 2" in done.stdout
    assert "warning: 4" in done.stdout
    assert "note: 2" in done.stdout


def misfits(value: Any, wanted: Any, at: str) -> Iterator[str]:
    """Yield where a JSON value is not what the dataclasses of the standard say."""
    if is_dataclass(wanted) and isinstance(wanted, type):
        yield from _object_misfits(value, wanted, at)
    elif get_origin(wanted) in (Union, UnionType):
        tries = [list(misfits(value, one, at)) for one in get_args(wanted)]
        if all(tries):
            yield from max(tries, key=len)
    elif get_origin(wanted) is list:
        for number, one in enumerate(value if isinstance(value, list) else [None]):
            yield from misfits(one, get_args(wanted)[0], f"{at}[{number}]")
    elif get_origin(wanted) is Literal:
        if value not in get_args(wanted):
            yield f"{at} is {value!r}"
    elif wanted is not Any and isinstance(wanted, type) and not isinstance(value, wanted):
        yield f"{at} is {value!r}"


def _object_misfits(value: Any, wanted: type, at: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{at} is no object"
        return
    hints = get_type_hints(wanted)
    if not hints:
        return
    names = {camel(one.name): one for one in fields(wanted)}
    for name, one in names.items():
        needed = one.default is MISSING and one.default_factory is MISSING
        if name in value:
            yield from misfits(value[name], hints[one.name], f"{at}.{name}")
        elif needed:
            yield f"{at}.{name} is missing"
    if wanted.__name__ != "PropertyBag":  # section 3.8: it holds what a tool likes
        known = {*names, "$schema"}  # which the package calls schema_uri
        yield from (f"{at}.{name} is unknown" for name in value if name not in known)


def camel(name: str) -> str:
    first, *rest = name.strip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)
