"""Whether a motion that names the matter moves something beside the agreement itself.

Owns the words for it: money, papers, hearings, other people's laws. Decides nothing: such a motion
is no vote on the agreement, and may still be one, so a person looks.
"""

from __future__ import annotations

import re

_MATTER = re.compile(
    r"287\s*\(?\s*g\b\)?|1357\s*\(?g|\bI\.?C\.?E\b\.?|\bimmigration\b|\bhomeland security\b|\bDHS\b"
    r"|\btask force model\b|\bTFM\b|\bwarrant service\b|\bWSO\b|\bjail enforcement\b|\bJEM\b",
    re.IGNORECASE,
)

# The clause that moves it: "accept the report and approve the agreement" is about the agreement.
_CLAUSE = re.compile(
    r"[,;]?\s\band(?: to| further)* (?=(?:approv|adopt|authoriz|accept|ratif|enter|execut|sign\b))",
    re.IGNORECASE,
)
_OPENER = re.compile(
    r"\b(?:mov(?:ed?|ing)|motion(?:ed)?)\b.*?\b(?:to|that)\b", re.IGNORECASE | re.S
)

_VERBS = (
    r"pay|purchase|buy|spend|fund|transfer|allocate|appropriate|reimburse|attend|send|mail|hire"
    r"|appoint|designate|name|amend|draft|prepare|seek|ask|request|require|urge|study|review"
    r"|research|investigate|explore|consult|discuss|schedule|hold|invite|hear|post|publish"
    r"|advertise|introduce|place|put|add|limit|refer|forward|receive|acknowledge|thank|commend"
    r"|recognize|recommend|reconsider|poll|survey|obtain|commission"
)
_NOUNS = (
    r"training|travel|mileage|lodging|expenses?|costs?|purchase|payments?|invoices?|bills payable"
    r"|reports?|letters?|polic(?:y|ies)|budget|overtime|stipends?|salar(?:y|ies)|equipment"
    r"|laptops?|computers?|vehicles?|software|job description|coordinator|liaison|minutes"
    r"|memo|resignation|appointment|hearing|forum|town hall|workshop|seminar|conference"
    r"|presentation|comments?|debate|discussion|insurance|legal opinion|opinion|cop(?:y|ies)"
    r"|right[- ]to[- ]know|records request|house bill|senate bill|h\.?b\.? \d+|s\.?b\.? \d+"
    r"|the bill\b|legislation|ballot|referendum|survey|reimbursements?|funding|funds|donation"
    r"|first reading|rules|a committee|subcommittee|study|agenda\b(?! item)"
)
_BEFORE = re.compile(
    rf"^(?:and |also |further )*(?:{_VERBS})\b"
    rf"|\bto (?:{_VERBS}|negotiate(?! and (?:enter|execute|sign)))\b"
    rf"|\b(?:{_NOUNS})\b"
    r"|\b(?:a|the|federal|state) grant\b|\bgrant (?:of|from|application|funds?|money)\b"
    r"|\brequests? (?:for|from)\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"^\W*(?:(?:program|agreement|initiative)(?:'s|\u2019s)?\W+)?"
    r"(?:training|equipment|hearing|coordinator|liaison|duties|expenses?|costs?|overtime|policy"
    r"|reports?|invoices?|reimbursements?|workshop|seminar|presentation|discussion|stipends?"
    r"|funding|budget|resolution by)\b",
    re.IGNORECASE,
)
_ITSELF = re.compile(r"287\s*\(?\s*g\b|1357\s*\(?g", re.IGNORECASE)
# Other dealings with the same offices: beds, office space, other programmes.
_OTHER = re.compile(
    r"\bintergovernmental services? agreement\b|\bIGSA\b|\bbasic ordering agreement\b"
    r"|\bdetention (?:beds?|space|services?|facilit\w+|center)\b|\bbed space\b"
    r"|\bhous(?:e|ing)(?: of)?(?: \w+){0,2} (?:detainees|inmates|prisoners)\b|\bdetainees\b"
    r"|\bleases?\b|\boffice space\b|\bstonegarden\b|\be-?verify\b|\bSAVE (?:program|verification)\b"
    r"|\bhomeland security investigations\b|\bHSI\b|\bborder protection\b",
    re.IGNORECASE,
)
# A committee's vote, told in the minutes of the whole body.
_PART = re.compile(
    r"\b(?:sub-?committee|committee|panel|task force)\s+(?:has |had |have |also )?"
    r"(?:voted|approved|recommend(?:ed|s)|adopted|endorsed)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\bwithout (?:\S+ ){0,4}(?:approval|consent|vote|authorization)\b"
    r"|\b(?:require|provided) that any\b|\bprior to any\b",
    re.IGNORECASE,
)


def aside(text: str) -> str:
    """The words by which a motion may move something beside the agreement, "" where there are none.

    text: the motion as printed. Words count up to the first that names the matter, and right
    behind it; where nothing names it (the heading does), the whole motion counts.
    """
    if found := _CONDITION.search(text) or _PART.search(text):
        return found[0]
    if not _ITSELF.search(text) and (found := _OTHER.search(text)):
        return found[0]
    proposal = _proposal(text)
    named = _MATTER.search(proposal)
    before = proposal[: named.start()] if named else proposal.split(". ")[0]
    clause = _CLAUSE.split(before)[-1].strip()
    if found := _BEFORE.search(clause):
        return found[0].strip()
    behind = _BEHIND.search(proposal[named.end() :]) if named else None
    return behind[0].strip() if behind else ""


def _proposal(text: str) -> str:
    """What is moved: the words behind "moved to", "moved that"."""
    opener = _OPENER.search(text)
    return text[opener.end() :].strip() if opener else text
