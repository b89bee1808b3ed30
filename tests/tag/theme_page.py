"""The page of documentation that lists the themes: generated, committed and compared."""

from pipeline.tag.theme_file import ThemeEntry, read_themes

INTRODUCTION = """\
# Themes

Written by `make generate` from `pipeline/data/themes.toml`.

Each area and each action gets the themes whose words stand in it, with those words as the
evidence. Capitals do not matter, except in abbreviations such as CSE. Articles, quotation
marks, hyphens and the possessive *'s* are passed over, so that "voice of the child" and
"child's voice" need no article here. The last word of a name is found in the plural too. In
a pattern, `[a|b]` is one of the two, `(a|b)` one of them or none, `<child>` a list of words
(shown below), `word~` a verb in all its forms and `word*` a noun and its plural.

*Also counts for* names themes that the same words are evidence for; the *broader* theme is
for your own grouping and is never added by itself. *Not* lists what only looks like the
theme.

## Your own words

Write a file in the same form, with themes of your own or more words for these, and name it in
the settings:

```toml
[[themes]]
id = "missing"
alt_labels = ["Operation Lantern"]

[[themes]]
id = "libraries"
label = "Libraries"
broader = "education"
alt_labels = ["book van"]
patterns = ["[library|reading] club*"]
excluding = ["library of [policies|forms]"]
```

## The themes
"""


def page() -> str:
    """Return the page, line ends as on every system that git keeps it on."""
    vocabulary = read_themes()
    lines = [INTRODUCTION]
    lines += [_entry(theme) for theme in vocabulary.themes.values()]
    lines += ["## Lists of words\n"]
    lines += [f"- `<{name}>`: {', '.join(words)}" for name, words in vocabulary.words.items()]
    lines += [f"- passed over: {', '.join(vocabulary.skipped)}"]
    return "\n".join(lines) + "\n"


def _entry(theme: ThemeEntry) -> str:
    lines = [f"### {theme.label} (`{theme.id}`)\n"]
    if theme.broader:
        lines.append(f"- broader: `{theme.broader}`")
    if theme.implies:
        lines.append(f"- also counts for: {', '.join(f'`{each}`' for each in theme.implies)}")
    if theme.alt_labels:
        lines.append(f"- words: {', '.join(theme.alt_labels)}")
    if theme.patterns:
        lines.append(f"- patterns: {', '.join(f'`{each}`' for each in theme.patterns)}")
    if theme.excluding:
        lines.append(f"- not: {', '.join(f'`{each}`' for each in theme.excluding)}")
    return "\n".join([*lines, ""])
