"""Where the two signature blocks stand on a page, and which words stand on which line of them.

Owns the geometry of the templates of 2019 to 2025: two columns or two blocks, ICE left or right,
lines with labels or without. Understands no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from rapidfuzz import fuzz

from nlp.agreement.words import Token

AGENCY, ICE = "agency", "ice"
LABELS = ("date", "signature", "name", "title", "agency")
_ALIKE = 80
_STEP, _WIDEST_STEP = 320.0, 460.0
# A value is typed a little above the rule that its label stands on: measured on both templates.
_ABOVE, _BELOW = 0.62, 0.38
_MARGIN = 250.0
_SAME_LINE = 90.0
_BESIDE = 900.0
_BLOCK = 3300.0
_STACKED = 1500.0
_INDENT = 900.0
_HALF = 4500.0
_ICE_WORDS = re.compile(
    r"immigration and cus|homeland security|enforcement and remov|\bICE\b|\bDHS\b", re.I
)


@dataclass(frozen=True)
class Area:
    """The part of the page that one party signs. header: the end of "For ICE:", if printed."""

    party: str
    left: float
    right: float
    top: float
    bottom: float
    header: tuple[float, float] | None = None

    def holds(self, token: Token) -> bool:
        """Whether a word stands here; one that reaches over belongs where it begins."""
        return self.left <= token.box[0] < self.right and self.top <= token.middle < self.bottom


@dataclass(frozen=True)
class Lines:
    """One party's words by label; `beside`: those right of the header; `loose`: lines below an
    unlabelled date, from the top."""

    party: str
    by_label: dict[str, tuple[Token, ...]] = field(default_factory=dict)
    labels: frozenset[str] = frozenset()
    beside: tuple[Token, ...] = ()
    loose: tuple[tuple[Token, ...], ...] = ()


def areas(tokens: Sequence[Token]) -> tuple[Area, ...]:
    """The two areas, of the agency and of ICE; () where they cannot be told apart."""
    return _headed(tokens) or _dated(tokens) or _half_dated(tokens)


def _headed(tokens: Sequence[Token]) -> tuple[Area, ...]:
    """By the printed headers, the lowest of each kind on the page."""
    found: dict[str, tuple[Token, Token]] = {}
    for index, token in enumerate(tokens):
        if token.letters != "for":
            continue
        ahead = [t for t in tokens[index + 1 : index + 3] if _on_line(t, token)]
        kind = _header(ahead)
        if kind and (kind not in found or token.middle > found[kind][0].middle):
            found[kind] = (token, ahead[0] if kind == ICE else ahead[1])
    if len(found) < 2:
        return ()
    ends = {kind: (last.box[2], last.middle) for kind, (_, last) in found.items()}
    places = [(kind, first.box[0], first.box[1]) for kind, (first, _) in found.items()]
    return _parted(places, ends)


def _header(ahead: Sequence[Token]) -> str | None:
    words = [token.letters for token in ahead]
    if words[:1] == ["ice"]:
        return ICE
    if len(words) == 2 and words[0] == "the" and fuzz.ratio(words[1], "lea") >= 60:
        return AGENCY
    return None


def _parted(
    places: Sequence[tuple[str, float, float]], ends: dict[str, tuple[float, float]]
) -> tuple[Area, ...]:
    """Two areas side by side, or one above the other."""
    (one, x0, y0), (two, x1, y1) = sorted(places, key=lambda p: p[1])
    if x1 - x0 >= _STACKED:
        top = min(y0, y1) - 60
        cut, low = x1 - _MARGIN, max(y0, y1) + _BLOCK
        return (
            Area(one, x0 - _MARGIN, cut, top, low, ends.get(one)),
            Area(two, cut, 10_000, top, low, ends.get(two)),
        )
    (one, x0, y0), (two, x1, y1) = sorted(places, key=lambda p: p[2])
    if y1 - y0 < _STEP:
        return ()
    left, cut = min(x0, x1) - _MARGIN, y1 - 60
    return (
        Area(one, left, 10_000, y0 - 60, cut, ends.get(one)),
        Area(two, left, 10_000, cut, y1 + _BLOCK, ends.get(two)),
    )


def _dated(tokens: Sequence[Token]) -> tuple[Area, ...]:
    """By two date lines side by side, as the template of 2019 has them; ICE by its words."""
    dates = [token for token in tokens if _label(token) == "date"]
    pairs = [
        (a, b)
        for a in dates
        for b in dates
        if b.box[0] - a.box[0] >= _STACKED and abs(a.middle - b.middle) < _STEP
    ]
    if not pairs:
        return ()
    left, right = max(pairs, key=lambda pair: pair[0].middle)
    places = [("left", left.box[0], left.box[1] - 200), ("right", right.box[0], right.box[1] - 200)]
    two = _parted(places, {})
    ices = [bool(_ICE_WORDS.search(_text(filter(area.holds, tokens)))) for area in two]
    if len(two) != 2 or ices.count(True) != 1:
        return ()
    return tuple(
        Area(ICE if ice else AGENCY, a.left, a.right, a.top, a.bottom)
        for a, ice in zip(two, ices, strict=True)
    )


def _half_dated(tokens: Sequence[Token]) -> tuple[Area, ...]:
    """By one date line, where scrawl covers the other, and ICE's words in the other half."""
    for date in sorted(tokens, key=lambda token: -token.middle):
        if _label(date) != "date":
            continue
        own = date.box[0] < _HALF
        across = [
            token
            for token in tokens
            if (token.box[0] < _HALF) != own and 0 < token.middle - date.middle < 1.5 * _STACKED
        ]
        if across and _ICE_WORDS.search(_text(across)):
            top = date.box[1] - 200
            edge = min(token.box[0] for token in across)
            return _parted([(AGENCY, date.box[0], top), (ICE, edge, top)], {})
    return ()


def lines(found: Sequence[Area], tokens: Sequence[Token]) -> dict[str, Lines]:
    """The words of each area by label; a label that one column lacks is that of the other."""
    labels = {area.party: _labels(area, tokens) for area in found}
    if len(found) == 2 and found[0].top == found[1].top:
        first, second = (labels[area.party] for area in found)
        labels = {
            found[0].party: {**_lent(second, first), **first},
            found[1].party: {**_lent(first, second), **second},
        }
    return {area.party: _lines(area, labels[area.party], tokens) for area in found}


def _labels(area: Area, tokens: Iterable[Token]) -> dict[str, float]:
    """The height of each label, the first of its kind."""
    rows: dict[str, float] = {}
    for token in sorted(filter(area.holds, tokens), key=lambda t: t.middle):
        label = _label(token)
        if label and label not in rows and token.box[0] < area.left + _INDENT:
            rows[label] = token.middle
    return rows


def _lent(other: dict[str, float], own: dict[str, float]) -> dict[str, float]:
    """The other column's labels, none where this column has another one at that height."""
    return {
        label: at
        for label, at in other.items()
        if all(abs(at - mine) > _SAME_LINE for mine in own.values())
    }


def _label(token: Token) -> str | None:
    letters = token.letters
    if token.field or len(letters) < 3:
        return None
    best = max(LABELS, key=lambda label: fuzz.ratio(letters, label))
    wanted = 75 if token.text.endswith((":", ".", ";", ",")) else _ALIKE
    return best if fuzz.ratio(letters, best) >= wanted else None


def _lines(area: Area, rows: dict[str, float], tokens: Iterable[Token]) -> Lines:
    held = [token for token in tokens if area.holds(token)]
    by_label: dict[str, list[Token]] = {label: [] for label in rows}
    bands = _bands(rows)
    for token in held:
        if _label(token) in rows and token.box[0] < area.left + _INDENT:
            continue
        for label, (top, bottom) in bands.items():
            if top <= token.middle < bottom:
                by_label[label].append(token)
                break
    known = {label: tuple(_ordered(words)) for label, words in by_label.items()}
    return Lines(area.party, known, frozenset(rows), _beside(area, held), _loose(rows, held))


def _bands(rows: dict[str, float]) -> dict[str, tuple[float, float]]:
    """From where to where a label's value stands."""
    ordered = sorted(rows.items(), key=lambda row: row[1])
    gaps = [b[1] - a[1] for a, b in pairwise(ordered)]
    step = min(median(gaps), _WIDEST_STEP) if gaps else _STEP
    bands = {}
    for number, (label, at) in enumerate(ordered):
        above = min(gaps[number - 1], step) if number else step * 1.2
        below = min(gaps[number], step) if number < len(gaps) else step
        bands[label] = (at - _ABOVE * above, at + _BELOW * below)
    return bands


def _beside(area: Area, held: Iterable[Token]) -> tuple[Token, ...]:
    if area.header is None:
        return ()
    right, middle = area.header
    return tuple(
        _ordered(t for t in held if t.box[0] >= right and abs(t.middle - middle) < _SAME_LINE)
    )


def _loose(rows: dict[str, float], held: Sequence[Token]) -> tuple[tuple[Token, ...], ...]:
    """The lines below the only label, a date: name and title stand there without labels."""
    if set(rows) != {"date"}:
        return ()
    rest = sorted((t for t in held if t.middle > rows["date"] + 150), key=lambda t: t.middle)
    made: list[list[Token]] = []
    for token in rest:
        if made and token.middle - made[-1][0].middle < _SAME_LINE:
            made[-1].append(token)
        else:
            made.append([token])
    return tuple(tuple(_ordered(line)) for line in made)


def _ordered(tokens: Iterable[Token]) -> list[Token]:
    return sorted(tokens, key=lambda token: token.box[0])


def _on_line(one: Token, other: Token) -> bool:
    return abs(one.middle - other.middle) < _SAME_LINE and 0 <= one.box[0] - other.box[0] < _BESIDE


def _text(tokens: Iterable[Token]) -> str:
    return " ".join(token.text for token in tokens)
