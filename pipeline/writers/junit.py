"""The findings as JUnit XML: a suite a file, a failed test a finding, a skipped one not run."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from pipeline.models import Finding
from pipeline.writers.places import where
from pipeline.writers.reading import Reading, Results, shown

# XML 1.0, section 2.2: what a document may hold.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(results: Results) -> str:
    """Return one document with a suite for every file; a file that was not read is an error."""
    suites = Element("testsuites", name="soa")
    for reading in results.readings:
        _suite(suites, reading, results.info)
    for label, why in results.unread:
        suite = SubElement(suites, "testsuite", _counts(label, 1, errors=1))
        case = SubElement(suite, "testcase", classname=_legal(label), name="read")
        SubElement(case, "error", message=_legal(why))
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _suite(suites: Element, reading: Reading, info: bool) -> None:
    findings, not_run = shown(reading.findings, info), reading.findings.not_run
    tests = max(1, len(findings) + len(not_run))
    accepted = sum(one.accepted is not None for one in findings)
    failures, skipped = len(findings) - accepted, len(not_run) + accepted
    counts = _counts(reading.label, tests, failures=failures, skipped=skipped)
    suite = SubElement(suites, "testsuite", counts)
    for finding in findings:
        _case(suite, reading, finding)
    for one in not_run:
        case = SubElement(suite, "testcase", classname=_legal(reading.label), name=one.code)
        SubElement(case, "skipped", message=_legal(one.reason))
    if not findings and not not_run:
        SubElement(suite, "testcase", classname=_legal(reading.label), name="all checks")


def _case(suite: Element, reading: Reading, finding: Finding) -> None:
    """Add a failed test; one that was accepted is skipped, with the reason."""
    name = f"{finding.code} {finding.check} {finding.subject}"
    case = SubElement(suite, "testcase", classname=_legal(reading.label), name=_legal(name))
    if finding.accepted:
        reason = f"Accepted by {finding.accepted.by}: {finding.accepted.reason}"
        SubElement(case, "skipped", message=_legal(reason))
        return
    message = _legal(finding.message)
    failure = SubElement(case, "failure", type=finding.severity, message=message)
    failure.text = _legal(_details(reading, finding))


def _counts(name: str, tests: int, **more: int) -> dict[str, str]:
    numbers = {"tests": tests, "failures": 0, "errors": 0, "skipped": 0} | more
    return {"name": _legal(name)} | {key: str(number) for key, number in numbers.items()}


def _details(reading: Reading, finding: Finding) -> str:
    place = where(finding.location, reading.breaks)
    parts = (f"Look at {place}." if place else "", finding.help)
    return "\n".join(part for part in parts if part)


def _legal(text: str) -> str:
    return _ILLEGAL.sub("\ufffd", text)
