"""What a passage about a topic is: an agreement, a local rule, talk, or a resident's comment.

Owns the order in which the signs decide: who speaks, then what is done, then what it is about.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.people import TITLE
from nlp.topicfile import POSSIBLE

_TALK = (
    r"(?:said|says|(?<!united )stated?s?|asks?|asked|asking|inquired?s?|questioned|explain(?:s|ed)"
    r"|gave\s+an?\s+(?:explanation|update|presentation|overview)|mention(?:s|ed)"
    r"|stress(?:es|ed)|spoke|speaks?"
    r"|express(?:es|ed)|report(?:s|ed)|not(?:es|ed)|comment(?:s|ed)|read\s+(?:a|from|an)"
    r"|thank(?:s|ed)|urg(?:es|ed)|oppos(?:es|ed)|clarif(?:ies|ied)|respond(?:s|ed)"
    r"|answer(?:s|ed)|discuss(?:es|ed|ion)|talk(?:s|ed)?"
    r"|shared|raised|concern(?:s|ed)|updat(?:es|ed)|brought\s+up|announc(?:es|ed)"
    r"|remind(?:s|ed)|suggest(?:s|ed)|believes?|feels?|felt|thinks?|warn(?:s|ed)"
    r"|read\s+aloud|presented|informed|recommended|describ(?:es|ed)|argued|voiced"
    r"|addressed|would\s+like)"
)
_SPEECH = re.compile(rf"\b{_TALK}\b|\?", re.I)
_OFFICIAL = re.compile(
    rf"\s*(?:\([^)]{{0,40}}\)\s*)?(?:{TITLE}|Officer|Lieutenant|Sergeant|Superintendent"
    r"|Staff|Counsel|Council)\b",
    re.I,
)
_ACTION = re.compile(
    r"\b(?:approv\w*|adopt\w*|authoriz\w*|enter(?:ing|ed|s)?\s+into|sign(?:s|ed|ing"
    r"|ature)?|execut\w*|renew\w*|amend\w*|terminat\w*|rescind\w*|withdraw\w*|ratif\w*"
    r"|consider\w*|end(?:s|ed|ing)?|cancel\w*|resolution|ordinance|motion|moved|pursuant"
    r"|appl(?:y|ication)|cease|discontinu\w*|revok\w*|repeal\w*|tabl(?:e|ed|ing)"
    r"|postpon\w*|vot(?:e|ed|ing))\b",
    re.I,
)
_AGREEMENT = re.compile(
    r"\b(?:agreements?|memorand\w+|m\.?o\.?[au]\.?s?|program|participat\w*|contract"
    r"|partnership|model|287|1357|warrant\s+service|delegation|resolution|isa)\b",
    re.I,
)
_POLICY = re.compile(
    r"\b(?:polic(?:y|ies)|ordinance|resolution|regulations?|procedures?|guidelines?"
    r"|position|directive|general\s+order|proclamation|rules?|statement|charter|bill"
    r"|administrative)\b",
    re.I,
)
_STRONG_MOTION = re.compile(
    r"\b(?:motion\s+(?:was\s+)?(?:made\s+)?(?:by|to|that)|made\s+a\s+motion|moved"
    r"|seconded|be\s+it\s+resolved|now,?\s+therefore)\b",
    re.I,
)


_RESIDENT = re.compile(
    r"\W*(?:(?:an?|the|one|two|three|several|many|some|other|local|borough|township|city)\s+)*"
    r"(?:residents?|citizens?|audience\s+members?|members?\s+of\s+the\s+(?:public|audience)|speakers?)\b",
    re.I,
)


@dataclass(frozen=True)
class Setting:
    """Where a passage stands: the section, whether in a heading, the kind of document."""

    section: str | None
    heading: bool
    kind: str


def relevance(topic: str, passage: str, setting: Setting) -> str:
    """agreement | policy | discussion | public_comment."""
    speech = _SPEECH.search(passage) is not None
    acted = _STRONG_MOTION.search(passage) is not None
    if setting.section == "public_comment" and not acted and not _OFFICIAL.match(passage):
        return "public_comment"
    if _RESIDENT.match(passage) and not acted:
        return "public_comment"
    if setting.kind == "transcript":
        return "discussion"
    if speech and not setting.heading and not acted:
        return "discussion"
    if topic in ("287g", POSSIBLE):
        return _of_agreement(passage, setting)
    return _of_rule(topic, passage, setting)


def _of_agreement(passage: str, setting: Setting) -> str:
    if _AGREEMENT.search(passage) and (setting.heading or _ACTION.search(passage)):
        return "agreement"
    return (
        "agreement"
        if setting.kind in ("agenda", "resolution", "packet", "notice")
        else "discussion"
    )


def _of_rule(topic: str, passage: str, setting: Setting) -> str:
    agreement = re.search(r"\b(?:agreement|memorand\w+|contract)\b", passage, re.I)
    if topic == "ice_other" and agreement and _ACTION.search(passage):
        return "agreement"
    if _POLICY.search(passage) or (topic == "immigration_enforcement" and setting.heading):
        return "policy"
    return "discussion"
