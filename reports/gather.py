"""From a week's material to the one frozen `Week` that the templates tell.

Owns what stands in which section. Pure: the rows come from `material`, the words of findings from
`audit`, and nothing here reads a clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from audit.values import UpcomingItem
from reports import differences
from reports.cards import Shelf, card, order, quote_of
from reports.corrections import corrections, withdrawn
from reports.labels import CHANGES
from reports.letters import letters
from reports.material import Material, content, placed, shown, state_of
from reports.seen import seen
from reports.texts import clean, local, remark
from reports.week import Ahead, Card, Changed, Clock, Copy, ListChange, Week
from store.tables import FindingRow, LedgerChange

CLOCK_DAYS = 14
"""How far ahead a date to ask counsel about is shown."""


def gather(
    material: Material, copies: Mapping[str, Copy], *, place: str, timezone: str, public: bool
) -> Week:
    """Everything one weekly report says. A public one speaks of cleared findings only."""
    shelf = Shelf(copies, material.pages)
    earlier = {row.key: row for row in material.earlier}
    cards = _cards(material, shelf, earlier, public)
    today = local(material.as_of, timezone).date()
    rows = {row.id: row for row in material.findings}
    newest = {book.kind: book.sha256 for book in material.workbooks}
    pending = copies.get(newest.get("pending", ""))
    return Week(
        as_of=material.as_of,
        since=material.since,
        timezone=timezone,
        place=clean(place),
        public=public,
        seen=seen(material, cards, copies),
        ahead=tuple(_ahead(item, shelf, pending) for item in material.ahead),
        clocks=_clocks(cards, today),
        changes=_changes(material, cards, copies),
        edits=sum(change.kind not in CHANGES for change in _arrived(material)),
        votes=_votes(cards, rows, earlier),
        changed=_changed(cards, rows, earlier),
        first=not earlier,
        cards=cards,
        letters=letters(cards),
        withdrawn=withdrawn(material, public=public),
        corrections=corrections(material, public=public),
        follows=(material.follows.id, material.follows.sha256) if material.follows else None,
        rules=", ".join(sorted({str(content(r).get("rules_version", "")) for r in rows.values()})),
    )


def _cards(
    material: Material, shelf: Shelf, earlier: Mapping[str, FindingRow], public: bool
) -> tuple[Card, ...]:
    made = []
    for row in shown(material, public=public):
        news, before = _news(row, earlier)
        review = state_of(material, row)
        made.append(card(content(row), row.id, shelf, review=review, news=news, was=before))
    return tuple(sorted(made, key=order))


def _news(row: FindingRow, earlier: Mapping[str, FindingRow]) -> tuple[str, str | None]:
    """new | changed | "", and the answer before; a first edition has nothing to compare with."""
    if not earlier:
        return "", None
    before = earlier.get(row.key)
    if before is None:
        return "new", None
    if before.id != row.id and differences.is_news(content(before), content(row)):
        return "changed", differences.was(content(before))
    return "", None


def _votes(
    cards: Iterable[Card], rows: Mapping[str, FindingRow], earlier: Mapping[str, FindingRow]
) -> tuple[Card, ...]:
    """Cards whose vote was not known a week ago, in order of the vote."""
    new = [
        one
        for one in cards
        if one.vote is not None
        and (
            one.key not in earlier
            or content(earlier[one.key]).get("vote") != content(rows[one.id]).get("vote")
        )
    ]
    return tuple(sorted(new, key=lambda one: _when(one)))


def _when(one: Card) -> tuple[date, tuple[int, str, str, str, int]]:
    day = one.vote.date if one.vote else None
    return day or date.min, order(one)


def _changed(
    cards: Iterable[Card], rows: Mapping[str, FindingRow], earlier: Mapping[str, FindingRow]
) -> tuple[Changed, ...]:
    return tuple(
        Changed(
            one,
            one.was or "",
            differences.reasons(content(earlier[one.key]), content(rows[one.id])),
        )
        for one in cards
        if one.news == "changed"
    )


def _clocks(cards: Iterable[Card], today: date) -> tuple[tuple[Card, Clock], ...]:
    last = today + timedelta(days=CLOCK_DAYS)
    due = [(one, clock) for one in cards for clock in one.clocks if today <= clock.date <= last]
    return tuple(sorted(due, key=lambda pair: (pair[1].date, order(pair[0]), pair[1].what)))


def _ahead(item: UpcomingItem, shelf: Shelf, pending: Copy | None) -> Ahead:
    return Ahead(
        date=item.meeting_date,
        time=item.meeting_time,
        body=clean(item.body_name),
        place=clean(item.place) or None,
        what=remark(item.what) if item.kind == "pending" else clean(item.what),
        kind=item.kind,
        agency=clean(item.agency) or None,
        quote=quote_of(item.evidence.as_json(), shelf) if item.evidence else None,
        workbook=pending if item.kind == "pending" else None,
    )


def _arrived(material: Material) -> list[LedgerChange]:
    """Changes that reached us this week.

    A workbook may be posted days after it was saved: one that we first saw this week counts,
    whenever it was saved. An imported archive of old ones does not.
    """
    late = {
        placed(book)
        for book in material.workbooks
        if book.origin == "sync" and book.first_seen > material.since
    }
    return [one for one in material.changes if one.at > material.since or one.at in late]


def _changes(
    material: Material, cards: Iterable[Card], copies: Mapping[str, Copy]
) -> tuple[ListChange, ...]:
    by_agreement = {
        content(row).get("agreement"): row.id for row in material.findings
    }  # the newest signing of an agreement comes last by key
    held = {one.id: one for one in cards}
    books = {(placed(b), b.kind): b.sha256 for b in material.workbooks}
    return tuple(
        _change(one, held.get(by_agreement.get(one.agreement_id, "")), _book(one, books, copies))
        for one in _arrived(material)
        if one.kind in CHANGES
    )


def _book(
    one: LedgerChange, books: Mapping[tuple[datetime, str], str], copies: Mapping[str, Copy]
) -> Copy | None:
    kind = "pending" if one.kind.startswith("pending") else "participating"
    return copies.get(books.get((one.at, kind), ""))


def _change(one: LedgerChange, found: Card | None, book: Copy | None) -> ListChange:
    value = one.content
    return ListChange(
        kind=one.kind,
        agency=clean(str(value.get("agency", ""))),
        place=one.state,
        model=clean(str(value.get("model", ""))),
        at=one.at.date(),
        detail=remark(str(value.get("detail", ""))),
        anchor=found.anchor if found else None,
        says=found.label if found else "",
        workbook=book,
    )
