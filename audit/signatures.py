"""Which signature date of an agreement is believed, and for which of its signings.

Owns the order of sources (a person, form fields, print, OCR), the days between which an agency's
date is possible, and the doubts where none is used. Reads no PDF.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from audit.named import another
from audit.values import Agreement, Evidence, Signed, Signing

HAND = "hand"
ORDER = (HAND, "moa_fields", "moa_text", "moa_ocr")
_SOURCES = {
    HAND: "read on the agreement by a person",
    "moa_fields": "from the form fields of the agreement",
    "moa_text": "from the printed text of the agreement",
    "moa_ocr": "from a scan of the agreement",
}
LONGEST = timedelta(days=130)
"""Between the two signatures: 126 days is the longest seen (2019), 78 in 2025."""
COUNTERSIGNED = timedelta(days=14)
"""How far the ICE date of a text may stand from SIGNED and still be of that signing."""
_PREFIX = "signature page of copy "


@dataclass(frozen=True)
class Reading:
    """One kept reading or correction, with the agreement as the lists had it then.

    parties: the agency as the document prints it; doubts: why its date must not be used; reader:
    the version of the machine that read it.
    """

    agreement_id: str
    state: str
    agency: str
    model: str
    at: datetime
    signed: Signed | None
    ice_date: date | None = None
    parties: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    sha256: str | None = None
    reader: str = ""

    @property
    def by_hand(self) -> bool:
        return self.signed is not None and self.signed.source == HAND


def reading(row: Any) -> Reading:
    """A kept row as a value."""
    content: Mapping[str, Any] = row.content
    agency = content["agency"]
    day = _day(agency["date"])
    signed = None if day is None else _read_signed(row, day)
    return Reading(
        row.agreement_id, row.state, row.agency, row.model, row.at, signed,
        _day(content["ice"]["date"]), tuple(content.get("parties", ())),
        tuple(content.get("date_doubts", ())), row.sha256, content.get("reader", ""),
    )  # fmt: skip


def _read_signed(row: Any, day: date) -> Signed:
    content: Mapping[str, Any] = row.content
    agency = content["agency"]
    start, end = content.get("span") or (0, 0)
    came = content.get("captured_at")
    return Signed(
        day, row.source, agency["name"], agency["title"], content.get("signer_role"),
        row.sha256, row.page, row.picture, agency["date_as_printed"] if end else "", start, end,
        content.get("url") or "", datetime.fromisoformat(came) if came else None,
    )  # fmt: skip


class Readings:
    """Kept readings by the agreement they are of, oldest first."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._every = list(readings)
        self._by_id: dict[str, list[int]] = defaultdict(list)
        self._by_name: dict[tuple[str, str, str], list[int]] = defaultdict(list)
        for number, one in enumerate(self._every):
            self._by_id[one.agreement_id].append(number)
            self._by_name[one.state, one.model, one.agency].append(number)

    def of(self, agreement: Agreement) -> list[Reading]:
        """Those of one agreement, by its id or, after a refolding, by any of its names."""
        found = set(self._by_id.get(agreement.id, ()))
        for name in {agreement.agency, *agreement.names}:
            found |= set(self._by_name.get((agreement.state, agreement.model, name), ()))
        return [self._every[number] for number in sorted(found)]


def signed(agreements: Iterable[Agreement], readings: Iterable[Reading]) -> list[Agreement]:
    """The agreements with what their kept signatures decide; done twice it changes nothing."""
    held = Readings(readings)
    return [_signed(one, _newest(held.of(one))) for one in agreements]


def _newest(readings: Sequence[Reading]) -> list[Reading]:
    """Without a machine's readings of a copy that a later version of it has read again."""
    last = {one.sha256: one.reader for one in readings if not one.by_hand}
    return [one for one in readings if one.by_hand or last[one.sha256] == one.reader]


def told(one: Signed) -> str:
    """Who signed for the agency and where that was read, for a finding's reasons."""
    who = ", ".join(filter(None, (one.name, one.title))) or "name and title not read"
    where = f", p. {one.page} of {one.sha256[:12]}" if one.sha256 and one.page else ""
    return f"signed for the agency on {one.date}: {who}; {_SOURCES[one.source]}{where}"


def cited(one: Signed) -> Evidence | None:
    """The signature page as evidence: the date's letters where they stand in its text, and the
    picture; None for what a person read on a paper that we do not hold."""
    if one.sha256 is None or one.page is None or one.captured_at is None:
        return None
    return Evidence(
        sha256=one.sha256, url=one.url, role="agreement", meeting_date=None, page=one.page,
        quote=one.printed, start=one.start, end=one.end, captured_at=one.captured_at,
        says="when the agency signed", origin="crawl" if one.url else "import",
        picture=one.picture,
    )  # fmt: skip


def _signed(agreement: Agreement, readings: Sequence[Reading]) -> Agreement:
    doubts = [doubt for doubt in agreement.doubts if not doubt.startswith(_PREFIX)]
    usable: list[Reading] = []
    for one in readings:
        why = unusable(one, agreement)
        if why:
            doubts.append(f"{_PREFIX}{_copy(one)}: {why}")
        else:
            usable.append(one)
    signings, clashes = [], []
    for signing in agreement.signings:
        chosen, clash = _choose(usable, signing, agreement.signings)
        signings.append(replace(signing, signed=chosen))
        clashes += [f"{_PREFIX}{clash}"] if clash else []
    last = signings[-1].signed if signings else None
    return replace(
        agreement,
        signings=tuple(signings),
        agency_signed=last.date if last else None,
        doubts=(*doubts, *clashes),
    )


def unusable(one: Reading, agreement: Agreement) -> str:
    """Why a reading's date is not used for an agreement, or ""."""
    if one.doubts:
        return "; ".join(one.doubts)
    if one.signed is None:
        return "the agency's date was not read"
    if not one.by_hand and another(agreement, one.parties):
        return f"the text names another agency, {one.parties[0]!r}"
    if not any(_fits(one, signing) for signing in agreement.signings):
        return f"the agency's date {one.signed.date} fits no SIGNED of the lists"
    return ""


def _fits(one: Reading, signing: Signing) -> bool:
    """Whether a date can be the agency's on this signing."""
    ice = signing.ice_signed
    if one.signed is None or ice is None:
        return False
    if one.ice_date is not None and abs(one.ice_date - ice) > COUNTERSIGNED:
        return False
    return ice - LONGEST <= one.signed.date <= ice


def _choose(
    usable: Sequence[Reading], signing: Signing, signings: Sequence[Signing]
) -> tuple[Signed | None, str]:
    """The signature of one signing, or why two copies leave it open."""
    mine = [one for one in usable if _nearest(one, signings) == signing]
    for source in ORDER:
        ranked = [one for one in mine if one.signed and one.signed.source == source]
        if not ranked:
            continue
        days = {one.signed.date for one in ranked if one.signed}
        if len(days) > 1 and source != HAND:
            printed = ", ".join(sorted(day.isoformat() for day in days))
            return None, f"{_copy(ranked[0])}: another copy prints another date ({printed})"
        return max(ranked, key=lambda one: one.at).signed, ""
    return None, ""


def _nearest(one: Reading, signings: Sequence[Signing]) -> Signing | None:
    """Of the signings that a date fits, the one whose SIGNED is nearest."""
    fitting = [s for s in signings if _fits(one, s)]
    return min(fitting, key=lambda s: s.ice_signed or date.max, default=None)


def _copy(one: Reading) -> str:
    return one.sha256[:12] if one.sha256 else "(by hand)"


def _day(text: Any) -> date | None:
    return date.fromisoformat(text) if text else None
