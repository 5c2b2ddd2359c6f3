"""What kind of document this is: decided before any motion is read.

Owns the signs. A draft motion in an agenda is not a motion, so a doubtful document is an agenda
only if nothing in it is told in the past tense.
"""

from __future__ import annotations

import re

from nlp.meta.decided import recorded, recorded_in_enactments
from nlp.meta.head import head, head_lines
from nlp.transcripts.turns import in_turns, talked

_PAST = {
    r"\bcalled\s+(?:the\s+)?(?:[\w' -]{0,60}\s)?to\s+order\b"
    r"|\bmeeting\s+(?:was\s+)?(?:convened|opened|began)\b|\bconvened\s+(?:at|in|the)\b": 2,
    r"\bsecond(?:ed)?\s+(?:by|the\s+motion|his|her)\s*:?\s*(?:(?:Mr|Mrs|Ms"
    r"|Dr)\.\s+)?[A-Z][a-z]|\bseconded\b[^_\n]{0,12}[A-Z][a-z]|\bseconded the motion": 2,
    r"\bmotion\s+(?:was\s+)?(?:carried|carries|passed|passes|failed|approved|adopted)\b"
    r"|\bcarried\s+unanimously\b|\ball\s+(?:were\s+)?in\s+favou?r\b": 2,
    r"\b(?:adjourned\s+at|was\s+adjourned|meeting\s+adjourned|adjourned\s+the\s+meeting)\b": 1,
    r"(?m)^[ ]*(?:GRANTED|DENIED|DEFERRED|(?:Granted|Denied|Deferred|No Violation|Violation"
    r"|Continued|Taken Under Advisement)(?=[ .]*\n))\b[ .]*(?:\([A-Z][^\n]*)?$": 5,
    r"\bbe\s+it\s+remembered\b": 2,
    r"\bgave\s+the\s+second\b": 2,
    r"\(\s*all\s+\w+\s+present\s*\)|\bnot\s+present\s+for\s+(?:the\s+)?vote": 2,
    r"\brespectfully\s+submitted\b": 1,
    r"(?m)^[ ]*(?:MOVED|MOVER|Moved|Mover|SECOND(?:ED|ER)?|Second(?:ed|er)?)(?: BY| By| by)?[ ]*:"
    r"[ ]*[A-Z][A-Za-z]": 5,
    r"\bM\s?/\s?S(?:\s?/\s?[CPF])?\b|\bMS[CP]\b|\bvote:?\s+\d+\s?(?:/|-|to|yes)\s?\d*"
    r"|\b\d+\s+(?:yes|ayes?),?\s+\d+\s+(?:no|nays?)\b|\baye\W{1,3}\d": 4,
    r"\bmotioned\b|\bunanimously\s+(?:carried|approved)\b|\ball\s+(?:voted\s+)?yes\b"
    r"|\bmade\s+the\s+motion\b": 2,
    r"\b(?:were|was)\s+(?:also\s+)?present\b|\b(?:members\s+)?present\s*:"
    r"|\bin\s+attendance\b|\babsent\s*:": 1,
    r"\b(?:stated|reported|explained|asked|thanked|made\s+a\s+motion|moved\s+to)\b": 1,
}
_PAST_RULES = [(re.compile(p, re.I if "A-Z" not in p else 0), w) for p, w in _PAST.items()]
_NOT_TITLE = re.compile(
    r"\b(?:approv\w*|accept\w*|adopt\w*|previous|prior|reading|review|correct\w*|dispense"
    r"|motion|of\s+the\s+last|minutes?\s+(?:of|from|for)\s+(?:the\s+)?\w+\s+\d)\b|^(?:\d+"
    r"|[a-z])[.)]",
    re.I,
)
_TITLES = {
    "transcript": re.compile(r"\btranscripts?\b|\bverbatim\b|\bclosed caption", re.I),
    "packet": re.compile(r"\b(?:agenda|board|meeting|council)\s+packet\b|\bpacket\b", re.I),
    "minutes": re.compile(r"\bminutes\b|\bproceedings\b|\bjournal\b", re.I),
    "agenda": re.compile(
        r"(?<!posting of the )\bagenda\b|\border\s+of\s+business\b|\bwarrant\s+for\s+(?:the\s+)?"
        r"(?:\w+\s+){0,3}meeting\b",
        re.I,
    ),
    "notice": re.compile(r"\b(?:public\s+|legal\s+)?notice\b", re.I),
    "resolution": re.compile(
        r"^(?:joint\s+)?(?:resolution|ordinance)\s+(?:no\b|number|#|\d)|^a\s+resolution\b", re.I
    ),
}
# A heading inside of minutes as of agendas: what is done with the agenda, and parts of one.
_PART_OF_ONE = re.compile(
    r"\b(?:consent|omnibus|regular|action|discussion|supplemental|administrative|non-?)[ -]agenda\b"
    r"|\b(?:changes?|additions?|amendments?|revisions?|modifications?|deletions?|corrections?|adjustments?"
    r"|setting|order|review|acceptance|confirmation|amend|set)\s+(?:\w+\s+){0,3}?(?:to|of|the)\s+"
    r"(?:the\s+)?(?:meeting\s+)?agenda\b|\bagenda\s+(?:changes?|additions?|amendments?|items?|review|approval)\b",
    re.I,
)
# Titles of minutes that say so in other words; too common to count without something told.
_RECORD = re.compile(
    r"\b(?:records?|summary|report|synopsis|notes|doings)\s+of\s+(?:the\s+)?(?:official\s+|board\s+"
    r"|council\s+)?(?:actions?|decisions?|votes|(?:\w+\s+){0,3}meeting)\b"
    r"|\b(?:meeting|action|decision|vote)s?\s+(?:notes|record|summary|report|log|synopsis)\b"
    r"|\bsynopsis\b|\bdoings\b|\brecord\s+of\s+votes\b",
    re.I,
)
_RECORD_LINES = 8
# "Minutes of a regular meeting of the city council of the city of ...": a title of any length.
_LONG_TITLE = re.compile(
    r"^(?:official\s+|draft\s+|regular\s+)*(?:minutes|proceedings|journal|agenda)\s+(?:of|for)\s+(?:an?|the)\b",
    re.I,
)
_TITLE_WORDS, _LONG_TITLE_WORDS = 14, 40
_ORDER = ("packet", "transcript", "minutes", "agenda", "notice", "resolution")
_IN_NAMES = (
    ("transcript", r"transcript|whisper"),
    ("packet", r"packet"),
    ("minutes", r"minutes|\bmins?\b"),
    ("agenda", r"agenda"),
    ("notice", r"notice|cancel"),
    ("resolution", r"\bresolution|\bres\b"),
)
_ENACTS = re.compile(
    r"\b(?:be\s+it\s+(?:further\s+)?(?:resolved|ordained|enacted)|whereas|now,?\s+therefore)\b",
    re.I,
)
# A running foot names the document on every page, also where its first page is lost.
_FOOT = re.compile(
    r"^[ ]*(?:\w+\s\d{1,2},\s\d{4}\W{1,3})?(?:[A-Z][\w']*\W{1,3}){1,6}"
    r"(?P<kind>Minutes|Agenda)\W{1,3}(?:Page|Pag\w?|P)\W{0,2}\d{1,3}[ ]*$",
    re.M,
)
# A town meeting's warrant, and an agenda that never calls itself one.
_WARRANT = re.compile(r"\bto\s+see\s+if\s+the\s+(?:town|district|voters)\s+will\s+vote\b", re.I)
_ORDER_OF_BUSINESS = (
    re.compile(r"\bapproval\s+of\s+(?:the\s+)?(?:\w+\s+)?minutes\b", re.I),
    re.compile(r"\bcall\s+to\s+order\b|\bwelcome\b|\bpledge\s+of\s+allegiance\b", re.I),
    re.compile(r"\broll\s+call\b|\bpublic\s+comments?\b|\binvocation\b", re.I),
    re.compile(r"\b(?:old|new|unfinished)\s+business\b|\badjourn(?:ment)?\b", re.I),
)
PACKET_PAGES = 12
_LEVEL, _SURE = 3, 5


def past_tense(text: str) -> int:
    """How much is told as having happened; 5 and above is a record beyond doubt."""
    told = sum(weight for pattern, weight in _PAST_RULES if pattern.search(text))
    return told if told >= _SURE or not recorded(text) else _SURE


def kind_of(text: str, name: str, pages: int, *, captions: bool = False) -> str:
    """agenda | minutes | packet | notice | resolution | transcript | other | unknown.

    captions: whether the file is one of captions, which are a transcript whatever they say.
    """
    if captions:
        return "transcript"
    titles = _titles(text)
    named = _named(name)
    past = past_tense(text)
    if past >= _SURE and titles[:1] == ["agenda"] and not _called_agenda(text):
        titles = titles[1:]
    if past and not titles and _called_a_record(text):
        titles = ["minutes"]
    if _is_transcript(text, titles, named):
        return "transcript"
    if _is_resolution(text, titles):
        return "resolution"
    if named != "minutes" and (
        "packet" in titles[:2] or named == "packet" or _bound(titles, named, past, pages)
    ):
        return "packet"
    foot = _FOOT.search(text)
    if foot and past and foot["kind"] == "Minutes" and named != "agenda":
        return "minutes"
    if past >= _LEVEL and ("minutes" in titles or named == "minutes" or titles[:1] != ["agenda"]):
        return (
            "minutes" if past >= _SURE or "minutes" in titles or named == "minutes" else "unknown"
        )
    return _untold(text, titles, named, past)


def _untold(text: str, titles: list[str], named: str | None, past: int) -> str:
    """The kind of a document that tells little or nothing in the past tense."""
    if titles[:1] == ["minutes"] and past >= 1:
        return "minutes"
    if "agenda" in titles or named == "agenda":
        return "agenda"
    if "notice" in titles or named == "notice":
        return "notice"
    if named == "minutes" or "minutes" in titles:
        return "minutes"
    return named or ("agenda" if _announces(text, past) else "unknown")


def _announces(text: str, past: int) -> bool:
    """A warrant, or the order of business of a meeting to come, under no title that says so."""
    if _WARRANT.search(text):
        return True
    return past < 2 and _in_order_of_business(text)


def _in_order_of_business(text: str) -> bool:
    return sum(1 for sign in _ORDER_OF_BUSINESS if sign.search(text[:6000])) >= 3


def evidence(text: str, name: str, kind: str) -> tuple[int, int, str]:
    """Where the document says that it is of this kind, and by which sign."""
    sign = _TITLES.get(kind)
    for line in head(text):
        if sign and sign.search(line.text) and not _NOT_TITLE.search(line.text):
            return line.start, line.end, "title"
    foot = _FOOT.search(text)
    if foot and foot["kind"].lower() == kind:
        return foot.start(), foot.end(), "running foot"
    if _named(name) == kind:
        return 0, 0, "file name"
    return 0, 0, "what it tells" if past_tense(text) else "its order of business"


def _titles(text: str) -> list[str]:
    """Kinds named by the head lines, in the order in which they are printed."""
    out: list[str] = []
    for line in head_lines(text):
        for kind in _ORDER:
            if kind in ("minutes", "agenda") and _NOT_TITLE.search(line):
                continue
            longest = _LONG_TITLE_WORDS if _LONG_TITLE.match(line.strip()) else _TITLE_WORDS
            named = _TITLES[kind].search(line) is not None and len(line.split()) <= longest
            if named and kind not in out:
                out.append(kind)
    return out


def _called_agenda(text: str) -> bool:
    """Whether a line calls the document an agenda, not a part of it ("CONSENT AGENDA")."""
    lines = (line for line in head_lines(text) if not _NOT_TITLE.search(line))
    return any(_TITLES["agenda"].search(_PART_OF_ONE.sub("", line)) for line in lines)


def _called_a_record(text: str) -> bool:
    lines = head_lines(text)[:_RECORD_LINES]
    return any(_RECORD.search(line) and not _NOT_TITLE.search(line) for line in lines)


def _named(name: str) -> str | None:
    plain = re.sub(r"[_+%-]", " ", name.rsplit("/", 1)[-1].lower())
    return next((kind for kind, word in _IN_NAMES if re.search(word, plain)), None)


def _is_transcript(text: str, titles: list[str], named: str | None) -> bool:
    if named == "transcript" or titles[:1] == ["transcript"] or in_turns(text):
        return True
    # Talk without speakers: letters and long remarks are bound into agendas and minutes as well.
    return not titles and named in (None, "transcript") and talked(text)


def _is_resolution(text: str, titles: list[str]) -> bool:
    """One enactment by itself; minutes of a body that acts by resolution print many of them."""
    enacts = len(_ENACTS.findall(text[:3000])) >= 2 and not {"minutes", "agenda"} & set(titles)
    named = titles[:1] == ["resolution"] and not _in_order_of_business(text)
    return (named or enacts) and not recorded_in_enactments(text)


def _bound(titles: list[str], named: str | None, past: int, pages: int) -> bool:
    """An agenda with other documents bound behind it: long, opening as an agenda, yet telling."""
    opens = titles[:1] == ["agenda"] or (named == "agenda" and "minutes" not in titles[:1])
    return opens and past >= _LEVEL and (pages >= PACKET_PAGES)
