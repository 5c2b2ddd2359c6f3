"""The form of a motion: main, amendment, substitute, reconsideration or procedural.

Owns the words that tell it, from the opener and the first words of the proposal.
"""

from __future__ import annotations

import re

_SUBSTITUTE = re.compile(r"\bsubstitut\w+", re.I)
_RECONSIDER = re.compile(r"^\W*(?:to\s+)?reconsider\w*|\breconsideration\s+of\b", re.I)
_AMENDMENT = re.compile(
    r"^\W*(?:to\s+)?amend\s+(?:the\s+)?(?:main\s+|original\s+|foregoing\s+)?(?:motion|by|to)\b",
    re.I,
)
_OPENS_AMENDMENT = re.compile(
    r"\bamendment\b|\bmotion\s+to\s+amend\b(?!\s+(?:the\s+)?\w*\s*(?:budget|ordinance"
    r"|code))",
    re.I,
)
_PROCEDURAL = re.compile(
    r"^\W*(?:to\s+|that\s+(?:the\s+)?)?(?:adjourn\w*|recess\w*|table\b|postpone\b"
    r"|continue\s+the\s+(?:hearing|meeting|item)"
    r"|(?:go|enter|move|return|come|convene|exit|reconvene|retire)\s+(?:in|out|back)?(?:to"
    r"|of)?\s*(?:an?\s+|the\s+)?(?:executive"
    r"|closed|regular|open)|close\s+(?:the\s+)?(?:public|hearing|debate|nominations)"
    r"|open\s+(?:the\s+)?(?:public|hearing)"
    r"|suspend\s+the\s+rules|(?:call|move)\s+the\s+(?:previous\s+)?question|limit\s+debate"
    r"|divide\s+the"
    r"|(?:remove|take)\s+.{0,30}from\s+the\s+table|waive\s+the\s+reading|excuse\b)",
    re.I,
)


def form(opener: str, proposal: str) -> str:
    """main | amendment | substitute | reconsideration | procedural."""
    lead = " ".join(proposal.split())[:200]
    if _RECONSIDER.search(lead) or _RECONSIDER.search(opener):
        return "reconsideration"
    if _SUBSTITUTE.search(opener) or _SUBSTITUTE.search(lead[:60]):
        return "substitute"
    if _OPENS_AMENDMENT.search(opener) or _AMENDMENT.search(lead):
        return "amendment"
    return "procedural" if _PROCEDURAL.search(lead) else "main"
