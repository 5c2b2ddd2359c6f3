"""An answer of `ice match`, or a refusal, in plain words.

Owns the wording on the screen; the JSON shape is `audit.matching`'s.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_COUNTIES = frozenset(("county", "parish"))
_VOTE = {
    "expected": "a vote is expected",
    "contested": "whether a vote is needed is disputed",
    "not_local": "no local body votes",
    "unknown": "whether a vote is expected is not known",
}
_SHOWN = 8


def told(answer: dict[str, Any]) -> Iterator[str]:
    """The lines for one agency; a refusal lists the places that were near, each with its geoid."""
    place = answer["answer"]
    where = _where(place) if place else "no place"
    office = answer["answers_to"].replace("_", " ")
    yield (f"{answer['agency']} ({answer['state']}): {where}; answers to: {office}; "
           f"{_VOTE[answer['vote_expectation']]}. {answer['reason']}")  # fmt: skip
    if place or answer["settled"]:
        return
    near = answer["candidates"]
    for one in near[:_SHOWN]:
        yield f"  near: {_where(one)}, {one['state']}, geoid {one['geoid'] or 'none'}"
    if len(near) > _SHOWN:
        yield f"  and {len(near) - _SHOWN} more, with --json"


def _where(place: dict[str, Any]) -> str:
    """A place for a person; a county's name says what it is."""
    if place["kind"] in _COUNTIES:
        return str(place["name"])
    counties = (place["county"] or "").split("; ")
    county = f", {' and '.join(counties)} County" if counties != [""] else ""
    return f"{place['name']} {place['kind'].replace('_', ' ')}{county}"
