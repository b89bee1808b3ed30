"""What a sentence says of a time in it: that something is to be done, or that it is a fact."""

import re

from pipeline.deadlines.words import choice, compiled, words

_STOP = re.compile(r"[.;:!?•\n](?=\s|$)")
_OBLIGED = compiled(rf"(?<![\w-])(?:{choice(*words('prose', 'obligations'))})(?![\w-])")
PAST = compiled(rf"(?<![\w-])(?:{choice(*words('prose', 'past'))})(?![\w-])")
PRESENT = compiled(rf"(?<![\w-])(?:{choice(*words('prose', 'present'))})(?![\w-])")
# "the duty that came into force on 1 May": which one it is, not when something is due.
_WHICH = compiled(
    rf"""(?<![\w-])(?:that|which|who)\s(?:[a-z]{{1,20}}ly\s|also\s|first\s|had\s|has\s|have\s)?
         (?:[a-z]{{2,20}}ed|{choice(*words("prose", "went"))})\s(?:[a-z&'/-]{{1,20}}\s){{0,6}}$"""
)
_COMMANDS = choice(*words("prose", "commands"))
_COMMAND = compiled(
    rf"\W*(?:[a-z]{{1,20}}ly\s|then\s|and\s|also\s)?{_COMMANDS}(?![\w-])(?!\s(?:of|is|was|by|date)\b)"
)
_TO_DO = compiled(rf"(?<![\w-])to\s(?:[a-z]{{1,20}}ly\s)?(?:be|have|{_COMMANDS})(?![\w-])")
_WORDS = r"(?:[a-z&'/-]{1,20}\s)"
_ANSWERS = compiled(
    rf"""\W*(?:{choice(*words("prose", "answering"))}\s{_WORDS}{{0,6}}
         |{choice(*words("prose", "carrying_out"))}\s{_WORDS}{{1,6}}(?:of|from|by|during|in|at)\s)
         {_WORDS}{{0,4}}{choice(*words("prose", "occasions"))}s?\s$"""
)
_LABEL = compiled(rf"\W*{choice(*words('due_labels'))}\W*$")
_LABELLED = compiled(
    rf"""(?:^|[.;\n(]\s?)(?:{choice(*words("due_labels"))}
         |{_WORDS}{{0,2}}(?:training|inset|development)\sday|workshop|briefing):\s$"""
)
_FIGURE = re.compile(r"[0-9]%?\s?$")
AT_END = re.compile(r"\W*$")


def sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a span in its sentence, at most 400 characters each."""
    before = text[max(0, start - 400) : start]
    after = text[end : end + 400]
    stops = list(_STOP.finditer(before))
    stop = _STOP.search(after)
    return before[stops[-1].end() :] if stops else before, after[: stop.start()] if stop else after


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def is_ahead(before: str, after: str, firm: bool) -> bool:
    """Whether a sentence looks ahead: obliged, commanded or, when `firm`, not told as a fact."""
    obliged, past = _last(_OBLIGED, before), _last(PAST, before)
    if past > obliged or _WHICH.search(before):
        return False
    if not before.strip(" ,-•\"'("):
        return bool(_OBLIGED.search(after)) or (not PAST.search(after) and _opens(after))
    if _LABEL.match(before):
        return True
    told = PRESENT.search(before) or PAST.search(before)
    if obliged >= 0 and (not told or _last(PRESENT, before) < obliged or obliged < told.start()):
        return True
    if _COMMAND.match(before) and (firm or not PAST.search(after)):
        return True
    todo = _TO_DO.search(before)
    if todo and (not told or todo.start() < told.start() or firm):
        return True
    return firm and not told and not PAST.search(after) and not PRESENT.search(after)


def answers(before: str) -> bool:
    """Whether what comes before answers an occasion, so that the date is the occasion's."""
    return _ANSWERS.match(before) is not None


def counts(text: str, at: int, lead: str) -> bool:
    """Whether a day after "at" is that of the count before it ("412 at 31 January")."""
    return lead in ("at", "as at") and bool(_FIGURE.search(text, max(0, at - 4), at))


def labelled(text: str, at: int) -> bool:
    """Whether a label with a colon stands before `at` ("Deadline: 10 May 2014")."""
    return text[at - 2 : at] == ": " and _LABELLED.search(text, max(0, at - 40), at) is not None


def _opens(after: str) -> bool:
    """Whether a command follows a date that opens the sentence ("By June 2014, publish …")."""
    rest = after.lstrip(" ,:-")
    todo = _TO_DO.search(rest)
    return bool(_COMMAND.match(rest)) or (
        todo is not None and not PRESENT.search(rest, 0, todo.start())
    )
