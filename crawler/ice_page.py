"""ICE's 287(g) page: which links lead to the workbooks, in every shape they have had.

Owns link finding only; whether the bytes behind a link are a workbook is the ledger's to judge.
Shapes seen: fixed names overwritten in place (early 2025), dated names in any case, singular or
prefixed, and `/file-download/download/public/<number>` whose name is only in Content-Disposition.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from crawler import markup

_FILE = re.compile(r"\.xls[xmb]?$", re.I)
_DOWNLOAD = re.compile(r"/file-download/(?:download/)?", re.I)
_ABOUT = re.compile(r"(?:participating|pending)[\s_-]*agenc", re.I)
_WRAPPED = re.compile(r"safelinks\.protection\.outlook\.com$", re.I)
_OTHER_FILE = re.compile(r"\.(?:pdf|docx?|pptx?|zip|jpe?g|png|html?|aspx?|php)$", re.I)


@dataclass(frozen=True)
class WorkbookLink:
    """One link that may lead to a workbook. kind: what its words say, None where they do not."""

    url: str
    label: str
    kind: str | None


def workbook_links(body: bytes, url: str, charset: str | None = None) -> tuple[WorkbookLink, ...]:
    """The links of ICE's page that may lead to workbooks, in page order, each address once.

    Any spreadsheet counts, and any download or dated file whose words speak of participating or
    pending agencies; agreements (PDF) and further pages do not.
    """
    root = markup.tree(body, charset)
    base = markup.base_url(root, url)
    found: dict[str, WorkbookLink] = {}
    for a in root.iter("a"):
        target = markup.absolute(base, unwrapped(a.get("href") or ""))
        label = markup.text(a) or markup.squash(a.get("title") or a.get("aria-label") or "")
        if target and _may_lead(target, label, url):
            found.setdefault(target, WorkbookLink(target, label, _kind(target, label)))
    return tuple(found.values())


def unwrapped(href: str) -> str:
    """The address inside an Outlook safelink, or the address itself."""
    parts = urlsplit(href.strip())
    if _WRAPPED.search(parts.hostname or ""):
        inner = parse_qs(parts.query).get("url")
        return inner[0] if inner else href
    return href


def _may_lead(target: str, label: str, page: str) -> bool:
    path = unquote(urlsplit(target).path)
    if _FILE.search(path):
        return True
    if _OTHER_FILE.search(path) or target.split("#")[0] == page.split("#")[0]:
        return False
    if _DOWNLOAD.search(path):
        return True
    return bool(_ABOUT.search(label) or _ABOUT.search(path))


def _kind(target: str, label: str) -> str | None:
    words = f"{unquote(target)} {label}".lower()
    kinds = [kind for kind in ("participating", "pending") if kind in words]
    return kinds[0] if len(kinds) == 1 else None
