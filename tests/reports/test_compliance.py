"""The open-meetings audit as an edition: from a store filled by hand to its files."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from audit.cleared import public
from audit.compliance import Compliance, compliance
from audit.exceptions import Step, points
from audit.metrics.values import Quarter
from audit.phrases import FORBIDDEN
from reports.compliance import columns, tables
from reports.compliance.page import page
from reports.compliance.view import deck, title, view, wanted
from reports.compliance.write import write
from store.archive import Archive
from store.engine import session
from store.queries import blobs
from store.tables import (
    Body,
    Capture,
    Document,
    Fetch,
    Item,
    Jurisdiction,
    Meeting,
    Motion,
    Observation,
    Page,
    Reading,
    Source,
)  # fmt: skip
from tests.reports.county import AS_OF

Q3 = Quarter(2026, 3)
DAY = date(2026, 8, 11)
COUNCIL = "pa-fernwick"
_LOOKS = ("2026-08-03", "2026-08-10", "2026-08-17", "2026-09-07", "2026-09-14")
_MINUTES = (
    "Fernwick Borough Council\nAugust 11, 2026, 7:00 p.m., Borough Building\nPresent: Ames, Brandt"
    "\nPublic Comment\nA resident spoke of the swings in the park.\nMotion by Ames to lease the "
    "quarry road depot. Roll call: carried.\n"
)
_AGENDA = "Fernwick Borough Council Agenda\nAugust 11, 2026, 7:00 p.m.\n1. Concert in the gazebo\n"


def at(day: str) -> datetime:
    return datetime.combine(date.fromisoformat(day), time(11), AS_OF.tzinfo)


def fill(opened: Session, archive: Archive, state: str = "PA") -> None:
    """A council with a meeting whose one vote stands on no line of its agenda; a body apart."""
    opened.add(Jurisdiction(id="j", name="Fernwick", kind="borough", county="Tamarack",
                            state=state))  # fmt: skip
    opened.flush()
    for key, name in ((COUNCIL, "Fernwick Borough Council"), ("pa-apart", "=Apart <b>Council</b>")):
        opened.add(Body(id=key, name=name, kind="borough_council", jurisdiction_id="j",
                        timezone="America/New_York", pack="t"))  # fmt: skip
    opened.flush()
    opened.add(Source(id="s", body_id=COUNCIL, platform="links", url="https://t.example"))
    opened.flush()
    for day in _LOOKS:
        opened.add(Observation(source_id="s", started=at(day), finished=at(day), outcome="ok",
                               complete=True))  # fmt: skip
    opened.add(Meeting(id="m", body_id=COUNCIL, source_id="s", date=DAY, time="19:00",
                       kind="regular", first_seen=at("2026-08-03"),
                       last_seen=at("2026-09-14")))  # fmt: skip
    opened.flush()
    _paper(opened, archive, "agenda", _AGENDA, "2026-08-10", "2026-08-03")
    _paper(opened, archive, "minutes", _MINUTES, "2026-09-07", "2026-08-17")


def _paper(opened: Session, archive: Archive, role: str, text: str, seen: str, before: str) -> None:
    sha256 = archive.put(text.encode())
    blobs.note(opened, sha256, len(text), at(seen))
    opened.add(Document(id=role, body_id=COUNCIL, source_id="s", meeting_id="m", meeting_date=DAY,
                        role=role, url=f"https://t.example/{role}", first_listed=at(seen),
                        last_listed=at("2026-09-14")))  # fmt: skip
    opened.flush()
    opened.add(Capture(document_id=role, sha256=sha256, at=at(seen), not_before=at(before)))
    opened.add(Fetch(source_id="s", document_id=role, purpose="document", url="u", final_url="u",
                     at=at("2026-08-17"), status=304))  # fmt: skip
    reading = Reading(sha256=sha256, pipeline="1", at=at(seen), state="ok", kind=role, pages=1,
                      meeting_date=DAY, called_to_order="19:00",
                      attendance={"present": ["Ames", "Brandt"], "absent": []})  # fmt: skip
    opened.add(reading)
    opened.flush()
    assert reading.id is not None
    opened.add(Page(reading_id=reading.id, number=1, method="text", confidence=1.0,
                    chars=len(text), text=text))  # fmt: skip
    if role == "agenda":
        opened.add(_item(reading.id, "Concert in the gazebo", text))
        return
    opened.add(_item(reading.id, "Public Comment", text, section="public_comment"))
    start = text.index("Motion by")
    opened.add(Motion(reading_id=reading.id, quote=text[start:].strip(), text=text[start:].strip(),
                      result="passed", direction="adopt", mover="Ames", method="roll_call",
                      page=1, start=start, end=len(text.rstrip())))  # fmt: skip


def _item(reading: int, title_: str, text: str, section: str | None = None) -> Item:
    start = text.index(title_)
    return Item(reading_id=reading, page=1, start=start, end=start + len(title_), title=title_,
                section=section)  # fmt: skip


@pytest.fixture
def made(engine: Engine, archive: Archive) -> Compliance:
    with session(engine) as opened:
        fill(opened, archive)
        return compliance(opened, "PA", Q3, AS_OF)


def answers(audit: Compliance, body: str = COUNCIL) -> dict[str, str]:
    found = next(b for b in audit.bodies if b.id == body)
    return {a.metric: a.said.answer for a in found.answers}


def test_the_answers_reach_from_rows(made: Compliance) -> None:
    told = answers(made)
    assert {k: told[k] for k in ("L1", "L2", "L4", "L5", "L7", "L8b", "L8d", "L11", "P3b")} == {
        "L1": "yes", "L2": "yes", "L4": "no", "L5": "no", "L7": "yes", "L8b": "yes", "L8d": "no",
        "L11": "yes", "P3b": "yes",
    }  # fmt: skip


def test_a_body_without_a_source_stands_apart(made: Compliance) -> None:
    assert [body.id for body in made.monitored] == [COUNCIL]
    assert answers(made, "pa-apart") == {}
    shown = page(view(made, {}))
    assert "In the frame, not watched" in shown
    assert "=Apart &lt;b&gt;Council&lt;/b&gt;" in shown
    rows = list(csv.DictReader(io.StringIO(tables.bodies_csv(made))))
    assert [(r["body_name"], r["monitored"]) for r in rows] == [
        ("'=Apart <b>Council</b>", "no"), ("Fernwick Borough Council", "yes"),
    ]  # fmt: skip


def test_a_quarter_is_known_as_of_a_moment(engine: Engine, archive: Archive) -> None:
    with session(engine) as opened:
        fill(opened, archive)
        early = compliance(opened, "PA", Q3, at("2026-08-20"))
    told = answers(early)
    assert told["L1"] == "yes"
    assert told["L7"] == "cannot_tell"  # the minutes came in September
    assert not early.over
    assert "The quarter is not over" in page(view(early, {}))


def test_meetings_still_to_come_are_not_asked_about(engine: Engine, archive: Archive) -> None:
    with session(engine) as opened:
        fill(opened, archive)
        early = compliance(opened, "PA", Q3, at("2026-08-10"))
    assert early.monitored[0].meetings == 0
    assert "No meeting of this quarter is known" in page(view(early, {}))


def test_unknown_law_is_loud_on_the_page(engine: Engine, archive: Archive) -> None:
    with session(engine) as opened:
        fill(opened, archive, "CA")
        audit = compliance(opened, "CA", Q3, AS_OF)
    shown = page(view(audit, {}))
    assert "State law not checked." in shown
    assert title(audit) == "Open meetings in California: the state’s law is not checked here"
    assert {answers(audit)[m] for m in ("L1", "L4", "L7", "L9")} == {"cannot_tell"}
    assert answers(audit)["P3b"] == "yes"
    assert "State law not checked." in tables.codebook_md(audit)


def test_headline_and_deck_count_leads_and_what_is_open(made: Compliance) -> None:
    assert title(made) == (
        "Open meetings in Pennsylvania: five points the record does not show, to be read by people"
    )
    assert deck(made).startswith("One body watched in the third quarter of 2026, one meeting")


def test_an_exception_leads_to_the_capture_and_its_words(made: Compliance) -> None:
    groups = {group.metric.id: group.cases for group in view(made, {}).leads}
    quotes = [proof.quote for proof in groups["L4"][0].proofs if proof.quote]
    assert quotes == [_MINUTES[_MINUTES.index("Motion by") :].strip()]
    assert all(w.day == DAY for w in wanted(made))


class _Page(HTMLParser):
    """Ids, links and tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, Any]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.links += [given["href"]] if "href" in given else []


@pytest.fixture
def written(engine: Engine, archive: Archive, tmp_path: Path) -> Path:
    out = tmp_path / "editions" / "audit-PA-2026Q3"
    with session(engine) as opened:
        fill(opened, archive)
        write(opened, archive, state="PA", quarter=Q3, as_of=AS_OF, out=out)
    return out


def test_every_link_of_the_page_leads_somewhere(written: Path) -> None:
    found = _Page()
    found.feed((written / "index.html").read_text("utf-8"))
    assert len(found.ids) == len(set(found.ids))
    assert not found.tags & {"script", "img", "iframe", "link"}
    for link in found.links:
        if link.startswith("#"):
            assert link[1:] in found.ids, link
        elif not link.startswith("https://t.example/"):
            assert (written / link.partition("#")[0]).is_file(), link
    assert any(link.startswith("captures/") for link in found.links)


def test_our_own_quality_comes_first_and_no_word_judges(written: Path) -> None:
    shown = (written / "index.html").read_text("utf-8")
    body = re.sub(r"<[^>]+>", " ", shown[shown.index("<main>") :])
    assert body.index("Looks that ended well") < body.index("Agenda on the site in time")
    names = [path.name for path in written.iterdir() if path.suffix in (".html", ".csv", ".json")]
    for name in (*names, "codebook.md"):
        assert not FORBIDDEN.search((written / name).read_text("utf-8")), name


def test_the_same_store_and_moment_give_the_same_bytes(
    written: Path, engine: Engine, archive: Archive, tmp_path: Path
) -> None:
    with session(engine) as opened:
        write(opened, archive, state="PA", quarter=Q3, as_of=AS_OF, out=tmp_path / "again")
    assert (written / "SHA256SUMS").read_bytes() == (tmp_path / "again/SHA256SUMS").read_bytes()


def test_an_audit_that_breaks_leaves_the_last_one(
    written: Path, engine: Engine, archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (written / "SHA256SUMS").read_bytes()

    def full(audit: Compliance) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tables, "codebook_md", full)
    with session(engine) as opened, pytest.raises(OSError, match="No space left"):
        write(opened, archive, state="PA", quarter=Q3, as_of=AS_OF + timedelta(days=1), out=written)
    assert (written / "SHA256SUMS").read_bytes() == before
    assert [p.name for p in written.parent.iterdir()] == [written.name]


def test_tables_and_json_tell_the_same(written: Path) -> None:
    rows = list(csv.DictReader(io.StringIO((written / "metrics.csv").read_text("utf-8"))))
    told = json.loads((written / "metrics.json").read_text("utf-8"))
    inner = [answer for body in told["bodies"] for answer in body["answers"]]
    assert [(r["metric"], r["case"], r["answer"]) for r in rows] == [
        (a["metric"], a["case"], a["answer"]) for a in inner
    ]
    assert {r["answer"] for r in rows} <= {"yes", "no", "cannot_tell", "not_applicable"}
    scores = list(csv.DictReader(io.StringIO((written / "scores.csv").read_text("utf-8"))))
    whole = {r["metric"]: r for r in scores if r["body"] == "*"}
    assert (whole["L4"]["no"], whole["L4"]["withheld"]) == ("1", "fewer than 6 cases")
    assert whole["L4"]["share"] == ""
    books = list(csv.DictReader(io.StringIO((written / "codebook.csv").read_text("utf-8"))))
    assert {r["metric"] for r in rows} <= {b["id"] for b in books}


def _table(folder: Path, name: str) -> list[dict[str, str]]:
    """A file of the edition as a strict reader opens it: UTF-8, every row as long as its head."""
    text = (folder / name).read_bytes().decode("utf-8", errors="strict")
    assert not text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert {len(row) for row in rows} == {len(rows[0])}, name
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def test_the_codebook_covers_every_column_of_every_table(written: Path) -> None:
    told = {(row["file"], row["column"]): row["meaning"] for row in _table(written, "columns.csv")}
    book = (written / "codebook.md").read_text("utf-8")
    tables_ = sorted(path.name for path in written.glob("*.csv"))
    assert tables_ == sorted(columns.FILES)
    for name in tables_:
        head = (written / name).read_text("utf-8").splitlines()[0].split(",")
        assert head == list(columns.FILES[name]), name
        part = book[book.index(f"### {name}") :].partition("\n### ")[0]
        for column in head:
            assert told[name, column], (name, column)
            assert f"`{column}`:" in part, (name, column)
    asked = {row["metric"] for row in _table(written, "metrics.csv")}
    assert asked <= {row["id"] for row in _table(written, "codebook.csv")}


def test_columns_stand_where_earlier_editions_had_them() -> None:
    """A program that reads an edition of the first version reads this one."""
    assert list(columns.ANSWERS)[:15] == [
        "state", "quarter", "body", "body_name", "county", "metric", "basis", "case", "date",
        "answer", "reason", "rule", "low", "high", "evidence",
    ]  # fmt: skip
    assert list(columns.SCORES)[:21] == [
        "state", "quarter", "body", "body_name", "county", "metric", "basis", "yes", "no",
        "cannot_tell", "not_applicable", "cases", "determinable_share", "share", "wilson_low",
        "wilson_high", "withheld", "median_low", "median_high", "p90_low", "p90_high",
    ]  # fmt: skip


def test_exceptions_stand_in_every_file_with_their_state(written: Path) -> None:
    told = json.loads((written / "metrics.json").read_text("utf-8"))
    rows = {row["exception"]: row for row in _table(written, "exceptions.csv")}
    assert [one["id"] for one in told["exceptions"]] == list(rows)
    marked = {row["exception"] for row in _table(written, "metrics.csv") if row["exception"]}
    assert marked == set(rows)
    page_ = (written / "index.html").read_text("utf-8")
    for key, row in rows.items():
        assert row["review"] == "lead"
        assert f"<code>{key}</code>" in page_
    assert "Lead, to be read by two people." in page_


def _stepped(made: Compliance, *states: str) -> Compliance:
    """The audit with its exception under L4 brought through these states."""
    when = datetime.combine(DAY, time(9), AS_OF.tzinfo)
    steps = {
        point.id: [Step(state, "Ada Odell", when, "p. 1", point.digest) for state in states]
        for point in made.points
        if point.answer.metric == "L4"
    }
    every = [answer for body in made.bodies for answer in body.answers]
    return replace(made, points=points(every, steps))


def test_a_public_page_tells_cleared_exceptions_and_holds_back_the_rest(made: Compliance) -> None:
    shown = page(view(public(_stepped(made, "read", "read_twice", "cleared")), {}))
    assert "one exception that people have read and cleared" in shown
    assert ".L4.2026-08-11." in shown
    assert ".L5.2026-08-11." not in shown
    assert "held back: two people have not read and cleared it" in shown
    assert "Ada Odell" not in shown
    none = page(view(public(_stepped(made, "read", "withdrawn")), {}))
    assert "no exception that people have read and cleared" in none
    assert "None found in" in none


def test_steps_over_other_papers_are_told_and_count_no_more(made: Compliance) -> None:
    audit = _stepped(made, "read", "read_twice")
    turned = tuple(
        replace(point, review="lead", before="read_twice", steps=()) for point in audit.points
    )
    shown = page(view(replace(audit, points=turned), {}))
    assert "over other papers than those held now: read by two people" in shown


def test_evidence_in_the_json_is_exact(written: Path, archive: Archive) -> None:
    told = json.loads((written / "metrics.json").read_text("utf-8"))
    quoted = 0
    for body in told["bodies"]:
        for answer in body["answers"]:
            for proof in answer["evidence"]:
                if proof["page"]:
                    text = archive.get(proof["id"]).decode()
                    assert text[proof["start"] : proof["end"]] == proof["quote"]
                    quoted += 1
    assert quoted >= 5


def test_reasons_from_outside_are_kept_in_temper(made: Compliance) -> None:
    body = next(b for b in made.bodies if b.id == COUNCIL)
    first = body.answers[0]
    rude = replace(first, said=replace(first.said, reason="the server refused it"))
    audit = replace(made, bodies=(replace(body, answers=(rude,)),))
    assert "refused" not in tables.answers_csv(audit) + tables.json_text(audit)
    assert "refused" not in page(view(audit, {}))


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("FL", "State law requires such an agreement of some offices."),
        ("PA", "No statute of Pennsylvania that asks for such agreements or bars them is on file"),
    ],
)
def test_what_the_state_says_of_agreements_is_laid_beside(
    engine: Engine, archive: Archive, state: str, said: str
) -> None:
    with session(engine) as opened:
        fill(opened, archive, state)
        audit = compliance(opened, state, Q3, AS_OF)
    assert said in page(view(audit, {}))
