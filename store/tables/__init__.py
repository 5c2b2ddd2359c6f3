"""All tables of the store, one import for metadata and queries."""

from store.tables.agreements import AgreementLink
from store.tables.ice import AgreementRow, LedgerChange, Listing, Snapshot
from store.tables.judged import Judged, JudgedBody, Judging, Stale
from store.tables.judgement import (
    ExceptionReview,
    FindingRow,
    RequestStep,
    Review,
    Settlement,
)
from store.tables.looks import Blob, Capture, Document, Fetch, Meeting, Observation
from store.tables.operations import Edition, JobRun, Tick
from store.tables.places import Body, Host, Jurisdiction, Source
from store.tables.readings import Flag, Item, Motion, Page, Reading
from store.tables.signatures import SignatureRow

__all__ = [
    "AgreementLink",
    "AgreementRow",
    "Blob",
    "Body",
    "Capture",
    "Document",
    "Edition",
    "ExceptionReview",
    "Fetch",
    "FindingRow",
    "Flag",
    "Host",
    "Item",
    "JobRun",
    "Judged",
    "JudgedBody",
    "Judging",
    "Jurisdiction",
    "LedgerChange",
    "Listing",
    "Meeting",
    "Motion",
    "Observation",
    "Page",
    "Reading",
    "RequestStep",
    "Review",
    "Settlement",
    "SignatureRow",
    "Snapshot",
    "Source",
    "Stale",
    "Tick",
]
