"""A stored finding's JSON as a `Card`.

Owns the reading of the finding's shape (`audit.values.Finding.as_json`). Judges nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from reports import passages
from reports.evidence import Wanted
from reports.labels import place_in_order
from reports.texts import clean, remark, safe_url, visible
from reports.week import AGREEMENT, Card, Clock, Copy, CoverageTable, Mark, MeetingRow, Quote, Vote

Content = Mapping[str, Any]


@dataclass(frozen=True)
class Shelf:
    """What cards may cite: the copies made, and page texts by (hash, number), newest first."""

    copies: Mapping[str, Copy] = field(default_factory=dict)
    pages: Mapping[tuple[str, int], tuple[str, ...]] = field(default_factory=dict)

    def copy(self, sha256: str | None) -> Copy | None:
        return self.copies.get(sha256) if sha256 else None


def cited_pages(content: Content) -> Iterable[tuple[str, int]]:
    """The (hash, page number) of every passage a finding cites."""
    for one in content.get("evidence", ()):
        yield one["sha256"], one["page"]


def cited_captures(content: Content) -> Iterable[Wanted]:
    """Every capture a finding rests on: its passages, and the documents of its tables.

    Of an agreement only the picture of its signature page, where nobody's telephone number is.
    """
    names = _names(content)
    owner = next(iter(content.get("body_names", ())), content["agency"])
    signed = _day((content.get("listing") or {}).get("agency_signed"))
    for one in content.get("evidence", ()):
        if one["role"] != AGREEMENT:
            yield Wanted(one["sha256"], _day(one.get("meeting_date")), owner, one["role"])
        elif one.get("picture"):
            yield Wanted(one["picture"], signed, content["agency"], "agreement-signature-page")
    for table in content.get("tables", ()):
        body = names.get(table["body"], table["body"])
        for row in table["meetings"]:
            for role in ("agenda", "minutes"):
                if row.get(role):
                    yield Wanted(row[role], _day(row["date"]), body, role)


def card(
    content: Content, finding_id: str, shelf: Shelf, *, review: str | None = None, news: str = "",
    was: str | None = None,
) -> Card:  # fmt: skip
    """One finding as a card. review: the state people gave this revision, where they did."""
    axes = content.get("axes", {})
    state = review or str(content.get("review") or "lead")
    return Card(
        id=finding_id,
        key=content["key"],
        agency=clean(content["agency"]),
        place=_place(content),
        model=clean(content["model"]) or "no model named",
        signing=content.get("signing", 1),
        label=content["label"],
        overlays=tuple(content.get("overlays", ())),
        confidence=_confidence(content, state),
        review=state,
        wording=clean(content["wording"]),
        bodies=tuple(clean(name) for name in content.get("body_names", ())),
        expectation=str(axes.get("vote_expectation") or "unknown"),
        vote=_vote(content),
        window=_window(content.get("window")),
        quotes=tuple(_quote(one, shelf) for one in content.get("evidence", ())),
        tables=tuple(_tables(content, shelf)),
        marks=tuple(_mark(one) for one in content.get("events", ())),
        spells=tuple(_spells(content)),
        clocks=tuple(Clock(clean(c["what"]), _date(c["date"])) for c in content.get("clocks", ())),
        reasons=tuple(filter(None, map(remark, content.get("reasons", ())))),
        state=content["state"],
        news=news,
        was=was,
    )


def order(one: Card) -> tuple[int, str, str, str, int]:
    """Cards stand by label, then by name: never by how a town fares."""
    return (place_in_order(one.label), one.state, one.agency.lower(), one.model, one.signing)


def _place(content: Content) -> str:
    county = clean(content.get("county"))
    if county and not county.lower().endswith(("county", "parish", "borough")):
        county = f"{county} County"
    return ", ".join(filter(None, [county, content["state"]]))


def _tables(content: Content, shelf: Shelf) -> Iterable[CoverageTable]:
    names = _names(content)
    for table in content.get("tables", ()):
        yield CoverageTable(
            body=clean(names.get(table["body"], table["body"])),
            start=_date(table["from"]),
            end=_date(table["to"]),
            verdict=table.get("verdict") or ("complete" if table["complete"] else "partial"),
            meetings=tuple(_meeting(row, shelf) for row in table["meetings"]),
            gaps=tuple((_date(g["from"]), _date(g["to"]), g["outcome"]) for g in table["gaps"]),
            doubts=tuple(filter(None, map(remark, table.get("doubts", ())))),
        )


def _meeting(row: Content, shelf: Shelf) -> MeetingRow:
    return MeetingRow(
        date=_date(row["date"]),
        why=tuple(clean(why) for why in row["why_expected"]),
        state=row["state"],
        minutes_status=row.get("minutes_status") or "unknown",
        note=remark(row.get("why", "")),
        agenda=shelf.copy(row.get("agenda")),
        minutes=shelf.copy(row.get("minutes")),
    )


def _quote(one: Content, shelf: Shelf) -> Quote:
    texts = shelf.pages.get((one["sha256"], one["page"]), ()) if one["quote"] else ()
    passage = passages.around(texts, one["quote"], one["start"], one["end"])
    missing = "our copy is kept in the archive" if _signed(one) else "our copy was not made"
    return Quote(
        passage=visible(one["quote"]),
        role=one["role"],
        page=one["page"],
        copy=shelf.copy(one["sha256"]) or Copy(one["sha256"], problem=missing),
        captured_at=datetime.fromisoformat(one["captured_at"]),
        url=safe_url(one.get("url")),
        meeting_date=_day(one.get("meeting_date")),
        says=clean(one.get("says")),
        before=visible(passage.before) if passage else "",
        after=visible(passage.after) if passage else "",
        cut_before=passage.cut_before if passage else False,
        cut_after=passage.cut_after if passage else False,
        found=passage is not None or (_signed(one) and not one["quote"]),
        start=one["start"],
        end=one["end"],
        picture=shelf.copy(one.get("picture")),
        handed=one.get("origin") == "import",
    )


def _signed(one: Content) -> bool:
    """Whether a piece of evidence is an agreement's signature page."""
    return bool(one["role"] == AGREEMENT)


def quote_of(one: Content, shelf: Shelf) -> Quote:
    """One piece of evidence in its JSON shape as a quote."""
    return _quote(one, shelf)


def _vote(content: Content) -> Vote | None:
    vote = content.get("vote")
    if vote is None:
        return None
    return Vote(
        date=_day(vote.get("date")),
        result=vote["result"],
        direction=vote["direction"],
        ayes=vote.get("ayes"),
        nays=vote.get("nays"),
        abstain=vote.get("abstain"),
        method=vote.get("method") or "unknown",
        status=clean(vote.get("by")) or vote.get("minutes_status") or "unknown",
        body=clean(_names(content).get(vote.get("body"), "")),
    )


def _confidence(content: Content, review: str) -> str | None:
    """Confidence at a state of review; `caps` holds it for pages read by two people and before."""
    caps = content.get("caps")
    if caps is None or review == content.get("review", "lead"):
        return _optional(content.get("confidence"))
    before = review in ("lead", "read", "withdrawn")
    return _optional(caps.get("lead" if before else "read_twice"))


def _optional(value: Any) -> str | None:
    return None if value is None else str(value)


def _names(content: Content) -> dict[str, str]:
    return dict(zip(content.get("bodies", ()), content.get("body_names", ()), strict=False))


def _mark(one: Content) -> Mark:
    return Mark(one["kind"], _date(one["at"]), clean(one.get("detail")), bool(one.get("good")))


def _spells(content: Content) -> Iterable[tuple[date, date | None]]:
    """Stretches on the list, from the events; a listed without a later delisted goes on."""
    marks = sorted(
        (_date(e["at"]), e["kind"])
        for e in content.get("events", ())
        if e["kind"] in ("listed", "delisted")
    )
    start: date | None = None
    for day, kind in marks:
        if kind == "listed" and start is None:
            start = day
        elif kind == "delisted" and start is not None:
            yield start, day
            start = None
    if start is not None:
        yield start, None


def _window(value: Any) -> tuple[date, date] | None:
    return (_date(value[0]), _date(value[1])) if value else None


def _date(value: str) -> date:
    return date.fromisoformat(value[:10])


def _day(value: str | None) -> date | None:
    return _date(value) if value else None
