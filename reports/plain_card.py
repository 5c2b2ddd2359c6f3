"""One finding in plain text: what its card says.

Owns the plain layout of cards, quotes and coverage tables.
"""

from __future__ import annotations

from collections.abc import Iterator

from reports import labels, texts
from reports.lines import point, wrap
from reports.week import Card, CoverageTable, Quote


def card(found: Card) -> Iterator[str]:
    """A finding with its quotes, tables, reasons and dates."""
    name = labels.label(found.label)
    marks = [labels.REVIEW.get(found.review, found.review)]
    if found.confidence and found.confidence != found.review:
        marks.append(f"confidence: {found.confidence}")
    marks += [labels.overlay(one) for one in found.overlays]
    marks += {"new": ["new this week"], "changed": [f"changed this week, before: {found.was}"]}.get(
        found.news, []
    )
    again = f", signing no. {found.signing}" if found.signing > 1 else ""
    yield from wrap(f"[{name.words}] {'; '.join(marks)}")
    yield from wrap(f"{found.agency}, {found.model}{again}, {found.place}")
    yield from wrap(found.wording)
    for one in found.quotes:
        yield from quote(one)
    for table in found.tables:
        yield from _table(table)
    for reason in found.reasons:
        yield from point(texts.sentence(reason))
    if found.clocks and name.group != labels.TABLE:
        dates = ", ".join(f"{texts.short_date(c.date)} ({c.what})" for c in found.clocks)
        yield from wrap(f"Dates to ask counsel about: {dates}.")


def quote(cited: Quote) -> Iterator[str]:
    """A cited passage, and how to check it."""
    words = " ".join(cited.passage.split())
    if words:
        yield from wrap(f"“{words}”", "    ")
    day = f" of {texts.long_date(cited.meeting_date)}" if cited.meeting_date else ""
    whose = ", supplied by a reader" if cited.handed else ""
    yield from wrap(
        f"{cited.role}{day}{whose}, page {cited.page}, captured {texts.stamp(cited.captured_at)}",
        "    ",
    )
    yield f"    copy: {cited.copy.file or cited.copy.problem}"
    if cited.picture:
        yield f"    picture of the page: {cited.picture.file or cited.picture.problem}"
    yield f"    sha256: {cited.copy.sha256}"
    yield f"    source: {cited.url or 'no address that can be linked'}"
    if not cited.found:
        yield "    This passage was not found again on the stored page; check our copy."


def _table(table: CoverageTable) -> Iterator[str]:
    span = f"{texts.short_date(table.start)} to {texts.short_date(table.end)}"
    yield from wrap(
        f"Coverage of {table.body}, {span}: {table.expected} expected, {table.count('read')} read"
    )
    for row in table.meetings:
        state = labels.MEETING.get(row.state, row.state)
        status = f" ({row.minutes_status})" if row.minutes_status != "unknown" else ""
        note = f"; {row.note}" if row.note else ""
        yield from point(f"{texts.short_date(row.date)}: {state}{status}{note}")
    for first, last, outcome in table.gaps:
        why = labels.OUTCOMES.get(outcome, outcome)
        yield from point(
            f"no good look from {texts.long_date(first)} to {texts.long_date(last)}: {why}"
        )
    for doubt in table.doubts:
        yield from point(f"doubt: {doubt}")
