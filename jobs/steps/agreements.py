"""The agreements behind the lists' links: asked for where that is wished, and read once.

Owns the order of asking and the way from an archived PDF to its kept readings. Asking is
`crawler`'s, reading `nlp.agreement`'s, keeping `jobs.steps.signatures`'.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from audit.signatures import Readings, reading
from audit.values import Agreement
from crawler.errors import ChildBroken
from crawler.fetch_agreements import Asked, fetch_agreements
from jobs.agreements import wanted
from jobs.context import Context
from jobs.steps import signatures as kept
from jobs.steps.crawl import crawl_settings
from nlp.agreement.pool import signature_of
from nlp.pool import Failure
from nlp.versions import AGREEMENT
from store.engine import session
from store.queries import agreements as links
from store.queries import signatures
from store.tables import AgreementLink, SignatureRow

AGAIN = timedelta(days=7)
"""After this a PDF that took too long, or ended its reader, is tried once more."""


@dataclass(frozen=True)
class Fetched:
    """What one run did about agreements. unread: why which PDF could not be read; broken: what
    kept the asking from being done."""

    asked: tuple[Asked, ...] = ()
    read: int = 0
    unread: tuple[str, ...] = ()
    broken: str = ""

    @property
    def new(self) -> int:
        return sum(one.new for one in self.asked)

    def as_json(self) -> dict[str, Any]:
        return {
            "asked": len(self.asked),
            "new": self.new,
            "read": self.read,
            "not_obtained": [
                {"url": one.url, "outcome": one.outcome, "why": one.why} for one in self._lost
            ],
            "unread": list(self.unread),
            "broken": self.broken or None,
        }

    def lines(self) -> Iterator[str]:
        """The same for a person; nothing where nothing was to do."""
        if self.broken:
            yield f"agreements: {self.broken}"
        if self.asked or self.read or self.unread:
            yield f"agreements: {len(self.asked)} asked for, {self.new} new, {self.read} read"
        yield from (f"  not obtained: {one.url}: {one.outcome}: {one.why}" for one in self._lost)
        yield from (f"  could not be read: {why}" for why in self.unread)

    @property
    def _lost(self) -> list[Asked]:
        return [one for one in self.asked if one.outcome != "ok"]


def sync(context: Context) -> Fetched:
    """Ask for the agreements that are due, where the settings wish it, and read what is held and
    not yet read by this version. Each PDF is kept and read by itself: killed, run again."""
    asked: tuple[Asked, ...] = ()
    broken = ""
    if context.workspace.settings.ice.fetch_agreements:
        with session(context.workspace.engine) as opened:
            urls = [url for url, _ in _newest_first(wanted(opened, context.workspace))]
        try:
            asked = fetch_agreements(
                context.workspace.engine, context.workspace.archive, urls,
                settings=crawl_settings(context), now=context.now,
                frozen_clock=context.clock.frozen, progress=context.tell,
            )  # fmt: skip
        except ChildBroken as exc:
            broken = str(exc)
    read, unread = _read_all(context)
    return Fetched(asked, read, unread, broken)


def _newest_first(every: Sequence[Agreement]) -> list[tuple[str, list[Agreement]]]:
    """Addresses with the agreements that link there, that of the newest signature first."""
    by_url: dict[str, list[Agreement]] = defaultdict(list)
    for one in sorted(every, key=lambda a: (a.ice_signed or date.min, a.id), reverse=True):
        if one.moa_url:
            by_url[one.moa_url].append(one)
    return list(by_url.items())


def _read_all(context: Context) -> tuple[int, tuple[str, ...]]:
    with session(context.workspace.engine) as opened:
        by_url = _newest_first(wanted(opened, context.workspace))
        known = links.links(opened, {url for url, _ in by_url})
        todo = list(_unread(by_url, known, signatures.every(opened), context))
        opened.expunge_all()
    read, unread = 0, []
    for done, (link, mine) in enumerate(todo, start=1):
        why = _read(context, link, mine)
        read += not why
        unread += [why] if why else []
        context.tell("reading agreements", done, len(todo))
    return read, tuple(unread)


def _unread(
    by_url: Sequence[tuple[str, list[Agreement]]],
    known: Mapping[str, AgreementLink],
    rows: Sequence[SignatureRow],
    context: Context,
) -> Iterator[tuple[AgreementLink, list[Agreement]]]:
    """The PDFs held that this version has not read for an agreement that links there."""
    made = Readings(reading(row) for row in rows if row.content.get("reader") == AGREEMENT)
    for url, mine in by_url:
        link = known.get(url)
        if link is None or link.sha256 is None or _given_up(link, context):
            continue
        lacking = [
            one for one in mine
            if link.sha256 not in {read.sha256 for read in made.of(one)}
        ]  # fmt: skip
        if lacking:
            yield link, lacking


def _given_up(link: AgreementLink, context: Context) -> bool:
    """Whether these bytes were tried in vain. Without a version it is no final word."""
    if not link.problem:
        return False
    if link.reader:
        return link.reader == AGREEMENT
    return link.read_at is not None and context.now - link.read_at < AGAIN


def _read(context: Context, link: AgreementLink, mine: Sequence[Agreement]) -> str:
    """Read one PDF and keep it for each agreement that links to it; returns why not, or ""."""
    archive = context.workspace.archive
    assert link.sha256 is not None
    found = signature_of(archive.path(link.sha256))
    with session(context.workspace.engine) as opened:
        if isinstance(found, Failure):
            version = AGREEMENT if found.final else ""
            links.read(opened, link.sha256, version, context.now, found.why)
            return f"{link.url}: {found.why}"
        copy = kept.Copy(link.sha256, link.url, link.captured_at or context.now)
        kept.add(opened, context, mine, found, copy)
        links.read(opened, link.sha256, AGREEMENT, context.now)
    return ""
