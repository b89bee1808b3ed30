"""When a comma, an "and", a slash or a colon stands inside one owner, not between two."""

from collections.abc import Callable, Mapping, Sequence

from pipeline.owners.parts import Part
from pipeline.owners.roles import words


def _and(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """ "Safeguarding and Review Manager" is one, "Headteacher and Business Manager" two."""
    if nxt.named and (_letters_go_on(cur, nxt) or _only_title(cur, nxt)):
        return True
    if nxt.tokens[0].norm == "all":
        return False
    if nxt.named or (cur.named and not (cur.post and cur.shape.open)) or nxt.article:
        return False
    if _field_of_board(cur, nxt):
        return True
    if cur.full:
        return cur.shape.open and (not nxt.full or _field_too(nxt) or _plural_chair(cur, nxt))
    if nxt.full:
        return _compound(cur, nxt)
    return not (cur.shape.unit and nxt.shape.unit) or _ahead(nxt, rest) is not None


def _field_of_board(cur: Part, nxt: Part) -> bool:
    """Say whether a board's letters open a sub-group's name ("LSCB QA & Performance Sub Group")."""
    if len(cur.tokens) != 2 or nxt.shape.head not in words("heads", "strong"):
        return False
    board, field = (token.text for token in cur.tokens)
    boards, units = words("abbreviations", "chaired"), words("abbreviations", "unit")
    return board in boards and field in units


def _field_too(nxt: Part) -> bool:
    """Say whether what follows "and" may be a field for all its head noun ("… and Services")."""
    if len(nxt.tokens) == 1 and nxt.shape.plural and nxt.shape.kind == "group":
        return nxt.shape.head not in ("governor", "director", "member")
    whole = nxt.shape.kind == "organisation" and len(nxt.tokens) > 1 and not nxt.shape.plural
    return nxt.shape.weak and not whole


def _letters_go_on(cur: Part, nxt: Part) -> bool:
    """Say whether letters after "and" are the field of a post ("Head of CIC & CL")."""
    last = cur.tokens[-1].text
    field = cur.shape.kind == "post" and cur.shape.open and nxt.shape.kind == "initials"
    return field and len(last) > 1 and last.isupper()


def _letters_listed(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """Say whether letters after a comma are a post's field ("Team Manager, LAC")."""
    text = nxt.tokens[0].text
    if text not in words("abbreviations", "papers"):
        return False
    if len(text) > 2 and cur.shape.head in words("heads", "generic"):
        return True
    return bool(rest) and cur.shape.plural and _letters_go_on(cur, nxt)


def _only_title(cur: Part, nxt: Part) -> bool:
    """Say whether a title shares the name after "and" ("Mr and Mrs Marsh")."""
    alone = len(cur.tokens) == 1 and nxt.shape.kind == "person"
    return alone and cur.tokens[0].norm in words("people", "titles") and not cur.full


def _comma(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """ "Head of Safeguarding, Assessment and Support" is one, "Governors, Headteacher" two."""
    if nxt.named and _letters_listed(cur, nxt, rest):
        return True
    if nxt.named or nxt.article:
        return False
    if cur.named:
        return not nxt.full and not rest and cur.shape.kind == "person"
    ahead = None if nxt.full else _ahead(nxt, rest)
    if not cur.full:
        body = ahead is not None and ahead.shape.kind == "group" and not ahead.shape.weak
        return body or (ahead is not None and not (cur.shape.unit and nxt.shape.unit))
    if not nxt.full:
        fits = ahead is None or ahead.shape.kind == "post" or _services(ahead)
        return fits and _field_follows(cur, nxt, rest)
    if cur.shape.kind != "post" or cur.shape.plural:
        return cur.shape.open and nxt.shape.weak and nxt.shape.kind == "group"
    return _apposed(cur, nxt, rest) or _listed_field(cur, nxt, rest)


def _services(part: Part) -> bool:
    """Say whether a part is the last field of a list ("…, Quality and Review Services")."""
    return part.shape.weak and part.shape.plural and part.shape.head == "service"


def _field_follows(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """Say whether what follows the comma, no owner by itself, is the field of the owner before."""
    if cur.shape.open:
        return True
    if cur.shape.kind == "post" and cur.shape.head in words("heads", "generic"):
        return True
    return not nxt.shape.unit and not rest and len(nxt.tokens) < 3


def _apposed(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """Say whether the body after the comma is where the post sits ("Director, X Council")."""
    if rest or nxt.shape.kind not in ("group", "organisation"):
        return False
    if len(nxt.tokens) == 1:
        name, generic = nxt.tokens[0].text, words("heads", "generic")
        if name in words("abbreviations", "serving"):
            return cur.shape.head in generic  # "Clinical Director, CAMHS"
        if cur.shape.head == "chair":
            return name in words("abbreviations", "chaired")
        return _is_chief(cur) and len(name) > 2 and name.isupper()  # "Chief Officer, HSCP"
    if nxt.shape.kind == "organisation":
        return _heads(cur)
    body = nxt.shape.weak and nxt.shape.head != "staff"
    field = body and (cur.shape.open or cur.shape.head in words("heads", "generic"))
    school = nxt.shape.head in words("heads", "organisation")
    return field or school or cur.shape.head in words("heads", "first")


def _heads(cur: Part) -> bool:
    """Say whether a post is one that heads a body ("Chief Executive")."""
    return cur.shape.head in words("heads", "heading")


def _is_chief(cur: Part) -> bool:
    """Say whether a post by its rank heads a body whose letters follow ("Chief Nurse")."""
    return len(cur.tokens) > 1 and cur.tokens[0].norm == "chief"


def _listed_field(cur: Part, nxt: Part, rest: Sequence[Part]) -> bool:
    """Say whether one word of a list of fields is also a head ("…, Surgery and Theatres")."""
    if not (cur.shape.open and nxt.shape.weak and len(nxt.tokens) == 1 and rest):
        return False
    last = rest[0]
    return last.sep == "and" and (not last.full or last.shape.weak) and not last.named


def _slash(cur: Part, nxt: Part, _: Sequence[Part]) -> bool:
    """ "Policy/Performance Officer" is one; a slash parts all that can stand alone."""
    if _people_of(cur, nxt):
        return True
    if cur.shape.kind == "post":
        return cur.shape.open and nxt.sep == "/" and _bare_field(nxt)
    if cur.shape.kind is not None or not nxt.full or nxt.named or len(nxt.tokens) < 2:
        return False
    if all(token.norm in words("words", "modifiers") for token in cur.tokens):
        return True
    return nxt.sep == "/" and _compound(cur, nxt)


def _bare_field(nxt: Part) -> bool:
    """Say whether words are no owner, only a field ("Head of SEND/Inclusion", "… LAC/CIN")."""
    return nxt.shape.kind is None or nxt.tokens[0].text in words("abbreviations", "papers")


def _people_of(cur: Part, nxt: Part) -> bool:
    """Say whether a slash parts the two sides of one body ("Parent/Carer Forum")."""
    one = len(cur.tokens) == 1 and nxt.sep == "/" and cur.shape.kind == "post"
    body = len(nxt.tokens) > 1 and nxt.shape.kind == "group"
    return one and body and cur.tokens[0].norm in words("heads", "describing")


def _colon(cur: Part, nxt: Part, _: Sequence[Part]) -> bool:
    """ "Service Manager: Edge of Care" is one, "Headteacher – Business Manager" two."""
    if cur.named:
        return not nxt.full and cur.shape.kind == "person"
    if nxt.named:
        return nxt.shape.kind == "initials" and cur.shape.kind == "post"
    if not (cur.full and nxt.full):
        return True
    if cur.shape.kind == "post":
        if nxt.shape.kind == "organisation":
            return len(nxt.tokens) > 1 and _heads(cur)
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


RULES: Mapping[str, Callable[[Part, Part, Sequence[Part]], bool]] = {
    "and": _and,
    ",": _comma,
    "/": _slash,
    "//": _slash,
    ":": _colon,
    "-": _colon,
}
