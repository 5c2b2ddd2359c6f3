"""What one turn does: moves, seconds, asks for the vote, tells how it ended.

Owns the spoken wordings. People also say what they would move, ask others for a motion, move on
and wait a second: each wording needs what stands beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SENTENCE = re.compile(
    r"(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bNo)(?<!\bSt)(?<!\b[A-Z])(?<![.!?])[.!?]{1,5}[\"')]{0,3}"
    r"(?:\s+|$)|\n[ ]{0,20}\n"
)
_NAME = r"(?:[A-Z][\w'.-]*\.?(?:\s+[A-Z][\w'-]*){0,4})"
_HEDGE = r"(?:hereby|so|also|therefore|then|now|further|just|respectfully|gladly|formally|actually)"
_WILLING = (
    rf"\b[Ii](?:'ll|'d|'m| will| would| do| am)?(?:\s+{_HEDGE}){{0,2}}"
    rf"(?:\s+(?:like\s+to|want\s+to|wish\s+to|going\s+to|gonna))?(?:\s+{_HEDGE})?"
)
_NOT_A_DEED = (
    r"(?:the|a|an|my|our|his|her|this|that|another|next|new|item|number|mr|ms|mrs|(?-i:[A-Z])\w*)\b"
)
_MOVES = re.compile(
    rf"{_WILLING}\s+(?:move|moving)\s*(?:that\b(?!\s+(?:up|back|along|over|forward))"
    rf"|to\s+(?!{_NOT_A_DEED})(?=[a-z])|for\s+(?=\w)|we\b"
    r"|it\b(?!\s+(?:up|back|along|over|forward|around|away))|(?:the\s+)?(?:approval|adoption|acceptance|passage|denial"
    r"|ratification|adjournment|appointment|reappointment|confirmation|staff(?:'s)?\s+recommendation"
    r"|recommended\s+action|consent|item|resolution|ordinance|motion|question|previous\s+question"
    r"|amendment|agenda|minutes)\b(?!\s+(?:up|back|along|over|forward|around|away))"
    r"|approv\w+|adopt\w*|adjourn\w*|[,:]\s*(?=[a-z])|(?=[.!]|$))",
)
_MAKES = re.compile(
    rf"{_WILLING}\s+(?:make|making|offer|put\s+forward|submit|propose)\s+(?:a|the|that|this|another|my)\s+"
    r"(?:(?:substitute|alternate|alternative|amended|friendly|new|formal|counter)[ -]+)?motion\b"
    r"(?!\s+(?:at|next|later|tonight|when|if|once|after|unless))[\s,:-]*(?:that\s+|to\s+|for\s+)?",
)
_SO_MOVED = re.compile(
    r"(?<!was )(?<!were )(?<!am )(?<!be )(?<!been )(?<!I'm )\bso\s+moved?\b"
    r"(?!\s+(?:by|with|to\s+see|that))",
    re.I,
)
# At the head of a turn the "I" is often left out.
_HEAD = (
    r"^\W*(?:(?:yes|yeah|okay|ok|well|all\s+right|um|uh|sure|so|and|madam|mister|mr\.?|ms\.?|mrs\.?|mayor"
    r"|chair\w*|president|thank\s+you)\b[\s,.]*){0,4}"
)
_BARE = re.compile(
    rf"{_HEAD}(?:(?:a\s+|make\s+a\s+)?motion\s+(?:to\s+(?!{_NOT_A_DEED})(?=[a-z])|that\s+"
    r"|for\s+(?!(?:mr|ms|mrs|council\w*|commissioner|supervisor|trustee)\b))"
    r"|(?:move|moved)\s+(?:to\s+(?=[a-z])|for\s+|that\s+|(?:the\s+)?(?:approval|adoption|acceptance|item|resolution"
    r"|ordinance|motion|amendment|adjournment)\b|approv\w*|adopt\w*|it\b))",
    re.I,
)
_ALONE = re.compile(rf"{_HEAD}(?:I'?ll\s+)?(?:moved?|motion)\W*$", re.I)
_REPORTED = re.compile(
    r"\b(?i:(?:moved|motion(?:\s+on\s+the\s+(?:floor|table))?|made)\s+(?:was\s+made\s+)?(?:by|from|for(?=\s+(?:mr|ms|mrs|council)\b)))"
    rf"\s+(?P<mover>{_NAME})"
    r"(?:[\s,.]{1,3}(?i:(?:and\s+)?(?:we\s+have\s+)?(?:a\s+)?(?:seconded|second|supported)\s+"
    rf"(?:was\s+)?(?:by|from|for))\s+(?P<seconder>{_NAME}))?"
)
_REPORTED_SECOND = re.compile(rf"\b[Ss]econd(?:ed)?\s+(?:by|from)\s+(?P<seconder>{_NAME})")
_GLADLY = r"(?:\s+(?:like\s+to|be\s+(?:happy|glad)\s+to|gladly|happily))?"
_SECONDS = re.compile(
    rf"{_HEAD}(?:I(?:'ll|'d| will| would| can| do)?{_GLADLY}\s+)?"
    r"(?:second|seconded|seconds|supported|support)(?=\s*(?:[.!]|$|(?:it|that|the\s+(?:motion|nomination|amendment)"
    r"|this|motion|for\s+(?:discussion|purposes)|him|her)\b|,\s*(?:mr|ms|mrs|madam|mayor|chair\w*|please|thank)\b"
    r"|\s+(?:mr|ms|mrs|madam|mayor|chair\w*)\b))",
    re.I,
)
_SECONDS_WITHIN = re.compile(
    rf"\bI(?:'ll|'d| will| would| can)?{_GLADLY}\s+second"
    r"(?=\s*(?:[.!]|$|(?:it|that|the\s+motion|this|the\s+nomination)\b))"
    r"|(?:^|[.!?]\s+)second[.!](?=\s|$)",
    re.I,
)
_ASKS = re.compile(
    r"\b(?:is\s+there|do\s+(?:I|we)\s+have|(?:can|could|may)\s+(?:I|we)\s+(?:get|have)"
    r"|(?:I(?:'d|'ll| would| will)?|we(?:'d)?)\s+(?:like\s+to\s+)?"
    r"(?:entertain|accept|need|take|hear)|looking\s+for|need|want|have|entertain|chair\s+(?:would|will)\s+(?:entertain|accept)"
    r"|would\s+(?:someone|somebody|anyone)(?:\s+like\s+to)?\s+make)"
    r"\s+(?:for\s+)?(?:a|the|that)\s+motion\b[\s,]*"
    r"(?P<what>(?:to|for|that|on|of)\s+[^.?!\n]{3,400})?",
    re.I,
)
_CALLS = re.compile(
    r"\ball\s+(?:those\s+|of\s+those\s+|who\s+are\s+)?(?:in\s+)?favou?r\b|\bthose\s+(?:in\s+favou?r|who\s+favou?r)\b"
    r"|\bcall\s+(?:the\s+|for\s+(?:the|a)\s+)?(?:roll|vote)\b|\broll\s*-?\s*call\b(?!\s+to\s+order)|\bplease\s+(?:cast\s+your\s+)?votes?\b|\bcast\s+your\s+votes?\b"
    r"|\bsignify\s+by\b|\bin\s+favou?r\s*[,:]?\s*(?:please\s+)?(?:say|signify|indicate|raise)",
    re.I,
)
_ROLL = re.compile(r"\broll\b|\bpoll\s+the\b", re.I)
_NONE_OPPOSED = re.compile(
    r"\b(?:hearing|seeing)\s+none\b|\bnone\s+opposed\b|\bno\s+(?:opposition|one\s+opposed|nays|noes)\b|\bunanim\w+",
    re.I,
)
_THING = (
    r"(?:motion|it|that|this|item|resolution|ordinance|measure|amendment|substitute|vote|(?:consent\s+)?(?:agenda|calendar)"
    r"|minutes|nomination|request)"
)
_CARRIED = re.compile(
    rf"\bmotion\s+(?:(?:is|has|was|then|also|does|been|to\s+\w+(?:\s+\w+){{0,8}})\s+){{0,3}}(?:carried|carries|carry|passes|passed|approved|adopted|prevails)\b"
    rf"|\b(?:{_THING})\s+(?:is\s+|has\s+|does\s+|then\s+|been\s+){{0,2}}(?:unanimously\s+)?(?:carried|carries|carry|passes|passed|approved|adopted)\b"
    r"|(?:^|[.!?,]\s+|\bso\s+|\band\s+)(?:carried|carries|passes|passed|approved|adopted)\b(?=\s*(?:[.!,]|$|unanimous|by|with|\d|on|\w+\s+(?:to|-)\s+\w+))"
    r"|\bthe\s+(?:ayes|eyes|yeses)\s+have\s+it\b|\bso\s+ordered\b|\bunanimous(?:ly)?\b",
    re.I,
)
_STRONG = re.compile(r"\bmotion\b|\bayes\s+have|\beyes\s+have|\bso\s+ordered", re.I)
_FAILED = re.compile(
    r"\b(?:motion(?:\s+to\s+\w+(?:\s+\w+){0,8}?)?|amendment|resolution|ordinance|substitute|item|vote"
    r"|that|it)\s+"
    r"(?:(?:has|is|was|then|does|did)\s+)?(?:fails?|failed|defeated|lost|dies|died"
    r"|not\s+(?:carried|approved|passed|pass|carry)|doesn't\s+(?:pass|carry))\b"
    r"|\b(?:motion|that|it)\s+doesn't\s+(?:pass|carry)\b|\bthe\s+(?:nays|noes|no'?s)\s+have\s+it\b",
    re.I,
)
_NO_SECOND = re.compile(
    r"\b(?:lack|want)\s+of\s+a?\s*second\b|\b(?:hearing|seeing|there\s+is|there's|have|hear)\s+no\s+second\b"
    r"|\bwithout\s+a\s+second\b|\bno\s+second[,.]",
    re.I,
)
_WITHDRAWN = re.compile(
    r"\bI(?:'ll|'d like to| will| would like to| am going to|'m going to)?\s+"
    r"(?:withdraw|pull|rescind)\s+(?:my|the|that)\s+(?:\w+\s+)?motion\b"
    r"|\bmotion\s+(?:is|has\s+been|was)\s+withdrawn\b",
    re.I,
)
# What only might be, is asked for, or is told of another time.
_HYPOTHETIC = re.compile(
    r"\b(?:if|unless|whether|when(?:ever)?|wish|until|before|suppose|assuming|in\s+case|once|last\s+(?:year|month|week|time|meeting)"
    r"|previously|had|would\s+have|could\s+have|should\s+have|wouldn't|couldn't|can't|won't|not\s+going\s+to|don't|didn't)\b[^.?!]*$",
    re.I,
)
_BACK = 60
_CLOSE = 40
_PURPOSE = re.compile(r"\s*,?\s*(?:to|that|for)\s+\w")
_VERB = re.compile(r"\b(?:moved?|moving|motion)\b", re.I)
_ASKING = re.compile(r"\W*(?:can|could|may|should|do|did|shall|would)\b", re.I)
_WOULD = re.compile(r"\b(?:would|'d)\b", re.I)
_IF = re.compile(
    r"\b(?:if|unless|provided\s+(?:that\s+)?(?:we|you|he|she|they)|but\s+(?:I|we)|except\s+that)\b",
    re.I,
)


@dataclass(frozen=True)
class Deed:
    """One thing done in a turn, text[start:end].

    kind: move | second | reported | call | none_opposed | passed | failed | no_second |
    withdrawn | ask. weak: counts only with a second or a vote behind it. what: the words moved or
    asked for, where they stand; None where they are to be found elsewhere ("so moved").
    """

    kind: str
    start: int
    end: int
    weak: bool = False
    what: tuple[int, int] | None = None
    mover: str | None = None
    seconder: str | None = None
    roll: bool = False


def deeds(text: str, begins: int, end: int) -> list[Deed]:
    """What the words text[begins:end] of one turn do, in order of place."""
    out: list[Deed] = []
    for low, high in sentences(text, begins, end):
        out += _of_sentence(text, low, high, head=low == begins, last=end)
    second = _SECONDS.match(text[begins : min(end, begins + 200)])
    if second is not None and not any(deed.kind == "second" for deed in out):
        out.append(Deed("second", begins + _word_at(second), begins + second.end()))
    return sorted(out, key=lambda deed: deed.start)


def _word_at(second: re.Match[str]) -> int:
    return second.end() - len(re.split(r"[\s,.]+", second.group())[-1])


def sentences(text: str, begins: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a turn; a turn without signs is one."""
    at = begins
    for match in _SENTENCE.finditer(text, begins, end):
        yield at, match.end()
        at = match.end()
    if at < end:
        yield at, end


def _of_sentence(text: str, low: int, high: int, *, head: bool, last: int) -> Iterator[Deed]:
    words = text[low:high]
    move = _move(words, head=head or high >= last)
    if move is not None:
        match, weak = move
        start = low if match.start() <= _CLOSE else low + match.start()
        yield Deed("move", start, low + match.end(), weak, (low + _verb(match), high))
    report = _REPORTED.search(words) or _REPORTED_SECOND.search(words)
    if report is not None:
        found = report.groupdict()
        purpose = _PURPOSE.match(words, report.end())
        what = (low + report.end(), high) if purpose else None
        yield Deed(
            "reported", low + report.start(), low + report.end(), what=what,
            mover=found.get("mover"), seconder=found["seconder"],
        )  # fmt: skip
    second = _SECONDS_WITHIN.search(words)
    if second is not None and not _hypothetic(words, second):
        yield Deed("second", low + second.start(), low + second.end())
    ask = _ASKS.search(words)
    if ask is not None:
        what = (low + ask.start("what"), low + ask.end("what")) if ask["what"] else None
        yield Deed("ask", low + ask.start(), low + ask.end(), what=what)
    yield from _votes(words, low)


def _votes(words: str, low: int) -> Iterator[Deed]:
    for pattern, kind in ((_CALLS, "call"), (_NONE_OPPOSED, "none_opposed")):
        match = pattern.search(words)
        if match is not None and not _hypothetic(words, match):
            yield Deed(
                kind, low + match.start(), low + match.end(), roll=bool(_ROLL.search(match.group()))
            )
    for pattern, kind in (
        (_NO_SECOND, "no_second"),
        (_WITHDRAWN, "withdrawn"),
        (_FAILED, "failed"),
        (_CARRIED, "passed"),
    ):
        match = pattern.search(words)
        if match is not None and not _hypothetic(words, match) and not _asked(words):
            yield Deed(
                kind, low + match.start(), low + match.end(), weak=not _STRONG.search(match.group())
            )
            return


def _asked(words: str) -> bool:
    return words.rstrip(" \n\"')").endswith("?")


def _move(words: str, *, head: bool) -> tuple[re.Match[str], bool] | None:
    """The words by which something is moved, and whether they are weak."""
    for pattern in (_MAKES, _MOVES):
        for match in pattern.finditer(words):
            if not _only_said(words, match):
                return match, pattern is _MOVES and not _names_something(words, match)
    so_moved = _SO_MOVED.search(words)
    if so_moved is not None and not _hypothetic(words, so_moved) and not _asked(words):
        return so_moved, True
    bare = (_BARE.match(words) or _ALONE.match(words)) if head else None
    return None if bare is None or _asked(words) else (bare, True)


def _verb(match: re.Match[str]) -> int:
    """Where the words that are moved begin: behind the last "move" or "motion"."""
    return match.start() + max(m.end() for m in _VERB.finditer(match.group()))


def _names_something(words: str, match: re.Match[str]) -> bool:
    return len(re.findall(r"\w+", words[_verb(match) : _verb(match) + 120])) >= 2


def _hypothetic(words: str, match: re.Match[str]) -> bool:
    return _HYPOTHETIC.search(words[max(0, match.start() - _BACK) : match.start()]) is not None


def _only_said(words: str, match: re.Match[str]) -> bool:
    """Whether somebody only says what he might move, or asks whether to."""
    if _hypothetic(words, match) or (_asked(words) and _ASKING.match(words)):
        return True
    close = words[match.end() : match.end() + 300]
    return _WOULD.search(match.group()) is not None and _IF.search(close) is not None
