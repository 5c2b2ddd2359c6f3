"""When each paper comes out, under which address, and what goes wrong on the way.

Owns posting times, late and amended agendas, drafts that are replaced, minutes that never come, and
the sites' bad weeks. The papers' words are made in `documents`.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from demo import stories
from demo.documents.agenda import agenda, cancellation
from demo.documents.minutes import Evening, minutes
from demo.timeline import HISTORY_TO, in_words, local
from demo.towns import BODIES
from demo.values import Body, Document, Meeting, Site, Trouble, Version

_Evening = tuple[date, str]

_LATE_AGENDAS = frozenset({("pa-thornquist-borough", date(2026, 7, 14))})
_AMENDED = frozenset({("pa-tannerport-borough", date(2026, 8, 11))})
_MINUTES_NEVER_CAME = frozenset({("pa-sablewood-borough", date(2026, 1, 7))})
_DRAFTS = frozenset({"pa-pellbrook-borough", "pa-cresswick-city", "pa-thornquist-borough"})
_SLOW = {"pa-lindenquay-borough": 14}
_PLANNING = "pa-tannerport-borough"
_PLANNING_DAYS = (date(2026, 3, 25), date(2026, 5, 27), date(2026, 6, 24))
_PAGES = frozenset({"pa-windlass-township", "pa-corvale-borough"})
_NO_VALIDATORS = frozenset({"pa-windlass-township"})

_FOREVER = datetime(2100, 1, 1, tzinfo=UTC)
_TROUBLES = {
    "pa-lindenquay-borough": (Trouble("refused", local(date(2026, 7, 25), 2), _FOREVER),),
    "pa-nettlebrook-township": (Trouble("robots", local(date(2026, 8, 8), 9), _FOREVER),),
    "pa-gravenhurst-borough": (
        Trouble("busy", local(date(2026, 8, 16), 3), local(date(2026, 8, 19), 9)),
    ),
}

_BOARDS = {
    "borough_council": "Borough Council",
    "city_council": "City Council",
    "township_supervisors": "Board of Supervisors",
    "regional_board": "Police Commission",
}


def sites() -> tuple[Site, ...]:
    """Every site with everything it will ever serve."""
    return tuple(_site(body) for body in BODIES)


def board(body: Body) -> str:
    """The body's name as its own site prints it over its list."""
    return _BOARDS[body.kind]


def _site(body: Body) -> Site:
    return Site(
        body=body,
        meetings=(*_meetings(body), *_planning(body)),
        troubles=_TROUBLES.get(body.id, ()),
        validators=body.id not in _NO_VALIDATORS,
    )


def _evenings(body: Body) -> list[_Evening]:
    """The days of the body's meetings with their kind, held or cancelled, in order."""
    days: list[_Evening] = [
        (stories.MOVED.get((body.id, day), day), "regular")
        for day in body.cadence.days(body.since, HISTORY_TO)
        if day not in body.skipped
    ]
    days += [(day, "special") for who, day in stories.SPECIAL_MEETINGS if who == body.id]
    return sorted(days)


def _meetings(body: Body) -> list[Meeting]:
    evenings = _evenings(body)
    held = [evening for evening in evenings if (body.id, evening[0]) not in stories.CANCELLED]
    before = (_day_before(body), "regular")
    return [
        _cancelled(body, number, evening)
        if evening not in held
        else _held(body, number, evening, [before, *held])
        for number, evening in enumerate(evenings, 40)
    ]


def _day_before(body: Body) -> date:
    """The last meeting before the site's oldest one: its minutes are named, no longer shown."""
    return list(body.cadence.days(body.since - timedelta(days=45), body.since - timedelta(days=1)))[
        -1
    ]


def _held(body: Body, number: int, evening: _Evening, held: list[_Evening]) -> Meeting:
    day, kind = evening
    place = held.index(evening)
    papers = [_agenda(body, number, evening, _approved_at(held, place))]
    later = next((d for d, k in held[place + 1 :] if k == "regular"), None)
    if (body.id, day) not in _MINUTES_NEVER_CAME:
        papers += _minutes(body, number, evening, _approved_at(held, place), later)
    title = f"{kind.capitalize()} Meeting"
    return Meeting(day, number, title, kind, False, tuple(papers), board(body))


def _approved_at(held: list[_Evening], place: int) -> tuple[_Evening, ...]:
    """The meetings whose minutes come up at that one: all since the last regular meeting."""
    earlier: list[_Evening] = []
    for evening in reversed(held[:place]):
        earlier.insert(0, evening)
        if evening[1] == "regular":
            break
    return tuple(earlier)


def _agenda(body: Body, number: int, evening: _Evening, before: tuple[_Evening, ...]) -> Document:
    day, kind = evening
    matters = stories.matters(body.id, day)
    posted = local(day - timedelta(days=4), 15, number % 60)
    if (body.id, day) in _LATE_AGENDAS:
        posted = local(day, 17, 30)
    versions = [Version(posted, agenda(body, day, kind, before, matters))]
    if (body.id, day) in _AMENDED:
        paper = agenda(body, day, kind, before, matters, amended=True)
        versions.append(Version(local(day, 9, 5), paper, amended=True))
    return _document("agenda", body, number, day, tuple(versions))


def _minutes(
    body: Body,
    number: int,
    evening: _Evening,
    before: tuple[_Evening, ...],
    approved: date | None,
) -> list[Document]:
    """The minutes' slot: a draft for some bodies, the approved text after the next meeting."""
    day, kind = evening
    told = Evening(body, day, kind, before, stories.matters(body.id, day), None)
    versions: list[Version] = []
    if body.id in _DRAFTS:
        versions.append(Version(local(day + timedelta(days=8), 10), minutes(told)))
    if approved:
        out = local(approved + timedelta(days=_SLOW.get(body.id, 3)), 10, 15)
        versions.append(Version(out, minutes(replace(told, approved=approved))))
    return [_document("minutes", body, number, day, tuple(versions))] if versions else []


def _cancelled(body: Body, number: int, evening: _Evening) -> Meeting:
    day, kind = evening
    version = Version(local(day - timedelta(days=5), 11), cancellation(body, day))
    notice = _document("notice", body, number, day, (version,))
    title = f"{kind.capitalize()} Meeting - CANCELLED"
    return Meeting(day, number, title, kind, True, (notice,), board(body))


def _planning(body: Body) -> list[Meeting]:
    """Another board on the same site, whose papers are none of the council's."""
    if body.id != _PLANNING:
        return []
    other = replace(body, id=f"{body.id}-planning", name=f"{body.place} Planning Commission")
    return [
        Meeting(
            day,
            number,
            "Planning Commission",
            "regular",
            False,
            (_agenda(other, number, (day, "regular"), ()),),
            "Planning Commission",
        )
        for number, day in enumerate(_PLANNING_DAYS, 200)
    ]


def _document(
    role: str, body: Body, number: int, day: date, versions: tuple[Version, ...]
) -> Document:
    path = {"agendacenter": _agendacenter, "links": _upload, "table": _table}[body.look]
    special = (body.id, day) in stories.SPECIAL_MEETINGS
    label = _label(role, day, special=special)
    return Document(role, path(role, body, number, day, versions[0].at), label, versions)


def _label(role: str, day: date, *, special: bool) -> str:
    if role == "notice":
        return f"{in_words(day)} Meeting Cancelled"
    return f"{in_words(day)} {'Special Meeting ' if special else ''}{role.capitalize()}"


def _agendacenter(role: str, body: Body, number: int, day: date, at: datetime) -> str:
    slot = "Minutes" if role == "minutes" else "Agenda"
    return f"/AgendaCenter/ViewFile/{slot}/_{day:%m%d%Y}-{number}"


def _upload(role: str, body: Body, number: int, day: date, at: datetime) -> str:
    """WordPress: the folder is the month of the upload."""
    name = {"notice": "Notice-of-Cancellation"}.get(role, role.capitalize())
    town = body.place.replace(" ", "-")
    return f"/wp-content/uploads/{at:%Y/%m}/{town}-{name}-{day:%m-%d-%Y}.pdf"


def _table(role: str, body: Body, number: int, day: date, at: datetime) -> str:
    return f"/documents/{day.isoformat()}-{role}.{'html' if body.id in _PAGES else 'pdf'}"


def adopted_dates(body: Body) -> tuple[date, ...]:
    """The dates a body adopted for its regular meetings, as its schedule prints them."""
    return tuple(body.cadence.days(body.since, HISTORY_TO))
