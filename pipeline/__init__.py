"""Statements of action: read as validated data, and checked before sign-off.

    from pipeline import Settings, Source, process
    result = process(Source("plan.docx", data), Settings())

The names are imported when they are first used: one published model costs more than
everything that `soa --help` may take.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pipeline.blocks import Source
    from pipeline.processing import Result, process
    from pipeline.settings import Settings

__all__ = ["Result", "Settings", "Source", "process"]
__version__ = "0.1.0"

_HOMES = {
    "Source": "blocks",
    "Settings": "settings",
    "Result": "processing",
    "process": "processing",
}


def __getattr__(name: str) -> Any:
    """Import a public name from its home (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"pipeline.{_HOMES[name]}"), name)
