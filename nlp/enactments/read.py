"""One `Enactment` for each text of a resolution or an ordinance in a document.

Owns the assembly: which part answers which question. In the body's own minutes only number, title
and matter are read from a text: how it was voted is told by the minutes around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from nlp.enactments import adopted
from nlp.enactments.find import RESOLVED, Text, texts
from nlp.enactments.values import Enactment
from nlp.meta.told import Told
from nlp.motions.direction import direction
from nlp.packets import inside
from nlp.state import Hit, State

_ACTING = re.compile(
    r"\b(?:authori[sz]|approv|adopt|ratif|accept|enter|support|endors|join|execut|participat|renew"
    r"|terminat|rescind|repeal|revok|withdraw|end|oppos|reject|den|prohibit|forbid|declin|extend"
    r"|amend|establish|set|direct|creat|fix|award|appoint)(?:t?ing|y?ing)\b"
    r"|\bto\s+(?=[a-z]+\b)",
    re.I,
)
# A word of a name; in a title of capitals the next verb ("APPROVING") ends the name.
_NAME = r"(?!\w+ing\b|(?:of|in|the|to|for|and|by|with|on|at)\b)(?-i:[A-Z][\w'-]+)"
_OF = re.compile(
    r"\b(?:of|by)\s+(?:the\s+)?(?P<name>"
    r"(?:(?:borough|town|city|village|township|county|common)\s+)?"
    r"(?:council|board|commission|committee|supervisors|commissioners|trustees|legislature"
    r"|select\s*board)\b"
    rf"(?:\s+(?:of|for)\s+(?:the\s+)?(?:{_NAME}|[a-z]{{4,}})(?:\s+(?:of\s+)?{_NAME})*)*"
    rf"|(?:borough|town|city|village|township|county)\s+of\s+{_NAME}(?:\s+{_NAME})*)",
    re.I,
)
_SIGNER = re.compile(
    r"\b(?:the\s+)?(?P<who>(?:chief(?:\s+of\s+police)?|police\s+chief|mayor|sheriff|president|chair\w*"
    r"|manager|secretary|supervisors?|constable|warden)(?:\s+(?:and|or)\s+(?:the\s+)?\w+"
    r"(?:\s+of\s+police)?)?)\s+(?:\w+\s+){0,4}?(?:is|are|be)\s+(?:hereby\s+)?(?:authori[sz]ed|directed"
    r"|empowered)(?:\s+and\s+(?:directed|empowered))?\s+to\s+(?:\w+\s+){0,3}?(?:sign|execute|enter)"
    r"|\bauthori[sz]\w*\s+(?:the\s+)?(?P<also>chief(?:\s+of\s+police)?|police\s+chief|mayor|sheriff"
    r"|president|manager|chair\w*)\s+to\s+(?:sign|execute|enter)",
    re.I,
)
_OWN_RECORD = frozenset(("minutes", "transcript"))
_KINDS = frozenset(("transcript", "votes"))
_CLAUSE = 500


def enactments(state: State) -> Iterator[Enactment]:
    """The texts of resolutions and ordinances in a document, in order of place."""
    if state.meta.kind in _KINDS:
        return
    text = state.source.text
    for found in texts(text):
        bound = inside(state.source, state.attachments, found.start)
        told = state.meta.kind not in _OWN_RECORD or bound
        yield _read(text, found, [*state.hits, *state.possible], told=told)


def _read(text: str, found: Text, hits: Sequence[Hit], *, told: bool) -> Enactment:
    resolved = RESOLVED.search(text, found.enacts, found.end)
    enacting = resolved.start() if resolved else found.enacts
    when = adopted.adopted(text, enacting, found.end) if told else None
    closes = when.start if when else found.end
    title = _title(text, found)
    mover, seconder = adopted.hands(text, enacting, found.end) if told else (None, None)
    return Enactment(
        found.start,
        found.end,
        Told(f"{found.kind} {found.number}".strip(), *found.heading, "the heading of its text"),
        title=title,
        body=_body(text, title, enacting, found),
        direction=_direction(text, title, resolved, closes),
        matter=tuple(_matter(hits, title, enacting, closes if told else enacting + _CLAUSE)),
        adopted=when,
        result=adopted.result(text, enacting, found.end, when) if told else None,
        vote=_vote(text, enacting, when, found.end) if told else None,
        mover=mover,
        seconder=seconder,
        signature=adopted.signature(text, enacting, found.end) if told else None,
        signer=_signer(text, title.start if title else enacting, found.end),
    )


def _vote(text: str, enacting: int, when: Told | None, end: int) -> Told | None:
    """The count beside the clause of adoption, else the first one behind the enacting words."""
    beside = adopted.vote(text, _behind(text, enacting, when), end)
    return beside or adopted.vote(text, enacting, end)


def _behind(text: str, enacting: int, when: Told | None) -> int:
    """Where the vote may open: the paragraph before the clause of adoption."""
    if when is None:
        return enacting
    before = text.rfind("\n\n", enacting, max(enacting, when.start - 2))
    return max(enacting, before)


def _title(text: str, found: Text) -> Told | None:
    if found.title is None:
        return None
    start, end = found.title
    return Told(" ".join(text[start:end].split()), start, end, "its title")


def _body(text: str, title: Told | None, enacting: int, found: Text) -> Told | None:
    """Whose it says it is, by its title or its enacting words."""
    spans = [(title.start, title.end)] if title else []
    spans.append((enacting, min(found.end, enacting + _CLAUSE)))
    for start, end in spans:
        if match := _OF.search(text, start, end):
            name = " ".join(match["name"].split())
            return Told(name, match.start("name"), match.end("name"), "its own words")
    return None


def _direction(
    text: str, title: Told | None, resolved: re.Match[str] | None, closes: int
) -> Told | None:
    """Where it points, by the verb of its title, else of what is resolved."""
    if title and (verb := _ACTING.search(text, title.start, title.end)):
        start = verb.end() if verb[0].lower().startswith("to") else verb.start()
        found = direction(" ".join(text[start : title.end].split()))
        if found != "other":
            return Told(found, start, title.end, "its title")
    if resolved:
        end = min(closes, resolved.end() + _CLAUSE)
        words = re.sub(r"^.{0,300}?\bthat\b", "", text[resolved.end() : end], flags=re.S)
        if verb := _ACTING.search(words):
            words = words[verb.start() :]
        return Told(direction(" ".join(words.split())), resolved.start(), end, "what is resolved")
    return None


def _matter(hits: Sequence[Hit], title: Told | None, enacting: int, closes: int) -> Iterator[Told]:
    """The topics that it enacts an agreement on; what its reasons speak of is none."""
    for hit in sorted(hits, key=lambda one: (one.start, one.topic)):
        titled = title is not None and hit.start < title.end and hit.end > title.start
        if hit.relevance == "agreement" and (titled or enacting <= hit.start < closes):
            yield Told(hit.topic, hit.start, hit.end, hit.rule)


def _signer(text: str, start: int, end: int) -> Told | None:
    match = _SIGNER.search(text, start, end)
    if match is None:
        return None
    group = "who" if match["who"] else "also"
    return Told(
        " ".join(match[group].split()), match.start(group), match.end(group), "its own words"
    )
