"""Rows made into records: which reading stands, and agreements back from their JSON."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from audit.bodies import BodyRecord
from audit.record import agreement_from_json, load
from audit.values import Signing, Spell
from store.queries import readings
from store.tables import Capture
from tests.audit import shelf
from tests.audit.build import agreement, at, sha

DAY = date(2025, 9, 9)
WHEN = at(DAY + timedelta(days=30))


@pytest.fixture
def store(engine: Engine) -> Session:
    opened = Session(engine, expire_on_commit=False)
    shelf.borough(opened, schedule=["2025-09-09", "soon"])
    return opened


def record(store: Session) -> BodyRecord:
    store.flush()
    return load(store, [shelf.BODY])[shelf.BODY]


def test_a_body_with_everything_held_of_it(store: Session) -> None:
    shelf.look(store, WHEN)
    shelf.look(store, WHEN + timedelta(days=1), "blocked")
    shelf.meeting(store, DAY, time="19:00", kind="regular")
    sha256 = shelf.paper(store, "minutes", DAY, WHEN, "287(g)", flags=[shelf.flag("287(g)")],
                         approves_minutes_of=["2025-08-12"])  # fmt: skip
    held = record(store)
    assert (held.place, held.place_kind, held.county, held.state) == (
        "Fernwick", "borough", "Tamarack", "PA",
    )  # fmt: skip
    assert held.schedule == (DAY,)
    assert [look.outcome for look in held.looks] == ["ok", "blocked"]
    assert [(m.date, m.time, m.kind) for m in held.meetings] == [(DAY, "19:00", "regular")]
    (document,) = held.documents
    (version,) = document.versions
    assert (version.sha256, version.approves, version.readable) == (
        sha256, (date(2025, 8, 12),), True,
    )  # fmt: skip
    assert [flag.quote for flag in version.flags] == ["287(g)"]


def test_an_unknown_body_is_left_out(store: Session) -> None:
    assert load(store, ["nowhere"]) == {}
    assert load(store, []) == {}


def test_bytes_nobody_has_read_are_waiting(store: Session) -> None:
    shelf.paper(store, "minutes", DAY, WHEN)
    store.flush()
    store.connection().exec_driver_sql("DELETE FROM page")
    store.connection().exec_driver_sql("DELETE FROM reading")
    (version,) = record(store).documents[0].versions
    assert version.state == "waiting"
    assert not version.readable


def test_the_old_reading_stays_until_the_new_one_is_complete(store: Session) -> None:
    sha256 = shelf.paper(store, "minutes", DAY, WHEN, minutes_status="draft")
    later = WHEN + timedelta(days=5)
    readings.save_failure(
        store, sha256, readings.Made(later, "2", {}), "failed", "the reader was killed"
    )
    assert record(store).documents[0].versions[0].minutes_status == "draft"
    readings.save(store, sha256, readings.Made(later, "2", {}), shelf.reading("minutes", DAY))
    assert record(store).documents[0].versions[0].minutes_status == "approved"


def test_the_newest_failure_is_told_where_nothing_was_read(store: Session) -> None:
    sha256 = shelf.paper(store, "minutes", DAY, WHEN)
    store.flush()
    store.connection().exec_driver_sql("DELETE FROM page")
    store.connection().exec_driver_sql("DELETE FROM reading")
    readings.save_failure(store, sha256, readings.Made(WHEN, "1", {}), "failed", "first")
    readings.save_failure(
        store, sha256, readings.Made(WHEN + timedelta(days=1), "2", {}), "refused", "encrypted"
    )
    (version,) = record(store).documents[0].versions
    assert (version.state, version.why) == ("refused", "encrypted")


def test_versions_stand_oldest_first_and_the_same_bytes_once(store: Session) -> None:
    first = shelf.paper(store, "minutes", DAY, WHEN, "draft")
    second = shelf.paper(store, "minutes", DAY, WHEN + timedelta(days=9), "final")
    store.flush()
    store.add(Capture(document_id=f"minutes {DAY}", sha256=first, at=WHEN + timedelta(days=20)))
    versions = record(store).documents[0].versions
    assert [version.sha256 for version in versions] == [first, second]
    assert sha("other") not in {version.sha256 for version in versions}


def test_an_agreement_comes_back_as_it_was() -> None:
    spell = Spell(at(DAY), at(DAY), at(DAY + timedelta(days=9)))
    one = agreement(
        pending=(spell,), spells=(spell,), signings=(Signing(2, None, (spell,)),),
        names=("Fernwick P.D.",), ice_signed_history=(DAY,), agency_signed=DAY, doubts=("x",),
    )  # fmt: skip
    assert agreement_from_json(one.as_json()) == one
