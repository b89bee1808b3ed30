"""What a run of words is taken for."""

from typing import NamedTuple

from pipeline.models import OwnerKind


class Shape(NamedTuple):
    """What words are taken for; `kind` is None when nothing says so.

    `unit`: a field's name that may stand for those who work in it ("Housing").
    `open`: a complement has begun, so that what follows "and" may belong to it ("Head of …").
    `weak`: the head says where a post sits as often as who acts ("Services").
    `head` is the head noun's singular; `person` and `post` are word ranges.
    """

    kind: OwnerKind | None = None
    unit: bool = False
    open: bool = False
    weak: bool = False
    plural: bool = False
    head: str = ""
    person: tuple[int, int] | None = None
    post: tuple[int, int] | None = None


NOTHING = Shape()
