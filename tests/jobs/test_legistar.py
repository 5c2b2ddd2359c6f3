"""A county on Legistar by the commands: found, watched, read, and its votes handed over by hand."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlmodel import Session, col, select

from demo.ice.workbook import render
from demo.values import Row, Workbook
from store.engine import open_engine, sqlite_url
from store.tables import Document, Flag, Motion, Reading
from tests.crawler.legistar import Api, event, item, roll, votes
from tests.crawler.site import Site, serving
from tests.jobs.running import offagenda
from tests.jobs.test_sources import BODY, PACK

AT = "2026-07-06T11:00:00+00:00"
AGENCY = "Alder Borough Police Department"
MATTER = "Resolution authorizing a 287(g) memorandum of agreement with ICE"


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        yield running


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "watch"
    offagenda("init", folder)
    (folder / "offagenda.toml").write_text("[crawler]\nallow_loopback = true\n")
    (folder / "packs" / "alder.toml").write_text(PACK)
    return folder


@pytest.fixture
def api(site: Site) -> Api:
    made = Api(site)
    past = event(5, "2026-06-16", EventAgendaFile=f"{site.url}/5_A.pdf")
    made.publish(past, event(6, "2026-07-21"), years=(1998, 2025, 2026))
    site.pdf("/5_A.pdf", "agenda")
    made.record(
        5,
        item(500, "Roll call", EventItemRollCallFlag=1),
        item(501, MATTER, EventItemActionName="Adopted", EventItemPassedFlagName="Pass",
             EventItemMover="Ann Odell", EventItemSeconder="Ben Odell", EventItemTally="2:1"),
        roll_500=roll(500, Present="Ann Ben Cy"),
        votes_501=votes(501, Aye="Ann Ben", Nay="Cy"),
    )  # fmt: skip
    return made


def test_a_county_from_its_address_to_its_votes(home: Path, api: Api) -> None:
    at = ("--home", home, "--now", AT)
    detected = json.loads(offagenda(*at, "sources", "detect", api.url, "--json").stdout)
    assert (detected["platform"], detected["outcome"]) == ("legistar", "ok")
    added = offagenda(*at, "sources", "add", api.url, "--body", BODY, "--board", "County Council")
    assert added.returncode == 0, added.stderr
    checked = offagenda(*at, "sources", "check", "--json")
    assert [s["outcome"] for s in json.loads(checked.stdout)["sources"]] == ["ok"]
    assert offagenda(*at, "analyze").returncode == 0
    engine = open_engine(sqlite_url(home / "offagenda.db"))
    with Session(engine) as opened:
        (document,) = opened.exec(
            select(Document).where(
                col(Document.role) == "votes",
                col(Document.meeting_date) == date(2026, 6, 16),
            )
        ).all()
        (reading,) = opened.exec(select(Reading).where(col(Reading.kind) == "votes")).all()
        (motion,) = opened.exec(select(Motion)).all()
        (flag,) = opened.exec(select(Flag)).all()
    engine.dispose()
    assert document.problem is None
    assert (reading.state, str(reading.meeting_date)) == ("ok", "2026-06-16")
    assert (motion.topics, motion.direction, motion.result) == (["287g"], "adopt", "passed")
    assert (motion.ayes, motion.nays, motion.mover) == (2, 1, "Ann Odell")
    assert flag.relevance == "agreement"
    assert offagenda(*at, "verify").returncode == 0
    assert offagenda(*at, "audit").returncode == 0
    span = ("--from", "2026-06-01", "--to", "2026-06-30", "--json")
    told = json.loads(offagenda(*at, "coverage", BODY, *span).stdout)
    (meeting,) = [m for m in told["meetings"] if m["date"] == "2026-06-16"]
    assert (meeting["state"], meeting["minutes"]) == ("awaited", None)
    assert not told["complete"]


def test_a_record_that_a_reader_saved(home: Path, api: Api, tmp_path: Path) -> None:
    """Read, and handed over: the items as the vendor's address answers them, votes inside."""
    given = [
        item(501, MATTER, EventItemActionName="Adopted", EventItemPassedFlagName="Fail",
             EventItemVotes=votes(501, Aye="Ann", Nay="Ben Cy")),
    ]  # fmt: skip
    file = tmp_path / "items.json"
    file.write_text(json.dumps(given), "utf-8")
    told = json.loads(offagenda("read", file, "--json").stdout)
    (motion,) = told["motions"]
    assert (told["kind"], motion["result"], motion["nays"]) == ("votes", "failed", 2)
    page = offagenda("read", file).stdout
    assert "287g" in page
    at = ("--home", home, "--now", AT)
    taken = offagenda(
        *at, "import", file, "--body", BODY, "--kind", "votes", "--date", "2026-06-16"
    )
    assert taken.returncode == 0, taken.stderr
    assert offagenda(*at, "analyze").returncode == 0
    engine = open_engine(sqlite_url(home / "offagenda.db"))
    with Session(engine) as opened:
        (document,) = opened.exec(select(Document)).all()
        (held,) = opened.exec(select(Motion)).all()
    engine.dispose()
    assert (document.role, document.origin) == ("votes", "import")
    assert held.topics == ["287g"]


def test_saved_answers_as_listings(tmp_path: Path) -> None:
    file = tmp_path / "events.json"
    file.write_text(json.dumps([event(5, "2026-06-16", EventTime=None)]), "utf-8")
    url = "https://webapi.legistar.com/v1/exampleton/events"
    done = offagenda("listing", file, "--platform", "legistar", "--url", url, "--json")
    told = json.loads(done.stdout)
    (row,) = told["rows"]
    assert (told["platform"], told["outcome"]) == ("legistar", "ok")
    assert (row["vendor_id"], row["date"], row["time"]) == ("5", "2026-06-16", None)
    assert [d["role"] for d in row["documents"]] == ["votes"]


def test_a_vote_that_only_the_vendor_records_is_a_finding(
    home: Path, api: Api, tmp_path: Path
) -> None:
    """From the list of agreements and the votes of a meeting to what is said about them."""
    answers = f'answers_for = ["{AGENCY}"]\ntimezone'
    (home / "packs" / "alder.toml").write_text(PACK.replace("timezone", answers))
    (home / "offagenda.toml").write_text(
        '[crawler]\nallow_loopback = true\n[watch]\nstates = ["PA"]\n'
    )
    row = Row("PENNSYLVANIA", AGENCY, "Municipality", "BUTLER COUNTY", "Task Force Model",
              date(2026, 6, 24))  # fmt: skip
    more = [replace(row, agency=f"Birch {n} Borough Police Department") for n in range(3)]
    saved = datetime(2026, 6, 25, 14, tzinfo=UTC)
    name = "participatingAgencies06252026.xlsx"
    book = Workbook(name, "participating", saved, (row, *more))
    (tmp_path / book.name).write_bytes(render(book))
    at = ("--home", home, "--now", AT)
    for command in (
        ("ice", "import", tmp_path / book.name), ("sources", "add", api.url, "--body", BODY),
        ("crawl",), ("analyze",), ("audit",),
    ):  # fmt: skip
        done = offagenda(*at, *command)
        assert done.returncode == 0, done.stderr
    told = json.loads(offagenda(*at, "findings", "--json").stdout)
    (finding,) = [one for one in told if one["agency"] == AGENCY]
    assert (finding["label"], finding["confidence"]) == ("VOTE_ORDER_UNKNOWN", "medium")
    assert "PROVISIONAL" in finding["overlays"]
    assert (finding["vote"]["date"], finding["vote"]["ayes"]) == ("2026-06-16", 2)
    (cited,) = finding["evidence"]
    assert (cited["role"], cited["quote"].splitlines()[-1]) == ("votes", "Vote: Cy Odell - Nay")
    assert finding["coverage"]["held"] == 0
