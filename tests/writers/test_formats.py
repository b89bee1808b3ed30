"""The findings for people, GitHub and JUnit."""

import re
from dataclasses import replace

from lxml import etree

from pipeline.models import Finding
from pipeline.writers import github, junit, text
from pipeline.writers.reading import Reading, Results
from tests.writers.readings import BOTH, READING


def changed(**values: object) -> Reading:
    """Return the reading with its first finding changed."""
    first = Finding.model_validate(READING.findings.findings[0].model_dump() | values)
    others = READING.findings.findings[1:]
    findings = READING.findings.model_copy(update={"findings": (first, *others)})
    return replace(READING, findings=findings)


# GitHub


def test_github_gets_a_command_a_finding() -> None:
    lines = github.render(BOTH).splitlines()
    assert lines[0] == (
        "::error file=in/my plan.txt,line=3,title=OWN001 missing-owner::"
        "1.2: Nobody is named. (line 3) Write it plainly."
    )
    assert lines[-1] == "::error file=lost.pdf::It is damaged."
    assert not any("DUE007" in line for line in lines)
    assert "::notice" in github.render(replace(BOTH, info=True))
    assert "line=" not in lines[3]


def test_github_keeps_a_finding_on_one_line() -> None:
    reading = replace(changed(message="100%\nsure: a, b"), label="a,b:c.txt")
    line = github.render(Results((reading,))).splitlines()[0]
    assert "file=a%2Cb%3Ac.txt" in line
    assert "100%25%0Asure: a, b" in line


# JUnit


def parsed(results: Results) -> etree._Element:
    return etree.fromstring(junit.render(results).encode())


def test_junit_has_a_suite_a_file() -> None:
    root = parsed(BOTH)
    suites = root.findall("testsuite")
    assert [suite.get("name") for suite in suites] == ["in/my plan.txt", "plan.pdf", "lost.pdf"]
    assert {key: suites[0].get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "4", "failures": "3", "errors": "0", "skipped": "1",
    }  # fmt: skip
    for suite in suites:
        assert len(suite.findall("testcase")) == int(suite.get("tests") or -1)
        for kind in ("failure", "error", "skipped"):
            counted = suite.get(f"{kind}s") or suite.get(kind)
            assert len(suite.findall(f"testcase/{kind}")) == int(counted or -1)
    failure = suites[0].find("testcase/failure")
    assert failure is not None
    assert failure.text == "Look at line 3.\nWrite it plainly."


def test_junit_of_a_clean_file_has_one_passed_test() -> None:
    none = READING.findings.model_copy(update={"findings": (), "not_run": ()})
    root = parsed(Results((replace(READING, findings=none),)))
    assert [(case.get("name"), len(case)) for case in root.iter("testcase")] == [("all checks", 0)]


def test_junit_stays_xml_whatever_the_words() -> None:
    reading = changed(message="a\0b\x1b<&>\"'\ufffe")
    root = parsed(Results((reading,)))
    failure = root.find(".//failure")
    assert failure is not None
    assert failure.get("message") == "a\ufffdb\ufffd<&>\"'\ufffd"


# text


def test_text_is_grouped_by_area_with_the_whole_plan_first() -> None:
    shown = text.render(Results((READING,), info=True))
    heads = ["The whole plan", "Area 1.1  Case records", "Area 1.2  Supervision"]
    assert sorted(heads, key=shown.index) == heads
    assert "\x1b" not in shown
    assert all(len(line) <= 96 for line in shown.splitlines())


def test_text_in_colour_says_the_same() -> None:
    shown = text.render(Results((READING,), colour=True))
    assert "\x1b[31mError:\x1b[0m" in shown
    assert re.sub(r"\x1b\[\d+m", "", shown) == text.render(Results((READING,)))
    assert "2 areas" in shown


def test_a_finding_without_help_or_place_is_short() -> None:
    shown = text.render(Results((changed(help="", location={"fragments": []}),)))
    assert "Error: Nobody is named.\n    [OWN001 missing-owner]\n" in shown


def test_an_area_without_words_is_named_all_the_same() -> None:
    bare = READING.statement.sections[0].areas[1].model_copy(update={"text": None})
    sections = READING.statement.sections[0].model_copy(update={"areas": (bare,)})
    statement = READING.statement.model_copy(update={"sections": (sections,)})
    assert "Area 1.2  (no words)" in text.render(Results((replace(READING, statement=statement),)))
