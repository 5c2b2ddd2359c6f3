"""Offices as printed beside a name: which make an officer of the body, which a member of its staff.

Owns these words. A mayor or secretary named among the members is taken for one of them.
"""

from __future__ import annotations

import re

from nlp.people import TITLE

_PLACE = (
    r"(?:Borough|City|Town|Township|Village|County|Parish|District|Municipal|Board|School"
    r"|Deputy|Assistant|Asst\.?|Acting|Interim|General|Executive|Senior|Chief|Recording|Vice)"
)
_WORK = (
    r"(?:Police|Fire|Fiscal|Finance|Public Works|Planning|Parks|Recreation|Utilit(?:y|ies)|Building"
    r"|Road|Human"
    r" Resources|Community Development|Zoning|Code(?: Enforcement)?|Emergency|Highway|Water"
    r"|Sewer|Street"
    r"|Financial|Operating|Administrative|Executive|Business|IT|Library|Economic Development"
    r"|Housing"
    r"|Health|Accounting|Program|Project|Communications)"
)
_STAFF = (
    r"Solicitor|Manager|Administrator|Attorney|Counsel|Engineer|Clerk(?:[-/ ]+Treasurer)?|Sheriff"
    r"|Sec(?:retary)?\.?\s?/\s?Treas(?:urer)?\.?|Chief(?: of Police| of Staff| Deputy)?"
    r"|Superintendent|Planner"
    r"|Recorder|Stenographer|Auditor|Road\s?master|Foreman|Officer|Inspector|Coordinator"
    r"|Sergeant(?: at Arms)?"
    r"|Lieutenant|Captain|Sgt\.?|Lt\.?|Capt\.?|Det\.?|Detective|Deputy|Controller|Comptroller"
    r"|Accountant|Intern"
    r"|Parliamentarian|Assistant|Librarian|Reporter|Recording Secretary|Consultant|Architect"
    r"|Surveyor"
    r"|Technician|Specialist|Analyst|Secretary to the \w+|Student(?: Representative| Member"
    r"| Trustee| Director)?"
    r"|CEO|CFO|Visitor|Guest|Resident|Bookkeeper|Custodian|Constable|Liaison|Advis[oe]r|Ranger"
    r"|Marshal"
)
STAFF = (
    rf"(?:{_PLACE} ){{0,3}}(?:{_WORK} ){{0,2}}(?:{_STAFF})"
    rf"|(?:{_PLACE} ){{0,2}}(?:{_WORK}(?: (?:and|&) {_WORK})? )(?:Director|Supervisor|Secretary"
    rf"|Commissioner)"
    r"|(?:Borough|City|Town|Township|Village|County|Recording|Executive|Administrative) "
    r"(?:Secretary|Treasurer)(?:[-/ ]+Treasurer)?"
    r"|Director of [A-Z]\w+(?: (?:and |& )?[A-Z]\w+){0,3}|Superintendent of [A-Z]\w+"
)
_OFFICER = (
    r"(?:Deputy |Acting |Interim |Council |Board |Committee |Commission |1st |2nd |First "
    r"|Second |Co-)*"
    r"(?:Mayor(?: Pro[- ]?Tem(?:pore)?)?|Vice[- ]?(?:Mayor|President|Chair(?:man|woman|person)?)"
    r"|President(?: Pro[- ]?Tem(?:pore)?)?|Chair(?:man|woman|person|lady)?|Speaker|Burgess"
    r"|Secretary(?: ?/ ?Treasurer)?|Treasurer|Moderator|Pro[- ]?Tem(?:pore)?|Clerk Pro Tem"
    r"|(?:County )?Judge(?:[/ -]+Executive)?)"
)
_ANY = (
    rf"(?:{STAFF}|{_OFFICER}|{TITLE}|(?:Citizen|Public|Alternate|Voting) Member"
    r"|Jurors?|Members?|Selectmen|Magistrates|Squires|Legislators"
    r"|Alderpersons|Jr\. Member|Non-voting Member)"
)
_PLURAL = re.compile(
    r"(?:council ?(?:members|men|women|persons)|(?:board |committee |commission )?members|jurors"
    r"|commissioners|supervisors|trustees|directors|aldermen|alderwomen|alderpersons|selectmen"
    r"|messrs\.?|councill?ors|magistrates|squires|legislators|mmes\.?)",
    re.I,
)
_BEFORE = re.compile(
    rf"(?i:(?:the\s+)?(?P<office>{_ANY}(?:\s*[/,&]?\s+{_ANY}){{0,2}}))\.?[\s:]+(?=[A-Z])"
)
_ALONE = re.compile(rf"(?:the\s+)?{_ANY}(?:\s*(?:[/&,]|and|of the)\s*{_ANY}){{0,2}}", re.I)
_WORKED = re.compile(
    r"(?:[A-Z][\w&'./-]*\s+){1,6}(?:Manager|Mgr|Admin(?:istrator)?|Director|Attorney|Counsel"
    r"|Engineer|Supervisor|Sup|Superintendent|Secretary|Treasurer|Clerk|Officer|Customer|Visitor"
    r"|Resident|Department|Dept|Coordinator|Specialist|Assistant|Planner|Inspector|Representative"
    r"|Liaison|LLC|Inc|Engineering|Associates|Staff|Services)\.?"
    r"|(?:Engineering|Accountant|Press|Media|Staff|Attorney at Law)"
)
_NUMBER = r"(?:\d{1,2}(?:st|nd|rd|th)?|[IVX]{1,4}|[A-Z]|first|second|third|fourth|fifth|sixth)"
_AREA = r"(?:district|ward|precinct|seat|place|position|zone|division|post|region|area)"
_SEAT = re.compile(
    rf"(?:{_AREA}s?\s+(?:no\.?\s*)?{_NUMBER}|{_NUMBER}\s+{_AREA}|[DWP]-?\d{{1,2}}"
    r"|at[- ]large(?:\s+(?:member|seat))?)\b",
    re.I,
)
_SEAT_NAMED = re.compile(r"(?:[A-Z][\w'.-]*\s+){1,3}(?i:district|ward|precinct|division)")
_BEHIND_SEAT = re.compile(r"[\s:,-]+(?=[A-Z])")
_STAFF_RE = re.compile(rf"\b(?:{STAFF})\b", re.I)
_OFFICER_RE = re.compile(rf"\b{_OFFICER}\b", re.I)


def seat(text: str) -> bool:
    """Whether the words name whom one sits for: "Ward 2", "At-Large", "North Fork District"."""
    words = " ".join(text.split()).strip(" .,-")
    return _SEAT.fullmatch(words) is not None or _SEAT_NAMED.fullmatch(words) is not None


def without_seat(text: str) -> str:
    """ "District 1 Commissioner Odell" without the seat it opens with."""
    opening = _SEAT.match(text)
    behind = _BEHIND_SEAT.match(text, opening.end()) if opening else None
    return text[behind.end() :] if behind else text


def before(text: str) -> tuple[str | None, str]:
    """The office that stands before a name, and the rest; (None, text) without one."""
    match = _BEFORE.match(text)
    return (match["office"], text[match.end() :]) if match else (None, text)


def alone(text: str) -> bool:
    """Whether the words are an office and nothing else, also one of an unknown department."""
    words = " ".join(text.split()).strip(" .,")
    return _ALONE.fullmatch(words) is not None or _WORKED.fullmatch(words) is not None


def plural(office: str) -> bool:
    """Whether an office stands for all the names that follow ("Supervisors A, B and C")."""
    return _PLURAL.fullmatch(office.strip(" :")) is not None


def staff(office: str | None) -> bool:
    """Whether an office is one of the staff's."""
    if office is None or _OFFICER_RE.fullmatch(office.strip(" .,:")):
        return False
    return _STAFF_RE.search(office) is not None or _WORKED.fullmatch(office) is not None


def shown(office: str | None) -> str | None:
    """The office worth keeping: an officer's or one of the staff; None for a plain member."""
    if office is None:
        return None
    known = staff(office) or _OFFICER_RE.search(office)
    return " ".join(office.split()).strip(" .,:") if known else None
