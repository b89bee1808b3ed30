"""Which of the parts between commas, "and", slashes and colons are one owner together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from pipeline.owners.parts import Part
from pipeline.owners.people import could_be_name
from pipeline.owners.roles import words
from pipeline.owners.shapes import Shape

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
    return replace(part, shape=Shape("person"), person=part.tokens[0].text)


def _lists_people(found: Sequence[Part]) -> bool:
    """Say whether people without posts are being listed ("Ann, Bob, Clerk")."""
    return any(part.shape.kind == "person" and part.post is None for part in found[-4:-1])


def _combined(text: str, cur: Part, nxt: Part, rest: Sequence[Part], people: bool) -> Part | None:
    """Return both parts as one owner, or None when they are two."""
    if nxt.vacant and nxt.sep in (",", ":", "-", "") and not cur.vacant:
        return replace(cur, end=nxt.end, placeholder=True)
    if cur.vacant or nxt.vacant:
        return _announced(cur, nxt) if nxt.sep in (":", "-") else None
    attached = None if people and nxt.sep == "," else _attached(cur, nxt, rest)
    if attached is not None:
        return attached
    rule = _RULES.get(nxt.sep) if len(cur.tokens) < _LONGEST else None
    return _joined(text, cur, nxt) if rule and rule(cur, nxt, rest) else None


def _announced(cur: Part, nxt: Part) -> Part | None:
    """Read "Vacancy – Team Manager": the post after it is the one that nobody holds."""
    if not cur.vacant or nxt.shape.kind != "post":
        return None
    return replace(nxt, sep=cur.sep, start=cur.start, placeholder=True)


def _joined(text: str, cur: Part, nxt: Part) -> Part:
    """Return one owner of both parts' words; the head noun decides what it is."""
    tokens = (*cur.tokens, *nxt.tokens)
    shape = cur.shape if cur.shape.kind else nxt.shape
    if (not cur.full and nxt.full) or (nxt.sep in (":", "-") and nxt.shape.kind == "post"):
        shape = nxt.shape
    elif cur.full and nxt.sep in (",", ":", "-"):
        shape = replace(shape, open=True)
    post = text[cur.start : nxt.end] if shape.kind == "post" else cur.post
    if cur.person and cur.post and text.startswith(cur.post, cur.end - len(cur.post)):
        post = cur.post + text[cur.end : nxt.end]
    return replace(
        cur,
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
    shape = replace(cur.shape, kind="person", open=nxt.shape.open or cur.shape.open)
    tokens = (*cur.tokens, *nxt.tokens)
    lead = cur.lead or nxt.lead
    return replace(
        cur, end=nxt.end, tokens=tokens, shape=shape, person=person, post=post, lead=lead
    )


def _and(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """ "Safeguarding and Review Manager" is one, "Headteacher and Business Manager" two."""
    if nxt.shape.kind == "initials" and _letters_go_on(cur):
        return True
    if nxt.shape.kind == "person" and " ".join(t.norm for t in cur.tokens) in _titles():
        return True
    if nxt.tokens[0].norm == "all":
        return False
    if nxt.named or (cur.named and not (cur.post and cur.shape.open)) or nxt.article:
        return False
    if cur.full:
        return cur.shape.open and (not nxt.full or _field_too(nxt) or _plural_chair(cur, nxt))
    if nxt.full:
        return _compound(cur, nxt)
    return not (cur.shape.unit and nxt.shape.unit) or _ahead(nxt, rest) is not None


def _field_too(nxt: Part) -> bool:
    """Say whether what follows "and" may be a field for all its head noun ("… and Services")."""
    if len(nxt.tokens) == 1 and nxt.shape.plural and nxt.shape.kind == "group":
        return nxt.shape.head not in ("governor", "director", "member")
    whole = nxt.shape.kind == "organisation" and len(nxt.tokens) > 1 and not nxt.shape.plural
    return nxt.shape.weak and not whole


def _titles() -> frozenset[str]:
    return words("people", "titles")


def _letters_go_on(cur: Part) -> bool:
    """Say whether letters after "and" are the field of a post ("Head of CIC & CL")."""
    last = cur.tokens[-1].text
    return cur.shape.kind == "post" and cur.shape.open and len(last) > 1 and last.isupper()


def _comma(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """ "Head of Safeguarding, Assessment and Support" is one, "Governors, Headteacher" two."""
    if nxt.named or nxt.article:
        return False
    if cur.named:
        return not nxt.full and not rest and cur.shape.kind == "person"
    ahead = None if nxt.full else _ahead(nxt, rest)
    if not cur.full:
        body = ahead is not None and ahead.shape.kind == "group" and not ahead.shape.weak
        return body or (ahead is not None and not (cur.shape.unit and nxt.shape.unit))
    if not nxt.full:
        return _field_follows(cur, nxt, rest) and (ahead is None or ahead.shape.kind == "post")
    if cur.shape.kind != "post" or cur.shape.plural:
        return cur.shape.open and nxt.shape.weak and nxt.shape.kind == "group"
    return _apposed(cur, nxt, rest) or _listed_field(cur, nxt, rest)


def _listed_field(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """Say whether one word of a list of fields is also a head ("…, Surgery and Theatres")."""
    if not (cur.shape.open and nxt.shape.weak and len(nxt.tokens) == 1 and rest):
        return False
    last = rest[0]
    return last.sep == "and" and (not last.full or last.shape.weak) and not last.named


def _field_follows(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """Say whether what follows the comma, no owner by itself, is the field of the owner before."""
    if cur.shape.open:
        return True
    if cur.shape.kind == "post" and cur.shape.head in words("heads", "generic"):
        return True
    return not nxt.shape.unit and not rest and len(nxt.tokens) < 3


def _apposed(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """Say whether the body after the comma is where the post sits ("Director, X Council")."""
    if nxt.shape.kind not in ("group", "organisation") or len(nxt.tokens) < 2:
        return False
    if nxt.shape.kind == "organisation" or cur.shape.head in words("heads", "first"):
        return not rest
    generic = cur.shape.open or cur.shape.head in words("heads", "generic")
    generic = generic or nxt.shape.head in words("heads", "organisation")
    return generic and nxt.shape.weak and not rest


def _slash(cur: Part, nxt: Part, _: Sequence[Part]) -> bool:
    """ "Policy/Performance Officer" is one; a slash parts all that can stand alone."""
    if cur.shape.kind is not None or not nxt.full or nxt.named or len(nxt.tokens) < 2:
        return False
    if all(token.norm in words("words", "modifiers") for token in cur.tokens):
        return True
    return nxt.sep == "/" and _compound(cur, nxt)


def _colon(cur: Part, nxt: Part, _: Sequence[Part]) -> bool:
    """ "Team Manager: Life Chances" is one, "Headteacher – Business Manager" two."""
    if cur.named:
        return not nxt.full and cur.shape.kind == "person"
    if nxt.named:
        return nxt.shape.kind == "initials" and cur.shape.kind == "post"
    if not cur.full:
        return True
    if not nxt.full:
        return True
    if cur.shape.kind == "post":
        if nxt.shape.kind == "organisation":
            return len(nxt.tokens) > 1
        return nxt.shape.weak and cur.shape.head in words("heads", "generic")
    return nxt.shape.kind == "post" or len(cur.tokens) == 1


def _compound(cur: Part, nxt: Part) -> bool:
    """Say whether `nxt` has words before its head noun that `cur` may go with."""
    if len(nxt.tokens) < 2 or nxt.named or nxt.article:
        return False
    first = nxt.tokens[0].norm
    if first in words("words", "own" if not cur.shape.unit else "rank"):
        return False
    return not (cur.shape.unit and len(cur.tokens) > 1 and nxt.shape.kind == "post")


def _ahead(nxt: Part, rest: Sequence[Part]) -> Part | None:
    """Return the owner whose head noun an "and" promises to the fields before it."""
    before = nxt
    for part in rest:
        if part.full or part.vacant:
            whole = part.sep == "and" and not part.vacant and _compound(before, part)
            return part if whole else None
        if part.sep not in (",", "and"):
            return None
        before = part
    return None


def _plural_chair(cur: Part, nxt: Part) -> bool:
    """Say whether "Chairs of the Board and the Forum" goes on."""
    return cur.shape.plural and cur.shape.head == "chair" and nxt.shape.kind == "group"


_RULES: Mapping[str, Callable[[Part, Part, Sequence[Part]], bool]] = {
    "and": _and,
    ",": _comma,
    "/": _slash,
    "//": _slash,
    ":": _colon,
    "-": _colon,
}
