"""Owner cells in wordings that the grammar was not built on, word for word.

`owners_unseen.txt` was written by somebody who had not seen the grammar; an owner is right
when its words and its kind are.
"""

import re
from collections import Counter
from pathlib import Path

from benchmarks.accuracy.scores import Results, Score, compare, graded

ROWS = Path(__file__).with_name("owners_unseen.txt")
_OWNER = re.compile(r"\{(\w+):([^{}]*)\}")


def rows() -> list[tuple[str, Counter[str]]]:
    """Return each cell's words and its owners ("post: Head of Service")."""
    lines = ROWS.read_text(encoding="utf-8").splitlines()
    cells = [line.replace("\\n", "\n") for line in lines if not line.startswith("#")]
    return [(_OWNER.sub(r"\2", cell), _owners(cell)) for cell in cells]


def _owners(cell: str) -> Counter[str]:
    return Counter(f"{kind}: {words}" for kind, words in _OWNER.findall(cell))


def measure(results: Results) -> None:
    """Score the grammar on these cells."""
    try:
        from pipeline.owners import scan
    except ImportError as error:
        results.skipped["owner cells unseen"] = f"not available yet: {error}"
        return
    right, wrong, missed = 0, list[str](), list[str]()
    counts = []
    for text, truth in rows():
        given = Counter(
            f"{'placeholder' if span.placeholder else span.kind}: {text[span.start : span.end]}"
            for span in scan(text, cell=True)
        )
        counts.append((f"{text!r}: read as {given.total()}", given.total() == truth.total()))
        score = compare({"": truth}, {"": given})[""]
        right += score.right
        wrong += [f"{text!r}: {slip}" for slip in score.wrong]
        missed += [f"{text!r}: {slip}" for slip in score.missed]
    owners = Score(right, tuple(wrong), tuple(missed))
    results.add("owner cells unseen", {"owners": owners, "owner count": graded(counts)})
