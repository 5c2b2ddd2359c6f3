"""Names with a word of presence beside each, and sentences that end in one.

Owns the layouts "Odell - present" line by line, "Roll: Odell, Ito all present; Kern absent",
and "all members were present except Mr. Kern".
"""

from __future__ import annotations

import re
from dataclasses import replace

from nlp import times
from nlp.attendance import names, titles
from nlp.attendance.seen import ABSENT, LATE, PRESENT, REMOTE, Seen
from nlp.people import NAME, TITLE

_HERE = r"present|here|yes|in attendance|p(?=[ ]*(?:\n|$|[ ]{2}))"
_AWAY = r"absent|excused(?: absence)?|not present|a(?=[ ]*(?:\n|$|[ ]{2}))|unexcused|vacant"
_FAR = (
    r"(?:present )?(?:via|by|through) (?:tele\w*|zoom|phone|video\w*|webex|teams)|remote(?:ly)?"
    r"|virtual(?:ly)?|zoom|phone|telephone"
)
_LATE = r"late|tardy|arrived late|arrived at [^,\n]{3,12}"
_OFFICE = r"(?:(?:,[ ]{1,3}|[ ]{2,40})[A-Z][A-Za-z /.-]{2,30}?)"
_PAIR = re.compile(
    rf"(?P<name>{NAME})(?P<office>{_OFFICE})??[ ]*(?:[-:=,]{{1,2}}|\.{{2,}}|[ ]{{1,40}}|\()[ ]*"
    rf"(?P<word>(?i:{_FAR}|{_LATE}|{_HERE}|{_AWAY}))\b(?![ ]*(?:by|at|the"
    rf"|to)\b)\)?(?P<time>[ ]+\d?\d:\d\d[^\n]{{0,5}})?"
)
# "Odell, yes" answers a roll call or a question; only the words before tell which.
_VOTED_ON = re.compile(
    r"\b(?:motions?|moved|second(?:ed)?|question|votes?|voting|adopt|ratify|ordinance|resolution)\b",
    re.I,
)
_LABELLED = re.compile(r"\b(?:members?|roll)$", re.I)
_SAID_NO = re.compile(r"\b(?:no|nay)\b", re.I)
_TELLS = re.compile(r"\b(?:stated|said|reported|that|which|s?he)\b")
_CALL = re.compile(r"\b(?:roll|attendance|present|absent)\b", re.I)
# A run of names: initials and titles end no sentence, and a list may wrap behind its comma.
_RUN = (
    r"(?:[^.;:\n]|(?<=\b(?:Mr|Ms|Dr|Jr|Sr|St|Wm))\.|(?<=\b(?:Mrs|Rev|Hon|Ald))\.|(?<=\bSupr)\."
    r"|(?<=\bSupv)\.|(?<=\bThos)\.|(?<=\bChas)\.|(?<=\b(?-i:[A-Z]))\.|(?<=,)\n|(?<=\band)\n)"
)
_CLAUSE = re.compile(
    rf"(?P<names>[A-Z]{_RUN}{{1,260}}?)[,\s]+(?:(?:all|both|each)\s+)?(?:(?:were|was|being|are)\s+)?"
    r"(?:a[l1]so\s+)?(?:all\s+)?(?P<word>present|absent|excused|in\s+attendance|attending"
    r"|not\s+(?:here|present|in\s+attendance|attending)|did\s+not\s+(?:answer|attend)|unable\s+to\s+attend"
    r"|had\s+an\s+excused\s+absence|(?:(?<=was\s)|(?<=were\s))(?:out\s+)?(?:ill|sick|away|on\s+vacation"
    r"|out\s+of\s+(?:town|state)))\b"
    r"(?P<how>\s+(?:via|by|through)\s+(?:zoom|phone|telephone|teleconference|video\w*)"
    r"|\s+remotely)?"
    r"(?=\s*(?:[.;,\n]|and\b|at\b|for\b|from\b|in\b|over\b|due\b|because\b|owing\b"
    r"|on\s+(?:account|vacation|business|leave)\b|-|$)"
    r"|\s+(?:along\s+)?with\s+(?-i:[A-Z])|\s+as\s+(?:were|was|well)\b)",
    re.I,
)
_WEAK = re.compile(r"(?:out\s+)?(?:ill|sick|away|on\s+vacation|out\s+of\s+\w+)$", re.I)
_TITLED = re.compile(rf"(?:{TITLE})[.\s]", re.I)
_TOOK_PART = re.compile(
    rf"(?P<names>[A-Z]{_RUN}{{1,260}}?)\s+(?:(?:were|was)\s+)?(?:all\s+)?(?P<word>attended|answered|responded"
    r"|on\s+hand|seated|in\s+their\s+(?:seats|places)|answering)"
    r"(?=\s*[.;,]|\s+(?:to\s+)?(?:the\s+|this\s+|their\s+)?(?:roll|meeting|present|names?)\b"
    rf"|\s+in\s+person\b|(?P<how>\s+(?:{_FAR}|by\s+(?:tele\w*|phone|zoom|video\w*)))\b)",
    re.I,
)
_QUORUM_OF = re.compile(r"\bquorum\b[^.:(\n]{0,40}\((?P<names>[A-Z][^()\n]{4,200})\)", re.I)
_QUORUM_IS = re.compile(
    rf"\bquorum\b[^.:(\n]{{0,40}}:[ ]+(?P<names>(?-i:[A-Z]){_RUN}{{4,200}})", re.I
)
_CONSISTING = re.compile(
    r"\b(?:quorum\b[^.:\n]{0,60}?\b(?:consisting\s+of|composed\s+of|made\s+up\s+of"
    r"|constituted\s+by|with\s+the\s+following(?:\s+\w+){0,3}:)"
    rf"|(?P<word>attended)\s+by:?)\s+(?P<names>(?-i:[A-Z]){_RUN}{{2,260}})",
    re.I,
)
_ALL = r"(?:all|every(?:one|body)?|the\s+(?:full|entire|whole))"
_SAVE = r"(?:except(?:ing)?|but|save|apart\s+from|with\s+the\s+exception\s+of|other\s+than)"
_EXCEPT_FIRST = re.compile(
    rf"(?i:\b{_SAVE}\s+(?:for\s+)?)(?P<names>[A-Z]{_RUN}{{2,120}}?),?\s+(?i:{_ALL}\b[^.\n]{{0,40}}"
    r"\b(?:present|in\s+attendance|answered|attended|here)\b)"
)
_EXCEPT = re.compile(
    rf"(?i:\b{_ALL}\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+){{0,4}}?(?:were\s+|was\s+)?(?:present"
    rf"|in\s+attendance|answered(?:\s+(?:the\s+)?roll(?:\s+call)?)?),?\s+{_SAVE}\s+(?:for\s+)?)(?P<names>[A-Z](?:[^.;\n]|(?<=Mr)\.|(?<=Ms)\."
    r"|(?<=Mrs)\.){2,120})"
)
_FOUND = re.compile(
    r"\b(?:found|noted|showed|shows|reported|recorded|answered|indicated)\s+(?:as\s+"
    r"|the\s+following\s+)?"
    r"(?P<word>present|absent):?\s+(?P<names>[A-Z][^.;:\n]{2,260})"
)
_WITH = re.compile(
    rf"\bwith\s+(?P<names>[A-Z]{_RUN}{{2,260}}?)\s+(?:all\s+)?(?P<word>present|absent"
    r"|in\s+attendance|answering|attending|seated)\b"
)
# "and there were present Odell and Ito", "there answered to the roll Odell, Ito".
_ANSWERED = re.compile(
    r"\b(?:there\s+(?:were|was|being)\s+(?P<word>present)|(?:there|thereupon|following|who)\s+"
    r"(?:then\s+)?answered(?:\s+(?:to\s+)?(?:their\s+names?|the\s+roll(?:\s+call)?|present|here))?)"
    r"(?:\s*:|,)?\s+(?P<names>(?-i:[A-Z])(?:[^.;:]|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.)"
    r"{2,260})",
    re.I,
)
_ALSO = re.compile(r"\ba[l1]so\s+(?:all\s+)?(?:present|in)", re.I)
_PRESIDED = re.compile(
    rf"(?P<names>(?:(?i:{TITLE})[ ]+)?{NAME})(?:,[^,.\n]{{2,30}},)?\s+"
    rf"(?:(?i:presided|presiding)|(?:then\s+)?(?:opened|called"
    rf"|convened|brought)\s+(?:the|this)\s+(?:\w+\s+){{0,4}}(?:meeting|session|board|council))"
)
_LEADS = re.compile(
    r"(?<=ing)[,;]?[^.\n]{0,50}\bthere\s+(?:were|being|answered)|(?<=ing)\.\s+[^.:\n]{0,40}"
    r"\b(?:present|answering)\b[^.:\n]{0,20}:",
    re.I,
)
_AMONG = re.compile(
    r"[^.\n]{0,60}\bwith\s+[A-Z][^.;\n]{2,200}\b(?:present|in\s+attendance|answering)\b"
)
_AWAY_WORD = re.compile(r"absent|excused|not|did|unable|had", re.I)
_NOT_A_LIST = re.compile(
    r"\b(?:called|meeting|order|quorum|held|motion|public|citizens|minutes|except\w*|save)\b", re.I
)
_HEAD, _CLAUSES, _TOP = 9000, 4500, 2500
_ALONE, _GAP = 3, 60


def pairs(text: str, group: int) -> list[Seen]:
    """Member by member: at least three, or two below a heading of a roll call."""
    runs: list[list[tuple[int, re.Match[str]]]] = [[]]
    last = 0
    for line in re.finditer(r"[^\n\f]+", text[:_HEAD]):
        for match in _PAIR.finditer(line.group()):
            at = line.start() + match.start()
            if _LABELLED.search(match["name"]):
                continue
            if runs[-1] and at - last > _GAP:
                runs.append([])
            runs[-1].append((line.start(), match))
            last = line.start() + match.end()
    for run in runs:
        first = run[0][0] + run[0][1].start() if run else 0
        called = run and _CALL.search(text[max(0, first - 160) : first])
        last_at = run[-1][0] + run[-1][1].end() if run else 0
        asked = _VOTED_ON.search(text[max(0, first - 250) : first])
        if asked and _SAID_NO.search(text[first : last_at + _GAP]):
            continue
        if len(run) >= (2 if called else _ALONE) and any(len(m["word"]) > 2 for _, m in run):
            return [seen for base, match in run for seen in _one(base, match, group)]
    return []


def _one(base: int, match: re.Match[str], group: int) -> list[Seen]:
    word = match["word"].lower()
    state = PRESENT
    for kind, pattern in ((REMOTE, _FAR), (LATE, _LATE), (ABSENT, _AWAY)):
        if re.fullmatch(pattern, word, re.I):
            state = kind
            break
    made = names.entries(match["name"], base + match.start("name"), state,
                         "roll call, name by name", group, staff=False)  # fmt: skip
    office = (match["office"] or "").strip(" ,") or None
    clocks = times.find(match["time"] or "")
    at = str(clocks[0]) if clocks else None
    return [
        replace(one, office=one.office or titles.shown(office), at=at,
                staff=one.staff or titles.staff(office))
        for one in made[:1]
    ]  # fmt: skip


def clauses(text: str, group: int, beside: list[tuple[int, int]]) -> list[Seen]:
    """People of whom a sentence says that they were present or absent.

    beside: places of the lists of staff and guests; whom a sentence there names is one of them.
    """
    out: list[Seen] = []
    head = text[:_CLAUSES]
    for pattern in (_EXCEPT, _EXCEPT_FIRST):
        for match in pattern.finditer(head):
            out += _said(match, group, ABSENT, "all present except", staff=False)
    for pattern in (_ANSWERED, _CONSISTING, _QUORUM_OF, _QUORUM_IS):
        for match in pattern.finditer(head):
            out += _said(match, group + 1, PRESENT, "said to have answered or been present",
                         staff=False)  # fmt: skip
    for match in _TOOK_PART.finditer(head[:_TOP]):
        group += 2
        rule = "said to have " + " ".join(match["word"].lower().split())
        state = REMOTE if match["how"] else PRESENT
        made = _said(match, group, state, rule, staff=_beside(match, beside))
        # "The Fair Board attended" and a guest by name are no members.
        told = _NOT_A_LIST.search(match["names"]) or _TELLS.search(match["names"])
        if not told and (len(made) > 1 or _TITLED.match(match["names"])):
            out += made
    for pattern in (_FOUND, _WITH, _CLAUSE):
        for match in pattern.finditer(head):
            if _NOT_A_LIST.search(match["names"]) or "   " in match["names"]:
                continue
            group += 2
            weak = _WEAK.match(match["word"]) is not None
            if weak and not _TITLED.match(match["names"]):
                continue
            away = weak or _AWAY_WORD.match(match["word"]) is not None
            far = match.groupdict().get("how")
            state = ABSENT if away else REMOTE if far else PRESENT
            staff = _ALSO.search(match.group()) is not None
            staff = staff or _beside(match, beside)
            rule = "said to be " + " ".join(match["word"].lower().split())
            out += _said(match, group, state, rule, staff=staff)
    return out


def _beside(match: re.Match[str], beside: list[tuple[int, int]]) -> bool:
    return any(low <= match.start() < high for low, high in beside)


def presiding(text: str, group: int, *, beside: bool = False) -> list[Seen]:
    """Who called the meeting to order or presided, named with an office.

    beside: only who presides in the words that lead up to the list of those present.
    """
    out: list[Seen] = []
    head = text[:_CLAUSES]
    for match in _PRESIDED.finditer(head):
        if beside and not _LEADS.match(head, match.end()):
            continue
        made = _said(match, group, PRESENT, "presided", staff=False)[:1]
        # "Commissioner Odell called the meeting to order with Commissioners Ito and Kern present."
        among = _AMONG.match(head, match.end()) and _TITLED.match(match["names"])
        out += [seen for seen in made if seen.office or among]
    return [seen for seen in out if not seen.staff]


def _said(match: re.Match[str], group: int, state: str, rule: str, *, staff: bool) -> list[Seen]:
    listed = match["names"].rpartition(" with ")[2]
    at = match.end("names") - len(listed)
    return names.entries(listed, at, state, rule, group, staff=staff)
