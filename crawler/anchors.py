"""Every link of a page with what stands around it: headings, column, row, line, card.

Owns the walk over any HTML (tables, lists, tabs, accordions, page builders). Decides nothing about
what a link is: that is a platform's matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.etree
from lxml.html import HtmlElement

from crawler import dates, markup

_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_TITLES = {"summary", "dt", "caption", "legend"}
_BLOCK_NAMES = """
    p li td th dd dt div section article h1 h2 h3 h4 h5 h6 figure blockquote body ul ol table
    tr main aside header footer nav details summary fieldset form pre center"""
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_SKIPPED = frozenset(["script", "style", "noscript", "template", "svg"])
_TITLE_CLASS = re.compile(
    r"(?:^|[-_ ])(?:title|heading|header|toggle|accordion|spoiler|tab)(?:[-_ ]|$)", re.I
)
_NAV_CLASS = re.compile(
    r"(?:^|[-_ ])(?:nav|navbar|menu|breadcrumbs?|footer|sidebar)(?:[-_ ]|$)", re.I
)
_CARD_TEXT = 600  # a card is small: larger ancestors gather unrelated things
_CARD_CLIMB = 5


@dataclass(frozen=True)
class Anchor:
    """One link in its surroundings. headings: nearest first; before, after: the rest of its line
    (or of its table row); card: text of the smallest ancestor that holds exactly one date."""

    url: str
    label: str
    headings: tuple[str, ...]
    column: str
    row: str
    before: str
    after: str
    card: str
    nav: bool
    group: int


def anchors(root: HtmlElement, url: str) -> tuple[Anchor, ...]:
    """All links with an http(s) address, in page order."""
    return tuple(_Walk(root, markup.base_url(root, url)).run())


def page_title(root: HtmlElement) -> str:
    """The text of <title>, empty where there is none."""
    found = root.find(".//title")
    return markup.text(found) if found is not None else ""


class _Walk:
    """One pass in page order; headings live on a stack, panels bring their own."""

    def __init__(self, root: HtmlElement, base: str) -> None:
        self.root = root
        self.base = base
        # lxml makes its objects anew on each access: only while all are held is id() an identity.
        self.alive = list(root.iter())
        self.stack: list[tuple[float, str]] = []
        self.panels = dict(_panels(root))
        self.controls = {id(e) for e, _ in self.panels.values()}
        self.panel_titles = {key: title for key, (_, title) in self.panels.items()}
        self.tables: dict[HtmlElement, dict[int, str]] = {}

    def run(self) -> Iterator[Anchor]:
        depth: list[tuple[HtmlElement, list[tuple[float, str]]]] = []
        for event, element in lxml.etree.iterwalk(self.root, events=("start", "end")):
            if not isinstance(element.tag, str):
                continue
            if event == "end":
                if depth and depth[-1][0] is element:
                    self.stack = depth.pop()[1]
                continue
            title = self.panel_titles.get(_panel_key(element))
            if title is not None:
                depth.append((element, list(self.stack)))
                self._push(6.5, title)
            elif element.tag == "a":
                if found := self._anchor(element):
                    yield found
            elif id(element) not in self.controls:
                self._heading(element)

    def _push(self, level: float, text: str) -> None:
        self.stack = [s for s in self.stack if s[0] < level]
        self.stack.append((level, text))

    def _heading(self, element: HtmlElement) -> None:
        level = _heading_level(element)
        if level is None:
            return
        text = markup.text(element)
        if text and len(text) <= 200:
            self._push(level, text)

    def _anchor(self, a: HtmlElement) -> Anchor | None:
        href = a.get("href")
        url = markup.absolute(self.base, href) if href else None
        if url is None or any(e.tag in _SKIPPED for e in a.iterancestors()):
            return None
        row, column = self._cell(a)
        before, after, group = _line(a)
        return Anchor(
            url=url,
            label=_label(a),
            headings=tuple(text for _, text in reversed(self.stack)),
            column=column,
            row=row,
            before=before,
            after=after,
            card=_card(a),
            nav=_in_nav(a),
            group=group,
        )

    def _cell(self, a: HtmlElement) -> tuple[str, str]:
        """The text of the table row without its links, and the heading of the link's column."""
        cell = next((e for e in a.iterancestors() if e.tag in ("td", "th", "table")), None)
        if cell is None or cell.tag == "table":
            return "", ""
        row = next((e for e in cell.iterancestors() if e.tag == "tr"), None)
        table = next((e for e in cell.iterancestors() if e.tag == "table"), None)
        if row is None or table is None:
            return "", ""
        if table not in self.tables:
            self.tables[table] = _columns(table)
        cells = [c for c in row if c.tag in ("td", "th")]
        index = _index(cells, cell)
        other = " | ".join(_plain(c) for c in cells)
        heading = cell.get("data-title") or cell.get("data-label") or self.tables[table].get(index)
        return markup.squash(other), markup.squash(heading or "")


def _heading_level(element: HtmlElement) -> float | None:
    if element.tag in _HEADINGS:
        return float(_HEADINGS[element.tag])
    if element.tag in _TITLES:
        return 7.0
    role = element.get("role")
    if role == "heading":
        level = element.get("aria-level") or "7"
        return float(level) if level.isdigit() else 7.0
    if element.tag in ("button", "span", "div", "p") and _is_title(element):
        return 7.0
    return None


def _is_title(element: HtmlElement) -> bool:
    """A button, a short element of a title class, or a paragraph that is bold as a whole."""
    if any(e.tag == "a" and e.get("href", "#")[:1] != "#" for e in element.iter("a")):
        return False
    if element.tag == "button":
        return True
    if element.tag == "p":
        return _all_bold(element)
    named = _TITLE_CLASS.search(element.get("class") or "") is not None
    return named and len(element) <= 3 and len(element.text_content()) <= 120


def _all_bold(p: HtmlElement) -> bool:
    whole = markup.text(p)
    bold = markup.squash(" ".join(e.text_content() for e in p.iter("strong", "b", "u")))
    return bool(whole) and len(bold) >= len(whole)


def _label(a: HtmlElement) -> str:
    text = markup.text(a)
    if text:
        return text
    for candidate in (a.get("aria-label"), a.get("title")):
        if candidate and candidate.strip():
            return markup.squash(candidate)
    return markup.squash(" ".join(i.get("alt") or "" for i in a.iter("img")))


def _in_nav(a: HtmlElement) -> bool:
    return any(
        e.tag in ("nav", "footer", "header")
        or e.get("role") == "navigation"
        or (e.tag in ("ul", "li", "div") and _NAV_CLASS.search(e.get("class") or ""))
        for e in a.iterancestors()
        if e.tag != "body"
    )


def _plain(element: HtmlElement) -> str:
    """An element's text without that of its links."""
    return " ".join(value for kind, value in _flow(element, None) if kind == "text")


def _line(a: HtmlElement) -> tuple[str, str, int]:
    """The text of the link's line before and after it; lines end at blocks and <br>."""
    block = next((e for e in a.iterancestors() if e.tag in _BLOCKS), None)
    if block is None:
        return "", "", 0
    before: list[str] = []
    after: list[str] = []
    seen = False
    for kind, value in _flow(block, a):
        if kind == "here":
            seen = True
        elif kind == "break":
            if seen:
                break
            before.clear()
        elif kind == "link" and seen:
            break
        else:
            (after if seen else before).append(value)
    return markup.squash(" ".join(before)), markup.squash(" ".join(after)), id(block)


def _flow(element: HtmlElement, here: HtmlElement | None) -> Iterator[tuple[str, str]]:
    """The content of an element as texts, line breaks, links, and the one link we stand on.

    Not recursive: page builders nest deeper than Python may call itself.
    """
    walk = lxml.etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, child in walk:
        if child is element:
            if event == "start" and child.text:
                yield "text", child.text
        elif event == "start":
            inside = child.tag != "a" and child.tag not in _SKIPPED
            if child is here:
                yield "here", ""
            elif child.tag == "a":
                yield "link", child.text_content()
            elif child.tag == "br" or child.tag in _BLOCKS:
                yield "break", ""
            if not inside:
                walk.skip_subtree()
            elif child.text:
                yield "text", child.text
        else:
            if event == "end" and child.tag in _BLOCKS:
                yield "break", ""
            if child.tail:
                yield "text", child.tail


def _card(a: HtmlElement) -> str:
    """The text of the smallest ancestor that holds exactly one full date."""
    for climbed, element in enumerate(a.iterancestors()):
        if climbed >= _CARD_CLIMB or element.tag in ("body", "main", "html", "table", "tbody"):
            return ""
        text = element.text_content()
        if len(text) > _CARD_TEXT:
            return ""
        found = {f.full for f in dates.find(markup.squash(text)) if f.full}
        if len(found) == 1:
            return markup.squash(text)
        if found:
            return ""
    return ""


def _columns(table: HtmlElement) -> dict[int, str]:
    """Column number to heading, from the first row of headings (or of words without links)."""
    for row in table.iter("tr"):
        cells = [c for c in row if c.tag in ("td", "th")]
        if not cells:
            continue
        headed = all(c.tag == "th" for c in cells)
        if headed or (len(cells) > 1 and not list(row.iter("a"))):
            found: dict[int, str] = {}
            position = 0
            for cell in cells:
                for offset in range(_span(cell)):
                    found[position + offset] = markup.text(cell)
                position += _span(cell)
            return found
        return {}
    return {}


def _index(cells: list[HtmlElement], cell: HtmlElement) -> int:
    position = 0
    for other in cells:
        if other is cell:
            break
        position += _span(other)
    return position


def _span(cell: HtmlElement) -> int:
    text = cell.get("colspan") or "1"
    return min(int(text), 50) if text.isdigit() and int(text) else 1


def _panel_key(element: HtmlElement) -> str:
    return element.get("id") or f"@{id(element)}"


def _panels(root: HtmlElement) -> Iterator[tuple[str, tuple[HtmlElement, str]]]:
    """Panels of tabs and accordions with their titles, which may stand far away from them."""
    ids = {e.get("id"): e for e in root.xpath("//*[@id]")}
    for control in root.xpath("//*[@aria-controls or @data-target or @data-bs-target]"):
        for name in ("aria-controls", "data-target", "data-bs-target"):
            key = (control.get(name) or "").lstrip("#")
            if key in ids and (title := markup.text(control)):
                yield key, (control, title)
    for control in root.xpath("//a[starts-with(@href,'#')][string-length(@href)>1]"):
        key = control.get("href")[1:]
        target = ids.get(key)
        if target is not None and len(target) and (title := markup.text(control)):
            yield key, (control, title)
    for tabs in root.xpath("//div[contains(concat(' ',@class,' '),' su-tabs ')]"):
        names = tabs.xpath("./div[contains(@class,'su-tabs-nav')]/span")
        panes = tabs.xpath(".//div[contains(concat(' ',@class,' '),' su-tabs-pane ')]")
        for name, pane in zip(names, panes, strict=False):
            yield _panel_key(pane), (name, markup.text(name))
