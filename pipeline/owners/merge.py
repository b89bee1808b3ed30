"""Which of the parts between commas, "and", slashes and colons are one owner together."""

from collections.abc import Sequence

from pipeline.owners.joins import RULES
from pipeline.owners.parts import Part
from pipeline.owners.people import could_be_name
from pipeline.owners.shape import Shape

_FAR = 12  # parts to look ahead
_LONGEST = 60  # words of one owner


def merge(text: str, parts: Sequence[Part]) -> list[Part]:
    """Return the owners that the parts of one chunk make, in order."""
    found: list[Part] = []
    for at, part in enumerate(parts):
        before = found[-1] if found else None
        if before and before.shape.kind == "person":
            part = _another_person(part)
        rest = parts[at + 1 : at + _FAR]
        joined = _combined(text, before, part, rest, _lists_people(found)) if before else None
        if joined is None:
            found.append(part)
        else:
            found[-1] = joined
    return found


def _another_person(part: Part) -> Part:
    """Take a lone name after a person for a person ("Cllrs Smith and Brown")."""
    if part.shape.kind is not None or len(part.tokens) != 1 or not could_be_name(part.tokens[0]):
        return part
    return part._replace(shape=Shape("person"), person=part.tokens[0].text)


def _lists_people(found: Sequence[Part]) -> bool:
    """Say whether people without posts are being listed ("Ann, Bob, Clerk")."""
    return any(part.shape.kind == "person" and part.post is None for part in found[-4:-1])


def _combined(text: str, cur: Part, nxt: Part, rest: Sequence[Part], people: bool) -> Part | None:
    """Return both parts as one owner, or None when they are two."""
    if nxt.vacant and nxt.sep in (",", ":", "-", "") and not cur.vacant:
        return cur._replace(end=nxt.end, placeholder=True)
    if cur.vacant and nxt.vacant and nxt.sep in (",", ":", "-"):
        return cur._replace(end=nxt.end)
    if cur.vacant or nxt.vacant:
        return _announced(cur, nxt) if nxt.sep in (":", "-") else None
    if nxt.sep == "," and _turned(cur, nxt):
        return nxt._replace(sep=cur.sep, start=cur.start, person=text[cur.start : nxt.end])
    attached = None if people and nxt.sep == "," else _attached(cur, nxt, rest)
    if attached is not None:
        return attached
    rule = RULES.get(nxt.sep) if len(cur.tokens) < _LONGEST else None
    return _joined(text, cur, nxt) if rule and rule(cur, nxt, rest) else None


def _turned(cur: Part, nxt: Part) -> bool:
    """Say whether a surname stands before its first name ("Marsh, Ann")."""
    name = len(cur.tokens) == len(nxt.tokens) == 1 and cur.shape.kind is None
    return name and nxt.shape.kind == "person" and could_be_name(cur.tokens[0])


def _announced(cur: Part, nxt: Part) -> Part | None:
    """Read "Vacancy – Team Manager": the post after it is the one that nobody holds."""
    if not cur.vacant or nxt.shape.kind != "post":
        return None
    return nxt._replace(sep=cur.sep, start=cur.start, placeholder=True)


def _joined(text: str, cur: Part, nxt: Part) -> Part:
    """Return one owner of both parts' words; the head noun decides what it is."""
    tokens = (*cur.tokens, *nxt.tokens)
    shape = cur.shape if cur.shape.kind else nxt.shape
    last = (nxt.sep == "/" and nxt.full and not nxt.named) or (
        nxt.sep in (":", "-") and nxt.shape.kind == "post"
    )
    if (not cur.full and nxt.full) or last:
        shape = nxt.shape
    elif cur.full and nxt.sep in (",", ":", "-"):
        shape = shape._replace(open=True)
    post = text[cur.start : nxt.end] if shape.kind == "post" else cur.post
    if cur.person and cur.post and text.startswith(cur.post, cur.end - len(cur.post)):
        post = cur.post + text[cur.end : nxt.end]
    return cur._replace(
        end=nxt.end,
        tokens=tokens,
        shape=shape,
        person=cur.person or nxt.person,
        post=post,
        lead=cur.lead or nxt.lead,
        placeholder=cur.placeholder or nxt.placeholder,
    )


def _attached(cur: Part, nxt: Part, rest: Sequence[Part]) -> Part | None:
    """Return a post with its holder, whichever stands first ("Ann Green, Head of Quality")."""
    if nxt.sep not in (",", ":", "-"):
        return None
    follows = rest[0] if rest else None
    if cur.shape.kind == "person" and cur.post is None and nxt.shape.kind == "post":
        whole = nxt if not nxt.shape.plural else None
        return _holding(cur, nxt, cur.person, nxt.post) if whole else None
    if cur.shape.kind == "post" and cur.person is None and nxt.shape.kind == "person":
        lists = follows is not None and follows.named and nxt.sep == ","
        if nxt.post is None and not cur.shape.plural and not lists:
            return _holding(cur, nxt, nxt.person, cur.post)
    return None


def _holding(cur: Part, nxt: Part, person: str | None, post: str | None) -> Part:
    shape = cur.shape._replace(kind="person", open=nxt.shape.open or cur.shape.open)
    tokens = (*cur.tokens, *nxt.tokens)
    lead = cur.lead or nxt.lead
    return cur._replace(
        end=nxt.end, tokens=tokens, shape=shape, person=person, post=post, lead=lead
    )
