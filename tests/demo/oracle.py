"""The design's label table applied to the county's own facts, without reading a single paper.

Owns a second, much simpler judgement than the audit's: it sees the stories and the list's dates as
they were drawn, so that the table of expected labels is checked against what was drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from demo.ice.agreements import COUNTY_AGREEMENTS, Agreement, Signing
from demo.stories import MATTERS, Matter
from demo.timeline import LAST_LOOK, looks
from demo.values import Body, County, Meeting

_AS_OF = LAST_LOOK.date()
_UNCERTAIN = timedelta(days=14)
_MAY_STILL_COME = timedelta(days=75)
Key = tuple[str, str, int]


def labels(county: County) -> dict[Key, str]:
    """(agency, model, signing) -> label, for every signing and every approval never listed."""
    found: dict[Key, str] = {}
    for agreement in COUNTY_AGREEMENTS:
        for number in range(1, len(agreement.signings) + 1):
            found[agreement.agency, agreement.model, number] = _label(county, agreement, number)
    listed = {a.agency for a in COUNTY_AGREEMENTS}
    for site in county.sites:
        for agency in site.body.answers_for:
            if agency not in listed and _votes(site.body, "adopt"):
                found[agency, "", 0] = "VOTED_UNSIGNED"
    return found


def _label(county: County, agreement: Agreement, number: int) -> str:
    if "Constable" in agreement.agency or "Sheriff" in agreement.agency:
        return "NO_BODY_VOTES"
    body = next(b for b in _bodies(county) if agreement.agency in b.answers_for)
    if body in county.unpublished:
        return "NOT_MONITORED"
    signing = agreement.signings[number - 1]
    after = agreement.signings[number - 2].gone if number > 1 else None
    return _ended(body, signing) or _entered(county, body, signing, after)


def _bodies(county: County) -> Iterator[Body]:
    yield from (site.body for site in county.sites)
    yield from county.unpublished


def _effect(matter: Matter) -> str | None:
    if matter.motion is None:
        return None
    verb = matter.motion.what.split()[1]
    if verb in ("terminate", "end"):
        return "end" if matter.motion.carried else None
    if verb == "table":
        return "none"
    return "adopt" if matter.motion.carried else "reject"


def _votes(body: Body, effect: str, after: date | None = None) -> list[date]:
    return [
        m.day
        for m in MATTERS
        if m.body == body.id and _effect(m) == effect and (after is None or m.day > after)
    ]


def _ended(body: Body, signing: Signing) -> str | None:
    ends = _votes(body, "end")
    if signing.gone:
        return "DELISTED_AFTER_VOTE" if ends and ends[0] < signing.gone else "DELISTED_NO_VOTE"
    return "ENDED_STILL_LISTED" if ends else None


def _entered(county: County, body: Body, signing: Signing, after: date | None) -> str:
    if approved := _votes(body, "adopt", after):
        first = approved[0]
        if first > signing.signed:
            return "VOTE_AFTER"
        return "VOTE_BEFORE" if first < signing.signed - _UNCERTAIN else "VOTE_ORDER_UNKNOWN"
    if _votes(body, "reject"):
        return "VOTED_DOWN"
    return _without_a_vote(county, body, signing)


def window(signing: Signing) -> tuple[date, date]:
    """The days between which an absence must be shown."""
    start = signing.signed - _UNCERTAIN - timedelta(days=180)
    if signing.pending:
        start = min(start, signing.pending[0] - timedelta(days=180))
    return start, signing.signed + timedelta(days=90)


def expected_meetings(county: County, body: Body, signing: Signing) -> list[Meeting]:
    """The meetings of the window that were to be held and have been by the last look."""
    first, last = window(signing)
    return [
        meeting
        for meeting in county.site(body.id).meetings
        if first <= meeting.day <= min(last, _AS_OF) and not meeting.cancelled
    ]


def _without_a_vote(county: County, body: Body, signing: Signing) -> str:
    unread = [
        m for m in expected_meetings(county, body, signing) if not minutes_seen(county, body, m)
    ]
    if any(m.day + _MAY_STILL_COME < _AS_OF for m in unread):
        return "CANNOT_TELL"
    mentions = [m for m in MATTERS if m.body == body.id]
    if any(_effect(m) == "none" for m in mentions):
        return "NO_DECISION"
    if mentions:
        return "AGENDA_NO_VOTE" if any(m.agenda for m in mentions) else "DISCUSSED_ONLY"
    closed = window(signing)[1] < _AS_OF
    return "NO_VOTE_FOUND" if closed and not unread else "NONE_SO_FAR"


def minutes_seen(county: County, body: Body, meeting: Meeting) -> bool:
    """Whether a look at a working site ever met the meeting's minutes."""
    site = county.site(body.id)
    return any(
        document.at(look) is not None and site.trouble(look) is None
        for look in looks()
        for document in meeting.documents
        if document.role == "minutes"
    )
