"""Scanned pages that wait for OCR are said in the report, in figures, and only if there are any."""

from __future__ import annotations

import pytest

from reports import plain, render
from reports.week import Documents, Week
from tests.reports.pages import parse, text_of
from tests.reports.weeks import seen, week


def _said(made: Week) -> tuple[str, str]:
    return " ".join(plain.text(made).split()), text_of(parse(render.page(made)))


@pytest.mark.parametrize("waiting", [1, 74])
def test_pages_that_wait_are_counted(waiting: int) -> None:
    text, page = _said(week(seen=seen(documents=Documents(new=1, waiting=waiting))))
    assert f"wait for OCR, which is not installed here: {waiting};" in text
    assert f"{waiting}scanned {'page waits' if waiting == 1 else 'pages wait'} for OCR" in page


def test_nothing_is_said_where_none_wait() -> None:
    assert not any("OCR, which" in said for said in _said(week()))
