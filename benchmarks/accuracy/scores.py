"""Precision, recall and F1 over bags of facts, and the facts that were missed or made up."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Facts = Mapping[str, Counter[str]]  # field -> facts, each with how often it holds


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts of a field were found, made up and missed, with the slips themselves."""

    right: int = 0
    wrong: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()

    @property
    def precision(self) -> float:
        """Share of what was given that is right; 1 when nothing was given."""
        given = self.right + len(self.wrong)
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        """Share of what is true that was given; 1 when nothing is true."""
        true = self.right + len(self.missed)
        return self.right / true if true else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def slips(self) -> tuple[str, ...]:
        """Every invention and every miss, as lines to read; a fact misread is said once."""
        missed = [f"missed: {fact}" for fact in self.missed if fact not in self.wrong]
        return (*missed, *(f"wrong: {fact}" for fact in self.wrong))


@dataclass(frozen=True, slots=True)
class Results:
    """Scores by document and field, what could not be measured with the reason, and notes."""

    scores: dict[str, dict[str, Score]] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(self, document: str, scores: Mapping[str, Score]) -> None:
        """Add the scores of a document."""
        self.scores.setdefault(document, {}).update(scores)


def compare(truth: Facts, given: Facts, optional: Facts | None = None) -> dict[str, Score]:
    """Score each field of `truth`; `optional` facts neither count nor harm."""
    free = optional or {}
    return {
        name: _score(facts, given.get(name, Counter()), free.get(name, Counter()))
        for name, facts in truth.items()
    }


def _score(truth: Counter[str], given: Counter[str], optional: Counter[str]) -> Score:
    right = truth & given
    wrong = given - truth - optional
    missed = truth - given
    return Score(right.total(), tuple(sorted(wrong.elements())), tuple(sorted(missed.elements())))


def graded(rows: Iterable[tuple[str, bool]]) -> Score:
    """Score rows that are right or not, such as the kind of each phrase: share right is F1."""
    listed = list(rows)
    bad = tuple(row for row, good in listed if not good)
    return Score(len(listed) - len(bad), bad, bad)


def total(scores: Iterable[Score]) -> Score:
    """Return the scores of several documents as one."""
    listed = list(scores)
    return Score(
        sum(score.right for score in listed),
        tuple(slip for score in listed for slip in score.wrong),
        tuple(slip for score in listed for slip in score.missed),
    )
