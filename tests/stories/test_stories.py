"""Thirty situations through the documented commands: the papers, and what must be said of them.

All towns share one workspace and one run of the steps. Each row is a situation that once was, or
could have been, told wrongly.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.audit.ledger.make import book
from tests.jobs.running import offagenda
from tests.stories.towns import (
    AGREES,
    BEDS,
    BEFORE,
    COMMITTEE,
    DOWN,
    END,
    ICE,
    JANUARY,
    JULY,
    KEEP,
    LISTED,
    LUMP,
    MEETS,
    NEIGHBOUR,
    NOVEMBER,
    PURPOSE,
    SEPTEMBER,
    TABLE,
    TALK,
    TRAINING,
    VOTE,
    Paper,
    Town,
    agenda,
    minutes,
)

pytestmark = [pytest.mark.timeout(300), pytest.mark.xdist_group("stories")]

NOW = "2026-07-01T12:00:00+00:00"
SAVED = [date(2025, 10, 16), LISTED, date(2025, 12, 1), date(2026, 3, 2), date(2026, 5, 20)]
OCTOBER = date(2025, 10, 14)
OFF = "MEETING CANCELLED"


def _special(name: str, day: date, said: str, head: str = "") -> Paper:
    return Paper("minutes", day, minutes(name, day, said, head=head))


def _draft(name: str) -> Paper:
    vote = VOTE.replace("Pruitt - yes", "Pruitt - no").replace("4-1", "3-2")
    return Paper("minutes", SEPTEMBER, minutes(name, SEPTEMBER, vote, JULY, head="DRAFT"))


def _foreign(name: str, said: str) -> Paper:
    text = minutes(name, SEPTEMBER, said, JULY)
    for council in (f"{name} Borough Council", f"{name.upper()} BOROUGH COUNCIL"):
        text = text.replace(council, f"{name} Borough Planning Commission")
    return Paper("minutes", SEPTEMBER, text)


TOWNS = [
    # --- votes
    Town("Aldwick", "approved before", "VOTE_BEFORE", {SEPTEMBER: VOTE}),
    Town("Brindle", "approved within 14 days before SIGNED", "VOTE_ORDER_UNKNOWN",
         more=(_special("Brindle", OCTOBER, VOTE),)),
    Town("Corvale", "approved after", "VOTE_AFTER", {NOVEMBER: VOTE}),
    Town("Dunmere", "tabled, then approved before", "VOTE_BEFORE", {JULY: TABLE, SEPTEMBER: VOTE}),
    Town("Elmsway", "voted down", "VOTED_DOWN", {SEPTEMBER: DOWN}),
    Town("Farrow", "approved, never listed", "VOTED_UNSIGNED", {SEPTEMBER: VOTE}, listed=False),
    Town("Gantry", "approved though other minutes are gone", "VOTE_BEFORE", {SEPTEMBER: VOTE},
         without=(MEETS[0], NOVEMBER)),
    Town("Hexley", "training paid after the vote", "VOTE_BEFORE",
         {SEPTEMBER: VOTE, NOVEMBER: TRAINING}),
    Town("Ivorton", "draft 3-2, final 4-1", "VOTE_BEFORE", {SEPTEMBER: VOTE},
         more=(_draft("Ivorton"),), overlay="RECORD_CHANGED"),
    Town("Jessop", "only the draft holds the vote", "VOTE_BEFORE", more=(_draft("Jessop"),),
         overlay="RECORD_CHANGED"),
    # --- no votes that look like one
    Town("Kelvey", "training alone", "CANNOT_TELL", {SEPTEMBER: TRAINING}),
    Town("Larkin", "a committee's vote told in council", "CANNOT_TELL", {SEPTEMBER: COMMITTEE}),
    Town("Morrow", "a neighbour's vote told in council", "CANNOT_TELL", {SEPTEMBER: NEIGHBOUR}),
    Town("Netherby", "beds, not 287(g)", "CANNOT_TELL", {SEPTEMBER: BEDS}),
    Town("Ostend", "an unnamed police agreement", "CANNOT_TELL", {SEPTEMBER: AGREES}),
    Town("Pomfrey", "a bare number", "CANNOT_TELL", {SEPTEMBER: LUMP}),
    Town("Quarles", "another body's minutes with a vote", "CANNOT_TELL", without=(SEPTEMBER,),
         more=(_foreign("Quarles", VOTE),)),
    Town("Rushden", "approved, then ended before signing", "CANNOT_TELL",
         {JULY: VOTE, SEPTEMBER: END}),
    # --- negatives
    Town("Selby", "nothing, complete", "NO_VOTE_FOUND", missing=()),
    Town("Tarrant", "a number that says its purpose", "NO_VOTE_FOUND", {SEPTEMBER: PURPOSE}),
    Town("Umberly", "a special meeting called off on record", "NO_VOTE_FOUND", missing=(),
         more=(Paper("agenda", OCTOBER, agenda("Umberly", OCTOBER, off=OFF)),)),
    Town("Vexford", "tabled, never taken up", "NO_DECISION", {SEPTEMBER: TABLE}),
    Town("Warden", "on the agenda only", "AGENDA_NO_VOTE",
         more=(Paper("agenda", SEPTEMBER, agenda("Warden", SEPTEMBER, f"Consider {ICE}")),)),
    Town("Yarrow", "discussed only", "DISCUSSED_ONLY", {SEPTEMBER: TALK}),
    # --- absence without proof
    Town("Zeller", "one gone", "CANNOT_TELL", without=(JULY,), missing=(JULY,)),
    Town("Abbot", "a special meeting betrayed", "CANNOT_TELL", approves={NOVEMBER: OCTOBER},
         missing=(OCTOBER,)),
    Town("Bexford", "SIGNED blank", "CANNOT_TELL", signed=None),
    Town("Crannock", "SIGNED a year late", "CANNOT_TELL", signed=date(2026, 10, 20)),
    Town("Dorrit", "an agenda and no minutes", "CANNOT_TELL", missing=(OCTOBER,),
         more=(Paper("agenda", OCTOBER, agenda("Dorrit", OCTOBER)),)),
    Town("Emmott", "no paper at all", "NOT_MONITORED", without=MEETS),
    # --- endings
    Town("Fenwold", "ended, still listed", "ENDED_STILL_LISTED", {SEPTEMBER: VOTE, NOVEMBER: END},
         entered="VOTE_BEFORE"),
    Town("Gorse", "ended and gone", "DELISTED_AFTER_VOTE", {SEPTEMBER: VOTE, JANUARY: END},
         gone=True, entered="VOTE_BEFORE"),
    Town("Hollin", "gone without a vote", "DELISTED_NO_VOTE", gone=True, entered="NO_VOTE_FOUND"),
    Town("Inskip", "gone, with a gap", "CANNOT_TELL", without=(NOVEMBER,), gone=True),
    Town("Jarrow", "a motion to end failed", "VOTE_BEFORE", {SEPTEMBER: VOTE, NOVEMBER: KEEP}),
]  # fmt: skip


def _row(town: Town) -> tuple[Any, ...]:
    return ("PENNSYLVANIA", town.agency, "Municipality", "Lark County", "Task Force Model",
            town.signed, "link", "")  # fmt: skip


def _sheets(folder: Path) -> None:
    steady = [("FLORIDA", f"Cypress {n} County Sheriff's Office", "County", f"Cypress {n} County",
               "Task Force Model", date(2025, 2, 3), "link", "") for n in range(12)]  # fmt: skip
    for number, day in enumerate(SAVED):
        rows = [_row(t) for t in TOWNS if t.listed and not (t.gone and day >= date(2026, 3, 1))]
        saved = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        data = book([*steady, *(rows if day >= LISTED else [])], saved=saved)
        (folder / f"{number}.xlsx").write_bytes(data)


def _pack(town: Town) -> str:
    days = ", ".join(f'"{day}"' for day in (BEFORE, *MEETS))
    return (
        f'[[body]]\nid = "{town.body}"\nname = "{town.name} Borough Council"\n'
        f'kind = "borough_council"\nplace = {{ name = "{town.name}", kind = "borough", '
        'county = "Lark", state = "PA" }\ntimezone = "America/New_York"\n'
        f'schedule = [{days}]\nanswers_for = ["{town.agency}"]\n\n'
    )


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """The finding of each town, by agency or body."""
    home = tmp_path_factory.mktemp("stories") / "watch"

    def run(*args: str | Path) -> str:
        done = offagenda("--home", home, "--now", NOW, *args)
        assert done.returncode == 0, (args, done.stderr)
        return done.stdout

    assert offagenda("init", home).returncode == 0
    (home / "packs").mkdir(exist_ok=True)
    (home / "packs" / "towns.toml").write_text("".join(map(_pack, TOWNS)))
    sheets, papers = home.parent / "sheets", home.parent / "papers"
    sheets.mkdir()
    papers.mkdir()
    _sheets(sheets)
    run("ice", "import", sheets)
    for town in TOWNS:
        for number, paper in enumerate(town.papers()):
            file = papers / f"{town.name}-{number}.txt"
            file.write_text(paper.text)
            run("import", file, "--body", town.body, "--kind", paper.kind, "--date", str(paper.day))
    run("analyze")
    run("audit")
    found = [f for f in json.loads(run("findings", "--json")) if f["state"] == "PA"]
    return {body: f for f in found for body in f["bodies"] or [f["agency"]]}


@pytest.mark.parametrize("town", TOWNS, ids=[t.situation.replace(" ", "-") for t in TOWNS])
def test_what_is_said_of_a_town(town: Town, told: dict[str, dict[str, Any]]) -> None:
    found = told[town.body]
    assert found["label"] == town.label, found["wording"]
    if town.entered is not None:
        assert found["entered"] == town.entered
    if town.overlay:
        assert town.overlay in found["overlays"]
    if town.missing is not None:
        days = {one["date"] for one in found["coverage"]["missing"] if one["what"] == "minutes"}
        assert days == {str(day) for day in town.missing}


def test_the_final_minutes_tell_the_count(told: dict[str, dict[str, Any]]) -> None:
    vote = told["pa-ivorton-borough-council"]["vote"]
    assert (vote["ayes"], vote["nays"], vote["minutes_status"] != "draft") == (4, 1, True)
