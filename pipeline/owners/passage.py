"""An owner passage as tokens: connectives, brackets and what names nobody already read."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.owners.roles import normal, table, word, words
from pipeline.owners.tokens import Token, tokenise
from pipeline.placed import lowered

# Stand-ins for a word's `norm`: nobody is named there; someone may be sent instead.
VACANT, ALSO = "?", "+"


@cache
def _placeholder() -> re.Pattern[str]:
    single = "|".join(table("placeholders", "words"))
    given = "|".join(table("placeholders", "participles"))
    settled = "|".join(phrase.split()[1] for phrase in table("placeholders", "settled"))
    stand_ins = "|".join(sorted(table("placeholders", "stand_ins"), key=len, reverse=True))
    return re.compile(
        rf"(?P<also>\b(?:and/)?or\s+(?:a |an |the |their )?(?:{stand_ins})\b)"
        rf"|\b(?:{single}|x{{2,}}|(?:still |yet |post )?to be (?:{given})|not yet \w+"
        rf"|nominated(?! (?:{settled}))|awaiting \w+)\b|\?{{2,}}|\A\s*\?\s*\Z"
    )


def read(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a passage with what names nobody marked."""
    tokens = tokenise(text, start, end)
    for match in _placeholder().finditer(lowered(text), start, end):  # quicker than any case
        _mark(tokens, match)
    return _folded(_connected(tokens))


def _mark(tokens: list[Token], match: re.Match[str]) -> None:
    """Mark the tokens inside a match; signs that are no tokens ("??") become one."""
    first, last = match.span()
    norm = ALSO if match["also"] else VACANT
    at = bisect_left(tokens, first, key=lambda token: token.start)
    if at == len(tokens) or tokens[at].start >= last:
        tokens.insert(at, Token(first, last, match.group(), norm))
    while at < len(tokens) and tokens[at].start < last:
        tokens[at] = tokens[at]._replace(norm=norm, sep="")
        at += 1


@cache
def _connectives() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Return the connective passages by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for flag in ("lead", "plain", "drop"):
        for phrase in table("connectives", flag):
            parts = tuple(normal(part) for part in phrase.replace("/", " ").split())
            found.setdefault(parts[0], []).append((parts, flag))
    return {first: tuple(sorted(rest, key=lambda r: -len(r[0]))) for first, rest in found.items()}


def _connected(tokens: list[Token]) -> list[Token]:
    """Put one separator in place of each connective passage."""
    found: list[Token] = []
    at, table_, roles = 0, _connectives(), words("words", "roles")
    while at < len(tokens):
        token = tokens[at]
        size, flag = _connective(tokens, at) if token.norm in table_ else (0, "")
        if size:
            last = tokens[at + size - 1]
            if token.norm == "by" and found and found[-1].norm == VACANT:
                flag = "drop"  # "to be nominated by each agency"
            found.append(Token(token.start, last.end, flag, "", "|"))
        elif token.norm in roles and _labels(tokens, at):
            found.append(Token(token.start, tokens[at + 1].end, "", "", "|"))
            size = 2
        elif token.sep == "," and _label_follows(tokens, at + 1):
            found.append(token._replace(text="", sep="|"))
            size = 1
        elif _breaks(tokens, at):
            found.append(Token(token.start, token.end, "break", "", "|"))
            size = 1
        else:
            found.append(token)
        at += size or 1
    return found


def _connective(tokens: Sequence[Token], at: int) -> tuple[int, str]:
    """Return how many words the connective passage at `at` has, and what it says."""
    for parts, flag in _connectives()[tokens[at].norm]:
        here = tokens[at : at + len(parts)]
        if tuple(token.norm for token in here) != parts:
            continue
        if parts == ("plus",) and at and tokens[at - 1].text.isdigit():
            continue  # "16 plus"
        after = tokens[at + len(parts)].norm if at + len(parts) < len(tokens) else ""
        if len(parts) == 1 and (
            not (here[0].text.islower() or (not at and _opens(tokens)))
            or after in words("connectives", "charges")
        ):
            continue
        return len(parts), flag
    return 0, ""


def _opens(tokens: Sequence[Token]) -> bool:
    """Say whether a capital only opens the cell ("Via MASH Board", "Through team managers")."""
    opening = tokens[0].norm in words("connectives", "opening")
    return opening or (len(tokens) > 1 and tokens[1].text.islower())


def _labels(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a label opens further owners ("Head of Service Support: Team Managers")."""
    if not at or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    return after.text == ":" or (after.sep == "-" and bool(tokens[at - 1].sep))


def _label_follows(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a label with a colon stands here ("…, Operational lead: SEND Manager")."""
    end = next((i for i in range(at, min(at + 4, len(tokens))) if tokens[i].sep), at)
    phrase = " ".join(token.norm for token in tokens[at:end])
    return phrase in words("words", "labels") and tokens[end].sep == ":"


def _breaks(tokens: Sequence[Token], at: int) -> bool:
    """Say whether a statement about the owner begins here ("… to report", "… who will")."""
    token = tokens[at]
    if not at or not token.text.islower():
        return False
    if token.norm != "to" or at + 1 == len(tokens):
        return token.norm in words("words", "breakers") or token.norm == "to"
    after = tokens[at + 1]
    if after.norm == "lead":
        return True
    plain = after.text.islower() and after.norm not in words("actions", "nouns")
    return plain and not after.sep and after.norm != VACANT and word(after.text).kind is None


def _folded(tokens: list[Token]) -> list[Token]:
    """Put one token in place of each bracket that only explains what stands before it."""
    found: list[Token] = []
    at = 0
    while at < len(tokens):
        if tokens[at].sep != "(":
            if tokens[at].sep != ")":
                found.append(tokens[at])
            at += 1
            continue
        end = next((i for i in range(at + 1, len(tokens)) if tokens[i].sep in ("(", ")")), at)
        inner = tokens[at + 1 : end]
        if end == at or tokens[end].sep == "(":
            at += 1
        elif found and inner and not _aside(inner):
            note = Token(tokens[at].start, tokens[end].end, "", "", "()")
            found.append(note)
            at = end + 1
        else:
            mark = tokens[at]._replace(sep="|")
            found += [mark, *inner, tokens[end]._replace(sep="|")]
            at = end + 1
    return found


def _aside(inner: Sequence[Token]) -> bool:
    """Say whether a bracket names further owners ("(supported by …)", "(Lead: …)")."""
    labelled = (
        len(inner) > 2 and inner[1].sep in (":", "-") and inner[0].norm in words("words", "labels")
    )
    return labelled or inner[0].sep in ("|", "and", "/", "//")


def chunks(tokens: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    """Yield the runs of tokens between hard separators, each with what opens it."""
    flag, run = "", list[Token]()
    for token in tokens:
        if token.sep == "|":
            yield flag, run
            flag, run = token.text, []
        else:
            run.append(token)
    yield flag, run
