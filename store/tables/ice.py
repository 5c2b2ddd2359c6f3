"""ICE's lists as we hold them: snapshots, their rows, and the agreements folded from them."""

from datetime import date, datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from store.tables.base import UTCDateTime


class Snapshot(SQLModel, table=True):
    """One ICE spreadsheet, identified by its hash.

    kind: participating | pending | unknown (refused); saved: the workbook's own saved time;
    placed: the time the ledger uses for it (another one where an archive saved it again), and
    place_doubt why; doubts: what its reader noticed;
    refused: why it is not used, None where it is.
    """

    sha256: str = Field(primary_key=True, foreign_key="blob.sha256")
    name: str
    kind: str
    saved: datetime | None = Field(default=None, sa_type=UTCDateTime, index=True)
    placed: datetime | None = Field(default=None, sa_type=UTCDateTime)
    place_doubt: str | None = None
    first_seen: datetime = Field(sa_type=UTCDateTime)
    origin: str  # import | sync
    url: str | None = None
    rows: int = 0
    refused: str | None = None
    doubts: list[str] = Field(default_factory=list, sa_type=JSON)


class Listing(SQLModel, table=True):
    """One row of one snapshot, repaired values beside the printed ones."""

    id: int | None = Field(default=None, primary_key=True)
    sha256: str = Field(foreign_key="snapshot.sha256", index=True)
    row: int
    agency: str
    state: str
    county: str | None = None
    kind: str | None = None
    model: str
    signed: date | None = None
    moa_url: str | None = None
    hidden: bool = False
    printed: dict[str, str] = Field(default_factory=dict, sa_type=JSON)


class AgreementRow(SQLModel, table=True):
    """One agency and model through all snapshots; `content` is the ledger's value as JSON."""

    __tablename__ = "agreement"

    id: str = Field(primary_key=True)
    state: str = Field(index=True)
    agency: str
    model: str
    listed: bool
    content: dict[str, object] = Field(default_factory=dict, sa_type=JSON)


class LedgerChange(SQLModel, table=True):
    """One change of the lists between two workbooks; `content` is the ledger's value as JSON."""

    __tablename__ = "ledger_change"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime = Field(sa_type=UTCDateTime, index=True)
    state: str = Field(index=True)
    kind: str
    agreement_id: str
    content: dict[str, object] = Field(default_factory=dict, sa_type=JSON)
