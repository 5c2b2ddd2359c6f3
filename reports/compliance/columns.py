"""The columns of the audit's files, each with what it means: order and codebook in one place.

Owns names, order and meaning. What stands in them is `tables`'. Columns are only ever added, at the
end, so that a program that reads an earlier edition reads a later one.
"""

from __future__ import annotations

_WHERE = {
    "state": "the state, by its two letters",
    "quarter": "the quarter, as 2026Q3",
    "body": "id of the body, as packs name it",
    "body_name": "name of the body",
    "county": "its county, where known",
}
_ASKED = {
    "metric": "id of the question (see Questions)",
    "basis": "law, practice, or ours: our own work",
}

ANSWERS = {
    **_WHERE,
    **_ASKED,
    "case": "what was asked about: a meeting, document, look, vote or request",
    "date": "its day, where it has one",
    "answer": "yes, no, cannot_tell or not_applicable",
    "reason": "why, in words",
    "rule": "id of the rule applied: state, topic and its first day; empty for practice",
    "low": "a measured figure (days): not less than this",
    "high": "not more than this; empty where it is open so far",
    "evidence": "what it rests on, parted by blanks: kind:id, for captures with page and span",
    "exception": "id of the exception, where the answer is one",
    "review": "how far people have read it: lead, read, read_twice, ... cleared",
}
SCORES = {
    **_WHERE,
    **_ASKED,
    "yes": "how many answers",
    "no": "how many answers",
    "cannot_tell": "how many answers",
    "not_applicable": "how many answers; they are in no denominator",
    "cases": "yes, no and cannot_tell together: n",
    "determinable_share": "(yes + no) / cases",
    "share": "yes / (yes + no); empty where withheld",
    "wilson_low": "lower end of the share's 95 % Wilson interval",
    "wilson_high": "upper end of it",
    "withheld": "why there is no share",
    "median_low": "median of measured figures (days): not less than this",
    "median_high": "not more than this; empty where it is open so far",
    "p90_low": "90th percentile of them: not less than this",
    "p90_high": "not more than this; empty where it is open so far",
}
BODIES = {
    "state": _WHERE["state"],
    "quarter": _WHERE["quarter"],
    "body": _WHERE["body"],
    "body_name": _WHERE["body_name"],
    "kind": "kind of body, as packs name it",
    "place": "the place it governs",
    "county": _WHERE["county"],
    "monitored": "yes where it has a source, or a document handed over",
    "source_verified": "yes where a person has checked every address",
    "meetings": "meetings of the quarter that took place or may have",
}
EXCEPTIONS = {
    "exception": "id: body, question, day, case; the same in every run",
    **_WHERE,
    "metric": _ASKED["metric"],
    "title": "the question's title",
    "case": ANSWERS["case"],
    "date": ANSWERS["date"],
    "reason": ANSWERS["reason"],
    "rule": ANSWERS["rule"],
    "review": ANSWERS["review"],
    "first_reader": "who read it first; empty in a public edition",
    "first_read_at": "when, UTC",
    "second_reader": "who read it as the second person; empty in a public edition",
    "second_read_at": "when, UTC",
    "reviewed_at": "when the newest step was made, UTC",
    "earlier_papers": "the state that steps over other papers had reached: they speak no more",
    "evidence": ANSWERS["evidence"],
}
CODEBOOK = {
    "id": "id of the question",
    "basis": _ASKED["basis"],
    "topic": "the rule it stands on; empty for practice",
    "title": "its title",
    "question": "the question",
    "per": "what one case is",
    "computed": "what it is computed from",
    "limits": "what a reader must know of it",
}
COLUMNS = {
    "file": "file of this edition",
    "column": "name of the column",
    "meaning": "what stands in it",
}
FILES = {
    "metrics.csv": ANSWERS,
    "scores.csv": SCORES,
    "exceptions.csv": EXCEPTIONS,
    "bodies.csv": BODIES,
    "codebook.csv": CODEBOOK,
    "columns.csv": COLUMNS,
}
"""Every table of an edition with its columns."""
