"""Cell texts of ICE's workbooks made into values: models, types, counties, dates, links.

Owns the typing errors met in two years of lists. The raw text stays with the row; nothing here
knows about cells or files. A value that cannot be read is None, never a guess.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, timedelta
from functools import cache
from urllib.parse import parse_qs, unquote, urlsplit

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein

TASK_FORCE = "Task Force Model"
JAIL = "Jail Enforcement Model"
WARRANT = "Warrant Service Officer"
TRIBAL = "Tribal Task Force Model"
_MODEL_WORDS = (("tribal", TRIBAL), ("task", TASK_FORCE), ("jail", JAIL), ("warrant", WARRANT))
_KIND_WORDS = (
    ("municipality", "Municipality"),
    ("municipal", "Municipality"),
    ("county", "County"),
    ("state", "State Agency"),
)
_NOTHING = {"", "#n/a", "#na", "n/a", "na", "none", "-"}
_UNITS = ("county", "parish", "borough", "municipality", "city", "district", "municipio")
_NUMBERS = re.compile(r"\d+")
# The programme's first agreement is of July 2002.
_FIRST_YEAR = 2002
_SERIALS = (37_257, 73_050)  # Excel's numbers of the days from 2002 to 2099


def clean(value: object) -> str:
    """A cell as one line of text: compatibility forms folded, controls and runs of blanks gone."""
    if value is None:
        return ""
    text = unicodedata.normalize("NFKC", str(value))
    text = "".join(" " if unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} else c for c in text)
    return " ".join(text.split())


@cache
def model_name(text: str) -> str:
    """ICE's full name of a support type; a type nobody has seen yet stays as printed."""
    words = text.casefold().split()
    for key, name in _MODEL_WORDS:
        if any(fuzz.ratio(word, key) >= 75 for word in words):
            return name
    return text


@cache
def agency_kind(text: str) -> str | None:
    """ICE's TYPE as one of its three words; None where blank or unreadable."""
    plain = text.casefold()
    if plain in _NOTHING:
        return None
    first = plain.split()[0]
    scored = [(fuzz.ratio(first, word), kind) for word, kind in _KIND_WORDS]
    best, kind = max(scored)
    return kind if best >= 80 else None


@cache
def county_name(text: str, state: str) -> str | None:
    """A county as printed with its suffix put right ("Lawrence", "Dimmit Couny"); None if blank."""
    if text.casefold() in _NOTHING:
        return None
    words = text.replace("’", "'").split()
    last = words[-1].casefold().strip(".,")
    for unit in _UNITS:
        if last == unit:
            return " ".join(words)
    if len(words) > 1:
        for unit in ("county", "parish"):
            if last[0] == unit[0] and DamerauLevenshtein.distance(last, unit) <= 2:
                return " ".join([*words[:-1], unit.capitalize()])
    return " ".join([*words, "Parish" if state == "LA" else "County"])


def signed_date(value: object, saved: datetime | None) -> tuple[date | None, str]:
    """The date of a SIGNED cell and, where it had to be repaired or not be read, why.

    Text dates with missing slashes ("7/72025", "05/082025") are read; an impossible year is put
    right only where one wrong or doubled digit explains it ("5025", "20026").
    """
    if isinstance(value, datetime):
        return _possible(value.year, value.month, value.day, saved)
    if isinstance(value, date):
        return _possible(value.year, value.month, value.day, saved)
    if isinstance(value, int | float) and _SERIALS[0] <= value <= _SERIALS[1]:
        serial = date(1899, 12, 30) + timedelta(days=int(value))  # a date cell without its format
        day, doubt = _possible(serial.year, serial.month, serial.day, saved)
        return day, doubt or f"SIGNED is a bare number: {value}"
    text = clean(value)
    if text.casefold() in _NOTHING:
        return None, ""
    parts = _text_date(text)
    if parts is None:
        return None, f"SIGNED could not be read: {text!r}"
    day, doubt = _possible(*parts, saved)
    return day, doubt or f"SIGNED was typed as text: {text!r}"


def year_guessed(day: date) -> str:
    """How the doubt begins of a SIGNED whose year was put right to make this day."""
    return f"SIGNED {day} is printed with the year"


def year_doubt(printed: str, day: date | None) -> str:
    """That doubt, from the cell as kept and the day it was read as; "" where the year is ICE's."""
    parts = _text_date(printed)
    return f"{year_guessed(day)} {parts[0]}" if day and parts and parts[0] != day.year else ""


def _text_date(text: str) -> tuple[int, int, int] | None:
    """Year, month and day of a date typed as text, month first, or ISO."""
    found = _NUMBERS.findall(text)
    if len(found) >= 3 and len(found[0]) == 4:
        return int(found[0]), int(found[1]), int(found[2])
    if len(found) == 2 and 5 <= len(found[1]) <= 6:  # the second slash is missing
        return int(found[1][-4:]), int(found[0]), int(found[1][:-4])
    if len(found) == 2 and 3 <= len(found[0]) <= 4:  # the first slash is missing
        return int(found[1]), int(found[0][:-2]), int(found[0][-2:])
    if len(found) == 1 and len(found[0]) == 8:
        return int(found[0][4:]), int(found[0][:2]), int(found[0][2:4])
    if len(found) < 3:
        return None
    year = int(found[2])
    return (year + 2000 if len(found[2]) == 2 else year), int(found[0]), int(found[1])


def _possible(year: int, month: int, day: int, saved: datetime | None) -> tuple[date | None, str]:
    """The date, its year put right where it cannot be: before the programme or after the save."""
    made = _date(year, month, day)
    last = (saved.date() + timedelta(days=3)) if saved else None
    if made and made.year >= _FIRST_YEAR and (last is None or made <= last):
        return made, ""
    if last is None:
        return made, f"SIGNED has an unlikely year: {year}"
    for guess in (last.year, last.year - 1):
        near = _date(guess, month, day)
        typed = DamerauLevenshtein.distance(str(year), str(guess)) == 1
        if near and typed and near <= last and (last - near).days <= 400:
            return near, f"{year_guessed(near)} {year}"
    return made, f"SIGNED lies after the day the list was saved: {year}-{month:02}-{day:02}"


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def link_target(target: str | None) -> str | None:
    """The address behind a cell's link: mail-filter wrappers opened, broken schemes mended."""
    url = (target or "").strip()
    for _ in range(3):  # a wrapper inside a wrapper occurs
        wrapped = _unwrap(url)
        if wrapped == url:
            break
        url = wrapped
    if url.startswith("//"):
        url = "https:" + url
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        return None
    scheme = "https" if parts.hostname == "www.ice.gov" else parts.scheme
    return parts._replace(scheme=scheme).geturl()


def _unwrap(url: str) -> str:
    """One layer off: Outlook safelinks, a browser extension's viewer, a lost slash."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if (parts.hostname or "").endswith("safelinks.protection.outlook.com"):
        return (parse_qs(parts.query).get("url") or [""])[0]
    if parts.scheme == "chrome-extension":
        return unquote(parts.path.lstrip("/"))
    return re.sub(r"^(https?):/+(?=[^/])", r"\1://", url, flags=re.IGNORECASE)
