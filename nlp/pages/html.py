"""HTML to one page of text, furniture of the site left out.

Owns the choice of what is furniture. Main-text extraction is not used: on municipal pages it
throws away the tables of meetings.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

from nlp.pages.page import Page, text_page
from nlp.pages.text import decode

_FURNITURE = "script, style, nav, header, footer, noscript, template, iframe, svg, select"
_BLOCKS = frozenset(
    (
        *("address", "article", "blockquote", "br", "caption", "center", "dd", "div", "dl", "dt"),
        *("fieldset", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "main"),
        *("ol", "p", "pre", "section", "table", "tbody", "tfoot", "thead", "title", "tr", "ul"),
    )
)
_CELLS = frozenset(("td", "th"))
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.I)
_SPACES = re.compile(r"[ \t\r\n\u00a0]+")


def pages(data: bytes) -> list[Page]:
    """The one page of an HTML document; `blank` where nothing but furniture is there."""
    tree = LexborHTMLParser(_decode(data))
    tree.strip_tags(_FURNITURE.split(", "), recursive=True)
    root = tree.body or tree.root
    text = _lines("".join(_pieces(root))) if root is not None else ""
    return [text_page(1, "html", text)]


def _decode(data: bytes) -> str:
    declared = _CHARSET.search(data[:4096])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared.group(1).decode("ascii", "replace")
        try:
            return data.decode(name)
        except (LookupError, UnicodeDecodeError):
            return decode(data)
    return decode(data)


def _pieces(root: LexborNode) -> list[str]:
    """Text in document order; an explicit stack, as hostile pages nest without end."""
    out: list[str] = []
    stack: list[LexborNode | str] = [root]
    while stack:
        node = stack.pop()
        if isinstance(node, str):
            out.append(node)
            continue
        tag = node.tag
        if tag == "-text":
            out.append(_SPACES.sub(" ", node.text_content or ""))
            continue
        mark = "\n" if tag in _BLOCKS else "\t" if tag in _CELLS else ""
        out.append(mark)
        stack.append(mark)
        stack.extend(reversed(list(node.iter(include_text=True))))
    return out


def _lines(text: str) -> str:
    lines = (re.sub(r" ?\t[ \t]*", "\t", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
