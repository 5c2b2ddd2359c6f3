"""Judging only what changed gives what judging everything gives, row for row, byte for byte."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, event, text
from sqlmodel import Session, col, select

from audit import changed
from audit.changed import Order, rejudge
from audit.judge import judge_one
from audit.keep import SaveResult, keep
from audit.matching.settled import key as settled_key
from audit.record import agreement_from_json
from audit.values import Agreement, Finding, Signing, Spell
from store.engine import open_engine, session, sqlite_url
from store.queries import blobs, ice, readings
from store.queries import changed as marks
from store.queries import findings as kept
from store.schema import migrate
from store.tables import (
    Body,
    Capture,
    Document,
    FindingRow,
    Judged,
    Jurisdiction,
    Meeting,
    Motion,
    Observation,
    Reading,
    Review,
    Settlement,
    Snapshot,
    Source,
)
from tests.audit import shelf
from tests.audit.build import at, meeting_days, sha

TOWNS = ("Fernwick", "Otterly", "Dunmarrow", "Larkspur")
STATES = ("PA", "OH")
LISTS = [date(2025, 10, 6) + timedelta(days=21 * n) for n in range(5)]
START = at(date(2026, 1, 20))
DAYS = meeting_days(date(2025, 8, 1), date(2026, 3, 31))
MOTION = "Motion to approve the memorandum of agreement with ICE under section 287(g)."
QUARREL = "Motion to end the agreement with ICE under section 287(g) of the police department."
MODELS = ("Task Force Model", "Warrant Service Officer")

Event = Callable[[Session, random.Random, datetime], None]


def state_of(town: str) -> str:
    return STATES[TOWNS.index(town) % 2]


def council(town: str) -> str:
    return f"{town.lower()}-council"


def add_town(store: Session, town: str) -> None:
    """A borough with its council, a commission beside it, and a source for each."""
    store.add(
        Jurisdiction(
            id=town, name=town, kind="borough", county="Tamarack", state=state_of(town),
            geoid=f"99{TOWNS.index(town):05d}",
        )
    )  # fmt: skip
    store.flush()
    for body, kind in ((council(town), "borough_council"), (f"{town.lower()}-planning", "other")):
        store.add(
            Body(
                id=body, name=f"{town} {kind}", kind=kind, jurisdiction_id=town,
                timezone="America/New_York" if town < "M" else "America/Los_Angeles",
                cadence="second Tuesday 19:00", pack="test",
            )
        )  # fmt: skip
        store.flush()
        store.add(Source(id=f"s {body}", body_id=body, platform="links", url="https://t.example"))
    store.flush()


def paper(
    store: Session, body: str, role: str, day: date, when: datetime, note: str = "", **read: Any
) -> None:
    """A captured and read document of a body; with another note, another version of it."""
    key = f"{body} {role} {day}"
    sha256 = sha(f"{key} {note} {read}")
    if store.get(Document, key) is None:
        store.add(
            Document(
                id=key, body_id=body, source_id=f"s {body}", meeting_date=day, role=role,
                url=f"https://t.example/{key}", first_listed=when, last_listed=when,
            )
        )  # fmt: skip
    if store.get(Reading, 1) is None or not _held(store, sha256):
        blobs.note(store, sha256, 1, when)
        store.flush()
        store.add(Capture(document_id=key, sha256=sha256, at=when))
        made = readings.Made(when, "1", {})
        readings.save(store, sha256, made, shelf.reading(role, day, **{"body": None} | read))


def _held(store: Session, sha256: str) -> bool:
    return store.exec(select(Reading).where(col(Reading.sha256) == sha256)).first() is not None


def agreement(town: str, model: str, last: date, gone: date | None = None) -> Agreement:
    listed = LISTS[TOWNS.index(town) % 3]
    spell = Spell(at(listed), at(last), at(gone) if gone else None)
    signed = listed - timedelta(days=4)
    return Agreement(
        id=f"{state_of(town)}-{town}-{model[0]}".lower(),
        agency=f"{town} Borough Police Department",
        state=state_of(town), county="Tamarack County", kind="Municipality", model=model,
        names=(), spells=(spell,), pending=(), ice_signed=signed, ice_signed_history=(signed,),
        agency_signed=None, moa_url=None, listed=gone is None,
        signings=(Signing(1, signed, (spell,)),),
    )  # fmt: skip


def put_agreements(store: Session, agreements: list[Agreement]) -> None:
    ice.replace_agreements(
        store,
        [
            {"id": a.id, "state": a.state, "agency": a.agency, "model": a.model,
             "listed": a.listed, "content": a.as_json()}
            for a in agreements
        ],
    )  # fmt: skip
    store.flush()


def put_list(store: Session, day: date) -> None:
    blobs.note(store, sha(f"list {day}"), 1, at(day))
    store.flush()
    store.merge(
        Snapshot(
            sha256=sha(f"list {day}"), name="list.xlsx", kind="participating", saved=at(day),
            placed=at(day), first_seen=at(day), origin="import",
        )
    )  # fmt: skip
    store.flush()


def held_agreements(store: Session) -> list[Agreement]:
    return [agreement_from_json(row.content) for row in ice.agreements(store)]


def fill(store: Session) -> None:
    """Three of the four towns with a history; Otterly's minutes are all held."""
    for town in TOWNS[:3]:
        add_town(store, town)
    for number, day in enumerate(DAYS):
        when = at(day + timedelta(days=30))
        if when < START:
            before = [str(DAYS[number - 1])] if number else []
            paper(store, council("Otterly"), "minutes", day, when, approves_minutes_of=before)
    paper(store, council("Fernwick"), "minutes", DAYS[1], at(DAYS[2]), **shelf.vote(MOTION))
    for day in LISTS:
        put_list(store, day)
    put_agreements(store, [agreement(town, MODELS[0], LISTS[-1]) for town in TOWNS[:3]])


# What may happen to a store; each draws its own particulars.


def some_body(store: Session, drawn: random.Random) -> str:
    return drawn.choice(sorted(store.exec(select(Body.id)).all()))


def new_minutes(store: Session, drawn: random.Random, now: datetime) -> None:
    day = drawn.choice([d for d in DAYS if at(d) < now])
    words = drawn.choice(
        [{}, {}, shelf.vote(MOTION), shelf.vote(MOTION, result="unknown"),
         shelf.vote(QUARREL, "end"), {"flags": [shelf.flag("a memorandum with ICE")]}]
    )  # fmt: skip
    before = [str(max((d for d in DAYS if d < day), default=day - timedelta(days=28)))]
    paper(store, some_body(store, drawn), "minutes", day, now, str(drawn.random()),
          approves_minutes_of=before, **words)  # fmt: skip


def agenda_ahead(store: Session, drawn: random.Random, now: datetime) -> None:
    day = now.date() + timedelta(days=drawn.randint(1, 9))
    paper(store, some_body(store, drawn), "agenda", day, now, flags=[shelf.flag("an agreement")])


def look(store: Session, drawn: random.Random, now: datetime) -> None:
    source = drawn.choice(store.exec(select(Source.id)).all())
    outcome = drawn.choice(("ok", "ok", "blocked"))
    store.add(Observation(source_id=source, started=now, finished=now, outcome=outcome))


def listed_meeting(store: Session, drawn: random.Random, now: datetime) -> None:
    body = some_body(store, drawn)
    day = now.date() - timedelta(days=drawn.randint(-40, 150))
    store.merge(
        Meeting(id=f"{body} {day}", body_id=body, source_id=f"s {body}", date=day,
                kind=drawn.choice(("regular", "special")), first_seen=now, last_seen=now,
                status=drawn.choice(("scheduled", "cancelled")))
    )  # fmt: skip


def reread(store: Session, drawn: random.Random, now: datetime) -> None:
    """A newer pipeline reads one blob otherwise: its motion is another, or gone."""
    sha256 = drawn.choice(sorted(store.exec(select(Capture.sha256)).all()))
    old = store.exec(select(Reading).where(col(Reading.sha256) == sha256)).all()[-1]
    made = readings.Made(now, str(drawn.random()), {})
    words = drawn.choice([{}, shelf.vote(MOTION, "reject")])
    day = old.meeting_date or DAYS[0]
    readings.save(store, sha256, made, shelf.reading("minutes", day, body=None, **words))


def broken_reading(store: Session, drawn: random.Random, now: datetime) -> None:
    one = drawn.choice(store.exec(select(Reading)).all())
    one.pages_unread = drawn.choice((0, 1))
    store.add(one)


def better_motion(store: Session, drawn: random.Random, now: datetime) -> None:
    for one in store.exec(select(Motion)).all():
        one.nays = drawn.randint(0, 3)
        store.add(one)


def verified(store: Session, drawn: random.Random, now: datetime) -> None:
    one = drawn.choice(store.exec(select(Source)).all())
    one.state = drawn.choice(("verified", "unverified"))
    one.watched = drawn.random() < 0.8
    store.add(one)


def registry(store: Session, drawn: random.Random, now: datetime) -> None:
    """A pack says something else of a body, or a town is new."""
    if store.get(Jurisdiction, TOWNS[3]) is None and drawn.random() < 0.3:
        add_town(store, TOWNS[3])
        return
    body = store.get(Body, some_body(store, drawn))
    assert body is not None
    what = drawn.randrange(4)
    if what == 0:
        body.cadence = drawn.choice((None, "first Monday 18:00", "second Tuesday 19:00"))
    elif what == 1:
        body.answers_for = drawn.choice(([], [f"{drawn.choice(TOWNS)} Borough Police Department"]))
    elif what == 2:
        body.watched = not body.watched
    else:
        body.kind = drawn.choice(("borough_council", "other"))
    store.add(body)


def workbook(store: Session, drawn: random.Random, now: datetime) -> None:
    """A new list, with one town more or fewer, another model, or the same rows again."""
    day = now.date()
    put_list(store, day)
    held = {one.id: one for one in held_agreements(store)}
    for one in held.values():
        spell = one.spells[-1]
        if spell.gone_by is None:
            spells = (replace(spell, last=at(day)),)
            held[one.id] = replace(
                one, spells=spells, signings=(Signing(1, one.ice_signed, spells),)
            )
    town, model = drawn.choice(TOWNS), drawn.choice(MODELS)
    fresh = agreement(town, model, day, day if drawn.random() < 0.4 else None)
    if fresh.id in held and drawn.random() < 0.3:
        del held[fresh.id]
    else:
        held[fresh.id] = fresh
    put_agreements(store, list(held.values()))


def own_date(store: Session, drawn: random.Random, now: datetime) -> None:
    """A person enters the date on which the agency signed; no list is new."""
    held = held_agreements(store)
    if held:
        at_ = drawn.randrange(len(held))
        held[at_] = replace(held[at_], agency_signed=DAYS[drawn.randrange(4)])
        put_agreements(store, held)


def settled(store: Session, drawn: random.Random, now: datetime) -> None:
    town = drawn.choice(TOWNS)
    agency = f"{town} Borough Police Department"
    answer = drawn.choice(("body", "none", "withdrawn"))
    store.add(
        Settlement(
            state=state_of(town), key=settled_key(state_of(town), agency)[1], agency=agency,
            answer=answer,
            bodies=[some_body(store, drawn)] if answer == "body" else [], who="Editor", at=now,
            why="asked",
        )
    )  # fmt: skip


def reviewed(store: Session, drawn: random.Random, now: datetime) -> None:
    ids = store.exec(select(FindingRow.id).where(col(FindingRow.current))).all()
    if ids:
        state = drawn.choice(("read", "read_twice"))
        store.add(Review(finding_id=drawn.choice(sorted(ids)), state=state, who="Editor", at=now))


EVENTS: tuple[Event, ...] = (
    new_minutes, agenda_ahead, look, listed_meeting, reread, broken_reading, better_motion,
    verified, registry, workbook, own_date, settled, reviewed,
)  # fmt: skip


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled store as one file, to be copied: a migration for each example is too slow."""
    path = tmp_path_factory.mktemp("template") / "filled.db"
    opened = open_engine(sqlite_url(path))
    migrate(opened)
    with session(opened) as store:
        fill(store)
    with opened.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    opened.dispose()
    return path


@contextmanager
def copy(template: Path, folder: Path, name: str) -> Iterator[Engine]:
    path = folder / f"{name}.db"
    for old in folder.glob(f"{name}.db*"):
        old.unlink()
    shutil.copy(template, path)
    opened = open_engine(sqlite_url(path))
    # A copy for one example need not outlive a power cut.
    event.listen(opened, "connect", lambda raw, _: raw.execute("PRAGMA synchronous=OFF"))
    try:
        yield opened
    finally:
        opened.dispose()


def asked(now: datetime, **more: Any) -> Order:
    return Order(STATES, now, **more)


def judge_again(engine: Engine, now: datetime, *, whole: bool = False) -> SaveResult:
    with session(engine) as store:
        return rejudge(store, asked(now), whole=whole)


def everything(engine: Engine) -> list[dict[str, Any]]:
    with session(engine) as store:
        return kept.contents(store, every=True)


def happen(engine: Engine, what: Event, seed: int, now: datetime) -> None:
    with session(engine) as store:
        what(store, random.Random(seed), now)


STEPS = st.lists(
    st.tuples(
        st.lists(st.sampled_from(EVENTS), max_size=3),
        st.integers(0, 10_000),
        st.sampled_from([timedelta(0), timedelta(hours=7), timedelta(days=1), timedelta(days=20)]),
    ),
    min_size=1,
    max_size=4,
)


@settings(
    max_examples=25,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=STEPS)
def test_what_changed_gives_what_everything_gives(
    template: Path, tmp_path: Path, steps: list[tuple[list[Event], int, timedelta]]
) -> None:
    with copy(template, tmp_path, "part") as part, copy(template, tmp_path, "whole") as whole:
        now = START
        for events, seed, later in [([], 0, timedelta(0)), *steps]:
            now += later
            for number, event in enumerate(events):
                happen(part, event, seed + number, now)
                happen(whole, event, seed + number, now)
            judge_again(part, now)
            judge_again(whole, now, whole=True)
            assert everything(part) == everything(whole)


def history(engine: Engine, seed: int = 7) -> None:
    """A store in which something of everything has happened."""
    for number, what in enumerate(EVENTS):
        happen(engine, what, seed + number, START)


@pytest.mark.timeout(600)
@settings(
    max_examples=1,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 10_000))
def test_the_days_alone_change_what_a_daily_judging_of_everything_changes(
    template: Path, tmp_path: Path, seed: int
) -> None:
    """Months in which nothing comes: awaited minutes go missing, windows close, gaps open."""
    with copy(template, tmp_path, "part") as part, copy(template, tmp_path, "whole") as whole:
        for engine in (part, whole):
            history(engine, seed)
        now, drawn = START, random.Random(seed)
        while now < START + timedelta(days=230):
            judge_again(part, now)
            judge_again(whole, now, whole=True)
            assert everything(part) == everything(whole), now
            now += timedelta(hours=drawn.choice((5, 26, 150, 200)))
        with session(part) as store:
            at_rest = [row.changes_at is None for row in store.exec(select(Judged)).all()]
        assert any(at_rest)


class Killed(BaseException):
    """What a power cut is to the work at hand."""


@pytest.mark.parametrize("events", [(new_minutes, look), (registry, own_date), (workbook,)])
@pytest.mark.parametrize("after", [0, 1, 9])
def test_a_judging_that_is_killed_is_done_again(
    template: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    events: tuple[Event, ...],
    after: int,
) -> None:
    monkeypatch.setattr("audit.judge.BODIES_AT_ONCE", 1)
    with copy(template, tmp_path, "part") as part, copy(template, tmp_path, "whole") as whole:
        for engine in (part, whole):
            judge_again(engine, START)
            for number, what in enumerate(events):
                happen(engine, what, 40 + number, START)
        with monkeypatch.context() as patch:
            patch.setattr(changed, "keep", killed_after(after))
            patch.setattr(marks, "clear", killed_after(0))
            with pytest.raises(Killed):
                judge_again(part, START)
        judge_again(part, START)
        judge_again(whole, START, whole=True)
        assert everything(part) == everything(whole)


def killed_after(calls: int) -> Callable[..., SaveResult]:
    """Keeping that is cut off after so many batches."""
    left = [calls]

    def cut(*told: Any) -> SaveResult:
        left[0] -= 1
        if left[0] < 0:
            raise Killed
        return keep(*told)

    return cut


def rejudged(engine: Engine, monkeypatch: pytest.MonkeyPatch, now: datetime = START) -> set[str]:
    """The agreements that a judging looks at again."""
    seen: set[str] = set()

    def noted(answers: Any, *more: Any) -> Iterator[Finding]:
        seen.add(answers.agreement.id)
        return judge_one(answers, *more)

    with monkeypatch.context() as patch:
        patch.setattr("audit.judge.judge_one", noted)
        judge_again(engine, now)
    return seen


def test_one_document_is_looked_at_for_its_own_agreements(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with copy(template, tmp_path, "part") as engine:
        assert len(rejudged(engine, monkeypatch)) == 3
        assert rejudged(engine, monkeypatch) == set()
        with session(engine) as store:
            paper(store, council("Fernwick"), "minutes", DAYS[2], START, **shelf.vote(MOTION))
        assert rejudged(engine, monkeypatch) == {"pa-fernwick-t"}
        with session(engine) as store:
            add_town(store, TOWNS[3])
        assert rejudged(engine, monkeypatch) == set()
        with session(engine) as store:
            put_list(store, START.date())
        assert len(rejudged(engine, monkeypatch)) == 3
        assert len(rejudged(engine, monkeypatch, START - timedelta(days=1))) == 3


def test_a_look_that_only_sees_the_same_again_marks_no_more_than_its_body(
    template: Path, tmp_path: Path
) -> None:
    with copy(template, tmp_path, "part") as engine:
        judge_again(engine, START)
        with session(engine) as store:
            store.execute(text("UPDATE document SET last_listed = '2027-01-01', listed = listed"))
            store.execute(text("UPDATE meeting SET last_seen = '2027-01-01'"))
            assert marks.take(store) == marks.Marks()
            store.add(Observation(source_id="s otterly-council", started=START, finished=START,
                                  outcome="ok"))  # fmt: skip
            store.flush()
            assert marks.take(store) == marks.Marks(bodies=frozenset({council("Otterly")}))


def test_a_change_while_judging_is_marked_anew(template: Path, tmp_path: Path) -> None:
    with copy(template, tmp_path, "part") as engine:
        judge_again(engine, START)
        with session(engine) as store:
            look(store, random.Random(1), START)
            store.flush()
            before = marks.take(store)
            look(store, random.Random(1), START)
            store.flush()
            marks.clear(store)
            assert marks.take(store) == before != marks.Marks()


def test_a_trigger_that_is_gone_is_set_again_and_everything_judged(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration that rebuilds a table drops its triggers without a word."""
    with copy(template, tmp_path, "part") as engine:
        judge_again(engine, START)
        with session(engine) as store:
            store.execute(text("DROP TRIGGER stale_motion_update"))
            better_motion(store, random.Random(1), START)
        assert len(rejudged(engine, monkeypatch)) == 3
        with session(engine) as store:
            assert marks.watched(store)


def test_a_table_nobody_named_touches_everything(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(marks, "_QUIET", marks._QUIET - {"blob"})
    with copy(template, tmp_path, "part") as engine:
        judge_again(engine, START)
        with session(engine) as store:
            blobs.note(store, "e" * 64, 1, START)
        assert len(rejudged(engine, monkeypatch)) == 3


def test_other_settings_keep_other_findings(template: Path, tmp_path: Path) -> None:
    with copy(template, tmp_path, "part") as engine:
        judge_again(engine, START)
        with session(engine) as store:
            none = rejudge(store, asked(START, wanted=lambda _: False, settings="none"))
        assert none.withdrawn == none.changed == 3
        assert judge_again(engine, START).replaced == 3


def test_queries_find_their_indexes(template: Path, tmp_path: Path) -> None:
    """No query of a judging reads a table that grows with the country from end to end."""
    asked_for: list[tuple[str, Any]] = []
    with copy(template, tmp_path, "part") as engine:
        judge_again(engine, START)
        event.listen(engine, "before_cursor_execute",
                     lambda *told: asked_for.append((told[2], told[3])))  # fmt: skip
        happen(engine, new_minutes, 3, START)
        asked_for.clear()
        judge_again(engine, START)
        grow = {"meeting", "document", "capture", "reading", "page", "motion", "flag", "item",
                "observation", "finding"}  # fmt: skip
        with engine.connect() as connection:
            for sql, values in asked_for:
                if not sql.lstrip().upper().startswith("SELECT"):
                    continue
                plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values).all()
                scanned = [row[3] for row in plan if row[3].startswith("SCAN")]
                assert not [s for s in scanned if s.split()[1] in grow], (sql, plan)
