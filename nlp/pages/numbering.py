"""Automatic list numbers of a Word document, resolved to the prefix a reader sees.

Owns counters and number formats (ECMA-376 part 1, 17.9). Bullets give "- ".
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
          (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


@dataclass(frozen=True)
class Level:
    """One level of a list: how its number looks and where it starts."""

    form: str
    text: str
    start: int


@dataclass
class Numbering:
    """The lists of one document and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counters: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Any) -> Numbering:
        """The numbering of an opened document; empty where it has none."""
        made = cls()
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError, AttributeError):
            return made
        for abstract in root.findall(f"{_W}abstractNum"):
            made.levels[abstract.get(f"{_W}abstractNumId", "")] = _levels(abstract)
        for number in root.findall(f"{_W}num"):
            made.lists[number.get(f"{_W}numId", "")] = _value(number, "abstractNumId")
        for style in document.styles.element.findall(f"{_W}style"):
            found = _reference(style.find(f"{_W}pPr"))
            if found is not None:
                made.styles[style.get(f"{_W}styleId", "")] = found
        return made

    def prefix(self, paragraph: Any) -> str:
        """The number of this paragraph with a space behind it, or nothing. Counts on."""
        properties = paragraph.find(f"{_W}pPr")
        found = _reference(properties)
        if found is None and properties is not None:
            found = self.styles.get(_value(properties, "pStyle"))
        if found is None:
            return ""
        abstract = self.lists.get(found[0], "")
        levels = self.levels.get(abstract, {})
        depth = min(found[1], 8)
        if depth not in levels:
            return ""
        return self._count(abstract, levels, depth)

    def _count(self, abstract: str, levels: dict[int, Level], depth: int) -> str:
        counters = self.counters.setdefault(abstract, [0] * 9)
        level = levels[depth]
        counters[depth] = counters[depth] + 1 if counters[depth] else level.start
        counters[depth + 1 :] = [0] * (8 - depth)
        if level.form == "bullet":
            return "- "

        def number(match: re.Match[str]) -> str:
            at = int(match.group(1)) - 1
            shown = levels.get(at, level)
            return written(counters[at] or shown.start, shown.form)

        text = re.sub(r"%([1-9])", number, level.text)
        return f"{text} " if text.strip() else ""


def written(number: int, form: str) -> str:
    """A number in one of Word's forms; unknown forms come out as decimals."""
    if form in ("upperLetter", "lowerLetter"):
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form in ("upperRoman", "lowerRoman"):
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{number:02d}"
    return "" if form == "none" else str(number)


def _roman(number: int) -> str:
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def _levels(abstract: Any) -> dict[int, Level]:
    found = {}
    for level in abstract.findall(f"{_W}lvl"):
        depth = int(level.get(f"{_W}ilvl", "0"))
        start = _value(level, "start")
        found[depth] = Level(
            form=_value(level, "numFmt") or "decimal",
            text=_value(level, "lvlText"),
            start=int(start) if start.isdigit() else 1,
        )
    return found


def _reference(properties: Any) -> tuple[str, int] | None:
    """List and level that a paragraph or style names; list 0 means "no number"."""
    if properties is None:
        return None
    node = properties.find(f"{_W}numPr")
    if node is None:
        return None
    depth = _value(node, "ilvl")
    return _value(node, "numId"), int(depth) if depth.isdigit() else 0


def _value(node: Any, name: str) -> str:
    found = node.find(f"{_W}{name}")
    return str(found.get(f"{_W}val", "")) if found is not None else ""
