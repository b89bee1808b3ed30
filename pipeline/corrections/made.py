"""The words of a correction as the values that a plan would have given."""

import tomllib
from collections.abc import Mapping, Sequence

from pipeline import deadlines as times
from pipeline import owners as people
from pipeline.errors import SettingsError
from pipeline.keys import Keys
from pipeline.models import Deadline, Location, Owner, Theme
from pipeline.nearest import did_you_mean
from pipeline.placed import Text
from pipeline.publish import values


def owners(names: Sequence[str], key: str, acronyms: Mapping[str, str]) -> tuple[Owner, ...]:
    """Return an owner a name, of the kind that its words tell."""
    keys = Keys()
    return tuple(one for name in names for one in _owner(name, key, keys, acronyms))


def _owner(name: str, key: str, keys: Keys, acronyms: Mapping[str, str]) -> tuple[Owner, ...]:
    name = " ".join(name.split())
    found = people.scan(name, cell=True, known=acronyms)
    first = found[0] if found else people.Span(0, 0, "unknown")
    whole = first._replace(start=0, end=len(name))
    return values.owners(Text(name), [whole], keys, f"correction of {key}")


def deadlines(
    text: str | None, key: str, actions: tuple[str, ...], context: times.Context
) -> tuple[Deadline, ...]:
    """Return the deadlines of some actions that a text names, as a deadline cell would.

    Raises SettingsError where it names none.
    """
    if text is None:
        return ()
    text = " ".join(text.split())
    spans = times.scan(text, cell=True, context=context)
    due = [span for span in spans if span.role == "due"]
    if not due:
        problem = f'In soa-corrections.toml, the deadline "{text}" of {key} cannot be read as one.'
        raise SettingsError(problem, 'Write a day, such as "30 June 2026".')
    found = values.deadlines(Text(text), due, Keys(), f"correction of {key}")
    linked = {"actions": actions, "basis": "corrected"}
    return tuple(one.model_copy(update=linked) for one in found)


def check_themes(ids: Sequence[str], own_themes: Sequence[str]) -> None:
    """Raise SettingsError for a theme that does not exist.

    `own_themes` are TOML texts with users' own.
    """
    from pipeline.tag.theme_file import read_themes

    names = read_themes([tomllib.loads(text) for text in own_themes]).themes
    for one in ids:
        if one not in names:
            problem = f'In soa-corrections.toml, "{one}" is no theme.'
            raise SettingsError(problem, did_you_mean(one, names))


def themes(ids: Sequence[str], known: Sequence[Theme]) -> tuple[Theme, ...]:
    """Return the themes `ids`, each with the words for it where they were found."""
    found = {theme.id: theme for theme in known}
    return tuple(found.get(id_) or Theme(id=id_, text="", location=Location()) for id_ in ids)
