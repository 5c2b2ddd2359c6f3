"""A finding made of a case and its verdict: axes, vote, coverage, evidence, timeline, clocks.

Owns the shape of what leaves the room (`values.Finding`). Decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import Any

from audit.case import Case
from audit.clocks import from_signing
from audit.decisions import Decision, Mention
from audit.effects import UNCLEAR, VOTES
from audit.phrases import temperate
from audit.signatures import cited, told
from audit.values import Event, Evidence, Finding, Signed, Spell
from audit.verdict import VERSION, Verdict, apart, confidence, verdict
from audit.wording import Story, expected, wording

_MOST_PASSAGES = 40


def finding(case: Case) -> Finding:
    """The finding of one signing, at review state `lead`; `reviewed` raises it."""
    found = verdict(case.facts)
    agreement, signing = case.agreement, case.term.signing
    return Finding(
        key=f"{agreement.id}-{signing.number}",
        agreement_id=agreement.id,
        agency=agreement.agency,
        state=agreement.state,
        county=agreement.county,
        model=agreement.model,
        signing=signing.number,
        spell=spell_json(signing.spells[-1]),
        bodies=tuple(body.id for body in case.bodies),
        body_names=tuple(body.name for body in case.bodies),
        label=found.label,
        entered=found.entered,
        ended=found.ended,
        overlays=found.overlays,
        confidence=found.confidence,
        wording=wording(_story(case, found)),
        window=case.window,
        axes=_axes(case),
        vote=vote_json(found.ending or _entry(found)),
        coverage=_coverage(case),
        evidence=(*evidence(found, case.told, case.mentions), *_signature(case)),
        tables=case.tables,
        events=tuple(_events(case)),
        clocks=from_signing(case.term.anchor, signing.first_listed.date()),
        reasons=tuple(dict.fromkeys(filter(None, map(temperate, _reasons(case, found))))),
        rules_version=VERSION,
        extra={
            "authority": case.authority.as_json(),
            "record": record_json(case.told, case.mentions, case.facts.possible),
            "listing": _listing(case),
            "anchor": _anchor(case),
            "leaving": [table.as_json() for table in case.leaving],
            "caps": {
                state: confidence(found, case.facts, state) for state in ("lead", "read_twice")
            },
        },
    )


def spell_json(spell: Spell) -> dict[str, Any]:
    """A spell; `last` is None while the row is still there, or each new list would be a change."""
    return {**spell.as_json(), **({"last": None} if spell.gone_by is None else {})}


def vote_json(vote: Decision | None) -> dict[str, Any] | None:
    """The vote a finding cites, in the shape of the design."""
    if vote is None:
        return None
    motion = vote.motion
    return {
        "date": vote.day.isoformat() if vote.day else None,
        "result": motion.result,
        "direction": motion.direction,
        "ayes": motion.ayes,
        "nays": motion.nays,
        "abstain": motion.abstain,
        "method": motion.method,
        "effect": vote.effect,
        "body": vote.body,
        "minutes_status": vote.minutes_status,
        "by": vote.by,
    }


def record_json(
    decisions: Iterable[Decision], mentions: Iterable[Mention], leads: Iterable[Decision] = ()
) -> dict[str, Any]:
    """Every vote and mention found, and the passages that may be a vote and count as none."""
    return {
        "leads": [
            {
                "date": one.day.isoformat() if one.day else None,
                "body": one.body,
                "why": temperate(one.why),
                "sha256": one.evidence.sha256,
                "page": one.evidence.page,
                "role": one.evidence.role,
                "origin": one.evidence.origin,
            }
            for one in islice(leads, _MOST_PASSAGES)
        ],
        "decisions": [
            {
                **(vote_json(one) or {}),
                "why": one.why,
                "replaced": one.replaced,
                "sha256": one.evidence.sha256,
                "page": one.evidence.page,
                "link": one.link,
                "reasons": list(one.reasons),
                "differs": list(one.differs),
                "origin": one.evidence.origin,
            }
            for one in decisions
        ],
        "mentions": [
            {
                "date": one.day.isoformat() if one.day else None,
                "kind": one.kind,
                "body": one.body,
                "replaced": one.replaced,
                "sha256": one.evidence.sha256,
                "page": one.evidence.page,
            }
            for one in mentions
        ],
    }


def record_word(decisions: Iterable[Decision], mentions: Iterable[Mention]) -> str:
    """The record axis in one word: vote | motion | mention | none."""
    held = list(decisions)
    if any(one.effect in VOTES for one in held):
        return "vote"
    return "motion" if held else "mention" if list(mentions) else "none"


def evidence(
    found: Verdict, decisions: Iterable[Decision], mentions: Iterable[Mention]
) -> Iterator[Evidence]:
    """Cited passages, those the sentences rest on first, without repeats."""
    first = [one.evidence for one in (found.ending, found.entry) if one is not None]
    first += [one.evidence for one in reversed(found.basis)]
    decided = list(decisions)
    rest = [one.evidence for one in decided] + [e for one in decided for e in one.beside]
    rest += [one.evidence for one in mentions]
    seen: set[tuple[str, int, int, int]] = set()
    for one in (*first, *rest):
        place = (one.sha256, one.page, one.start, one.end)
        if place not in seen and len(seen) < _MOST_PASSAGES:
            seen.add(place)
            yield one


def _signature(case: Case) -> Iterator[Evidence]:
    """The agreement's signature page, where its date is used."""
    signed = case.term.signing.signed
    page = cited(signed) if signed else None
    if page is not None:
        yield page


def reviewed(finding: Finding, state: str) -> Finding:
    """The finding at another state of review: confidence follows what people have read."""
    caps = finding.extra.get("caps", {})
    twice = state not in ("lead", "read", "withdrawn")
    return replace(finding, review=state, confidence=caps.get("read_twice" if twice else "lead"))


def _entry(found: Verdict) -> Decision | None:
    return found.entry if found.entry and found.entry.effect != UNCLEAR else None


def _story(case: Case, found: Verdict) -> Story:
    signing = case.term.signing
    gone = signing.gone_by
    return Story(
        verdict=found,
        agency=case.agreement.agency,
        answers_to=case.authority.answers_to,
        board=case.authority.also_relevant or "a local board",
        bodies={body.id: body.name for body in (*case.bodies, *case.beside)},
        anchor=case.term.anchor,
        tables=case.tables,
        leaving=case.leaving,
        window=case.window,
        first_listed=signing.first_listed.date(),
        ice_signed=signing.ice_signed,
        title=_title(signing.signed),
        list_saved=case.lists.newest,
        last_list=signing.spells[-1].last.date() if gone else None,
        gone_by=gone.date() if gone else None,
        other_votes=case.other_votes,
    )


def _title(signed: Signed | None) -> str:
    """The signer's title; none where the form's field for it is not the agency's own."""
    return signed.title or "" if signed and signed.role else ""


def _axes(case: Case) -> dict[str, Any]:
    return {
        "authority": case.authority.who,
        "vote_expectation": case.authority.vote_expectation,
        "record": record_word(case.told, case.mentions),
        "coverage": case.facts.coverage,
        "listing": _state(case),
    }


def _state(case: Case) -> str:
    signing = case.term.signing
    if signing.gone_by is not None:
        return "delisted"
    return "relisted" if signing.number > 1 or len(signing.spells) > 1 else "listed"


def _listing(case: Case) -> dict[str, Any]:
    agreement, signing = case.agreement, case.term.signing
    return {
        "state": _state(case),
        "spells": [spell_json(spell) for spell in signing.spells],
        "pending": [spell_json(spell) for spell in agreement.pending],
        "ice_signed": signing.ice_signed.isoformat() if signing.ice_signed else None,
        "ice_signed_history": [day.isoformat() for day in agreement.ice_signed_history],
        "agency_signed": _own_date(case),
        **({"signature": signing.signed.as_json()} if signing.signed else {}),
        "first_listed": signing.first_listed.isoformat(),
        "names": list(agreement.names),
        "moa_url": agreement.moa_url,
    }


def _own_date(case: Case) -> str | None:
    """The day the agency signed this time, where it was seen."""
    anchor = case.term.anchor
    return anchor.last.isoformat() if anchor.seen else None


def _anchor(case: Case) -> dict[str, Any]:
    anchor = case.term.anchor
    return {
        "first": anchor.first.isoformat(),
        "last": anchor.last.isoformat(),
        "seen": anchor.seen,
        "doubt": anchor.doubt,
        "votes_after": case.term.after.isoformat() if case.term.after else None,
    }


def _coverage(case: Case) -> dict[str, Any]:
    meetings = expected(case.tables)
    return {
        "expected": len(meetings),
        "held": sum(meeting.state == "read" for meeting in meetings),
        "missing": sorted(_missing(case), key=lambda one: (one["date"], one["body"], one["what"])),
        "awaited": sorted({m.date.isoformat() for m in meetings if m.state == "awaited"}),
    }


def _missing(case: Case) -> Iterator[dict[str, str]]:
    for table in case.tables:
        if table.verdict == "not_monitored":
            yield _gap(table.start, "look", "this body is not yet monitored", table.body)
            continue
        for meeting in table.meetings:
            if meeting.state in ("missing", "unread"):
                yield _gap(meeting.date, "minutes", meeting.why, table.body)
        for gap in table.gaps:
            why = f"no good look until {gap.end.date()} ({gap.outcome}), chain of minutes broken"
            yield _gap(gap.start.date(), "look", why, table.body)


def _gap(day: date, what: str, why: str, body: str) -> dict[str, str]:
    return {"date": day.isoformat(), "what": what, "why": temperate(why), "body": body}


def _events(case: Case) -> Iterator[Event]:
    return iter(sorted(set(_marks(case)), key=lambda e: (e.at, e.kind, e.detail, e.good)))


def _marks(case: Case) -> Iterator[Event]:
    for mention in case.mentions:
        posted = mention.evidence.captured_at.date()
        if mention.kind == "agenda" and mention.day and posted <= mention.day:
            yield Event("agenda_posted", posted, f"agenda of {mention.day} seen")
    for table in case.tables:
        for meeting in table.meetings:
            if meeting.state in ("read", "unread", "missing"):
                yield Event("meeting", meeting.date, meeting.state, meeting.state == "read")
    for decision in case.told:
        if decision.day:
            yield Event("vote", decision.day, decision.effect)
    agreement, signing = case.agreement, case.term.signing
    if case.term.anchor.seen:
        yield Event("agency_signed", case.term.anchor.last)
    if signing.ice_signed:
        yield Event("ice_signed", signing.ice_signed)
    for spell in signing.spells:
        yield Event("listed", spell.first.date())
        if spell.gone_by:
            yield Event("delisted", spell.gone_by.date())
    for spell in agreement.pending:
        if spell.first <= signing.first_listed:
            yield Event("pending", spell.first.date())


def _reasons(case: Case, found: Verdict) -> Iterator[str]:
    authority = case.authority
    yield f"{authority.who}: {authority.reason}"
    yield ": ".join(filter(None, [authority.citation, authority.note]))
    yield from case.assumptions
    if case.term.anchor.doubt:
        yield f"{case.term.anchor.doubt}; the first list with the row takes its place"
    if case.term.signing.signed:
        yield told(case.term.signing.signed)
    for decision in case.told:
        if decision.why:
            yield (
                f"{decision.evidence.role} of {decision.day}, p. {decision.evidence.page}: "
                f"{decision.why}"
            )
        if decision.replaced:
            yield f"minutes of {decision.day}: a later version words the passage otherwise"
        for said in decision.differs:
            yield f"meeting of {decision.day}: {said}"
        if apart(decision, case.term.anchor):
            listed = " and ".join(str(day) for day in decision.filed)
            yield (
                f"the minutes of the vote print the date {decision.day} and are filed under "
                f"{listed}: whether it came before or after the signature cannot be told"
            )
    for day in case.other_votes:
        yield f"what was moved on {day} concerns another signing"
    if found.untold_end:
        yield "the row left ICE's list; how it ended cannot be told"
    for overlay in authority.overlays:
        yield f"{overlay.citation}: {overlay.note}"
    for table in case.tables:
        yield from table.doubts
    yield from case.agreement.doubts
