"""One XML part of an office file, parsed without document types, entities or the network."""

import re

from lxml import etree

from pipeline.errors import UnreadableError

Element = etree._Element

AGAIN = "Open it in the program that wrote it, save it again, and try that copy."
_STRICT = re.compile(rb"(xmlns(?::[\w.-]+)?\s*=\s*[\"'])http://purl\.oclc\.org/ooxml/([\w/]+)")
_TRANSITIONAL = {
    b"officeDocument/relationships": b"officeDocument/2006/relationships",
    b"officeDocument/math": b"officeDocument/2006/math",
    b"wordprocessingml/main": b"wordprocessingml/2006/main",
    b"spreadsheetml/main": b"spreadsheetml/2006/main",
    b"drawingml/main": b"drawingml/2006/main",
}


class DamagedError(UnreadableError):
    """A part cannot be unpacked or parsed; the file may do without it."""


def damaged(name: str) -> DamagedError:
    """Return the error for a part that cannot be unpacked or parsed."""
    return DamagedError("It is damaged inside.", AGAIN, name)


def parse(data: bytes, name: str) -> Element:
    """Parse one part; strict files are given the names of the usual ones first.

    Raises UnreadableError for broken XML and for a document type, declared in any encoding.
    """
    if b"<!DOCTYPE" in data:
        raise _declares(name)
    if b"purl.oclc.org/ooxml/" in data[:65536]:
        data = _STRICT.sub(_transitional, data)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise damaged(name) from error
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding of its own
        raise _declares(name)
    return root


def without(data: bytes, start: bytes, end: bytes) -> bytes:
    """Return XML without the elements that begin and end so."""
    kept, at = [], 0
    while (first := data.find(start, at)) >= 0 and (last := data.find(end, first)) >= 0:
        kept.append(data[at:first])
        at = last + len(end)
    return b"".join((*kept, data[at:]))


def _transitional(match: re.Match[bytes]) -> bytes:
    usual = _TRANSITIONAL.get(match[2])
    return match[0] if usual is None else match[1] + b"http://schemas.openxmlformats.org/" + usual


def _declares(name: str) -> UnreadableError:
    return UnreadableError("It declares a document type, which no office file needs.", AGAIN, name)
