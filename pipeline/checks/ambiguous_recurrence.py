"""A recurrence that can be read in two ways.

"Bi-annual" is twice a year to one reader and every two years to the next; "bi-monthly" is twice
a month or every two months. The same slip in several places of an area is raised once.

Write "twice a year", "every two years", "every two months".

PASS:
    area: Governance
    action: Meet the Board
    owner: Chair
    due: Twice a year, first on 30 June 2026
FAIL:
    area: Governance
    action: Meet the Board
    owner: Chair
    due: Bi-annually
"""

import re
from collections.abc import Iterator

from pipeline.checks._context import Context
from pipeline.checks._hit import Hit, by_area
from pipeline.checks._words import listed, quoted
from pipeline.models import Severity

CODE = "DUE006"
SLUG = "ambiguous-recurrence"
NAME = "How often can be read in two ways"
SEVERITY: Severity = "warning"
UNIT = "area"
HELP = 'Write "twice a year" or "every two years", "every two months" or "twice a month".'
_BI = re.compile(r"\bbi[- ]?(annual|month|week|year)\w*", re.IGNORECASE)


def check(context: Context) -> Iterator[Hit]:
    """Yield the areas that say "bi-" of a recurrence."""
    found = (one for one in context.deadlines if "bi" in one[2].text.lower())
    for area, also, items in by_area(one for one in found if _BI.search(one[2].text)):
        said = listed(list(dict.fromkeys(quoted(item.text) for item in items)))
        ways = [f'"twice a {unit}" or "every two {unit}s"' for unit in _units(said)]
        message = f"{said} can mean {listed(ways)}."
        yield Hit(area, message, said, also, items[0].location, help=f"Write {listed(ways)}.")


def _units(said: str) -> list[str]:
    """Return the stretches of time that words with "bi-" name."""
    named = (match[1].lower() for match in _BI.finditer(said))
    return list(dict.fromkeys("year" if unit == "annual" else unit for unit in named))
