"""What the audit's page is made of, arranged: bars, exceptions, grids, rules.

Owns shapes only; what goes into them is `view`'s.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from audit.compliance import BodyAudit, Compliance
from audit.law.policies import Overlay, Told
from audit.law.rules import Rule
from audit.metrics.catalogue import METRICS, Metric
from audit.metrics.values import Score


@dataclass(frozen=True)
class Bar:
    """One line of the summary: a question with its counts. parts: answer, count, x and width."""

    metric: Metric
    score: Score
    parts: tuple[tuple[str, int, float, float], ...]
    share: str
    determinable: str
    lag: str


@dataclass(frozen=True)
class Shown:
    """One proof under an exception: its words, the passage, our copy and the address it is from."""

    words: str
    quote: str
    copy: str | None
    url: str | None


@dataclass(frozen=True)
class Lead:
    """One answer "not shown", with what it rests on.

    id, review, steps: of an exception, what people did over it, in words; empty for others.
    """

    body: str
    anchor: str
    case: str
    day: date | None
    reason: str
    proofs: tuple[Shown, ...]
    id: str = ""
    review: str = ""
    steps: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """All exceptions to one question."""

    metric: Metric
    cases: tuple[Lead, ...]


@dataclass(frozen=True)
class Cell:
    """One answer in a grid. word: for those who do not see the mark; tip: word and reason."""

    code: str
    mark: str
    word: str
    tip: str


@dataclass(frozen=True)
class Grid:
    """One body: its meetings across, the questions about them down, the rest in lines below.

    open: why answers were left open, with how often, commonest first.
    """

    name: str
    anchor: str
    county: str
    verified: bool
    meetings: int
    days: tuple[str, ...]
    rows: tuple[tuple[Metric, tuple[Cell, ...]], ...]
    lines: tuple[tuple[Metric, str], ...]
    open: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Law:
    """One rule on the page; exceptions: in its own words, none of which is applied here."""

    topic: str
    rule: Rule
    since: str
    mark: str
    note: str
    exceptions: tuple[str, ...] = ()


@dataclass(frozen=True)
class View:
    """Everything the page tells. nothing: what stands where there are no leads."""

    title: str
    deck: str
    state: str
    audit: Compliance
    ours: tuple[Bar, ...]
    by_law: tuple[Bar, ...]
    practice: tuple[Bar, ...]
    poorly_seen: tuple[tuple[tuple[str, ...], str], ...]
    laws: tuple[Law, ...]
    policies: tuple[Overlay, ...]
    told: tuple[Told, ...]
    leads: tuple[Group, ...]
    practices: tuple[Group, ...]
    grids: tuple[Grid, ...]
    unwatched: tuple[BodyAudit, ...]
    nothing: str
    metrics: tuple[Metric, ...] = METRICS
