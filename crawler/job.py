"""What parent and child say to each other: one job in, one event a line out.

Owns both formats. A line that is cut off is no event; a look without its last line did not end.

Events (`t`): parsing (a page is about to be parsed), fetch, rows, same (all rows of the last look
once more), page (the list itself may say when the body meets), document, look, ice, agreement,
complete. Times are ISO 8601 with offset.
"""

from __future__ import annotations

import hashlib
import json
import os
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from crawler.policy import CrawlSettings

ORPHANED = 4
"""Exit code of a child whose parent is gone."""


@dataclass(frozen=True)
class PageMemory:
    """What we keep of the last answer of one page: validators, its bytes, what it listed."""

    etag: str | None = None
    last_modified: str | None = None
    sha256: str | None = None
    listed: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> PageMemory:
        return cls(**{**given, "listed": tuple(given["listed"])})


@dataclass(frozen=True)
class LookMemory:
    """The last complete look at a source whose whole list was one page.

    If that page answers with the same bytes, and no document in `held` is due, the next look says
    the same: reading it again would cost most of its time. reader: the parser and the settings it
    was read with; seen: when its rows were last seen.
    """

    reader: str
    sha256: str
    seen: str
    rows: int
    documents: int
    outcome: str
    said: str
    platform: str
    listing_sha256: str
    held: tuple[str, ...] = ()

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> LookMemory:
        return cls(**{**given, "held": tuple(given["held"])})


@dataclass(frozen=True)
class KnownDocument:
    """A document we hold a capture of (sha256), or once asked for in vain (problem)."""

    sha256: str | None = None
    etag: str | None = None
    last_modified: str | None = None
    last_checked: datetime | None = None
    first_listed: datetime | None = None
    meeting_date: date | None = None
    posted_at: str | None = None
    amended: bool = False
    problem: str | None = None
    role: str = "other"

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> KnownDocument:
        values = dict(given)
        for key in ("last_checked", "first_listed"):
            values[key] = datetime.fromisoformat(values[key]) if values.get(key) else None
        day = values.get("meeting_date")
        values["meeting_date"] = date.fromisoformat(day) if day else None
        return cls(**values)


@dataclass(frozen=True)
class SourceJob:
    """One source to look at, with what is remembered of it. first: no good look so far."""

    id: str
    platform: str
    url: str
    board: str | None = None
    first: bool = True
    whole: LookMemory | None = None
    pages: dict[str, PageMemory] = field(default_factory=dict)
    documents: dict[str, KnownDocument] = field(default_factory=dict)

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> SourceJob:
        pages = {k: PageMemory.from_json(v) for k, v in given["pages"].items()}
        documents = {k: KnownDocument.from_json(v) for k, v in given["documents"].items()}
        whole = LookMemory.from_json(given["whole"]) if given["whole"] else None
        return cls(**{**given, "pages": pages, "documents": documents, "whole": whole})


@dataclass(frozen=True)
class IceJob:
    """ICE's page, with the validators and bytes last seen of it and of each workbook link."""

    url: str
    memory: dict[str, PageMemory] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> IceJob:
        memory = {k: PageMemory.from_json(v) for k, v in given["memory"].items()}
        return cls(given["url"], memory, given["names"])


@dataclass(frozen=True)
class AgreementJob:
    """One agreement's address, with the validators and hash of the PDF held of it."""

    url: str
    memory: PageMemory | None = None

    @classmethod
    def from_json(cls, given: dict[str, Any]) -> AgreementJob:
        memory = PageMemory.from_json(given["memory"]) if given["memory"] else None
        return cls(given["url"], memory)


@dataclass(frozen=True)
class Job:
    """A batch for one child.

    ago: seconds since each politeness group was last asked. probe: read the one page of each
    source, follow nothing.
    """

    archive: str
    now: datetime
    frozen: bool
    agent: str
    reader: str
    settings: CrawlSettings
    sources: tuple[SourceJob, ...] = ()
    ice: IceJob | None = None
    agreements: tuple[AgreementJob, ...] = ()
    ago: dict[str, float] = field(default_factory=dict)
    probe: bool = False

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), default=_plain).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Job:
        given = json.loads(data)
        return cls(
            archive=given["archive"],
            now=datetime.fromisoformat(given["now"]),
            frozen=given["frozen"],
            agent=given["agent"],
            reader=given["reader"],
            settings=CrawlSettings.from_json(given["settings"]),
            sources=tuple(SourceJob.from_json(s) for s in given["sources"]),
            ice=IceJob.from_json(given["ice"]) if given["ice"] else None,
            agreements=tuple(AgreementJob.from_json(a) for a in given["agreements"]),
            ago=given["ago"],
            probe=given["probe"],
        )


class Out:
    """Where a child says what happened: whole lines into a pipe, written as they happen."""

    def __init__(self, descriptor: int) -> None:
        self.descriptor = descriptor

    def say(self, kind: str, **values: Any) -> None:
        line = json.dumps({"t": kind, **values}, default=_plain, separators=(",", ":"))
        data = line.encode() + b"\n"
        try:
            while data:
                data = data[os.write(self.descriptor, data) :]
        except BrokenPipeError:
            # The parent is gone: nothing that is fetched from here on would be kept. An exception
            # would only be one more failed callback to Scrapy, so the process ends here.
            os._exit(ORPHANED)


def document_id(source_id: str, identity: str) -> str:
    """A document's stable id within the store."""
    return hashlib.sha256(f"{source_id}\n{identity}".encode()).hexdigest()[:24]


def _plain(value: Any) -> Any:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    raise TypeError(f"not for the wire: {value!r}")
