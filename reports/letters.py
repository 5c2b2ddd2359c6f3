"""Gaps by body, and the wording of a records request that would close them.

Owns the letter. The statute's name comes from `records_laws.toml`; where that has none, the
letter asks its sender to name it.
"""

from __future__ import annotations

import textwrap
import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files

from reports.texts import listed, long_date, plural
from reports.week import Card, Letter


def letters(cards: Iterable[Card]) -> tuple[Letter, ...]:
    """One letter for each body of whose meetings minutes are missing or cannot be read."""
    gaps: dict[str, tuple[str, dict[date, str]]] = {}
    for card in cards:
        for table in card.tables:
            _, held = gaps.setdefault(table.body, (card.state, {}))
            for row in table.meetings:
                if row.state in ("missing", "unread"):
                    held.setdefault(row.date, row.note or _WHY[row.state])
    return tuple(
        Letter(body, tuple(sorted(held)), tuple(held[d] for d in sorted(held)),
               request(body, sorted(held), state))
        for body, (state, held) in sorted(gaps.items())
        if held
    )  # fmt: skip


def request(body: str, dates: list[date], state: str) -> str:
    """A records request for the minutes of these meetings."""
    days = listed([long_date(day) for day in dates])
    meetings = plural(len(dates), "meeting", words=False).removeprefix("1 ")
    held = f"the {meetings} of {days}" if len(dates) == 1 else f"its {meetings} of {days}"
    paragraphs = (
        f"To the open records officer of {body}:",
        _ASK.format(law=_law(state), body=body, held=held),
        _ANSWER,
        "[Name, newsroom, address, telephone]",
    )
    return "\n\n".join(textwrap.fill(paragraph, 76) for paragraph in paragraphs)


@cache
def _laws() -> dict[str, str]:
    text = files("reports").joinpath("records_laws.toml").read_text(encoding="utf-8")
    return {state: str(law["name"]) for state, law in tomllib.loads(text).items()}


def _law(state: str) -> str:
    return _laws().get(state) or "the public records law of this state [name it here]"


_ASK = (
    "Under {law} I ask for a copy of the minutes of {body} for {held}, in draft where they are "
    "not yet approved, with the agendas and any attachments that name Immigration and Customs "
    "Enforcement or section 287(g)."
)

_ANSWER = (
    "If a meeting on this list was cancelled or not held, please say so; a line is enough. An "
    "electronic copy by e-mail is preferred."
)

_WHY = {"missing": "no minutes found", "unread": "minutes held, not all pages readable"}
