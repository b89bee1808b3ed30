"""The findings as a page to read in a browser, to print, or to open in Word."""

from collections.abc import Iterable, Iterator
from html import escape

from pipeline.models import Finding
from pipeline.writers import words
from pipeline.writers.readiness import readiness
from pipeline.writers.reading import Reading, Results

# Nothing is fetched: no script, no font, no picture.
_HEAD = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>What to mend before sign-off</title>
<style>
body { font: 11pt/1.45 Arial, sans-serif; color: #111 }
body { max-width: 46em; margin: 2em auto; padding: 0 1em }
h1 { font-size: 1.7em; margin-bottom: 0 }
h2 { font-size: 1.3em; margin: 2em 0 0; overflow-wrap: anywhere }
h3 { font-size: 1.05em; margin: 2em 0 .6em; border-bottom: 1px solid #999; break-after: avoid }
p { margin: .2em 0 }
th { text-align: left; padding-right: 1em; vertical-align: top }
.finding { margin: .9em 0; padding-left: .8em; border-left: 5px solid; break-inside: avoid }
.error { border-color: #b00020 } .error strong { color: #b00020 }
.warning { border-color: #b25a00 } .warning strong { color: #8f4700 }
.info, .accepted { border-color: #777 }
.look, footer { color: #555; font-size: .9em }
.advice::before { content: "→ " }
</style>
</head>
<body>
<h1>What to mend before sign-off</h1>
"""


def render(results: Results) -> str:
    """Return one page with all plans; files that could not be read are named first."""
    parts = [_HEAD]
    parts += [_unread(results.unread)] if results.unread else []
    parts += [line for reading in results.readings for line in _reading(reading, results)]
    return "".join([*parts, "</body>\n</html>\n"])


def _unread(unread: Iterable[tuple[str, str]]) -> str:
    return f"<h2>Not read</h2>\n{_list(f'{label}: {why}' for label, why in unread)}"


def _reading(reading: Reading, results: Results) -> Iterator[str]:
    yield f"<h2>{escape(words.title(reading))}</h2>\n"
    yield _paragraph(words.totals(reading.findings.summary))
    yield "<table>\n"
    for share in readiness(reading):
        yield f"<tr><th>{escape(share.name)}</th><td>{escape(share.said)}</td></tr>\n"
    yield "</table>\n"
    for area, findings in () if results.summary else words.by_area(reading, results.info):
        yield f"<h3>{escape(words.heading(area, results.keys))}</h3>\n"
        yield from (_finding(one, reading, results.keys) for one in findings)
    for heading, entries in words.endings(reading, hidden=not results.info and not results.summary):
        yield f"<footer>\n{_paragraph(heading)}{_list(entries) if entries else ''}</footer>\n"


def _finding(finding: Finding, reading: Reading, keys: bool) -> str:
    said = words.advice(finding)
    kind = "accepted" if finding.accepted else finding.severity
    name = f"<strong>{escape(words.name_of(finding))}:</strong>"
    return (
        f'<div class="finding {kind}">\n'
        f"<p>{name} {escape(words.message(finding))}</p>\n"
        + (_paragraph(said, "" if finding.accepted else "advice") if said else "")
        + _paragraph(words.look(finding, reading, keys), "look")
        + "</div>\n"
    )


def _paragraph(text: str, kind: str = "") -> str:
    attribute = f' class="{kind}"' if kind else ""
    return f"<p{attribute}>{escape(text)}</p>\n"


def _list(entries: Iterable[str]) -> str:
    items = "\n".join(f"<li>{escape(one)}</li>" for one in entries)
    return f"<ul>\n{items}\n</ul>\n"
