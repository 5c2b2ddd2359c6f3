"""What leaves the reading of an agreement: two signature blocks, their source, what is in doubt.

Owns the shapes only.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

FIELDS, TEXT, OCR = "moa_fields", "moa_text", "moa_ocr"


@dataclass(frozen=True)
class Block:
    """One party's signature. None is what was not read.

    date: only a calendar date; date_as_printed: its letters, also where they are no date. party:
    the agency as the block prints it.
    """

    name: str | None = None
    title: str | None = None
    date: date | None = None
    date_as_printed: str | None = None
    party: str | None = None

    def as_json(self) -> dict[str, Any]:
        """The block of the `signature --json` shape."""
        return {**vars(self), "date": self.date.isoformat() if self.date else None}


@dataclass(frozen=True)
class Signature:
    """A signature page. page: counted from 1, None where none was found.

    date_doubts: why the agency's date must not be used, beside the general doubts. signer_role:
    the kind of office that signs for the agency; parties: the agency
    as the document prints it.
    """

    agency: Block = field(default_factory=Block)
    ice: Block = field(default_factory=Block)
    source: str = TEXT
    page: int | None = None
    signer_role: str | None = None
    doubts: tuple[str, ...] = ()
    date_doubts: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The `signature --json` shape, without the file."""
        return {
            "agency": self.agency.as_json(),
            "ice": self.ice.as_json(),
            "source": self.source,
            "doubts": [*self.doubts, *self.date_doubts],
            "date_doubts": list(self.date_doubts),
            "page": self.page,
            "signer_role": self.signer_role,
            "parties": list(self.parties),
        }
