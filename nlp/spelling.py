"""How far two printed names are from being one person's, from their letters alone.

Owns the comparison of given names, initials, surnames and suffixes; knows no roster and no titles.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from nlp.particles import PARTICLES

DIFFERENT, NEAR, PART, SAME = range(4)
"""Nothing in common; a spelling apart; the one is a part of the other; equal."""

_SUFFIXES = {"jr": "jr", "sr": "sr", "ii": "2", "2nd": "2", "iii": "3", "3rd": "3", "iv": "4"}
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SHORT_FORMS = (
    "robert rob bob bobby", "william will bill billy", "james jim jimmy jamie",
    "richard rick rich dick", "john jack johnny", "thomas tom", "michael mike", "joseph joe",
    "david dave", "daniel dan danny", "edward ed eddie ted", "charles charlie chuck",
    "anthony tony", "kenneth ken", "ronald ron", "donald don", "stephen steve steven",
    "timothy tim", "gregory greg", "jeffrey jeff", "geoffrey geoff", "lawrence larry",
    "raymond ray", "samuel sam", "benjamin ben", "andrew andy drew", "matthew matt",
    "christopher chris", "nicholas nick", "patrick pat", "patricia pat patty trish", "peter pete",
    "philip phil phillip", "gerald gerry jerry", "frederick fred", "walter walt", "albert al",
    "elizabeth liz beth betsy betty", "katherine kathy kate katie cathy catherine",
    "margaret peggy maggie meg", "susan sue suzanne", "barbara barb", "deborah deb debbie debra",
    "jennifer jen jenny", "rebecca becky", "cynthia cindy", "pamela pam", "judith judy",
    "theresa terry teresa", "kimberly kim", "victoria vicky vicki", "jacqueline jackie",
    "dorothy dot", "douglas doug", "leonard len", "zachary zach", "joshua josh", "alexander alex",
)  # fmt: skip
_FORMS: dict[str, frozenset[str]] = {}
for _line in _SHORT_FORMS:
    for _one in _line.split():
        _FORMS[_one] = _FORMS.get(_one, frozenset()) | frozenset(_line.split())
_ONE_EDIT, _TWO_EDITS = 5, 8
_LONGEST = 40


@dataclass(frozen=True)
class Parts:
    """A name taken apart, in plain lower-case letters."""

    given: tuple[str, ...]
    last: str
    suffix: str | None


def parts(name: str) -> Parts:
    """ "Dr" and other titles must be gone; "Smith, John" is turned round."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("\u2019", "'"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("'", "")
    head, comma, tail = plain.partition(",")
    if comma and tail.strip(" .") not in _SUFFIXES and tail.strip():
        plain = f"{tail} {head}"
    plain = re.sub(r"\b(mc|mac|st|o|d)[. ](?=[a-z]{3})", r"\1", plain)
    words = [word[:_LONGEST] for word in _WORD.findall(plain)][:6]
    suffix = _SUFFIXES[words.pop()] if len(words) > 1 and words[-1] in _SUFFIXES else None
    given = tuple(word for word in words[:-1] if word not in PARTICLES)
    return Parts(given, words[-1] if words else "", suffix)


def likeness(a: str, b: str) -> int:
    """DIFFERENT, NEAR, PART or SAME. Both names without titles."""
    left, right = parts(a), parts(b)
    if left == right:
        return SAME
    if not left.last or not right.last or (
        left.suffix and right.suffix and left.suffix != right.suffix
    ):  # fmt: skip
        return DIFFERENT
    if _given_only(left, right) or _given_only(right, left):
        return PART
    return min(_givens(left, right), _lasts(left, right))


def _given_only(short: Parts, full: Parts) -> bool:
    """ "Bob" for "Bob Kern" and "B.K." for the same."""
    if short.given:
        initials = [word[0] for word in (*short.given, short.last)]
        whole = [word[0] for word in (*full.given, full.last)]
        bare = all(len(word) == 1 for word in (*short.given, short.last))
        return bare and len(full.given) > 0 and initials in (whole, [whole[0], whole[-1]])
    return short.last in full.given and len(short.last) > 1


def _givens(left: Parts, right: Parts) -> int:
    if not left.given or not right.given:
        return SAME if left.given == right.given else PART
    if left.given == right.given:
        return SAME
    first, second = left.given[0], right.given[0]
    if _same_given(first, second):
        return PART
    # "R. James Lund" is called James.
    crossed = set(left.given) & set(right.given)
    if any(len(word) > 1 for word in crossed):
        return PART
    return NEAR if edits(first, second, 1) <= 1 and min(len(first), len(second)) >= 4 else DIFFERENT


def _same_given(first: str, second: str) -> bool:
    if first == second or first in _FORMS.get(second, ()):
        return True
    short, long = sorted((first, second), key=len)
    return long.startswith(short) and (len(short) == 1 or len(short) >= 3)


def _lasts(left: Parts, right: Parts) -> int:
    a, b = left.last, right.last
    if a.replace("-", "") == b.replace("-", ""):
        return SAME
    if {a, *a.split("-")} & {b, *b.split("-")}:
        return PART
    # "Powers Gardner" and "Powers-Gardner", "Powers" and "Powers Gardner".
    if _doubled(left) == b or _doubled(right) == a:
        return PART
    shorter = min(len(a), len(b))
    if a[0] != b[0] and shorter < _TWO_EDITS:
        return DIFFERENT
    known = bool(left.given) and left.given == right.given
    allowed = (shorter >= _ONE_EDIT - known) + (shorter >= _TWO_EDITS - 2 * known)
    return NEAR if edits(a, b, allowed) <= allowed else DIFFERENT


def _doubled(name: Parts) -> str:
    return f"{name.given[-1]}-{name.last}" if name.given else ""


def edits(a: str, b: str, most: int) -> int:
    """Letters to add, drop, change or swap with the neighbour; more than `most` is `most` + 1."""
    if abs(len(a) - len(b)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        older, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return min(row[-1], most + 1)
