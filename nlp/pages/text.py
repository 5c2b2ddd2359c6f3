"""Plain text to pages: the character set, and pages at form feeds.

Owns no markup: Markdown, captions and rich text have readers of their own.
"""

from __future__ import annotations

import codecs

from nlp.pages.page import Page, text_page

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(data: bytes) -> str:
    """Byte order mark, then strict UTF-8, then UTF-16 by its zeros, then cp1252.

    Never raises: what cp1252 does not know becomes U+FFFD.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    head = data[:1024]
    if head.count(0) > len(head) // 3:
        little = head[1::2].count(0) > head[0::2].count(0)
        return data.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def paired(text: str) -> str:
    """Text whose characters beyond U+FFFF came as two surrogates each; a lone one is U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def pages(data: bytes) -> list[Page]:
    """One page per form feed; a file without one is a single page."""
    parts = decode(data).split("\f")
    if len(parts) > 1 and not parts[-1].strip():
        parts.pop()
    return [text_page(number, "plain", part) for number, part in enumerate(parts, 1)]
