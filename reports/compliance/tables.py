"""The audit as files for other programs: CSV, JSON, and the codebook in two forms.

Owns columns and their order. A cell that a spreadsheet would take for a formula is disarmed.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from typing import Any

from audit.compliance import BodyAudit, Compliance
from audit.law.rules import NOT_CHECKED
from audit.metrics.catalogue import BY_ID, METRICS, VERSION
from audit.metrics.scores import FEWEST, LEAST_DETERMINABLE
from audit.metrics.values import Answer, Proof
from audit.phrases import temperate
from reports.compliance import words

ANSWER_COLUMNS = (
    "state", "quarter", "body", "body_name", "county", "metric", "basis", "case", "date", "answer",
    "reason", "rule", "low", "high", "evidence",
)  # fmt: skip
SCORE_COLUMNS = (
    "state", "quarter", "body", "body_name", "county", "metric", "basis", "yes", "no",
    "cannot_tell", "not_applicable", "cases", "determinable_share", "share", "wilson_low",
    "wilson_high", "withheld", "median_low", "median_high", "p90_low", "p90_high",
)  # fmt: skip
BODY_COLUMNS = (
    "state", "quarter", "body", "body_name", "kind", "place", "county", "monitored",
    "source_verified", "meetings",
)  # fmt: skip
CODEBOOK_COLUMNS = ("id", "basis", "topic", "title", "question", "per", "computed", "limits")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answers_csv(audit: Compliance) -> str:
    """One row for each answer; evidence as "kind:id" parted by blanks."""
    rows = (
        (
            audit.state, audit.quarter, body.id, body.name, body.county, a.metric,
            BY_ID[a.metric].basis, a.case, a.day, a.said.answer, temperate(a.said.reason), a.rule,
            a.said.low, a.said.high, " ".join(_key(proof) for proof in a.said.proofs),
        )
        for body in audit.bodies
        for a in body.answers
    )  # fmt: skip
    return _csv(ANSWER_COLUMNS, rows)


def scores_csv(audit: Compliance) -> str:
    """One row for each body and metric; first those of all bodies together, body "*"."""
    groups = [("*", "all watched bodies", "", audit.scores)]
    groups += [(body.id, body.name, body.county, body.scores) for body in audit.monitored]
    rows = []
    for key, name, county, scores in groups:
        for metric, score in scores:
            shown = score.as_json()
            figures = shown["figures"] or {}
            ends = (*figures.get("median", (None, None)), *figures.get("p90", (None, None)))
            head = (audit.state, audit.quarter, key, name, county, metric, BY_ID[metric].basis)
            rows.append((*head, *(shown[column] for column in SCORE_COLUMNS[7:17]), *ends))
    return _csv(SCORE_COLUMNS, rows)


def bodies_csv(audit: Compliance) -> str:
    """The frame: every body of the state in the registry, also those without a source."""
    return _csv(BODY_COLUMNS, ((audit.state, audit.quarter, *_body(b).values())
                               for b in audit.bodies))  # fmt: skip


def codebook_csv() -> str:
    """The questions, one row each."""
    return _csv(CODEBOOK_COLUMNS, ([m.as_json()[key] for key in CODEBOOK_COLUMNS] for m in METRICS))


def codebook_md(audit: Compliance) -> str:
    """The codebook in plain words, with the rules in force."""
    lines = ["# Codebook of the open-meetings audit", "", *_intro(), "", "## Questions", ""]
    for metric in METRICS:
        lines += [
            f"### {metric.id} {metric.title}", "",
            f"{metric.question} (per {metric.per}; basis: {metric.basis})", "",
            f"- Computed from: {metric.computed}", f"- Limits: {metric.limits}", "",
        ]  # fmt: skip
    lines += [f"## Rules: {audit.state}", ""]
    if audit.law is None:
        return "\n".join([*lines, f"{NOT_CHECKED.capitalize()}.", ""])
    lines += [f"{audit.law.statute}, {audit.law.citation}. Checked on {audit.law.checked}.", ""]
    for rule in audit.law.rules:
        days = f"{rule.effective_from or 'start not seen'} to {rule.effective_to or 'now'}"
        lines.append(f"- `{rule.id}`: {rule.words}. {rule.citation} ({days}; seen as {rule.mark})")
    return "\n".join([*lines, ""])


def _intro() -> list[str]:
    return [
        "Every answer is one of four:", "",
        *(f"- `{code}`: {said}" for code, said in words.WORDS.items()), "",
        "`no` under the law means that the record we hold does not show it. It is a lead until",
        "people have read the pages, and says nothing of why.", "",
        f"No share is given under {FEWEST} cases, or where less than {LEAST_DETERMINABLE:.0%} of",
        "them could be decided. Shares are yes / (yes + no) with 95 % Wilson intervals; meetings",
        "of one body are not independent, so the intervals are narrower than they should be.",
        f"Version of the questions: {VERSION}.",
    ]  # fmt: skip


def as_json(audit: Compliance) -> dict[str, Any]:
    """Everything: the frame, scores, answers with their evidence, questions, rules."""
    return {
        "state": audit.state,
        "quarter": str(audit.quarter),
        "from": audit.quarter.first.isoformat(),
        "to": audit.quarter.last.isoformat(),
        "as_of": audit.as_of.isoformat(),
        "quarter_over": audit.over,
        "questions_version": VERSION,
        "law": _law(audit),
        "floors": {"cases": FEWEST, "determinable_share": LEAST_DETERMINABLE},
        "scores": [{"metric": key, **score.as_json()} for key, score in audit.scores],
        "bodies": [
            {**_body(body),
             "scores": [{"metric": key, **score.as_json()} for key, score in body.scores],
             "answers": [_answer(answer) for answer in body.answers]}
            for body in audit.bodies
        ],
        "metrics": [metric.as_json() for metric in METRICS],
    }  # fmt: skip


def json_text(audit: Compliance) -> str:
    """`as_json` as text, the same for the same audit."""
    return json.dumps(as_json(audit), ensure_ascii=False, indent=1) + "\n"


def _law(audit: Compliance) -> dict[str, Any]:
    if audit.law is None:
        return {"checked": None, "what": NOT_CHECKED, "rules": []}
    return {
        "statute": audit.law.statute,
        "citation": audit.law.citation,
        "checked": audit.law.checked.isoformat(),
        "confidence": audit.law.confidence,
        "rules": [{**rule.as_json(), "note": temperate(rule.note)} for rule in audit.law.rules],
    }


def _body(body: BodyAudit) -> dict[str, Any]:
    return {
        "body": body.id,
        "body_name": body.name,
        "kind": body.kind,
        "place": body.place,
        "county": body.county,
        "monitored": body.monitored,
        "source_verified": body.verified,
        "meetings": body.meetings,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {**answer.as_json(), "reason": temperate(answer.said.reason)}


def _key(proof: Proof) -> str:
    page = f"#p{proof.page}:{proof.start}-{proof.end}" if proof.page else ""
    return f"{proof.kind}:{proof.id}{page}"


def _csv(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: Any) -> Any:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if cell is None or isinstance(cell, int | float):
        return "" if cell is None else cell
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
