"""Layout: a label of a side, then names, a count or both ("AYES: a, b", "No - 2").

Owns that one layout. Lists wrap over lines and end at the next label, a blank line, a heading or
the end of the sentence.
"""

from __future__ import annotations

import re

from nlp.people import names_in
from nlp.votes.values import Tally
from nlp.votes.words import LABEL, NUMBER, label_side, number

_OPEN = re.compile(
    r"(?:(?<=[\n;\[(,.:])|(?<=\] )|(?<=^)|(?<=\w ))[ ]*(?:(?:voting|vote|members? voting"
    rf"|those)\s+)?(?P<label>{LABEL})"
    r"(?:\s*\((?P<inner>\d{1,2})\))?(?P<sep>\s*[:=]\s*|\s*-{1,2}\s*|\s*\.{2,}\s*|\s{2,}|\n+)",
    re.I,
)
_COUNT = re.compile(
    rf"\(?(?P<n>{NUMBER})\b\)?\s*(?:votes?\b)?\s*[:-]?\s*(?=[(\[A-Z]|[,;.\])\n]|$|[a-z])", re.I
)
_STOP = re.compile(
    r"\n\s*\n|[\])]|;|\.(?=\s|$)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<!\bDr\.)"
    r"(?<!\b[A-Z]\.)(?<!\bSr\.)(?<!\bJr\.)"
    r"|\b(?:the )?motion\b|\bmoved\b|\bpassed\b|\bcarried\b|\bfailed\b|\bseconded\b|\bwhereupon\b",
    re.I,
)
_NOBODY = frozenset(("none", "no one", "n/a", "0"))
_LONGEST = 600
_STRONG = frozenset(("ayes", "noes", "nays", "yeas", "abstain", "abstentions"))


def read(block: str) -> Tally:
    """All labelled lists of a block. A lone "for" or "no" without a list is not a label."""
    opened = [m for m in _OPEN.finditer(block) if _plausible(block, m)]
    counts: dict[str, int] = {}
    names: dict[str, str] = {}
    end = 0
    for index, match in enumerate(opened):
        limit = opened[index + 1].start() if index + 1 < len(opened) else len(block)
        limit = min(limit, match.end() + _LONGEST)
        side = label_side(match["label"])
        stop = _read_one(block, match, limit, side, counts, names)
        end = max(end, stop)
    if not {"yes", "no"} & (counts.keys() | set(names.values())):
        return Tally()
    return Tally(counts, names, (), end)


def _read_one(
    block: str,
    match: re.Match[str],
    limit: int,
    side: str,
    counts: dict[str, int],
    names: dict[str, str],
) -> int:
    start = match.end()
    if match["inner"]:
        counts.setdefault(side, int(match["inner"]))
    count = _COUNT.match(block, start, limit)
    if count and not match["inner"]:
        counts.setdefault(side, number(count["n"]))
        start = count.end()
    # The names of a counted list may stand in brackets behind the count.
    start += len(block[start:limit]) - len(block[start:limit].lstrip(" :([-"))
    found = _STOP.search(block, start, limit)
    stop = found.start() if found else limit
    listed = names_in(block[start:stop])
    if not listed and block[start:stop].strip(" .,-\n").lower() in _NOBODY:
        counts.setdefault(side, 0)
    for name in listed:
        names.setdefault(name, side)
    return stop


def _plausible(block: str, match: re.Match[str]) -> bool:
    """Whether a label word really opens a list: by its form, or by the line it stands on."""
    label = " ".join(match["label"].lower().split())
    separator = match["sep"].strip()
    line_start = block.rfind("\n", 0, match.start("label")) + 1
    leads = not block[line_start : match.start("label")].strip(" [(")
    if separator.startswith((":", "=")):
        return label != "for" or leads
    if separator and not leads and label not in _STRONG:
        return False
    if separator:
        return label in _STRONG or leads
    return leads and label in _STRONG | {
        "aye",
        "nay",
        "yea",
        "no",
        "yes",
        "absent",
        "abstained",
        "opposed",
    }
