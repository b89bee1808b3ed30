"""Short forms that a document spells out: in brackets, and in keys of initials.

A long form is believed when its words give the letters of the short one, in order, as
Schwartz and Hearst do it ("A simple algorithm for identifying abbreviation definitions in
biomedical text", 2003); a key ("AG = Ann Green") is believed as it stands.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.placed import lowered

_FIRST = r"[A-Z](?<!\w[A-Z])"  # a capital that begins a word: to look back from it is quick
_SHORT = _FIRST + r"[A-Za-z&]{0,8}[A-Zo](?:['’]?s)?"
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# "long form (SHORT)", "(the SHORT)", "(‘SHORT’)", "(SHORT, the Board)".
_BRACKETED = re.compile(rf"\(\s*(?:the |or |also |hereafter )*['‘’“\"]?({_SHORT})['’”\"]?\s*[),;]")
# "SHORT (long form)".
_BEFORE = re.compile(rf"({_SHORT})\s?\(([^()]{{6,120}})\)")
# "AG = Ann Green", and one to a line or in a key: "SF – Sam Field", "SF: Sam Field".
_KEYED = re.compile(
    rf"(?P<short>{_FIRST}[A-Za-z&]{{0,8}}[A-Z])(?P<sign>\s?=\s?|\s?[–—:]\s?|\s-\s)"
    r"(?P<long>(?:the )?[A-Z][^\n;=|•]{2,100})"
)
_KEYS = ("key", "initials", "abbreviations", "acronyms", "glossary")
_KEY = re.compile(rf"\b(?:{'|'.join(_KEYS)})\b[^\n:–-]{{0,40}}[:–-]")
_BARE = {
    sign: re.compile(
        rf"[\s,;]*(?P<short>[A-Z][A-Za-z&]{{0,8}}[A-Z])\s(?P<long>[A-Za-z][^\n=:|•{sign}]{{2,80}})"
    )
    for sign in (",", ";")
}
# A line of a list: "SF Safeguarding Forum".
_LINE = re.compile(r"(?P<short>[A-Z][A-Za-z&]{0,8}[A-Z])\s+(?P<long>[A-Z][^\n]{5,80})")
_NEXT = re.compile(rf"(?:[,.]\s*+|(?<!\s)\s++)(?={_SHORT}\s?(?:=|[–—:]|-\s))")
_SMALL = frozenset(
    {"a", "an", "and", "at", "for", "from", "in", "of", "on", "or", "the", "to", "with"}
)
_LONGEST = 160  # characters of a long form


@dataclass(frozen=True, slots=True)
class Definition:
    """A short form and its words; `start` and `end` hold both, in code points of the text.

    `short` is without a plural s: what "IROs" stands for also explains "IRO".
    """

    start: int
    end: int
    short: str
    long: str


def scan(text: str) -> tuple[Definition, ...]:
    """Return the definitions that `text` gives, in order, one a place."""
    if not ("(" in text or _may_key(text)):
        return _line(text)
    found: dict[int, Definition] = {}
    for one in (*_bracketed(text), *_keyed(text), *_keyed_bare(text)):
        found.setdefault(one.end, one)
    return tuple(sorted(found.values(), key=lambda one: (one.start, one.end)))


def _line(text: str) -> tuple[Definition, ...]:
    """Return the entry of a list without signs, all of whose words give the letters."""
    match = _LINE.fullmatch(text) if text[1:2].isupper() else None
    if not match or not _spells(match["long"], match["short"]):
        return ()
    return (Definition(0, len(text), match["short"], match["long"]),)


def _bracketed(text: str) -> Iterator[Definition]:
    if "(" not in text:
        return
    for match in _BRACKETED.finditer(text):
        start = _long_start(text, match.start(), _letters(match[1]))
        if start is not None:
            long = text[start : match.start()].rstrip()
            end = match.end() if text[match.end() - 1] == ")" else match.end() - 1
            yield Definition(start, end, _letters(match[1]), long)
    for match in _BEFORE.finditer(text):
        if _spells(match[2], _letters(match[1])):
            yield Definition(match.start(), match.end(), _letters(match[1]), match[2].strip())


def _letters(short: str) -> str:
    """Return a short form without its plural s."""
    return short.removesuffix("s").rstrip("'’")


def _long_start(text: str, end: int, short: str) -> int | None:
    """Return where the long form that ends at `end` begins, if its words give the letters.

    Words after the last letter's may follow ("… and Trafficked group (VEMT)"), at most one.
    """
    low = max(0, end - _LONGEST)
    low = max(low, *(text.rfind(sign, low, end) + 1 for sign in ".;:()\n"))
    words = list(_WORD.finditer(text, low, end))
    for last in (len(words), len(words) - 1):
        first = _matched([match.group() for match in words[:last]], short.replace("&", ""))
        if first is not None:
            return words[first].start()
    return None


def _matched(words: list[str], short: str) -> int | None:
    """Return the first of the words at the end that give the letters, each in turn, or None.

    Small words may be passed over, or give a letter too ("Head of Department (HoD)"); the
    words that give letters may give their first two ("Co-ordinator" in SENCO).
    """
    plain = [word.casefold() for word in words]
    letters = short.casefold()
    for small in (True, False):
        first = _back(plain, letters, small)
        if first is not None:
            return first
    return None


def _back(words: list[str], letters: str, small: bool) -> int | None:
    """Match the letters from the last on; `small`: small words give none."""
    if not letters:
        return len(words)
    while small and words and words[-1] in _SMALL:
        words = words[:-1]
    for size in (1, 2) if words else ():
        if words[-1].startswith(letters[-size:]) and size <= len(letters):
            first = _back(words[:-1], letters[:-size], small)
            if first is not None:
                return first
    return None


def _spells(long: str, short: str) -> bool:
    """Say whether words give the letters of a short form, from the first word on."""
    words = _WORD.findall(long)
    return bool(words) and _covers([word.casefold() for word in words], short.casefold())


def _covers(words: list[str], letters: str) -> bool:
    """Say whether every word that is not small begins with the next letter."""
    at = 0
    for word in words:
        if at < len(letters) and word[0] == letters[at]:
            at += 1
        elif word not in _SMALL:
            return at == len(letters)
    return at == len(letters)


def _may_key(text: str) -> bool:
    """Say whether a text has a sign of a key's entries; most texts have none."""
    return "-" in text or ":" in text or "=" in text or "–" in text or "—" in text


def _keyed(text: str) -> Iterator[Definition]:
    """Yield the entries of keys: with "=" anywhere, else in a key or where the letters fit."""
    if not _may_key(text) or not _KEYED.search(text):
        return
    key = _key(text)
    at = 0
    while match := _KEYED.search(text, at):
        long = match["long"]
        following = _NEXT.search(long)
        long = (long[: following.start()] if following else long).strip(" ,.;)")
        sure = "=" in match["sign"] or (key is not None and key.end() <= match.start() + 1)
        if sure or _spells(_until_comma(long), match["short"]):
            end = match.start("long") + len(long)
            yield Definition(match.start("short"), end, match["short"], long)
            at = end
        else:
            at = match.end("short")


def _keyed_bare(text: str) -> Iterator[Definition]:
    """Yield the entries of a key without signs: "Key: HT head, EYL early years lead".

    They are believed when there are several, and half of them give their letters.
    """
    key = _key(text) if ":" in text else None
    if key is None:
        return
    entry = _BARE[";" if ";" in text else ","]
    found, at = list[Definition](), key.end()
    while match := entry.match(text, at):
        long = match["long"].rstrip(" .")
        found.append(
            Definition(match.start("short"), match.start("long") + len(long), match["short"], long)
        )
        at = match.end()
    spelt = sum(_spells(one.long, one.short) for one in found)
    if len(found) > 1 and 2 * spelt >= len(found):
        yield from found


def _key(text: str) -> re.Match[str] | None:
    """Return what opens a key ("Abbreviations used:"); few texts have a word for it."""
    small = lowered(text)
    return _KEY.search(small) if any(map(small.__contains__, _KEYS)) else None


def _until_comma(long: str) -> str:
    return long.partition(",")[0]
