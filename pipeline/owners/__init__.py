"""Owners in words: who is named to act, in an owner's cell and in an action's own words."""

from collections.abc import Mapping
from types import MappingProxyType

from pipeline.owners.actions import scan_action
from pipeline.owners.cells import scan_cell
from pipeline.owners.keys import key_of
from pipeline.owners.presiding import presides
from pipeline.owners.span import Span

__all__ = ["Span", "key_of", "presides", "scan"]


def scan(
    text: str, *, cell: bool = False, known: Mapping[str, str] = MappingProxyType({})
) -> tuple[Span, ...]:
    """Return the owners that `text` states, in order.

    `cell`: the text is an owner's cell, and all in it that could be an owner is one; else it
    is an action, and only who its own words say will act counts. `known` holds the document's
    short forms with what they stand for.
    """
    return scan_cell(text, known) if cell else scan_action(text, known)
