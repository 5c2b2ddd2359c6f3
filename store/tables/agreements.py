"""The addresses ICE's lists give for agreements, and what each answered. One row an address."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from store.tables.base import UTCDateTime


class AgreementLink(SQLModel, table=True):
    """How the newest request for one agreement ended, and the newest PDF it ever brought.

    outcome: ok | moved | blocked | robots | drift | empty_suspicious | unreachable | parse_error,
    with its reason in why. sha256, captured_at, etag, last_modified: of that PDF, kept when the
    address answers otherwise later; fetches tell the older ones. reader: the version that read that
    PDF (or tried: problem says what kept it), read_at when.
    """

    __tablename__ = "agreement_link"

    url: str = Field(primary_key=True)
    first_asked: datetime = Field(sa_type=UTCDateTime)
    last_asked: datetime = Field(sa_type=UTCDateTime)
    outcome: str
    why: str = ""
    sha256: str | None = Field(default=None, foreign_key="blob.sha256")
    captured_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    etag: str | None = None
    last_modified: str | None = None
    reader: str = ""
    read_at: datetime | None = Field(default=None, sa_type=UTCDateTime)
    problem: str = ""
