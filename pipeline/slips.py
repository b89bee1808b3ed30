"""Slips of the pen: the spellings of a long word that are one slip away from it."""

_VOWELS = "aeiou"
_SHORTEST = 5  # letters; a slip in a shorter word makes another word too often


def slips(word: str) -> frozenset[str]:
    """Return `word` with a letter left out, repeated, or swapped with the next.

    "september" gives "sepember", "septtember" and "spetember". The first letter stays. A word
    over six letters may also lose its last, or have one letter of its own too many or a vowel
    mistaken ("septemeber", "septembar"): of a shorter one that makes other words.
    """
    if len(word) < _SHORTEST:
        return frozenset()
    found = set[str]()
    for at in range(1, len(word)):
        before, letter, after = word[:at], word[at], word[at + 1 :]
        if after or len(word) > 6:
            found.add(before + after)
        if after:
            found.add(before + after[0] + letter + after[1:])
        found.add(before + letter + letter + after)
        if len(word) > 6:
            found.update(before + other + word[at:] for other in set(word))
            if letter in _VOWELS:
                found.update(before + other + after for other in _VOWELS)
    return frozenset(found - {word})
