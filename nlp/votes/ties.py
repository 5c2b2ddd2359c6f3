"""The vote that breaks a tie, told behind the count ("The Mayor broke the tie by voting no").

Owns those wordings. A member's own vote in a list is another layout.
"""

from __future__ import annotations

import re

_OFFICE = r"(?:mayor|burgess|moderator|(?:vice[ -])?(?:president|chair\w*)|judge|reeve)"
OFFICE = re.compile(rf"(?:the\s+)?{_OFFICE}", re.I)
"""An office that one person holds, standing for a name."""
_SIDE = (
    r"(?:an?\s+|his\s+|her\s+|the\s+)?(?:(?:deciding|tie-?breaking)\s+)?(?:vote\s+)?[\"']?(?:(?P<yes>yes|yea|aye|for|in\s+favou?r"
    r"|in\s+the\s+affirmative)|(?P<no>no|nay|against|opposed|in\s+opposition|in\s+the\s+negative))\b"
)
_IN = r"(?:[^.;\n]|(?<=\bM[rs])\.|(?<=\bMrs)\.)"
_VOTING = r"(?:vot(?:ed|ing|es)|cast(?:ing)?|with|said)"
_BREAKS = rf"\b(?:broke|breaks?|breaking)\s+(?:the|this|that)\s+tie\b{_IN}{{0,40}}?\b{_VOTING}"
_TIED = (
    rf"\b(?:tie|tied|deadlock(?:ed)?)\b{_IN}{{0,120}}?[.;,]?\s*{_IN}{{0,60}}?\b{_OFFICE}\b"
    rf"{_IN}{{0,40}}?\b{_VOTING}"
)
_TO_BREAK = r"\bbreak(?:ing)?\s+(?:the|this|that)\s+tie\b"
_BROKEN = (
    re.compile(rf"{_BREAKS}\s+{_SIDE}", re.I),
    re.compile(rf"{_TIED}\s+{_SIDE}", re.I),
    re.compile(rf"\b{_OFFICE}\b{_IN}{{0,40}}?\b{_VOTING}\s+{_SIDE}{_IN}{{0,30}}?{_TO_BREAK}", re.I),
)
# Right behind a count that is even.
_BEHIND = re.compile(
    rf"[\s.;,)\]]*(?:the\s+)?{_OFFICE}\b(?:\s+[A-Z][\w'-]+)?\s+(?:then\s+)?voted\s+{_SIDE}", re.I
)
_LEAD = 60


def broken(block: str, at: int) -> str | None:
    """yes or no: the side of the vote that breaks the tie of a count that ends at `at`."""
    found = [_BEHIND.match(block, at)]
    found += [pattern.search(block, max(0, at - _LEAD)) for pattern in _BROKEN]
    match = next((one for one in found if one is not None), None)
    if match is None:
        return None
    return "yes" if match["yes"] else "no"
