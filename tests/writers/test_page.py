"""The findings as a page: all that the text says, nothing of the plan as markup, nothing fetched."""

import re
from dataclasses import replace

from bs4 import BeautifulSoup

from pipeline.writers import page, text
from pipeline.writers.reading import Results
from tests.writers.readings import BOTH, DECIDED, READING

_NO_WORDS = re.compile(r"->|\W+")


def words(shown: str) -> list[str]:
    return sorted(word for word in _NO_WORDS.split(shown) if word)


def seen(results: Results) -> BeautifulSoup:
    return BeautifulSoup(page.render(results), "lxml")


def test_the_page_says_what_the_text_says() -> None:
    for results in (
        Results((READING,), info=True),
        Results((READING, DECIDED), keys=True),
        Results((READING,), summary=True),
    ):
        body = seen(results).body
        assert body is not None
        title, *said = body.get_text(" ").split("sign-off", 1)
        assert title.strip() == "What to mend before"
        assert words(said[0]) == words(text.render(results))


def test_findings_are_marked_by_how_grave_they_are() -> None:
    kinds = [" ".join(one["class"]) for one in seen(Results((DECIDED,), info=True)).select("div")]
    assert "finding accepted" in kinds
    assert {"finding error", "finding warning", "finding info"} & set(kinds)


def test_files_that_were_not_read_are_named_first() -> None:
    soup = seen(BOTH)
    assert soup.select("h2")[0].get_text() == "Not read"
    assert soup.select("li")[0].get_text() == "lost.pdf: It is damaged."


def test_words_of_a_plan_are_never_markup() -> None:
    evil = '<script>alert("x")</script><img src=//x.example>'
    first, *others = READING.findings.findings
    update = {"message": evil, "help": evil}
    findings = READING.findings.model_copy(
        update={"findings": (first.model_copy(update=update), *others)}
    )
    statement = READING.statement.model_copy(update={"authority": evil})
    results = Results((replace(READING, label=evil, findings=findings, statement=statement),))
    soup = seen(results)
    assert not soup.select("script, img, a, link, iframe")
    assert soup.get_text().count(evil) == 4


def test_a_page_fetches_nothing() -> None:
    assert not re.search(r"https?:|\bsrc=|\bhref=|url\(|@import", page.render(BOTH))
