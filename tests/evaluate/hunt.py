"""Hunts a false "no record of a vote": towns whose minutes hold a vote, hidden in many ways.

Owns the made-up towns, their way through reader, store and judge, and the table. No real town.
"""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlmodel import Session

from audit.judge import judge
from nlp.reading import read
from store.engine import open_engine, session, sqlite_url
from store.queries import blobs, readings
from store.schema import migrate
from store.tables import Body, Capture, Document, Jurisdiction, Source
from tests.audit.build import agreement, at, meeting_days
from tests.audit.shelf import lists
from tests.evaluate.hiding import CONTROL, Town, Way
from tests.evaluate.hiding import WAYS as IN_MINUTES
from tests.evaluate.hiding_elsewhere import FALSE_FRIENDS
from tests.evaluate.hiding_elsewhere import WAYS as ELSEWHERE

DAYS = meeting_days(date(2025, 2, 1), date(2026, 2, 28))
WAYS = (*IN_MINUTES, *ELSEWHERE)
HIDDEN = 6
"""The meeting that decides: in August, two months before the signature."""

SIGNED, LISTED = date(2025, 10, 1), date(2025, 10, 6)
LISTS = [LISTED + timedelta(days=14 * n) for n in range(24)]
NOW = at(date(2026, 9, 14))
_BUSINESS = (
    "Motion by Ames, second by Reyes, to approve the bills for payment as listed. Motion carried.",
    (
        "Motion by Odell, second by Ames, to award the paving contract to Brandt Paving. "
        "Motion carried 5-0."
    ),
    "Mr. Reyes moved to hire a part-time clerk. Ms. Odell seconded. All in favor. Motion carried.",
    (
        "Motion by Ames, second by Odell, to advertise the budget for public inspection. "
        "Motion carried unanimously."
    ),
    (
        "Motion by Odell, second by Reyes, to adopt Resolution 2025-{n}, setting the fee "
        "for zoning "
        "permits. Motion carried 5-0."
    ),
)


@dataclass
class Tally:
    """What became of the towns of one way of hiding."""

    labels: Counter[str] = field(default_factory=Counter)
    wrong: list[tuple[str, str]] = field(default_factory=list)


def minutes(day: date, before: date, business: str, *, head: str = "") -> str:
    """Minutes of one ordinary meeting with some words of business in them."""
    usual = _BUSINESS[day.month % len(_BUSINESS)].format(n=day.month + 20)
    return (
        f"BOROUGH COUNCIL\n{head}MINUTES OF THE REGULAR MEETING\n{_printed(day)}\n\n"
        "The meeting was called to order at 7:00 p.m. Present: Hall, Ames, Odell, Reyes, Quist.\n\n"
        "APPROVAL OF MINUTES\n"
        f"Motion by Quist, second by Hall, to approve the minutes of {_printed(before)}. "
        "Motion carried.\n\n"
        f"PUBLIC COMMENT\nNone.\n\nNEW BUSINESS\n{usual}\n\n{business}\n\n"
        "ADJOURNMENT\nMotion by Hall, second by Ames, to adjourn. Motion carried.\n"
    )


def agenda(day: date, business: str) -> str:
    """The agenda of one meeting with some items on it."""
    return (
        f"BOROUGH COUNCIL\nAGENDA\nREGULAR MEETING\n{_printed(day)}\n\n1. Call to Order\n"
        f"2. Approval of Minutes\n3. Public Comment\n{business}\n10. Adjournment\n"
    )


def _printed(day: date) -> str:
    return f"{day:%B} {day.day}, {day.year}"


@lru_cache(maxsize=4096)
def _read(data: bytes, name: str) -> dict[str, Any]:
    return read(data, name=name).as_json(texts=True)


def settle(opened: Session, towns: Mapping[str, Town]) -> None:
    """All towns with their papers in one store, read as `analyze` reads them."""
    agreements = []
    for number, (key, town) in enumerate(towns.items()):
        name = f"Quarrow{_letters(number)}"
        agency = f"{name} Borough Police Department"
        _register(opened, key, name, agency, number, town)
        for index, day in enumerate(DAYS):
            before = DAYS[index - 1] if index else day - timedelta(days=28)
            for role, listed, text, body in _papers(town, index, day, before):
                _paper(opened, f"{key}{body}", role, listed, text)
        agreements.append(agreement(SIGNED, LISTED, id=key, agency=agency))
    lists(opened, agreements, LISTS)


def _papers(
    town: Town, index: int, day: date, before: date
) -> Iterator[tuple[str, date, str | bytes, str]]:
    if index != HIDDEN:
        behind = index == HIDDEN + 1
        yield "minutes", day, minutes(day, before, town.later if behind else ""), ""
        if behind and town.bundled:
            yield "packet", day, agenda(day, "4. Correspondence") + "\f" + town.bundled, ""
        return
    if town.agenda:
        yield "agenda", day, agenda(day, town.agenda), ""
    if town.packet:
        yield "packet", day, agenda(day, "4. Correspondence") + "\f" + town.packet, ""
    if town.draft:
        yield "minutes", day, minutes(day, before, town.draft, head="DRAFT\n"), ""
    if town.spoken:
        yield "transcript", day, town.spoken, ""
    else:
        yield "minutes", town.filed or day, town.scan or _bound(town, day, before), ""
    if town.special:
        later = day + timedelta(days=14)
        said = minutes(later, day, town.special).replace("THE REGULAR", "THE SPECIAL")
        yield "minutes", later, said, ""
    if town.beside:
        yield "minutes", day, minutes(day, before, town.beside), "-beside"
    if town.resolution:
        yield "resolution", day, town.resolution, ""
    if town.votes:
        yield "votes", day, town.votes, ""


def _bound(town: Town, day: date, before: date) -> str:
    """The minutes with what is bound in behind them on a page of its own."""
    return minutes(day, before, town.minutes) + (f"\f{town.bound}\n" if town.bound else "")


def _letters(number: int) -> str:
    return "".join(chr(97 + int(digit)) for digit in str(number))


def _register(opened: Session, key: str, name: str, agency: str, number: int, town: Town) -> None:
    place = Jurisdiction(
        id=key, name=name, kind="borough", county="Tamarack", state="PA",
        geoid=f"4298{number:03d}",
    )  # fmt: skip
    opened.add(place)
    opened.flush()
    bodies = [(key, "Borough Council", "borough_council", [agency])]
    if town.beside:
        bodies.append((f"{key}-beside", "Police Commission", "authority", []))
    for id_, title, kind, answers in bodies:
        opened.add(Body(
            id=id_, name=f"{name} {title}", kind=kind, jurisdiction_id=key,
            timezone="America/New_York", pack="hunt", cadence="second Tuesday 19:00",
            answers_for=answers, schedule=[],
        ))  # fmt: skip
        opened.flush()
        url = f"https://{id_}.example"
        opened.add(Source(id=id_, body_id=id_, platform="links", url=url, state="verified"))
    opened.flush()


def _paper(opened: Session, body: str, role: str, day: date, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode()
    name = f"{role}.{_kind(text)}"
    answer = _read(data, name)
    key = f"{body} {role} {day}"
    when = at(day + timedelta(days=3 if "DRAFT" in str(text)[:40] else 30))
    if opened.get(Document, key) is None:
        opened.add(Document(
            id=key, body_id=body, source_id=body, meeting_date=day, role=role,
            url=f"https://{body}.example/{role}/{day}", first_listed=when, last_listed=when,
        ))  # fmt: skip
    if not _held(opened, answer["sha256"]):
        blobs.note(opened, answer["sha256"], len(data), when)
        opened.flush()
        readings.save(opened, answer["sha256"], readings.Made(when, "1", {}), answer)
    opened.flush()
    opened.add(Capture(document_id=key, sha256=answer["sha256"], at=when))


def _kind(text: str | bytes) -> str:
    if isinstance(text, bytes):
        return "json" if text.startswith(b"{") else "pdf"
    return "vtt" if text.startswith("WEBVTT") else "srt" if " --> " in text else "txt"


def _held(opened: Session, sha256: str) -> bool:
    return bool(opened.connection().exec_driver_sql(
        "SELECT 1 FROM reading WHERE sha256 = ?", (sha256,)).first())  # fmt: skip


def hunt(ways: Iterable[Way], folder: Path) -> dict[str, Tally]:
    """The labels of all towns of these ways. folder: where the store of the trial may lie."""
    towns: dict[str, Town] = {}
    owner: dict[str, Way] = {}
    for way in ways:
        for town in way.towns:
            key = f"t{len(towns):04d}"
            towns[key], owner[key] = town, way
    engine = open_engine(sqlite_url(folder / "hunt.db"))
    migrate(engine)
    tallies: dict[str, Tally] = defaultdict(Tally)
    with session(engine) as opened:
        settle(opened, towns)
        opened.flush()
        for found in judge(opened, now=NOW, watch_states=["PA"]):
            key = found.agreement_id or found.key[:5]
            if key not in owner or found.agreement_id is None:
                continue
            way, tally = owner[key], tallies[owner[key].name]
            tally.labels[found.label] += 1
            if found.label in way.wrong:
                tally.wrong.append((found.label, towns[key].told))
    engine.dispose()
    return dict(tallies)


def main() -> None:
    """Prints one line for each way of hiding, then the towns that came out wrong."""
    with tempfile.TemporaryDirectory() as folder:
        tallies = hunt((*WAYS, *FALSE_FRIENDS, CONTROL), Path(folder))
    print(f"{'hidden':46s}{'towns':>6s}{'no vote':>8s}{'wrong':>6s}  labels")
    for name, tally in tallies.items():
        labels = ", ".join(f"{label} {count}" for label, count in tally.labels.most_common())
        none = tally.labels["NO_VOTE_FOUND"]
        total = tally.labels.total()
        print(f"{name[:45]:46s}{total:6d}{none:8d}{len(tally.wrong):6d}  {labels}")
    _sum(tallies)
    for name, tally in tallies.items():
        for label, told in tally.wrong[:40]:
            print(f"WRONG {name}: {label}: {' '.join(told.split())[:200]}")


def _sum(tallies: Mapping[str, Tally]) -> None:
    """The three figures that must be seen together: none hidden, none lost, plain ones found."""
    others = {CONTROL.name, *(way.name for way in FALSE_FRIENDS)}
    hidden = [tally for name, tally in tallies.items() if name not in others]
    none = sum(tally.labels["NO_VOTE_FOUND"] for tally in hidden)
    total = sum(tally.labels.total() for tally in hidden)
    print(f"hidden votes told as NO_VOTE_FOUND: {none} of {total}")
    kept = tallies[CONTROL.name].labels if CONTROL.name in tallies else Counter[str]()
    print(f"ordinary towns that keep NO_VOTE_FOUND: {kept['NO_VOTE_FOUND']} of {kept.total()}")
    for name in ("plain wording, motions", "plain wording, no word motion"):
        if name in tallies:
            found = tallies[name].labels
            print(f"{name}, told as VOTE_BEFORE: {found['VOTE_BEFORE']} of {found.total()}")


if __name__ == "__main__":
    main()
