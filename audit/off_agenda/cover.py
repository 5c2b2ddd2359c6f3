"""Whether a line of an agenda may cover a motion: by number, heading, consent list or words.

Owns that comparison, made so that any line that could mean the motion is found (a motion is called
off the agenda only where none could). Weighs no step of any law.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from audit.off_agenda.kinds import about_consent
from audit.off_agenda.values import Agenda, Listed, Minutes, Moved, Near
from audit.off_agenda.words import core, letterhead, numbers, subject, telling

COVERED, NEAR = 0.6, 0.01
"""From COVERED on a line stands for the motion; from NEAR on it may, and nothing is said."""

_TALK, _OWN, _LINE = 1200, 700, 1500
_LINES = 400
_TALKS = frozenset({"reports", "public_comment", "opening", "adjournment"})
_CONSENT = ("consent", "omnibus", "routine matters")


@dataclass(frozen=True)
class Line:
    """One line of an agenda made ready: its words and numbers. whole: with the words under it."""

    item: Listed
    title: frozenset[str]
    whole: frozenset[str]
    numbers: frozenset[str]


@dataclass(frozen=True)
class Words:
    """The telling words of a motion. moved: of the sentence that moves it; own: with the talk on it
    up to the vote; talk: of what stands before it; papers: the numbers it names."""

    moved: frozenset[str]
    own: frozenset[str]
    talk: frozenset[str]
    papers: frozenset[str]


def lines(agenda: Agenda, body: str = "") -> tuple[Line, ...]:
    """The items of an agenda, and every printed line beside them, made ready for comparison.

    body: the name of the body, whose words stand in every letterhead.
    """
    common = telling(body)
    found = [_line(item, common) for item in agenda.items if not letterhead(item.title)]
    titles = {line.title for line in found}
    for page, text in agenda.pages:
        rows = (row.strip() for row in text.splitlines()[:_LINES])
        printed = (_line(Listed(row[:200], page=page), common) for row in rows
                   if row and not letterhead(row))  # fmt: skip
        found += [line for line in printed if line.title not in titles or line.numbers]
    return tuple(line for line in found if line.whole or line.numbers)


def nearest(motion: Moved, minutes: Minutes, listed: Sequence[Line], agenda: Agenda) -> list[Near]:
    """The agenda lines that may mean the motion, nearest first, at most three."""
    common = telling(minutes.body)
    heading = _heading(motion, minutes.items)
    parent = _parent(heading, minutes.items)
    said = motion.text or motion.quote
    moved = telling(core(said)[:_OWN]) - common
    own = telling(subject(said)[:_OWN]) - common
    talk = telling(_talk(motion, heading, minutes)) - own - common
    papers = numbers(f"{motion.quote} {motion.text[:_OWN]}")
    best: dict[str, Near] = {}
    for line in listed:
        near = _near(line, motion, heading, parent, Words(moved, own, talk, papers))
        if near.score >= NEAR and near.score > best.get(line.item.title, near).score - 1e-9:
            best[line.item.title] = near
    if about_consent(motion) and (consent := _consent(agenda)) is not None:
        best[consent.title] = Near(consent, 1.0, "the agenda lists a consent agenda")
    return sorted(best.values(), key=lambda near: -near.score)[:3]


def names_subject(motion: Moved) -> bool:
    """Whether the motion's own words say what it is about: two telling words at least."""
    return len(telling(core(motion.text or motion.quote)[:_OWN])) >= 2


def _line(item: Listed, common: frozenset[str]) -> Line:
    whole = f"{item.title} {item.text[:_LINE]}"
    paper = frozenset({item.paper.lower()}) if item.paper else frozenset[str]()
    title = telling(item.title) - common
    return Line(item, title, telling(whole) - common, numbers(whole) | paper)


def _near(
    line: Line,
    motion: Moved,
    heading: Listed | None,
    parent: Listed | None,
    words: Words,
) -> Near:
    own, talk = words.own, words.talk
    if words.papers & line.numbers:
        return Near(line.item, 1.0, "the same number is printed")
    over = parent is not None and _same(telling(parent.title), line.title)
    if over and not (heading and _same(telling(heading.title), line.title)):
        return Near(line.item, 0.3, "it stands below this heading in the minutes")
    if heading is not None and _same(telling(heading.title), line.title):
        if line.item.section in _TALKS and not words.moved & line.whole:
            return Near(line.item, 0.3, "it stands under this heading, which lists no vote")
        return Near(line.item, 0.95, "it stands under this heading in the minutes")
    if line.item.number and line.item.number in motion.items and line.title & (own | talk):
        return Near(line.item, 0.9, "it stands under the item of this number")
    shared = own & line.whole
    whole = bool(line.title) and line.title <= own
    if whole and (len(line.title) >= 2 or line.item.section not in _TALKS):
        return Near(line.item, 0.85, "it names all that the line names")
    if len(shared) >= 2:
        score = COVERED + 0.3 * len(shared) / max(1, min(len(own), len(line.whole)))
        return Near(line.item, min(score, 0.84), f"they share {_said(shared)}")
    # A report's name in one word ("Police Department") is spoken of at every turn.
    report = line.item.section in _TALKS and len(line.title) == 1
    half = bool(shared) and 2 * len(shared) >= len(line.title) and not report
    if shared & words.moved or half:
        return Near(line.item, 0.4, f"they share only {_said(shared)}")
    if line.title and line.title <= talk | own and not report:
        return Near(line.item, 0.2, f"the talk before it names {_said(line.title)}")
    return Near(line.item, 0.0)


def _same(heading: frozenset[str], title: frozenset[str]) -> bool:
    """Whether two headings name one matter: all the words of the shorter are in the longer."""
    if not heading or not title:
        return False
    return heading <= title or title <= heading


def _heading(motion: Moved, items: Iterable[Listed]) -> Listed | None:
    """The last heading of the minutes above the motion."""
    above = [one for one in items if (one.page, one.start) <= (motion.page, motion.start)]
    return max(above, key=lambda one: (one.page, one.start)) if above else None


def _parent(heading: Listed | None, items: Iterable[Listed]) -> Listed | None:
    """The heading that a heading is a part of; a lettered one is a part of the numbered one."""
    if heading is None or heading.number is None:
        return None
    place, lettered = (heading.page, heading.start), heading.number.isalpha()
    above = [
        one
        for one in items
        if one.number
        and (one.page, one.start) < place
        and (one.number == heading.parent or (lettered and one.number.isdigit()))
    ]
    return max(above, key=lambda one: (one.page, one.start)) if above else None


def _talk(motion: Moved, heading: Listed | None, minutes: Minutes) -> str:
    """What the minutes say between the heading, or the motion before, and the motion."""
    text = dict(minutes.pages).get(motion.page, "")
    ends = [m.end for m in minutes.motions if m.page == motion.page and m.end <= motion.start]
    begin = max(ends, default=0)
    if heading is not None and heading.page == motion.page:
        begin = max(begin, heading.start)
    return f"{heading.title if heading else ''} {text[begin : motion.start][-_TALK:]}"


def _consent(agenda: Agenda) -> Listed | None:
    return next(iter(_consents(agenda.items)), None)


def _consents(items: Iterable[Listed]) -> Iterator[Listed]:
    for item in items:
        if item.consent or any(word in item.title.lower() for word in _CONSENT):
            yield item


def _said(words: frozenset[str]) -> str:
    return " and ".join(repr(word) for word in sorted(words)[:3])
