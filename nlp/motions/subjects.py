"""What a motion is about: topics of its words, of the item above it, of the paper it names.

Owns when a motion takes over a topic that its own words do not show ("Motion to table").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nlp.motions.direction import direction
from nlp.motions.lookup import Items, Lookup, Passages
from nlp.outline import Entry
from nlp.state import Hit

_PROCEDURE = re.compile(
    r"\b(?:adjourn\w*|recess|executive\s+session|closed\s+session|minutes|bills?\s+(?:for"
    r"|as|list|payable)|treasurer|pay(?:ment)?\s+(?:the\s+|of\s+)?bills"
    r"|financial\s+report|agenda\s+as|warrants?\s+register|payroll|excuse|agenda\b"
    r"|invoices)\b",
    re.I,
)
_STRONG_NOUN = (
    r"(?:agreements?|memorand\w+|moa|mou|program|partnership|participation|contract|involvement)"
)
_WEAK_NOUN = (
    r"(?:resolution|ordinance|item|matter|request|motion|proposal|policy|measure|application)"
)
# "The agreement with the county" has a subject of its own; "the agreement" points back.
_OWN = (
    r"(?!\s+(?:for|with|between|from|of|on|at|by|to)\s+"
    r"(?!ice\b|immigration|the\s+(?:police|department|agency|sheriff|chief)))"
)
_POINTER = r"\b(?:the|this|that|said|our|their|its)\s+(?:[\w-]+\s+){0,3}?"
_BARE = (
    r"^\W*(?:to|that)?\s*(?:approve|adopt|table|deny|reject|postpone|continue|accept|terminate"
    r"|rescind"
    r"|withdraw|ratify|authorize|end|cancel)\s*(?:[.,;]|$|until|to\s+(?:the|a|next)|indefinitely)"
)
_STRONG = re.compile(rf"{_POINTER}{_STRONG_NOUN}\b{_OWN}", re.I)
# "The agreement" and nothing between: no subject of its own, whatever item it is told under.
_SAME = re.compile(
    r"\b(?:the|this|that|said)\s+(?:(?:said|proposed|draft|federal|ice|immigration|287\s?\(g\))\s+){0,2}"
    rf"{_STRONG_NOUN}\b{_OWN}",
    re.I,
)
_ANAPHORA = re.compile(
    rf"{_POINTER}{_WEAK_NOUN}\b{_OWN}|\bit\b|\bas\s+(?:presented|submitted|written|discussed"
    rf"|amended)\b|{_BARE}",
    re.I,
)
_PAPER = re.compile(
    r"\b(?:resolution|ordinance|bill|contract|agreement)\s+(?:no\.?\s*|number\s*"
    r"|#\s*)?(?P<number>[A-Z]{0,2}-?\d[\w-]*)",
    re.I,
)
# "6. RESOLUTION NO. 2026-14", "Resolution 14 - Police": a line that only numbers a paper.
_NUMBER_LINE = re.compile(
    r"(?:^|\f)[ ]*(?:(?:item[ ]+)?\(?(?:\d{1,2}(?:\.\d{1,2})?|[A-Z]|[IVX]{1,5})[.):]+[ ]+)?"
    r"(?:joint[ ]+)?(?:resolution|ordinance)[ ]+(?:no\.?[ ]*|number[ ]*"
    r"|#[ ]*)?[A-Z]{0,2}-?\d[\w-]*"
    r"[ ]*(?:[.:]?[ ]*|(?:-|:|\u2013)[ ]*[^\n.;]{1,90})$",
    re.I | re.M,
)
# The letter or number with which a line opens an item of a list.
_MARKER = re.compile(
    r"^[ ]*\(?(?:(?P<figure>\d{1,2})|(?P<capital>[A-Z])|(?P<small>[a-z]))[.)][ ]+(?=\S)", re.M
)
# The floor that is opened or closed: what residents say behind it is not what was moved.
_FLOOR = re.compile(
    r"^\W*(?:to\s+)?(?:(?:re-?)?open|close|end|begin|start)\w*\b[^.;\n]{0,30}?\b(?:to\s+the\s+public|floor|public"
    r"\s+(?:comments?|portion|participation|forum|session|input)|citizens'?\s+(?:time|comments?|forum)"
    r"|comment\s+period)\b",
    re.I,
)
_OTHER_ITEM = re.compile(r"^[ ]*(?:\d{1,2}|[A-Z])[.)][ ]", re.M)
_ABOVE = 800
_MOTION = re.compile(r"\bmotion\b|\bmoved\b", re.I)
_NEAR = 1500
_FROM_HEADING = "the topic stands in the item's heading"


@dataclass(frozen=True)
class Subject:
    """Topics of a motion; way: a direction that the item or paper gives it, or None; doubt."""

    topics: tuple[str, ...]
    way: str | None = None
    doubt: str | None = None


def lookup(
    text: str, entries: Sequence[Entry], flags: Sequence[Hit], possible: Sequence[Hit]
) -> Lookup:
    """The passages and items of a document, made once for all its motions."""

    def papers(hit: Hit) -> list[str]:
        return [m["number"].lower() for m in _PAPER.finditer(_of_paper(text, hit))]

    return Lookup(Items(entries), Passages(flags, papers), Passages(possible, papers))


def subject(
    text: str,
    span: tuple[int, int],
    proposal: str,
    items: Sequence[str],
    current: Entry | None,
    numbered: Items,
    passages: Passages,
) -> Subject:
    """The topics of one motion and, where they come from elsewhere, what that place says."""
    if _FLOOR.search(proposal):
        # "Open the floor to the public on the 287(g) agreement" has it in its own words.
        told = text.find(proposal.strip(), *span)
        span = (span[0], told + len(proposal.strip()) if told >= 0 else span[1])
        return Subject(_topics(passages.between(*span)))
    own = passages.between(*span)
    if own:
        return _with_heading(own, current, passages)
    named = passages.naming(m["number"].lower() for m in _PAPER.finditer(proposal))
    if named:
        return Subject(
            _topics(named), _way(text, named[0]), "the topic stands where the paper is named"
        )
    covered = _under(numbered.of(items), passages, current)
    if covered:
        return Subject(_topics(covered), None if len(items) > 1 else _way(text, covered[0]),
                       "the topic stands in an item the motion covers")  # fmt: skip
    return _from_here(text, span, proposal, current, passages)


def _with_heading(own: list[Hit], current: Entry | None, passages: Passages) -> Subject:
    """The topics a motion's own words show, and that of its item where both are one agreement.

    "To sign the memorandum with Homeland Security" says less than the heading above it.
    """
    topics, heading = _topics(own), passages.between(current.start, current.body) if current else []
    deals = all(any(h.relevance == "agreement" for h in hits) for hits in (own, heading))
    both = tuple(dict.fromkeys((*topics, *_topics(heading)))) if deals else topics
    return Subject(both, doubt=None if both == topics else _FROM_HEADING)


def _from_here(
    text: str, span: tuple[int, int], proposal: str, current: Entry | None, passages: Passages
) -> Subject:
    """The topic of the item a motion stands under, if its words point back or name nothing else."""
    if _PROCEDURE.search(proposal[:160]):
        return Subject(())
    strong = _STRONG.search(proposal[:300]) is not None
    weak = not re.search(r"\w", proposal) or _ANAPHORA.search(proposal[:300]) is not None
    heading = passages.between(current.start, current.body) if current else []
    if _SAME.search(proposal[:300]) is None:
        heading = [h for h in heading if not _next_item(text, h, span[0])]
    if heading and (strong or weak or _only_matter(text, current, span[0])):
        return Subject(_topics(heading), _way(text, heading[0]), _FROM_HEADING)
    low = max(current.start if current else 0, span[0] - _NEAR)
    before = [h for h in passages.between(low, span[0]) if h.relevance != "public_comment"]
    if _SAME.search(proposal[:300]) is None:
        before = [h for h in before if not _next_item(text, h, span[0])]
    if strong or weak:
        # A weak word ("the request") may mean the motion in between rather than the passage.
        before = [h for h in before if strong or not _MOTION.search(text, h.end, span[0])]
        if before:
            return Subject(_topics(before), None, "the topic stands in the words before the motion")
    return Subject(())


def _next_item(text: str, hit: Hit, at: int) -> bool:
    """Whether the list that a passage stands in goes on to its next item before this place."""
    last = {m.lastgroup: m for m in _MARKER.finditer(text, max(0, hit.at - _NEAR), hit.at)}
    for marker in _MARKER.finditer(text, hit.at, at):
        own = last.get(marker.lastgroup)
        if own is not None and _step(own) + 1 == _step(marker):
            return True
    return False


def _step(marker: re.Match[str]) -> int:
    return int(marker["figure"]) if marker["figure"] else ord(marker[marker.lastgroup or 0])


def _only_matter(text: str, current: Entry | None, at: int) -> bool:
    """Whether no motion stands between the heading and this one."""
    return current is not None and not _MOTION.search(text, current.body, at)


def _under(covered: Sequence[Entry], passages: Passages, current: Entry | None) -> list[Hit]:
    found = [h for e in covered if e is not current for h in passages.between(e.start, e.end)]
    found.sort(key=lambda hit: hit.at)
    return [h for h in found if h.relevance in ("agreement", "policy")]


def _of_paper(text: str, hit: Hit) -> str:
    """A passage, behind the line above that numbers its paper: "RESOLUTION NO. 2026-14"."""
    passage = text[hit.start : hit.end]
    if _PAPER.search(passage):
        return passage
    above = list(_NUMBER_LINE.finditer(text, max(0, hit.start - _ABOVE), hit.start))
    if not above or _OTHER_ITEM.search(text, above[-1].end(), hit.start):
        return passage
    return f"{above[-1].group()}\n{passage}"


def _way(text: str, hit: Hit) -> str | None:
    """A heading or resolution that itself ends or opposes the thing turns "approve" round."""
    found = direction(text[hit.start : hit.end])
    return found if found in ("end", "reject") else None


def _topics(hits: Sequence[Hit]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(h.topic for h in hits))
