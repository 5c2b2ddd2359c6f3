"""What is different between two revisions of one finding, in words.

Owns which differences are news. Both revisions are finding JSON.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from reports.labels import MEETING, label, overlay
from reports.texts import listed, short_date

Content = Mapping[str, Any]

_DECISIVE = ("label", "entered", "ended", "confidence", "overlays", "vote")


def is_news(before: Content, after: Content) -> bool:
    """Whether the answer is another one. One more meeting read alone is no news."""
    return any(before.get(name) != after.get(name) for name in _DECISIVE)


def was(before: Content) -> str:
    """The earlier answer in words."""
    return label(before["label"]).words


def reasons(before: Content, after: Content) -> tuple[str, ...]:
    """Why the answer changed, from what the two revisions hold."""
    found = [*_documents(before, after), *_meetings(before, after), *_list(before, after),
             *_overlays(before, after), *_confidence(before, after)]  # fmt: skip
    return tuple(found) or ("the rules that judge the same records have changed",)


def _documents(before: Content, after: Content) -> Iterable[str]:
    held = {one["sha256"] for one in before.get("evidence", ())}
    new = {_document(one): None for one in after.get("evidence", ()) if one["sha256"] not in held}
    if new:
        yield f"new evidence: {listed(list(new), 4)}"


def _document(one: Content) -> str:
    day = one.get("meeting_date")
    return f"{one['role']} of {short_date(date.fromisoformat(day))}" if day else str(one["role"])


def _meetings(before: Content, after: Content) -> Iterable[str]:
    earlier = _states(before)
    moved: dict[str, list[str]] = {}
    for key, state in sorted(_states(after).items()):
        if earlier.get(key) != state:
            moved.setdefault(state, []).append(short_date(date.fromisoformat(key[1])))
    for state, days in moved.items():
        yield f"{MEETING.get(state, state)}: {listed(days, 4)}"


def _states(content: Content) -> dict[tuple[str, str], str]:
    return {
        (table["body"], row["date"]): row["state"]
        for table in content.get("tables", ())
        for row in table["meetings"]
    }


def _list(before: Content, after: Content) -> Iterable[str]:
    words = {"listed": "on ICE’s list from", "delisted": "gone from ICE’s list by",
             "ice_signed": "ICE’s signed date", "pending": "pending from"}  # fmt: skip
    held = {(one["kind"], one["at"]) for one in before.get("events", ())}
    for one in after.get("events", ()):
        if one["kind"] in words and (one["kind"], one["at"]) not in held:
            yield f"{words[one['kind']]} {short_date(date.fromisoformat(one['at'][:10]))}"


def _overlays(before: Content, after: Content) -> Iterable[str]:
    old, new = set(before.get("overlays", ())), set(after.get("overlays", ()))
    if added := sorted(new - old):
        yield f"now marked: {listed([overlay(one) for one in added])}"
    if dropped := sorted(old - new):
        yield f"no longer marked: {listed([overlay(one) for one in dropped])}"


def _confidence(before: Content, after: Content) -> Iterable[str]:
    old, new = before.get("confidence"), after.get("confidence")
    if old != new:
        yield f"confidence: {old or 'none'} before, {new or 'none'} now"
