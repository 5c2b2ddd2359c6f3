"""The rules of one state: values, and their reading from `audit/law/<xx>.toml`.

Owns the format of those files and which rule holds on a day. Applies no rule to any meeting.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from audit.errors import DataDamaged

FOLDER = Path(__file__).parent
NOT_CHECKED = "state law not checked"

HOURS, OPEN_HOURS, WEEKDAY_HOURS = "hours", "hours_on_open_days", "hours_without_sundays"
BUSINESS_DAYS, DAYS, WORD = "business_days", "days", "word"
CLOCKS = frozenset({HOURS, OPEN_HOURS, WEEKDAY_HOURS, BUSINESS_DAYS})
"""Units that count back from a meeting."""

UNITS = CLOCKS | {DAYS, WORD}
MARKS = {
    "A": "text of the statute seen",
    "B": "official or specialist summary seen",
    "C": "inferred from what was seen",
}
DATE_SEEN = {
    "day": "",
    "month": "only the month in which it began was seen",
    "none": "the day from which it applies was not seen",
}
TOPICS = {
    "notice_regular": "notice of a regular meeting",
    "notice_special": "notice of a special meeting",
    "yearly_schedule": "yearly schedule of regular meetings",
    "agenda": "an agenda",
    "agenda_posting": "how early the agenda is posted",
    "off_agenda": "action on matters that are not on the agenda",
    "off_agenda_steps": "steps before a vote on such a matter",
    "minutes": "minutes",
    "minutes_deadline": "when minutes are due",
    "minutes_content": "what minutes contain",
    "votes": "how votes are recorded",
    "comment": "public comment",
    "executive_session": "closed sessions",
    "challenge": "days to challenge an action",
}


class LawDamaged(DataDamaged):
    """A state's file is not in the format that `docs/adding-a-state.md` describes."""


@dataclass(frozen=True)
class Rule:
    """One dated, cited fact of one state's law.

    value: a number of `unit`, or a word. bodies, meetings: kinds it speaks of, "*" is all.
    effective_from is None where no date was seen: it is taken to hold throughout. mark: how it was
    seen (`MARKS`); date_seen: what is known of effective_from (`DATE_SEEN`).
    """

    state: str
    topic: str
    value: int | str
    unit: str
    citation: str
    trigger: str
    evidence: str
    mark: str
    source: str
    checked: date
    bodies: tuple[str, ...] = ("*",)
    meetings: tuple[str, ...] = ("*",)
    exceptions: tuple[str, ...] = ()
    effective_from: date | None = None
    effective_to: date | None = None
    date_seen: str = "none"
    note: str = ""

    @property
    def id(self) -> str:
        """Stable name: state, topic and first day."""
        since = self.effective_from.isoformat() if self.effective_from else "always"
        return f"{self.state}:{self.topic}:{since}"

    @property
    def words(self) -> str:
        """The value as a reader says it: "24 hours", "3 business days", "schedule"."""
        if self.unit == WORD:
            return str(self.value).replace("_", " ")
        unit = {
            OPEN_HOURS: "hours, weekends and holidays not counted",
            WEEKDAY_HOURS: "hours, Sundays and holidays not counted",
        }.get(self.unit, self.unit.replace("_", " "))
        return f"{self.value} {unit}"

    def holds(self, day: date, body_kind: str, meeting_kind: str) -> bool:
        """Whether it speaks of a meeting of that day and kind.

        A meeting of unknown kind is taken for a regular one, the commonest by far.
        """
        kind = "regular" if meeting_kind == "unknown" else meeting_kind
        return (
            (self.effective_from is None or self.effective_from <= day)
            and (self.effective_to is None or day <= self.effective_to)
            and bool({"*", body_kind} & set(self.bodies))
            and bool({"*", kind} & set(self.meetings))
        )

    def as_json(self) -> dict[str, Any]:
        """All fields, dates as ISO strings, with the id and the value in words."""
        plain = {
            key: value.isoformat() if isinstance(value, date) else value
            for key, value in vars(self).items()
        }
        lists = {key: list(plain[key]) for key in ("bodies", "meetings", "exceptions")}
        return {"id": self.id, "words": self.words, **plain, **lists}


@dataclass(frozen=True)
class StateLaw:
    """One state's rules. checked: the day the file was last compared with what was read."""

    state: str
    statute: str
    citation: str
    checked: date
    source: str
    confidence: str
    rules: tuple[Rule, ...]
    note: str = ""

    def rule(
        self, topic: str, day: date, *, body_kind: str = "other", meeting_kind: str = "regular"
    ) -> Rule | None:
        """The rule on a topic for a meeting; the one that began last where two hold."""
        holding = [
            r for r in self.rules if r.topic == topic and r.holds(day, body_kind, meeting_kind)
        ]
        return max(holding, key=lambda r: r.effective_from or date.min, default=None)


@cache
def law_of(state: str, folder: Path = FOLDER) -> StateLaw | None:
    """The law of a state by its USPS code; None where it was not checked.

    Raises LawDamaged, naming the file and the entry, where its file cannot be used.
    """
    path = folder / f"{state.lower()}.toml"
    if not (state.isalpha() and path.is_file()):
        return None
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LawDamaged(f"{path.name}: {error}; see docs/adding-a-state.md") from error
    try:
        law = _law(raw)
    except (KeyError, TypeError, ValueError) as error:
        raise LawDamaged(f"{path.name}: {_said(error)}; see docs/adding-a-state.md") from error
    if law.state != state.upper():
        raise LawDamaged(f"{path.name}: holds the state {law.state!r}; see docs/adding-a-state.md")
    return law


def checked_states(folder: Path = FOLDER) -> tuple[str, ...]:
    """USPS codes of the states whose law is on file."""
    return tuple(sorted(p.stem.upper() for p in folder.glob("??.toml")))


def _law(raw: Mapping[str, Any]) -> StateLaw:
    head = {key: raw[key] for key in ("state", "statute", "citation", "source", "confidence")}
    checked = _date(raw["checked"], "checked")
    rules = tuple(_rule(one, n, raw["state"], checked) for n, one in enumerate(raw["rule"], 1))
    return StateLaw(**head, checked=checked, rules=rules, note=raw.get("note", ""))


_NEEDED = ("topic", "value", "unit", "citation", "trigger", "evidence", "mark", "source")
_LISTS = ("bodies", "meetings", "exceptions")


def _rule(raw: Mapping[str, Any], number: int, state: str, checked: date) -> Rule:
    where = f"rule {number}"
    missing = [key for key in _NEEDED if key not in raw]
    if missing:
        raise ValueError(f"{where} has no {', '.join(missing)}")
    known = {*_NEEDED, *_LISTS, "effective_from", "effective_to", "date_seen", "note"}
    if unknown := sorted(set(raw) - known):
        raise ValueError(f"{where} has unknown keys: {', '.join(unknown)}")
    for key, allowed in (("topic", TOPICS), ("unit", UNITS), ("mark", MARKS)):
        if raw[key] not in allowed:
            raise ValueError(f"{where}: {key} {raw[key]!r} is none of {', '.join(sorted(allowed))}")
    number_expected = raw["unit"] != WORD
    if isinstance(raw["value"], int) != number_expected:
        raise ValueError(f"{where}: value {raw['value']!r} does not fit the unit {raw['unit']!r}")
    return Rule(state=state, checked=checked, **_kept(raw, where))


def _kept(raw: Mapping[str, Any], where: str) -> dict[str, Any]:
    kept = {key: tuple(raw[key]) if key in _LISTS else raw[key] for key in raw}
    for key in ("effective_from", "effective_to"):
        if key in raw:
            kept[key] = _date(raw[key], f"{where}: {key}")
    if kept.get("date_seen", "none") not in DATE_SEEN:
        raise ValueError(f"{where}: date_seen {kept['date_seen']!r} is unknown")
    if "effective_from" in kept and "date_seen" not in kept:
        kept["date_seen"] = "day"
    return kept


def _date(value: Any, what: str) -> date:
    if not isinstance(value, date):
        raise ValueError(f"{what}: {value!r} is not a date like 2025-09-01")
    return value


def _said(error: Exception) -> str:
    return f"no {error}" if isinstance(error, KeyError) else str(error)
