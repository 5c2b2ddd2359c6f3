"""Events of Legistar's Web API to rows: https://webapi.legistar.com/v1/{client}/events.

Owns the JSON's fields. EventDate is a naive midnight, EventTime a text of its own or null;
EventAgendaLastPublishedUTC is when the agenda was published last, not first. "REVISED AGENDA" and
"CANCELED" may stand in the comment or the location only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from crawler import dates, markup, words
from crawler.platforms.legistar import names
from crawler.values import AGENDA, MINUTES, VOTES, ListedDocument, Listing, NextRequest, Row

_CLOCK = re.compile(r"\s*([01]?\d|2[0-3]):([0-5]\d)(?::\d\d)?\s*$")
_FINAL = re.compile(r"\bfinal\b", re.I)
_NO_CLIENT = re.compile(r"LegistarConnectionString|not set up in InSite", re.I)
_TOKEN = re.compile(r"\btoken\b", re.I)
_REMARK = 120
"""Longer comments tell how to attend; their "if you cancel" is about a seat."""


def parse(body: bytes, url: str, board: str | None) -> Listing:
    """One answer of the events endpoint, or one event of it. Never raises."""
    given = load(body)
    if given is None:
        return Listing(names.PLATFORM, url, "drift", why="not readable as JSON")
    found = _events(given)
    if found is None:
        outcome, why = complaint(given, url)
        return Listing(names.PLATFORM, url, outcome, why=why)
    rows = tuple(row for one in found if (row := _row(one, url)) is not None)
    boards = tuple(dict.fromkeys(row.board for row in rows if row.board))
    since, top, skip = names.asked(url)
    outcome, why = _outcome(len(found), rows, since, skip)
    if outcome != "ok":
        return Listing(names.PLATFORM, url, outcome, why=why)
    if board is not None:
        wanted = names.chosen(boards, board)
        if not wanted and skip == 0:
            why = f"no board {board!r} among these events; there are {', '.join(boards)}"
            return Listing(names.PLATFORM, url, "drift", why=why, boards=boards)
        rows = tuple(row for row in rows if row.board in wanted)
    following = _following(url, len(found), top, skip)
    return Listing(names.PLATFORM, url, outcome, _once(rows), following, why, boards)


def load(body: bytes) -> Any:
    """What a JSON text says, None where it says nothing readable."""
    try:
        return json.loads(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def complaint(given: Any, url: str) -> tuple[str, str]:
    """Outcome and reason of an answer that is no list of events: the API says what it lacks."""
    said = given if isinstance(given, str) else ""
    if isinstance(given, dict):
        said = " ".join(str(v) for k, v in given.items() if "message" in k.lower() and v)
    if _NO_CLIENT.search(said):
        client = names.client(url)
        return "moved", (
            f"Legistar's Web API knows no client {client!r}: the name may differ from the site's; "
            f"give the address as {_sample(url)}"
        )
    if _TOKEN.search(said):
        return "blocked", f"Legistar's Web API wants a token for client {names.client(url)!r}"
    said = markup.squash(said)[:160]
    return "drift", f"no list of events: {said!r}" if said else "no list of events"


def _sample(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}/v1/CLIENT/events"


def _events(given: Any) -> list[Any] | None:
    """The events of an answer: a list, OData's envelope around one, or a single event."""
    if isinstance(given, dict) and isinstance(given.get("value"), list):
        given = given["value"]
    if isinstance(given, dict) and "EventId" in given:
        given = [given]
    if not isinstance(given, list):
        return None
    return given if not given or any(_is_event(one) for one in given) else None


def _is_event(one: Any) -> bool:
    """A number alone is an event's id: it becomes part of addresses."""
    return isinstance(one, dict) and isinstance(one.get("EventId"), int) and "EventDate" in one


def _outcome(listed: int, rows: Sequence[Row], since: date | None, skip: int) -> tuple[str, str]:
    if listed == 0:
        if skip:
            return "empty_confirmed", "no further event"
        return "empty_suspicious", f"the Web API lists no event since {since or 'ever'}"
    dated = [row.date for row in rows if row.date]
    if not dated:
        return "drift", "no event has a date that can be read"
    if since is not None and max(dated) < since:
        return "drift", f"asked for events since {since}, the newest is of {max(dated)}"
    lost = listed - len(dated)
    return "ok", f"{lost} of {listed} events could not be read" if lost else ""


def _once(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Each event once, where an answer repeats one."""
    return tuple({row.vendor_id or str(n): row for n, row in enumerate(rows)}.values())


def _following(url: str, listed: int, top: int, skip: int) -> tuple[NextRequest, ...]:
    """The next page, where this one is as full as the vendor makes them."""
    since, base = names.asked(url)[0], names.api(url)
    if since is None or base is None or listed < min(top, names.MOST):
        return ()
    return (NextRequest(names.events_url(base, since, skip + listed), "page"),)


def _row(one: Any, url: str) -> Row | None:
    if not _is_event(one):
        return None
    title = _text(one, "EventBodyName")
    remarks = [title, *(t for k in ("EventComment", "EventLocation", "EventTime")
                        for t in _remarks(one.get(k)))]  # fmt: skip
    status = _status(_text(one, "EventAgendaStatusName"), remarks)
    documents = tuple(_documents(one, url, remarks, status))
    if status == "unknown" and any(d.role == MINUTES for d in documents):
        status = "held"
    day = _day(one.get("EventDate"))
    return Row(
        title=title,
        date=day,
        documents=documents,
        vendor_id=str(one["EventId"]),
        time=_time(_text(one, "EventTime")),
        status=status,
        location=_text(one, "EventLocation") or None,
        kind=next((k for k in map(words.kind, remarks) if k != "unknown"), "unknown"),
        board=title or None,
        doubts=() if day else (f"the date {one.get('EventDate')!r} cannot be read",),
    )


def _remarks(value: Any) -> Iterator[str]:
    """The short lines of a text, as which a clerk puts what changed."""
    lines = str(value).splitlines() if isinstance(value, str) else []
    yield from (line.strip() for line in lines if 0 < len(line.strip()) <= _REMARK)


def _status(published: str, remarks: Sequence[str]) -> str:
    found = [words.status(text) for text in (published, *remarks) if not _conditional(text)]
    return next((s for s in ("cancelled", "rescheduled") if s in found), "unknown")


def _conditional(text: str) -> bool:
    return re.search(r"\b(?:if|to|unless|should|please|may)\b", text, re.I) is not None


def _documents(
    one: dict[str, Any], url: str, remarks: Sequence[str], status: str
) -> Iterator[ListedDocument]:
    for role, what in ((AGENDA, "Agenda"), (MINUTES, "Minutes")):
        target = markup.absolute(url, _text(one, f"Event{what}File"))
        if target is None:
            continue
        state = _text(one, f"Event{what}StatusName")
        said = [state, *(r for r in remarks if what.lower() in r.lower())]
        yield ListedDocument(
            role, 1.0, f"Event{what}File", f"{what} ({state})" if state else what, target,
            f"legistar:{one['EventId']}:{role}", _utc(one.get(f"Event{what}LastPublishedUTC")),
            any(words.amended(text) for text in said), settled=bool(_FINAL.search(state)),
        )  # fmt: skip
    base = names.api(url)
    if base is not None and status != "cancelled":
        state = _text(one, "EventMinutesStatusName")
        yield ListedDocument(
            VOTES, 1.0, "eventitems", "Votes", names.items_url(base, str(one["EventId"])),
            f"legistar:{one['EventId']}:{VOTES}", _utc(one.get("EventMinutesLastPublishedUTC")),
            settled=bool(_FINAL.search(state)),
        )  # fmt: skip


def _text(one: dict[str, Any], name: str) -> str:
    value = one.get(name)
    return markup.squash(value) if isinstance(value, str) else ""


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _time(text: str) -> str | None:
    match = _CLOCK.fullmatch(text)
    return f"{int(match[1]):02d}:{match[2]}" if match else dates.find_time(text)


def _utc(value: Any) -> str | None:
    """A time the vendor gives in UTC, to the second, marked as such."""
    try:
        at = datetime.fromisoformat(str(value).removesuffix("Z"))
    except ValueError:
        return None
    return at.replace(microsecond=0, tzinfo=None).isoformat() + "Z"
