"""Keeping what an agreement's address answered: one row an address, its newest PDF never lost.

Owns that row. The fetch beside it is crawler.keep's.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session

from store.tables import AgreementLink


def keep_agreement(session: Session, event: Mapping[str, Any]) -> None:
    """One answer. Other bytes than those held begin anew with nothing read; no answer takes a
    PDF away."""
    at = datetime.fromisoformat(event["fetch"]["at"])
    link = session.get(AgreementLink, event["link"])
    if link is None:
        link = AgreementLink(url=event["link"], first_asked=at, last_asked=at, outcome="")
    link.last_asked, link.outcome, link.why = at, event["outcome"], event["why"]
    if event["outcome"] == "ok" and (event["etag"] or event["last_modified"]):
        link.etag, link.last_modified = event["etag"], event["last_modified"]
    if event["sha256"] and event["sha256"] != link.sha256:
        link.sha256, link.captured_at = event["sha256"], at
        link.etag, link.last_modified = event["etag"], event["last_modified"]
        link.reader, link.read_at, link.problem = "", None, ""
    session.add(link)
    session.flush()
