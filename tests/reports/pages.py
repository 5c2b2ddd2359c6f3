"""Reading a report's HTML back, for tests."""

from __future__ import annotations

from lxml import html
from lxml.html import HtmlElement

_NO_TEXT = {"script", "style", "title", "desc"}


def parse(page: str) -> HtmlElement:
    root = html.document_fromstring(page)
    assert isinstance(root, HtmlElement)
    return root


def all_of(root: HtmlElement, path: str) -> list[HtmlElement]:
    found = root.xpath(path)
    assert isinstance(found, list)
    return [one for one in found if isinstance(one, HtmlElement)]


def text_of(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def generated(root: HtmlElement) -> str:
    """All words of the page but for the style sheet and the quoted passages."""
    for one in all_of(root, "//style | //blockquote | //q"):
        one.drop_tree()
    return text_of(root)
