"""Find the subjects that a text is about, each with the words that are the evidence.

The words are data (`data/themes.toml`). Phrases are matched word by word, in any capitals,
or as written for abbreviations; within a theme the longest match wins, and a look-alike
("adoption of the policy") silences what it touches, unless longer evidence holds it.
"""

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import Any, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as DocSpan

from pipeline.tag.theme_file import ThemeFile, Vocabulary, read_themes
from pipeline.tag.theme_words import is_acronym

SPANS = "themes"
_MARKS = ("'s", "’s", "'", "’", "‘", '"', "“", "”", "-", "–")

Sense = tuple[str, bool]  # a theme's id, and whether the phrase speaks for it
Match = tuple[int, int, str]  # first token, token after the last, theme's id


class Span(NamedTuple):
    """A theme's id and its evidence: character offsets in the text, `end` exclusive."""

    start: int
    end: int
    id: str


class Themes:
    """A component that records themes in `doc.spans["themes"]`, the id as the span's label.

    What was found stands in the span group's attributes too, with offsets of the text.

    The phrases form a tree of words, walked once from every word of a text. spaCy's
    PhraseMatcher cannot pass over articles and hyphens, and would need each phrase with
    every article.
    """

    def __init__(self, nlp: Language, vocabulary: Vocabulary) -> None:
        """Build the tree from the words that the pipeline's tokeniser makes of the phrases."""
        self._nlp = nlp
        strings = nlp.vocab.strings
        self._skipped = {strings.add(word) for word in (*vocabulary.skipped, *_MARKS)}
        self._tree: dict[Any, Any] = {}
        self._acronyms: dict[int, list[Sense]] = {}
        self._implied = {theme.id: theme.implies for theme in vocabulary.themes.values()}
        self._cache: dict[str, tuple[int, ...]] = {}
        self._rules = getattr(nlp.tokenizer, "rules", {})
        for theme in vocabulary.themes.values():
            self._add(vocabulary.evidence(theme), (theme.id, True))
            self._add(vocabulary.lookalikes(theme), (theme.id, False))

    def _add(self, phrases: Iterable[str], sense: Sense) -> None:
        for phrase in phrases:
            if is_acronym(phrase):
                key = self._nlp.vocab.strings.add(phrase)
                self._acronyms.setdefault(key, []).append(sense)
                continue
            node = self._tree
            for token in (token for word in phrase.split() for token in self._tokens(word)):
                node = node.setdefault(token, {})
            node.setdefault(None, []).append(sense)

    def _tokens(self, word: str) -> tuple[int, ...]:
        """Return the tokens, in lower case, that stand for a word; spaces always part tokens.

        A word of letters is one token unless the tokeniser has a rule for it ("cannot").
        """
        if word not in self._cache:
            whole = word.isalpha() and word not in self._rules
            lower = (
                [self._nlp.vocab.strings.add(word.lower())]
                if whole
                else self._nlp.tokenizer(word).to_array("LOWER").tolist()
            )
            self._cache[word] = tuple(token for token in lower if token not in self._skipped)
        return self._cache[word]

    def __call__(self, doc: Doc) -> Doc:
        """Record the themes of a text; `doc.user_data["acronyms"]` maps short forms to long."""
        matches = self._matches(doc, doc.user_data.get("acronyms", {}))
        labels = {theme: doc.vocab.strings.add(theme) for theme in {theme for *_, theme in matches}}
        spans = [DocSpan(doc, first, last, labels[theme]) for first, last, theme in matches]
        found = [
            (one.start_char, one.end_char, theme)
            for one, (_, _, theme) in zip(spans, matches, strict=True)
        ]
        doc.spans[SPANS] = SpanGroup(doc, name=SPANS, attrs={"found": found}, spans=spans)
        return doc

    def scan(self, doc: Doc, acronyms: Mapping[str, str] | None = None) -> tuple[Span, ...]:
        """Return the themes of a text in reading order, one a theme and place.

        `acronyms` maps short forms to the words that the document gives for them; a short
        form then speaks for the themes of its words.
        """
        return tuple(
            Span(doc[first].idx, doc[last - 1].idx + len(doc[last - 1]), theme)
            for first, last, theme in self._matches(doc, acronyms or {})
        )

    def _matches(self, doc: Doc, acronyms: Mapping[str, str]) -> list[Match]:
        good: dict[str, list[tuple[int, int]]] = {}
        bad: dict[str, list[tuple[int, int]]] = {}
        written = doc.to_array(["LOWER", "ORTH"])
        found = self._phrases(written[:, 0].tolist()) + self._short_forms(written, acronyms)
        for first, last, (theme, speaks) in found:
            (good if speaks else bad).setdefault(theme, []).append((first, last))
        kept = {theme: _longest(places, bad.get(theme, ())) for theme, places in good.items()}
        for theme, places in list(kept.items()):
            for implied in self._implied[theme]:
                kept[implied] = _longest([*kept.get(implied, ()), *places])
        return sorted([(*place, theme) for theme, places in kept.items() for place in places])

    def _phrases(self, words: list[int]) -> list[tuple[int, int, Sense]]:
        """Return the phrases among the tokens in lower case, each with one of its senses."""
        skipped, tree = self._skipped, self._tree
        found: list[tuple[int, int, Sense]] = []
        words = [*words, 0]  # no word
        for begin, node in enumerate(map(tree.get, words)):
            at = begin
            while node is not None:
                at += 1
                if None in node:
                    found += [(begin, at, sense) for sense in node[None]]
                while words[at] in skipped:
                    at += 1
                node = node.get(words[at])
        return found

    def _short_forms(
        self, written: Any, acronyms: Mapping[str, str]
    ) -> list[tuple[int, int, Sense]]:
        """Return the short forms among the tokens, an array of them in lower case and as is."""
        senses = self._acronyms | self._defined(acronyms)
        capital = (written[:, 0] != written[:, 1]).nonzero()[0]  # as short forms are
        words = zip(capital.tolist(), written[capital, 1].tolist(), strict=True)
        return [(at, at + 1, sense) for at, word in words for sense in senses.get(word, ())]

    def _defined(self, acronyms: Mapping[str, str]) -> dict[int, list[Sense]]:
        """Return what the document's short forms speak for: the themes of their words."""
        if not acronyms:
            return {}
        doc = self._nlp.make_doc("\n".join(acronyms.values()))
        starts = list(accumulate((len(long) + 1 for long in acronyms.values()), initial=0))
        themes: list[set[str]] = [set() for _ in acronyms]
        for first, _, theme in self._matches(doc, {}):
            themes[bisect(starts, doc[first].idx) - 1].add(theme)
        strings = self._nlp.vocab.strings
        return {
            strings[short]: [(theme, True) for theme in sorted(found)]
            for short, found in zip(acronyms, themes, strict=True)
        }


def load(nlp: Language, extra: Sequence[ThemeFile] = ()) -> Themes:
    """Return the component with the built-in themes and users' own (see `read_themes`)."""
    return Themes(nlp, read_themes(extra))


def _longest(
    places: Iterable[tuple[int, int]], lookalikes: Iterable[tuple[int, int]] = ()
) -> list[tuple[int, int]]:
    """Return the places of one theme that no look-alike touches and no longer one overlaps.

    A look-alike within longer evidence ("criminal exploitation" in "sexual and criminal
    exploitation") silences nothing.
    """
    places = set(places)
    taken = {
        at
        for first, last in lookalikes
        if not any(begin <= first and last <= end for begin, end in places - {(first, last)})
        for at in range(first, last)
    }
    kept: list[tuple[int, int]] = []
    for size, first in sorted([(first - last, first) for first, last in places]):
        last = first - size  # sizes are below nought: the longest come first
        if first not in taken and last - 1 not in taken:  # nor is, then, what lies between
            taken.update(range(first, last))
            kept.append((first, last))
    return kept


@Language.factory("soa_themes", default_config={"extra": []})
def _create_themes(nlp: Language, name: str, extra: list[dict[str, Any]]) -> Themes:  # noqa: ARG001
    return load(nlp, extra)
