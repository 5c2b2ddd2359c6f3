"""Which agreement a passage speaks of, how surely, and why.

Owns the words that tell models, offices and places apart, and the confidence of a link: certain,
probable (something had to be assumed) or doubtful (a lead, never a vote). Judges no vote.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from audit.values import Agreement

_MODELS = {
    "Task Force Model": re.compile(r"\btask[ -]force model\b|\bTFM\b", re.IGNORECASE),
    "Warrant Service Officer": re.compile(r"\bwarrant service\b|\bWSO\b", re.IGNORECASE),
    "Jail Enforcement Model": re.compile(r"\bjail enforcement\b|\bJEM\b", re.IGNORECASE),
}
_OFFICES = {
    "police": re.compile(r"\bpolice\b", re.IGNORECASE),
    "sheriff": re.compile(r"\bsheriff", re.IGNORECASE),
    "jail": re.compile(r"\b(jail|prison|corrections?|detention)\b", re.IGNORECASE),
    "constable": re.compile(r"\bconstable", re.IGNORECASE),
    "attorney": re.compile(r"\b(district attorney|prosecutor)", re.IGNORECASE),
}

_ELECTED = frozenset({"sheriff", "constable", "attorney"})
_NUMBER = re.compile(r"\b287\s?\(?g\)?|\b1357\s?\(?g\)?", re.IGNORECASE)
_PARTNER = re.compile(
    r"\bI\.?C\.?E\.?\b|\bDHS\b|(?i:\bhomeland security\b|\bimmigration(?: and customs)?\b)"
)
_CHIEF = re.compile(r"\bchief\b|\bofficers?\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\b(?:the\s+)?(?P<place>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?)\s"
    r"(?P<kind>Borough|Township|City|Town|Village|County|Parish)(?:'s|\u2019s)\s"
    r"(?:own\s|proposed\s|new\s)*(?:287|agreement|memorandum|MOA|MOU|participation)"
)
"""Another place's agreement, named by its owner: the Oakvale Borough's agreement."""

CERTAIN, PROBABLE, DOUBTFUL = "certain", "probable", "doubtful"


@dataclass(frozen=True)
class Link:
    """How surely a motion speaks of one agreement.

    confidence: certain | probable | doubtful; reasons: plain sentences; assumed: what had to be
    assumed for it, or "". A doubtful link is a lead: it bars a negative and makes no vote.
    """

    confidence: str
    reasons: tuple[str, ...]
    assumed: str = ""


def link_of(
    words: str,
    own: str,
    agreement: Agreement,
    family: Sequence[Agreement],
    *,
    body: str = "",
    place: str = "",
    via: str = "",
    indirect: bool = False,
) -> Link | None:
    """The link of a motion to an agreement; None where it speaks of others only.

    words: the motion with the heading above it; own: the motion alone. body, place: names of the
    body that voted and of its place; via, indirect: why the motion is on the matter if its own
    words do not name it, and whether that was inferred (`Decision.via`, `Decision.indirect`).
    """
    yes, assumed = concerns(words, agreement, family)
    if not yes:
        return None
    reasons = [naming(own, via), _answering(agreement, family, body)]
    if said := _model(words, agreement):
        reasons.append(said)
    doubt = doubtful(own, agreement.agency, place)
    if doubt:
        return Link(DOUBTFUL, (*filter(None, reasons), doubt), assumed)
    assumed = assumed or (via if indirect else "")
    found = PROBABLE if assumed else CERTAIN
    extra = (assumed,) if assumed and assumed not in reasons else ()
    return Link(found, (*filter(None, reasons), *extra), assumed)


def doubtful(own: str, agency: str, place: str = "") -> str:
    """Why a motion may speak of another's agreement, in one sentence, or "".

    An elected officer who is not the agency, named without the agency's own office, and another
    place that is named as the owner, each make a doubt.
    """
    named, mine = _named(own, _OFFICES), _named(agency, _OFFICES)
    officers = (named & _ELECTED) - mine
    spoken = named & mine or ("police" in mine and _CHIEF.search(own))
    if officers and not spoken:
        return f"it names the {' and '.join(sorted(officers))}, who is not {agency}"
    for match in _OTHERS.finditer(own):
        if match["place"].lower() not in f"{agency} {place}".lower():
            return f"it names the agreement of {match['place']} {match['kind']}"
    return ""


def naming(own: str, via: str = "") -> str:
    """By what a motion names the matter, in one sentence."""
    if via:
        return via
    if found := _NUMBER.search(own):
        return f"its own words name {found[0]}"
    if found := _PARTNER.search(own):
        return f"its own words name {found[0]}"
    return "its own words name the program"


def _answering(agreement: Agreement, family: Sequence[Agreement], body: str) -> str:
    if not body:
        return ""
    others = len({one.id for one in family} - {agreement.id})
    if not others:
        return f"{body} answers for {agreement.agency} and for no other agreement on ICE's lists"
    return f"{body} answers for {agreement.agency} and for {others} other agreements on ICE's lists"


def _model(words: str, agreement: Agreement) -> str:
    named = _named(words, _MODELS)
    return f"it names the {agreement.model}, as ICE's list does" if agreement.model in named else ""


def concerns(words: str, agreement: Agreement, family: Sequence[Agreement]) -> tuple[bool, str]:
    """Whether a passage may speak of this agreement, and what had to be assumed for it.

    family: all agreements the same body answers for, this one among them. A passage that names the
    office or the model of some of them speaks of these only; one that does not tell them apart
    speaks of all.
    """
    offices = {one.id: _named(one.agency, _OFFICES) for one in family}
    models = {one.id: {one.model} for one in family}
    named = _named(words, _OFFICES)
    close = _narrow(_eligible(family, offices, named), offices, named)
    close = _narrow(close, models, _named(words, _MODELS))
    if agreement not in close:
        return False, ""
    return True, _assumed(words, close)


def sibling(words: str, agreement: Agreement, family: Sequence[Agreement]) -> str:
    """The model of the same office that a passage names instead of this one's, or "".

    Such a passage is not about this agreement by its words; yet nobody may be told that there was
    no vote where one on the other model of the same agency stands in the minutes.
    """
    offices = {one.id: _named(one.agency, _OFFICES) for one in family}
    close = _narrow(_eligible(family, offices, _named(words, _OFFICES)), offices,
                    _named(words, _OFFICES))  # fmt: skip
    if agreement not in close:
        return ""
    others = [one for one in close if one.model in _named(words, _MODELS) and one != agreement]
    own = agreement.model in _named(words, _MODELS)
    return "" if own else " and ".join(sorted({one.model for one in others}))


def _named(text: str, patterns: Mapping[str, re.Pattern[str]]) -> set[str]:
    return {name for name, pattern in patterns.items() if pattern.search(text)}


def _eligible(
    family: Sequence[Agreement], offices: Mapping[str, set[str]], named: set[str]
) -> list[Agreement]:
    """The family without elected officers whom the words do not mean.

    A council that votes on its police does not vote on the constable who lives there. Where no
    office is named, an elected officer is meant only if the body answers for no one else.
    """
    appointed = any(not offices[one.id] & _ELECTED for one in family)
    silent = not named and not appointed
    return [
        one for one in family if silent or not offices[one.id] & _ELECTED or offices[one.id] & named
    ]


def _narrow(
    family: list[Agreement], marks: Mapping[str, set[str]], named: set[str]
) -> list[Agreement]:
    """Those of the family whose mark is named; all of them where none is."""
    return [one for one in family if marks[one.id] & named] or family


def _assumed(words: str, close: Sequence[Agreement]) -> str:
    named = _named(words, _MODELS)
    if named and not named & {one.model for one in close}:
        listed = " and ".join(sorted({one.model for one in close}))
        return f"the words name the {' and '.join(sorted(named))}, the list has the {listed}"
    if len(close) > 1:
        names = "; ".join(sorted({f"{one.agency}, {one.model}" for one in close}))
        return f"the words do not tell these apart and are counted for each: {names}"
    return ""
