"""Members printed behind the body's own name, without a word of presence: "Council: Odell, Ito".

Owns that layout, which counts only where minutes say in no other way who was there.
"""

from __future__ import annotations

import re

from nlp.attendance import names
from nlp.attendance.seen import PRESENT, Seen

_BODY = (
    r"(?:(?:city|town|borough|township|village|county|school)\s+)?(?:council|board|commission|court"
    r"|select\s?board|select\s?men|committee|assembly|jury)(?:[ -]?(?:members?|men|persons?|ors))?"
    r"|(?:board\s+|council\s+|committee\s+)?(?:members|commissioners|supervisors|trustees|directors"
    r"|councill?ors|alder(?:men|persons)|magistrates|jurors|legislators|assessors)"
)
_ROSTER = re.compile(rf"^[ ]*(?P<body>{_BODY})[ ]*:[ ]*(?P<names>[^\n]{{5,400}})$", re.I | re.M)
_END = re.compile(r"(?<=[a-z)])(?<!\bSt)(?<!\b[MDJS]r)(?<!\bMs)(?<!\bMrs)\.(?=\s+[A-Z(]|\s*$)")
_SAYS = re.compile(
    r"\b(?:moved|seconded|approved|voted|discuss\w*|will|would|has|have|was|said|thank\w*|report\w*"
    r"|meeting|none)\b",
    re.I,
)
_TOP, _FEWEST = 2500, 3


def rosters(text: str, group: int) -> list[Seen]:
    """The members of the first such list at the top of the text; [] where there is none."""
    for match in _ROSTER.finditer(text[:_TOP]):
        listed = _END.split(match["names"], maxsplit=1)[0]
        if _SAYS.search(listed):
            continue
        rule = f"list under '{' '.join(match['body'].lower().split())}', no word of presence"
        found = names.entries(listed, match.start("names"), PRESENT, rule, group,
                              staff=False, members=True)  # fmt: skip
        if len(found) >= _FEWEST:
            return found
    return []
