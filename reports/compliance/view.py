"""The audit arranged for the page: headline, summary, exceptions, one small grid per body.

Owns order and grouping. Renders nothing, decides nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from audit.compliance import BodyAudit, Compliance
from audit.exceptions import Point, exception_id, is_exception
from audit.law.policies import Overlay, overlays, told
from audit.law.rules import DATE_SEEN, MARKS, TOPICS, Rule
from audit.matching.answers import VOTE_EXPECTATION
from audit.metrics.catalogue import BY_ID, METRICS, Metric
from audit.metrics.values import (
    ANSWERS,
    CANNOT_TELL,
    LAW,
    NO,
    NOT_APPLICABLE,
    OURS,
    PRACTICE,
    YES,
    Answer,
    Proof,
    Score,
)  # fmt: skip
from audit.states import STATE_NAMES
from reports import labels, texts
from reports.compliance import words
from reports.compliance.shapes import Bar, Cell, Grid, Group, Law, Lead, Shown, View
from reports.evidence import Wanted
from reports.week import Copy

_QUOTE = 420
_PROOFS = 4
_FEW = 12
_REASONS = 4


def view(audit: Compliance, copies: Mapping[str, Copy]) -> View:
    """The page's content; copies: our copies of cited captures by hash."""
    leads = tuple(_groups(audit, copies, exceptions=True))
    bars = tuple(_bars(audit))
    return View(
        title=title(audit),
        deck=deck(audit),
        state=STATE_NAMES.get(audit.state, audit.state),
        audit=audit,
        ours=tuple(bar for bar in bars if bar.metric.basis == OURS),
        by_law=tuple(bar for bar in bars if bar.metric.basis == LAW),
        practice=tuple(bar for bar in bars if bar.metric.basis == PRACTICE),
        poorly_seen=tuple(_poorly_seen(audit)),
        laws=tuple(_laws(audit)),
        policies=_policies(audit),
        told=told(audit.state),
        leads=leads,
        practices=tuple(_groups(audit, copies, exceptions=False)),
        grids=tuple(_grid(body) for body in audit.monitored),
        unwatched=tuple(body for body in audit.bodies if not body.monitored),
        nothing=nothing(audit),
    )


def wanted(audit: Compliance) -> set[Wanted]:
    """The captures that exceptions cite, to be copied beside the page."""
    names = {body.id: body.name for body in audit.bodies}
    return {
        Wanted(proof.id, one.answer.day, names[one.answer.body], BY_ID[one.answer.metric].title)
        for one in audit.points
        for proof in one.answer.said.proofs[:_PROOFS]
        if proof.kind == "capture"
    }


def title(audit: Compliance) -> str:
    """The headline: how many exceptions there are to look at."""
    count = len(audit.points)
    place = STATE_NAMES.get(audit.state, audit.state)
    if audit.law is None:
        return f"Open meetings in {place}: the state’s law is not checked here"
    if not audit.monitored:
        return f"Open meetings in {place}: no body is watched yet"
    if audit.public:
        said = texts.plural(count, "exception") if count else "no exception"
        return f"Open meetings in {place}: {said} that people have read and cleared"
    if count == 0:
        decided = sum(1 for _ in _answers(audit, LAW, YES))
        told = f"no exception in the {decided:,} answers the record decides"
        return f"Open meetings in {place}: {told}"
    points = texts.plural(count, "point")
    return f"Open meetings in {place}: {points} the record does not show, to be read by people"


def nothing(audit: Compliance) -> str:
    """What is said where no lead stands: of how many answers it is said."""
    decided = sum(1 for code in (YES, NO) for _ in _answers(audit, LAW, code))
    asked = decided + sum(1 for _ in _answers(audit, LAW, CANNOT_TELL))
    if not asked:
        return "No question under the law applied."
    return f"None found in {decided:,} of {asked:,} answers that the record decides."


def deck(audit: Compliance) -> str:
    """Two sentences under it: what was asked, and how much could be decided."""
    asked = [a for code in (YES, NO, CANNOT_TELL) for a in _answers(audit, LAW, code)]
    open_ = sum(a.said.answer == CANNOT_TELL for _, a in asked)
    bodies, meetings = len(audit.monitored), sum(body.meetings for body in audit.bodies)
    first = (
        f"{texts.plural(bodies, 'body', 'bodies').capitalize()} watched in "
        f"{words.quarter(audit.quarter)}, {texts.plural(meetings, 'meeting')} that took place or "
        "may have."
    )
    second = f"Of {len(asked):,} answers under the law, {open_:,} could not be decided."
    return f"{first} {second}" if asked else first


def _answers(audit: Compliance, basis: str, code: str) -> Iterator[tuple[BodyAudit, Answer]]:
    for body in audit.monitored:
        for answer in body.answers:
            if BY_ID[answer.metric].basis == basis and answer.said.answer == code:
                yield body, answer


def _bars(audit: Compliance) -> Iterator[Bar]:
    for key, score in audit.scores:
        yield Bar(
            BY_ID[key], score, tuple(_parts(score)), words.share(score),
            words.determinable(score), words.lag(score.figures),
        )  # fmt: skip


def _parts(score: Score) -> Iterator[tuple[str, int, float, float]]:
    whole, left = sum(score.counts.get(code, 0) for code in ANSWERS), 0.0
    for code in ANSWERS:
        count = score.counts.get(code, 0)
        width = round(100 * count / whole, 3) if whole else 0.0
        yield code, count, round(left, 3), width
        left += width


def _poorly_seen(audit: Compliance) -> Iterator[tuple[tuple[str, ...], str]]:
    """Names of the bodies of which looks went wrong, or none was made, by what was wrong."""
    found: dict[str, list[str]] = {}
    for body in audit.monitored:
        if why := _trouble(body):
            found.setdefault(why, []).append(texts.clean(body.name))
    yield from ((tuple(names), why) for why, names in found.items())


def _trouble(body: BodyAudit) -> str:
    looks = [a for a in body.answers if a.metric == "X1a"]
    bad = [a for a in looks if a.said.answer == NO]
    if not looks:
        return "no look in this quarter"
    if not bad:
        return ""
    codes = sorted({proof.says for a in bad for proof in a.said.proofs})
    why = "; ".join(labels.OUTCOMES.get(code, code) for code in codes)
    return f"{len(bad)} of {len(looks)} looks: {why}"


def _laws(audit: Compliance) -> Iterator[Law]:
    if audit.law is None:
        return
    quarter = audit.quarter
    for rule in audit.law.rules:
        over = rule.effective_to is not None and rule.effective_to < quarter.first
        early = rule.effective_from is not None and rule.effective_from > quarter.last
        if not over and not early:
            since = rule.effective_from
            seen = DATE_SEEN[rule.date_seen] if since else ""
            yield Law(
                texts.sentence(TOPICS[rule.topic]).rstrip("."),
                rule,
                _since(rule),
                f"{rule.mark}: {MARKS[rule.mark]}",
                texts.remark(" ".join(filter(None, map(texts.sentence, [rule.note, seen])))),
                tuple(map(texts.remark, rule.exceptions)),
            )


def _since(rule: Rule) -> str:
    """The first day of a rule, as far as it was seen."""
    since = rule.effective_from
    if since is None:
        return "not seen"
    return f"{since:%b %Y}" if rule.date_seen == "month" else texts.short_date(since)


def _policies(audit: Compliance) -> tuple[Overlay, ...]:
    """What the state's law says of agreements themselves: never an answer, only laid beside."""
    found = (
        overlay
        for who in sorted(VOTE_EXPECTATION)
        for overlay in overlays(audit.state, who, audit.quarter.last)
    )
    return tuple(dict.fromkeys(found))


def _groups(audit: Compliance, copies: Mapping[str, Copy], *, exceptions: bool) -> Iterator[Group]:
    """The answers "no" by question: those that people must confirm, or the rest of practice."""
    found: dict[str, list[Lead]] = {}
    states = {point.id: point for point in audit.points}
    both = chain(_answers(audit, LAW, NO), _answers(audit, PRACTICE, NO))
    for body, answer in both:
        if is_exception(answer) is not exceptions:
            continue
        point = states.get(exception_id(answer))
        found.setdefault(answer.metric, []).append(_exception(body, answer, copies, point))
    for metric in METRICS:
        if metric.id in found:
            yield Group(metric, tuple(found[metric.id]))


def _exception(
    body: BodyAudit, answer: Answer, copies: Mapping[str, Copy], point: Point | None
) -> Lead:
    return Lead(
        body=texts.clean(body.name),
        anchor=_anchor(body),
        case=texts.remark(answer.case),
        day=answer.day,
        reason=texts.remark(answer.said.reason),
        proofs=tuple(_shown(proof, copies) for proof in answer.said.proofs[:_PROOFS]),
        id=point.id if point else "",
        review=words.reviewed(point) if point else "",
        steps=tuple(words.step(step) for step in point.steps) if point else (),
    )


def _shown(proof: Proof, copies: Mapping[str, Copy]) -> Shown:
    quote = texts.visible(proof.quote).strip()
    short = quote if len(quote) <= _QUOTE else f"{quote[:_QUOTE].rsplit(' ', 1)[0]} …"
    copy = copies.get(proof.id) if proof.kind == "capture" else None
    page = f"#page={proof.page}" if copy and copy.paged and proof.page else ""
    file = f"{copy.file}{page}" if copy and copy.file else None
    return Shown(words.proof(proof), short, file, texts.safe_url(proof.url))


def _anchor(body: BodyAudit) -> str:
    return f"body-{texts.slug(body.id)}"


def _grid(body: BodyAudit) -> Grid:
    by_case: dict[str, dict[str, Answer]] = {}
    for answer in body.answers:
        if _of_meeting(BY_ID[answer.metric]):
            by_case.setdefault(answer.case, {})[answer.metric] = answer
    cases = list(by_case)
    days = tuple(_day(by_case[case]) for case in cases)
    rows = tuple(
        (metric, tuple(_cell(by_case[case].get(metric.id), metric) for case in cases))
        for metric in METRICS
        if _of_meeting(metric) and cases and not metric.blind
    )
    return Grid(
        texts.clean(body.name), _anchor(body), body.county, body.verified, body.meetings, days,
        tuple(row for row in rows if any(cell.code != NOT_APPLICABLE for cell in row[1])),
        tuple(_lines(body)), tuple(_open(body)),
    )  # fmt: skip


def _of_meeting(metric: Metric) -> bool:
    return metric.by_law is not None or metric.by_meeting is not None


def _day(answers: Mapping[str, Answer]) -> str:
    day = next(iter(answers.values())).day
    return f"{day.day} {day:%b}" if day else ""


def _cell(answer: Answer | None, metric: Metric) -> Cell:
    code = answer.said.answer if answer else NOT_APPLICABLE
    word = words.answer(code, metric.basis)
    reason = texts.remark(answer.said.reason) if answer else ""
    tip = f"{word}: {reason}" if reason else word
    if answer and (figure := words.days(answer.said.low, answer.said.high)):
        return Cell(code, figure, reason, tip)
    return Cell(code, words.MARKS[code], word, tip)


def _lines(body: BodyAudit) -> Iterator[tuple[Metric, str]]:
    """The questions that are not about a meeting, each with its counts in words."""
    for key, score in body.scores:
        metric = BY_ID[key]
        if _of_meeting(metric) or not any(score.counts.get(c) for c in (YES, NO, CANNOT_TELL)):
            continue
        told = [
            f"{score.counts[code]} {words.answer(code, metric.basis)}"
            for code in (YES, NO, CANNOT_TELL)
            if score.counts.get(code)
        ]
        yield metric, texts.listed(told)


def _open(body: BodyAudit) -> list[tuple[str, int]]:
    reasons = Counter(
        texts.remark(answer.said.reason)
        for answer in body.answers
        if answer.said.answer == CANNOT_TELL and not BY_ID[answer.metric].blind
    )
    return sorted(reasons.items(), key=lambda one: (-one[1], one[0]))[:_REASONS]


def few(items: Sequence[object]) -> bool:
    """Whether a list may stand open on the page."""
    return len(items) <= _FEW
