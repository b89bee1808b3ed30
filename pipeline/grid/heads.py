"""Running heads, footers and page numbers in the prose: found by their repetition."""

import re
from collections import Counter
from collections.abc import Sequence

from pipeline.blocks import Block, Left, Prose, Table
from pipeline.columns import by_heading

_PAGE = re.compile(
    r"(?:[-–—|\s]*+page\s*+)?[-–—|\s]*+\d{1,4}"
    r"(?:\s*+(?:of|/)\s*+\d{1,4}|\s*+\|\s*+page)?[-–—|\s]*",
    re.I,
)
_MARKING = re.compile(
    r"(?:(?:not|protectively|marked|official|sensitive|restricted|confidential|protect|draft"
    r"|unclassified|public|personal|internal|use|only)\b[\s:/|–—-]*){1,6}", re.I,
)  # fmt: skip
_NUMBERED = re.compile(r"\bpage\s*\d+", re.I)
_LABEL = re.compile(r"[^:–—]{2,60}?(?::|\s[–—-]\s)")
_TITLES = ("area", "action")  # roles of words that titles have as well: "Action plan – Anytown"
_LONGEST = 20  # words


def drop(blocks: Sequence[Block]) -> tuple[list[Block], list[Left]]:
    """Return the blocks without running heads, and what was left out.

    The first of several equal heads stays: it is the document's title.
    """
    keys = [_key(block) for block in blocks]
    counts = Counter(keys)
    labels = _labels(counts)
    seen: set[str] = set()
    kept: list[Block] = []
    left: list[Left] = []
    for index, block in enumerate(blocks):
        said = not labels.isdisjoint(keys[max(index - 1, 0) : index + 1])
        head = not said and _is_head(blocks, index, keys[index], counts, seen)
        if not head or not isinstance(block, Prose):
            kept.append(block)
        elif _PAGE.fullmatch(block.text.text):
            left.append(Left(block.text, "page-number"))
        else:
            left.append(Left(block.text, "running-head"))
    return kept, left


def _labels(counts: Counter[str]) -> set[str]:
    """Return the words that repeat as labels do, on lines of their own: "Action", "Lead"."""
    repeated = {key: by_heading(key) for key, count in counts.items() if key and count > 1}
    sure = {key: one.role for key, one in repeated.items() if one and one.confidence == "high"}
    return set(sure) if "owner" in sure.values() or "deadline" in sure.values() else set()


def _key(block: Block) -> str:
    """Return the words by which heads are known again; nothing is one that says so much."""
    if not isinstance(block, Prose) or block.text.text.count(" ") >= _LONGEST:
        return ""
    return _NUMBERED.sub("page", block.text.words)


def _is_head(
    blocks: Sequence[Block], index: int, key: str, counts: Counter[str], seen: set[str]
) -> bool:
    block = blocks[index]
    if not isinstance(block, Prose) or block.marker:
        return False
    if _PAGE.fullmatch(block.text.text):
        return True
    if not key or counts[key] < 2:
        return False
    if _MARKING.fullmatch(block.text.text):
        return True
    if _is_label(block.text.text):
        return False
    first = key not in seen
    seen.add(key)
    return not first and (counts[key] > 2 or _beside_table(blocks, index))


def _beside_table(blocks: Sequence[Block], index: int) -> bool:
    around = blocks[max(index - 1, 0) : index + 2]
    return any(isinstance(block, Table) for block in around)


def _is_label(text: str) -> bool:
    """Say whether a text is a labelled paragraph ("Owner: …"), which repeats on purpose."""
    match = _LABEL.match(text)
    guess = by_heading(match[0]) if match else None
    colon = match is not None and match[0].endswith(":")
    return guess is not None and (colon or guess.role not in _TITLES)
