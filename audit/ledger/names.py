"""Agency names as ICE types them, folded so that spelling alone never makes two of one agency.

Owns the folding and the comparison of two names; which rows are then one agreement is decided in
`renames`, with dates and links beside the names.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

from audit.states import STATE_NAMES

_SHORT = {
    "pd": "police department", "dept": "department", "dep": "department", "twp": "township",
    "boro": "borough", "bocc": "board county commissioners", "st": "saint", "ste": "sainte",
    "ft": "fort", "mt": "mount", "so": "sheriff office", "univ": "university", "pct": "precinct",
    "sheriffs": "sheriff", "constables": "constable", "prosecutors": "prosecutor",
    "attorneys": "attorney", "marshals": "marshal", "jailers": "jailer", "dist": "district",
    "bd": "board", "distric": "district", "correction": "corrections",
}  # fmt: skip
# Words of agencies, not of places; long ones are recognised with a wrong letter in them.
_AGENCY_TEXT = """
    agency attorney authority board bureau center commission commissioners constable
    corrections county custody department detention district division enforcement facility fire
    guard highway investigation investigations jail jailer justice law marshal metro metropolitan
    narcotics office parish patrol police precinct prison prosecutor public regional safety
    service services sheriff state task force trooper trustees ward"""
_AGENCY = frozenset(_AGENCY_TEXT.split())
_UNITS = frozenset(("city", "town", "village", "borough", "township", "municipality"))
_FILLER = frozenset(("of", "the", "and", "for", "office", "department", "services", "service"))
_LONG = tuple(sorted(word for word in (_AGENCY | _UNITS) if len(word) >= 6))
_ORDINAL_TEXT = "first second third fourth fifth sixth seventh eighth ninth tenth"
_ORDINALS = {word: str(n) for n, word in enumerate(_ORDINAL_TEXT.split(), start=1)}


@dataclass(frozen=True)
class Name:
    """One folded name in parts: words of agencies, words of places, kinds of place, numbers."""

    folded: str
    agency: tuple[str, ...]
    place: tuple[str, ...]
    units: frozenset[str]
    numbers: frozenset[str]

    @property
    def loose(self) -> tuple[str, ...]:
        """All words that tell agencies apart, in no order; "City of" and the like left out."""
        words = [w for w in self.agency if w not in _FILLER]
        return tuple(sorted([*words, *self.place, *self.numbers]))


@cache
def fold_name(text: str, state: str) -> str:
    """The name in lower case without punctuation, possessives and typing errors in its common
    words, abbreviations written out, a trailing state dropped ("..., PA")."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"[’‘`´]", "'", plain).replace("&", " and ")
    plain = re.sub(r"'s\b", "", plain).replace("'", "")
    words = re.sub(r"[^a-z0-9]+", " ", plain).split()
    if len(words) > 2 and words[-1] == state.casefold():
        words = words[:-1]
    if words[:1] in (["metropolitan"], ["metro"]) and "county" in words:
        words = words[1:]  # a merged government's county, with the word or without
    return " ".join(_word(w) for w in words if w not in {"of", "the"})


@cache
def _word(word: str) -> str:
    if word in _SHORT:
        return _SHORT[word]
    if word in _AGENCY or word in _UNITS or len(word) < 5:
        return word
    for known in _LONG:
        allowed = 2 if len(known) >= 9 else 1
        if word[0] == known[0] and DamerauLevenshtein.distance(word, known) <= allowed:
            return known
    return word


@cache
def parse(folded: str) -> Name:
    """A folded name taken apart."""
    agency: list[str] = []
    place: list[str] = []
    numbers: set[str] = set()
    words = folded.split()
    for word in words:
        number = re.fullmatch(r"(\d+)(st|nd|rd|th)?", word)
        if number or word in _ORDINALS:
            numbers.add(number[1].lstrip("0") if number else _ORDINALS[word])
        elif word in _AGENCY or word in _FILLER:
            agency.append(word)
        elif word not in _UNITS or _is_part_of_place(words, word):
            place.append(word)
    return Name(folded, tuple(agency), tuple(place), frozenset(words) & _UNITS, frozenset(numbers))


def _is_part_of_place(words: list[str], word: str) -> bool:
    """ "city" in "plant city police" belongs to the name; in "city plant police" it does not."""
    return word == "city" and words[0] != "city"


def typo(a: Name, b: Name) -> bool:
    """Whether one name is the other with a slip of the fingers in the place, nothing else."""
    if _clash(a, b) or sorted(_telling(a)) != sorted(_telling(b)) or a.numbers != b.numbers:
        return False
    one, two = " ".join(a.place), " ".join(b.place)
    length = min(len(one), len(two))
    if length < 4:
        return False
    distance = DamerauLevenshtein.distance(one, two)
    return distance <= (2 if length >= 9 else 1) or _cut_short(a.place, b.place)


def _cut_short(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """ "east penn" beside "east pennsylvania": word by word, one is the beginning of the other."""
    return len(a) == len(b) and all(
        x == y or (min(len(x), len(y)) >= 4 and (x.startswith(y) or y.startswith(x)))
        for x, y in zip(a, b, strict=True)
    )


def extends(a: Name, b: Name) -> bool:
    """Whether one name is the other plus words that name no other place."""
    if _clash(a, b):
        return False
    one, two = sorted((a, b), key=lambda n: len(n.loose))
    if not set(one.loose) <= set(two.loose):
        return False
    extra = set(two.place) - set(one.place)
    state_words = {w for name in STATE_NAMES.values() for w in name.casefold().split()}
    return extra <= state_words and bool(set(one.place) or not extra - state_words)


def same_place(a: Name, b: Name) -> bool:
    """Whether both name an office of one place: "X County Sheriff" and "X County Prison", or a
    university's police and its trustees."""
    if county_of(a) or county_of(b):
        return county_of(a) == county_of(b)
    return bool(a.place) and a.place == b.place and not _clash(a, b)


def of_campus(name: Name) -> bool:
    """Whether it is a university's or a college's."""
    return bool({"university", "college"} & set(name.place)) and not name.units


def county_of(name: Name) -> tuple[str, ...]:
    """The words before "county" or "parish"."""
    words = name.folded.split()
    for unit in ("county", "parish"):
        if unit in words[1:]:
            return tuple(words[: words.index(unit)])
    return ()


def _clash(a: Name, b: Name) -> bool:
    """A borough and a township are two places, however alike the rest."""
    return bool(a.units and b.units and a.units != b.units)


def _telling(name: Name) -> list[str]:
    return [w for w in name.agency if w not in _FILLER]
