"""A `Week` as one self-contained HTML page.

Owns the template environment and what templates may call. Facts come from the `Week` alone.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from reports import labels, templating, texts
from reports.charts.timeline import timeline
from reports.headline import headline
from reports.week import Card, Quote, Week

POLICY = (
    "default-src 'none'; style-src '{style}'; img-src 'self' file: data:; base-uri 'none'; "
    "form-action 'none'"
)
"""Nothing may be run or sent, nothing loaded but pictures that lie beside the page (on a disk,
where a page has no origin, `file:`); the one style sheet is named by its hash."""


def page(week: Week) -> str:
    """The report as HTML: no script, no remote file; the same week gives the same text."""
    environment = _environment()
    css = environment.get_template("weekly.css").render().strip()
    return environment.get_template("weekly.html").render(
        week=week,
        seen=week.seen,
        head=headline(week),
        groups=groups(week.cards),
        voted=sum(card.vote is not None for card in week.cards),
        table=[card for card in week.cards if labels.label(card.label).group == labels.TABLE],
        # The style sheet is ours, holds nothing from outside, and must not be escaped.
        css=Markup(css),  # noqa: S704
        policy=POLICY.format(style=hash_of(css)),
        today=texts.local(week.as_of, week.timezone).date(),
        first_day=texts.local(week.since, week.timezone).date(),
    )


def groups(cards: tuple[Card, ...]) -> list[tuple[str, list[Card]]]:
    """Cards by section: this week's news first, then leads, votes, and what cannot be told."""
    told = [card for card in cards if labels.label(card.label).group != labels.TABLE]
    parts = [("New or changed this week", [card for card in told if card.news])]
    for group, title in labels.GROUPS:
        parts.append(
            (title, [c for c in told if not c.news and labels.label(c.label).group == group])
        )
    return [(title, members) for title, members in parts if members]


def target(quote: Quote) -> str | None:
    """The link to our copy of a passage, at its page where the copy has pages."""
    if quote.copy.file is None:
        return None
    return f"{quote.copy.file}#page={quote.page}" if quote.copy.paged else quote.copy.file


@cache
def _environment() -> Environment:
    environment = templating.environment()
    environment.filters.update(
        weekday_date=texts.weekday_date,
        clock_time=texts.clock_time,
        listed=texts.listed,
        label=labels.label,
        overlay=labels.overlay,
    )
    environment.globals.update(
        MEETING=labels.MEETING,
        REVIEW=labels.REVIEW,
        CHANGES=labels.CHANGES,
        EXPECTATION=labels.EXPECTATION,
        DIRECTION=labels.DIRECTION,
        OUTCOMES=labels.OUTCOMES,
        timeline=timeline,
        target=target,
        period=texts.period,
        iso_week=lambda day: day.isocalendar(),
    )
    return environment


def hash_of(css: str) -> str:
    digest = hashlib.sha256(css.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
