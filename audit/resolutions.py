"""What the texts of resolutions add to the minutes: what a number stood for, and their own votes.

Owns when a text counts as the record of a vote, when it only explains a number, and when it leaves
the question open (docs/decisions/013). How a vote is told and compared is `decisions`'.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from audit.bodies import MATTER, Passage, ReadEnactment, ReadMotion
from audit.effects import APPROVES, ENDS, REJECTS, VOTES, effect, on_the_matter
from audit.numbered import opposing, papers_named, plain_number
from audit.papers import AGENDA, RESOLUTION, Paper

_ANNOUNCING = frozenset({AGENDA, "packet", "notice"})
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHORT_YEAR = re.compile(r"(?:^|-)(?P<year>\d\d)-\d")
_TITLED = re.compile(
    r"[\s,:;\u2013-]*(?:as\s+(?:presented|read|written|submitted|listed|amended)\W+)?"
    r"(?P<title>(?:an?|the|to|of|for|entitled|titled|which|on|regarding|concerning|[a-z]+ing|fees?)\b"
    r"[^.;]{4,300})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:motion|moved|carried|passed|seconded|roll\s+call|ayes?|vote[ds]?|unanimous\w*|all\s+in"
    r"|mr|ms|mrs|by)\b.*|(?<![\w-])\d{1,2}\s?-\s?\d{1,2}(?![\w-]).*",
    re.IGNORECASE | re.DOTALL,
)
_WORD = re.compile(r"[a-z]{4,}")
_USUAL_TEXT = """
    resolution ordinance borough township council county city town village board commissioners
    supervisors authorizing approving adopting agreement agreements between with certain execution
    entering into providing under this that said hereby adopt approve authorize number state
    pennsylvania commonwealth motion second passed carried adopted approved presented"""
_USUAL = frozenset(_USUAL_TEXT.split())


@dataclass(frozen=True)
class Text:
    """One text on the matter and the paper that holds it."""

    paper: Paper
    enactment: ReadEnactment

    @property
    def number(self) -> tuple[str, str]:
        """Kind and number as `papers_named` tells them; the number is "" where none is printed."""
        return self.enactment.kind, plain_number(self.enactment.number)

    @property
    def passage(self) -> Passage:
        """The words that say when or whether it was adopted, else its heading."""
        return self.enactment.told or self.enactment.opens

    @property
    def effect(self) -> str:
        """What it does if it was adopted; "" where its title does not plainly say so."""
        one = self.enactment
        if one.near or one.direction not in ("adopt", "end"):
            return ""
        if one.direction == "adopt" and opposing(one.title):
            return ""
        return effect(one.direction, "passed")

    @property
    def motion(self) -> ReadMotion:
        """Its own vote as a motion."""
        one, at = self.enactment, self.passage
        return ReadMotion(
            at.quote, f"{one.title} {at.quote}", one.result, one.direction, at.page, at.start,
            at.end, one.ayes, one.nays, one.abstain, one.method, (MATTER,), (), one.mover,
            one.seconder,
        )  # fmt: skip


@dataclass(frozen=True)
class ByText:
    """A motion on a number that a text explains. effect: "" where it is only a lead."""

    paper: Paper
    motion: ReadMotion
    text: Text
    effect: str
    why: str


def texts(held: Iterable[Paper], own: Callable[[str | None], bool]) -> tuple[Text, ...]:
    """The texts on the matter that are this body's own, those that say most first."""
    found = [
        Text(paper, one)
        for paper in held
        for one in paper.version.enactments
        if one.matter is not None and own(one.body)
    ]
    return tuple(sorted(found, key=_weight, reverse=True))


def _weight(text: Text) -> tuple[bool, bool, bool, object, str]:
    version = text.paper.version
    own_copy = text.paper.document.origin != "import"
    return (not left_open(text), text.enactment.adopted is not None, own_copy,
            version.captured_at, version.sha256)  # fmt: skip


def left_open(text: Text) -> str:
    """Why a text by itself is no record of a vote, in one phrase; "" where it is one."""
    one, paper = text.enactment, text.paper
    if one.near:
        return "it may be on the agreement without naming it"
    if one.adopted is None:
        return "its form was left open" if one.blank else "it states no date of adoption"
    if one.adopted > paper.version.captured_at.date():
        return "it was captured before the day it names"
    if paper.role in _ANNOUNCING and (paper.day is None or one.adopted >= paper.day):
        return "it was bound in before the meeting that it names"
    if one.signature == "blank":
        return "its lines for signatures are open"
    voted = one.ayes is not None or one.method == "unanimous"
    if one.signature == "unknown" and not voted:
        return "it shows no signature and states no vote"
    return _unclear(text)


def _unclear(text: Text) -> str:
    one = text.enactment
    counted = one.ayes is not None and one.nays is not None
    if counted and (int(one.ayes or 0) > int(one.nays or 0)) != (one.result == "passed"):
        return "its vote and its outcome do not fit"
    if effect(one.direction, one.result) not in (APPROVES, ENDS, REJECTS) or not text.effect:
        return "what it does to the agreement cannot be read from it"
    return ""


def by_text(
    speaking: Sequence[Paper], known: Sequence[Text], decided: Collection[date | None]
) -> Iterator[ByText]:
    """The votes on a number that a text on the matter bears, at meetings where none names it.

    A number of another year, and one without a year from another day, is another paper's.
    """
    numbered = [text for text in known if text.number[1]]
    for paper in speaking:
        if paper.day is None or paper.day in decided:
            continue
        for motion in paper.version.others:
            if on_the_matter(motion) or effect(motion.direction, motion.result) not in VOTES:
                continue
            named = papers_named(motion)
            meant = [text for text in numbered if text.number in named]
            text = next((t for t in meant if fits(t, paper)), None)
            if text is not None:
                yield _decided(paper, motion, text)
            elif meant and _same_year(meant[0], paper.day):
                why = f"decides {meant[0].enactment.name}, whose text on the matter bears no date"
                yield ByText(paper, motion, meant[0], "", why)


def _decided(paper: Paper, motion: ReadMotion, text: Text) -> ByText:
    name = text.enactment.name
    place = f"sha256 {text.paper.version.sha256[:12]}, p. {text.enactment.opens.page}"
    title = _own_title(motion, text)
    if title and not _shared(title, text):
        apart = f"gives {name} another title ({title!r}) than its text on the matter ({place})"
        return ByText(paper, motion, text, "", apart)
    found = _effect(motion, text)
    why = f"the motion decides {name}; its text ({place}) is on the matter"
    return ByText(
        paper, motion, text, found, why if found else f"{why}, and where it points is open"
    )


def _effect(motion: ReadMotion, text: Text) -> str:
    """What a decided motion on the number does to the agreement; "" where that is open."""
    if not text.effect or motion.direction not in ("adopt", "reject"):
        return ""
    if motion.direction == "adopt":
        return effect(text.enactment.direction, motion.result)
    return effect("reject", motion.result) if text.effect == APPROVES else ""


def fits(text: Text, paper: Paper) -> bool:
    """Whether a number on a paper of a day can be this text's.

    A number that carries its year fits any day of that year; one without fits the day the text
    says it was adopted, or else the meeting that its document belongs to.
    """
    day = paper.day
    if day is None:
        return False
    carried = _year_of(text.number[1])
    if carried is not None:
        return carried == day.year
    if text.enactment.adopted is not None:
        return text.enactment.adopted == day
    return text.paper.day == day


def _same_year(text: Text, day: date) -> bool:
    """Whether nothing tells the text from a paper of that year."""
    carried, adopted = _year_of(text.number[1]), text.enactment.adopted
    if carried is not None or adopted is not None:
        return False
    return text.paper.day is None or text.paper.day.year == day.year


def _year_of(number: str) -> int | None:
    if whole := _YEAR.search(number):
        return int(whole[0])
    short = _SHORT_YEAR.search(number)
    return 2000 + int(short["year"]) if short else None


def _own_title(motion: ReadMotion, text: Text) -> str:
    """The title that a motion gives to the number, "" where it names the bare number."""
    said = motion.text or motion.quote
    for match in re.finditer(r"\d[\w-]*(?:\s+of\s+\d{4})?", said):
        if plain_number(match[0]) == text.number[1] or text.number[1].endswith(
            f"-{plain_number(match[0])}"
        ):
            rest = _TITLED.match(said, match.end())
            title = _ENDS.sub("", rest["title"]).strip(" ,:;-") if rest else ""
            return title if len(_WORD.findall(title.lower())) > 1 else ""
    return ""


def _shared(title: str, text: Text) -> bool:
    """Whether two titles have a telling word in common."""
    mine = set(_WORD.findall(text.enactment.title.lower())) - _USUAL
    return bool(mine & set(_WORD.findall(title.lower())))


def alone(
    known: Sequence[Text], decided: Collection[date | None]
) -> Iterator[tuple[Text, tuple[Text, ...]]]:
    """The texts that are the only record of a vote, each once, with the other copies of it."""
    seen: dict[tuple[object, ...], list[Text]] = {}
    for text in known:
        if not left_open(text) and text.enactment.adopted not in decided:
            dated = None if _year_of(text.number[1]) else text.enactment.adopted
            seen.setdefault((text.number, text.enactment.direction, dated), []).append(text)
    for copies in seen.values():
        yield copies[0], tuple(copies[1:])


def unsettled(
    known: Sequence[Text], used: Collection[Text], decided: Collection[date | None]
) -> Iterator[tuple[Text, str]]:
    """The texts that leave open whether they were adopted, with why.

    One bound into an agenda or packet is a draft for that meeting, whose minutes tell. One behind
    minutes that tell a vote on the matter, and another copy of one that counted, adds nothing.
    """
    numbers = {text.number for text in used if text.number[1]}
    for text in known:
        if text in used or text.paper.role in _ANNOUNCING or text.number in numbers:
            continue
        if (text.enactment.adopted or text.paper.day) in decided:
            continue
        why = left_open(text)
        if why:
            yield text, f"holds the text of {_called(text)}, and {why}"


def unread(held: Iterable[Paper]) -> Iterator[tuple[Paper, Passage]]:
    """Papers that are a resolution by themselves and name the matter, not as what they enact."""
    for paper in held:
        if paper.role != RESOLUTION or paper.version.enactments:
            continue
        for flag in paper.version.flags:
            if flag.topic == MATTER and flag.relevance not in ("none", "public_comment"):
                yield paper, Passage(flag.quote, flag.page, flag.start, flag.end)
                break


def _called(text: Text) -> str:
    one = text.enactment
    return one.name if one.number else f"a {one.kind} on the matter"


def related(text: Text, motion: ReadMotion, paper_day: date | None) -> bool:
    """Whether a vote of a meeting and a text are of one paper: by its number, or its day."""
    one = text.enactment
    if one.direction not in ("adopt", "end") or paper_day is None:
        return False
    named = papers_named(motion)
    if text.number[1] and text.number in named:
        return True
    other = motion.direction in ("adopt", "end") and motion.direction != one.direction
    return one.adopted == paper_day and not other and not left_open(text)


def parting(text: Text, motion: ReadMotion, day: date) -> Iterator[tuple[str, str, str]]:
    """Where the vote of a meeting and the text part in date or number: (what, vote's, text's)."""
    one = text.enactment
    if one.adopted is not None and one.adopted != day:
        yield "date", day.isoformat(), one.adopted.isoformat()
    numbers = sorted(number for kind, number in papers_named(motion) if kind == one.kind)
    if numbers and text.number[1] and text.number[1] not in numbers:
        yield "number", " and ".join(numbers), text.number[1]
