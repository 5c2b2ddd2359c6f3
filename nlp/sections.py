"""Names of the parts of a meeting, from patterns/sections.toml.

Owns the lookup of one heading; where headings stand is the outline's matter.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

_WORDS = re.compile(r"[a-z0-9']+")


@dataclass(frozen=True)
class Section:
    """One part of a meeting. short: phrases that count only as the whole heading."""

    id: str
    phrases: tuple[str, ...]
    short: frozenset[str]
    never: tuple[str, ...]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


@lru_cache(maxsize=1)
def sections() -> tuple[Section, ...]:
    """All sections of the pattern file, in its order."""
    raw = tomllib.loads(
        resources.files("nlp.patterns").joinpath("sections.toml").read_text("utf-8")
    )
    return tuple(
        Section(
            id=one["id"],
            phrases=tuple(one["phrases"]),
            short=frozenset(one.get("short", ())),
            never=tuple(one.get("never", ())),
            examples=tuple(one["examples"]),
            not_examples=tuple(one["not_examples"]),
        )
        for one in raw["section"]
    )


def section_of(heading: str) -> str | None:
    """The section a heading opens ("IV. Citizens' Comments:" -> public_comment), or None."""
    words = _WORDS.findall(heading.lower()[:120])
    while words and re.fullmatch(r"[ivxlc]+|\d+|[a-z]|item|and", words[0]) and len(words) > 1:
        words.pop(0)
    padded = f" {' '.join(words)} "
    for section in sections():
        if any(f" {word} " in padded for word in section.never):
            continue
        for phrase in section.phrases:
            plain = " ".join(_WORDS.findall(phrase))
            if phrase in section.short:
                if len(words) <= len(plain.split()) + 2 and f" {plain} " in padded:
                    return section.id
            elif f" {plain} " in padded[: len(plain) + 42]:
                return section.id
    return None
