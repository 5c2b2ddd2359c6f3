"""What a passage about a topic is: an agreement, a local rule, talk, or a resident's comment.

Owns the order in which the signs decide: what is moved, whose words they are, what is decided, what
is only said, and last what it is about. Who speaks is told by nlp.speakers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nlp.saying import (
    is_decided,
    is_deed,
    is_from_public,
    is_motion,
    is_put_before,
    is_taken_up,
    is_talk,
    is_title,
    without_asides,
)
from nlp.speakers import RESIDENT, Speaker

AGREEMENT, POLICY, DISCUSSION, COMMENT = "agreement", "policy", "discussion", "public_comment"

_ACTION = re.compile(
    r"\b(?:approv\w*|adopt\w*|authori[sz]\w*|enter(?:ing|ed|s)?\s+into|sign(?:s|ed|ing"
    r"|ature)?|execut\w*|renew\w*|amend\w*|terminat\w*|rescind\w*|withdraw\w*|ratif\w*"
    r"|consider\w*|end(?:s|ed|ing)?|cancel\w*|resolution|ordinance|motion|moved|pursuant"
    r"|appl(?:y|ication)|cease|discontinu\w*|revok\w*|repeal\w*|tabl(?:e|ed|ing)"
    r"|postpon\w*|vot(?:e|ed|ing)|reject\w*|den(?:y|ied)|accept\w*|extend\w*|join\w*|notice|action"
    r"|laid\s+(?:over|aside|on|before)|by\s+title|(?:first|second|third|final)\s+reading|introduc\w+|defer\w*"
    r"|put\s+(?:off|over)|(?:held|carried)\s+over)\b",
    re.I,
)
_AGREEMENT = re.compile(
    r"\b(?:agreements?|memorand\w+|m\.?o\.?[au]\.?s?|program|participat\w*|contracts?|isa|igsa|addend\w+"
    r"|partnership|model|287|1357|warrant\s+service|delegat\w+|resolution|deputi[sz]\w+|wso|tfm|jem"
    r"|letters?\s+of\s+intent)\b",
    re.I,
)
_DEAL = re.compile(
    r"\b(?:agreements?|memorand\w+|m\.?o\.?[au]\.?s?|contracts?|addend\w+|i[gs]sa|partnerships?"
    r"|letters?\s+of\s+intent)\b",
    re.I,
)
_POLICY = re.compile(
    r"\b(?:polic(?:y|ies)|ordinance|resolution|regulations?|procedures?|guidelines?|protocols?"
    r"|position|directive|(?:general|special|executive)\s+order|proclamation|rules?|statement|charter|bill"
    r"|administrative|sanctuary|welcoming|declar\w+|code\s+of)\b",
    re.I,
)
_AGAINST = re.compile(
    r"\b(?:resolution|ordinance|polic(?:y|ies)|letter|statement|proclamation|order|directive|bill|charter)"
    r"\b[^.;]{0,120}?\b(?:oppos(?:ing|es|e|ition)|against|prohibit\w*|forbid\w*|bann?ing|bans?|barring|bars"
    r"|limit\w*|restrict\w*|condemn\w*|shall\s+not|will\s+not"
    r"|govern\w*|regulat\w+|urging|calling\s+(?:on|upon|for))\b",
    re.I,
)
# "That no county funds be spent on a 287(g) agreement" rules on such agreements and enters none.
_NOTHING_FOR = re.compile(
    r"\bno\s+(?:\w+\s+){0,3}(?:funds?|moneys?|monies|time|staff|resources?|personnel|equipment|employees?"
    r"|officers?|deput(?:y|ies))\s+(?:shall\s+|may\s+|will\s+|can\s+)?(?:be\s+)?(?:spent|used?|expended"
    r"|appropriated|assigned|allocated|committed|take\s+part|participate)\b",
    re.I,
)
_NAMED = re.compile(r"\b(?:287|1357|(?-i:ICE)|i\.c\.e|homeland|customs)\b", re.I)
# "To sign the contract if no deputy takes part in it" limits, where nothing names the agreement.
_ON_CONDITION = re.compile(
    r"\b(?:if|provided|condition\w*|unless|so\s+long\s+as|as\s+long\s+as|stipulat\w+|except)\b[^.;]{0,40}?"
    r"\b(?:no|not|never|none\s+of)\b[^.;]{0,80}?\b(?:tak(?:es?|ing)\s+part|participat\w+|assist\w*|aid\w*"
    r"|enforc\w+|cooperat\w+|used?|spent|serv\w+|help\w*|shar\w+|detain\w*|join\w*)\b", re.I,
)  # fmt: skip
_ENDING = re.compile(r"\b(?:terminat|rescind|withdraw|end(?:ing)?\b|cancel|renew|amend)", re.I)
_TALK_ITEM = re.compile(
    r"\b(?:discuss(?:ion)?|update|presentation|report|question|q\s*&\s*a|information\w*|workshop|review"
    r"|overview|briefing)\b", re.I,
)  # fmt: skip
_TO_ACT = re.compile(
    r"\b(?:action|vote|approv\w*|consider\w*|adopt\w*|authori[sz]\w*|enter|execut\w*|ratif\w*|renew\w*"
    r"|terminat\w*|rescind\w*|withdraw\w*|amend\w*|accept\w*)\b", re.I,
)  # fmt: skip

_ANNOUNCING = ("agenda", "resolution", "packet", "notice")
_CARRIED = 1500
"""How far a resident's remarks are followed outside the public's own part of the meeting."""


@dataclass(frozen=True)
class Setting:
    """Where a passage stands.

    section: of the meeting; heading: whether it is an item's heading; kind: of the document;
    speaker: whose words stand there, as far as anything tells.
    """

    section: str | None
    heading: bool
    kind: str
    speaker: Speaker | None = None


def relevance(about: str, passage: str, sentence: str, setting: Setting) -> str:
    """agreement | policy | discussion | public_comment.

    about: what the topic is about (Rule.about); sentence: the one of the passage's sentences that
    names the topic.
    """
    public = setting.section == "public_comment"
    sentence = without_asides(sentence)
    if setting.kind != "transcript" and is_motion(passage):
        return _of(about, passage, setting)
    if not public and (setting.heading or is_title(sentence)) and setting.kind != "transcript":
        asked = _TO_ACT.search(passage) or is_put_before(passage)
        talk = _TALK_ITEM.search(passage) and not asked
        return DISCUSSION if talk else _of(about, passage, replace(setting, heading=True))
    if _is_comment(sentence, setting):
        return COMMENT
    if setting.kind == "transcript":
        return DISCUSSION
    if _is_said(sentence, setting):
        return DISCUSSION
    return _of(about, passage, setting)


def _is_comment(sentence: str, setting: Setting) -> bool:
    who, public = setting.speaker, setting.section == "public_comment"
    if is_from_public(sentence):
        return setting.kind != "transcript" or who is None or who.side == RESIDENT
    if who is not None and who.near:
        return who.side == RESIDENT
    if setting.kind != "transcript" and is_decided(sentence):
        return False
    if public:
        return who is None or who.side == RESIDENT
    far = _CARRIED if setting.kind != "transcript" else 1 << 30
    return who is not None and who.side == RESIDENT and who.distance <= far


def _is_said(sentence: str, setting: Setting) -> bool:
    who = setting.speaker
    if is_deed(sentence) or is_put_before(sentence):
        return False
    if is_talk(sentence):
        return True
    if is_decided(sentence) or is_taken_up(sentence):
        return False
    if setting.section == "public_comment" or (setting.section == "reports"
                                               and setting.kind == "minutes"):  # fmt: skip
        return True
    return who is not None and not who.near and is_talk(who.opening)


def _of(about: str, passage: str, setting: Setting) -> str:
    if about == AGREEMENT:
        return _of_agreement(passage, setting)
    if _DEAL.search(passage) and (setting.heading or _ACTION.search(passage)) \
            and about != POLICY:  # fmt: skip
        return POLICY if _against(passage) else AGREEMENT
    if _POLICY.search(passage) or (
        about == POLICY and (setting.heading or is_motion(passage) or is_decided(passage))
    ):
        return POLICY
    return DISCUSSION


def _of_agreement(passage: str, setting: Setting) -> str:
    if _against(passage):
        return POLICY
    moved = setting.kind != "transcript" and is_motion(passage)
    acts = setting.heading or moved or _ACTION.search(passage) or is_put_before(passage)
    if _AGREEMENT.search(passage) and acts:
        return AGREEMENT
    return AGREEMENT if setting.kind in _ANNOUNCING else DISCUSSION


def _against(passage: str) -> bool:
    """A local rule or position on such agreements rather than one of them."""
    if _ON_CONDITION.search(passage) and not _NAMED.search(passage):
        return True
    if _NOTHING_FOR.search(passage):
        return True
    found = _AGAINST.search(passage)
    return found is not None and not _ENDING.search(passage[: found.end()])
