"""People over findings: no step skipped, two readers, and a changed record starts again."""

from __future__ import annotations

import pytest
from sqlalchemy import update
from sqlmodel import col

from jobs.context import Context
from jobs.errors import JobError
from jobs.steps import shown
from jobs.steps.review import review
from store.engine import session
from store.tables import Reading

pytestmark = pytest.mark.timeout(300)


def _negative(context: Context) -> str:
    return next(f["id"] for f in shown.findings(context) if f["label"] == "NO_VOTE_FOUND")


def _state(context: Context, key: str) -> tuple[str, str]:
    finding = next(f for f in shown.findings(context) if f["key"] == key)
    return finding["review"], finding["confidence"]


def test_two_readings_raise_a_lead_to_medium_and_never_more(own: Context) -> None:
    finding = _negative(own)
    key = finding.partition(".r")[0]
    finding = review(own, finding, "read", "Ada Odell", "read all minutes")
    assert _state(own, key) == ("read", "lead")
    finding = review(own, finding, "read_twice", "Ben Brandt", "read them again")
    assert _state(own, key) == ("read_twice", "medium")
    for step in ("reply_requested", "no_reply", "cleared", "published"):
        finding = review(own, finding, step, "Ada Odell", "by letter")
    assert _state(own, key) == ("published", "medium")


def test_no_step_is_skipped_and_one_person_is_not_two(own: Context) -> None:
    finding = _negative(own)
    with pytest.raises(JobError, match="next step is read, not 'cleared'"):
        review(own, finding, "cleared", "Ada Odell", "in a hurry")
    finding = review(own, finding, "read", "Ada Odell", "read all minutes")
    with pytest.raises(JobError, match="another person"):
        review(own, finding, "read_twice", "ada  odell", "read them again")


def test_a_replaced_or_unknown_finding_cannot_be_reviewed(own: Context) -> None:
    finding = _negative(own)
    review(own, finding, "read", "Ada Odell", "read all minutes")
    with pytest.raises(JobError, match="was replaced"):
        review(own, finding, "read", "Ada Odell", "again")
    with pytest.raises(JobError, match="no finding"):
        review(own, "nothing", "read", "Ada Odell", "again")


def test_when_the_record_changes_people_start_again(own: Context) -> None:
    finding = _negative(own)
    key = finding.partition(".r")[0]
    review(own, finding, "read", "Ada Odell", "read all minutes")
    minutes = next(f for f in shown.findings(own) if f["key"] == key)["tables"][0]["meetings"]
    sha256 = next(m["minutes"] for m in minutes if m["state"] == "read")
    with session(own.workspace.engine) as opened:
        opened.execute(update(Reading).where(col(Reading.sha256) == sha256).values(pages_unread=1))
    from jobs.steps.audit import audit

    audit(own)
    finding_now = next(f for f in shown.findings(own) if f["key"] == key)
    assert (finding_now["label"], finding_now["review"]) == ("CANNOT_TELL", "lead")
