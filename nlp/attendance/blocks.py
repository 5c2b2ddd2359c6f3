"""Where a document lists who is there: labels ("Members present:"), and how far each list runs.

Owns the wordings of labels, also of several in one line above columns.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.attendance.seen import ABSENT, PRESENT, REMOTE

_WORD = (
    r"(?:the|following|roll[ -]?call|roll|board|city|town|borough|township|county|village"
    r"|district|school"
    r"|council(?:[- ]?(?:members?|men|women|persons?|ors?))?|commission(?:ers?)?"
    r"|committee(?: ?members?)?"
    r"|supervisors?|trustees?|directors?|members?|jurors|aldermen|alderpersons|selectmen|authority"
    r"|selectboard|select board|magistrates|squires|legislators|assessors|councillors|managers"
    r"|on hand|in their (?:seats|places)|seated|sitting|around the table|at the table"
    r"|board ?members?"
    r"|those|others?|also|elected|officials?|officers|persons?|voting|non-voting|staff|management"
    r"|public|guests?|visitors?|media|audience|consultants?|professionals?|administrati(?:on|ve)"
    r"|employees|residents|citizens|department heads?|of|in the room|who|in person|attendees"
    r"|personnel"
    r"|were|was|are|is|present|in attendance|attendance|attending|attended|here|absent|absences"
    r"|absentees?"
    r"|excused|unexcused|away|missing|regrets|not here|not answering"
    r"|could not attend|not present|not in attendance|not attending|unable to attend|answering|to"
    r"|answered|responding|responded|all|be|being|found|noted|recorded|physically|electronically"
    r"|joining|joined|on the bench|to wit|absence|notice|cause|permission|illness|for|attendee"
    r"|participating|participated|remotely|virtually|via|by|through|zoom|phone|telephone"
    r"|teleconference|video(?:conference)?|webex|and|or|from|legal|counsel|ex[- ]officio|quorum"
    r"|upon"
    r"|with|there|as|at|this meeting|the meeting|meeting|their|names"
    # A scan's "Cornmittee", and boards of other names, are known by what follows.
    r"|[a-z]{4,14}(?=[ ]members?[ ](?:present|absent|in attendance|attending)))"
)
_LABEL = re.compile(
    r"(?P<lead>^|\n|\f|(?<=[.;:,)] )|(?<=[.;:,)]\n)|(?<=  )(?=[^ ])|\b(?=(?:with"
    r"|upon)\s+(?:the\s+)?(?:following|roll))|\b(?=the\s+following\b))"
    r"[ ]{0,80}(?:(?-i:\(?(?:[A-Z]|[IVX]{2,4}|[0-9]{1,2})[.)]\s{1,9}))?"
    rf"(?P<words>{_WORD}(?:[ /,&]+{_WORD}){{0,11}}?)"
    r"(?:\s*\((?P<note>[^)\n]{0,40})\))?"
    r"(?P<sep>[ ]*(?::|-{1,2}(?=[ ])|\.{2,}|\d{1,2}[ ]?-(?=[ ]))"
    r"|[ ]+(?:were|was|are|included?|includes|being)\b(?!\s+(?:also\s+)?(?:present|absent|excused"
    r"|in\s+attendance|not\s|called\b|taken\b))[ ]*:?"
    r"|(?=[ ]*\n)|[ ]{3,}(?=[A-Z]))",
    re.I,
)
_WORDS = re.compile(rf"(?:{_WORD}(?:[ /,&]+{_WORD}){{0,11}})?", re.I)
_ITEM = re.compile(r"\(?[A-Z0-9]{1,3}[.)]")
_STAFF = re.compile(
    r"\b(?:staff|others?|also|public|guests?|visitors?|media|audience|consultants?|professionals?"
    r"|administrati(?:on|ve)|employees|residents|citizens|department heads?|management|personnel"
    r"|ex[- ]officio|legal|counsel|non-voting)\b",
    re.I,
)
_AWAY = re.compile(
    r"\b(?:absent\w*|absences?|excused|unexcused|away|missing|regrets|unable|not\s+\w+)\b", re.I
)
_THERE = re.compile(
    r"\b(?:present|attendance|attending|attended|attendees?|here|roll|answer\w+|participat\w+"
    r"|respond\w+|join\w+|on the bench|in the room|on hand|in their (?:seats|places)|seated"
    r"|sitting|around the table|at the table)\b",
    re.I,
)
_NEUTRAL = re.compile(
    r"(?:the\s+)?(?:board|council|committee|commission|authority|city council|town council)?\s?"
    r"(?:members|commissioners|supervisors|trustees|directors|officials|council ?members)",
    re.I,
)
_LISTS = re.compile(
    r"\b(?:in\s+attendance|attendees|attendance|those\s+present|present|absent)\b[^.]{0,80}$", re.I
)
_FAR = re.compile(
    r"\b(?:remotely|virtually|zoom|phone|telephone|teleconference|video\w*|webex|electronically)\b",
    re.I,
)
_STOP = re.compile(
    r"\n[ ]*\n|\f|\n[ ]*(?=(?!at[ -]large:)[A-Z][A-Za-z /]{2,40}:)|\n(?=[ ]*(?:[IVX]{1,5}|\d{1,2}"
    r"|[A-Z])[.)]\s+[A-Z]{2})"
    r"|\n(?=[^\n]{0,60}\b(?:called|recited|pledge|opened|convened|motion|moved|adjourned|quorum"
    r"|invocation"
    r"|absent|excused)\b)"
    r"|(?<=[a-z)])\.(?=\s+(?:[A-Z]|\d)|\s*$)|;\s+(?=(?:[^;.\n]|(?<=\bM[rs])\.|(?<=\bMrs)\.){0,60}\b(?:absent|excused)\b)|\bcalled\b"
    r"|\bNote:|(?<=[,.;] )(?=also\s+(?:present|in))",
    re.I,
)
_ABBREVIATED = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Jr|Sr|Sgt|Lt|Capt|Hon|Rev|Twp|Sec|Treas|[A-Z]|St|Esq|Thos|Wm|Chas|Geo"
    r"|Jas|Jos|Robt|Edw|Benj|Ald|Supr|Supv|Comm|Cllr|Atty|Pres|arr|Asst|Dep|Messrs|Mmes)\.$",
    re.I,
)
# "Roll call - Present: Odell", "The roll was called and these were present: Odell".
_OWN_LABEL = re.compile(
    r"(?:[a-z ]{0,60}\b)?(?:present|in attendance|attending|here|answer\w+|as follows)[ ]*:\s*",
    re.I,
)
_COUNTED = re.compile(r"[ ]*1[.)][ ]")
_COUNTED_ON = re.compile(
    r"\n[ ]*\d{1,2}[.)][ ]+(?-i:[A-Z])[\w'.-]*(?:[ ,]+[\w'.()-]+){0,6}[ ]*(?=\n|$)"
)
_VOTE = re.compile(r"\b(?:ayes?|noes|nays?|yeas?|abstain\w*|moved|mover|seconded|second)\b", re.I)
_CAST = re.compile(
    r"\b(?:voted|ayes?|nays?|noes|yeas?|yes|no|abstain(?:ed)?)\b(?![ ]*public)", re.I
)
_VOTE_LABEL = re.compile(
    r"\b(?:ayes?|noes|nays?|yeas?|abst\w*|abstentions?|yes|no|against|opposed)\b[ ]*(?::|-|\(\d"
    r"|\d)",
    re.I,
)
_NEXT_NAME = re.compile(r"\n[ ]*[A-Z][\w'. -]{1,40}(?:[,.;\n]|[ ]{2})")
_HEAD, _NEAR = 9000, 3000
_LONGEST = 900
_MOST = 60


@dataclass(frozen=True)
class Block:
    """One list: its words, where they start, and what its label says of the people in it.

    indent: how far into its line the list starts.
    """

    text: str
    start: int
    state: str
    staff: bool
    label: str
    indent: int = 0


def blocks(text: str) -> list[Block]:
    """The labelled lists at the top of a document, in order of place."""
    head = text[:_HEAD]
    found = [m for m in _LABEL.finditer(head) if _is_label(m) and not _of_a_vote(head, m)]
    found = _near_the_first(found)[:_MOST]
    out: list[Block] = []
    for index, match in enumerate(found):
        if _side_by_side(found, index, head):
            continue
        following = found[index + 1].start() if index + 1 < len(found) else _HEAD
        left = found[index - 1] if index and _side_by_side(found, index - 1, head) else None
        if left is not None:
            out += _columns(head, left, match)
            continue
        start = match.end()
        start += len(head[start:]) - len(head[start:].lstrip(" \n")) if start < len(head) else 0
        inner = _OWN_LABEL.match(head, start)
        start = inner.end() if inner else start
        end = min(_end(head, start), max(following, start))
        if not _CAST.search(head, start, end):
            out.append(_block(match, head[start:end], start))
    return out


def _near_the_first(found: list[re.Match[str]]) -> list[re.Match[str]]:
    """A later session's list of who is present is not the meeting's."""
    first = next((m.start() for m in found if _THERE.search(m["words"])), None)
    return [m for m in found if first is None or m.start() <= first + _NEAR]


def _of_a_vote(head: str, match: re.Match[str]) -> bool:
    """ "ABSENT:" below "AYES:" and "NOES:" tells of one vote, and so does the head of a grid."""
    line = head[head.rfind("\n", 0, match.start("words")) + 1 : match.end() + 60].split("\n")[0]
    if len(_VOTE.findall(line)) >= 1 and re.search(r"[ ]{2,}", line):
        return True
    before = head[max(0, match.start("words") - 220) : match.start("words")]
    return _VOTE_LABEL.search(before) is not None


def _attended(match: re.Match[str]) -> bool:
    """Whether a bare "Board Members" stands among lists of who was there."""
    text, at = match.string, match.start()
    first = text[match.end() : match.end() + 40].lstrip()
    if not re.match(r"[-\u2022]?\s*[A-Z]", first):
        return False
    return _LISTS.search(text[max(0, at - 300) : at]) is not None


def _by_wire(match: re.Match[str]) -> bool:
    """Whether a bare "Electronically:" goes on with a list of who was there."""
    before = match.string[max(0, match.start() - 200) : match.start()].rpartition("\n\n")[2]
    return _FAR.search(match["words"]) is not None and _THERE.search(before) is not None


def _is_label(match: re.Match[str]) -> bool:
    words = match["words"]
    if _NEUTRAL.fullmatch(words.strip()):
        return match["sep"].strip(" :") == "" and _attended(match)
    if not (_THERE.search(words) or _AWAY.search(words) or _STAFF.search(words)):
        return match["sep"].strip() == ":" and _by_wire(match)
    bare = match["sep"].strip() == ""
    before = match.string[
        match.string.rfind("\n", 0, match.start("words")) + 1 : match.start("words")
    ]
    # Without a colon a label stands alone in its line, or beside another one above columns.
    if bare and _WORDS.fullmatch(_ITEM.sub("", before.strip())) is None:
        return False
    # A word alone on its line is a label if it names a list: "Staff", "Members Present".
    if bare and not re.search(
        r"present|absent|attend|excused|staff|guests|visitors|also|counsel", words, re.I
    ):
        return False
    if re.search(r"\b(?:was|were|are|is|being)\b", match["sep"], re.I):
        return bool(_THERE.search(words) or _AWAY.search(words))
    return (
        not re.fullmatch(r"(?:public|the public|citizens|residents|audience|visitors)", words, re.I)
        or not bare
    )


def _side_by_side(found: list[re.Match[str]], index: int, head: str) -> bool:
    """Whether the next label stands in the same line with nothing but blanks between."""
    if index + 1 >= len(found):
        return False
    gap = head[found[index].end("words") : found[index + 1].start("words")]
    return gap.strip(" :") == "" and "\n" not in gap and "  " in gap


def _columns(head: str, left: re.Match[str], right: re.Match[str]) -> list[Block]:
    """Two lists below two labels: a line is cut where its own wide gap is, else by its place."""
    at = right.end()
    end = _end(head, min(at + 1, len(head)))
    line_start = head.rfind("\n", 0, left.start("words")) + 1
    column = right.start("words") - line_start
    at = head.find("\n", at, end)
    out: list[Block] = []
    while 0 <= at < end:
        stop = head.find("\n", at + 1, end)
        stop = end if stop < 0 else stop
        out += _cells(head, at + 1, stop, column, left, right)
        at = stop
    return out


def _cells(
    head: str, first: int, stop: int, column: int, left: re.Match[str], right: re.Match[str]
) -> list[Block]:
    line = head[first:stop]
    gap = re.search(r"(?<=\S)[ ]{2,}(?=\S)", line)
    if gap:
        return [
            _block(left, line[: gap.start()], first),
            _block(right, line[gap.end() :], first + gap.end()),
        ]
    indent = len(line) - len(line.lstrip())
    return [_block(right if indent * 2 > column else left, line, first)] if line.strip() else []


def _block(match: re.Match[str], words: str, start: int) -> Block:
    label = " ".join(match["words"].split())
    told = f"{label} {match['note'] or ''}"
    state = ABSENT if _AWAY.search(told) else REMOTE if _FAR.search(told) else PRESENT
    indent = start - (match.string.rfind("\n", 0, start) + 1)
    return Block(words, start, state, bool(_STAFF.search(label)), label.lower(), indent)


def _end(head: str, start: int) -> int:
    for stop in _STOP.finditer(head, start, min(len(head), start + _LONGEST)):
        if stop.group() == "." and _ABBREVIATED.search(head[max(0, stop.start() - 6) : stop.end()]):
            continue
        if stop.group() == "\n" and _runs_on(head, start, stop.start()):
            continue
        if stop.group() == "." and _in_brackets(head[start : stop.start()]):
            continue
        if head[start : stop.start()].strip():
            return stop.start()
    return min(len(head), start + _LONGEST)


def _runs_on(head: str, start: int, at: int) -> bool:
    """Whether the next line goes on with a list that breaks off behind a comma or is numbered."""
    if _COUNTED.match(head, start) and _COUNTED_ON.match(head, at):
        return True
    return head[start:at].rstrip().endswith(",") and _NEXT_NAME.match(head, at) is not None


def _in_brackets(words: str) -> bool:
    return words.rfind("(") > words.rfind(")")
