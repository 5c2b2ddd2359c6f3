"""What the audit answers with: proofs, answers, metrics, and the quarter asked about.

Owns shapes only. The four answers are the only ones there are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

YES, NO = "yes", "no"
CANNOT_TELL, NOT_APPLICABLE = "cannot_tell", "not_applicable"
ANSWERS = (YES, NO, CANNOT_TELL, NOT_APPLICABLE)
LAW, PRACTICE, OURS = "law", "practice", "ours"
_QUARTER = re.compile(r"(\d{4})Q([1-4])")


@dataclass(frozen=True)
class Quarter:
    """Three months of a year, as "2026Q3"."""

    year: int
    number: int

    @classmethod
    def parse(cls, text: str) -> Quarter:
        """The quarter written as 2026Q3. Raises ValueError saying how it is written."""
        found = _QUARTER.fullmatch(text.strip().upper())
        if found is None or not 1990 <= int(found[1]) <= 2199:
            raise ValueError(f"{text!r} is not a quarter like 2026Q3")
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.year}Q{self.number}"

    @property
    def first(self) -> date:
        return date(self.year, 3 * self.number - 2, 1)

    @property
    def last(self) -> date:
        after = date(self.year + (self.number == 4), 3 * self.number % 12 + 1, 1)
        return after - timedelta(days=1)


@dataclass(frozen=True)
class Proof:
    """One thing on file that an answer rests on.

    kind: capture | look | listing | pack | log. id: SHA-256 of the capture, number of the look, id
    of the document or meeting listed, id of the body, number of the entry in the log of requests.
    page, start, end: where in the capture.
    """

    kind: str
    id: str
    at: datetime | None = None
    says: str = ""
    page: int | None = None
    start: int | None = None
    end: int | None = None
    quote: str = ""
    url: str = ""

    def as_json(self) -> dict[str, Any]:
        return {**vars(self), "at": self.at.isoformat() if self.at else None}


@dataclass(frozen=True)
class Said:
    """An answer without its question. low, high: a measured figure, as an interval."""

    answer: str
    reason: str
    proofs: tuple[Proof, ...] = ()
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Answer:
    """One metric's answer about one case of one body. rule: id of the rule applied, or "".

    case: what was asked about (a meeting, a document, a look); day: its date, where it has one.
    """

    metric: str
    body: str
    case: str
    day: date | None
    said: Said
    rule: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "metric": self.metric,
            "body": self.body,
            "case": self.case,
            "date": self.day.isoformat() if self.day else None,
            "answer": self.said.answer,
            "reason": self.said.reason,
            "rule": self.rule or None,
            "low": self.said.low,
            "high": self.said.high,
            "evidence": [proof.as_json() for proof in self.said.proofs],
        }


@dataclass(frozen=True)
class Score:
    """Counts of one metric, and the share of yes where it may be told.

    low, high: 95 % Wilson interval. share is None, with the reason in `withheld`, under the
    smallest number of cases or the smallest share that could be determined.
    """

    counts: Mapping[str, int]
    cases: int
    determinable: float | None
    share: float | None = None
    low: float | None = None
    high: float | None = None
    withheld: str = ""
    figures: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return {
            **{answer: self.counts.get(answer, 0) for answer in ANSWERS},
            "cases": self.cases,
            "determinable_share": self.determinable,
            "share": self.share,
            "wilson_low": self.low,
            "wilson_high": self.high,
            "withheld": self.withheld or None,
            "figures": dict(self.figures) or None,
        }
