"""What an address alone tells: a file, a page of the same site, or neither.

Owns the shapes of document addresses seen on municipal sites (references: wp-content uploads,
download.php?id=, Document Center, Drive, Dragonfly and Umbraco media).
"""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_DOCUMENT = re.compile(r"\.(?:pdf|docx?|rtf|odt|txt|pptx?|xlsx?)$", re.I)
_NOT_A_DOCUMENT = re.compile(
    r"\.(?:jpe?g|png|gif|svg|webp|ico|bmp|tiff?|mp3|m4a|wav|mp4|mov|avi|wmv|zip|ics|css|js|xml|json)$",
    re.I,
)
_DOWNLOAD = re.compile(
    r"download\.php|/DocumentCenter/View/|/showpublisheddocument/|/Archive\.aspx\?ADID="
    r"|[?&](?:wpdmdl|attachment_id|wpfd_file_id|download_id)=|/_files/ugd/|/download/\d+"
    r"|drive\.google\.com/(?:file/d/|open\?id=|uc\?)|docs\.google\.com/document/d/",
    re.I,
)
_UPLOADS = re.compile(r"/(?:wp-content|app)/uploads/.+", re.I)
_NOT_A_PAGE = re.compile(
    r"/feed/?$|/wp-json|/wp-admin|/wp-login|[?&](?:month|replytocom|share|print|ical|s|q|search)="
    r"|/calendar|/events?/|/search|/login|/tag/|/author/|/comments?/|mailto:",
    re.I,
)
_PAGE_END = re.compile(r"(?:/|\.(?:html?|php|aspx?|cfm|jsp))$|/[^/.]*$", re.I)


def is_file(url: str) -> bool:
    """Whether an address names a document rather than a page, an image or a recording."""
    parts = urlsplit(url)
    path = unquote(parts.path).rstrip("/")
    if _NOT_A_DOCUMENT.search(path):
        return False
    if _DOCUMENT.search(path) or _DOWNLOAD.search(url):
        return True
    name = path.rsplit("/", 1)[-1]
    return bool(_UPLOADS.search(path)) and "." in name


def is_page(url: str, of: str) -> bool:
    """Whether an address is an ordinary page of the same site, and no endless one."""
    parts = urlsplit(url)
    if site(url) != site(of) or _NOT_A_PAGE.search(url) or is_file(url):
        return False
    segments = [s for s in parts.path.split("/") if s]
    if len(segments) > 12 or any(segments.count(s) > 2 for s in segments):
        return False
    return bool(_PAGE_END.search(parts.path or "/")) and not _NOT_A_DOCUMENT.search(parts.path)


def site(url: str) -> str:
    """Host and port without `www.`: what counts as the same site."""
    parts = urlsplit(url)
    return parts.netloc.lower().removeprefix("www.").removesuffix(":80").removesuffix(":443")


def download_url(url: str) -> str:
    """The address that answers with the bytes: a Drive link leads to a viewer otherwise."""
    match = re.search(r"drive\.google\.com/(?:file/d/|open\?id=)([\w-]+)", url)
    if match:
        return f"https://drive.google.com/uc?export=download&id={match.group(1)}"
    match = re.search(r"docs\.google\.com/document/d/([\w-]+)", url)
    if match:
        return f"https://docs.google.com/document/d/{match.group(1)}/export?format=pdf"
    return url
