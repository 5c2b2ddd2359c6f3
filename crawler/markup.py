"""Bytes to a tree, and text out of it: the small ground all HTML parsers here stand on.

Owns decoding and white space. Knows no platform.
"""

from __future__ import annotations

import codecs
import re
from urllib.parse import urljoin, urlsplit, urlunsplit

import lxml.etree
import lxml.html
from lxml.html import HtmlElement

_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_\-:]+)", re.I)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


def decode(body: bytes, declared: str | None = None) -> str:
    """The text of a page: byte order mark, then the header's charset, then meta, then a guess."""
    for mark, encoding in _BOMS:
        if body.startswith(mark):
            return body.decode(encoding, "replace")
    meta = _META.search(body[:4096])
    for name in (declared, meta.group(1).decode("ascii") if meta else None, "utf-8"):
        try:
            return body.decode(name or "utf-8")
        except (LookupError, UnicodeDecodeError):
            continue
    return body.decode("cp1252", "replace")


def tree(body: bytes, declared: str | None = None) -> HtmlElement:
    """The root of a page or fragment, however broken; an empty page is an empty <html>."""
    text = decode(body, declared).replace("\x00", "")
    # lxml refuses text that carries its own encoding declaration.
    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", text)
    if not text.strip():
        text = "<html></html>"
    try:
        parser = lxml.html.HTMLParser(encoding=None)
        root = lxml.html.document_fromstring(text, parser=parser)
        if any("depth" in entry.message for entry in parser.error_log):
            # Page builders nest past 256 elements, where the parser silently drops the rest of
            # the page. The wider limit (2,048) is its own; HTML has no entities to blow up.
            parser = lxml.html.HTMLParser(encoding=None, huge_tree=True)
            root = lxml.html.document_fromstring(text, parser=parser)
    except (lxml.etree.ParserError, ValueError):
        return lxml.html.document_fromstring("<html></html>")
    return root


def text(element: HtmlElement) -> str:
    """An element's text, white space made single, invisible characters taken out."""
    return squash(element.text_content())


def squash(value: str) -> str:
    """White space of every kind (thin, no-break) made single."""
    return " ".join(_INVISIBLE.sub("", value).split())


def absolute(base: str, href: str) -> str | None:
    """An absolute http(s) address for an href, raw spaces escaped; None for anything else."""
    href = href.strip().replace("\\", "/")
    if not href or href.startswith("#"):
        return None
    try:
        parts = urlsplit(urljoin(base, href))
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    path = re.sub(r"\s", "%20", parts.path)
    query = re.sub(r"\s", "%20", parts.query)
    return urlunsplit((parts.scheme, parts.netloc, path or "/", query, ""))


def base_url(root: HtmlElement, url: str) -> str:
    """The address that relative links of a page are relative to."""
    href = next(iter(root.xpath("//base/@href")), None)
    return urljoin(url, str(href)) if href else url
