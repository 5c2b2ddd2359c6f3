"""Scores the reader against the constructed cases and prints the tables.

Owns the figures that real labels do not give: direction, abstentions, how often a predicted
"not passed" is one, the papers' own data, single passages. Alignment is that of the real labels.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import Any

from nlp.reading import Reading, read
from tests.evaluate import nlp
from tests.evaluate.constructed.load import SETS, Document, documents, passages

_UNDECIDED = ("passed", "unknown")
_EXTRAS = (
    "direction",
    "abstain",
    "not passed true",
    "kind",
    "date",
    "status",
    "present",
    "absent",
)
HEADS = (
    *("recall", "precision", "whole", *nlp.FIELDS, "split", "not passed"),
    *("flags", "class", "false flags", *_EXTRAS),
)


@dataclass
class Score:
    """Counters of one body or one set: those of the real tables and ours beside them."""

    real: nlp.Score = field(default_factory=nlp.Score)
    right: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)

    def add(self, other: Score) -> None:
        self.real.add(other.real)
        self.right += other.right
        self.held += other.held

    def count(self, key: str, right: bool) -> bool:
        """Counts one answer; says whether it was right."""
        self.held[key] += 1
        self.right[key] += right
        return right

    def row(self) -> list[str]:
        """The cells under HEADS."""
        return self.real.row() + [f"{self.right[key]}/{self.held[key]}" for key in _EXTRAS]


def score(document: Document) -> Score:
    """All figures of one document, read in its own form."""
    reading = read(document.published(), name=f"{document.id}.{document.form}")
    made = Score(nlp.score_document(document.label, reading))
    _score_motions(made, document.label, reading)
    _score_paper(made, document.label, reading)
    return made


def _score_motions(made: Score, label: dict[str, Any], reading: Reading) -> None:
    found = [motion.as_json() for motion in reading.motions]
    pairs = dict(nlp.align([m["quote"] for m in label["motions"]], [m["quote"] for m in found]))
    for index, motion in enumerate(label["motions"]):
        other = found[pairs[index]] if index in pairs else None
        if motion["abstain"]:
            made.count("abstain", other is not None and other["abstain"] == motion["abstain"])
        if other is None or motion["direction"] == "any":
            continue
        if not made.count("direction", other["direction"] == motion["direction"]):
            made.real.errors.append(
                f"DIRECTION {motion['direction']} <> {other['direction']} {motion['quote'][:100]}"
            )
    labels = {j: label["motions"][i] for i, j in pairs.items()}
    for index, other in enumerate(found):
        if other["result"] in _UNDECIDED:
            continue
        true = index in labels and labels[index]["result"] not in _UNDECIDED
        if not made.count("not passed true", true):
            made.real.errors.append(f"FALSELY NOT PASSED {other['result']} {other['quote'][:100]}")


def _score_paper(made: Score, label: dict[str, Any], reading: Reading) -> None:
    data = reading.as_json()
    for key, name in (("kind", "kind"), ("date", "meeting_date"), ("status", "minutes_status")):
        if not made.count(key, data[name] == label[name]):
            made.real.errors.append(f"{key.upper()} {label[name]} <> {data[name]}")
    for side in ("present", "absent"):
        read_names = " ".join(data["attendance"][side]).lower()
        for name in label[side]:
            if not made.count(side, name.lower() in read_names):
                made.real.errors.append(f"{side.upper()} {name} <> {data['attendance'][side]}")


def score_passages(which: str) -> Score:
    """Flags (found and of the right class) and false flags over the single passages of a set."""
    made = Score()
    for passage in passages(which):
        flags = read(passage.text.encode("utf-8"), name="passage.txt").flags
        classes = [flag.relevance for flag in flags if flag.relevance != "none"]
        short = " ".join(passage.text.split())[:110]
        if passage.relevance == "none":
            if not made.count("clean", not classes):
                made.real.errors.append(f"FALSE FLAG {classes} {short}")
        elif not made.count("flagged", bool(classes)):
            made.real.errors.append(f"FLAG MISSED {passage.relevance} {short}")
        elif not made.count("class", passage.relevance in classes):
            made.real.errors.append(f"CLASS {passage.relevance} <> {classes} {short}")
    return made


def table(which: str, *, bodies: bool, errors: bool) -> None:
    """Prints one set: a row per body if asked, the pooled row, and each error if asked."""
    scores: dict[str, Score] = defaultdict(Score)
    for document in documents(which):
        scores[document.body].add(score(document))
    pooled = Score()
    for one in scores.values():
        pooled.add(one)
    if bodies:
        _by_body({name: one.row() for name, one in scores.items()})
    print(f"\n{which}: {len(scores)} bodies")
    for head, cell in zip(HEADS, pooled.row(), strict=True):
        print(f"  {head:16s} {cell:>9s}")
    singles = score_passages(which)
    for key in ("flagged", "class", "clean"):
        print(f"  {'passages ' + key:16s} {singles.right[key]:>5d}/{singles.held[key]}")
    shown = [(name, error) for name, one in scores.items() for error in one.real.errors]
    shown += [("passage", error) for error in singles.real.errors]
    print(f"  {len(shown)} differences")
    for name, error in shown if errors else []:
        print(f"    {name[:28]:28s} {error}")


def _by_body(rows: dict[str, list[str]]) -> None:
    width = 12
    print(f"{'body':30s}" + "".join(f"{head[: width - 1]:>{width}s}" for head in HEADS))
    for name, cells in rows.items():
        print(f"{name[:29]:30s}" + "".join(f"{cell:>{width}s}" for cell in cells))


def main() -> None:
    """The sets' pooled rows; the errors of dev, those of the held ones only counted."""
    print("constructed cases (apart from the real ones)")
    for which in SETS:
        table(which, bodies=False, errors=which == "dev")
