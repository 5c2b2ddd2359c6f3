"""Where a motion opens, and in which wording.

Owns the wordings that open a motion and those that only look so ("asked for a motion", "the
motion carried", "moved to item 5"). The trigger words come from patterns/motions.toml; each
trigger is looked at in a window of fixed size, so the work grows with the text only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nlp.people import NAME, TITLE, bare

BEFORE = 110
AFTER = 260


@dataclass(frozen=True)
class Opener:
    """A motion's first words. start: where the quote begins; end: where the proposal may begin.

    kind: made | passive | by | moved | label | decision | lone (one word: GRANTED) | item (a vote
    under a heading). mover, seconder: None where not named here. told: the outcome that the opener
    itself tells ("M/S/C"), "" otherwise. words: where the proposal stands, if not behind it.
    vote: of an item, where its vote begins.
    """

    start: int
    end: int
    kind: str
    mover: str | None = None
    seconder: str | None = None
    told: str = ""
    words: tuple[int, int] | None = None
    vote: int = -1


_G = r"(?:a|the|another|an|his|her|their)"
_ADJECTIVE = (
    r"(?:\s+(?:substitute|second|new|further|separate|formal|friendly|subsequent|amended"
    r"|following|main|privileged|procedural|revised|different|final|similar))?"
)
_MADE = (
    r"(?:made|makes|make|offered|offers|presented|introduced|entered|put forth"
    r"|put forward|put|placed|proposed|gave|submitted)"
)
_NOBODY = frozenset(("Nobody", "None", "Noone"))
_BEFORE_MOTION = frozenset(re.findall(r"[a-z]+", f"{_G} {_ADJECTIVE} {_MADE}"))
_NAME_MADE = re.compile(
    rf"(?P<name>{NAME})(?:\s*\([^)]{{0,30}}\))?,?\s+(?:then\s+|also\s+"
    rf"|now\s+)?{_MADE}\s+(?:{_G}{_ADJECTIVE}\s+)?$"
)
_PRONOUN_MADE = re.compile(
    r"\b(?:he|she|they|who|council|board|commission|i|and|then)\s+(?:then\s+"
    rf"|would\s+then\s+|would\s+)?{_MADE}\s+{_G}{_ADJECTIVE}\s+$",
    re.I,
)
_NAME_COLON = re.compile(
    rf"(?:^|\n)[ ]*(?P<name>{NAME})\s*:\s*(?:I\s+(?:make|have|would make"
    r"|would like to make)\s+)?(?:a\s+)?$"
)
_ASKED = re.compile(
    r"(?:\b(?:ask(?:s|ed|ing)?|call(?:s|ed|ing)?|entertain(?:s|ed|ing)?|request(?:s|ed"
    r"|ing)?|need(?:s|ed)?|look(?:s|ed|ing)?|seek(?:s|ing)?|sought"
    r"|wait(?:s|ed|ing)?|invit(?:es|ed|ing)|accept(?:s|ed)?|want(?:s|ed)?|requires?"
    r"|solicit(?:s|ed)?|like|hear|have|is there|was there|do i have|be)\b"
    r"(?:\s+(?:for|to have|to hear|to entertain|to make))?(?:\s+(?:a|an|the|any|another))?"
    + _ADJECTIVE
    + r"|\b(?:no|any|each|every|per|by|in one|in a single|one|single|would|could|should|may"
    r"|might)(?:\s+(?:a|the))?)\s+$",
    re.I,
)
_HEARD = re.compile(r"\b(?:entertain|accept|hear|receiv)\w*\s+(?:a|the)\s+$", re.I)
_DID = re.compile(
    rf"(?P<name>{NAME})\s+(?:then\s+)?(?:[a-z]+ed|gave|read|said|then|felt|is"
    rf"|was)\b"
)
_REFERENCE = re.compile(
    r"\b(?:the|this|that|his|her|their|said|same|original|main|amended|previous|your|such"
    r"|my|our|its|first|above|foregoing)\s+$|\b(?:second(?:ed|s|ing)?|withdr\w+|on"
    r"|with)\s+(?:the|his|her|that|this|said)?\s*$",
    re.I,
)
_MOTION_BY = re.compile(
    rf"\s*(?i:(?:was|is|were)\s+)?(?i:then\s+|duly\s+)?(?i:{_MADE}\s+)?(?i:by|from|of|-|:"
    rf"|/)\s*:?\s*(?P<name>{NAME})(?:\s*/\s*(?P<second>{NAME}))?",
    0,
)
# "Motion (Odell/Ito)", "Motion Odell/Ito", "upon motion (Odell, seconded Ito)".
_PAIR_BEHIND = re.compile(
    rf"(?i:\s+and\s+second(?:ed)?\b)?\s*[:-]?\s*(?P<open>\(\s*)?(?P<a>{NAME})(?:\s*(?P<sign>/|,"
    rf"|-)\s*(?i:and\s+)?(?P<word>(?i:(?:second(?:ed)?|2nd)"
    rf"(?:\s+by)?:?\s+))?(?:(?P<none>(?i:none|no\s+second|no\s+2nd|\?|-))"
    rf"|(?P<b>{NAME})))?(?P<close>\s*\))?"
)
_PAIR_BEFORE = re.compile(
    rf"(?:^|[\n.;:]\s*|\(\s*)(?P<a>{NAME})\s*/\s*(?P<b>{NAME})\s*\)?\s*[-:,]?\s*$"
)
_DRAFT = re.compile(
    r"\b(?:recommend(?:ed|ation)s?|suggested|proposed|requested|sample|draft|possible|staff)"
    r"(?:\s+(?:board\s+|council\s+)?(?:action|motion|language|wording))?\s*:\s*[\"']?(?:a\s+)?$",
    re.I,
)
# "Adjournment at 8:55 on the motion of X.": what was moved stands before.
_CLOSES = re.compile(
    rf"\s*(?:,?\s*(?:and\s+)?(?i:second\w*)\s+(?i:by\s+)?{NAME}(?!\.\s[A-Z]))?\s*\.?(?:\n"
    rf"|\s*$|(?<!\bM[rs])(?<!\bMrs)[.:])"
)
_IN = r"(?:[^.;\n]|(?<=\bM[rs])\.|(?<=\bMrs)\.|(?<=\bDr)\.)"
# "A motion that the petition be denied, having been made by X": told in passing.
_HAVING = re.compile(
    rf"\s+(?:to|that)\s+{_IN}{{3,200}}?,?\s+having\s+been\s+(?:duly\s+)?(?:made|moved)\b"
)
# "The motion of X to approve ..., which had been seconded by Y, was put and lost".
_MADE_AND_TOLD = re.compile(
    rf"\s+(?:to|that)\s+{_IN}{{3,240}}?\bsecond{_IN}{{2,240}}?\b(?:carried|passed|failed|defeated|adopted"
    r"|approved|withdrawn|lost|put)\b",
    re.I,
)
# "The motion by X, seconded by Y, to approve ... was defeated": one sentence tells all.
_ALL_TOLD = re.compile(
    r"\s*,?\s*(?:and\s+)?second[^.;\n]{8,400}?\b(?:carried|passed|failed|defeated|adopted"
    r"|approved)\b",
    re.I,
)
_DULY = re.compile(
    r"\s+(?:was\s+)?(?:duly\s+)?(?:made|moved)(?:\s+and"
    r"|,)\s+(?:duly\s+)?seconded\b",
    re.I,
)
_SENTENCE_SO_FAR = re.compile(r"[^.;\n]*(?:\b[ap]\.m\.[^.;\n]*)?\Z")
_ON = re.compile(r"(?:\bvoted:?,?\s+)?\b(?:on|upon)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?$", re.I)
_LABEL_LINE = re.compile(
    r"(?:second\w*|2nd|ayes?|yeas?|nays?|noes|yes|no|for|against|vote|moved|mover|result|roll|be\s+it"
    r"|withdrawn|tabled|lost|no\s+second|resolved|whereas|now\b|carried|passed|defeated|adopted|approved|motion|action|recorded)\b",
    re.I,
)
_LABEL_WORD = re.compile(r" (?:second\w*|2nd|moved|mover|votes?|ayes?|nays?)$", re.I)
_LABEL_NEXT = re.compile(r"\s*(?:by\b|:)|\s+(?:For|Against):", re.I)
_TITLE_LINE = re.compile(rf"(?:{TITLE})[ .]", re.I)
# "MOTION: Renew the lease / MOVED BY: ...": what stands behind the colon is the proposal.
_OWN_LABEL = re.compile(
    r"[^\n]*(?:\n[^\n:]{0,200}){0,3}\n\s*(?:moved?|mover|made|first|1st|motion\s+(?:made\s+)?by"
    r"|moved\s+by)\b[^\n:]{0,12}:",
    re.I,
)
_SPECIFIC = re.compile(
    r"\bthe\s+(?:substitute|second|amended|main|first|previous"
    r"|last)\s+$",
    re.I,
)
_MOTION_OF = re.compile(r"(?:\b(?:on|upon)\s+(?:a\s+|the\s+)?|^|\n\s*|[.;:]\s*)$", re.I)
_PASSIVE = re.compile(
    rf"\s*(?:\([^)]{{0,60}}\)\s*)?(?:(?:was|is|were|has been)\s+(?:then\s+"
    rf"|also\s+)?(?:{_MADE}|moved)\b|was\s+to\b(?=\s+[a-z]))",
    re.I,
)
_PURPOSE = re.compile(
    r"\s*(?:and\s+second(?:ed)?\s+)?(?:to|that|for|stating|in favor of"
    r"|of intent)\b(?!\s+(?:is|was|are)\b)",
    re.I,
)
_WAS_TO = re.compile(r"\s*was\s+to\b")
_SPOKEN_OF = re.compile(
    r"\b(?:will|shall|may|can|could|would|should)\s+(?:then\s+)?be\s+(?:considered|made|needed"
    r"|required|heard|taken|offered|in\s+order)\b"
    r"|\b(?:was|were|is|are)\s+(?:then\s+)?(?:asked|requested|needed|required"
    r"|not\s+debatable|in\s+order|entertained|called\s+for|necessary|always|never)\b"
    r"|\b(?:requires|needs)\b",
    re.I,
)
_LABEL = re.compile(r"\s*(?:(?:no\.?\s*|#\s*)?\d{1,3}\s*(?=:)|)(?::|\s-\s|-\s)\s*", re.I)
_NOUN = re.compile(r"\s*(?:detector|picture|sensor|sickness|graphic|light)", re.I)
_OUTCOME = re.compile(
    r"\s*(?:was\s+|is\s+|has\s+|to\s+\w+\s+)?(?:carried|carries|passed|passes|failed"
    r"|fails|approved|adopted|denied|granted|defeated|seconded|died|dies|duly|unanimous"
    r"|second)\b",
    re.I,
)
_OPENS_SENTENCE = re.compile(r"(?:^|[.;:!?\])\"\f-]|\n\s*\n)\s*$")
_LINE_START = re.compile(
    r"(?:^|[\n\f.;:!?\])\"-]|\b(?:and|then|so|was))\s*(?:[a-z0-9]{1,3}[.)]\s*)?$", re.I
)
_ARTICLE = re.compile(rf"(?:(?<!\.)\b(?:a|an|another|the){_ADJECTIVE}\s+)$", re.I)
_MADE_BY_LATER = re.compile(rf"\b(?:was|were|is)\s+(?:{_MADE}|moved)\b", re.I)

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
    r"\s*,?\s*(?:to\s+(?!(?:the|item|items|section|page|article|agenda|old|new|next|a|an"
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
    rf"\s*(?:,\s*(?:and\s+)?|\s+and\s+)(?:(?i:was\s+)?(?i:seconded\s+by\b)|{NAME}\s+(?i:second"
    rf"|2nd|support)"
    rf"|(?i:second(?:ed)?\s+by\b|2nd\s+by\b))"
)
_AND_SECONDED = re.compile(
    r"\s*(?:,|/|and)\s*(?:duly\s+|properly\s+)?(?:seconded|supported)\b(?=\s*,?\s*(?:that|to|for)\b)",
    re.I,
)
_BREATH = re.compile(
    r"(?:^|[\n.;:,]\s*|\b(?:and|whereupon|then)\s+)(?P<lead>(?:it\s+(?:was|is)\s+(?:then\s+)?"
    r"(?:duly\s+|properly\s+|regularly\s+)?)?)$",
    re.I,
)
_COUPLE = re.compile(rf"(?P<a>{NAME})\s*(?:and|/|&)\s*(?P<b>{NAME})\s+$")
_OWN_MOTION = re.compile(r"[^.]{0,80}\bmotion\b", re.I)
_OFFERED_BY = re.compile(
    rf"\s+by\s*:?\s*(?P<name>{NAME})[\s,;.]*(?:and\s+)?(?i:second|support|2nd|no\s+second)\w*"
)
_MOTIONED = re.compile(r"\s*(?:,|(?i:to|for|that|approv\w+|adopt\w+|\w+ing)\b)")
# "Odell moved payment, Ito seconded."
_NOUN_SECONDED = re.compile(
    rf"\s+(?:[a-z][\w'-]*\s*){{1,6}},\s*(?:and\s+)?{NAME}\s+(?i:second|2nd|support)"
)
_ITS = re.compile(
    r"\s+(?:for\s+)?(?:its|their|the)\s+(?:immediate\s+|final\s+)?(?:adoption|approval"
    r"|acceptance|passage)\b|\s+"
    r"(?:the\s+)?(?:previous\s+question|question)\b|\s+the\s+[\w ]{2,40}?\bbe\b",
    re.I,
)
_SO = re.compile(r"\bso\s+$", re.I)
_STATED_SO = re.compile(r"\s*[.,;:]|\s*$|\s+by\b|\s+and\b")
_MOVED_BY = re.compile(rf"\s*(?:(?i:by)\b\s*:?|:)\s*(?P<name>{NAME})?")
_MOVED_NAME = re.compile(
    rf"\s+\(?(?P<name>{NAME})\)?\s*[,;/]?\s+(?:and\s+)?(?i:second|support|no\s+second|2nd)"
)


def name_of(match: re.Match[str], group: str = "name") -> str | None:
    """The name of a match, which may reach into a heading or into the next label."""
    lines = [line.strip() for line in match[group].split("\n") if line.strip()]
    if _LABEL_NEXT.match(match.string, match.end(group)):
        # "Motion by: Ms. Odell Second by: ...": the last word is a label's.
        lines[-1] = _LABEL_WORD.sub("", lines[-1])
    if len(lines) > 1:
        if _LABEL_LINE.match(lines[1]):
            lines = lines[:1]
        elif _TITLE_LINE.match(lines[-1]) or lines[0].isupper() != lines[-1].isupper():
            lines = lines[-1:]
    return bare(" ".join(lines))


def _end_of(match: re.Match[str], group: str = "name") -> int:
    """Where the name proper ends in a match that may reach into the next label."""
    name = name_of(match, group)
    at = match.string.find(name, match.start(group), match.end(group)) if name else -1
    return at + len(name) if name and at >= 0 else match.end()


def at_motion(text: str, at: int, end: int) -> Opener | None:
    """The opener around the word "motion" (or "motions") at text[at:end], if it is one."""
    before, after = text[max(0, at - BEFORE) : at], text[end : end + AFTER]
    base = at - len(before)
    made = _made(text, base, before, after, end) if _may_be_made(before) else None
    if made is not None:
        return made
    if _NOUN.match(after):
        return None
    asked = _ASKED.search(before) and not _MOTION_OF.search(before)
    if asked and not (_HEARD.search(before) and _MOTION_BY.match(after)):
        return None
    return _unnamed(text, at, end, before, after)


def _may_be_made(before: str) -> bool:
    """A cheap look at the word before "motion", as names are dear to search for."""
    words = before.split()
    return bool(words) and (words[-1].lower() in _BEFORE_MOTION or words[-1].endswith(":"))


def _made(text: str, base: int, before: str, after: str, end: int) -> Opener | None:
    for pattern in (_NAME_MADE, _NAME_COLON):
        match = pattern.search(before)
        if match and (name := name_of(match)) is not None and name not in _NOBODY:
            if pattern is _NAME_COLON and (
                _OUTCOME.match(after) or not match["name"].endswith(name)
            ):
                continue
            return Opener(base + match.start("name") + _heading(match["name"]), end, "made", name)
    match = _PRONOUN_MADE.search(before)
    if match and re.match(r"who\b.*\bthe\s+$", match.group(), re.I):
        match = None
    if match and not _OUTCOME.match(after):
        start = base + match.start()
        return Opener(start, end, "made", _antecedent(text, start))
    return None


def _heading(printed: str) -> int:
    """How much of what looked like a name is a heading above it; a title alone is none."""
    cut = printed.rfind("\n") + 1
    return 0 if _TITLE_LINE.fullmatch(printed[:cut].strip() + " ") else cut


def _antecedent(text: str, at: int) -> str | None:
    """The person whom "he" or "she" at this place takes up: the last one who said or did."""
    if not re.match(r"(?:he|she|and|then|who)\b", text[at : at + 5], re.I):
        return None
    found = list(_DID.finditer(text, max(0, at - 200), at))
    return bare(found[-1]["name"]) if found else None


def _unnamed(text: str, at: int, end: int, before: str, after: str) -> Opener | None:
    article = _ARTICLE.search(before)
    start = at - len(article.group()) if article else at
    if _DRAFT.search(before):
        return None
    on = _ON.search(before)
    by = _MOTION_BY.match(after)
    label = _LABEL.match(after)
    if label and by and "by" not in by.group().lower() and _OWN_LABEL.match(after, label.end()):
        by = None
    if (
        by
        and name_of(by) is not None
        and not _by_reference(before, by.group(), told=_told_whole(text, end + by.end()))
    ):
        told = "passed" if on and on.group().lower().startswith("vot") else ""
        start = at - len(on.group()) if on else start
        closes = on and not told and _CLOSES.match(after, _end_of(by))
        opened = start
        if closes:
            opened -= _so_far(text, start)
        words = (opened, start) if opened < start else None
        told = "passed" if re.match(r"\s*voted\b", text[opened:start], re.I) else told
        second = name_of(by, "second") if by["second"] else None
        stop = by.end() if second else _end_of(by)
        return Opener(opened, end + stop, "by", name_of(by), second, told, words)
    pair = _pair(at, end, before, after)
    if pair is not None:
        return replace(pair, start=at - len(on.group())) if on else pair
    if _OUTCOME.match(after):
        return None
    definite = article is not None and article.group().strip().lower().startswith("the")
    if on and _DULY.match(after):
        return Opener(at - len(on.group()), end, "passive")
    if _PASSIVE.match(after):
        return None if definite and _WAS_TO.match(after) else Opener(start, end, "passive")
    if article and _HAVING.match(after):
        return Opener(start, end, "passive")
    if definite and not _later(text, end):
        return None
    if article and not (
        article.group()[0] == "A" or _OPENS_SENTENCE.search(text[max(0, start - 60) : start])
    ):
        return None
    if not article and (_REFERENCE.search(before) or not _LINE_START.search(before)):
        return None
    if _PURPOSE.match(after):
        spoken_of = _SPOKEN_OF.search(text[end : end + 320].split(". ")[0])
        return None if spoken_of else Opener(start, end, "passive")
    if label and not article:
        return Opener(start, end + label.end(), "label")
    return None


def _pair(at: int, end: int, before: str, after: str) -> Opener | None:
    """Mover and seconder in brackets or parted by a stroke, behind or before the word."""
    ahead = _PAIR_BEFORE.search(before)
    if ahead and bare(ahead["a"]) and bare(ahead["b"]):
        start = at - len(before) + ahead.start("a")
        return Opener(start, end, "by", bare(ahead["a"]), bare(ahead["b"]))
    return pair_behind(at, end, after, strict=True)


def pair_behind(at: int, end: int, after: str, *, strict: bool) -> Opener | None:
    """ "(Odell/Ito)" behind a word that ends at `end`; strict: a stroke or brackets must stand."""
    pair = _PAIR_BEHIND.match(after)
    if pair is None or (mover := bare(pair["a"])) is None:
        return None
    framed = pair["open"] and pair["close"]
    second = bare(pair["b"]) if pair["b"] else None
    if strict and not framed and not (second and (pair["sign"] == "/" or pair["word"])):
        return None
    if pair["b"] and second is None:
        return None
    told = "no_second" if pair["none"] else ""
    return Opener(at, end + pair.end(), "by", mover, second, told)


def _so_far(text: str, at: int) -> int:
    """How long the sentence is that ends in "on motion of X"."""
    match = _SENTENCE_SO_FAR.search(text[max(0, at - 200) : at])
    return len(match.group().lstrip()) if match else 0


def _by_reference(before: str, by: str, *, told: bool) -> bool:
    """Whether "the motion by X" speaks of an earlier one; "the motion was made by X" does not."""
    return (
        bool(_REFERENCE.search(before) or _SPECIFIC.search(before))
        and "was" not in by
        and not told
        and not _MOTION_OF.search(before)
    )


def _told_whole(text: str, at: int) -> bool:
    """Whether one sentence goes on to tell who seconded and how it ended."""
    return any(one.match(text, at, at + 620) for one in (_ALL_TOLD, _MADE_AND_TOLD))


def _later(text: str, end: int) -> bool:
    """Whether "the motion to ..." goes on "... was made by X" in the same sentence."""
    return bool(_MADE_BY_LATER.search(text[end : end + 600].split(". ")[0]))


def _same_subject(before: str) -> re.Match[str] | None:
    """Who did what stands before "and moved" in the same sentence."""
    found = [
        one
        for one in _DID.finditer(before)
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
            return Opener(start, end + (_end_of(by) if name else by.end()), "by", name)
    if word in ("moved", "motioned") and (made := _together(text, at, end, before, after)):
        return made
    pair = _PAIR_BEFORE.search(before)
    if pair and word in ("moved", "motioned") and name_of(pair, "a") and name_of(pair, "b"):
        start = base + pair.start("a")
        return Opener(start, end, "moved", name_of(pair, "a"), name_of(pair, "b"))
    couple = _SECONDED_ASIDE.search(before)
    if couple and name_of(couple) and word != "move":
        return Opener(
            base + couple.start("name"), end, "moved", name_of(couple), bare(couple["second"])
        )
    subject = _NAME_MOVED.search(before) or _NAME_ASIDE.search(before)
    name = name_of(subject) if subject else None
    if subject and name is not None and word != "move" and _moves(before, word, after):
        start = base + subject.start("name")
        if "\n" in subject["name"]:
            start = base + before.rfind(name.split()[0])
        return Opener(start, end, "moved", name)
    behind = _MOVED_NAME.match(after)
    if behind and _LINE_START.search(before) and word == "moved":
        return Opener(at, end + behind.end("name"), "by", bare(behind["name"]))
    return _impersonal(base, end, word, before, after)


def _moves(before: str, word: str, after: str) -> bool:
    """Whether what follows "X moved" is a proposal or a second."""
    if _SO.search(before):
        return bool(_STATED_SO.match(after) or _MOVED_TO.match(after))
    if word == "motioned" and _MOTIONED.match(after):
        return True
    return bool(_MOVED_TO.match(after) or _NAMED_SECOND.match(after) or _ITS.match(after)) or bool(
        _NOUN_SECONDED.match(after)
    )


def at_offered(text: str, at: int, end: int) -> Opener | None:
    """The opener at "Offered by X, seconded by Y", where a resolution stands before it."""
    by = _OFFERED_BY.match(text, end, end + AFTER)
    name = name_of(by) if by else None
    if by is None or name is None or _OWN_MOTION.match(text, by.end()):
        return None
    if not _LINE_START.search(text[max(0, at - 60) : at]):
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
