"""Words of agency and place names, folded for comparison.

Owns the folding and the spelling tolerance; what the words mean is for `kinds`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

_SHORT = {
    "pd": ("police", "department"), "dept": ("department",), "dep": ("department",),
    "twp": ("township",), "twsp": ("township",), "boro": ("borough",), "co": ("county",),
    "bocc": ("board", "of", "county", "commissioners"), "st": ("saint",), "ste": ("sainte",),
    "ft": ("fort",), "mt": ("mount",), "univ": ("university",), "pct": ("precinct",),
    "dist": ("district",), "distric": ("district",),
    "sheriffs": ("sheriff",), "constables": ("constable",), "prosecutors": ("prosecutor",),
    "attorneys": ("attorney",), "marshals": ("marshal",), "jailers": ("jailer",),
    "commissioner": ("commissioners",), "correction": ("corrections",), "da": ("district",
    "attorney"), "solicitors": ("solicitor",), "isd": ("school", "district"),
    "generals": ("general",),
    "auditors": ("auditor",), "metro": ("metropolitan",), "svcs": ("services",),
    "intl": ("international",), "dps": ("department", "public", "safety"),
    "doc": ("department", "corrections"), "soffice": ("sheriff", "office"),
}  # fmt: skip
# Only words of agencies and governments: a place name is never bent towards them.
_VOCABULARY_TEXT = """
    agency airport attorney authority aviation board bureau campus college commission
    commissioners constable corrections county custody department detention district division
    enforcement facility judicial justice marshal metropolitan municipality office parish police
    precinct prison prosecutor regional rehabilitation sheriff borough township village university
    trustees services"""
VOCABULARY = frozenset(_VOCABULARY_TEXT.split())
# Words of place names that are one slip away from a word above (run over the whole Census list).
_PLACE_WORDS = frozenset(("marshall", "marshan", "paris", "parrish", "country"))
_LONG = tuple(sorted(word for word in VOCABULARY if len(word) >= 6))
_ORDINAL_TEXT = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_CARDINAL_TEXT = "one two three four five six seven eight nine ten eleven twelve"
ORDINALS = {
    word: n
    for text in (_ORDINAL_TEXT, _CARDINAL_TEXT)
    for n, word in enumerate(text.split(), start=1)
}
_ALIKE = 88
_JOINING = frozenset(("of", "the", "and", "n"))  # agency names drop and add them
_DIRECTIONS = {"n": "north", "s": "south", "so": "south", "e": "east", "w": "west", "no": "north"}


@cache
def words(text: str) -> tuple[str, ...]:
    """The words of a printed agency name: lower case, abbreviations written out, slips of the
    fingers in agency words mended ("Sherriff", "Departement"), apostrophes gone."""
    plain = _plain(text)
    found: list[str] = []
    for word in re.sub(r"[^a-z0-9]+", " ", plain).split():
        found.extend(_SHORT.get(word) or (_mend(word),))
    return tuple(found)


def _plain(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"\b(?:[a-z]\.)+[a-z]\b\.?", _initials, plain)
    return re.sub(r"['’‘`´ʼ]", "", plain).replace("&", " and ")


def _initials(found: re.Match[str]) -> str:
    """ "P.D.", "D.P.S.", "S.O." as one word, where it is one of an agency."""
    letters = found[0].replace(".", "")
    if letters == "so":
        return "soffice"
    return letters if letters in _SHORT else found[0]


@cache
def _mend(word: str) -> str:
    if word in VOCABULARY or word in _PLACE_WORDS or len(word) < 5:
        return word
    for known in _LONG:
        allowed = 2 if len(known) >= 9 or known == "sheriff" else 1  # "Sherrif" is common
        if abs(len(word) - len(known)) > 1:
            continue  # "Deenton" is a town's name more likely than "detention"
        if word[0] == known[0] and DamerauLevenshtein.distance(word, known) <= allowed:
            return known
    if word.endswith("s") and (one := _mend(word[:-1])) in VOCABULARY:
        return one  # "sherrifs"
    return word


@cache
def squeeze(text: str) -> str:
    """A place name as one key: "St. Mary's" = "Saint Marys", "De Kalb" = "DeKalb"."""
    return key(plain(text))


def plain(text: str) -> tuple[str, ...]:
    """The words of a place name, lower case, without accents, apostrophes and punctuation."""
    return tuple(re.sub(r"[^a-z0-9]+", " ", _plain(text)).split())


def key(name: tuple[str, ...]) -> str:
    """The key of a name already in words."""
    found = []
    for position, word in enumerate(name):
        if word in _JOINING and len(name) > 1:
            continue
        if position == 0 and len(name) > 1 and word in _DIRECTIONS:
            word = _DIRECTIONS[word]
        short = {"st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount"}
        found.append(short.get(word, word))
    return "".join(found)


def ordinal(word: str) -> int | None:
    """The number of "6th", "sixth" or "6"; None for other words."""
    if word in ORDINALS:
        return ORDINALS[word]
    match = re.fullmatch(r"(\d{1,3})(st|nd|rd|th)?", word)
    return int(match[1]) if match else None


def variants(name: str) -> tuple[str, ...]:
    """Other spellings of one key that are the same name: -boro/-borough, -burg/-burgh."""
    found = []
    for short, long in (("boro", "borough"), ("burg", "burgh"), ("centre", "center")):
        if name.endswith(long):
            found.append(name[: -len(long)] + short)
        elif name.endswith(short):
            found.append(name[: -len(short)] + long)
    return tuple(found)


def slip(a: str, b: str, *, strict: bool = False) -> int | None:
    """How many slips of the fingers lie between two keys, None where too many to be the same.

    strict: two slips count only where nearly all letters stand in the same order; a state has
    a hundred counties but thousands of places, many of them alike.
    """
    shorter = min(len(a), len(b))
    if shorter < 4 or a[0] != b[0]:
        return None
    allowed = 2 if shorter >= 9 else 1
    distance = DamerauLevenshtein.distance(a, b, score_cutoff=allowed)
    if distance > allowed or (strict and distance == 2 and fuzz.ratio(a, b) < _ALIKE):
        return None
    return distance
