"""A printed list of people cut into its entries: name, office, and what is said of each.

Owns the cut; which list it is (members, staff, absent) is the caller's to know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from nlp import times
from nlp.attendance import titles
from nlp.attendance.seen import ABSENT, LATE, LEFT, REMOTE, Seen
from nlp.particles import PARTICLES
from nlp.people import NOT_NAMES, bare, capital

_CUT = re.compile(r"\s*(?:[,;&]|\band\b|\n|[ ]{2,}|\s/\s|\u2022|\uf0b7)\s*", re.I)
# Some exports put two blanks between all words.
_CUT_WIDE = re.compile(r"\s*(?:[,;&]|\band\b|\n|[ ]{4,}|\s/\s|\u2022|\uf0b7)\s*", re.I)
_WIDE, _NARROW = re.compile(r"(?<=\S)[ ]{2,3}(?=\S)"), re.compile(r"(?<=\S)[ ](?=\S)")
_MARKED = re.compile(r",[ ]*(?:board[ ])?members?\b(?![ ]+[A-Z])", re.I)
_NOTE = re.compile(r"\([^()\n]{0,90}\)")
_DASH = re.compile(r"\s+-{1,2}\s+|\s*\.{3,}\s*|\s*:\s+")
_SUFFIX = re.compile(r"(?:Jr|Sr|II|III|IV|Esq|Ph\.?D|P\.?E|CPA|MMC|CMC)\.?", re.I)
_FAR = r"\b(?:zoom|tele\w*|phone|remote\w*|virtual\w*|video\w*|webex|teams|electronic\w*|online)\b"
_MARKS = (
    (REMOTE, re.compile(_FAR, re.I)),
    (LATE, re.compile(r"\b(?:arriv\w+|arr\.|late|joined|entered|came\s+in)\b", re.I)),
    (LEFT, re.compile(r"\b(?:left|departed|leaving)\b", re.I)),
    (
        ABSENT,
        re.compile(
            r"\b(?:absent|excused|not\s+(?:present|here))\b|^\([AE]\)|^[AE](?: [AE])?$", re.I
        ),
    ),
)
_STAFF_NOTE = re.compile(
    r"\b(?:non-?voting|ex[- ]officio|student|staff|advisory|alternate)\b", re.I
)
# "7 - Alderperson Odell" counts the list before it begins.
_BULLET = re.compile(
    r"^[\s\u2022\u00b7\u25aa\uf0b7o*-]*(?:\d{1,2}[.)]\s+|\(?\d{1,2}\)?\s+-{1,2}\s+)?(?=[A-Z])"
)
# "Odell here", "Ito-P", "Kern arrived at 7:10": what is said of one name in a list.
_TOLD = re.compile(
    r"(?P<name>[A-Z][^\d\n]{1,40}?)(?:\s+|\s*[-/]\s?)(?P<word>(?i:here|present|answering(?:\s+present)?"
    r"|absent|excused|(?:was\s+|were\s+)?(?:also\s+)?(?:arriv|join|came\s+in|enter|left\s|depart"
    r"|via\s|by\s+(?:phone|tele|video|zoom))[^\n]*)|[PAE])"
)
_LONE = re.compile(r"(?:here|present|absent|excused|(?-i:[PAE]))", re.I)
_STRAY = (
    "also late moved second seconded arrived title status presiding officers members none "
    "attendance others visitors guests staff attended aid"
)
_NO_NAMES = frozenset(_STRAY.split())
# A township whose clerk and treasurer are elected to its board lists them beside its supervisor.
_ELECTED = ("Supervisor", "Clerk", "Treasurer")
_LONG_LINE = 60
_MOST_WORDS = 4
_MOST = 60


@dataclass(frozen=True)
class _Piece:
    text: str
    start: int
    note: str
    comma: bool
    joined: bool


def entries(
    text: str,
    base: int,
    state: str,
    rule: str,
    group: int,
    *,
    staff: bool,
    indent: int = 0,
    members: bool = False,
) -> list[Seen]:
    """The people of one list. text: the list; base: where it starts in the document.

    indent: how far into its line the list starts; members: whether its label names members.
    """
    out: list[Seen] = []
    carried: str | None = None
    ahead_of: str | None = None
    # Where plain members are marked as such, a clerk among them is the body's own officer.
    own = members or _MARKED.search(text) is not None
    elected = all(re.search(rf"\b{title} [A-Z]", text) for title in _ELECTED)
    for piece in _pieces(text, indent):
        if len(out) >= _MOST:
            break
        if out and _LONE.fullmatch(piece.text):
            out[-1] = _noted(out[-1], piece.text)
            continue
        told = _TOLD.fullmatch(piece.text)
        said, plain = (told["word"], told["name"]) if told else ("", piece.text)
        words, office = _office_behind(titles.without_seat(plain))
        if titles.seat(words):
            continue
        if titles.alone(words) and not (piece.joined and (carried or members) and words.istitle()):
            if titles.plural(words):
                carried = words
            elif out and piece.comma and out[-1].office is None:
                out[-1] = _noted(_with_office(out[-1], words, own=own), said)
            elif not out and words.lower().startswith("the "):
                ahead_of = words
            continue
        ahead, rest = titles.before(words)
        carried = ahead if ahead and titles.plural(ahead) else None if ahead else carried
        name = _name(rest, titled=ahead is not None or carried is not None)
        if name is None:
            continue
        first, last = _place(name, piece.text)
        made = Seen(
            name,
            base + piece.start + first,
            base + piece.start + last,
            state,
            rule,
            group,
            staff=staff,
        )
        made = _with_office(
            made,
            ahead_of or office or ahead or carried,
            own=elected or (own and office is not None),
        )
        ahead_of = None
        out.append(_noted(made, f"{piece.note} {said}".strip()))
    return out


def _pieces(text: str, indent: int) -> Iterator[_Piece]:
    masked = _NOTE.sub(lambda m: "\x01" * len(m.group()), _unwrapped(text, indent))
    at, comma, joined = 0, False, False
    wide = len(_WIDE.findall(text)) > len(_NARROW.findall(text))
    for cut in [*(_CUT_WIDE if wide else _CUT).finditer(masked), None]:
        end = cut.start() if cut else len(masked)
        raw = masked[at:end]
        if raw.strip(" \x01.:-"):
            first = at + len(raw) - len(raw.lstrip())
            bullet = _BULLET.match(raw)
            first = max(first, at + bullet.end()) if bullet else first
            plain = masked[first:end].replace("\x01", " ").rstrip(" .,:-")
            yield _Piece(plain, first, _note(text, first, end), comma, joined)
        comma = cut is not None and cut.group().strip() in (",", "")
        joined = cut is not None and cut.group().strip().lower() == "and"
        at = cut.end() if cut else end


def _unwrapped(text: str, indent: int) -> str:
    """A long line runs on into the next, and so does any in a sentence; else lines end entries."""
    out, first = list(text), -indent
    prose = re.search(r"\band\b", text) is not None and text.count(",") >= text.count("\n")
    for match in re.finditer("\n", text):
        line = text[max(first, 0) : match.start()]
        long = match.start() - first >= _LONG_LINE or (prose and text[match.end() :].strip())
        if long and not line.rstrip().endswith((".", ":")):
            out[match.start()] = " "
        first = match.end()
    return "".join(out)


def _note(text: str, start: int, end: int) -> str:
    """What stands in brackets, or behind the name's dash, about one person."""
    piece = text[start:end]
    return " ".join([*_NOTE.findall(piece), *_DASH.split(piece)[1:]])


def _place(name: str, text: str) -> tuple[int, int]:
    """Where a name stands in its piece, however many blanks the piece has between words."""
    found = re.search(r"\s+".join(map(re.escape, name.split())), text)
    return found.span() if found else (0, len(text))


def _office_behind(text: str) -> tuple[str, str | None]:
    """ "Ann Odell - Mayor" cut in two; also "Chair: Ann Odell"."""
    parts = [part.strip() for part in _DASH.split(text, maxsplit=1)]
    if len(parts) == 2:
        if titles.seat(parts[0]):
            return parts[1], None
        if titles.alone(parts[0]) and not titles.alone(parts[1]):
            return parts[1], parts[0]
        if titles.alone(parts[1]):
            return parts[0], parts[1]
        return parts[0], None
    return text, None


def _with_office(seen: Seen, office: str | None, *, own: bool) -> Seen:
    beside = titles.staff(office) or bool(office and _STAFF_NOTE.search(office))
    if own and office and office.strip().lower() == "clerk":
        beside = False
    return replace(seen, office=titles.shown(office), staff=seen.staff or beside)


def _noted(seen: Seen, note: str) -> Seen:
    for state, mark in _MARKS:
        if mark.search(note):
            clocks = times.find(note)
            at = str(times.resolved(clocks[0], [])[0]) if clocks else None
            seen = replace(seen, state=state, at=at)
            break
    if _STAFF_NOTE.search(note):
        seen = replace(seen, staff=True)
    return seen


def _name(text: str, *, titled: bool) -> str | None:
    """A name, as printed; None for what is none. A title lets "Page" and "Motion" be names."""
    words = " ".join(text.split()).strip(" .,;:-")
    if (
        titled
        and re.fullmatch(r"[A-Z][A-Za-z'-]+", words)
        and words.lower() not in ("members", "present")
    ):
        return words
    if re.search(r"\d", words) or not capital(words or "-") or _SUFFIX.fullmatch(words):
        return None
    name = bare(words)
    if (
        words.lower() in _NO_NAMES
        or name is None
        or len(name.split()) > _MOST_WORDS
        or not capital(name)
    ):
        return None
    kept = [w for w in words.split() if w.lower().strip(".,") in NOT_NAMES]
    # "Ann Motion" is a name, "Public Comment" is none.
    if (
        kept
        and len(words.split()) == 2
        and words.split()[1] == kept[-1].strip()
        and words.istitle()
        and not re.search(r"\bmembers?$", words, re.I)
    ):
        return words if words.split()[0].lower() not in NOT_NAMES else None
    lower = [w for w in name.split() if w[0].islower() and w not in PARTICLES]
    return name if len(lower) <= 1 else None
