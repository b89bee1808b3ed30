"""Texts on which a regular expression may take more than linear time, derived from itself.

    for attack in attacks(r"\\s+$", 0): attack.text(2000)

Each repeat of a pattern is pumped: what it accepts, over and over, behind what may stand before
it and before what it refuses. One pattern meets some dozens of texts.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, NamedTuple

_REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT)
_SINGLE = (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY)
_SIGNS = "aA1 \n\t'’-–.,;:()[]/|<>\"&_*#=•"
_TOKENS = (" ", "a", "A'", "A. ", "1.", "a ", "- ", "( ", "; ", "<", "|")
_LONG = 60  # from so many times on, a bounded repeat costs what it is worth to look at
_VARIANTS = 3
_CLASSES: Mapping[Any, Callable[[str], bool]] = {
    codes.CATEGORY_DIGIT: str.isdigit,
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_WORD: lambda sign: sign.isalnum() or sign == "_",
}
_NEGATED = {
    codes.CATEGORY_NOT_DIGIT: codes.CATEGORY_DIGIT,
    codes.CATEGORY_NOT_SPACE: codes.CATEGORY_SPACE,
    codes.CATEGORY_NOT_WORD: codes.CATEGORY_WORD,
}
Node = tuple[Any, Any]


class Attack(NamedTuple):
    """What stands before, what is repeated, and what stands behind."""

    before: str
    pump: str
    behind: str = ""

    def text(self, length: int) -> str:
        """Return the text, of about so many characters."""
        return self.before + self.pump * max(1, length // len(self.pump)) + self.behind


def attacks(pattern: str, flags: int) -> Iterator[Attack]:
    """Yield the texts to try a pattern on, each once."""
    tree = list(parser.parse(pattern, flags))
    yield from dict.fromkeys(one for one in _derived(tree) if one.pump)


def _derived(tree: Sequence[Node]) -> Iterator[Attack]:
    for before, most, body in _repeats(tree, ("",)):
        for pump in _pumps(body):
            for start in before:
                yield Attack("", start + pump)
                if most > _LONG:
                    yield Attack(start, pump)
                    yield Attack(start, pump, "\0")
            if most > _LONG:
                yield Attack("", pump, "a")
    for variant in range(_VARIANTS):
        whole = _example(tree, variant)
        yield from (Attack("", whole), Attack("", whole[:-1]), Attack("", f"{whole} "))
    for token in _TOKENS:
        yield from (Attack("", token), Attack("", token, "\0"))


def _repeats(
    nodes: Sequence[Node], before: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], int, Sequence[Node]]]:
    """Yield every repeat: what may stand before it, how often it may be, what it repeats."""
    for at, (code, value) in enumerate(nodes):
        start = tuple(
            dict.fromkeys(
                one + _example(nodes[:at], variant) for one in before for variant in (0, 1)
            )
        )[:3]
        if code in _REPEATS:
            yield start, int(value[1]), list(value[2])
        for body in _bodies(code, value):
            yield from _repeats(body, start)


def _bodies(code: Any, value: Any) -> list[list[Node]]:
    """Return what stands inside a node."""
    if code in _REPEATS:
        return [list(value[2])]
    if code == codes.SUBPATTERN:
        return [list(value[3])]
    if code == codes.ATOMIC_GROUP:
        return [list(value)]
    if code == codes.BRANCH:
        return [list(one) for one in value[1]]
    if code in (codes.ASSERT, codes.ASSERT_NOT) and value[0] > 0:
        return [list(value[1])]
    return []


def _pumps(body: Sequence[Node]) -> list[str]:
    """Return texts that a repeat takes once."""
    found = [_example(body, variant) for variant in range(_VARIANTS)]
    if len(body) == 1 and body[0][0] in _SINGLE:
        found += _signs(body[0])[:_VARIANTS]
    return list(dict.fromkeys(one for one in found if one))


def _example(nodes: Sequence[Node], variant: int) -> str:
    """Return a short text that the nodes match; `variant` chooses among the alternatives."""
    found = ""
    for code, value in nodes:
        if code in _SINGLE:
            signs = _signs((code, value)) or ["a"]
            found += signs[variant % len(signs)]
        elif code in _REPEATS:
            times = int(value[0]) or variant % 2
            found += _example(list(value[2]), variant) * times
        elif code == codes.BRANCH:
            found += _example(list(value[1][variant % len(value[1])]), variant)
        elif code in (codes.SUBPATTERN, codes.ATOMIC_GROUP):
            found += _example(_bodies(code, value)[0], variant)
    return found


def _signs(node: Node) -> list[str]:
    """Return characters that a node for one of them accepts."""
    code, value = node
    if code == codes.LITERAL:
        return [chr(value)]
    own = [chr(one) for kind, one in value if kind == codes.LITERAL] if code == codes.IN else []
    return [sign for sign in dict.fromkeys([*_SIGNS, *own]) if _accepts(code, value, sign)]


def _accepts(code: Any, value: Any, sign: str) -> bool:
    if code == codes.ANY:
        return sign != "\n"
    if code == codes.NOT_LITERAL:
        return ord(sign) != int(value)
    negated = bool(value) and value[0][0] == codes.NEGATE
    return any(_is_in(kind, one, sign) for kind, one in value if kind != codes.NEGATE) != negated


def _is_in(kind: Any, value: Any, sign: str) -> bool:
    if kind == codes.LITERAL:
        return bool(value == ord(sign))
    if kind == codes.RANGE:
        return bool(value[0] <= ord(sign) <= value[1])
    negated = value in _NEGATED
    return _CLASSES[_NEGATED.get(value, value)](sign) != negated
