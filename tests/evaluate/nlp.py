"""Scores the reader against hand-made labels of real minutes, read in place.

Owns the alignment and the tables. A motion is found if 70 % of its label's words stand, in order,
in the predicted words; scans are read through the text stored beside them.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nlp.errors import Unreadable
from nlp.people import surname
from nlp.reading import Reading, read
from tests.real import REAL

FIELDS = ("mover", "seconder", "result", "count", "method")
_SHARE = 0.7
_WORDS = 150
_SHOWN = 40


@dataclass
class Score:
    """Counters of one body or of all; rates are derived when printed."""

    labels: int = 0
    found: int = 0
    predicted: int = 0
    matched_complete: int = 0
    whole: int = 0
    right: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def add(self, other: Score) -> None:
        for name in ("labels", "found", "predicted", "matched_complete", "whole"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.right += other.right
        self.held += other.held
        self.errors += other.errors

    def row(self) -> list[str]:
        cells = [
            _rate(self.found, self.labels),
            _rate(self.matched_complete, self.predicted),
            _rate(self.whole, self.labels),
        ]
        keys = (*FIELDS, "split", "not_passed", "flags", "class", "false_flags")
        return cells + [_rate(self.right[key], self.held[key]) for key in keys]


def _rate(part: int, whole: int) -> str:
    return f"{part}/{whole}"


def words(text: str) -> list[str]:
    """Comparable words of a quote."""
    return re.findall(r"[a-z0-9]+", text.replace("*", "").lower())


def share_in_order(label: Sequence[str], predicted: Sequence[str]) -> float:
    """Share of the label's words that stand in the prediction in the same order."""
    if not label:
        return 0.0
    row = [0] * (len(predicted) + 1)
    for word in label:
        previous = 0
        for index, other in enumerate(predicted, 1):
            kept = row[index]
            row[index] = previous + 1 if word == other else max(row[index], row[index - 1])
            previous = kept
    return row[-1] / len(label)


def align(labels: Sequence[str], predicted: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (label, prediction) in document order, as many and as good as possible."""
    left = [words(text) for text in labels]
    right = [words(text)[:_WORDS] for text in predicted]
    score = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    like = [[share_in_order(a, b) for b in right] for a in left]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            pair = like[i][j] + 0.001 + score[i + 1][j + 1] if like[i][j] >= _SHARE else 0.0
            score[i][j] = max(score[i + 1][j], score[i][j + 1], pair)
    pairs, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if like[i][j] >= _SHARE and score[i][j] == like[i][j] + 0.001 + score[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif score[i][j] == score[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def score_document(label: dict[str, Any], reading: Reading) -> Score:
    """All figures of one document."""
    made = Score(labels=len(label["motions"]))
    pairs = align([m["quote"] for m in label["motions"]], [m.quote for m in reading.motions])
    made.found = len(pairs)
    if label["complete"]:
        made.predicted, made.matched_complete = len(reading.motions), len(pairs)
        taken = {j for _, j in pairs}
        made.errors += [
            f"EXTRA {_short(m.quote)}" for k, m in enumerate(reading.motions) if k not in taken
        ]
    paired = dict(pairs)
    for index, motion in enumerate(label["motions"]):
        found = reading.motions[paired[index]].as_json() if index in paired else None
        _score_motion(made, motion, found)
    _score_flags(made, label, reading)
    return made


def _score_motion(made: Score, label: dict[str, Any], found: dict[str, Any] | None) -> None:
    split = bool(label["nays"]) and bool(label["ayes"])
    not_passed = label["result"] not in ("passed", "unknown")
    made.held["split"] += split
    made.held["not_passed"] += not_passed
    if found is None:
        made.errors.append(f"MISSED {_short(label['quote'])}")
        return
    right = {name: _agree(name, label, found) for name in FIELDS}
    counted = any(label[side] is not None for side in ("ayes", "nays", "abstain"))
    for name in FIELDS:
        if name != "count" or counted:
            made.held[name] += 1
            made.right[name] += right[name]
    made.right["split"] += split and right["count"]
    made.right["not_passed"] += not_passed and right["result"]
    made.whole += all(right[name] for name in ("mover", "seconder", "result", "count"))
    wrong = [name for name in FIELDS if not right[name]]
    if wrong:
        made.errors.append(
            f"{','.join(wrong)} {_values(label)} <> {_values(found)} {_short(label['quote'])}"
        )


def _agree(name: str, label: dict[str, Any], found: dict[str, Any]) -> bool:
    if name in ("mover", "seconder"):
        return _same_name(label[name], found[name])
    if name == "count":
        return all(
            label[side] is None or label[side] == found[side]
            for side in ("ayes", "nays", "abstain")
        )
    if name == "result":
        return label["result"] == ("failed" if found["result"] == "no_second" else found["result"])
    return bool(label[name] == found[name])


def _same_name(a: str | None, b: str | None) -> bool:
    if a is None or b is None:
        return a is b
    return surname(a) == surname(b) or surname(a) in b.lower() or surname(b) in a.lower()


def _score_flags(made: Score, label: dict[str, Any], reading: Reading) -> None:
    wanted = [item for item in label["ice_items"] if item["relevance"] != "none"]
    left = list(reading.flags)
    for item in wanted:
        made.held["flags"] += 1
        hit = next(
            (
                f
                for f in left
                if share_in_order(words(item["quote"]), words(f.quote)[:_WORDS]) >= _SHARE
            ),
            None,
        )
        if hit is None:
            made.errors.append(f"FLAG MISSED {item['relevance']} {_short(item['quote'])}")
            continue
        made.right["flags"] += 1
        made.held["class"] += 1
        made.right["class"] += hit.relevance == item["relevance"]
        if hit.relevance != item["relevance"]:
            made.errors.append(
                f"CLASS {item['relevance']} <> {hit.relevance} {_short(item['quote'])}"
            )
    if not wanted and label["kind"] != "transcript":
        made.held["false_flags"] += 1
        made.right["false_flags"] += bool(left)
        made.errors += [f"FALSE FLAG {f.topic} {f.rule} {_short(f.quote)}" for f in left]


def _values(motion: dict[str, Any]) -> str:
    keys = ("mover", "seconder", "result", "ayes", "nays", "abstain", "method")
    return "|".join(str(motion[key]) for key in keys)


def _short(text: str) -> str:
    return " ".join(text.split())[:110]


def read_labelled(root: Path, file: str) -> Reading | None:
    """A labelled file; a scan through its stored text. None where it cannot be read."""
    path = root / file
    stored = path.with_name(f"{path.name}.ocr.txt")
    try:
        return read((stored if stored.exists() else path).read_bytes(), name=path.name)
    except Unreadable:
        return None


def main() -> None:
    """Prints the tables; says so where the real documents are absent."""
    if REAL is None:
        print("nlp: no real documents here (set OFFAGENDA_REAL)")
        return
    root = REAL / "minutes"
    bodies: dict[str, Score] = defaultdict(Score)
    for label in json.loads((root / "LABELS.json").read_text("utf-8"))["documents"]:
        reading = read_labelled(root, label["file"])
        name = label["file"].split("/")[0]
        if reading is None:
            bodies[name].add(
                Score(labels=len(label["motions"]), errors=[f"UNREAD {label['file']}"])
            )
        else:
            bodies[name].add(score_document(label, reading))
            if reading.kind != label["kind"]:
                bodies[name].errors.append(
                    f"KIND {label['kind']} <> {reading.kind} {label['file']}"
                )
            if reading.meeting_date != label["meeting_date"]:
                bodies[name].errors.append(
                    f"DATE {label['meeting_date']} <> {reading.meeting_date} {label['file']}"
                )
    _print(bodies)


def _print(bodies: dict[str, Score]) -> None:
    heads = [
        "recall",
        "precision",
        "whole",
        *FIELDS,
        "split",
        "not passed",
        "flags",
        "class",
        "false flags",
    ]
    print(f"{'body':38s}" + "".join(f"{head:>12s}" for head in heads))
    pooled = Score()
    for name, score in sorted(bodies.items()):
        pooled.add(score)
        print(f"{name[:37]:38s}" + "".join(f"{cell:>12s}" for cell in score.row()))
    print(f"{'all':38s}" + "".join(f"{cell:>12s}" for cell in pooled.row()))
    with_motions = [s for s in bodies.values() if s.labels]
    mean = sum(s.found / s.labels for s in with_motions) / max(len(with_motions), 1)
    whole = sum(s.whole / s.labels for s in with_motions) / max(len(with_motions), 1)
    print(f"mean over {len(with_motions)} bodies: recall {mean:.2f}, whole {whole:.2f}")
    shown = [(name, error) for name, score in sorted(bodies.items()) for error in score.errors]
    print(f"\n{len(shown)} differences" + (f", the first {_SHOWN}" if len(shown) > _SHOWN else ""))
    for name, error in shown[:_SHOWN]:
        print(f"  {name[:24]:24s} {error}")


if __name__ == "__main__":
    main()
