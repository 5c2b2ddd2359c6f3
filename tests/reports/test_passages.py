"""A quote's surroundings on its page."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reports.passages import CONTEXT, around


@given(st.text(alphabet="ab \n", max_size=900), st.data())
def test_before_quote_and_after_are_one_stretch_of_the_page(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    found = around([text], quote, start, end)
    assert found is not None
    assert text[start - len(found.before) : end + len(found.after)] == (
        found.before + quote + found.after
    )
    assert len(found.before) <= CONTEXT
    assert len(found.after) <= CONTEXT
    if not found.cut_before:
        assert not text[: start - len(found.before)].strip()
    if not found.cut_after:
        assert not text[end + len(found.after) :].strip()


def test_context_ends_at_blank_lines() -> None:
    text = "Earlier.\n\nMs. Odell moved to end it. Carried.\n\nLater."
    start = text.index("to end it")
    found = around([text], "to end it", start, start + 9)
    assert found is not None
    assert found.before.strip() == "Ms. Odell moved"
    assert found.after == ". Carried."
    assert found.cut_before
    assert found.cut_after


def test_a_quote_that_is_elsewhere_on_the_page_is_not_found() -> None:
    assert around(["one two three"], "two", 5, 8) is None


def test_an_older_reading_may_hold_it() -> None:
    assert around(["changed", "one two three"], "two", 4, 7) is not None
