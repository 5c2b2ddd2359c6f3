"""Passages that may be a vote on the matter without saying so; they bar a negative.

Owns which passages these are. None of them is ever counted as a vote, for or against.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from audit.bodies import ReadFlag, ReadMotion
from audit.effects import NOTHING, effect, on_the_matter
from audit.layouts import columns, grid_below
from audit.numbered import numbers_in, papers_named, plain_number, titles
from audit.papers import AGENDA, MINUTES, MISFILED, VOTES, Paper

MINUTES_LIKE = frozenset({MINUTES, MISFILED, "transcript"})
SPEAKING = MINUTES_LIKE | {VOTES}
"""Papers that tell of votes: minutes, and a vendor's record beside them."""

ANNOUNCING = frozenset({AGENDA, "packet", "notice"})
INDIRECT = ("possible_287g", "ice_other", "immigration_enforcement")
"""Topics that a motion on the matter may show instead of the matter's own."""

_DEALS = frozenset({"agreement", "policy"})
_DECIDED = re.compile(
    r"\b(approv(?:ed|al)|adopted|authori[sz]ed|ratified|accepted|endorsed|concurred|agreed|granted"
    r"|declared"
    r"|carried|passed|voted|directed|instructed|rejected|denied|terminated|rescinded|ended)\b",
    re.IGNORECASE,
)
_BY_CONSENSUS = re.compile(
    r"\bconsensus\b|\bso ordered\b|\bcommon consent\b|\bunanimous consent\b|\bwithout objection\b",
    re.IGNORECASE,
)
_BODY_DECIDED = re.compile(
    r"\b(?:council|board|supervisors|commissioners|commission|trustees|selectmen|committee|borough"
    r"|township|city|town|village|members|president|mayor|chair\w*|we)\s+(?:[a-z]+ly\s+|then\s+|had\s+"
    r"|has\s+|have\s+|already\s+|also\s+)*(?:approved|adopted|authori[sz]ed|ratified|accepted"
    r"|endorsed|concurred|agreed|granted|passed|voted|directed|instructed|rejected|denied|declined"
    r"|terminated|rescinded|ended|withdrew|entered)\b"
    r"|\b(?:was|were|been|is|are|be|stands?)\s+(?:[a-z]+ly\s+|then\s+|hereby\s+)*(?:approved|adopted"
    r"|authori[sz]ed|ratified|accepted|rejected|denied|declined|terminated|rescinded)\b",
    re.IGNORECASE,
)
_ROUTINE = re.compile(
    r"\b(?:minutes|bills?|invoices?|payroll|treasurer\S*|financial|adjourn\w*|recess\w*"
    r"|executive session|closed session|(?<!consent )agenda (?:as|with)|excuse)\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(r"\bconsent\s+(?:agenda|calendar|items?|list|motion|docket)\b", re.IGNORECASE)
_LUMPED = re.compile(
    r"\b(?:items?|numbers?|nos?\.)\s*(?:nos?\.?|numbers?|#)?\s*[A-Z]{0,2}[-.]?\d"
    r"|\bitems?\s+(?:under|in|on|listed|as|[A-Z]\b)"
    r"|\b(?:all|remaining|following|foregoing|above|balance of the)\s+(?:[a-z]+\s+)?"
    r"(?:items?|resolutions?|matters|agreements|business)\b"
    r"|\b(?:attach(?:ment|ed)|exhibit|appendix|addendum|enclos(?:ure|ed))\b"
    r"|\bas\s+(?:presented|submitted|listed|read|recommended|printed|posted|advertised|discussed)\b"
    r"|\b(?:en bloc|in one motion|omnibus|slate)\b",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"\b(?:resolution|ordinance|agreement|memorandum|contract|document)s?\s+(?:\w+\s+)?attached\b"
    r"|\battached\s+(?:\w+\s+)?(?:resolution|ordinance|agreement|memorandum|contract|document)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?:the|this|that|said)\s+(?:(?:proposed|attached|draft|revised|amended|final|police|federal|law"
    r"|enforcement|cooperati\w+|intergovernmental|services?|task|force|written|foregoing|above|same"
    r"|aforementioned|department|\w+'s)\s+){0,3}(?:agreement|memorandum|moa|mou|contract"
    r"|request|recommendation|proposal|resolution|ordinance|matter|item|document|program)\b"
    r"(?!\s+(?:for|with|between|from|of|on|to)\b(?!\s+(?:the\s+)?(?:police|chief|department)))",
    re.IGNORECASE,
)
_BY_NUMBER = re.compile(
    r"\b(?:resolutions?|res\.|ordinance|ord\.|bill|item|contract)\s+(?:no\.?\s*|number\s*|#\s*)?"
    r"(?P<number>[A-Z]{0,2}-?\d[\w-]*+)"
    r"(?!\W*(?:(?:an?|the|to|of|for)\b|entitled|titled|author|approv|accept|appoint|adopt|amend|award"
    r"|establish|grant|set|provid|honor|declar|support|which|on|regarding|concerning"
    r"|(?!(?:be|hav|follow|includ|carry|vot|pass|pend)ing\b)[a-z]{3,}ing\b)\w*\b)",
    re.IGNORECASE,
)
_ITEMS = re.compile(r"\bitems?\s+(?:nos?\.?\s+)?[A-Z]{0,2}[-.]?\d", re.IGNORECASE)
_UNNAMED = re.compile(
    r"\b(?:the|this|that|said)\s+(?:resolution|ordinance)\b(?!\s+(?:for|with|on|of|to|regarding|author"
    r"|approv|appoint|adopt|amend|award|establish|grant|set|provid)\w*)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:resolution|res\.|ordinance|ord\.|bill|item|contract|agreement)\s+(?:no\.?\s*|number\s*|#\s*)?"
    r"(?P<number>[A-Z]{0,2}-?\d[\w-]*)",
    re.IGNORECASE,
)
_ITEM_NUMBER = re.compile(
    r"(?:^|\n)\s*((?:[A-Z]{1,2}[-.]?\d{1,2}|\d{1,2}[.-]?[A-Z]|\d{1,2}\.\d{1,2})(?:\.\d{1,2})?)\b"
)
_NUMBER = re.compile(r"(?<![\w$])[A-Z]{0,2}[-.]?\d[\w.-]*")
_PART = re.compile(r"\S(?:[^\n]|\n(?![ ]*\n))*")
_VOTED = re.compile(
    r"\b(?:approv(?:ed|al)|adopted|authori[sz]ed|ratified|accepted|granted|carried|passed|voted"
    r"|vote|ayes?|yeas?|unanimous\w*|favor|so ordered|consensus)\b"
    r"|(?<![\w-])\d{1,2}\s?[-/:]\s?\d{1,2}(?![\w/-])",
    re.IGNORECASE,
)
_EMPTY = re.compile(
    r"\W*(?:an?\b|on\b|motion|moved|(?:was\s+)?made|by|seconded|second|(?:mr|mrs|ms)\.?|council\w*"
    r"|supervisor|commissioner|member|vote|carried|passed|unanimous\w*|all|ayes?|nays?|and|\d+"
    r"|(?-i:[A-Z][\w'.-]+))\W*",
    re.IGNORECASE,
)

_SHORT = 70

Found = tuple[Paper, ReadMotion, str, str]
"""A paper, the passage as a motion, why it may be a vote, the words that tell agreements apart."""


def possible(held: Sequence[Paper]) -> Iterator[Found]:
    """Every passage of a body's minutes that may be a vote on the matter, oldest first."""
    listed = announced(held)
    decided = {p.day for p in held if p.role in SPEAKING
               and any(on_the_matter(m) for m in p.version.motions)}  # fmt: skip
    told, bare = explained(held), unnamed(held)
    for paper in held:
        if paper.role not in SPEAKING:
            continue
        yield from _indirect(paper)
        yield from _untold(paper)
        if paper.role in MINUTES_LIKE and paper.day not in decided:
            yield from _covering(paper, listed.get(paper.day, ()))
            if paper.day not in told:
                yield from _blind(paper)
            else:
                yield from _bare(paper, bare.get(paper.day, frozenset()))


def explained(held: Iterable[Paper]) -> set[date | None]:
    """The meetings whose agenda or packet is held and read: it says what was lumped together."""
    return {p.day for p in held if p.role in ANNOUNCING and p.version.readable}


def unnamed(held: Iterable[Paper]) -> dict[date | None, frozenset[tuple[str, str]]]:
    """By day: resolutions whose number stands on each agenda and packet held, without a title."""
    found: dict[date | None, list[set[tuple[str, str]]]] = defaultdict(list)
    for paper in held:
        if paper.role in ANNOUNCING and paper.version.readable:
            numbers = (value.partition(" ") for value in paper.version.unnamed)
            found[paper.day].append({(kind, plain_number(number)) for kind, _, number in numbers})
    common = {day: frozenset(set.intersection(*every)) for day, every in found.items()}
    return {day: numbers for day, numbers in common.items() if numbers}


def announced(held: Iterable[Paper]) -> dict[date | None, list[str]]:
    """By day: the passages that put the matter, or what may be it, before a meeting."""
    found: dict[date | None, list[str]] = defaultdict(list)
    for paper in held:
        if paper.role not in ANNOUNCING | MINUTES_LIKE:
            continue
        for flag in (*paper.version.flags, *paper.version.possible):
            if flag.relevance == "agreement" or (
                paper.role in ANNOUNCING and flag.relevance in ("policy", "discussion")
            ):
                found[paper.day].append(flag.quote)
    return found


def _indirect(paper: Paper) -> Iterator[Found]:
    """Motions that name a federal, an immigration or an unnamed agreement only."""
    for motion in paper.version.others:
        if set(motion.topics) & set(INDIRECT) and _acts(motion):
            why = "holds a motion that may mean the agreement without naming it"
            yield paper, motion, why, f"{motion.quote} {motion.text}"


def _untold(paper: Paper) -> Iterator[Found]:
    """Decisions on the matter that are worded as no motion."""
    motions = (*paper.version.motions, *paper.version.others)
    for flag in (*paper.version.flags, *paper.version.possible):
        if any(m.page == flag.page and flag.start < m.end and flag.end > m.start for m in motions):
            continue
        acted = flag.relevance in _DEALS and _DECIDED.search(flag.quote)
        ordered = flag.relevance != "public_comment" and (
            _BY_CONSENSUS.search(flag.quote) or _BODY_DECIDED.search(flag.quote)
        )
        if acted or ordered:
            why = "may record a decision on it that is worded as no motion"
            yield paper, _as_motion(flag), why, flag.quote
        elif flag.relevance in _DEALS and grid_below(_page(paper, flag.page), flag.end):
            why = "may record a vote on it in a table that no motion is read from"
            yield paper, _as_motion(flag), why, flag.quote


def _page(paper: Paper, number: int) -> str:
    return dict(paper.version.texts).get(number, "")


def _covering(paper: Paper, listed: Sequence[str]) -> Iterator[Found]:
    """Motions and decisions that may cover an item listed for that meeting, by number or lump."""
    if not listed:
        return
    numbers = {m["number"].lower() for quote in listed for m in _PAPER.finditer(quote)}
    numbers |= {m[1].lower() for quote in listed for m in _ITEM_NUMBER.finditer(quote)}
    why, words = "may record a vote on the item listed for that meeting", " ".join(listed)
    for motion in paper.version.others:
        said = _said(motion)
        if _acts(motion) and (not _EMPTY.sub("", said) or covers(said, numbers)):
            yield paper, motion, why, words
    for page, text in paper.version.texts:
        for part in _PART.finditer(text):
            rest = _beside_motions(paper, page, part)
            whole = part[0] if _ATTACHED.search(part[0]) else rest
            if _VOTED.search(whole) and covers(whole, numbers):
                yield paper, _passage(page, part), why, words


def _blind(paper: Paper) -> Iterator[Found]:
    """Votes on a consent list or a bare number, where nothing held says what stood behind it."""
    why = "holds a vote on a list or number, and no agenda of that meeting is held to say of what"
    for motion in paper.version.others:
        if _acts(motion) and _numbered(_said(motion)):
            yield paper, motion, why, ""
    mixed = "holds text in two columns, and no agenda of that meeting is held to say of what"
    for page, text in paper.version.texts:
        for start, end in columns(text):
            passage = ReadMotion(text[start:end], "", "unknown", "other", page, start, end)
            yield paper, passage, mixed, ""
    for page, text in paper.version.texts:
        for part in _PART.finditer(text):
            beside = _beside_motions(paper, page, part)
            lumped = _CONSENT.search(part[0]) and _VOTED.search(part[0])
            if lumped or (_VOTED.search(beside) and _numbered(beside)):
                yield paper, _passage(page, part), why, ""


def _bare(paper: Paper, numbers: Collection[tuple[str, str]]) -> Iterator[Found]:
    """Votes on a number that neither the agenda nor the minutes give a title."""
    if not numbers:
        return
    why = "holds a vote on a number that its agenda lists without saying of what"
    titled = {one for _, text in paper.version.texts for one in titles(text)}
    open_ = frozenset(numbers) - titled
    for motion in paper.version.others:
        if _acts(motion) and _BY_NUMBER.search(_said(motion)) and papers_named(motion) & open_:
            yield paper, motion, why, ""
    for page, text in paper.version.texts:
        for part in _PART.finditer(text):
            beside = _beside_motions(paper, page, part)
            if _VOTED.search(beside) and _BY_NUMBER.search(beside) and numbers_in(beside) & open_:
                yield paper, _passage(page, part), why, ""


def _numbered(words: str) -> bool:
    if _CONSENT.search(words):
        return True
    return not _ROUTINE.search(words) and any(
        p.search(words) for p in (_BY_NUMBER, _ITEMS, _UNNAMED)
    )


def _beside_motions(paper: Paper, page: int, part: re.Match[str]) -> str:
    """The words of a part of a page that no motion holds."""
    words = list(part[0])
    for motion in (*paper.version.motions, *paper.version.others):
        if motion.page == page:
            first, last = motion.start - part.start(), motion.end - part.start()
            for at in range(max(0, first), min(len(words), last)):
                words[at] = " "
    return "".join(words)


def _passage(page: int, part: re.Match[str]) -> ReadMotion:
    return ReadMotion(part[0], part[0], "unknown", "other", page, part.start(), part.end())


def covers(words: str, numbers: Iterable[str] = ()) -> bool:
    """Whether a motion may stand for an item it does not describe. numbers: of its papers."""
    wanted = set(numbers)
    named = {word.strip(".").lower() for word in _NUMBER.findall(words)}
    if wanted & named:
        return True
    if _CONSENT.search(words) or _ATTACHED.search(words):
        return True
    if _ROUTINE.search(words):
        return False
    return any(p.search(words) for p in (_LUMPED, _POINTING, _BY_NUMBER))


def _said(motion: ReadMotion) -> str:
    """The motion's own words; a quote that a page break cut short is told by the text."""
    return motion.quote if len(motion.quote) >= _SHORT else motion.text[:400]


def _acts(motion: ReadMotion) -> bool:
    return effect(motion.direction, motion.result) != NOTHING


def _as_motion(flag: ReadFlag) -> ReadMotion:
    return ReadMotion(
        flag.quote, flag.quote, "unknown", "other", flag.page, flag.start, flag.end,
        topics=(flag.topic,),
    )  # fmt: skip
