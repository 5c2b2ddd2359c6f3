"""Layout: member by member ("Odell yes, Brandt - yes, Reyes: no"), also one per line.

Owns that one layout, and the two sentences that name voters ("with A, B and C voting aye",
"Ms. Reyes voted no", "Reyes dissenting").
"""

from __future__ import annotations

import re

from nlp.people import NAME, bare, names_in
from nlp.votes.values import Tally
from nlp.votes.words import VOTE, vote_side

# A vote ends its clause: "Odell - no." and "Odell no, ..." are votes, "Report - No report" is none.
_ENDS = r"(?=\s*(?:[,.;:)\]&\n]|\band\b|$)|\s+[A-Z])"
_PAIR = re.compile(
    rf"(?P<name>{NAME})(?:\s*\([^)]{{0,40}}\))?"
    rf"(?:\s*[-:,=]+\s*|\s*\.{{2,}}\s*|\s+(?:voted\s+|votes\s+|voting\s+)?)"
    rf"[\"']?(?P<vote>(?i:{VOTE}))\b{_ENDS}"
)
_CLAUSE = re.compile(
    rf"(?P<names>{NAME}(?:(?:\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*){NAME}){{0,11}})\s*,?\s+"
    r"(?:(?:(?:was|were)\s+)?(?:voting|voted|votes?|casting|cast|being)\s+(?:an?\s+"
    r"|the\s+(?:only|sole|lone)\s+)?|(?:was|were)\s+)?"
    r"(?P<vote>ayes?|yes|nays?|yeas?|no|against|to reject|to deny|in favou?r|opposed"
    r"|opposing|dissent(?:ing|ed)|abstain(?:ing|ed)|recus(?:ing|ed)|absent"
    r"|in opposition)\b"
)
_OPPOSED = re.compile(
    r"(?:except(?: for)?|opposed by|opposition (?:by|from)|dissent(?:ed)? by"
    r"|objection (?:by|from)|no votes? (?:by|from"
    rf"|was cast by))\s+(?P<names>{NAME}(?:(?:,\s*|,?\s+and\s+){NAME}){{0,6}})"
)
_ABSTAINED = re.compile(
    r"(?:abstain(?:ed|ing)|abstentions?|recus(?:ed|al))\s+(?:by|from"
    rf"|of)\s+(?P<names>{NAME}(?:(?:,\s*|,?\s+and\s+){NAME}){{0,6}})"
)
_SIDES = {
    "aye": "yes", "ayes": "yes", "yes": "yes", "yea": "yes", "yeas": "yes", "in favor": "yes",
    "in favour": "yes", "absent": "absent", "abstaining": "abstain", "abstained": "abstain",
    "recusing": "abstain", "recused": "abstain",
}  # fmt: skip
_FAR = 80


def read(block: str) -> Tally:
    """Votes by name; a single pair counts only beside a vote word ("Roll call: ...")."""
    names: dict[str, str] = {}
    end = 0
    pairs = _chain(block)
    for match in pairs:
        name = bare(match["name"])
        if name is not None:
            names.setdefault(name, vote_side(match["vote"]))
            end = max(end, match.end())
    return Tally({}, names, (), end)


def clauses(block: str) -> Tally:
    """Voters named in a sentence about the vote ("with Reyes voting no")."""
    names: dict[str, str] = {}
    end = 0
    for match in _CLAUSE.finditer(block):
        side = _SIDES.get(" ".join(match["vote"].lower().split()), "no")
        if not re.search(
            r"vot|cast|dissent|oppos|abstain|recus|against|absent|in favo", match.group(), re.I
        ):
            continue
        for name in names_in(match["names"]):
            names.setdefault(name, side)
            end = max(end, match.end())
    for pattern, side in ((_OPPOSED, "no"), (_ABSTAINED, "abstain")):
        for match in pattern.finditer(block):
            for name in names_in(match["names"]):
                names.setdefault(name, side)
                end = max(end, match.end())
    return Tally({}, names, (), end)


def _chain(block: str) -> list[re.Match[str]]:
    """The longest run of pairs that follow one another closely; two at least."""
    best: list[re.Match[str]] = []
    run: list[re.Match[str]] = []
    for match in _PAIR.finditer(block):
        if bare(match["name"]) is None:
            continue
        if run and match.start() - run[-1].end() > _FAR:
            run = []
        run.append(match)
        if len(run) > len(best):
            best = list(run)
    if len(best) == 1 and not re.search(
        r"roll\s*call|poll(?:ed)?|vote", block[: best[0].start()], re.I
    ):
        return []
    return best
