"""The agreements of the county that ICE has posted: who signed each, as what, and when.

Owns the facts and the addresses; the PDF's pages are drawn in `documents.agreement`. One row's link
leads to a neighbour's agreement, as ICE's links sometimes do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from demo.ice.agreements import Agreement
from demo.timeline import in_words
from demo.towns import body_of

FOLDER = "/doclib/287gMOA/"
HOST = "https://www.ice.example"
"""What stands for the server's own address in workbooks that no server gives out."""


@dataclass(frozen=True)
class Signer:
    """One party's block as it is typed."""

    name: str
    title: str
    date: str
    of: str


@dataclass(frozen=True)
class Signed:
    """One agreement as posted: its file, the agency as its text names it, both signers."""

    file: str
    agency: str
    on_list: date
    local: Signer
    ice: Signer

    @property
    def path(self) -> str:
        return FOLDER + self.file


def _signed(body_id: str, first_name: str, local: date, ice: date) -> Signed:
    body = body_of(body_id)
    (agency,) = body.answers_for
    slug = "".join(c for c in agency.title() if c.isalnum())
    return Signed(
        file=f"{slug}_{ice:%m_%d_%y}.pdf",
        agency=agency,
        on_list=ice,
        local=Signer(
            f"{first_name} {body.chief}",
            "Chief of Police",
            f"{local.month}/{local.day}/{local.year}",
            agency.removesuffix(" Department"),
        ),
        ice=Signer(
            "Rowan T. Vane", "Acting Director", in_words(ice), "Department of Homeland Security"
        ),
    )


POSTED: tuple[Signed, ...] = (
    _signed("pa-windlass-township", "Dana", date(2026, 2, 26), date(2026, 3, 5)),
    _signed("pa-hollin-forge-township", "Noel", date(2026, 4, 13), date(2026, 4, 16)),
)

_WRONG = {"Elmstead Borough Police Department": "Windlass Township Police Department"}
_LAG = timedelta(days=21)
"""From SIGNED to the day on which ICE posts an agreement."""


def link(agreement: Agreement, signed: date, day: date) -> str | None:
    """The address in that row's MOA cell on that day, None while none is posted."""
    wanted = _WRONG.get(agreement.agency, agreement.agency)
    for one in POSTED:
        own = one.agency != agreement.agency or one.on_list == signed
        if one.agency == wanted and own and day >= one.on_list + _LAG:
            return HOST + one.path
    return None
