"""The headline, which is the finding, and the two lines below it.

Owns their wording; counts come from the `Week`. Says what records show, ranks no town.
"""

from __future__ import annotations

from dataclasses import dataclass

from reports.labels import VOTES, label
from reports.texts import clock_time, listed, number, plural, sentence, weekday_date
from reports.week import Card, Week

_UNTOLD = frozenset({"CANNOT_TELL", "NOT_MONITORED", "NONE_SO_FAR"})


@dataclass(frozen=True)
class Headline:
    """title: the finding of the week; deck: what is next, what is new, what was not read."""

    title: str
    deck: str


def headline(week: Week) -> Headline:
    """The headline of a week, "Quiet week" where nothing is new."""
    standing = _standing(week.cards, week.public)
    if _quiet(week) and week.seen.watched and not week.seen.bodies("read"):
        return Headline("Nothing could be read this week", _deck(week, standing))
    if _quiet(week):
        return Headline(f"Quiet week: nothing new {_where(week)}", _deck(week, standing))
    return Headline(standing, _deck(week, ""))


def _quiet(week: Week) -> bool:
    news = (week.ahead, week.changes, week.votes, week.changed, week.withdrawn)
    return not any(news) and not any(card.news for card in week.cards)


def _where(week: Week) -> str:
    read, watched = len(week.seen.bodies("read")), week.seen.watched
    if read == watched:
        return f"in the records of {plural(watched, 'body', 'bodies')}"
    return f"in the records of the {number(read)} of {number(watched)} bodies we could read"


def _standing(cards: tuple[Card, ...], public: bool) -> str:
    if not cards:
        return "No cleared findings" if public else "No agreement found for the places we watch"
    subject = plural(len(cards), "agreement").capitalize()
    clause = _no_vote(cards) or _votes(cards) or _untold(cards)
    return f"{subject} {'looked at' if not clause else 'on record'}{clause}"


def _no_vote(cards: tuple[Card, ...]) -> str:
    found = [card for card in cards if card.label == "NO_VOTE_FOUND"]
    if not found:
        return ""
    read = sum(table.count("read") for card in found for table in card.tables)
    return f"; for {number(len(found))}, no vote in the minutes of any of {number(read)} meetings"


def _votes(cards: tuple[Card, ...]) -> str:
    voted = sum(label(card.label).group == VOTES for card in cards)
    return f"; a vote is recorded for {number(voted)}" if voted else ""


def _untold(cards: tuple[Card, ...]) -> str:
    """Officers who answer to no body are told, not untold."""
    untold = sum(card.label in _UNTOLD for card in cards)
    return f"; we cannot yet tell for {number(untold)}" if untold else ""


def _deck(week: Week, standing: str) -> str:
    sentences = [standing and f"{standing}.", _ahead(week), _happened(week), _not_read(week)]
    return " ".join(filter(None, sentences))


def _ahead(week: Week) -> str:
    items = [one for one in week.ahead if one.kind == "item"]
    if not items:
        return ""
    first = items[0]
    when = weekday_date(first.date) + (f" at {clock_time(first.time)}" if first.time else "")
    more = f"; {plural(len(items) - 1, 'more item')} ahead" if len(items) > 1 else ""
    return f"{first.body} has the matter on its agenda for {when}{more}."


def _happened(week: Week) -> str:
    parts = []
    if week.votes:
        parts.append(f"{plural(len(week.votes), 'vote')} came into our hands this week")
    if week.changes:
        parts.append(f"ICE’s list changed for {plural(len(week.changes), 'agency', 'agencies')}")
    return sentence(listed(parts))


def _not_read(week: Week) -> str:
    seen = week.seen
    unread = seen.watched - len(seen.bodies("read")) - len(seen.without_source)
    parts = []
    if unread:
        parts.append(f"{plural(unread, 'body', 'bodies')} could not be read this week")
    if seen.without_source:
        parts.append(
            f"{plural(len(seen.without_source), 'body has', 'bodies have')} no known source"
        )
    return sentence(listed(parts))
