"""Component: what the document says about itself.

Owns the order of the questions (kind first: the rest depends on it) and the facts made of the
answers; the rules are nlp.meta's.
"""

from __future__ import annotations

import re
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from nlp.meta import approvals, body, course, day, kind, rhythm, schedule, status
from nlp.meta.told import Told
from nlp.source import Source
from nlp.state import State, state_of
from nlp.transcripts.turns import before_turns
from nlp.values import Fact, Meta

_HANDS = re.compile(r"^[ \t]*(?:attest\b|/s/|_{5,})", re.I | re.M)
_RECORDS = frozenset(("minutes", "transcript"))
_TELLING = frozenset(("minutes", "transcript", "unknown", "other"))


@Language.component("offagenda_meta")
def meta(doc: Doc) -> Doc:
    """Kind, body, date, status, draft or approved, times, and whose minutes are approved."""
    state = state_of(doc)
    text, name = state.source.text, state.name
    pages = state.source.pages
    captions = any(page.method == "captions" for page in pages)
    found = kind.kind_of(text, name, len(pages), captions=captions)
    held = status.status_of(text, found, kind.past_tense(text))
    if held.value == "cancelled" and found in ("unknown", "agenda", "minutes"):
        found = "notice" if len(text) < 3000 else found
    told = _answers(text, name, found)
    told["status"] = held
    named = told["body"].value if told["body"] else ""
    dated = schedule.dates_of(text, found, named)
    if dated and schedule.stands_alone(text, dated) and found not in _RECORDS:
        # A list of dates is of no one of them; "Agenda deadline" above a column makes no agenda.
        found = found if found == "notice" else "other"
        told |= {"kind": Told(found, dated.start, dated.end, dated.rule), "meeting_date": None}
        told["status"] = None
    meeting = told["meeting_date"]
    when = date.fromisoformat(meeting.value) if meeting else None
    told["next_meeting"] = course.next_meeting(text, when)
    approved = approvals.approvals(text, when)
    # When the body says that it meets: facts only, for whoever expects meetings.
    meets = [("meets", one) for one in rhythm.rhythms_of(text, named)]
    when_to = [*([("meeting_schedule", dated)] if dated else []), *meets]
    state.meta = _meta(state, found, told, approved, when_to)
    return doc


def _answers(text: str, name: str, found: str) -> dict[str, Told | None]:
    telling = found in _TELLING
    opened = course.called_to_order(text) if telling else None
    meeting = day.meeting_date(text, name, approvals.approvals(text, None))
    on = date.fromisoformat(meeting.value) if meeting else None
    return {
        "kind": Told(found, *kind.evidence(text, name, found)),
        "body": body.body_of(_naming(text, found)),
        "meeting_date": meeting,
        "meeting_kind": status.meeting_kind(text, name),
        "minutes_status": status.minutes_status(text, on) if found == "minutes" else None,
        "called_to_order": opened,
        "adjourned": course.adjourned(text, opened) if telling else None,
    }


def _naming(text: str, found: str) -> str:
    """The part of a document that names its body: not what is said there, nor who signs there."""
    if found == "transcript":
        return before_turns(text)
    hands = _HANDS.search(text) if found == "resolution" else None
    return text[: hands.start()] if hands else text


def _meta(
    state: State,
    found: str,
    told: dict[str, Told | None],
    approved: list[Told],
    when_to: list[tuple[str, Told]],
) -> Meta:
    facts = [_fact(state.source, name, one) for name, one in told.items() if _says(one)]
    facts += [_fact(state.source, "approves_minutes_of", one) for one in approved]
    facts += [_fact(state.source, name, one) for name, one in when_to]
    value = {name: (one.value or None) if one else None for name, one in told.items()}
    weighty = ("meeting_date", "minutes_status")
    return Meta(
        kind=found,
        body=value["body"],
        meeting_date=value["meeting_date"],
        meeting_kind=value["meeting_kind"] or "unknown",
        status=value["status"] or "unknown",
        minutes_status=value["minutes_status"] or "unknown",
        approves_minutes_of=tuple(day.isoformat() for day in approvals.sure(approved)),
        doubts=tuple(doubt for name in weighty if (one := told[name]) for doubt in one.doubts),
        called_to_order=value["called_to_order"],
        adjourned=value["adjourned"],
        next_meeting=value["next_meeting"],
        facts=tuple(facts),
    )


def _says(one: Told | None) -> bool:
    return one is not None and one.value != "unknown"


def _fact(source: Source, name: str, told: Told | None) -> Fact:
    """An answer with its place on the stored page; one from the file name alone has no words."""
    assert told is not None
    if told.start == told.end:
        first = source.pages[0].number if source.pages else 1
        return Fact(name, told.value, "", first, 0, 0, told.rule, told.doubts)
    page, start, end = source.place(told.start, told.end)
    quote = source.quote(told.start, told.end)
    return Fact(name, told.value, quote, page, start, end, told.rule, told.doubts)
