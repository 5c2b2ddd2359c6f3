"""The plain text says what the page says."""

from __future__ import annotations

import re

import pytest

from audit.phrases import FORBIDDEN
from reports import plain, render
from reports.week import Week
from tests.reports.pages import all_of, parse, text_of
from tests.reports.weeks import quiet, week


@pytest.mark.parametrize("made", [week(), quiet()])
def test_sections_stand_as_on_the_page(made: Week) -> None:
    text = plain.text(made)
    titles = [text_of(one) for one in all_of(parse(render.page(made)), "//h2")]
    places = [text.index(f"\n{title.replace('’', chr(39))}") for title in titles]
    assert places == sorted(places)


def test_every_finding_quote_hash_and_letter_is_there() -> None:
    made = week()
    words = " ".join(plain.text(made).split())
    for one in made.cards:
        assert " ".join(one.wording.split()) in words
        for quote in one.quotes:
            assert quote.passage in words
            assert quote.copy.sha256 in words
            assert str(quote.url) in words
        for table in one.tables:
            assert f"{table.expected} expected, {table.count('read')} read" in words
    for letter in made.letters:
        assert " ".join(letter.text.split()) in words


def test_what_was_not_read_is_loud() -> None:
    text = plain.text(week())
    assert "NOT READ: Ashgrove Township Board of Supervisors" in text
    assert "NOT MONITORED: Hadley County Prison Board" in text
    assert "NOT MONITORED, on ICE's lists: Quarry Bend" in text


@pytest.mark.parametrize("made", [week(), quiet()])
def test_lines_are_short_and_words_temperate(made: Week) -> None:
    text = plain.text(made)
    assert not [x for x in text.splitlines() if len(x) > 80 and not re.search(r"://|captures/", x)]
    assert not FORBIDDEN.search(text)
