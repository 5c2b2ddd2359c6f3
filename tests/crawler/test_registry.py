from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session, select

from crawler.errors import PackError
from crawler.keep_registry import keep_registry
from crawler.registry import builtin_packs, load_packs, parse_pack
from store.engine import session
from store.tables import Body, Source
from tests.crawler.world import NOW

GOOD = """
[[body]]
id = "pa-exampleton-borough-council"
name = "Exampleton Borough Council"
kind = "borough_council"
place = { name = "Exampleton", kind = "borough", county = "Butler", state = "PA", geoid = "42000" }
timezone = "America/New_York"
cadence = "second and fourth Tuesday 19:00"
schedule = ["2026-01-13", 2026-01-27]
answers_for = ["Exampleton Borough Police Department"]

[[body.source]]
platform = "civicplus"
url = "https://www.exampleton.example/AgendaCenter"
board = "Borough Council"
state = "unverified"
seen_in = "the borough's front page, 2026-01-05"
"""
ADDED = """
[[body]]
id = "pa-exampleton-borough-council"
name = "Exampleton Borough Council"
kind = "borough_council"
place = { name = "Exampleton", kind = "borough", state = "PA" }
timezone = "America/New_York"
[[body.source]]
platform = "links"
url = "https://www.exampleton.example/minutes/"
"""


def test_a_pack_as_a_journalist_writes_it() -> None:
    (body,) = parse_pack(GOOD, "x.toml")
    assert (body.state, body.place.id, body.pack) == ("PA", "42000", "x.toml")
    assert body.schedule == (date(2026, 1, 13), date(2026, 1, 27))
    (source,) = body.sources
    assert source.id.startswith("pa-exampleton-borough-council/")
    assert source.id == parse_pack(GOOD, "other.toml")[0].sources[0].id
    assert (source.board, source.state) == ("Borough Council", "unverified")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("cadence =", "cadense =", "unknown key 'body.0.cadense'; did you mean 'cadence'?"),
        ("county =", "conty =", "unknown key 'body.0.place.conty'; did you mean 'county'?"),
        ("seen_in =", "sen_in =", "unknown key 'body.0.source.0.sen_in'; did you mean 'seen_in'?"),
        ("board =", "zzz =", "known here: platform, url, board"),
        ("[[body]]", "[[bodie]]", "unknown key 'bodie'; did you mean 'body'?"),
        ('"borough_council"\n', '"borough_counsil"\n', "(nearest: 'borough_council')"),
        ('"PA", geoid', '"Pa", geoid', "body.0.place.state"),
        ("America/New_York", "America/Newyork", "no time zone 'America/Newyork'"),
        ("https://www.ex", "ftp://www.ex", "body.0.source.0.url"),
        ('"2026-01-13"', '"13 January"', "body.0.schedule.0"),
        ('"unverified"', '"manual"', "a manual source needs a reason"),
        ("[[body.source]]", "[[body.source", "not readable as TOML"),
        ('id = "pa-ex', 'id = "PA ex', "body.0.id"),
    ],
)
def test_a_mistake_is_named(old: str, new: str, said: str) -> None:
    assert old in GOOD
    with pytest.raises(PackError) as caught:
        parse_pack(GOOD.replace(old, new), "packs/x.toml")
    assert str(caught.value).startswith("packs/x.toml: ")
    assert said in str(caught.value)


def test_two_bodies_of_one_name() -> None:
    with pytest.raises(PackError, match="two bodies are called"):
        parse_pack(GOOD + GOOD, "x.toml")


def test_packs_add_up(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD)
    (tmp_path / "b.toml").write_text(ADDED)
    (tmp_path / "notes.txt").write_text("not a pack")
    (body,) = load_packs((), tmp_path).bodies
    assert [s.platform for s in body.sources] == ["civicplus", "links"]
    assert body.cadence == "second and fourth Tuesday 19:00"
    assert load_packs((), tmp_path / "none").bodies == ()


def test_an_unknown_built_in_pack() -> None:
    with pytest.raises(PackError, match="did you mean 'pennsylvania'"):
        load_packs(["pensylvania"], None)


@pytest.mark.parametrize("name", builtin_packs())
def test_built_in_packs_invent_no_address(name: str) -> None:
    registry = load_packs([name], None)
    assert registry.bodies
    assert registry.without_source  # most bodies have no address that anyone has seen
    for source in registry.sources:
        assert source.seen_in
        assert source.state in ("unverified", "manual")
    ids = [body.id for body in registry.bodies]
    assert len(set(ids)) == len(ids)


def test_the_store_agrees_with_the_packs(engine: Engine) -> None:
    (body,) = parse_pack(GOOD, "x.toml")
    from crawler.registry import Registry

    with session(engine) as opened:
        keep_registry(opened, Registry((body,)), NOW)
    with session(engine) as opened:
        row = opened.exec(select(Source)).one()
        row.state, row.verified_by, row.verified_at = "verified", "A. Reader", NOW
        row.resume = {"pages": {}}
        opened.add(row)
    with session(engine) as opened:
        keep_registry(opened, Registry((body,)), NOW + timedelta(days=1))
    with Session(engine) as opened:
        row = opened.exec(select(Source)).one()
        assert (row.state, row.verified_by, row.resume) == ("verified", "A. Reader", {"pages": {}})
        assert opened.exec(select(Body)).one().schedule == ["2026-01-13", "2026-01-27"]
    with session(engine) as opened:
        keep_registry(opened, Registry(), NOW)
    with Session(engine) as opened:
        assert opened.exec(select(Source)).one().watched is False
        assert opened.exec(select(Body)).one().watched is False
