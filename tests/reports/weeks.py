"""A constructed week in a county that does not exist, for tests of the templates."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from reports.letters import letters
from reports.week import (
    Ahead,
    Card,
    Changed,
    Clock,
    Copy,
    Correction,
    CoverageTable,
    Documents,
    ListChange,
    ListUsed,
    Mark,
    MeetingRow,
    Quote,
    Seen,
    SourceLook,
    Vote,
    Week,
)

AS_OF = datetime(2026, 9, 14, 11, 0, tzinfo=UTC)


def copy(seed: str, file: str | None = None) -> Copy:
    sha256 = (seed.encode().hex() * 64)[:64]
    return Copy(sha256, file=file or f"captures/2026-03-10_pikehollow_minutes_{sha256[:8]}.pdf")


def table(
    body: str = "Pike Hollow Borough Council",
    states: str = "rrrrrrrrrrrr",
    start: date | None = None,
) -> CoverageTable:
    words = {"r": "read", "m": "missing", "a": "awaited", "u": "unread", "c": "cancelled",
             "n": "not_held"}  # fmt: skip
    first = start or date(2025, 6, 9)
    days = [first + timedelta(days=28 * i) for i in range(len(states))]
    rows = tuple(
        MeetingRow(
            date=day,
            why=("site calendar", "named in the minutes of the next meeting"),
            state=words[state],
            minutes_status="approved" if state == "r" else "unknown",
            agenda=copy(f"a{body}{i}") if state in "ru" else None,
            minutes=copy(f"m{body}{i}") if state in "ru" else None,
        )
        for i, (day, state) in enumerate(zip(days, states, strict=True))
    )
    verdict = "complete" if set(states) <= set("rcn") else "partial"
    return CoverageTable(body, days[0], days[-1], verdict, rows)


def quote(
    passage: str = "to authorize the Chief to execute the agreement", **more: object
) -> Quote:
    values: dict[str, object] = {
        "passage": passage,
        "role": "minutes",
        "page": 3,
        "copy": copy("q"),
        "captured_at": datetime(2026, 5, 15, 2, 10, tzinfo=UTC),
        "url": "https://www.alderrun.example/minutes.pdf",
        "meeting_date": date(2026, 4, 8),
        "says": "the vote",
        "before": "Ms. Odell moved, seconded by Mr. Brandt, ",
        "after": ". Roll call: 5 yes, 2 no (Reyes, Tull).",
        "cut_before": True,
        **more,
    }
    return Quote(**values)  # type: ignore[arg-type]


def card(label: str = "NO_VOTE_FOUND", **more: object) -> Card:
    values: dict[str, object] = {
        "id": "pa-pike-hollow-1",
        "key": "pa-pike-hollow-1",
        "agency": "Pike Hollow Borough Police Department",
        "place": "Hadley County, PA",
        "model": "Task Force Model",
        "signing": 1,
        "label": label,
        "overlays": (),
        "confidence": "lead",
        "review": "lead",
        "wording": (
            "We found no record of a public vote on this agreement in 12 of 12 minutes of Pike "
            "Hollow Borough Council between 9 June 2025 and 13 April 2026."
        ),
        "bodies": ("Pike Hollow Borough Council",),
        "expectation": "expected",
        "window": (date(2025, 6, 1), date(2026, 4, 20)),
        "tables": (table(),),
        "marks": (
            Mark("ice_signed", date(2025, 12, 20)),
            Mark("listed", date(2025, 12, 24)),
        ),
        "spells": ((date(2025, 12, 24), None),),
        "clocks": (Clock("365 days from signing", date(2026, 12, 20)),),
        "state": "PA",
        **more,
    }
    return Card(**values)  # type: ignore[arg-type]


def voted(**more: object) -> Card:
    values: dict[str, object] = {
        "id": "pa-alder-run-1.r2",
        "key": "pa-alder-run-1",
        "agency": "Alder Run Borough Police Department",
        "confidence": "medium",
        "wording": (
            "Alder Run Borough Council voted 5–2 on 8 April 2026 to approve the agreement, per its "
            "approved minutes, p. 3."
        ),
        "bodies": ("Alder Run Borough Council",),
        "vote": Vote(date(2026, 4, 8), "passed", "adopt", 5, 2, 0, "roll_call", "approved"),
        "quotes": (quote(),),
        "tables": (table("Alder Run Borough Council", start=date(2025, 11, 5)),),
        "window": (date(2025, 11, 1), date(2026, 8, 1)),
        "marks": (
            Mark("agenda_posted", date(2026, 4, 6)),
            Mark("vote", date(2026, 4, 8), "5–2"),
            Mark("agency_signed", date(2026, 4, 20)),
            Mark("ice_signed", date(2026, 5, 4)),
            Mark("listed", date(2026, 5, 7)),
        ),
        "spells": ((date(2026, 5, 7), date(2026, 6, 1)), (date(2026, 6, 9), None)),
        **more,
    }
    return card("VOTE_BEFORE", **values)


def seen(**more: object) -> Seen:
    looks = (
        _look("pa-pike-hollow", "Pike Hollow Borough Council", "read"),
        _look("pa-alder-run", "Alder Run Borough Council", "read"),
        _look("pa-ashgrove", "Ashgrove Township Board of Supervisors", "not_read",
              "the site turns our reader away", datetime(2026, 8, 31, 11, 5, tzinfo=UTC)),
        _look("pa-ferrow", "Ferrow Borough Council", "not_read",
              "its robots.txt asks readers like ours to stay out", None),
    )  # fmt: skip
    values: dict[str, object] = {
        "looks": looks,
        "without_source": ("Hadley County Prison Board",),
        "unmonitored": ("Quarry Bend Borough Police Department",),
        "documents": Documents(new=19, replaced=2, read=20, ocr=4,
                               unread=(("Ferrow, minutes of 10 Mar 2026", "2 of 4 pages"),)),
        "listed": ListUsed(datetime(2026, 9, 11, 13, 2, tzinfo=UTC), 2510,
                           copy("l", "captures/2026-09-11_ice_participating_6c6c6c6c.xlsx"), 2),
        "meetings_missing": 1,
        **more,
    }  # fmt: skip
    return Seen(**values)  # type: ignore[arg-type]


def _look(
    key: str, body: str, standing: str, why: str = "", last: datetime | None = AS_OF
) -> SourceLook:
    return SourceLook(key, body, standing, why, f"https://{key}.example/agendas", last)


def week(**more: object) -> Week:
    stannard = card(
        "CANNOT_TELL",
        id="pa-stannard-1",
        key="pa-stannard-1",
        agency="Stannard Borough Police Department",
        confidence=None,
        wording="We could not tell: 1 of 12 meetings have no minutes we could obtain "
        "(29 December 2025).",
        bodies=("Stannard Borough Council",),
        tables=(table("Stannard Borough Council", "rrrrrrrmrrca"),),
    )
    constable = card(
        "NO_BODY_VOTES",
        id="pa-ward-1",
        key="pa-ward-1",
        agency="Hadley County Sheriff’s Office",
        confidence=None,
        wording="Sheriff’s Office is separately elected. We know of no rule requiring a vote.",
        tables=(),
        bodies=(),
        window=None,
    )
    alder = voted(news="changed", was="No vote found so far")
    cards = (card(), alder, stannard, constable)
    values: dict[str, object] = {
        "as_of": AS_OF,
        "since": AS_OF - timedelta(days=7),
        "timezone": "America/New_York",
        "place": "Hadley County, Pennsylvania",
        "seen": seen(),
        "ahead": (
            Ahead(date(2026, 9, 22), "19:00", "Alder Run Borough Council", "Borough Hall",
                  "7(b) Motion to end the agreement with ICE", "item",
                  quote=quote("Motion to end the agreement with ICE", role="agenda", page=1)),
            Ahead(date(2026, 9, 24), None, "Tarn Mill Township Board of Supervisors", None,
                  "Agency newly pending on ICE’s list", "pending",
                  agency="Tarn Mill Township Police Department"),
        ),
        "clocks": ((alder, Clock("30 days from signing", date(2026, 9, 20))),),
        "changes": (
            ListChange("gone", "Alder Run Borough Police Department", "PA", "Task Force Model",
                       date(2026, 9, 11), anchor=alder.anchor, says="VOTE_BEFORE",
                       workbook=copy("l", "captures/2026-09-11_ice_participating_6c6c6c6c.xlsx")),
        ),
        "edits": 3,
        "votes": (alder,),
        "changed": (Changed(alder, "No vote found so far", ("new evidence: minutes",)),),
        "cards": cards,
        "letters": letters(cards),
        "corrections": (
            Correction("Alder Run Borough Police Department", "corrected", date(2026, 9, 10),
                       "The tally was 5–2."),
        ),
        "follows": ("weekly-2026-W37", "c0" * 32),
        "rules": "1",
        **more,
    }  # fmt: skip
    return Week(**values)  # type: ignore[arg-type]


def quiet() -> Week:
    """A week without news: every section is empty or unchanged."""
    looks = seen().looks[:2]
    return week(
        ahead=(), clocks=(), changes=(), edits=0, votes=(), changed=(), corrections=(),
        cards=(card(),), letters=(), seen=seen(looks=looks, without_source=()), follows=None,
    )  # fmt: skip
