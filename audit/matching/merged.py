"""Cities and counties that are one government, and counties known by an older name.

Owns the table only: what the Census list holds under the county (or not under the city's name), by
state, key of the name and geoid. Sources: each government's own charter or act of merger.
"""

from __future__ import annotations

from audit.matching.places import Places, Unit
from audit.matching.words import key

_TEXT = """
AK haines 02100|AK skagway 02230|AK yakutat 02282|FL dade 12086|FL jacksonville 12031
FL miamidade 12086|GA athens 13059|GA athensclarke 13059|GA augusta 13245
GA augustarichmond 13245|GA macon 13021|GA maconbibb 13021|HI hawaii 15001|HI honolulu 15003
HI kauai 15007|HI maui 15009|KY lexingtonfayetteurban 2146027|KY louisville 21111
KY louisvillejefferson 21111|LA houma 22109|MT anaconda 30023|MT anacondadeerlodge 30023
MT butte 30093|MT buttesilverbow 30093|NC charlottemecklenburg 3712000|NM losalamos 35028
TN nashville 47037|TN nashvilledavidson 47037
"""
_MERGED = {
    (state, name): geoid
    for line in _TEXT.split("\n")
    for entry in line.split("|")
    if entry
    for state, name, geoid in [entry.split()]
}
_ASIDE = frozenset(("metropolitan", "consolidated", "unified", "government"))


def merged(place: tuple[str, ...], state: str, places: Places) -> Unit | None:
    """The government of a merged city and county named like this; None where there is none."""
    name = key(tuple(word for word in place if word not in _ASIDE))
    geoid = _MERGED.get((state, name))
    return places.unit(geoid) if geoid else None
