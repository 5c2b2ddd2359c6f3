"""What an item's action, outcome and title decide: which way the motion pointed, how it ended.

Owns the words of a vendor's actions. The verbs of what is moved are those of minutes
(nlp.motions.direction); an action is often the fate as well ("Failed", "Withdrawn").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.motions.direction import direction
from nlp.records.count import Counted

_PATTERNS = tuple(
    (name, re.compile(pattern, re.I))
    for name, pattern in (
        ("no_second", r"\b(?:no|lack of an?|lack of|want of an?|without an?) second"),
        ("withdrawn", r"\bwithdr[ae]wn?\b|\bpulled\b|\bremoved from (?:the )?agenda"),
        (
            "failed",
            r"\bfail\w*|\bdefeat\w*|\blost\b|\bnot (?:adopted|approved|carried|passed|agreed)",
        ),
        ("reject", r"\bden(?:y|ied|ial)\b|\breject\w*|\bdisapprov\w*|\brefus\w*|\bdisallow\w*"),
        (
            "postpone",
            (
                r"\btabl(?:e|ed|ing)\b|\bpostpon\w*|\bdefer\w*|\bcontinu(?:e|ed|ance)\b"
                r"|\brefer(?:red|ral)?\b|\bremand\w*|\blaid (?:over|on)"
                r"|\bheld (?:over|in|to|until)\b|^held$|\bhold\b"
                r"|\bcarried over|\bpassed over|\bre-?committed\b"
                r"|\bnot (?:taken up|considered)"
            ),
        ),
        (
            "adopt",
            (
                r"\bapprov\w*|\badopt\w*|\baccept\w*|\bpass(?:ed|es|age)?\b|\bcarri(?:ed|es)\b"
                r"|\bratif\w*|\bauthori[sz]\w*|\benact\w*|\bconfirm\w*|\bgrant\w*|\baward\w*"
                r"|\bconcur\w*|\bagreed\b|\bappoint\w*|\bordain\w*|\bsustain\w*|\baffirm\w*"
                r"|\bappropriat\w*"
            ),
        ),
    )
)
# "Approved as amended" approves; "amendment approved" approves the amendment.
_AMENDED = re.compile(
    r"\s*(?:motion to )?(?:amendments?\b|amend(?:ed|ing)?\b(?!.*\b(?:adopt|approv|pass)))", re.I
)
_RECONSIDERED = re.compile(r"\breconsider", re.I)
_VETO = re.compile(r"\bveto", re.I)
_PASS = re.compile(r"pass\w*|carri\w*|adopted|approved|yes|true", re.I)
_FAIL = re.compile(r"fail\w*|lost|defeated|denied|no|false", re.I)
_MOVED = re.compile(r"\b(?:motion|moved)\b.{0,300}?\b(?:to|that)\s+(?P<what>.+)", re.I)
_UNSAID = "the record does not say what was moved"
_OF_VETO = "the vote was on a veto"


@dataclass(frozen=True)
class Decision:
    """direction and result as in Motion; rule: by which class of action; doubts."""

    direction: str
    result: str
    form: str = "main"
    rule: str = ""
    doubts: tuple[str, ...] = ()


def is_decision(action: str, *signs: str) -> bool:
    """Whether an item was decided: an outcome, a mover, a count, or an action that decides."""
    return any(signs) or classes(action) != ()


def decision(action: str, text: str, title: str, outcome: str, count: Counted) -> Decision:
    """The decision on one item. text: the vendor's sentence about the action."""
    found = classes(action) or classes(text)
    kind = found[0] if found else ""
    doubts: list[str] = []
    form = _form(action)
    way = "other" if form != "main" else _way(kind, text, title)
    if _VETO.search(action):
        way = "other"
        doubts.append(_OF_VETO)
    elif form == "main" and way == "other" and kind != "reject":
        doubts.append(_UNSAID)
    result = _result(found, outcome, count, doubts)
    return Decision(way, result, form, f"vote record: {kind or 'no known action'}", tuple(doubts))


def _form(action: str) -> str:
    if _RECONSIDERED.search(action):
        return "reconsideration"
    return "amendment" if _AMENDED.match(action) else "main"


def classes(action: str) -> tuple[str, ...]:
    """The classes of an action's words, in the order of their places in it."""
    found = [
        (m.start(), n, name) for n, (name, p) in enumerate(_PATTERNS) if (m := p.search(action))
    ]
    return tuple(name for _, _, name in sorted(found))


def _way(kind: str, text: str, title: str) -> str:
    if kind == "postpone":
        return "postpone"
    if kind == "reject":
        return direction(f"deny {title}")
    if kind:
        return direction(f"approve {title}")
    moved = _MOVED.search(text)
    return direction(moved["what"] if moved else title)


def _result(found: tuple[str, ...], outcome: str, count: Counted, doubts: list[str]) -> str:
    flag = "passed" if _PASS.fullmatch(outcome) else "failed" if _FAIL.fullmatch(outcome) else ""
    kind = found[0] if found else ""
    if kind in ("withdrawn", "no_second") and flag != "passed":
        return kind
    if flag and count.leans and flag != count.leans:
        doubts.append(
            f"the record calls it {outcome!r}, and counts {count.ayes} yes and {count.nays} no"
        )
    if flag:
        return _flagged(kind, flag, outcome, count, doubts)
    if kind == "failed":
        return "failed"
    if kind == "postpone":
        return "tabled"
    if "failed" in found[1:]:
        return "failed"
    if kind in ("adopt", "reject"):
        return "passed"
    doubts.append("the record does not say how the vote ended")
    return "unknown"


def _flagged(kind: str, flag: str, outcome: str, count: Counted, doubts: list[str]) -> str:
    """The result where the vendor flags one: its action may be the fate and part with it."""
    parts = (kind in ("adopt", "reject") and flag == "failed" and count.leans != "failed") or (
        kind == "failed" and flag == "passed"
    )
    if not parts and not (kind == "reject" and flag == "failed"):
        return flag
    doubts.append(f"the record's action and its outcome {outcome!r} may speak of different things")
    return "unknown"
