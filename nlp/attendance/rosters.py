"""Members printed behind the body's own name, without a word of presence: "Council: Odell, Ito".

Owns that layout, also of delegates beside the towns that sent them, which counts only where minutes
say in no other way who was there.
"""

from __future__ import annotations

import re

from nlp.attendance import names
from nlp.attendance.seen import PRESENT, Seen
from nlp.people import NAME

_SENT = r"delegates|representatives|town members"
_BODY = (
    r"(?:(?:city|town|borough|township|village|county|school)\s+)?(?:council|board|commission|court"
    r"|select\s?board|select\s?men|committee|assembly|jury)(?:[ -]?(?:members?|men|persons?|ors))?"
    r"|(?:board\s+|council\s+|committee\s+)?(?:members|commissioners|supervisors|trustees|directors"
    r"|councill?ors|alder(?:men|persons)|magistrates|jurors|legislators|assessors)"
    rf"|(?:voting\s+)?members|quorum|{_SENT}"
)
_ROSTER = re.compile(rf"^[ ]*(?P<body>{_BODY})[ ]*:[ ]*(?P<names>[^\n]{{5,400}})$", re.I | re.M)
_END = re.compile(r"(?<=[a-z)])(?<!\bSt)(?<!\b[MDJS]r)(?<!\bMs)(?<!\bMrs)\.(?=\s+[A-Z(]|\s*$)")
_SAYS = re.compile(
    r"\b(?:moved|seconded|approved|voted|discuss\w*|will|would|has|have|was|said|thank\w*|report\w*"
    r"|meeting|none)\b",
    re.I,
)
_PLACE = r"(?:St\. )?[A-Z][\w'-]*(?: [A-Z][\w'-]*){0,2}"
_SIDES = (
    re.compile(rf"(?P<name>{NAME})/{_PLACE}"),
    re.compile(rf"(?:^|[;,.]\s*){_PLACE}\s*(?:-+|:)\s*(?P<name>{NAME})"),
)
"""A delegate and the town: "Ann Odell/Exampleton", "Exampleton - Ann Odell"."""
_SAID = re.compile(r"(?:,[^,;.()]{2,20})?\s*(\([^()\n]{2,40}\))?")
_TOP, _FEWEST = 2500, 3


def rosters(text: str, group: int) -> list[Seen]:
    """The members of the first such list at the top of the text; [] where there is none."""
    for match in _ROSTER.finditer(text[:_TOP]):
        rule = f"list under '{' '.join(match['body'].lower().split())}', no word of presence"
        found = _sent(match, rule, group)
        listed = _END.split(match["names"], maxsplit=1)[0]
        if not found and not _SAYS.search(listed):
            found = names.entries(listed, match.start("names"), PRESENT, rule, group,
                                  staff=False, members=True)  # fmt: skip
        if len(found) >= _FEWEST:
            return found
    return []


def _sent(match: re.Match[str], rule: str, group: int) -> list[Seen]:
    """Delegates with their towns, where the list has at least as many as make a roster."""
    if not re.fullmatch(_SENT, " ".join(match["body"].lower().split())):
        return []
    words, base = match["names"], match.start("names")
    for side in _SIDES:
        hits = list(side.finditer(words))
        if len(hits) < _FEWEST:
            continue
        out: list[Seen] = []
        for hit in hits:
            said = _SAID.match(words, hit.end())
            note = said[1] or "" if said else ""
            out += names.entries(f"{hit['name']} {note}", base + hit.start("name"), PRESENT, rule,
                                 group, staff=False, members=True)  # fmt: skip
        return out
    return []
