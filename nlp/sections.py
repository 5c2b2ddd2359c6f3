"""Names of the parts of a meeting, from patterns/sections.toml.

Owns the lookup of one heading; where headings stand is the outline's matter.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

_WORDS = re.compile(r"[a-z0-9']+")
_NUMBER = re.compile(r"[ivxlc]+|\d+|[a-z]|item|and")
_LEAD = 40
_SHORT = 6


@dataclass(frozen=True)
class Section:
    """One part of a meeting. Phrases are kept as words between blanks, ready to be looked for.

    short: phrases that count only as (nearly) the whole heading; never: words that forbid it.
    """

    id: str
    phrases: tuple[str, ...]
    short: tuple[str, ...]
    never: tuple[str, ...]
    examples: tuple[str, ...]
    not_examples: tuple[str, ...]


def _plain(phrase: str) -> str:
    return f" {' '.join(_WORDS.findall(phrase.lower()))} "


@lru_cache(maxsize=1)
def sections() -> tuple[Section, ...]:
    """All sections of the pattern file, in its order."""
    file = resources.files("nlp.patterns").joinpath("sections.toml")
    return tuple(_section(raw) for raw in tomllib.loads(file.read_text("utf-8"))["section"])


def _section(raw: dict[str, Any]) -> Section:
    short = raw.get("short", ())
    return Section(
        id=raw["id"],
        phrases=tuple(_plain(p) for p in raw["phrases"] if p not in short),
        short=tuple(_plain(p) for p in short),
        never=tuple(_plain(p) for p in raw.get("never", ())),
        examples=tuple(raw["examples"]),
        not_examples=tuple(raw["not_examples"]),
    )


def section_of(heading: str) -> str | None:
    """The section a heading opens ("IV. Citizens' Comments:" -> public_comment), or None."""
    words = _WORDS.findall(heading.lower()[:120])
    while len(words) > 1 and _NUMBER.fullmatch(words[0]):
        words.pop(0)
    padded = f" {' '.join(words)} "
    return next((s.id for s in sections() if _opens(s, padded, len(words))), None)


def _opens(section: Section, padded: str, count: int) -> bool:
    if any(phrase in padded for phrase in section.never):
        return False
    if any(0 <= padded.find(phrase) <= _LEAD for phrase in section.phrases):
        return True
    return count <= _SHORT and any(
        phrase in padded and count <= phrase.count(" ") + 1 for phrase in section.short
    )
