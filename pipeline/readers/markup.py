"""Markup to a tree whose text knows its offsets, in one linear pass and one parse.

BeautifulSoup over lxml gives no positions. So every text between two tags is replaced by a
mark (two private-use characters that count), the marked document is parsed, and each
mark found in the tree is looked up again. What the parser does to text cannot harm it. A
paragraph, heading or cell without tags in it is a mark too: elements cost far more than text.
"""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag

from pipeline.errors import LimitError
from pipeline.placed import Place, Run
from pipeline.readers.entities import unescaped

_HIGH, _LOW, _BASE = 0xF0000, 0x100000, 60_000
_MARK = re.compile("([\U000f0000-\U000ffffd])([\U00100000-\U0010fffd])")
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
# Their end tags may be left out, so an open one says nothing about depth.
_OPTIONAL = frozenset(
    "p li td th tr dt dd thead tbody tfoot option colgroup html body head".split()
)
_ELEMENTS = (
    frozenset(
        """a abbr acronym address article aside b big blockquote button caption center cite code
        del details dfn div dl em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6
        header hgroup i iframe ins kbd label legend main map mark menu nav noscript object ol
        optgroup output pre q s samp script section select small span strike strong style sub
        summary sup svg table template textarea time title tt u ul var""".split()
    )
    | VOID
    | _OPTIONAL
)
_LINES = frozenset("p h1 h2 h3 h4 h5 h6".split())
_TABULAR = frozenset("table thead tbody tfoot tr td th caption colgroup col".split())
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<p>(?P<words>[^<]*+)</p>"
    r"|<(?P<raw>script|style)\b[^<>]*>.*?(?:</(?P=raw)\s*>|\Z)"
    r"|<(?P<close>/?)(?P<name>[A-Za-z][A-Za-z0-9]*(?::[A-Za-z]+)?)(?=[\s/>])"
    r"(?P<rest>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*+>|[^<>]*>)"
    r"|<[!?][A-Za-z/\[][^<>]*>",
    re.S | re.I,
)


class Stretch(NamedTuple):
    """Where text stands in the source; `line` names the element that it fills alone, if any.

    Of a cell, it is only told what stands in it, as a string of the tree.
    """

    start: int
    end: int
    line: str = ""
    inside: str = ""


@dataclass(slots=True)
class Marked:
    """A source being rewritten as marked HTML, with the stretch of source behind each mark.

    `within` names a paragraph or heading that may be open, which the next one closes;
    `tabular` says that there are tags of tables, in whose midst a cell has to be an element.
    """

    source: str
    depth_limit: int
    parts: list[str] = field(default_factory=list)
    spans: list[Stretch] = field(default_factory=list)
    depth: int = 0
    within: str = ""
    tabular: bool = False

    def tag(self, markup: str) -> None:
        """Add a tag of our own."""
        self.parts.append(markup)

    def text(self, start: int, end: int) -> None:
        """Add source text that holds no tags; white space alone needs no mark."""
        if not self.source[start:end].strip():
            self.parts.append(" " if end > start else "")
        else:
            self._mark(Stretch(start, end))

    def _mark(self, stretch: Stretch) -> None:
        number = len(self.spans)
        self.spans.append(stretch)
        self.parts.append(chr(_HIGH + number // _BASE) + chr(_LOW + number % _BASE))

    def line(self, name: str, *parts: tuple[int, int]) -> None:
        """Add a paragraph or heading of these parts of the source; an empty one ends a line."""
        words = self.source[slice(*parts[0])] if len(parts) == 1 else ""
        if words.strip() and "<" not in words and not self.within:
            self._mark(Stretch(*parts[0], name))
            return
        self.tag(f"<{name}>")
        self.within = name
        for start, end in parts:
            if start == end:
                self.tag("<br data-wrapped>")
            self.markup(start, end)
        self.tag(f"</{name}>")
        self.within = "" if self.within == name else self.within

    def cell(self, first: int, spans: str = "") -> None:
        """Make a cell of a table of the parts from `first` on; `spans` are its attributes."""
        inside = "".join(self.parts[first:])
        del self.parts[first:]
        if "<" in inside or self.tabular or spans:
            self.tag(f"<td{spans}>{inside}</td>")
        else:
            self._mark(Stretch(0, 0, "td", inside))

    def markup(self, start: int, end: int) -> None:
        """Add source text with its tags; what only looks like a tag stays text."""
        at = start
        for match in _TOKEN.finditer(self.source, start, end):
            kind = match.lastgroup
            if kind == "rest" and not _known(match["name"]):
                continue
            self.text(at, match.start())
            at = match.end()
            if kind == "words":
                self.line("p", match.span(kind))
            elif kind == "rest":
                self._element(match)
        self.text(at, end)

    def _element(self, match: re.Match[str]) -> None:
        name = match["name"].lower()
        self.tabular = self.tabular or name in _TABULAR
        if name in _LINES and (not match["close"] or name == self.within):
            self.within = "" if match["close"] else name
        if name not in VOID and name not in _OPTIONAL and not match["rest"].endswith("/>"):
            self.depth += -1 if match["close"] else 1
            self.depth = max(self.depth, 0)
            if self.depth > self.depth_limit:
                raise LimitError(
                    f"Its tags are nested more than {self.depth_limit} deep.",
                    "Save the plan anew from the program that wrote it.",
                    f"character {match.start() + 1:,}",
                )
        self.parts.append(f"<{match['close']}{name}{_attributes(match)}>")

    def parse(self) -> BeautifulSoup:
        """Parse what was added, once."""
        return BeautifulSoup("".join(self.parts), "lxml")

    def cells(self, string: str) -> list[str]:
        """Return what stands in the cells that a string of a row stands for."""
        return [one.inside for one in self._stretches(string) if one.line == "td"]

    def lines(self, string: str) -> Iterator[list[Stretch]]:
        """Yield the stretches behind a string of the tree, each line and what stands between."""
        between: list[Stretch] = []
        for stretch in self._stretches(string):
            if not stretch.line:
                between.append(stretch)
                continue
            if between:
                yield between
                between = []
            if stretch.line == "td":  # in no row: its table stands in what is left out
                for parts in self.lines(stretch.inside):
                    yield [part._replace(line=part.line or "td") for part in parts]
            else:
                yield [stretch]
        if between:
            yield between

    def _stretches(self, string: str) -> Iterator[Stretch]:
        """Yield what the marks of a string stand for; all else is a plain space, and empty."""
        at = 0
        for match in _MARK.finditer(string):
            if match.start() > at:
                yield _SPACE
            at = match.end()
            yield self.spans[(ord(match[1]) - _HIGH) * _BASE + ord(match[2]) - _LOW]
        if at < len(string):
            yield _SPACE

    def runs(self, stretches: Iterable[Stretch], place: Place) -> Iterator[Run]:
        """Yield the runs of stretches that follow each other."""
        for stretch in stretches:
            if stretch.end:
                yield from unescaped(self.source, stretch.start, stretch.end, place)
            else:
                yield Run(" ", place)


_SPACE = Stretch(0, 0)


def _known(name: str) -> bool:
    return ":" in name or name.lower() in _ELEMENTS


_HIDDEN = re.compile(r"\shidden(?=[\s=/>])", re.I)
_KEPT = re.compile(
    r"""\b(rowspan|colspan|role|start|type|style)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""",
    re.I,
)


def _attributes(match: re.Match[str]) -> str:
    """Return the few attributes that say how the text is laid out, quoted anew."""
    rest = match["rest"]
    if match["close"] or len(rest) < 3:
        return ""
    kept = [" hidden"] if _HIDDEN.search(rest) else []
    for name, value in _KEPT.findall(rest):
        if name.lower() == "style" and "display" not in value.lower():
            continue  # attributes cost time, and of styles only hidden ones count
        plain = html.escape(html.unescape(value.strip("\"'")))
        kept.append(f' {name.lower()}="{plain}"')
    return "".join(kept)


def number(tag: Tag, name: str, most: int = 1000) -> int:
    """Return a count attribute such as rowspan, 1 where it is missing or senseless."""
    if name not in tag.attrs:
        return 1
    value = str(tag.attrs[name]).strip()
    return min(int(value), most) if value.isdecimal() and int(value[:6]) > 0 else 1
