"""Which inspection framework a document speaks of, and which body a heading addresses."""

from collections.abc import Iterable

from pipeline.preamble.vocabulary import kinds, straight, wordings


def framework_of(head: Iterable[str], body: Iterable[str]) -> str | None:
    """Return the id of the framework named in `head` (titles), else most often in `body`.

    Of two named equally often, the one named first in the vocabulary counts: it is the more
    special one.
    """
    return _most_named(head) or _most_named(body)


def body_of(heading: str) -> str | None:
    """Return the body that a heading addresses ("local authority", "LSCB"), or None.

    The first body named leads; of two names that begin together, the longer one counts.
    """
    plain = straight(heading)
    hits = (
        (match.start(), -match.end(), name)
        for name, pattern in kinds("body", "name")
        if (match := pattern.search(plain))
    )
    return min(hits, default=(0, 0, None))[2]


def _most_named(texts: Iterable[str]) -> str | None:
    plain = [straight(text) for text in texts]
    lower = [text.lower() for text in plain]
    joined = "\n".join(lower)
    best, most = None, 0
    for (name, pattern), entry in zip(
        kinds("framework", "id"), wordings()["framework"], strict=True
    ):
        said = [phrase for phrase in entry["phrases"] if phrase in joined]
        count = sum(
            1
            for text, small in zip(plain, lower, strict=True)
            if any(phrase in small for phrase in said)
            for _ in pattern.finditer(text)
        )
        if count > most:
            best, most = name, count
    return best
