"""Motions that run the meeting itself, which no agenda has to list one by one.

Owns their kinds: minutes, bills, treasurer's report, agenda, recess, executive session, hearing,
tabling, adjournment. 65 Pa.C.S. 703 defines "official action" by agency business; these are none.
"""

from __future__ import annotations

import re

from audit.off_agenda.values import Moved

_LEAD = r"^.{0,160}?\b"
_TAKES = r"(?:approv|accept|adopt|dispens|correct|amend|waiv)\w*"
_PAID = (
    r"(?:bills?|invoices?|payables|payroll|warrants?|vouchers|disbursements|expenditures list"
    r"|list of checks|checks (?:paid|written|issued))"
)
_KINDS = (
    ("approves minutes", rf"{_TAKES}\b.{{0,60}}\bminutes\b"),
    ("approves minutes", rf"\bminutes\b.{{0,60}}\b{_TAKES}"),
    ("pays bills", rf"(?:pay|approv|ratif|authori[sz])\w*\b.{{0,60}}\b{_PAID}\b"),
    ("takes a financial report", r"(?:treasurer\S*|financial|bank balance)\s+(?:report|statement)"),
    ("ends the meeting", r"adjourn\w*"),
    ("interrupts the meeting", r"recess\b"),
    ("concerns a closed session", r"(?:executive|closed)\s+session"),
    ("concerns a closed session", r"(?:reconvene|return|back)\b.{0,40}\bsession"),
    ("certifies a closed session", r"certif\w+\b.{0,100}\b(?:knowledge|open meeting requirements)"),
    ("sets the agenda", r"(?:approv|adopt|accept|amend|add|revis|chang)\w*\b.{0,80}\bagenda\b"),
    ("sets the agenda", r"\bagenda\b.{0,40}\b(?:approved|adopted|amended|as (?:presented|posted))"),
    ("sets the agenda", r"(?:remov|strik|pull)\w*\b.{0,20}(?:#|\bitems?|\bnumber|\bno\.)\s*\d"),
    ("sets the agenda", r"suspend\w*\s+the\s+(?:rules|order of business)"),
    ("opens or closes a hearing", r"(?:open|close)\w*\b.{0,30}\b(?:public\s+)?(?:hearing|comment)"),
    ("ends the debate", r"(?:call\w*|move\w*)\s+(?:for\s+)?the\s+(?:previous\s+)?question"),
    ("excuses an absence", r"excus\w+\b.{0,60}\b(?:absen\w+|member|council\w*|from)"),
    ("puts the matter off", r"(?:to (?:table|postpone|defer)|lay\b.{0,40}\bon the table)\b"),
)  # fmt: skip
_RULES = tuple(
    (why, re.compile(_LEAD + pattern, re.IGNORECASE | re.DOTALL)) for why, pattern in _KINDS
)
# Adding to the consent *agenda*, or approving it, is a vote on what stands in it.
_CONSENT = re.compile(r"\bconsent\s+(?:agenda|calendar|items?|list|docket)\b", re.IGNORECASE)
_UNVOTED = frozenset({"no_second", "withdrawn"})
_ADDS = re.compile(
    r"\b(?:add|amend|place|put|include|insert)\w*\b[^.;]{0,160}\b(?:to|on|the|onto|tonight's)\s+"
    r"(?:the\s+|tonight's\s+|this\s+|evening's\s+)*agenda\b"
    r"|\bagenda\b[^.;]{0,60}\b(?:amended|revised|changed)\s+to\s+(?:add|include)\b",
    re.IGNORECASE,
)
"""A motion that puts a matter on the agenda at the meeting."""


def routine(motion: Moved) -> str:
    """Why a motion is not counted, in the words of a report; "" where it is an official action."""
    if motion.result in _UNVOTED:
        return "no vote was taken on it"
    said = " ".join((motion.quote or motion.text).split())
    if _CONSENT.search(said):
        return ""
    if motion.direction == "postpone":
        return "it puts the matter off"
    return next((f"it {why}" for why, rule in _RULES if rule.search(said)), "")


def about_consent(motion: Moved) -> bool:
    """Whether the motion is on the consent agenda as a whole or in part."""
    return bool(_CONSENT.search(motion.quote) or _CONSENT.search(motion.text[:400]))


def adds(text: str) -> bool:
    """Whether words put a matter on the agenda at the meeting itself."""
    return bool(_ADDS.search(" ".join(text.split())))
