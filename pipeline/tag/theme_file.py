"""Read the themes of `data/themes.toml` and of users' own files, and refuse bad ones."""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from math import prod
from pathlib import Path
from typing import Any

from pipeline.errors import SettingsError
from pipeline.nearest import did_you_mean
from pipeline.tag.theme_words import choices, label_forms, pattern_forms

_ID = re.compile(r"[a-z][a-z0-9_]*")
_LISTS = ("implies", "alt_labels", "patterns", "excluding")
_FIELDS = ("id", "label", "broader", *_LISTS)
_LONGEST = 4000

ThemeFile = Path | Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    """A subject and the words that are evidence for it, as the file gives them."""

    id: str
    label: str
    broader: str | None = None
    implies: tuple[str, ...] = ()
    alt_labels: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    excluding: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All themes by id, in the files' order, and the lists that their patterns name.

    `skipped` are words that matching passes over.
    """

    themes: Mapping[str, ThemeEntry] = field(default_factory=dict)
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    skipped: tuple[str, ...] = ()

    def evidence(self, theme: ThemeEntry) -> tuple[str, ...]:
        """Return every phrase, written out, that speaks for the theme."""
        labels = (theme.label, *theme.alt_labels)
        forms = [form for label in labels for form in label_forms(label)]
        return tuple(dict.fromkeys([*forms, *self._written(theme.patterns)]))

    def lookalikes(self, theme: ThemeEntry) -> tuple[str, ...]:
        """Return every phrase, written out, that only looks like the theme."""
        return tuple(dict.fromkeys(self._written(theme.excluding)))

    def _written(self, patterns: Iterable[str]) -> list[str]:
        return [form for pattern in patterns for form in pattern_forms(pattern, self.words)]


def read_themes(extra: Sequence[ThemeFile] = ()) -> Vocabulary:
    """Return the built-in themes with `extra` files or mappings laid over them in turn.

    An entry with a known id adds its words to that theme (and may replace its label or
    broader theme); a new id needs a label. Raises `SettingsError` on a file that cannot be
    read, an unknown field, a theme or list that does not exist, or a circle of broader ones.
    """
    built_in = files("pipeline").joinpath("data/themes.toml").read_text(encoding="utf-8")
    vocabulary = _extended(Vocabulary(), tomllib.loads(built_in), "themes.toml")
    for source in extra:
        name, content = _loaded(source)
        vocabulary = check(_extended(vocabulary, content, name), name)
    return vocabulary


def check(vocabulary: Vocabulary, name: str) -> Vocabulary:
    """Return the vocabulary of the file `name`, or raise `SettingsError` on the first mistake.

    The built-in one is checked by the tests: that would take a tenth of a second at each start.
    """
    for theme in vocabulary.themes.values():
        _check(theme, vocabulary, name)
    return vocabulary


def _loaded(source: ThemeFile) -> tuple[str, Mapping[str, Any]]:
    if isinstance(source, Mapping):
        return "the settings", source
    try:
        return source.name, tomllib.loads(source.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise SettingsError(f"The themes file {source.name} cannot be opened.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"The themes file {source.name} is not valid TOML.", "Mend the line named.", str(error)
        ) from error


def _extended(base: Vocabulary, content: Mapping[str, Any], name: str) -> Vocabulary:
    _known(content, ("skipped", "words", "themes"), name)
    entries, lists = content.get("themes", []), content.get("words", {})
    if not isinstance(entries, list) or not isinstance(lists, Mapping):
        raise SettingsError(f"In {name}, themes are written as [[themes]] and lists as [words].")
    words = dict(base.words)
    for key, value in lists.items():
        words[key] = tuple(dict.fromkeys((*words.get(key, ()), *_strings(value, key, name))))
    themes = dict(base.themes)
    for number, entry in enumerate(entries, 1):
        theme = _entry(entry, themes, f"theme {number} of {name}")
        themes[theme.id] = theme
    skipped = (*base.skipped, *_strings(content.get("skipped", []), "skipped", name))
    return Vocabulary(themes, words, skipped)


def _entry(entry: Any, themes: Mapping[str, ThemeEntry], where: str) -> ThemeEntry:
    if not isinstance(entry, Mapping):
        raise SettingsError(f"Entry {where} is not a table of fields.")
    _known(entry, _FIELDS, where)
    key = entry.get("id")
    if not isinstance(key, str) or not _ID.fullmatch(key):
        raise SettingsError(f"The id of {where} must be lower-case letters, digits and _.")
    old = themes.get(key)
    label = entry.get("label", old.label if old else None)
    if not isinstance(label, str) or not label.strip():
        raise SettingsError(f'The new theme "{key}" ({where}) needs a label.')
    broader = entry.get("broader", old.broader if old else None)
    if broader is not None and not isinstance(broader, str):
        raise SettingsError(f'The broader theme of "{key}" ({where}) must be one id.')
    lists = {
        each: (*(getattr(old, each) if old else ()), *_strings(entry.get(each, []), each, where))
        for each in _LISTS
    }
    return ThemeEntry(key, label, broader, **lists)


def _known(table: Mapping[str, Any], allowed: Sequence[str], where: str) -> None:
    for key in table:
        if key not in allowed:
            raise SettingsError(f'"{key}" is no field in {where}.', _nearest(key, allowed))


def _strings(value: Any, key: str, where: str) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise SettingsError(f'"{key}" in {where} must be a list of words in quotes.')
    return tuple(value)


def _check(theme: ThemeEntry, vocabulary: Vocabulary, name: str) -> None:
    for other in (*theme.implies, *filter(None, (theme.broader,))):
        if other not in vocabulary.themes:
            advice = _nearest(other, tuple(vocabulary.themes))
            raise SettingsError(f'In {name}, "{theme.id}" names no theme: "{other}".', advice)
    _check_circle(theme, vocabulary, name)
    for pattern in (*theme.patterns, *theme.excluding):
        _check_pattern(pattern, theme, vocabulary, name)


def _check_circle(theme: ThemeEntry, vocabulary: Vocabulary, name: str) -> None:
    seen, at = {theme.id}, theme.broader
    while at is not None and at in vocabulary.themes:
        if at in seen:
            raise SettingsError(f'In {name}, "{theme.id}" is broader than itself.')
        seen.add(at)
        at = vocabulary.themes[at].broader


def _check_pattern(pattern: str, theme: ThemeEntry, vocabulary: Vocabulary, name: str) -> None:
    where = f'In {name}, the pattern "{pattern}" of "{theme.id}"'
    plain = re.sub(r"\([^()\[\]]*\)|\[[^()\[\]]*\]", " ", pattern)
    if re.search(r"[()\[\]]", plain):
        raise SettingsError(f"{where} has a bracket without its partner, or one in another.")
    for group in re.findall(r"<([^<>]*)>", pattern):
        if group not in vocabulary.words:
            raise SettingsError(
                f"{where} names no list: <{group}>.", _nearest(group, tuple(vocabulary.words))
            )
    slots = choices(pattern, vocabulary.words)
    if prod(map(len, slots)) > _LONGEST:
        raise SettingsError(f"{where} stands for more than {_LONGEST} phrases.")
    if all(any(set(form.split()) <= set(vocabulary.skipped) for form in slot) for slot in slots):
        raise SettingsError(f"{where} stands for nothing when its choices are left out.")


def _nearest(name: str, known: Sequence[str]) -> str:
    return did_you_mean(name, known, f"Known: {', '.join(known)}.")
