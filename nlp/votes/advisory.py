"""Votes that do not count: student members, preferential votes.

Owns the words that mark them; what they mark is blanked before a vote is counted.
"""

from __future__ import annotations

import re

_ADVISORY = re.compile(
    r"\b(?:student\s+(?:board\s+)?(?:member|trustee|representative|advis[oe]r)s?|advisory\s+vote"
    r"|preferential\s+vote|youth\s+(?:member|advis[oe]r))\b[^.;\n]{0,120}"
    r"|[^.,;\n]{0,60}\((?:advisory|student|preferential|non-?voting)[^)\n]{0,30}\)[^.,;\n]{0,20}",
    re.I,
)


def blanked(block: str) -> str:
    """The block with advisory votes turned to spaces, of the same length."""
    return _ADVISORY.sub(lambda match: " " * len(match.group()), block)
