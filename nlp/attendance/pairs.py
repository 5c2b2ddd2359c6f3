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
_CALL = re.compile(r"\b(?:roll|attendance|present|absent)\b", re.I)
_CLAUSE = re.compile(
    r"(?P<names>[A-Z][^.;:\n]{1,260}?)[,\s]+(?:(?:all|both|each)\s+)?(?:(?:were|was|being|are)\s+)?"
    r"(?:also\s+)?(?:all\s+)?(?P<word>present|absent|excused|in\s+attendance|attending"
    r"|not\s+(?:here|present|in\s+attendance)|did\s+not\s+answer|unable\s+to\s+attend)\b"
    r"(?P<how>\s+(?:via|by|through)\s+(?:zoom|phone|telephone|teleconference|video\w*)"
    r"|\s+remotely)?"
    r"(?=\s*(?:[.;,\n]|and\b|at\b|for\b|from\b|in\b|over\b|-|$))",
    re.I,
)
_EXCEPT = re.compile(
    r"(?i:\ball\s+(?:of\s+)?(?:the\s+)?(?:\w+\s+){0,3}?(?:members\s+|commissioners\s+"
    r"|supervisors\s+"
    r"|trustees\s+|directors\s+)?(?:were\s+|was\s+)?present,?\s+(?:except|but"
    r"|with\s+the\s+exception\s+of"
    r"|other\s+than)\s+(?:for\s+)?)(?P<names>[A-Z](?:[^.;\n]|(?<=Mr)\.|(?<=Ms)\."
    r"|(?<=Mrs)\.){2,120})"
)
_FOUND = re.compile(
    r"\b(?:found|noted|showed|shows|reported|recorded|answered|indicated)\s+(?:as\s+"
    r"|the\s+following\s+)?"
    r"(?P<word>present|absent):?\s+(?P<names>[A-Z][^.;:\n]{2,260})"
)
_WITH = re.compile(
    r"\bwith\s+(?P<names>[A-Z][^.;:]{2,260}?)\s+(?:all\s+)?(?P<word>present|absent"
    r"|in\s+attendance)\b"
)
# "and there were present Odell and Ito", "there answered to the roll Odell, Ito".
_ANSWERED = re.compile(
    r"\b(?:there\s+(?:were|was|being)\s+(?P<word>present)|(?:there|thereupon|following|who)\s+"
    r"(?:then\s+)?answered(?:\s+(?:to\s+)?(?:their\s+names?|the\s+roll(?:\s+call)?|present|here))?)"
    r"(?:\s*:|,)?\s+(?P<names>(?-i:[A-Z])(?:[^.;:]|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.)"
    r"{2,260})",
    re.I,
)
_ALSO = re.compile(r"\balso\s+(?:all\s+)?(?:present|in)", re.I)
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
_NOT_A_LIST = re.compile(
    r"\b(?:called|meeting|order|quorum|held|motion|public|citizens|minutes|except)\b", re.I
)
_HEAD, _CLAUSES = 9000, 4500
_ALONE, _GAP = 3, 60


def pairs(text: str, group: int) -> list[Seen]:
    """Member by member: at least three, or two below a heading of a roll call."""
    runs: list[list[tuple[int, re.Match[str]]]] = [[]]
    last = 0
    for line in re.finditer(r"[^\n\f]+", text[:_HEAD]):
        for match in _PAIR.finditer(line.group()):
            at = line.start() + match.start()
            if runs[-1] and at - last > _GAP:
                runs.append([])
            runs[-1].append((line.start(), match))
            last = line.start() + match.end()
    for run in runs:
        first = run[0][0] + run[0][1].start() if run else 0
        called = run and _CALL.search(text[max(0, first - 160) : first])
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
    for match in _EXCEPT.finditer(head):
        out += _said(match, group, ABSENT, "all present except", staff=False)
    for match in _ANSWERED.finditer(head):
        out += _said(match, group + 1, PRESENT, "said to have answered or been present",
                     staff=False)  # fmt: skip
    for pattern in (_FOUND, _WITH, _CLAUSE):
        for match in pattern.finditer(head):
            if _NOT_A_LIST.search(match["names"]) or "   " in match["names"]:
                continue
            group += 2
            away = re.match(r"absent|excused|not|did|unable", match["word"], re.I) is not None
            far = match.groupdict().get("how")
            state = ABSENT if away else REMOTE if far else PRESENT
            staff = _ALSO.search(match.group()) is not None
            staff = staff or any(low <= match.start() < high for low, high in beside)
            rule = "said to be " + " ".join(match["word"].lower().split())
            out += _said(match, group, state, rule, staff=staff)
    return out


def presiding(text: str, group: int, *, beside: bool = False) -> list[Seen]:
    """Who called the meeting to order or presided, named with an office.

    beside: only who presides in the words that lead up to the list of those present.
    """
    out: list[Seen] = []
    head = text[:_CLAUSES]
    for match in _PRESIDED.finditer(head):
        if beside and not _LEADS.match(head, match.end()):
            continue
        out += _said(match, group, PRESENT, "presided", staff=False)[:1]
    return [seen for seen in out if seen.office and not seen.staff]


def _said(match: re.Match[str], group: int, state: str, rule: str, *, staff: bool) -> list[Seen]:
    listed = match["names"].rpartition(" with ")[2]
    at = match.end("names") - len(listed)
    return names.entries(listed, at, state, rule, group, staff=staff)
