"""What bytes are, by their first kilobyte, and whether they are the document a link promised.

Owns the signatures. The server's Content-Type is a hint of last resort.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from crawler import fingerprints, markup

_HTML = re.compile(
    rb"^\s*(?:<!--.{0,400}?-->\s*)*<(?:!doctype\s+html|html|head|body|table|div)", re.I | re.S
)
_IMAGES = ((b"\x89PNG", "image/png"), (b"\xff\xd8\xff", "image/jpeg"), (b"GIF8", "image/gif"))
_OOXML = {
    b"word/": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    b"xl/": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    b"ppt/": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
_PROMISED = re.compile(r"\.(?:pdf|docx?|rtf|odt|pptx?|xlsx?)$", re.I)
_FILE_NAME = re.compile(r"filename\*?\s*=\s*(?:UTF-8'[^']*')?(?:\"([^\"]*)\"|([^;]*))", re.I)


@dataclass(frozen=True)
class Sniffed:
    """media_type: what the bytes are; problem: why they are not the document, None where they are.

    walled: the problem is a bot wall.
    """

    media_type: str
    problem: str | None = None
    walled: bool = False


def sniff(body: bytes, url: str, headers: dict[str, str]) -> Sniffed:
    """Judge the bytes that a document's address answered with.

    HTML behind an address that promises a file is no document; elsewhere it is one, unless it is
    an error page or a wall.
    """
    media = media_type(body, headers.get("Content-Type", ""))
    if not body:
        return Sniffed(media, "the file is empty")
    if media != "text/html":
        return Sniffed(media)
    html = markup.decode(body)
    if who := fingerprints.wall(headers, html):
        return Sniffed(media, f"a wall of {who} instead of the document", walled=True)
    if sign := fingerprints.gone(html):
        return Sniffed(media, f"an error page instead of the document: {sign!r}")
    if promises_file(url):
        return Sniffed(media, "a web page instead of the document")
    return Sniffed(media)


def promises_file(url: str) -> bool:
    """Whether an address promises a file rather than a page."""
    path = unquote(urlsplit(url).path)
    return bool(_PROMISED.search(path)) or "download.php" in path or "drive.google.com" in url


def media_type(body: bytes, declared: str = "") -> str:
    """The media type by first bytes, then zip members, then what the server declared."""
    head = body[:1024]
    if b"%PDF-" in head:
        return "application/pdf"
    if head.startswith(b"PK\x03\x04"):
        members = body[:4096] + body[-65536:]
        return next((m for key, m in _OOXML.items() if key in members), "application/zip")
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return "application/msword"
    if head.lstrip().startswith(b"{\\rtf"):
        return "application/rtf"
    for mark, name in _IMAGES:
        if head.startswith(mark):
            return name
    if head.startswith(b"BEGIN:VCALENDAR"):
        return "text/calendar"
    if _HTML.match(head.lstrip(b"\xef\xbb\xbf")):
        return "text/html"
    plain = declared.split(";")[0].strip().lower()
    return plain or "application/octet-stream"


def file_name(url: str, headers: dict[str, str]) -> str:
    """A name for people, from Content-Disposition or the address; never used as a path.

    Control and direction characters are taken out, as they can make a name look like another.
    """
    match = _FILE_NAME.search(headers.get("Content-Disposition", ""))
    name = unquote((match.group(1) or match.group(2) or "").strip()) if match else ""
    name = name or unquote(urlsplit(url).path.rstrip("/").rsplit("/", 1)[-1])
    clean = "".join(c for c in name if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs"))
    return clean.replace("\\", "/").rsplit("/", 1)[-1].strip()[:200]


def same_text(before: bytes, after: bytes) -> bool:
    """Whether two web pages say the same: nonces and counters change on every request."""
    if media_type(before) != "text/html" or media_type(after) != "text/html":
        return False
    old, new = markup.tree(before), markup.tree(after)
    for root in (old, new):
        for element in root.xpath("//script | //style | //noscript"):
            element.drop_tree()
    return markup.text(old) == markup.text(new)
