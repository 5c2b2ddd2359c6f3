"""What a motion does to an agreement: one function of its direction and its result.

Owns that table (DESIGN, "Effect of a motion") and the test whether a motion is on the matter at
all. Knows no dates and no bodies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from audit.aside import aside
from audit.bodies import MATTER, ReadFlag, ReadMotion

APPROVES, REJECTS, ENDS, KEEPS = "approves", "rejects", "ends", "keeps"
NOTHING, UNCLEAR = "decides nothing", "cannot be read"
ASIDE = "moves something beside it"
"""No vote on the agreement as far as a machine may say, and no ground for a negative."""

VOTES = frozenset({APPROVES, REJECTS, ENDS, KEEPS})
"""Effects of a vote that decided something."""

_UNDECIDED = frozenset({"tabled", "withdrawn", "no_second"})
_EFFECTS = {
    ("adopt", "passed"): APPROVES,
    ("adopt", "failed"): REJECTS,
    ("reject", "passed"): REJECTS,
    ("reject", "failed"): NOTHING,
    ("end", "passed"): ENDS,
    ("end", "failed"): KEEPS,
}
# To adopt a resolution against such agreements is not to approve one. "Reyes opposed" is a vote.
_AGAINST = re.compile(
    r"\b(?:resolution|ordinance|policy|letter|statement|proclamation)\b[^.;]{0,80}?"
    r"\b(oppos(?:ing|es|ition)|against|prohibit\w*|forbid\w*|bann?ing|bans?|barring|declin\w+)\b"
    r"|\b(not (?:to )?(?:enter|participate|join)\b|(?:prohibit|oppos|forbidd|bann)ing\b)",
    re.IGNORECASE,
)


def effect(direction: str, result: str) -> str:
    """The effect of a motion of this direction that ended in this way."""
    if result in _UNDECIDED or direction == "postpone":
        return NOTHING
    return _EFFECTS.get((direction, result), UNCLEAR)


def on_the_matter(motion: ReadMotion) -> bool:
    """Whether a motion is about an agreement under section 287(g)."""
    return MATTER in motion.topics


def effect_of(motion: ReadMotion, flags: Iterable[ReadFlag]) -> tuple[str, str]:
    """The effect of a motion on the matter and, where it cannot be read, why.

    flags: those of its document. A motion whose passages speak of a policy or a report only, or
    that adopts something against such agreements, has no effect a machine may derive. One that
    moves a bill, a hearing or a letter about it decides nothing on the agreement.
    """
    found = effect(motion.direction, motion.result)
    if found == NOTHING:
        return found, ""
    if other := aside(motion.text or motion.quote):
        return ASIDE, f"may move something beside the agreement itself ({other!r})"
    if found == UNCLEAR:
        return found, _unread(motion)
    if not any(flag.relevance == "agreement" for flag in _within(motion, flags)):
        return UNCLEAR, "the motion names the matter, not an agreement"
    if motion.direction == "adopt" and (word := _AGAINST.search(motion.text or motion.quote)):
        return UNCLEAR, f"what is adopted may speak against an agreement ({word[0]!r})"
    return found, ""


def _within(motion: ReadMotion, flags: Iterable[ReadFlag]) -> list[ReadFlag]:
    """The flags inside the motion; where its topics came from an item, those of the document."""
    own = [flag for flag in flags if flag.topic == MATTER]
    inside = [
        flag
        for flag in own
        if flag.page == motion.page and flag.start < motion.end and flag.end > motion.start
    ]
    return inside or own


def _unread(motion: ReadMotion) -> str:
    if motion.result == "unknown":
        return "how the motion ended cannot be read"
    return f"what the motion aimed at cannot be read (it {motion.result})"
