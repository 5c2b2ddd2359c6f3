"""A paper as an HTML page, for the bodies that publish their papers as pages."""

from __future__ import annotations

from html import escape

from demo.values import Paper

_TAGS = {"title": "h1", "heading": "h2", "text": "p"}


def render(paper: Paper) -> bytes:
    """A plain page in UTF-8."""
    body = "\n".join(f"<{_TAGS[b.kind]}>{escape(b.text)}</{_TAGS[b.kind]}>" for b in paper.blocks)
    title = escape(paper.running_head)
    page = (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f"</head>\n<body>\n{body}\n</body></html>\n"
    )
    return page.encode()
