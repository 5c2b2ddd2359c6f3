"""Three invented boroughs over one quarter, watched twice a day, from pages to a workspace.

Owns what was published and when it was seen. Fernwick votes once off its agenda, and once closes
its doors without a reason; Larkmoor posts late, posts no minutes once, and changes an agenda
silently; Tarrow's site does not answer in August.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlmodel import Session, col, select

from jobs.clock import Clock
from jobs.context import Context
from jobs.steps.analyze import analyze
from jobs.steps.create import create
from jobs.steps.registry import load
from store.archive import Archive
from store.engine import session
from store.queries import blobs
from store.tables import Capture, Document, Fetch, Meeting, Observation, Source

EAST = ZoneInfo("America/New_York")
NOW = datetime(2026, 12, 21, 12, tzinfo=UTC)
FIRST, LAST = date(2026, 6, 25), date(2026, 12, 20)
NAMES = {"fernwick": 1, "larkmoor": 2, "tarrow": 3}
"""Each meets twice a month, on Tuesdays, Wednesdays or Thursdays."""

_PACK = """
[[body]]
id = "pa-{key}-borough-council"
name = "{name} Borough Council"
kind = "borough_council"
place = {{ name = "{name}", kind = "borough", county = "{county}", state = "PA", geoid = "429{n}" }}
timezone = "America/New_York"
schedule = [{days}]

[[body.source]]
platform = "links"
url = "https://{key}.example/meetings"
state = "verified"
seen_in = "made up for a test"
"""
_VOTE = (
    "Motion by Ames, second by Reyes, to {}. Roll call: Ames yes, Hall yes, Odell yes, Reyes yes. "
    "Motion carried 4-0."
)
_BUSINESS = (
    ("Award of the Mill Street paving contract", "award the Mill Street paving contract to Brandt"),
    ("Hiring of a part-time crossing guard", "hire Mr. Dunmore as a part-time crossing guard"),
    ("Lease of a copier", "lease a copier for 36 months at $140 a month"),
    ("Street closing for the Harvest Fair", "close Oak Street for the Harvest Fair"),
)


@dataclass(frozen=True)
class _Paper:
    """A text as captured at a moment."""

    role: str
    day: date
    seen: datetime
    text: str


def days(key: str) -> list[date]:
    """The first and third such weekday of each month of the quarter."""
    found = (date(2026, 7, 1) + timedelta(n) for n in range(92))
    return [d for d in found if d.weekday() == NAMES[key] and (d.day - 1) // 7 in (0, 2)]


def workspace(folder: Path) -> Context:
    """The workspace, all documents read."""
    context = Context(create(folder), Clock(NOW))
    for key in NAMES:
        pack = _PACK.format(
            key=key, name=key.capitalize(), n=f"{NAMES[key]:04}",
            county="Tamarack" if key != "tarrow" else "Alder",
            days=", ".join(f'"{day}"' for day in days(key)),
        )  # fmt: skip
        (folder / "packs" / f"{key}.toml").write_text(pack, "utf-8")
    load(context)
    with session(context.workspace.engine) as opened:
        for key in NAMES:
            _fill(opened, context.workspace.archive, key)
    analyze(context)
    return context


def _fill(opened: Session, archive: Archive, key: str) -> None:
    body = f"pa-{key}-borough-council"
    source = opened.exec(select(Source).where(col(Source.body_id) == body)).one()
    for moment in _looks():
        silent = key == "tarrow" and moment.month == 8
        opened.add(Observation(source_id=source.id, started=moment, finished=moment,
                               outcome="unreachable" if silent else "ok",
                               complete=not silent))  # fmt: skip
    for number, day in enumerate(days(key)):
        opened.add(Meeting(id=f"{key}-{day}", body_id=body, source_id=source.id, date=day,
                           time="19:00", kind="regular", first_seen=_at(day, -20),
                           last_seen=_at(day, 30)))  # fmt: skip
        opened.flush()
        for role in ("agenda", "minutes"):
            papers = [p for p in _papers(key, number, day) if p.role == role]
            if key == "tarrow":
                papers = [replace(p, seen=_awake(p.seen)) for p in papers]
            _publish(opened, archive, source, f"{key}-{day}", papers)


def _publish(
    opened: Session, archive: Archive, source: Source, meeting: str, papers: list[_Paper]
) -> None:
    """One slot with its versions; asked for again every morning."""
    if not papers:
        return
    first = papers[0]
    key, url = f"{meeting}-{first.role}", f"{source.url}/{meeting}-{first.role}.txt"
    opened.add(Document(id=key, body_id=source.body_id, source_id=source.id, meeting_id=meeting,
                        meeting_date=first.day, role=first.role, url=url, label=first.role,
                        first_listed=first.seen, last_listed=_at(LAST, 0)))  # fmt: skip
    opened.flush()
    for paper in papers:
        sha256 = archive.put(paper.text.encode())
        blobs.note(opened, sha256, len(paper.text), paper.seen)
        opened.add(Capture(document_id=key, sha256=sha256, at=paper.seen,
                           not_before=paper.seen - timedelta(hours=12), name=f"{key}.txt",
                           media_type="text/plain"))  # fmt: skip
        for moment in (_at(first.day, 0, 7), _at(first.day, 1, 7)):
            opened.add(Fetch(source_id=source.id, document_id=key, purpose="document", url=url,
                             final_url=url, at=moment, status=304))  # fmt: skip


def _papers(key: str, number: int, day: date) -> list[_Paper]:
    late = key == "larkmoor" and number in (1, 4)
    lines = [_BUSINESS[(number + step) % 4] for step in range(2)]
    posted = _at(day, 0, 7) if late else _at(day, -3, 19)
    found = [_Paper("agenda", day, posted, _agenda(key, day, lines))]
    if key == "larkmoor" and number == 2:
        found.append(_Paper("agenda", day, _at(day, 0, 19), _agenda(key, day, lines[:1])))
    if not (key == "larkmoor" and number == 3):
        said = _minutes(key, day, number, [words for _, words in lines])
        found.append(_Paper("minutes", day, _at(day, 9, 7), said))
    return found


def _agenda(key: str, day: date, lines: list[tuple[str, str]]) -> str:
    listed = "\n".join(f"{n}. {title}" for n, (title, _) in enumerate(lines, start=4))
    return (
        f"{key.upper()} BOROUGH COUNCIL\nAGENDA\nREGULAR MEETING\n{_long(day)}, 7:00 p.m.\n\n"
        f"1. Call to Order\n2. Approval of Minutes\n3. Public Comment\n{listed}\n9. Adjournment\n"
    )


def _minutes(key: str, day: date, number: int, moved: list[str]) -> str:
    if key == "fernwick" and number == 2:
        moved = [*moved, "purchase a ladder truck for the fire company at $410,000"]
    votes = "\n\n".join(map(_VOTE.format, moved))
    closed = ("Council adjourned to executive session at 8:05 p.m. and returned at 8:40 p.m.\n\n"
              if key == "fernwick" and number == 4 else "")  # fmt: skip
    return (
        f"{key.upper()} BOROUGH COUNCIL\nMINUTES OF THE REGULAR MEETING\n{_long(day)}\n\nThe "
        "meeting was called to order at 7:00 p.m. in the Borough Building.\nPresent: Ames, Hall, "
        "Odell, Reyes.\n\nPUBLIC COMMENT\nIda Quist of Oak Street asked for a crossing at the "
        f"school.\n\nNEW BUSINESS\n{votes}\n\n{closed}ADJOURNMENT\nMotion by Hall, second by Odell,"
        " to adjourn. All in favor. Motion carried.\n"
    )


def _looks() -> list[datetime]:
    """Every morning at seven and every evening at seven, on the boroughs' clock."""
    span = (LAST - FIRST).days
    return [_at(FIRST, n, hour) for n in range(span + 1) for hour in (7, 19)]


def _awake(moment: datetime) -> datetime:
    """When a site that does not answer in August shows what came in between."""
    return _at(date(2026, 9, 1), 0) if moment.month == 8 else moment


def _at(day: date, after: int, hour: int = 7) -> datetime:
    return datetime.combine(day + timedelta(after), time(hour), EAST).astimezone(UTC)


def _long(day: date) -> str:
    return f"{day:%A}, {day:%B} {day.day}, {day.year}"
