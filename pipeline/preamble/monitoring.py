"""The paragraphs that say who watches over the plan."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.blocks import Grid, Prose, Table
from pipeline.measures import measures
from pipeline.placed import Text
from pipeline.preamble.sentences import sentences
from pipeline.preamble.vocabulary import any_of, cores, named, phrases, straight

_LABEL = re.compile(
    r"^(?:(?:programme|plan|project|progress) )?(?:monitoring|governance|oversight|assurance"
    r"|scrutiny|reporting|accountability)"
    r"(?: (?:and \w+|arrangements|cycle|lines?|routes?|schedule|structure|to)){0,2} ?[:-] ?\w",
    re.IGNORECASE,
)
_REVIEWED_BY = re.compile(
    r"^(?:[\w']+ ){0,3}"
    r"(?:(?:monitored|overseen|reviewed|scrutinised|tracked) by|report(?:s|ed)? to)\b",
    re.IGNORECASE,
)
_REVIEW_DAYS = re.compile(
    r"^(?:reviews?(?: dates?| meetings?| points?)?|(?:board|committee|panel) dates?) ?[:-]",
    re.IGNORECASE,
)
_BODY = re.compile(  # "Programme Board: first Wednesday of the month", "Cabinet (quarterly)"
    r"^(?:[\w&']+ ){0,6}(?:board|cabinet|committee|governors|group|meeting|panel|scrutiny|team)"
    r"(?: ?[:-] | \((?=[^()]{0,30}(?:ly|each|every)\b))",
    re.IGNORECASE,
)
_DAY = r"\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_DAYS = re.compile(rf"{_DAY}.*?{_DAY}", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|ha(?:s|ve) not)\b", re.IGNORECASE)
_FOUND = re.compile(  # an inspector's judgement is no arrangement
    r"\binspect\w+ (?:found|identified|judged|noted|said)\b"
    r"|\b(?:is|are|remains?) (?:\w+ )?(?:too|weak|poor|inadequate|inconsistent|insufficient"
    r"|ineffective)\b",
    re.IGNORECASE,
)
_WORK = re.compile(  # with families, which is another matter than that on the plan
    r"\b(?:children|young people|families|pupils|cases|care leavers|social workers|IROs|files"
    r"|placements|referrals?|training"
    r"|(?:care|pathway|protection|EHCP?) plans?)\b(?!['’]s [A-Z]| services)"
)
_OURS = re.compile(
    r"\b(?:(?:this|the|our|action|improvement) plan|statement|actions|boards?|committees?|cabinet"
    r"|governors|scrutiny|trustees)\b",
    re.IGNORECASE,
)
_HEADING_WORDS = 10
_SENTENCE_WORDS = 8  # shorter lines without a full stop are captions


def monitoring(blocks: Sequence[Prose | Table | Grid], taken: frozenset[int]) -> tuple[Text, ...]:
    """Return the paragraphs about monitoring the plan, those at the indexes `taken` left out.

    A paragraph counts when one of its sentences has the plan, its progress or its actions
    monitored, now or in future; when it stands under a heading such as "Monitoring" or
    "Governance"; when two sentences that follow each other name a body, that it watches, and
    what of the plan or how often; or when it says by what success is told.
    """
    return tuple(_found(blocks, taken))


def _found(blocks: Sequence[Prose | Table | Grid], taken: frozenset[int]) -> Iterator[Text]:
    under = False
    for at, block in enumerate(blocks):
        if not isinstance(block, Prose):
            under = False
        elif block.kind == "heading":
            under = _is_heading(block.text.text)
        elif at not in taken and _says(block.text, under=under):
            yield block.text


def _says(text: Text, *, under: bool) -> bool:
    plain = straight(text.text)
    if (_REVIEWED_BY.match(plain) or _REVIEW_DAYS.match(plain)) and _names(plain, "watchers"):
        return True
    if (": " in plain or " (" in plain) and _meets(plain):
        return True
    if measures(plain):
        return True
    if any(_LABEL.match(part) for part in plain.split(" | ")[1:]):
        return True
    if _is_sentence(text):
        return under or _monitors(plain)
    if under:
        return _names(plain, "watchers") and _names(plain, "times")
    return bool(_LABEL.match(plain))


def _meets(plain: str) -> bool:
    """Whether a body is named with how often it meets, or with two days on which it does."""
    said = (one for _, one in sentences(plain) if _BODY.match(one))
    return any(_names(one, "times") or _DAYS.search(one) for one in said)


def tells(line: Text) -> bool:
    """Whether a line of document control says who watches over the plan."""
    return _names(line.text, "watchers") and _names(line.text, "times")


def _is_heading(text: str) -> bool:
    plain = straight(text)
    if "leadership" in plain.lower():
        return False  # what inspectors judge: "Leadership, management and governance"
    return len(plain.split()) <= _HEADING_WORDS and bool(named("monitoring_heading").search(plain))


def _is_sentence(text: Text) -> bool:
    return text.text.endswith((".", ";")) or len(text.text.split()) >= _SENTENCE_WORDS


def _monitors(plain: str) -> bool:
    said = [sentence for _, sentence in sentences(plain)]
    if any(_is_told(one) and not _is_account(one) for one in said):
        return True
    if not _watches(plain):
        return False
    now = ["" if _PAST.search(one) or _is_account(one) else one for one in said]
    return any(_watches(" ".join(now[at : at + 2])) for at in range(len(now)))


def _is_told(sentence: str) -> bool:
    """Say whether a sentence says that the plan, its progress or its actions are watched over."""
    small = sentence.lower()
    return any(
        any(map(small.__contains__, signs)) and pattern.search(small)
        for signs, pattern in _patterns()
    )


def _is_account(sentence: str) -> bool:
    """Whether a sentence tells what the inspectors found, or how work with families is done."""
    if _FOUND.search(sentence):
        return True
    return bool(_WORK.search(sentence)) and not _OURS.search(sentence)


def _watches(said: str) -> bool:
    """Whether sentences name a body that watches, and what of the plan or how often."""
    if not _names(said, "watchers"):
        return False
    return _says_what(said) or bool(_subject().search(said.lower()))


def _says_what(said: str) -> bool:
    """Whether sentences that name a body say that it watches, and what or how often."""
    part = _names(said, "watched")
    if not part and not _names(said, "times"):
        return False
    if _names(said, "oversight") or (part and _names(said, "times")):
        return True
    return _names(said, "watching") and (not part or _names(said, "often"))


@cache
def _subject() -> re.Pattern[str]:
    """Return the pattern of a body that is said to watch, or by which something is watched."""
    body = "(?:board|cabinet|committee|executive|governors|group|panel|partnership|scrutiny|team)s?"
    watches = "|".join(phrases("watch", "watches"))
    before, between = r"^(?:[\w'&,-]+ ){0,9}?", r"(?: \([^()]*\))?,? (?:also |then |will |shall )?"
    return re.compile(rf"{before}{body}{between}(?:{watches})\b")


def _names(text: str, part: str) -> bool:
    return bool(_part(part).search(text.lower()))


@cache
def _part(name: str) -> re.Pattern[str]:
    forms = "|".join(phrases("watch", name))
    return re.compile(rf"\b(?:{forms})\b")


@cache
def _patterns() -> tuple[tuple[tuple[str, ...], re.Pattern[str]], ...]:
    """Return patterns, each with words of which whatever it matches holds one: quick to see."""
    what = any_of(phrases("monitored"))
    done, does = (
        any_of(phrases("monitoring", "participles")),
        any_of(phrases("monitoring", "verbs")),
    )
    past, present = (cores(phrases("monitoring", key)) for key in ("participles", "verbs"))
    forms = (
        (past, rf"\b{what}\b[^.]{{0,200}}?\b(?:will be|is to be|are to be|is|are|shall be) "
               rf"(?:\w+ ){{0,2}}?{done}\b"),
        (present, rf"\b(?:will|shall|to) (?:\w+ ){{0,2}}?{does}\b[^.]{{0,120}}?\b{what}\b"),
        (present, rf"\b(?:which|that|who|and)\s{does}\b[^.]{{0,60}}?\b{what}\b"),
        (past, rf"^(?:progress |it )?(?:is |will be )?{done} (?:\w+ ){{0,3}}?(?:by|at) "),
        (("",), _LABEL.pattern),
        (("progress re", "progress meet"),
         r"\bprogress (?:reviews?|reports?|meetings?)\b[^.]{0,60}?\bwill (?:be|go|take)\b"),
        (("",),
         r"^(?:monitoring|governance|oversight|scrutiny)\b[^.]{0,60}?\b(?:is|are|will be)\b"),
        (("monitors", "checks", "oversees", "scrutinises", "evaluates", "tracks", "reviews",
          "receive", "to account for"),
         rf"\b(?:monitors|checks|oversees|scrutinises|evaluates|tracks|reviews|receives?"
         rf"|holds? (?:\w+ ){{1,6}}?to account for)\b[^.]{{0,120}}?"
         rf"\b(?:{what}|action|updates?|highlight reports?)\b"),
        (past, rf"^to be {done} (?:\w+ ){{0,3}}?(?:by|at) "),
        ((" receive ",),
         r"\b(?:will|shall|to) receive (?:\w+ ){0,3}?(?:progress|updates?|reports? on)\b"),
    )  # fmt: skip
    return tuple((signs, re.compile(form)) for signs, form in forms)
