"""Who an action's own words say will act: its grammatical subject, or a named lead.

One acted upon is no owner ("Young Inspectors to be supported", "scrutinised by the Board"),
nor is what only works on people ("Recording standards will outline"). In doubt, nobody.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from pipeline.owners.cells import owners, span
from pipeline.owners.parts import Part
from pipeline.owners.reader import Reader
from pipeline.owners.roles import bodies, table, word, words
from pipeline.owners.span import Span
from pipeline.owners.tokens import tokenise

_LONGEST, _MOST = 120, 14  # characters and words of a subject
# What may follow a subject: "to ensure", "will track", "is responsible for", "ensures".
_VERB = re.compile(
    r"\s(?P<modal>(?:(?:will|must|shall|should|needs?|has|have|is|are|agreed|continues?) ){0,5}"
    r"(?:to|will|must|shall|should)|(?:is |are )?(?:responsible|accountable) for|"
    r"(?:has|have|takes?) (?:overall |lead )?responsibility for|"
    r"(?:carries|carry) out|ensures?|undertakes?|oversees?|conducts|completes|provides)"
    r"\b(?:\s+(?:also|both|then|each|jointly|now|\w+ly)\b)*"
    r"(?:\s+(?P<verb>[\w-]+)(?P<after>(?:\s+[\w-]+){0,2}))?",
)
_THING = re.compile(r"\s+(?:an?|the|access|more|better|clear|no)\b")
_BEGINNING = re.compile(r"[\W\d]*([\w'’-]+)(?:\s+([\w'’-]+))?(?:\s+([\w'’-]+))?")
_ADVERB = re.compile(r"\s(?!family|early|assembly|supply)[a-z]+ly\Z")
# Marks alone first: a text is then searched in half the time.
_SENTENCE = re.compile(r"[.;!?\n•·▪●](?:(?<![.;!?])|(?=\s))\s*")
_LABEL = r"Lead(?: officer)?|Owner|Responsible(?: officer| person)?"
_CUE = re.compile(
    r"(?P<led>\b(?:led|chaired|headed|co-?ordinated) (?:jointly )?by\b|\bunder the leadership of\b)"
    rf"|[(\[]\s*(?P<bracket>(?:Action(?:ed)?(?: by)?|Led by|By whom|{_LABEL})\s*[:–-])"
    rf"|(?:^|[.;]\s+|\s[–-]\s)(?P<label>(?:{_LABEL})\s*:)",
    re.IGNORECASE,
)
_ANY = re.compile(r"\s+an?\s", re.IGNORECASE)  # "chaired by a manager" names nobody
# What no subject of ours holds.
_FOREIGN = re.compile(
    r"(?:^|\s)(?:with|by|to|from|as|that|if|or|not|is|are|was|were|be|via|through|between|among|against|over|about|after|before|will|can|has|have"
    r"|must|shall|should|when|where|which|who|whose)(?=\s|\Z)"
)
_BRACKET = re.compile(r"\([^()]*\)")
_SIGNS = ("ed by", "ed jointly by", "the leadership of", ":", "(", "[")
# A time that opens a sentence without a comma ("By the end of May 2014 team managers will …").
_DATED = re.compile(
    r"\W*(?:By|From|In|During|Before) (?:the )?(?:(?:end|start) of )?(?:\d{1,2}(?:st|nd|rd|th)? )?"
    r"[A-Z][a-z]+ (?:term )?(?:20)?\d\d (?=[A-Za-z])"
)
_LABEL_END = re.compile(r"[)\]]|\.\s|\s[–-]\s(?=[A-Z][a-z]+ (?:the|a|an|all|and|with|for)\b)")
# Where the owners after a cue end.
_STOP = re.compile(
    r"[.;\n)\]]|\s(?:to|who|which|that|with|on|in|from|at the|as|through|during|before|after|until"
    r"|by|is|are|will|each|every|once|within|for|via)\s"
)


def scan_action(text: str, known: Mapping[str, str]) -> tuple[Span, ...]:
    """Return the owners that an action's own words name, in order."""
    reader = Reader(known, strict=True)
    found = {one.start: one for one in _cued(reader, text)} if _may_cue(text) else {}
    for start, end in _sentences(text):
        for one in _sentence(reader, text, start, end):
            found.setdefault(one.start, one)
    return tuple(found[start] for start in sorted(found))


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _sentence(reader: Reader, text: str, start: int, end: int) -> list[Span]:
    """Return the owners that are the subject of a sentence, or do what it says is to be done."""
    if _commands(text, start, end):
        return []
    for match in _VERB.finditer(text, start, min(end, start + 3 * _LONGEST)):
        verb = (match["verb"] or "").casefold()
        if match["modal"].endswith("to") and (not verb or not _infinitive(match["verb"])):
            continue
        passive = verb == "have" and match["after"].startswith((" been", " received"))
        if passive or (verb == "be" and not _acting(match["after"])):
            return _agents(reader, text, match, end)
        held = verb == "have" and _THING.match(match["after"])  # "will have a new lead"
        if held or (verb in words("actions", "undergone") and verb != "be"):
            return []
        found = _subject(reader, text, start, match.start())
        if found:
            return found
        if match.start() - start > _LONGEST:
            break
    return []


def _commands(text: str, start: int, end: int) -> bool:
    """Say whether a sentence begins with an order ("Support team managers to …")."""
    match = _BEGINNING.match(text, start, end)
    if match is None:
        return True
    first, second, third = match[1].casefold(), match[2] or "", match[3] or ""
    if match[1].isupper() and len(first) > 1 and not text[start:end].isupper():
        return False  # "SEND governor to …"
    if second in ("to", "will", "must", "should", "shall") and third == "be":
        return False  # "Update to be …"
    if first in words("actions", "never"):
        return True
    if first not in words("actions", "either"):
        return first in words("actions", "verbs")
    if f"{first} {third}" in words("words", "pairs"):
        return False
    found = word(second)
    if first == "lead":
        return found.kind is None and not second[:1].isupper()
    return found.kind is None or found.plural or third[:1].isupper() or word(third).kind is not None


def _infinitive(verb: str) -> bool:
    """Say whether the word after "to" can be a verb ("to the Board" has none)."""
    past = verb.endswith("ed") and not verb.endswith("eed") and verb != "embed"
    return verb.islower() and not past and verb not in words("actions", "nouns")


def _acting(after: str) -> bool:
    """Say whether "be" goes on with what the subject does: "responsible for", "leading"."""
    first = after.split()[0].casefold() if after.split() else ""
    return first in ("responsible", "accountable") or (first.endswith("ing") and first != "being")


def _subject(reader: Reader, text: str, start: int, end: int) -> list[Span]:
    """Return the owners that the words before the verb are, or nothing."""
    for first in _openings(text, start, end):
        if end - first > _LONGEST:
            continue
        found = _exact(reader, text, first, end)
        if found:
            return [span(reader, part) for part in found]
    return []


def _openings(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a subject may begin: at once, after a colon, after an adverbial's comma."""
    first = _BEGINNING.match(text, start, end)
    adverbial = bool(first and first[1].casefold() in words("actions", "subordinators"))
    colon = text.find(": ", start, end)
    if colon >= 0:
        yield colon + 2
    if not adverbial and (colon < 0 or _ends_post(text[start:colon])):
        yield start
    if adverbial:
        if dated := _DATED.match(text, start, end):
            yield dated.end()
        at = text.find(", ", start, end)
        while at >= 0:
            yield at + 2
            at = text.find(", ", at + 2, end)


def _ends_post(words_before: str) -> bool:
    """Say whether the words before a colon end a post's title ("Team Manager: Fostering")."""
    last = words_before.split()[-1:]
    return bool(last) and word(last[0]).kind == "post"


def _exact(reader: Reader, text: str, start: int, end: int) -> list[Part]:
    """Return the owners when the words are nothing but owners that the vocabulary knows."""
    outside = _BRACKET.sub(lambda match: " " * len(match.group()), text[start:end])
    if _FOREIGN.search(outside):
        return []
    plain = [token for token in tokenise(outside) if not token.sep]
    if not plain or len(plain) > _MOST:
        return []
    found = owners(reader, text, start, end)
    if not found or not all(_acts(part) for part in found):
        return []
    places = [start + token.start for token in plain]
    inside = sum(1 for place in places if any(p.start <= place < p.end for p in found))
    articles = sum(1 for token in plain if token.norm in words("words", "determiners"))
    return found if inside + articles >= len(plain) else []


def _acts(part: Part) -> bool:
    """Say whether a part is known to be someone who can act."""
    phrase = " ".join(token.norm for token in part.tokens)
    last = part.tokens[-1].norm if part.tokens else ""
    if part.shape.kind is None or part.placeholder or phrase in words("actions", "clients"):
        return False
    if part.shape.unit and len(part.tokens) > 1 and phrase not in bodies():
        return False
    if part.shape.kind == "initials" or len(part.tokens) == 1:
        return part.tokens[0].text not in words("abbreviations", "papers")
    return last not in words("actions", "clients") or part.shape.open


def _agents(reader: Reader, text: str, verb: re.Match[str], end: int) -> list[Span]:
    """Return who is to do what the passive says ("to be undertaken by Team Managers")."""
    match = _doing().match(text, verb.end("verb"), end)
    return _after(reader, text, match.end(), end) if match else []


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:\w+ly\s+)?(?:{'|'.join(table('actions', 'doing'))})(?: \w+ly)? by\b")


def _after(reader: Reader, text: str, start: int, end: int) -> list[Span]:
    """Return the owners that stand from `start` to where their clause ends."""
    end = _clause_end(text, start, end)
    if adverb := _ADVERB.search(text[start:end]):
        end = start + adverb.start()
    return [span(reader, part) for part in _exact(reader, text, start, end)]


def _clause_end(text: str, start: int, end: int) -> int:
    """Return where a clause ends that names who acts; a bracket of its own goes with it."""
    for stop in _STOP.finditer(text, start + 1, end):
        if stop[0] != ")" or "(" not in text[start : stop.start()]:
            end = stop.start()
            break
    for comma in re.finditer(r", (?=([a-z-]+)\b)", text[start:end]):
        if comma[1] == "to" or comma[1] in words("actions", "verbs"):
            return start + comma.start()
    return end


def _may_cue(text: str) -> bool:
    """Say whether a text has a sign of every cue: to search it for cues takes long."""
    return any(map(text.__contains__, _SIGNS))


def _cued(reader: Reader, text: str) -> list[Span]:
    """Return the owners that "led by", "(Lead: …)" and the like announce."""
    found: list[Span] = []
    for match in _CUE.finditer(text):
        if match["led"]:
            if not _ANY.match(text, match.end()):
                led = _after(reader, text, match.end(), len(text))
                found += [one._replace(lead=True) for one in led]
            continue
        start = match.start("bracket" if match["bracket"] else "label")
        stop = _LABEL_END.search(text, match.end())
        cell = Reader(reader.known)
        part = owners(cell, text, start, stop.start() if stop else len(text))
        found += [span(cell, one) for one in part if one.shape.kind is not None or one.placeholder]
    return found
