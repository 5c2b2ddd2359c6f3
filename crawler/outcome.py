"""What one look at a source amounts to: facts in, one named outcome and its reason out.

Owns the order in which facts decide. Nothing is fetched, parsed or stored here.
"""

from __future__ import annotations

from dataclasses import dataclass

OUTCOMES = (
    "ok", "empty_confirmed", "empty_suspicious", "drift", "blocked", "robots", "moved",
    "parse_error", "unreachable",
)  # fmt: skip
GOOD = frozenset({"ok", "empty_confirmed"})
"""The outcomes that count as having looked."""

DROP = 0.5
"""A page that lost more than this share of its documents since the last look has changed shape."""
DROP_FROM = 6
"""Below this many documents a drop means nothing."""


@dataclass(frozen=True)
class Facts:
    """What happened during one look.

    listing: the outcome of parsing the entry page, None where it was never parsed; said: the
    parser's reason. error: network trouble in words. robots: what forbids. wall: who stands in
    front. gone: what shows that the page is not there any more. raised: an exception of ours.
    pages_lost: further pages that could not be read. before, vanished: documents listed on the
    same pages last time, and how many of those are listed no more.
    """

    listing: str | None = None
    said: str = ""
    status: int | None = None
    error: str | None = None
    robots: str | None = None
    wall: str | None = None
    gone: str | None = None
    raised: str | None = None
    pages_lost: tuple[str, ...] = ()
    rows: int = 0
    before: int = 0
    vanished: int = 0
    documents_asked: int = 0
    documents_walled: int = 0
    left: int = 0
    problems: int = 0


@dataclass(frozen=True)
class Verdict:
    """One of OUTCOMES with its reason in words for a person; complete: the whole list was read."""

    outcome: str
    why: str = ""
    complete: bool = False

    @property
    def good(self) -> bool:
        return self.outcome in GOOD


def judge(facts: Facts) -> Verdict:
    """The outcome of a look; the first fact that speaks against it decides.

    A callback that raised is never ok, whatever else was read; a look that lost a page of the list
    is not ok either, but what it read is kept by whoever called.
    """
    stopped = _stopped(facts)
    if stopped:
        return stopped
    if facts.listing not in GOOD:
        return Verdict(facts.listing or "unreachable", facts.said or "the page was never read")
    if facts.pages_lost:
        return Verdict("unreachable", f"part of the list could not be read: {facts.pages_lost[0]}")
    if facts.before >= DROP_FROM and facts.vanished > facts.before * DROP:
        why = f"{facts.vanished} of {facts.before} documents listed last time are gone at once"
        return Verdict("drift", why)
    if facts.documents_asked and facts.documents_walled == facts.documents_asked:
        return Verdict("blocked", "the list can be read, every document stands behind a wall")
    if facts.rows == 0 and facts.listing == "ok":
        return Verdict("empty_suspicious", "no document on any page of the list")
    return Verdict(facts.listing or "ok", _notes(facts), complete=True)


def _stopped(facts: Facts) -> Verdict | None:
    """What kept the entry page from being read at all."""
    if facts.raised:
        return Verdict("parse_error", facts.raised)
    if facts.robots:
        return Verdict("robots", facts.robots)
    if facts.wall:
        return Verdict("blocked", f"a wall of {facts.wall} instead of the page")
    if facts.gone:
        return Verdict("moved", facts.gone)
    if facts.error:
        return Verdict("unreachable", facts.error)
    return _of_status(facts.status, facts.said)


def _of_status(status: int | None, said: str) -> Verdict | None:
    """An answer that is no page; said: what its own words add to the number."""
    if status is None or status in (200, 304):
        return None
    if status in (401, 403, 406, 429, 451):
        return Verdict("blocked", f"the server answered {status}" + (f": {said}" if said else ""))
    if status in (404, 410) or 300 <= status < 400:
        return Verdict("moved", f"the server answered {status}")
    if status >= 500:
        return Verdict("unreachable", f"the server answered {status}")
    return Verdict("unreachable", f"the server answered {status}, which is no page")


def _notes(facts: Facts) -> str:
    notes = [facts.said] if facts.said else []
    if facts.left:
        notes.append(f"{facts.left} documents left for the next look")
    if facts.problems:
        notes.append(f"{facts.problems} documents could not be obtained")
    return "; ".join(notes)
