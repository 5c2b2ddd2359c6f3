"""The story of a finding: every date, document, rule and reason, in lines that can be read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from audit.assemble import finding
from audit.authority import Authority
from audit.bodies import HeldDocument, Passage, ReadEnactment, Version
from audit.case import Held, Lists, build, link
from audit.decisions import record
from audit.explain import WIDTH, explain, explain_json
from audit.phrases import FORBIDDEN
from audit.signings import terms
from audit.story import story
from audit.told import CHANGES, LABELS
from audit.values import Finding
from tests.audit.build import (
    agenda,
    agreement,
    at,
    body,
    chain,
    flag,
    meeting_days,
    minutes,
    motion,
)

DAYS = meeting_days(date(2025, 2, 1), date(2026, 3, 31))
VOTED = date(2025, 8, 12)
NOW = at(date(2026, 5, 1))
COUNCIL = Authority(
    "municipal_council", "the municipality's council", "expected",
    "its head works under this body", "53 Pa.C.S. 2305(a)", "A note on it.",
)  # fmt: skip


def found(
    documents: Sequence[object], signed: date = date(2025, 10, 1), who: Authority = COUNCIL
) -> Finding:
    held = body(documents)  # type: ignore[arg-type]
    kept = [Held(held, record(held))]
    one = agreement(signed)
    linked = link(one, kept, {held.id: [one]})
    (term,) = terms(one, linked.decisions, date(2025, 1, 1))
    return finding(build(one, term, who, kept, linked, Lists((date(2025, 10, 6),)), NOW))


def with_vote(*motions: object, **more: object) -> list[object]:
    held: list[object] = [d for d in chain(DAYS) if d.meeting_date != VOTED]
    before = DAYS[DAYS.index(VOTED) - 1]
    held.append(minutes(VOTED, [before], motions=motions, **more))  # type: ignore[arg-type]
    return held


def lines(one: Finding, title: str) -> str:
    held = {section.title: section.lines for section in story(one.as_json())}
    return "\n".join(held.get(title, ()))


def test_a_vote_is_told_with_its_page_its_link_and_its_rules() -> None:
    one = found([*with_vote(motion(ayes=5, nays=2)), agenda(VOTED, flags=[flag()])])
    told = lines(one, "Votes on record")
    assert "12 August 2025, Fernwick Borough Council: a motion to approve it" in told
    assert "which passed, 5-2. Effect: approves. By the approved minutes, p. 1 (sha256" in told
    assert "concerns this agreement is certain: its own words name" in told
    assert "listed on the agenda" in lines(one, "Mentions outside a motion")
    rules = lines(one, "Rules applied")
    assert "docs/method.md, section 3" in rules
    assert "53 Pa.C.S. 2305(a)" in rules
    assert "signature" in lines(one, "What would change it")


def test_dates_stand_in_order_and_name_the_vote() -> None:
    told = lines(found(with_vote(motion())), "Dates").splitlines()
    marks = ("a vote on record", "may have signed", "prints SIGNED", "first seen on ICE's part")
    places = [next(n for n, line in enumerate(told) if mark in line) for mark in marks]
    assert places == sorted(places)


def test_every_meeting_stands_with_the_hash_of_our_copy() -> None:
    one = found(chain(DAYS))
    told = lines(one, "Meetings that were looked at")
    for meeting in one.tables[0].meetings:
        assert meeting.minutes is not None
        assert meeting.minutes[:12] in told
    assert "Coverage is complete" in told


def test_a_missing_meeting_is_named_with_what_would_change_it() -> None:
    one = found([d for d in chain(DAYS) if d.meeting_date != VOTED])
    assert one.label == "CANNOT_TELL"
    assert "Missing: 12 August 2025, minutes" in lines(one, "Meetings that were looked at")
    assert "would stand" in lines(one, "What would change it")


def test_a_contradiction_is_told_and_its_passage_is_cited() -> None:
    draft = with_vote(motion(seconder="Reyes"), minutes_status="draft")[-1]
    final = with_vote(motion(seconder="Ames"))[-1]
    later = replace(final.versions[0], sha256="f" * 64, captured_at=at(date(2025, 9, 20)))  # type: ignore[attr-defined]
    both = replace(draft, versions=(*draft.versions, later))  # type: ignore[type-var, attr-defined]
    one = found([*with_vote()[:-1], both])
    assert "RECORD_CHANGED" in one.overlays
    told = lines(one, "Votes on record")
    assert "contradiction: the approved minutes" in told
    assert "as Reyes" in told
    assert "cited for: says otherwise" in lines(one, "Passages cited, letter for letter")


def test_a_lead_is_told_apart_from_votes() -> None:
    said = motion(text="Motion to support the Sheriff's 287(g) agreement. Motion passed.")
    one = found(with_vote(said))
    assert one.label == "CANNOT_TELL"
    assert lines(one, "Votes on record") == ""
    assert "names the sheriff" in lines(one, "Passages that may be a vote and count as none")
    assert "counts as no vote" in lines(one, "Rules applied")


@pytest.mark.parametrize("documents", [chain(DAYS), with_vote(motion(ayes=5, nays=2)), []])
def test_the_story_keeps_its_width_and_its_words(documents: list[object]) -> None:
    told = explain(found(documents).as_json())
    assert not FORBIDDEN.search(told)
    assert "None" not in told
    for line in told.splitlines():
        assert len(line) <= WIDTH or " " not in line.strip(), line


def test_the_story_as_data_holds_the_same_sentences() -> None:
    content = {**found(with_vote(motion())).as_json(), "id": "x.r1"}
    told = json.loads(json.dumps(explain_json(content)))
    assert told["id"] == "x.r1"
    assert told["label"] == content["label"]
    assert [s["title"] for s in told["sections"]] == [s.title for s in story(content)]
    text = " ".join(explain(content).split())
    for section in told["sections"]:
        for line in section["lines"]:
            assert " ".join(line.removeprefix("- ").split()) in text


def test_every_label_has_its_rule() -> None:
    assert set(CHANGES) <= set(LABELS)


RESOLVED = "A RESOLUTION OF THE COUNCIL APPROVING A MEMORANDUM OF AGREEMENT WITH ICE"


def resolution(**more: object) -> HeldDocument:
    """A document with the text of Resolution 2025-14, adopted on the day of the vote."""
    values: dict[str, object] = {
        "kind": "resolution", "number": "2025-14", "title": RESOLVED, "direction": "adopt",
        "opens": Passage("RESOLUTION 2025-14", 1, 0, 18), "adopted": VOTED, "result": "passed",
        "matter": Passage(RESOLVED, 1, 20, 20 + len(RESOLVED)), "ayes": 4, "nays": 3,
        "told": Passage("ADOPTED this 12th day of August", 1, 200, 231), "signature": "signed",
    } | more  # fmt: skip
    one = ReadEnactment(**values)  # type: ignore[arg-type]
    version = Version("d" * 64, at(date(2025, 9, 20)), kind="resolution", enactments=(one,))
    return HeldDocument("r", "resolution", "file:r.pdf", VOTED, (version,), "import")


def test_a_vote_that_only_a_text_tells_is_told_as_the_texts() -> None:
    one = found([*(d for d in chain(DAYS) if d.meeting_date != VOTED), resolution()])
    assert (one.label, one.confidence) == ("VOTE_BEFORE", "medium")
    assert "PROVISIONAL" in one.overlays
    assert one.wording.endswith("per the text of Resolution 2025-14, p. 1.")
    told = lines(one, "Votes on record")
    assert "By the text of Resolution 2025-14, p. 1 (sha256 dddddddddddd), supplied by a" in told
    assert "no minutes of that meeting are held" in told
    assert "supplied by a reader" in lines(one, "Passages cited, letter for letter")
    assert "as only the text of Resolution 2025-14 tells this vote" in lines(
        one, "What would change it"
    )
    assert "until the minutes stand" in lines(one, "Rules applied")


def test_a_text_left_open_is_named_with_what_would_settle_it() -> None:
    more = {"adopted": None, "blank": True, "result": "unknown", "signature": "blank"}
    one = found([*chain(DAYS), resolution(**more)])
    assert one.label == "CANNOT_TELL"
    assert "its form was left open" in one.wording
    assert "the text of a resolution of Fernwick Borough Council" in one.wording
    assert "A dated and signed copy" in lines(one, "What would change it")


def test_a_contradiction_is_told_with_what_would_settle_it() -> None:
    moved = motion(ayes=5, nays=2, text="Motion to adopt Resolution 2025-14, the 287(g) agreement.")
    one = found([*with_vote(moved), resolution()])
    assert "RECORD_CHANGED" in one.overlays
    assert "give the count as 5-2, the text of Resolution 2025-14" in lines(one, "Votes on record")
    assert "both are shown and nothing is resolved" in lines(one, "Rules applied")
    assert "contradict each other" in lines(one, "What would change it")
    told = explain(one.as_json())
    assert not FORBIDDEN.search(told)
    assert "None" not in told
