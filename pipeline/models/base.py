"""What all published values share: their words, their kinds and their places."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, Literal, ParamSpec, TypeVar

from pydantic import BaseModel, ConfigDict, Field

SCHEMA_VERSION = "1.0"

OwnerKind = Literal["post", "person", "group", "organisation", "initials", "unknown"]
DeadlineKind = Literal[
    "date",
    "period",
    "recurring",
    "relative",
    "event",
    "status",
    "reference",
    "placeholder",
    "vague",
]
DeadlineRole = Literal["due", "start"]
Precision = Literal["day", "week", "month", "quarter", "season", "term", "year"]
Basis = Literal["own-words", "row", "in-step", "aligned", "area", "corrected"]
Role = Literal[
    "area",
    "action",
    "owner",
    "deadline",
    "owner-and-deadline",
    "start",
    "measure",
    "status",
    "reference",
    "comment",
    "other",
]
ColumnBasis = Literal["heading", "contents", "carried", "list", "corrected"]
Level = Literal["high", "medium", "low"]
Severity = Literal["error", "warning", "info"]
BaselineState = Literal["new", "unchanged"]
Words = Annotated[str, Field(pattern=r"\S")]  # never blank
DroppedKind = Literal[
    "running-head", "repeated-header", "repeated-cell", "page-number", "header", "not-the-plan"
]
NoteKind = Literal[
    "picture-page",
    "limit",
    "guessed-columns",
    "hidden",
    "undecodable",
    "fallback",
    "unclear-date",
    "unclear-monitoring",
    "unclear-measure",
]


class Model(BaseModel):
    """A published value: immutable, and refusing fields that it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True)


# The setters of the slots in which a model keeps its fields and what is set of them.
_FIELDS, _NAMES, _EXTRA, _PRIVATE = (
    BaseModel.__dict__[f"__{slot}__"].__set__
    for slot in ("dict", "pydantic_fields_set", "pydantic_extra", "pydantic_private")
)
_new = object.__new__
_Model = TypeVar("_Model", bound=Model)
_Fields = ParamSpec("_Fields")


def unchecked(
    kind: Callable[_Fields, _Model], /, *_: _Fields.args, **fields: _Fields.kwargs
) -> _Model:
    """Return a model whose fields are values of ours, as `kind(**fields)` does in thrice the time.

    Only for what a document has by the hundred, and where the types say that each field is
    right. All fields must be given, in the model's order: that is how they are written.
    """
    return made(kind, fields, _names(kind))  # type: ignore[arg-type]


@cache
def _names(kind: type[Model]) -> set[str]:
    """Return the names of a model's fields: one set for all that are made."""
    return set(kind.model_fields)


def made(kind: type[_Model], fields: dict[str, Any], names: set[str]) -> _Model:
    """Return a model as `model_construct` does, in a fifth of the time and room.

    For `unchecked`, and for places, of which a document has thousands. `fields` holds all of
    the model's, `names` is the set of their names.
    """
    one = _new(kind)
    _FIELDS(one, fields)
    _NAMES(one, names)
    _EXTRA(one, None)
    _PRIVATE(one, None)
    return one


class Fragment(Model):
    """One stretch of the source. Pages, tables, rows and columns count from 1.

    `start`/`end` are code points: in the decoded source for text and HTML, in the paragraph
    for Word. `bbox` is left, top, right, bottom in points from the page's top left.
    """

    page: int | None = None
    sheet: str | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    cell: str | None = None
    paragraph: int | None = None
    start: int | None = None
    end: int | None = None
    bbox: tuple[float, float, float, float] | None = None


class Location(Model):
    """Where a value stands: several fragments when it was split over lines or pages."""

    fragments: tuple[Fragment, ...] = ()


class Passage(Model):
    """Words and where they stand."""

    text: str
    location: Location
