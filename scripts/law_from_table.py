"""Turn the tables of open-meetings law into one TOML file per state.

Owns the way from two tab-separated tables (one row per state: statute, citation, sources; one row
per cell: state, column, value, mark) and the hand-written supplement beside this script to
`audit/law/<xx>.toml`. Where the supplement has a topic of a state, its rules replace the table's.

    python scripts/law_from_table.py STATES.tsv CELLS.tsv --checked 2026-11-24 --out audit/law
"""

from __future__ import annotations

import argparse
import csv
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

_SUPPLEMENT = Path(__file__).with_name("law_supplement.toml")
_TOPICS = {
    "notice_hours_regular": "notice_regular",
    "notice_hours_special": "notice_special",
    "agenda_required": "agenda",
    "agenda_posting_hours": "agenda_posting",
    "off_agenda_action_barred": "off_agenda",
    "minutes_required": "minutes",
    "minutes_deadline_days": "minutes_deadline",
    "individual_votes_recorded": "votes",
    "public_comment_required": "comment",
    "challenge_deadline_days": "challenge",
}
_CLOCKED = {"notice_regular", "notice_special", "agenda_posting"}
_OPEN_DAYS = {
    "LA": "hours_on_open_days",
    "MO": "hours_on_open_days",
    "OK": "hours_on_open_days",
    "IN": "hours_on_open_days",
    "NH": "hours_without_sundays",
}
_TRIGGER = {
    "notice_regular": "start of a regular meeting",
    "notice_special": "start of a special meeting",
    "yearly_schedule": "each year",
    "agenda": "each meeting",
    "agenda_posting": "start of the meeting",
    "off_agenda": "a vote on a matter that is not on the agenda",
    "minutes": "each meeting",
    "minutes_deadline": "the meeting",
    "votes": "each vote",
    "comment": "each meeting that is open to comment",
    "challenge": "the meeting",
}
_EVIDENCE = {
    "notice_regular": "a capture or a look that shows the notice before the deadline",
    "notice_special": "a capture or a look that shows the notice before the deadline",
    "yearly_schedule": "a capture of the schedule",
    "agenda": "a capture of the agenda",
    "agenda_posting": "the look that first listed the agenda, and the last good one without it",
    "off_agenda": "the last agenda captured before the deadline, and the minutes",
    "minutes": "a capture of the minutes",
    "minutes_deadline": "the look that first listed the minutes, and the last good one without",
    "votes": "the passage of the vote in the minutes",
    "comment": "the order of comment and votes in the minutes",
    "challenge": "the date of the meeting; ask counsel",
}
_MEETINGS = {
    "notice_regular": ["regular", "reorganization"],
    "notice_special": ["special"],
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("states", type=Path)
    parser.add_argument("cells", type=Path)
    parser.add_argument("--checked", required=True, help="the day of this comparison, ISO")
    parser.add_argument("--out", required=True, type=Path)
    given = parser.parse_args()
    supplement = tomllib.loads(_SUPPLEMENT.read_text("utf-8"))
    cells = defaultdict(list)
    for row in _table(given.cells):
        if row["value"] and row["mark"]:
            cells[row["state"]].append(row)
    for row in _table(given.states):
        text = state_file(row, cells[row["state"]], supplement.get(row["state"], []), given.checked)
        (given.out / f"{row['state'].lower()}.toml").write_text(text, encoding="utf-8")


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def state_file(
    row: dict[str, str], cells: list[dict[str, str]], extra: list[dict[str, Any]], checked: str
) -> str:
    """The TOML text of one state."""
    replaced = {one["topic"] for one in extra}
    made = [rule for cell in cells for rule in _rules(row, cell)]
    rules = [rule for rule in made if rule["topic"] not in replaced]
    for one in extra:
        rules.append({**_common(row, one["topic"]), **one})
    order = {topic: n for n, topic in enumerate([*_TOPICS.values(), "yearly_schedule"])}
    rules.sort(key=lambda r: (order.get(r["topic"], 99), str(r.get("effective_from", ""))))
    head = {key: row[key] for key in ("state", "statute", "citation", "source", "confidence")}
    lines = [
        "# Open-meetings law as data; see docs/adding-a-state.md. Written by",
        "# scripts/law_from_table.py. Not legal advice: each rule wants a lawyer's tick before a",
        "# published finding leans on it. A topic that is not here was not checked.",
        "",
        *(f"{key} = {_value(value)}" for key, value in head.items()),
        f"checked = {checked}",
        f"note = {_value(row['verified_note'])}",
    ]
    for rule in rules:
        lines += ["", "[[rule]]", *(f"{key} = {_value(value)}" for key, value in rule.items())]
    return "\n".join(lines) + "\n"


def _rules(row: dict[str, str], cell: dict[str, str]) -> list[dict[str, Any]]:
    """A cell's rule; where a yearly schedule stands for notices, that schedule is one more."""
    topic = _TOPICS[cell["column"]]
    value, unit = _measure(row["state"], topic, cell["value"])
    found = [(topic, value, unit)]
    if (topic, value) == ("notice_regular", "schedule"):
        found.append(("yearly_schedule", "yes", "word"))
    return [
        {"topic": name, "value": said, "unit": kind, **_common(row, name), "mark": cell["mark"]}
        for name, said, kind in found
    ]


def _common(row: dict[str, str], topic: str) -> dict[str, Any]:
    made: dict[str, Any] = {"citation": row["citation"], "source": row["source"]}
    made |= {"trigger": _TRIGGER.get(topic, ""), "evidence": _EVIDENCE.get(topic, "")}
    return made | ({"meetings": _MEETINGS[topic]} if topic in _MEETINGS else {})


def _measure(state: str, topic: str, text: str) -> tuple[int | str, str]:
    if text.endswith("bd"):
        return int(text[:-2]), "business_days"
    if not text.isdigit():
        return text, "word"
    if topic in _CLOCKED:
        return int(text), _OPEN_DAYS.get(state, "hours")
    return int(text), "days"


def _value(value: Any) -> str:
    if isinstance(value, list):
        return "[" + ", ".join(map(_value, value)) + "]"
    if isinstance(value, str):
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(value)


if __name__ == "__main__":
    main()
