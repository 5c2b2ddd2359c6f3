"""A finding's story in sections of plain sentences, from the finding's JSON alone.

Owns what is told and in which order. Judges nothing anew; `explain` lays it out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from audit import told
from audit.phrases import long_date

Finding = Mapping[str, Any]

_EXPECTED = {
    "expected": "A public vote is to be expected.",
    "contested": "Whether a vote is needed is disputed.",
    "not_local": "No local body is known to have to vote.",
    "unknown": "Which body answers is not settled.",
}
_PAPERS = {"votes": "record of votes", "resolution": "text of a resolution"}
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")


@dataclass(frozen=True)
class Section:
    """One part of the story: a heading and its sentences, each to stand on lines of its own."""

    title: str
    lines: tuple[str, ...]

    def as_json(self) -> dict[str, Any]:
        return {"title": self.title, "lines": list(self.lines)}


def story(one: Finding) -> tuple[Section, ...]:
    """All sections of a finding (`Finding.as_json`, with or without its id); none is empty."""
    parts = (
        ("What the record shows", _answer(one)),
        ("Dates", _dates(one)),
        ("Who answers for the agency", _authority(one)),
        ("Votes on record", _votes(one)),
        ("Passages that may be a vote and count as none", _leads(one)),
        ("Mentions outside a motion", _mentions(one)),
        ("Meetings that were looked at", _coverage(one)),
        ("Passages cited, letter for letter", _passages(one)),
        ("Rules applied", _rules(one)),
        ("Doubts and reasons", _reasons(one)),
        ("What would change it", _changes(one)),
    )
    made = (Section(title, tuple(lines)) for title, lines in parts)
    return tuple(section for section in made if section.lines)


def _answer(one: Finding) -> Iterator[str]:
    yield one["wording"]
    yield f"Label {one['label']}: {told.LABELS.get(one['label'], 'see docs/method.md')}."
    if one["label"] != one["entered"]:
        entered = told.LABELS.get(one["entered"], "see docs/method.md")
        yield f"It was entered as {one['entered']}: {entered}."
    for overlay in one["overlays"]:
        yield f"{overlay}: {told.OVERLAYS.get(overlay, 'see docs/method.md')}."
    if one.get("confidence"):
        state = str(one.get("review", "lead")).replace("_", " ")
        yield f"Confidence: {one['confidence']}. State of review: {state}."
    if one.get("withdrawn"):
        yield f"Withdrawn: {one['withdrawn']}."


def _dates(one: Finding) -> list[str]:
    return [line for _, line in sorted(_dated(one), key=lambda pair: pair[0])]


def _dated(one: Finding) -> Iterator[tuple[str, str]]:
    """Each date with its line, to be put in order. A span stands at its first day."""
    listing, anchor = one.get("listing") or {}, one.get("anchor") or {}
    for spell in listing.get("pending", ()):
        yield _at(spell["first"], "first seen on ICE's pending list")
    if listing.get("agency_signed"):
        yield _at(listing["agency_signed"], "the agency signed, by the agreement itself")
    elif anchor:
        span = f"{_day(anchor['first'])} to {_day(anchor['last'])}"
        open_to = "the agency may have signed on any of these days; its own date was not seen"
        yield anchor["first"], f"{span}: {open_to}"
    for day in listing.get("ice_signed_history") or filter(None, [listing.get("ice_signed")]):
        now = "" if day == listing.get("ice_signed") else ", in an earlier list"
        yield _at(day, f"ICE's list prints SIGNED {_day(day)}{now}")
    for spell in listing.get("spells", ()):
        yield _at(spell["first"], "first seen on ICE's participating list")
        if spell.get("gone_by"):
            last = f", last seen {_day(spell['last'])}" if spell.get("last") else ""
            yield _at(spell["gone_by"], f"no longer on that list{last}")
    for vote in (one.get("record") or {}).get("decisions", ()):
        if vote["date"]:
            yield _at(vote["date"], f"a vote on record: {vote['effect']}")
    if one.get("window"):
        yield _at(one["window"][0], "the window in which a vote is looked for begins")
        yield _at(one["window"][1], "that window ends")
    for clock in one.get("clocks") or ():
        yield _at(clock["date"], f"{clock['what']} (ask counsel what it means)")


def _at(day: str, what: str) -> tuple[str, str]:
    return day[:10], f"{_day(day)}: {what}"


def _authority(one: Finding) -> Iterator[str]:
    who = one.get("authority")
    if not who:
        yield f"{', '.join(_names(one).values()) or one['axes']['authority']}"
        return
    expected = _EXPECTED.get(str(who["vote_expectation"]), "")
    yield f"{_first_up(who['who'])}: {who['reason']}. {expected}"
    if who.get("citation"):
        yield f"{who['citation']}: {who['note']}" if who.get("note") else f"{who['citation']}"
    for name in _names(one).values():
        yield f"Its record is that of {name}."
    for overlay in who.get("overlays", ()):
        yield f"{overlay['citation']}: {overlay['note']}"


def _votes(one: Finding) -> Iterator[str]:
    names = _names(one)
    for vote in (one.get("record") or {}).get("decisions", ()):
        counts = ""
        if vote.get("ayes") is not None and vote.get("nays") is not None:
            counts = f", {vote['ayes']}-{vote['nays']}"
        body = names.get(vote["body"], vote["body"])
        status = vote.get("minutes_status")
        status = f"the {status} minutes" if status in ("draft", "approved") else "the minutes"
        yield (
            f"{_day(vote['date'])}, {body}: a motion to {_aim(vote['direction'])}, "
            f"{_ended(vote['result'])}{counts}. Effect: {vote['effect']}. By "
            f"{vote.get('by') or status}, {_place(vote)}."
        )
        if vote.get("why"):
            yield f"- its effect is open: {vote['why']}"
        if vote.get("link"):
            reasons = "; ".join(vote.get("reasons", ()))
            yield f"- that it concerns this agreement is {vote['link']}: {reasons}"
        yield from (f"- contradiction: {apart}" for apart in vote.get("differs", ()))
        if vote.get("replaced"):
            yield "- a later version of the document words the passage otherwise"


def _leads(one: Finding) -> Iterator[str]:
    names = _names(one)
    for lead in (one.get("record") or {}).get("leads", ()):
        body = names.get(lead["body"], lead["body"])
        yield f"{_day(lead['date'])}, {body}, {_place(lead)}: {lead['why']}"


def _mentions(one: Finding) -> Iterator[str]:
    kinds = {
        "agenda": "listed on the agenda",
        "comment": "public comment in the minutes",
        "discussion": "discussed in the minutes",
    }
    for mention in (one.get("record") or {}).get("mentions", ()):
        yield f"{_day(mention['date'])}: {kinds[mention['kind']]}, {_place(mention)}"


def _coverage(one: Finding) -> Iterator[str]:
    held = one["coverage"]
    if held["expected"]:
        verdict = str(one["axes"].get("coverage")).replace("_", " ")
        yield f"Coverage is {verdict}: {held['held']} of {held['expected']} meetings are read."
    for table in one.get("tables", ()):
        name = _names(one).get(table["body"], table["body"])
        yield f"{name}, {_day(table['from'])} to {_day(table['to'])}:"
        yield from (_meeting(meeting) for meeting in table["meetings"])
        for gap in table.get("gaps", ()):
            first, last = _day(gap["from"]), _day(gap["to"])
            yield f"- no good look at the source between {first} and {last} ({gap['outcome']})"
    for gap in held["missing"]:
        yield f"Missing: {_day(gap['date'])}, {gap['what']}: {gap['why']}"
    if held["awaited"]:
        yield "Awaited: " + ", ".join(_day(day) for day in held["awaited"])


def _meeting(meeting: Finding) -> str:
    said = [f"- {_day(meeting['date'])}: {str(meeting['state']).replace('_', ' ')}"]
    status = meeting.get("minutes_status")
    for role in ("minutes", "agenda"):
        if meeting.get(role):
            kind = f"{status} " if role == "minutes" and status in ("draft", "approved") else ""
            said.append(f"{kind}{role} sha256 {meeting[role][:12]}")
    if meeting.get("why"):
        said.append(meeting["why"])
    why = _ISO.sub(lambda day: _day(day[0]), ", ".join(meeting["why_expected"]))
    said.append(f"expected by: {why}")
    return "; ".join(said)


def _passages(one: Finding) -> Iterator[str]:
    for cited in one["evidence"]:
        quote = " ".join(cited["quote"].split())
        says = f", cited for: {cited['says']}" if cited.get("says") else ""
        of = "" if cited["role"] == "agreement" else f" of {_day(cited['meeting_date'])}"
        paper = _first_up(_PAPERS.get(cited["role"], cited["role"]))
        yield f"{paper}{of}, p. {cited['page']}{_handed(cited)}{says}"
        if quote:
            yield f"- “{quote}”"
        yield f"- {cited['url'] or 'handed over, no address'}"
        yield f"- captured {_day(cited['captured_at'])}, sha256 {cited['sha256']}"


def _rules(one: Finding) -> Iterator[str]:
    record, anchor = one.get("record") or {}, one.get("anchor") or {}
    label = one["label"]
    yield f"{label}: {told.LABELS.get(label, '')} (rules version {one.get('rules_version', '1')})"
    if record.get("decisions"):
        yield told.VOTES
    if anchor:
        yield told.ANCHOR_SEEN if anchor.get("seen") else told.ANCHOR_UNSEEN
    if one.get("window"):
        yield told.WINDOW
    if one["coverage"]["expected"]:
        yield told.COVERAGE
    if any(vote.get("by") for vote in record.get("decisions", ())):
        yield told.OTHER_PAPERS
    if any(vote["differs"] for vote in record.get("decisions", ())):
        yield told.CONTRADICTIONS
    if record.get("leads"):
        yield told.LEADS
    if one.get("confidence") == "lead":
        yield told.REVIEW
    citation = (one.get("authority") or {}).get("citation")
    if citation:
        yield f"who answers: {citation}"


def _reasons(one: Finding) -> Iterator[str]:
    who = one.get("authority") or {}
    shown = {f"{who.get('who')}: {who.get('reason')}", f"{who.get('citation')}: {who.get('note')}"}
    apart = [d for vote in (one.get("record") or {}).get("decisions", ()) for d in vote["differs"]]
    for reason in one.get("reasons", ()):
        if reason not in shown and not any(reason.endswith(one) for one in apart):
            yield reason


def _changes(one: Finding) -> Iterator[str]:
    yield _first_up(told.CHANGES.get(one["label"], told.NEGATIVE)) + "."
    yield from _open_papers(one)
    anchor = one.get("anchor") or {}
    if anchor and not anchor.get("seen") and one["label"] != "VOTE_ORDER_UNKNOWN":
        yield "The agreement itself, with the agency's own signature and date, would settle when."


def _open_papers(one: Finding) -> Iterator[str]:
    """What papers other than minutes leave for somebody to bring."""
    record = one.get("record") or {}
    for vote in record.get("decisions", ()):
        day = _day(vote["date"])
        if vote.get("by"):
            yield f"The minutes of {day}, as only {vote['by']} tells this vote."
        elif vote["differs"]:
            yield f"A look by a person at the papers of {day} that contradict each other."
    for lead in record.get("leads", ()):
        if lead.get("role") == "resolution":
            yield (
                f"A dated and signed copy of the resolution at {_place(lead)}, or the minutes of "
                "the meeting that decided on it."
            )


def _names(one: Finding) -> dict[str, str]:
    return dict(zip(one["bodies"], one.get("body_names") or one["bodies"], strict=False))


def _place(where: Finding) -> str:
    return f"p. {where['page']} (sha256 {where['sha256'][:12]}){_handed(where)}"


def _handed(where: Finding) -> str:
    """Whose copy it is, where a reader supplied it."""
    return ", supplied by a reader" if where.get("origin") == "import" else ""


def _aim(direction: str) -> str:
    aims: Iterable[tuple[str, str]] = (
        ("adopt", "approve it"), ("reject", "reject it"), ("end", "end it"),
        ("postpone", "put it off"),
    )  # fmt: skip
    return dict(aims).get(direction, "act on it, in words whose direction cannot be read")


def _ended(result: str) -> str:
    ways = {
        "passed": "which passed", "failed": "which did not pass", "tabled": "which was tabled",
        "withdrawn": "which was withdrawn", "no_second": "which found no second",
    }  # fmt: skip
    return ways.get(result, "whose result cannot be read")


def _day(value: str | None) -> str:
    return long_date(date.fromisoformat(value[:10])) if value else "an unreadable date"


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
