"""The formats in which findings can be printed."""

from collections.abc import Callable

from pipeline.writers import data, github, junit, page, sarif, table, text
from pipeline.writers.reading import Results

FORMATS: dict[str, Callable[[Results], str]] = {
    "text": text.render,
    "html": page.render,
    "json": data.render,
    "sarif": sarif.render,
    "github": github.render,
    "junit": junit.render,
    "csv": table.render,
}
