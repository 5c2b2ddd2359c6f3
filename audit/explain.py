"""A finding's story in plain words: dates, documents, rules, and what would change the answer.

Owns the telling, from the finding's JSON alone. Judges nothing anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from audit.phrases import long_date

_RULES = {
    "VOTE_BEFORE": "the last decision that took effect before the agency signed approves it",
    "VOTE_ORDER_UNKNOWN": "the approval lies in the days in which the agency may have signed",
    "VOTE_AFTER": "the only approval on record lies after the signing",
    "VOTED_UNSIGNED": "an approval is on record and no list of ICE's has the agency",
    "VOTED_DOWN": "a rejection is on record and no approval",
    "NO_DECISION": "a motion on it decided nothing and no later vote was found",
    "AGENDA_NO_VOTE": "it stood on an agenda and the minutes of that meeting hold no motion on it",
    "DISCUSSED_ONLY": "the minutes speak of it and hold no motion on it",
    "NO_VOTE_FOUND": "the window has closed, every expected meeting is accounted for, all minutes "
    "are held and read, and no vote stands in them",
    "NONE_SO_FAR": "nothing is missing and no vote was found, but the window is open or minutes "
    "may still come",
    "CANNOT_TELL": "something needed for an answer is not held or cannot be read",
    "NO_BODY_VOTES": "no local body is known to have to vote on it and none did on record",
    "NOT_MONITORED": "no source and no document of the body that answers is known here",
    "ENDED_STILL_LISTED": "a vote to end it is on record and ICE's list still has the row",
    "DELISTED_AFTER_VOTE": "a vote to end it is on record and the row has left ICE's list",
    "DELISTED_NO_VOTE": "the row left ICE's list and all minutes around that time hold no vote to "
    "end it",
}
_CHANGES = {
    "CANNOT_TELL": "the minutes named as missing, once obtained and read; a vote in them would "
    "stand whatever else is missing",
    "NOT_MONITORED": "a source or documents of the body",
    "NONE_SO_FAR": "a vote in minutes still to come, or the closing of the window",
    "NO_BODY_VOTES": "a recorded vote by any body that answers",
    "VOTE_BEFORE": "minutes that record another decision before the signing, or the agency's own "
    "signature date",
    "VOTE_ORDER_UNKNOWN": "the agreement itself, with the agency's signature date",
    "VOTE_AFTER": "an earlier vote in minutes not yet held",
    "VOTED_UNSIGNED": "a row on a later list of ICE's",
    "VOTED_DOWN": "an approval in other minutes",
    "ENDED_STILL_LISTED": "the row leaving ICE's list",
    "DELISTED_AFTER_VOTE": "the row coming back with a new signed date",
}
_NEGATIVE = "any vote in any version of a document of these bodies, or a meeting not known today"


def explain(finding: Mapping[str, Any]) -> str:
    """The story of one finding (`Finding.as_json`, with or without its id)."""
    return "\n".join(_lines(finding))


def _lines(one: Mapping[str, Any]) -> Iterator[str]:
    model = f", {one['model']}" if one.get("model") else ""
    yield f"{one['agency']} ({one['state']}{model})"
    yield one["wording"]
    yield ""
    overlays = f" [{', '.join(one['overlays'])}]" if one["overlays"] else ""
    yield f"Label {one['label']}{overlays}: {_RULES.get(one['label'], 'see the rule table')}."
    if one["label"] != one["entered"]:
        yield f"Entered as {one['entered']}: {_RULES.get(one['entered'], 'see the rule table')}."
    if one.get("confidence"):
        yield f"Confidence {one['confidence']}, review state {one.get('review', 'lead')}."
    if one.get("withdrawn"):
        yield f"Withdrawn: {one['withdrawn']}."
    yield from _dates(one)
    yield from _record(one)
    yield from _coverage(one)
    yield from _documents(one)
    if one.get("reasons"):
        yield "Reasons and doubts:"
        yield from (f"  {reason}" for reason in one["reasons"])
    yield f"What would change it: {_CHANGES.get(one['label'], _NEGATIVE)}."


def _dates(one: Mapping[str, Any]) -> Iterator[str]:
    listing, anchor = one.get("listing", {}), one.get("anchor", {})
    yield "Dates:"
    if listing.get("agency_signed"):
        yield f"  the agency signed {_day(listing['agency_signed'])}"
    elif anchor:
        yield (
            f"  the agency's own date was not seen; it may have signed from "
            f"{_day(anchor['first'])} to {_day(anchor['last'])}"
        )
    if listing.get("ice_signed"):
        yield f"  ICE prints SIGNED {_day(listing['ice_signed'])}"
    for spell in listing.get("spells", ()):
        until = f", last {_day(spell['last'])}" if spell["last"] else ", still there"
        gone = f", gone by {_day(spell['gone_by'])}" if spell["gone_by"] else ""
        yield f"  listed from {_day(spell['first'])}{until}{gone}"
    if one.get("window"):
        first, last = one["window"]
        yield f"  the window of a negative runs from {_day(first)} to {_day(last)}"


def _record(one: Mapping[str, Any]) -> Iterator[str]:
    record = one.get("record", {})
    for vote in record.get("decisions", ()):
        counts = ""
        if vote.get("ayes") is not None and vote.get("nays") is not None:
            counts = f" {vote['ayes']}-{vote['nays']}"
        why = f" ({vote['why']})" if vote.get("why") else ""
        yield (
            f"Motion of {_day(vote['date'])}: {vote['direction']}, {vote['result']}{counts}: "
            f"{vote['effect']}{why}; p. {vote['page']} of {vote['sha256'][:12]}"
        )
    for mention in record.get("mentions", ()):
        yield (
            f"Mentioned on {_day(mention['date'])} ({mention['kind']}); "
            f"p. {mention['page']} of {mention['sha256'][:12]}"
        )


def _coverage(one: Mapping[str, Any]) -> Iterator[str]:
    held = one["coverage"]
    verdict = one["axes"].get("coverage")
    yield f"Coverage {verdict}: {held['held']} of {held['expected']} meetings read."
    for gap in held["missing"]:
        yield f"  {_day(gap['date'])}: {gap['what']}: {gap['why']}"
    if held["awaited"]:
        yield "  awaited: " + ", ".join(_day(day) for day in held["awaited"])
    for table in one["tables"]:
        yield from _table(table)


def _table(table: Mapping[str, Any]) -> Iterator[str]:
    """Every document looked at for one body: its minutes by meeting, by the hash of our copy."""
    yield f"Minutes of {table['body']} that were looked at:"
    for meeting in table["meetings"]:
        copy = f"minutes sha256 {meeting['minutes'][:12]}" if meeting["minutes"] else "no minutes"
        yield f"  {_day(meeting['date'])}: {meeting['state'].replace('_', ' ')}, {copy}"


def _documents(one: Mapping[str, Any]) -> Iterator[str]:
    for cited in one["evidence"]:
        quote = " ".join(cited["quote"].split())
        yield f"{cited['role']} of {_day(cited['meeting_date'])}, p. {cited['page']}: “{quote}”"
        yield f"  {cited['url']}  captured {cited['captured_at']}  sha256 {cited['sha256']}"


def _day(value: str | None) -> str:
    return long_date(date.fromisoformat(value[:10])) if value else "an unreadable date"
