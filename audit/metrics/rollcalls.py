"""Roll calls in minutes: L8d each shows how members voted, L9 each accounts for all present.

Owns whose name may be missing: a voting member's only, and only where our reader found no trace.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from rapidfuzz.distance import DamerauLevenshtein

from audit.law.rules import Rule
from audit.metrics.held import Held, Sitting, Text, Vote
from audit.metrics.minutes import passage, read_whole
from audit.metrics.values import CANNOT_TELL, NO, NOT_APPLICABLE, YES, Said

_LONG = 5
_AFTER, _NEXT_PAGE = 900, 600
_UNANIMOUS = re.compile(
    r"\bunanim\w+|\ball\s+(?:were\s+)?(?:in\s+favou?r|ayes?|yes|yeas?|voted|voting|members)\b", re.I
)
_CAME_OR_WENT = (
    r"(?:left|depart\w*|arriv\w*|excus\w*|recus\w*|joined|late|stepp\w+\s+(?:out|away)|abstain\w*)"
)
Ask = Callable[[Vote, Text, Rule], tuple[str, str]]


def by_member(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L8d: how each member voted, where there was a roll call."""
    return _roll_calls(sitting, rule, _named, "each shows how members voted")


def roll_calls_complete(sitting: Sitting, held: Held, rule: Rule) -> Said:
    """L9: do the names of each roll call account for all present, and the tally for the names?"""
    return _roll_calls(sitting, rule, _accounted, "each accounts for all present")


def _roll_calls(sitting: Sitting, rule: Rule, ask: Ask, good: str) -> Said:
    text = read_whole(sitting)
    if isinstance(text, Said):
        return text
    calls = [
        v for v in text.votes if v.method == "roll_call" or (rule.value == "yes" and _whole(v))
    ]
    if not calls:
        return Said(NOT_APPLICABLE, "no roll call was read")
    told = [(_on_a_scan(ask(vote, text, rule), vote, text), vote) for vote in calls]
    for answer in (NO, CANNOT_TELL):
        of_them = [(why, vote) for (found, why), vote in told if found == answer]
        if of_them:
            count = f"{len(of_them)} of {len(calls)} votes: " if len(calls) > 1 else ""
            return Said(answer, count + of_them[0][0],
                        tuple(passage(text, vote, "the vote") for _, vote in of_them))  # fmt: skip
    return Said(YES, f"votes by name: {len(calls)}; {good}",
                tuple(passage(text, vote, "the vote") for _, vote in told))  # fmt: skip


def _on_a_scan(told: tuple[str, str], vote: Vote, text: Text) -> tuple[str, str]:
    """A name that is missing from a recognised page may be lost in recognition."""
    method = next((how for number, how, _ in text.pages if number == vote.page), "")
    if told[0] == NO and method == "ocr":
        return CANNOT_TELL, "the page is a scan: a name may be lost in recognition"
    return told


def _whole(vote: Vote) -> bool:
    return vote.form == "main" and vote.result in ("passed", "failed")


def _named(vote: Vote, text: Text, rule: Rule) -> tuple[str, str]:
    if vote.votes:
        return YES, ""
    if not text.present:
        return CANNOT_TELL, "neither votes by name nor the members present were read"
    if any(_stands(name, vote, _passage(vote, text)) for name in text.present):
        return CANNOT_TELL, "names stand in or after the passage; how they voted was not read"
    if vote.method == "unanimous" or _UNANIMOUS.search(vote.text):
        return (
            CANNOT_TELL,
            "the vote was unanimous; names follow only from the list of those present",
        )
    if not vote.nays and any("presumed" in one for one in rule.exceptions):
        return CANNOT_TELL, "no names are shown; the state's law presumes approval by all present"
    return NO, "no member's vote is shown by name"


def _passage(vote: Vote, text: Text) -> str:
    """The vote's words and what follows them up to the next vote, over the end of the page."""
    pages = {number: words for number, _, words in text.pages}
    page = pages.get(vote.page, "")
    stops = [v.start for v in text.votes if v.page == vote.page and v.start > vote.start]
    end = min((*stops, vote.end + _AFTER, len(page)))
    words = f"{vote.text} {page[vote.end : end]}"
    return words + (pages.get(vote.page + 1, "")[:_NEXT_PAGE] if end == len(page) else "")


def _accounted(vote: Vote, text: Text, rule: Rule) -> tuple[str, str]:
    answer, why = _named(vote, text, rule)
    if answer != YES:
        return answer, why
    if not text.present:
        return CANNOT_TELL, "who was present was not read"
    missing = [name for name in text.present if not any(_same(name, one) for one in vote.votes)]
    if any(_stands(name, vote, _passage(vote, text)) for name in missing):
        return CANNOT_TELL, "a name stands in or after the passage whose vote was not read"
    members = [name for name in missing if _votes_elsewhere(name, text)]
    if any(_came_or_went(name, text) for name in members):
        return CANNOT_TELL, "somebody not in it came late, left, or stood aside"
    if len(members) > 1:
        return CANNOT_TELL, f"{len(members)} present are not in it: our reader may have missed them"
    if members:
        return NO, "one present who took part in other votes is not in the roll call"
    if missing:
        return CANNOT_TELL, f"{len(missing)} listed as present may not be voting members"
    return _tally(vote)


def _same(name: str, voter: str) -> bool:
    """Whether a voter is a member: by surname, or by one name alone, as small bodies do it."""
    parts = voter.split()
    if len(parts) == 1:
        return any(_alike(part.strip(",").casefold(), parts[0].casefold()) for part in name.split())
    return _alike(_surname(name), _surname(voter))


def _came_or_went(name: str, text: Text) -> bool:
    surname = re.escape(_surname(name))
    near = re.compile(
        rf"\b{surname}\b[^.\n]{{0,80}}\b{_CAME_OR_WENT}|\b{_CAME_OR_WENT}[^.\n]{{0,40}}\b{surname}\b",
        re.I,
    )
    return any(near.search(words) for _, _, words in text.pages)


def _votes_elsewhere(name: str, text: Text) -> bool:
    """Whether the minutes show somebody moving, seconding or voting: a voting member."""
    known = (one for v in text.votes for one in (*v.votes, v.mover, v.seconder) if one)
    return any(_alike(_surname(name), _surname(one)) for one in known)


def _alike(one: str, other: str) -> bool:
    """The same surname, one slip of the pen allowed in a longer one."""
    allowed = 1 if min(len(one), len(other)) >= _LONG else 0
    return DamerauLevenshtein.distance(one, other, score_cutoff=allowed) <= allowed


def _stands(name: str, vote: Vote, passage: str) -> bool:
    """Whether a member is named in a passage other than as the vote's mover or seconder."""
    known = sum(_surname(one) == _surname(name) for one in (vote.mover, vote.seconder) if one)
    said = re.findall(rf"\b{re.escape(_surname(name))}\b", passage.casefold())
    return len(said) > known


def _tally(vote: Vote) -> tuple[str, str]:
    counted = [sum(said == word for said in vote.votes.values()) for word in ("yes", "no")]
    for printed, names in zip((vote.ayes, vote.nays), counted, strict=True):
        if printed is not None and printed != names:
            if vote.doubts:
                return CANNOT_TELL, f"our reader doubts it: {vote.doubts[0]}"
            return NO, f"the tally says {printed}, the names {names}"
    return YES, ""


def _surname(name: str) -> str:
    return name.split(",")[0].split()[-1].casefold() if name.split() else name.casefold()
