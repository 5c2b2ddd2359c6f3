"""A `Week` as plain text: the same facts in the same order, for mail and for reading aloud.

Owns the plain layout. Wording of findings is `audit`'s, vocabulary is `labels`'.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from reports import labels, texts
from reports.headline import headline
from reports.lines import point, wrap
from reports.plain_card import card, quote
from reports.week import Seen, Week


def text(week: Week) -> str:
    """The report as text, lines of at most 78 letters but for addresses and names."""
    parts = [_head(week), _seen(week.seen), _ahead(week), _clocks(week), _changes(week),
             _votes(week), _changed(week), _findings(week), _gaps(week), _corrections(week),
             _method(week)]  # fmt: skip
    return "\n\n\n".join("\n".join(part) for part in parts) + "\n"


def _head(week: Week) -> Iterator[str]:
    today = texts.local(week.as_of, week.timezone).date()
    first = texts.local(week.since, week.timezone).date()
    head = headline(week)
    kind = "public" if week.public else "newsroom"
    yield f"Offagenda weekly, {kind} edition"
    yield from wrap(f"{week.place}, {texts.period(first, today)}, week {today.isocalendar().week}")
    yield ""
    yield from wrap(head.title.upper())
    if head.deck:
        yield from wrap(head.deck)


def _title(words: str) -> Iterator[str]:
    yield words
    yield "-" * len(words)


def _seen(seen: Seen) -> Iterator[str]:
    papers = seen.documents
    yield from _title("What we saw, and what we did not")
    yield f"Bodies read this week: {len(seen.bodies('read'))} of {seen.watched}"
    yield from wrap(
        f"Documents that came in: {papers.new + papers.replaced}, {papers.replaced} of them "
        f"replaced ones, {len(papers.unread)} with pages we could not read, {papers.ocr} by OCR"
    )
    if papers.waiting:
        yield from wrap(
            f"Scanned pages that wait for OCR, which is not installed here: {papers.waiting}; the "
            "documents that hold them count as not read"
        )
    yield f"Past meetings without minutes we could obtain: {seen.meetings_missing}"
    if seen.listed:
        used = seen.listed
        yield f"ICE's list: saved {texts.stamp(used.saved)}, {used.rows:,} rows"
        yield f"  sha256 {used.copy.sha256}"
        if used.age_days > 7:
            yield f"  THIS LIST IS {used.age_days} DAYS OLD."
    else:
        yield "ICE's list: NO WORKBOOK HELD."
    for look in seen.not_read:
        last = f"; last read {texts.long_date(look.last_good.date())}" if look.last_good else ""
        yield from point(f"NOT READ: {look.body}: {look.why}{last}")
    for name in seen.without_source:
        yield from point(f"NOT MONITORED: {name}: no source known")
    if seen.unmonitored:
        yield from point(f"NOT MONITORED, on ICE's lists: {texts.listed(seen.unmonitored)}")
    for look in seen.looks:
        if look.standing == "read" and look.why:
            yield from point(f"{look.body}: {look.why}")
    for name, why in papers.unread:
        yield from point(f"Not read whole: {name}: {why}")


def _ahead(week: Week) -> Iterator[str]:
    yield from _title("Before the meeting")
    for one in week.ahead:
        when = " ".join(filter(None, [texts.weekday_date(one.date), texts.clock_time(one.time)]))
        where = f" ({one.place})" if one.place else ""
        yield from point(f"{when}, {one.body}{where}: {one.what}")
        if one.quote:
            yield from quote(one.quote)
        if one.workbook:
            yield f"    copy of that list: {one.workbook.file or one.workbook.problem}"
    if not week.ahead:
        read = len(week.seen.bodies("read"))
        yield from wrap(
            f"None found for the next ten days in the agendas of {read} of {week.seen.watched} "
            "bodies."
        )


def _clocks(week: Week) -> Iterator[str]:
    yield from _title("Clocks (ask counsel)")
    for found, clock in week.clocks:
        yield from point(
            f"{texts.weekday_date(clock.date)}: {clock.what}: {found.agency}, {found.model}"
        )
    if not week.clocks:
        total = len(week.cards)
        yield f"None found in the next 14 days for {total} of {total} findings."


def _changes(week: Week) -> Iterator[str]:
    yield from _title("ICE's list this week")
    for one in week.changes:
        record = labels.label(one.says).words if one.says else "no finding yet"
        detail = f"; {one.detail}" if one.detail else ""
        yield from point(
            f"{labels.CHANGES[one.kind]}: {one.agency}, {one.model}, {one.place}{detail}; list "
            f"saved {texts.short_date(one.at)}; the record: {record}"
        )
    if not week.changes:
        yield from wrap(f"None found for {week.place} in the lists that reached us this week.")
    if week.edits:
        yield f"Renames and typing corrections, followed and not changes: {week.edits}."


def _votes(week: Week) -> Iterator[str]:
    yield from _title("Votes recorded")
    for found in week.votes:
        if found.vote is not None:
            day = texts.short_date(found.vote.date) if found.vote.date else "no date read"
            way = labels.DIRECTION.get(found.vote.direction, found.vote.direction)
            yield from point(
                f"{day}, {found.vote.body or texts.listed(found.bodies)}: {way}: "
                f"{found.vote.result}, {found.vote.tally}; minutes: {found.vote.status}; "
                f"{found.agency}"
            )
    if not week.votes:
        read = week.seen.documents.read
        total = read + len(week.seen.documents.unread)
        yield f"None found in {read} of {total} documents that came in this week."
        if voted := sum(found.vote is not None for found in week.cards):
            yield f"Findings below that rest on an earlier one: {voted}."


def _changed(week: Week) -> Iterator[str]:
    yield from _title("Changed findings")
    for one in week.changed:
        now = labels.label(one.card.label).words
        yield from point(
            f"{one.card.agency}: before: {one.before}; now: {now}; why: {'; '.join(one.why)}"
        )
    for gone in week.withdrawn:
        why = f": {gone.why}" if gone.why else ""
        yield from point(f"no longer stands: {gone.agency} ({gone.what}){why}.")
    if not week.changed and not week.withdrawn:
        total = len(week.cards)
        yield (
            "First edition: there is nothing earlier to compare with."
            if week.first
            else f"None found in {total} of {total} findings."
        )


def _findings(week: Week) -> Iterator[str]:
    yield from _title("What the records show")
    if not week.cards:
        yield "None found in 0 of 0 findings."
    for found in week.cards:
        yield ""
        yield from card(found)


def _gaps(week: Week) -> Iterator[str]:
    yield from _title("Gaps, and letters ready to send")
    for letter in week.letters:
        yield from point(f"{letter.body}:")
        for day, why in zip(letter.dates, letter.why, strict=True):
            yield f"    {texts.long_date(day)}: {why}"
        yield ""
        yield textwrap.indent(letter.text, "    ")
        yield ""
    if not week.letters:
        total = sum(len(card.tables) for card in week.cards)
        yield f"None found in {total} of {total} coverage tables."


def _corrections(week: Week) -> Iterator[str]:
    yield from _title("Corrections")
    for one in week.corrections:
        why = f". {one.why}" if one.why else ""
        yield from point(f"{texts.long_date(one.at)}, {one.agency}: {one.what}{why}")
    if not week.corrections:
        yield "None this week."


def _method(week: Week) -> Iterator[str]:
    yield from _title("Method and limits")
    yield from wrap(METHOD)
    yield from wrap(LIMITS)
    yield f"As of {texts.stamp(week.as_of)}."
    if week.follows:
        yield f"Follows edition {week.follows[0]}"
        yield f"  sha256 {week.follows[1]}"


METHOD = (
    "We archive what public bodies and ICE publish, read it by machine, and compare the minutes "
    "of every expected meeting from 180 days before an agreement was signed to 90 days after. "
    "“No vote found” is said only where every expected meeting is accounted for and its minutes "
    "are read; one gap makes it “cannot tell”."
)

LIMITS = (
    "This report shows what public records say and what we could not see. It does not say "
    "whether a law was followed. ICE’s signed date is ICE’s own signature; the agency’s is "
    "usually some days earlier. A finding marked “lead” is for reporters, not for print."
)
