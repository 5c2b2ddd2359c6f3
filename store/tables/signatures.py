"""Who signed an agreement and when, as read from its text or by a person. Rows are only added."""

from datetime import datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from store.tables.base import UTCDateTime


class SignatureRow(SQLModel, table=True):
    """One reading of one agreement's signature page, or one person's correction.

    agreement_id, state, agency, model: the agreement as the lists had it then (a refolded ledger
    may number it anew); source: moa_fields | moa_text | moa_ocr | hand; sha256: of the PDF, and
    picture of its signature page's PNG; content: the reading as JSON; who, why: of a correction.
    """

    __tablename__ = "signature"

    id: int | None = Field(default=None, primary_key=True)
    agreement_id: str = Field(index=True)
    state: str
    agency: str
    model: str
    source: str
    sha256: str | None = Field(default=None, foreign_key="blob.sha256")
    picture: str | None = Field(default=None, foreign_key="blob.sha256")
    page: int | None = None
    content: dict[str, object] = Field(default_factory=dict, sa_type=JSON)
    at: datetime = Field(sa_type=UTCDateTime)
    who: str = ""
    why: str = ""
