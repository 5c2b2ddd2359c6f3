"""What one text of a resolution or an ordinance says of itself, with the places that say so.

Owns shapes only. Places count characters of the reading copy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from nlp.meta.told import Told

OPENS = "enactment"
"""The fact that opens each text; those that follow it, named `enactment_...`, belong to it."""


@dataclass(frozen=True)
class Enactment:
    """One text, from its heading to the next.

    opens: its heading, the value "resolution 2026-04" or "resolution" where no number is printed;
    body: whose it says it is; direction: where it points (adopt | reject | end | other); matter:
    the topics it enacts an agreement on, in its title or behind "resolved". adopted: an ISO date,
    or "blank" where the form was left open; result: passed | failed | tabled. vote: "4-3",
    "4-3-1" or "unanimous". signature: signed | certified | blank. signer: who it lets sign.
    """

    start: int
    end: int
    opens: Told
    title: Told | None = None
    body: Told | None = None
    direction: Told | None = None
    matter: tuple[Told, ...] = ()
    adopted: Told | None = None
    result: Told | None = None
    vote: Told | None = None
    mover: Told | None = None
    seconder: Told | None = None
    signature: Told | None = None
    signer: Told | None = None

    def facts(self) -> Iterator[tuple[str, Told]]:
        """Its statements by name, the one that opens it first."""
        yield OPENS, self.opens
        for name in ("title", "body", "direction"):
            yield from self._one(name)
        yield from ((f"{OPENS}_matter", one) for one in self.matter)
        for name in ("adopted", "result", "vote", "mover", "seconder", "signature", "signer"):
            yield from self._one(name)

    def _one(self, name: str) -> Iterator[tuple[str, Told]]:
        said = getattr(self, name)
        if said is not None:
            yield f"{OPENS}_{name}", said
