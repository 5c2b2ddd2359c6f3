"""How a motion ended, from the words of its own block.

Owns which of several outcome words counts, and the doubts where words and count disagree. The
words are nlp.motions.wordings'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nlp.motions.wordings import (
    DONE,
    DONE_ON,
    FAILED,
    IN_FAVOUR,
    NEEDED,
    NO_SECOND,
    PASSED,
    PENDING,
    TABLED,
    TABLED_RESULT,
    TIGHT,
    WITHDRAWN,
)

_QUORUM = 3
_BY = re.compile(r"\s*,?\s*by\s+", re.I)


@dataclass(frozen=True)
class Outcome:
    """passed | failed | tabled | withdrawn | no_second | unknown, and where the words stand.

    rule: the wording that told it.
    """

    result: str
    end: int = 0
    doubts: tuple[str, ...] = ()
    start: int = 0
    rule: str = ""


def outcome(block: str, ayes: int | None, nays: int | None) -> Outcome:
    """The fate of the motion by its words: with more ayes than noes it can still fail."""
    passed = _first(PASSED, block) or _first(IN_FAVOUR, block)
    failed = _first(FAILED, block)
    for pattern, name in ((NO_SECOND, "no_second"), (WITHDRAWN, "withdrawn")):
        match = _first(pattern, block)
        later = passed is not None and passed.start() > match.end() + 400 if match else False
        if match and not later and (name == "withdrawn" or passed is None):
            return Outcome(name, match.end(), (), match.start(), f"words/{name}")
    if failed and _contradicted(failed, block, ayes, nays):
        failed = None
    tabled = _first(TABLED_RESULT, block)
    if tabled and (passed is None or tabled.start() <= passed.start()):
        return Outcome("tabled", tabled.end(), (), tabled.start(), "words/tabled")
    if failed and (
        passed is None or failed.start() <= passed.start() or _overruled(passed, failed)
    ):
        return _checked("failed", failed, ayes, nays)
    if passed and (by_consent := _by_consent(block, passed)) is not None:
        return Outcome("tabled", passed.end(), (), by_consent.start(), "words/tabled")
    if passed:
        end = max(passed.end(), *(m.end() for m in [_first(IN_FAVOUR, block)] if m), 0)
        return replace(_checked("passed", passed, ayes, nays), end=end)
    tabled = _first(TABLED, block)
    if tabled:
        return Outcome("tabled", tabled.end(), (), tabled.start(), "words/tabled")
    return Outcome("unknown", 0)


def _by_consent(block: str, passed: re.Match[str]) -> re.Match[str] | None:
    """ "Tabled by unanimous consent": all agreed to lay it over, not to do it."""
    tabled = _first(TABLED, block)
    between = block[tabled.end() : passed.start()] if tabled else ""
    return tabled if tabled and _BY.fullmatch(between) else None


def _overruled(passed: re.Match[str], failed: re.Match[str]) -> bool:
    """ "All in favor ... motion failed": who was in favour is no outcome where one is stated."""
    return IN_FAVOUR.fullmatch(passed.group()) is not None and failed.start() - passed.end() < 200


def _contradicted(failed: re.Match[str], block: str, ayes: int | None, nays: int | None) -> bool:
    """A loose "failed" against a count that carried: said of something else. A false "voted down"
    is a false statement about a town."""
    carried = ayes is not None and nays is not None and ayes > nays
    tight = TIGHT.search(block, max(0, failed.start() - 1), failed.end() + 30)
    return carried and not (
        tight or NEEDED.search(block, max(0, failed.start() - 120), failed.end())
    )


def done(block: str, *, on: bool) -> Outcome:
    """ "On motion of X, the minutes were approved": what was moved is told as done.

    on: whether the block is such a sentence; "the Board resolved ..." tells it only there.
    """
    match = DONE.search(block) or (DONE_ON.search(block) if on else None)
    if match is None:
        return Outcome("unknown")
    return Outcome("passed", match.end(), (), match.start(), "words/done")


def from_count(ayes: int | None, nays: int | None, named: bool) -> Outcome:
    """The result of a vote whose outcome no word states, from a recorded count; always a doubt."""
    if ayes is None or nays is None or ayes + nays < 2:
        return Outcome("unknown", 0)
    how = "names" if named else "count"
    doubt = f"no outcome is stated: read from the {how}"
    return Outcome("passed" if ayes > nays else "failed", 0, (doubt,), 0, "count")


def from_ayes(ayes: int | None, present: int) -> Outcome:
    """The result where only ayes are told: more than half of those present; always a doubt."""
    if ayes is None or present < _QUORUM or ayes * 2 <= present or ayes > present:
        return Outcome("unknown", 0)
    doubt = f"no outcome is stated: {ayes} of {present} recorded present are told to be for it"
    return Outcome("passed", 0, (doubt,), 0, "count")


def _checked(result: str, told: re.Match[str], ayes: int | None, nays: int | None) -> Outcome:
    against = (
        ayes is not None
        and nays is not None
        and (nays >= ayes if result == "passed" else ayes > nays)
    )
    doubt = f"the words say {result}, the count {ayes}-{nays}"
    doubts = (doubt,) if against else ()
    return Outcome(result, told.end(), doubts, told.start(), f"words/{result}")


def _first(pattern: re.Pattern[str], block: str) -> re.Match[str] | None:
    for match in pattern.finditer(block):
        if not PENDING.search(block, max(0, match.start() - 60), match.start()):
            return match
    return None
