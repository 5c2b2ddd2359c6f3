"""Motions opened by "moved" and its like ("Odell moved to", "It was moved and seconded that").

Owns these wordings and those that only look so ("moved to item 5", "moved here in 1990"), and
resolutions that are offered and seconded.
"""

from __future__ import annotations

import re

from nlp.motions.couples import PAIR_BEFORE
from nlp.motions.openers import AFTER, BEFORE, DID, LINE_START, Opener, end_of, name_of
from nlp.people import NAME, bare

_NAME_MOVED = re.compile(
    rf"(?P<name>{NAME})(?:\s*\([^)]{{0,30}}\))?,?\s+(?:then\s+|also\s+|so\s+|has\s+"
    r"|had\s+|hereby\s+)?$"
)
# "Mr. Odell, having voted on the prevailing side, moved ..."
_SECONDED_ASIDE = re.compile(
    rf"(?P<name>{NAME}),?\s+(?:and\s+)?(?i:second(?:ed)?\s+by"
    rf"|with\s+a\s+second\s+by)\s+(?P<second>{NAME}),?\s*$"
)
_NAME_ASIDE = re.compile(rf"(?P<name>{NAME}),\s+[a-z][^,.;\n]{{3,70}},\s*$")
_PRONOUN_MOVED = re.compile(
    r"\b(?:he|she|they|i|i'd|i'll|would|i will|council|board|commission|committee|it was"
    r"|was|we|and|then|so|i so)\s+(?:then\s+|so\s+|also\s+|like to\s+)?$",
    re.I,
)
# 'Ms. Odell said, "I move that ..."'
_SAID = re.compile(
    rf"(?P<name>{NAME})\s+(?i:then\s+)?(?i:said|stated|replied|added|announced)\s*[,:]?\s*\"?\s*$"
)
_MOVED_TO = re.compile(
    r"\s*,?\s*(?:they\s+stand\b|(?:the\s+)?minutes\b|resolutions\s+|the\s+(?:consent|bills)\b"
    r"|to\s+(?!(?:the|item|items|section|page|article|agenda|old|new|next|a|an"
    r"|another|its|roll|public|executive|florida|this|that|their|his|her|where|here|there"
    r"|number|no|#|\d+|[a-z]\.|reports?|discussion|closing|consent|second)\b)[a-z]+"
    r"|that\b|for\s+(?:the\s+)?(?:approval|adoption|acceptance|passage|final|adjournment"
    r"|denial|preliminary|a\b|an\b)|approval|adoption|acceptance|adjournment|passage"
    r"|the\s+(?:adoption|approval|acceptance|passage|commissioners|board|council"
    r"|following|motion|item|question)\b|we\b|resolution|ordinance|seconded\b|adjourn"
    r"|approve|into\s+executive|we\s)",
    re.I,
)
_NAMED_SECOND = re.compile(
    rf"\s*(?:[,;]\s*(?:and\s+)?|\s+and\s+)(?:(?i:was\s+)?(?i:seconded\s+by\b)"
    rf"|(?i:it\s+(?:was|is)\s+)?(?i:(?:duly\s+)?seconded\b)(?=\s*,?\s*(?i:that|to|for)\b)"
    rf"|(?i:second)\s+{NAME}|{NAME}\s+(?i:second"
    rf"|2nd|support)"
    rf"|(?i:second(?:ed)?\s+by\b|2nd\s+by\b))"
)
_AND_SECONDED = re.compile(
    r"\s*(?:,|/|and)\s*(?:duly\s+|properly\s+)?(?:seconded|supported)\b(?:,?\s+and\s+(?:unanimously\s+)?(?:carried"
    r"|passed|approved|adopted)(?:\s+unanimously)?(?:\s*\([^()\n]{1,40}\))?)?(?=\s*,?\s*(?:that|to|for)\b)",
    re.I,
)
_BREATH = re.compile(
    r"(?:^|[\n.;:,]\s*|\b(?:and|whereupon|then)\s+|\s(?=it\s))(?P<lead>(?:it\s+(?:was|is)\s+(?:then\s+)?"
    r"(?:duly\s+|properly\s+|regularly\s+)?)?)$",
    re.I,
)
_COUPLE = re.compile(rf"(?P<a>{NAME})\s*(?:and|/|&)\s*(?P<b>{NAME})\s+$")
_OWN_MOTION = re.compile(r"[^.]{0,80}\bmotion\b", re.I)
_OFFERED_BY = re.compile(
    rf"\s+(?:for\s+(?:\w+\s+){{1,3}})?by\s*:?\s*(?P<name>{NAME})[\s,;.]*(?:and\s+)?(?i:second|support|2nd|no\s+second)\w*"
)
_MOTIONED = re.compile(r"\s*(?:,|(?i:to|for|that|approv\w+|adopt\w+|\w+ing)\b)")
# "Odell moved payment, Ito seconded."
_NOUN_SECONDED = re.compile(
    rf"\s+(?:[a-z][\w'-]*\s*){{1,6}}(?:,\s*(?:and\s+)?|(?<=\s)and\s+){NAME}\s+(?i:second|2nd|support)"
)
_ITS = re.compile(
    r"\s+(?:for\s+)?(?:its|their|the)\s+(?:immediate\s+|final\s+)?(?:adoption|approval"
    r"|acceptance|passage)\b|\s+"
    r"(?:the\s+)?(?:previous\s+question|question)\b|\s+the\s+[\w ]{2,40}?\bbe\b",
    re.I,
)
# "moved the certification resolution."
_PAPER = re.compile(
    r"\s+(?:the|its)\s+(?:[\w-]+\s+){0,4}(?:resolution|ordinance|minutes|bills|report)\s*[.;](?=\s+(?:[A-Z]|$))"
)
_SO = re.compile(r"\bso\s+$", re.I)
_STATED_SO = re.compile(r"\s*[.,;:]|\s*$|\s+by\b|\s+and\b")
_MOVED_BY = re.compile(rf"\s*(?:(?i:by)\b\s*:?|:)\s*(?P<name>{NAME})?")
_MOVED_NAME = re.compile(
    rf"\s+\(?(?P<name>{NAME})\)?\s*[,;/]?\s+(?:and\s+)?(?i:second|support|no\s+second|2nd)"
)


def _same_subject(before: str) -> re.Match[str] | None:
    """Who did what stands before "and moved" in the same sentence."""
    found = [
        one
        for one in DID.finditer(before)
        if bare(one["name"]) and not re.search(r"[.;]\s", before[one.end() :])
    ]
    return found[-1] if found else None


def at_moved(text: str, at: int, end: int) -> Opener | None:
    """The opener around "moved", "moves", "motioned" or "move" at text[at:end], if it is one."""
    before, after = text[max(0, at - BEFORE) : at], text[end : end + AFTER]
    base = at - len(before)
    word = text[at:end].lower()
    by = _MOVED_BY.match(after)
    if by and word in ("moved", "motioned"):
        name = name_of(by) if by["name"] else None
        impersonal = re.search(
            r"\b(?:it\s+(?:was|is)|was|on|so)\s+(?:then\s+|duly\s+)?$", before, re.I
        )
        if name or (impersonal and " by" in f" {by.group()}"):
            start = base + impersonal.start() if impersonal else at
            return Opener(start, end + (end_of(by) if name else by.end()), "by", name)
    if word in ("moved", "motioned") and (made := _together(text, at, end, before, after)):
        return made
    # Names are dear to search for: first the cheap sign that must stand beside them.
    pair = PAIR_BEFORE.search(before) if "/" in before else None
    if pair and word in ("moved", "motioned") and name_of(pair, "a") and name_of(pair, "b"):
        start = base + pair.start("a")
        return Opener(start, end, "moved", name_of(pair, "a"), name_of(pair, "b"))
    couple = _SECONDED_ASIDE.search(before) if "second" in before.lower() else None
    if couple and name_of(couple) and word != "move":
        return Opener(
            base + couple.start("name"), end, "moved", name_of(couple), bare(couple["second"])
        )
    subject = _NAME_MOVED.search(before)
    if subject is None and before.rstrip().endswith(","):
        subject = _NAME_ASIDE.search(before)
    name = name_of(subject) if subject else None
    if subject and name is not None and word != "move" and _moves(before, word, after):
        start = base + subject.start("name")
        if "\n" in subject["name"]:
            start = base + before.rfind(name.split()[0])
        return Opener(start, end, "moved", name)
    behind = _MOVED_NAME.match(after)
    if behind and LINE_START.search(before) and word == "moved":
        return Opener(at, end + behind.end("name"), "by", bare(behind["name"]))
    return _impersonal(base, end, word, before, after)


def _moves(before: str, word: str, after: str) -> bool:
    """Whether what follows "X moved" is a proposal or a second."""
    if _SO.search(before):
        return bool(_STATED_SO.match(after) or _MOVED_TO.match(after))
    if word == "motioned" and _MOTIONED.match(after):
        return True
    behind = (_MOVED_TO, _NAMED_SECOND, _ITS, _NOUN_SECONDED, _PAPER)
    return any(one.match(after) for one in behind)


def at_offered(text: str, at: int, end: int) -> Opener | None:
    """The opener at "Offered by X, seconded by Y", where a resolution stands before it."""
    by = _OFFERED_BY.match(text, end, end + AFTER)
    name = name_of(by) if by else None
    if by is None or name is None or _OWN_MOTION.match(text, by.end()):
        return None
    if not LINE_START.search(text[max(0, at - 60) : at]):
        return None
    return Opener(at, _offset(by, name), "by", name)


def _offset(match: re.Match[str], name: str) -> int:
    """Where a name ends in a match over the whole text."""
    return match.string.find(name, match.start("name")) + len(name)


def _together(text: str, at: int, end: int, before: str, after: str) -> Opener | None:
    """ "It was moved and seconded that ...", "X and Y moved and seconded to ...": one breath."""
    second = _AND_SECONDED.match(after)
    if second is None:
        return None
    couple = _COUPLE.search(before)
    names = (name_of(couple, "a"), name_of(couple, "b")) if couple else (None, None)
    start = _BREATH.search(before)
    if couple and all(names):
        lead = couple.start("a")
    elif start:
        lead = start.start("lead")
    else:
        return None
    return Opener(at - len(before) + lead, end + second.end(), "moved", *names)


def _impersonal(base: int, end: int, word: str, before: str, after: str) -> Opener | None:
    pronoun = _PRONOUN_MOVED.search(before)
    if pronoun is None or not (_MOVED_TO.match(after) or _ITS.match(after)):
        return None
    if word == "move" and not re.match(r"i\b|i'|would|and|then|we", pronoun.group(), re.I):
        return None
    said = _SAID.search(before[: pronoun.start()])
    if said and pronoun.group()[0] == "I" and (name := name_of(said)):
        return Opener(base + said.start("name"), end, "moved", name)
    subject = pronoun.group().strip().lower()
    if subject in ("and", "then") and (one := _same_subject(before[: pronoun.start()])):
        return Opener(base + one.start("name"), end, "moved", bare(one["name"]))
    if subject in ("was", "it was", "and", "then", "so", "would", "we") and not re.match(
        r"\s*,?\s*(?:that|to (?:approve|adopt|accept|authorize|table|deny|adjourn|ratify"
        r"|appoint|award))\b",
        after,
        re.I,
    ):
        return None
    return Opener(base + pronoun.start(), end, "moved")
