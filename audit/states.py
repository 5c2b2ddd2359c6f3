"""States and territories as ICE types them, made into USPS codes.

Owns the names and the tolerance for typing errors; knows nothing of workbooks.
"""

from __future__ import annotations

from functools import cache

from rapidfuzz.distance import DamerauLevenshtein

_NAMES = """
AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware
DC District of Columbia|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa
KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota
MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey
NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon
PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah
VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|GU Guam
PR Puerto Rico|VI Virgin Islands|AS American Samoa|MP Northern Mariana Islands
"""
STATE_NAMES: dict[str, str] = {
    entry[:2]: entry[3:] for line in _NAMES.split("\n") for entry in line.split("|") if entry
}
_CODES = {name.casefold(): code for code, name in STATE_NAMES.items()} | {
    "commonwealth of the northern mariana islands": "MP",
    "cnmi": "MP",
    "us virgin islands": "VI",
}


@cache
def state_code(text: str) -> str | None:
    """The USPS code for a state as printed, typing errors allowed; None where it stays open.

    One wrong letter in seven is allowed, and only where a single state is that near.
    """
    plain = " ".join("".join(c if c.isalpha() else " " for c in text).split()).casefold()
    if plain.upper() in STATE_NAMES:
        return plain.upper()
    if plain in _CODES:
        return _CODES[plain]
    near = sorted((DamerauLevenshtein.distance(plain, name), name) for name in _CODES)
    best, name = near[0]
    if best > max(1, len(name) // 6) or len(plain) < 4 or near[1][0] == best:
        return None
    return _CODES[name]
