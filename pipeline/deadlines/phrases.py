"""What a deadline cell may say instead of a time: a status, placeholder, event or reference."""

import re

from pipeline.deadlines.chain import read_chain
from pipeline.deadlines.span import Context, Span
from pipeline.deadlines.timing import stretch_span
from pipeline.deadlines.words import MONTH, NEAR, choice, compiled, words

_EDGE = r"(?![\w/])"
_STATUS = compiled(
    rf"""(?:now\s|e\.?g\.?,?\s|partially\s|fully\s|all\s)?
         (?P<word>{choice(*words("cell", "status"))}){_EDGE}"""
)
_MORE_STATUS = compiled(rf"\s?(?:and|&|,|/|but|-)\s?{choice(*words('cell', 'status'))}{_EDGE}")
_STATUS_DATE = compiled(
    r"""[\s,:(-]{1,3}(?:(?:as\sof|as\sat|by|on|in|to|until|till|from|since|during|at)\s)?(?:the\s)?"""
)
_BY_WHOM = compiled(r"\s(?:by|at|to)\s[^.;\n0-9]{1,40}?\s(?:on|in|at|during)\s(?:the\s)?")
_DUE_TO = compiled(r"\s(?:due\sto|because|as|pending|following|awaiting)\s[^.;\n]{1,80}")
_PLACEHOLDER = compiled(
    rf"""(?:(?:by|before|from|in|on|until|date|dates|timescales?|deadline)\s?[:-]?\s?)?
         (?:\[[^\]\n]{{1,40}}\]
           |(?:x{{1,2}}|\?{{1,2}}|_{{1,2}}|-{{1,2}})\s?[/.]\s?[0-9x?_]{{1,2}}\s?[/.]\s?[0-9x?_]{{2,4}}
           |{MONTH}\s(?:20)?[x?_]{{2}}(?![\w?])
           |(?:{choice(*words("cell", "placeholder"))}){_EDGE})"""
)
_WHERE = compiled(r"\s(?:in|by|with|at|when|once|following|after)\s[^.;\n]{1,80}")
_VAGUE = compiled(
    rf"""(?:(?:from|on\san?|over\sthe|in\sthe|for\sthe)\s){{0,2}}
         (?P<word>{choice(*words("cell", "vague"))}){_EDGE}
         (?:\s(?:basis|process|programme|work|term|review|action))?"""
)
_MORE_VAGUE = compiled(
    rf"\s?(?:and\sthen|and|&|,|/|then|to)\s?{choice(*words('cell', 'vague'))}{_EDGE}(?:\sbasis)?"
)
_GAP = compiled(r"[\s,:(-]{1,3}(?:(?:on|in|at|by)\s(?:the\s)?)?")
_NUMBERED = r"(?:[a-z]{1,3}\s?)?[0-9]{1,2}(?:\.[0-9]{1,2}){0,3}[a-z]?"
_REFERENCE = compiled(
    rf"""(?P<lead>{choice(*words("cell", "reference_leads"))}){_EDGE}[\s,:']{{0,2}}
         (?P<what>(?:[a-z]{{1,15}}\s){{0,3}}{_NUMBERED}(?:\s?(?:,|and|&|/|-)\s?{_NUMBERED}){{0,4}}
            (?:\s(?:above|below))?(?![0-9/a-z])|above|below|[^.;\n0-9]{{3,80}})?"""
)
_ALONE = ("above", "ditto", "see above", "see below", "as above", "as below", "as before")
_NEEDS_WORDS = (
    "per",
    "as detailed",
    "as stated",
    "as described",
    "as outlined",
    "as at",
    "as for",
    "as in",
    "as",
)
_REFERRED = frozenset((*words("cell", "referred"), "above", "below"))
_EVENT = compiled(
    rf"(?P<lead>{choice(*words('cell', 'event_leads'))}){_EDGE}(?P<what>[\s-][^.;\n]{{2,100}})?"
)
_OWNER = compiled(
    rf"(?:(?!\b(?:the|an?|new)\b).)*(?<![a-z]){choice(*words('cell', 'owner_heads'))}s?$"
)
_OCCASION = compiled(
    r"""(?:(?:at|by|in|for)\s)?(?:the\s)?(?:next\s)?(?:[a-z&'-]{1,20}\s){0,3}
         (?:meeting|conference|agm|workshop|(?:away|inset|training|development)\sday|inset|go[\s-]live
           |launch\sevent)s?(?![a-z])"""
)


def read_status(text: str, at: int) -> Span | None:
    """Return the status at `at`, with the day that follows it as its own."""
    match = _STATUS.match(text, at)
    if not match:
        return None
    end = match.end()
    while more := _MORE_STATUS.match(text, end):
        end = more.end()
    span = Span(at, end, kind="status")
    for gap in (_STATUS_DATE, _BY_WHOM):
        after = gap.match(text, end)
        if after and (gap is _STATUS_DATE or at == 0) and (dated := _on(text, after, span)):
            return _told_why(text, dated)
    if match["word"] in words("cell", "status_alone") and not _is_alone(text, at, end):
        return None
    return span if _ends(text, end) or match["word"] in words("cell", "never_a_name") else None


def _on(text: str, gap: re.Match[str], span: Span) -> Span | None:
    stretches = read_chain(text, gap.end())
    if not stretches:
        return None
    moved = "from" in gap[0] and not stretches[0].single
    day = stretch_span(stretches[0].end_of() if moved else stretches[0], Context())
    end = day.end + (1 if "(" in gap[0] and text[day.end : day.end + 1] == ")" else 0)
    return day._replace(start=span.start, end=end, kind="status", role="due")


def _told_why(text: str, span: Span) -> Span:
    match = _DUE_TO.match(text, span.end)
    if not match:
        return span
    return span._replace(end=match.end(), condition=text[span.end : match.end()].strip())


def read_placeholder(text: str, at: int) -> Span | None:
    """Return the placeholder at `at` ("tbc", "by xx"), with where it is to be settled."""
    match = _PLACEHOLDER.match(text, at)
    if not match:
        return None
    where = _WHERE.match(text, match.end()) if _is_start(text, at) else None
    return Span(at, where.end() if where else match.end(), kind="placeholder")


def read_vague(text: str, at: int) -> Span | None:
    """Return words at `at` that fix nothing ("ongoing", "as soon as possible")."""
    match = _VAGUE.match(text, at)
    if not match:
        return None
    end = match.end()
    while more := _MORE_VAGUE.match(text, end):
        end = more.end()
    alone = match["word"] in words("cell", "vague_alone")
    if alone and not (_is_alone(text, at, end) or end > match.end()):
        return None
    if not _ends(text, end) and match["word"] not in words("cell", "never_a_name"):
        return None
    return Span(at, end, kind="vague")


def read_reference(text: str, at: int) -> Span | None:
    """Return a reference at `at` to another row or document ("as 3.2 above")."""
    match = _REFERENCE.match(text, at)
    if not match or not _is_start(text, at) or _OWNER.match(match[0]):
        return None
    lead, what = re.sub(r"\s+", " ", match["lead"]), (match["what"] or "").strip()
    if not what:
        if lead not in _ALONE or not _ends(text, match.end("lead")):
            return None
        return Span(at, match.end("lead"), kind="reference", anchor=lead.split()[-1])
    numbered = re.search(_NUMBERED + r"\s?(?:above|below)?$", what)
    if lead in _NEEDS_WORDS and not (numbered or what.split()[-1] in _REFERRED):
        return None
    anchor = re.sub(r"\s(?:above|below)$", "", what)
    return Span(
        at, match.start("what") + len(match["what"].rstrip()), kind="reference", anchor=anchor
    )


def read_event(text: str, at: int, context: Context) -> Span | None:
    """Return the event at the start of a cell or clause ("on completion of the review")."""
    if not _is_start(text, at):
        return None
    meeting = _OCCASION.match(text, at)
    if meeting and (dated := _dated_meeting(text, meeting, context)):
        return dated
    match = _EVENT.match(text, at)
    if match and _OWNER.match(match[0]) and not match["lead"].startswith(("on ", "upon")):
        return None  # "End of Life Care Lead", "After Care Team"
    if match and (dated := _dated_event(text, match, context)):
        return dated
    if match and (match["what"] or " " in match["lead"] or match["lead"] == "agm"):
        what = (match["what"] or match["lead"]).strip(" -")
        return Span(at, at + len(match[0].rstrip()), kind="event", anchor=what)
    if meeting and _ends(text, meeting.end()):
        return Span(at, meeting.end(), kind="event", anchor=meeting[0])
    return None


def _dated_meeting(text: str, match: re.Match[str], context: Context) -> Span | None:
    """Return a meeting by the date that follows ("Council meeting - 12 October 2011")."""
    gap = _STATUS_DATE.match(text, match.end())
    stretches = read_chain(text, gap.end()) if gap else []
    if not stretches or stretches[0].first.point.bare:
        return None
    return stretch_span(stretches[0], context)._replace(start=match.start(), anchor=match[0])


def _dated_event(text: str, match: re.Match[str], context: Context) -> Span | None:
    """Return an event by the day that ends its words ("Next audit May 2017")."""
    if re.sub(r"\s+", " ", match["lead"]) not in words("cell", "by_event"):
        return None
    end = match.start() + len(match[0].rstrip(" )"))
    for gap in _GAP.finditer(text, match.end("lead") + 1, end):
        stretches = read_chain(text, gap.end())
        if stretches and stretches[-1].last.end == end and not stretches[0].first.point.bare:
            day, what = stretch_span(stretches[-1], context), text[match.end("lead") : gap.start()]
            return day._replace(start=match.start(), end=match.end(), anchor=what.strip(" -("))
    return None


def _is_start(text: str, at: int) -> bool:
    """Whether only a separator stands before `at` in its line."""
    before = text[max(0, at - NEAR) : at].rstrip(" ")
    return not before or before[-1] in "\n,;:.(-/&•*\"'"


def _ends(text: str, end: int) -> bool:
    """Whether a phrase that ends at `end` is not the beginning of a longer name."""
    rest = text[end : end + NEAR].lstrip(" ")
    return not rest or not rest[0].isalpha() or _FOLLOWS.match(rest) is not None


def _is_alone(text: str, at: int, end: int) -> bool:
    rest = text[end : end + NEAR].strip(" ")
    return _is_start(text, at) and (not rest or not rest[0].isalnum())


_FOLLOWS = compiled(
    r"""(?:and|then|but|with|until|till|to|from|in|on|by|as|at|for|due|subject|pending|if|when|once
        |since|throughout|through|during|review|awaiting|following|see|quarterly|monthly|weekly
        |annually|annual|bi|termly|daily|yearly|half|every|each|completed?|ongoing|tbc|january
        |february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar
        |apr|jun|jul|aug|sept?|oct|nov|dec|spring|summer|autumn|winter|q[1-4])(?![a-z])"""
)
