"""A bare loop, in a module that imports nothing."""


def spin(loops: int) -> int:
    """Keep a core busy."""
    total = 0
    for number in range(loops):
        total += number & 1
    return total
