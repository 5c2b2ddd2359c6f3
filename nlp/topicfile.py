"""Topics as data: reads patterns/topic_*.toml and patterns/words.toml.

Owns the format of those files and refuses what it does not know. Matches nothing.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

POSSIBLE = "possible_287g"
"""The topic of passages that may mean such an agreement without naming it. They are no flags: they
only keep a negative from being said."""

_KEYS = frozenset(
    (
        "id",
        "phrases",
        "exact",
        "needs",
        "also",
        "without",
        "window",
        "near",
        "before_never",
        "sections",
    )
)


@dataclass(frozen=True)
class Rule:
    """One rule: phrases, and the groups of words that must or must not stand near.

    window: tokens each side in which `needs` (one of) and `also` (one of, too) are looked for;
    near: tokens each side for `without`. sections: where it holds only there.
    """

    topic: str
    rank: int
    id: str
    phrases: tuple[str, ...]
    exact: bool
    needs: tuple[str, ...]
    also: tuple[str, ...]
    without: tuple[str, ...]
    window: int
    near: int
    before_never: frozenset[str]
    sections: frozenset[str]

    @property
    def name(self) -> str:
        return f"{self.topic}/{self.id}"


@dataclass(frozen=True)
class Example:
    """A worked example of a topic file: a test."""

    topic: str
    text: str
    flag: bool
    relevance: str | None


@lru_cache(maxsize=1)
def groups() -> dict[str, tuple[str, ...]]:
    """The groups of words that rules name, each word lower case."""
    raw = tomllib.loads(_read("words.toml"))
    return {name: tuple(words) for name, words in raw["groups"].items()}


@lru_cache(maxsize=1)
def rules() -> tuple[Rule, ...]:
    """All rules of all topics, by rank. Raises ValueError for an unknown key or group."""
    made = [_rule(raw, one) for raw in _topics() for one in raw["rule"]]
    return tuple(sorted(made, key=lambda rule: rule.rank))


@lru_cache(maxsize=1)
def examples() -> tuple[Example, ...]:
    """The worked examples of all topics."""
    return tuple(
        Example(raw["id"], one["text"], one["flag"], one.get("relevance"))
        for raw in _topics()
        for one in raw["example"]
    )


def triggers() -> dict[str, tuple[str, ...]]:
    """The words at which the motion reader looks closer, by kind."""
    raw = tomllib.loads(_read("motions.toml"))
    return {kind: tuple(words) for kind, words in raw["triggers"].items()}


def _rule(topic: dict[str, Any], raw: dict[str, Any]) -> Rule:
    unknown = raw.keys() - _KEYS
    if unknown:
        raise ValueError(
            f"topic {topic['id']}, rule {raw.get('id')}: unknown key {sorted(unknown)}"
        )
    window = int(raw.get("window", 40))
    rule = Rule(
        topic=topic["id"],
        rank=int(topic["rank"]),
        id=raw["id"],
        phrases=tuple(raw["phrases"]),
        exact=bool(raw.get("exact", False)),
        needs=tuple(raw.get("needs", ())),
        also=tuple(raw.get("also", ())),
        without=tuple(raw.get("without", ())),
        window=window,
        near=int(raw.get("near", window)),
        before_never=frozenset(raw.get("before_never", ())),
        sections=frozenset(raw.get("sections", ())),
    )
    for name in (*rule.needs, *rule.without):
        if name not in groups():
            raise ValueError(f"topic {topic['id']}, rule {rule.id}: no group of words {name!r}")
    return rule


def _topics() -> list[dict[str, Any]]:
    folder = resources.files("nlp.patterns")
    names = sorted(f.name for f in folder.iterdir() if re.fullmatch(r"topic_\w+\.toml", f.name))
    return [tomllib.loads(_read(name)) for name in names]


def _read(name: str) -> str:
    return resources.files("nlp.patterns").joinpath(name).read_text("utf-8")
