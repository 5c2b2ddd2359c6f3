"""Small text rules of the reports: cleaning, dates, numbers, safe links, remarks.

Owns no sentence about a finding (those come from `audit`) and no markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from audit import phrases

_ISO_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}\b(?!-)")
_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve")  # fmt: skip


def clean(text: str | None) -> str:
    """A name or label from outside, on one line, without control and bidi characters."""
    kept = "".join(
        " " if c.isspace() else c
        for c in text or ""
        if c.isspace() or unicodedata.category(c) not in _UNSAFE
    )
    return " ".join(kept.split())


def visible(text: str) -> str:
    """A passage of a page, letter for letter but for control and bidi characters.

    Those could turn the words around on the screen; span and archived bytes keep them.
    """
    return "".join(
        c for c in text if c in "\n\t" or (c not in _BIDI and unicodedata.category(c) != "Cc")
    )


def safe_url(url: str | None) -> str | None:
    """The address where it is a plain http(s) one, else None: no other scheme is ever linked."""
    if not url or "\\" in url or url != clean(url) or " " in url:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    usable = parts.scheme in ("http", "https") and parts.hostname and "@" not in parts.netloc
    return url if usable else None


def remark(text: str) -> str:
    """A machine's remark with its ISO dates as people write them.

    Nothing where it uses a word the reports never use.
    """
    return _ISO_DATE.sub(_written, phrases.temperate(clean(text)))


def _written(found: re.Match[str]) -> str:
    try:
        return short_date(date.fromisoformat(found[0]))
    except ValueError:
        return found[0]


def long_date(day: date) -> str:
    """10 March 2026."""
    return f"{day.day} {day:%B %Y}"


def short_date(day: date) -> str:
    """10 Mar 2026."""
    return f"{day.day} {day:%b %Y}"


def weekday_date(day: date) -> str:
    """Tue 10 Mar 2026."""
    return f"{day:%a} {short_date(day)}"


def local(moment: datetime, timezone: str) -> datetime:
    """A UTC moment on a place's clock."""
    return moment.astimezone(ZoneInfo(timezone))


def week_start(moment: datetime, timezone: str) -> datetime:
    """The beginning of the moment's ISO week on a place's clock."""
    there = local(moment, timezone)
    monday = there.date() - timedelta(days=there.weekday())
    return datetime.combine(monday, time(), tzinfo=ZoneInfo(timezone)).astimezone(UTC)


def stamp(moment: datetime) -> str:
    """10 Mar 2026, 02:10 UTC."""
    return f"{short_date(moment.date())}, {moment:%H:%M} UTC"


def clock_time(text: str | None) -> str:
    """A printed HH:MM as 7:00 pm; nothing where none is printed."""
    match = re.fullmatch(r"(\d{1,2}):(\d{2})(?::\d{2})?", text or "")
    if not match:
        return clean(text)
    hour, minute = int(match[1]), match[2]
    return f"{(hour - 1) % 12 + 1}:{minute} {'pm' if hour % 24 >= 12 else 'am'}"


def period(first: date, last: date) -> str:
    """7–13 September 2026, or 31 August – 6 September 2026."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{long_date(last)}"
    start = f"{first.day} {first:%B}" if first.year == last.year else long_date(first)
    return f"{start} – {long_date(last)}"


def number(count: int) -> str:
    """Words up to twelve, figures with separators above."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else f"{count:,}"


def plural(count: int, one: str, many: str | None = None, *, words: bool = True) -> str:
    """ "one body", "two bodies", "13 bodies"."""
    figure = number(count) if words else f"{count:,}"
    return f"{figure} {one if count == 1 else many or one + 's'}"


def listed(names: Sequence[str], limit: int | None = None) -> str:
    """ "A, B and C"; with a limit, "A, B and 7 more"."""
    shown = list(names) if limit is None or len(names) <= limit else list(names[:limit])
    rest = len(names) - len(shown)
    if rest:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]])) if shown else ""


def sentence(words: str) -> str:
    """Words with a capital first and one full stop last."""
    bare = words.strip().rstrip(".;,")
    return f"{bare[:1].upper()}{bare[1:]}." if bare else ""


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens, for file names."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
