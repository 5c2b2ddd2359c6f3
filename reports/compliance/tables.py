"""The audit as files for other programs: CSV, JSON, and the codebook in two forms.

Owns the rows; columns and their meaning are `columns`'. A cell that a spreadsheet would take for a
formula is disarmed.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from audit.compliance import BodyAudit, Compliance
from audit.exceptions import Point, Step, exception_id, is_exception
from audit.law.rules import NOT_CHECKED
from audit.metrics.catalogue import BY_ID, METRICS, VERSION
from audit.metrics.scores import FEWEST, LEAST_DETERMINABLE
from audit.metrics.values import Answer, Proof
from audit.phrases import temperate
from reports.compliance import columns, words

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def answers_csv(audit: Compliance) -> str:
    """One row for each answer; evidence as "kind:id" parted by blanks."""
    states = {point.id: point.review for point in audit.points}
    rows = (
        (
            audit.state, audit.quarter, body.id, body.name, body.county, a.metric,
            BY_ID[a.metric].basis, a.case, a.day, a.said.answer, temperate(a.said.reason), a.rule,
            a.said.low, a.said.high, _keys(a), *_review(states, a),
        )
        for body in audit.bodies
        for a in body.answers
    )  # fmt: skip
    return _csv(columns.ANSWERS, rows)


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
            rows.append((*head, *(shown[column] for column in list(columns.SCORES)[7:17]), *ends))
    return _csv(columns.SCORES, rows)


def _review(states: Mapping[str, str], answer: Answer) -> tuple[str, str]:
    """The id and review state of an answer that is an exception."""
    if not is_exception(answer):
        return "", ""
    key = exception_id(answer)
    return key, states.get(key, "")


def exceptions_csv(audit: Compliance) -> str:
    """One row for each exception, with both readers; a public audit holds cleared ones only."""
    where = {body.id: body for body in audit.bodies}
    rows = (_exception(audit, where[point.answer.body], point) for point in audit.points)
    return _csv(columns.EXCEPTIONS, rows)


def _exception(audit: Compliance, body: BodyAudit, point: Point) -> tuple[Any, ...]:
    answer = point.answer
    first, second = point.reader("read"), point.reader("read_twice")
    return (
        point.id, audit.state, audit.quarter, body.id, body.name, body.county, answer.metric,
        BY_ID[answer.metric].title, answer.case, answer.day, temperate(answer.said.reason),
        answer.rule, point.review, *_reader(first), *_reader(second),
        point.steps[-1].at.isoformat() if point.steps else "", point.before, _keys(answer),
    )  # fmt: skip


def _reader(step: Step | None) -> tuple[str, str]:
    return (temperate(step.who), step.at.isoformat()) if step else ("", "")


def bodies_csv(audit: Compliance) -> str:
    """The frame: every body of the state in the registry, also those without a source."""
    return _csv(columns.BODIES, ((audit.state, audit.quarter, *_body(b).values())
                               for b in audit.bodies))  # fmt: skip


def codebook_csv() -> str:
    """The questions, one row each."""
    return _csv(columns.CODEBOOK, ([m.as_json()[key] for key in columns.CODEBOOK] for m in METRICS))


def columns_csv() -> str:
    """Every column of every table, with what it means."""
    return _csv(columns.COLUMNS, ((file, name, told) for file, held in columns.FILES.items()
                                  for name, told in held.items()))  # fmt: skip


def codebook_md(audit: Compliance) -> str:
    """The codebook in plain words, with the rules in force."""
    lines = ["# Codebook of the open-meetings audit", "", *_intro(), "", "## Questions", ""]
    for metric in METRICS:
        lines += [
            f"### {metric.id} {metric.title}", "",
            f"{metric.question} (per {metric.per}; basis: {metric.basis})", "",
            f"- Computed from: {metric.computed}", f"- Limits: {metric.limits}", "",
        ]  # fmt: skip
    lines += ["## Columns", ""]
    for file, held in columns.FILES.items():
        lines += [f"### {file}", "", *(f"- `{name}`: {told}" for name, told in held.items()), ""]
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
        "An exception is such an answer under the law, or a document removed or silently replaced.",
        "Its id stays the same; a public edition carries those that people have cleared only.", "",
        f"No share is given under {FEWEST} cases, from fewer than {FEWEST} meetings, or where less",
        f"than {LEAST_DETERMINABLE:.0%} of them could be decided. Shares are yes / (yes + no),",
        "with 95 % Wilson intervals; meetings of one body are not independent, so the intervals",
        "are narrower than they should be.",
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
        "public": audit.public,
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
        "exceptions": [_point(point) for point in audit.points],
        "metrics": [metric.as_json() for metric in METRICS],
    }  # fmt: skip


def _point(point: Point) -> dict[str, Any]:
    return {
        "id": point.id,
        "review": point.review,
        "steps": [{**step.as_json(), "who": temperate(step.who), "why": temperate(step.why)}
                  for step in point.steps],
        "earlier_papers": point.before or None,
        **_answer(point.answer),
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


def _keys(answer: Answer) -> str:
    return " ".join(_key(proof) for proof in answer.said.proofs)


def _key(proof: Proof) -> str:
    page = f"#p{proof.page}:{proof.start}-{proof.end}" if proof.page else ""
    return f"{proof.kind}:{proof.id}{page}"


def _csv(names: Iterable[str], rows: Iterable[Sequence[Any]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: Any) -> Any:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if cell is None or isinstance(cell, int | float):
        return "" if cell is None else cell
    text = str(cell)
    return f"'{text}" if text.startswith(_FORMULA) else text
