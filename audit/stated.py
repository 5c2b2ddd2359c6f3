"""Decisions that minutes state in one sentence without a motion: Council approved it 5-0.

Owns which sentences are so plain that they count, and reads them as motions. All others that may
record a decision stay `possible`: they bar a negative and count as no vote.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from audit.bodies import MATTER, ReadFlag, ReadMotion
from audit.papers import MINUTES, Paper

_BODY = (
    r"(?:the\s+)?(?:council|board(?:\s+of\s+[a-z]+)?|supervisors|commissioners|commission|trustees"
    r"|selectmen)"
)
"""The body as its own minutes call it; "the County Board" would be another's."""

_LEAD = (
    r"(?:(?:on|by|upon)\s+(?:a\s+)?(?:roll\s+call|unanimous\s+vote)(?:\s+vote)?,?\s+"
    r"|upon\s+(?:the\s+)?recommendation\s+of\s+[^,]{1,60},\s+)?"
)
_DONE = r"(?:approved|adopted|authori[sz]ed|ratified|accepted)"
_ACTIVE = re.compile(
    rf"\W*{_LEAD}{_BODY}\s+(?:then\s+)?(?:(?P<how>unanimously)\s+)?{_DONE}\b", re.IGNORECASE
)
_PASSIVE = re.compile(
    rf"\W*{_LEAD}(?P<what>[^;:,]{{3,160}}?)\s+(?:was|were)\s+(?:(?P<how>unanimously)\s+)?{_DONE}\b",
    re.IGNORECASE,
)
_TALLY = re.compile(r"(?<![\w-])(?P<ayes>\d{1,2})\s?(?:-|\u2013|to)\s?(?P<nays>\d{1,2})(?![\w-])")
_VOTE = re.compile(
    r"\b(?:by|on)\s+a(?:n?\s+\w+)?\s+vote\b|\bunanimous(?:ly)?\b|\broll\s+call\b"
    r"|\ball\s+(?:members\s+)?(?:present\s+)?(?:agreed|voted|in\s+favor|voting)\b|\bdissenting\b"
    r"|\bvot(?:ed|ing)\s+(?:no|against|nay)\b",
    re.IGNORECASE,
)
_UNANIMOUS = re.compile(
    r"\bunanimous(?:ly)?\b|\ball\s+(?:members|present|in favor)\b", re.IGNORECASE
)
# What makes a sentence tell of another day, another body, a wish, a doubt or another matter.
_ELSEWHERE = re.compile(
    r"\b(?:meeting|previous(?:ly)?|last|earlier|ago|already|since|when|after|before|until|had|has|have"
    r"|been|said|says|noted|reported|stated|asked|told|read|recalled|explained|if|whether|would"
    r"|should|could|may|might|must|will|not|never|nor|none|sheriff\w*|constable\w*|other|another"
    r"|neighbou?r\w*|oppos\w*|against(?!\s*[.;]?$)|terminat\w*|rescind\w*|rescission|withdr[ae]w\w*"
    r"|cancel\w*|repeal\w*|revok\w*|end|ends|ending|ended|tabl\w+|postpon\w*|defer\w*|discuss\w*"
    r"|review\w*|support\w*|introduc\w*|appl\w+|report|presentation|letter|advertis\w*|publication|draft\w*|negotiat\w*|prepar\w*"
    r"|explor\w*|study|policy|hearing|minutes|budget|payment|january|february|march|april|june|july"
    r"|august|september|october|november|december|(?:19|20)\d\d(?![-\d]))\b|\?",
    re.IGNORECASE,
)


def stated(paper: Paper) -> Iterator[tuple[ReadFlag, ReadMotion, str]]:
    """The sentences of minutes that plainly state an approval of the matter, read as motions.

    With each, why it is taken for a decision. Only minutes speak, and only a passage that no
    motion holds.
    """
    if paper.role != MINUTES:
        return
    motions = (*paper.version.motions, *paper.version.others)
    for flag in paper.version.flags:
        if flag.topic != MATTER or flag.relevance != "agreement" or _moved(flag, motions):
            continue
        if plain(flag.quote):
            yield flag, _motion(flag), "the minutes state it as decided, without a motion"


def plain(sentence: str) -> bool:
    """Whether a sentence plainly states an approval and how it was voted."""
    said = " ".join(sentence.split())
    opened = _ACTIVE.match(said) or _PASSIVE.match(said)
    if not opened or not (_VOTE.search(said) or _TALLY.search(said)):
        return False
    return not _ELSEWHERE.search(said) and _carried(said)


def _carried(said: str) -> bool:
    """Whether the count, where there is one, is of an approval."""
    count = _TALLY.search(said)
    return count is None or int(count["ayes"]) > int(count["nays"])


def _moved(flag: ReadFlag, motions: Iterable[ReadMotion]) -> bool:
    return any(m.page == flag.page and flag.start < m.end and flag.end > m.start for m in motions)


def _motion(flag: ReadFlag) -> ReadMotion:
    count = _TALLY.search(flag.quote)
    alone = _UNANIMOUS.search(flag.quote) and "dissent" not in flag.quote.lower()
    return ReadMotion(
        flag.quote,
        " ".join(flag.quote.split()),
        "passed",
        "adopt",
        flag.page,
        flag.start,
        flag.end,
        ayes=int(count["ayes"]) if count else None,
        nays=int(count["nays"]) if count else 0 if alone else None,
        method="unanimous" if alone and not count else "unknown",
        topics=(MATTER,),
    )
