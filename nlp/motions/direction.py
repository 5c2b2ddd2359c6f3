"""Which way a motion points: adopt, reject, postpone, end, or other.

Owns the verbs. The result of a motion is about the motion; a carried motion to deny passes and
the thing fails, so the direction is read from the proposal alone.
"""

from __future__ import annotations

import re

from nlp.votes.words import NUMBER

_AGREEMENT = (
    r"(?:agreements?|memorand\w+|m\.?o\.?[au]\.?|program|partnership|participation"
    r"|contract|287\s?\(?g|relationship|cooperation|involvement|resolution|collaboration"
    r"|enrol\w+)"
)
_END_VERB = (
    r"(?:terminat(?:e|es|ing|ion)|rescind(?:s|ing)?|rescission|withdraw(?:s|al|ing)?"
    r"|end(?:s|ing)?|cancel(?:s|l?ing|lation)?|discontinu(?:e|es|ing|ation)"
    r"|revok(?:e|es|ing)|revocation|repeal(?:s|ing)?|(?:opt|pull|back|get|step)(?:s|ting"
    r"|ping|ing)?\s+out|exit(?:s|ing)?|ceas(?:e|es|ing)|dissolv(?:e|es|ing)"
    r"|not\s+(?:to\s+)?(?:renew|extend|continue)|non-?renewal|leav(?:e|ing)|void"
    r"|undo|sever(?:ing)?|(?:let(?:ting)?|allow(?:ing)?)(?=[^.;]{0,80}\b(?:lapse"
    r"|expire|run\s+out)))"
)
_END = re.compile(
    rf"\b{_END_VERB}\b(?!\s+of\s+(?:the\s+)?(?:term|year|month|meeting"
    rf"|day))[^.;]{{0,110}}?\b{_AGREEMENT}\b",
    re.I,
)
_BE = r"(?:be|is|are|was|were)(?:\s+(?:and|is|are|be|the\s+same|hereby)){0,4}"
_ENDED = re.compile(
    rf"\b{_AGREEMENT}\b[^.;]{{0,80}}?\b(?:{_BE}\s+(?:terminated|rescinded|ended|cancell?ed"
    r"|discontinued|revoked|repealed|withdrawn|not\s+(?:be\s+)?renewed)|not\s+be\s+renewed)\b",
    re.I,
)
_KEEP = re.compile(
    r"^(?:[\w']+\s+){0,3}?continu(?:e|ing)\s+(?:to\s+participat|participat"
    r"|with\s+the\s+(?:agreement|program)|the\s+(?:agreement|program|partnership))",
    re.I,
)
_END_OF = re.compile(
    r"\b(?:notice|letter)\s+of\s+(?:termination|withdrawal|cancellation"
    r"|intent\s+to\s+(?:terminate|withdraw))\b",
    re.I,
)
# A pause is neither an end nor an approval; one with a day or an event is a postponement.
_RULES = r"(?:the\s+|its\s+|our\s+)?(?:rules?|by-?laws|reading|requirement|order|procedure)"
_RULES_ASIDE = re.compile(
    rf"^suspend(?:ing)?\s+{_RULES}\b[^.;,]{{0,40}}?,?\s+and\s+(?:to\s+)?", re.I
)
_PAUSE = re.compile(
    rf"\b(?:suspend(?:s|ing)?|suspension|paus(?:e|es|ing)|halt(?:s|ing)?|stay(?:s|ing)?(?!\s+in)"
    rf"|(?:put|place|hold)(?=[^.;]{{3,80}}\b(?:on\s+hold|in\s+abeyance)))\b(?!\s+{_RULES})[^.;]{{0,110}}?\b{_AGREEMENT}\b",
    re.I,
)
_UNTIL = re.compile(
    r"\b(?:until|till|pending|while|temporar\w+|for\s+(?:\w+|\d+)\s+(?:days|weeks|months)"
    r"|subject\s+to|awaiting|on\s+hold|in\s+abeyance)\b",
    re.I,
)
_DEBATE = re.compile(r"\bend\s+(?:the\s+)?(?:debate|discussion|executive)", re.I)
_CLAUSE = re.compile(
    r"\b(?:may|can|could|might|shall|unless|until|upon|if|either party|prior to|right to"
    r"|option to|subject to|notice to|days)\b[^.;]{0,40}$|\bend\s+(?:date|of)\b",
    re.I,
)
_POSTPONE = re.compile(
    r"^(?:[\w',]+\s+){0,3}?(?:table|tabling|continu(?:e|ing)|postpon(?:e|ing)|defer"
    r"|deferring|pass\s+over|tabled\b|deferred\b|postponed\b|lay\s+(?:[\w().,#-]+"
    r"\s+){0,8}?(?:over|aside|on the table)|(?:hold|carry|put)\s+(?:[\w.#]+\s+){0,6}?over\b|delay"
    r"|refer|remand"
    r"|put\s+(?:\w+\s+){0,4}?off|send\s+(?:\w+\s+){1,5}?back|hold\s+(?:off|the|this|action|in)|move\s+(?:the|this|item)\b.{0,40}\b(?:to"
    r"|until)\s+(?:the\s+)?(?:next|\w+ \d)|push back)\b"
    r"|^(?:[\w',()\[\]#/-]+\s+){0,14}?\b(?:be|is|was|were)(?:\s+hereby)?\s+(?:(?:held|put|carried)\s+over|held\s+(?:to|until)|tabled|postponed|continued|deferred"
    r"|laid (?:over|(?:up)?on the table)|put off|referred)\b",
    re.I,
)
_OFF_TABLE = re.compile(
    r"^(?:[\w']+\s+){0,4}(?:remove|take|lift"
    r"|untable)\b.{0,60}\btable\b",
    re.I,
)
# "The request be denied", but not "approve the plan which was denied".
_SUBJECT = (
    r"(?!(?:approv|adopt|accept|authori[sz]|ratif|enter|grant|pass)\w*\b)"
    r"(?:(?!(?:which|that|who|as|when|if|where)\b)[\w',()\[\]#/-]+\s+){0,14}?"
)
_NOT = re.compile(
    r"^(?:[\w',]+\s+){0,4}?(?:den(?:y|ies|ying|ied)|denial|refus(?:e|es|ing)|turn\s+(?:down|back)|disallow|reject(?:ion|ing)?"
    r"|disapprov\w+|oppos(?:e|es|ing)|declin(?:e|es|ing)|prohibit\w*|bar|forbid|refrain"
    r"|veto|not\s+(?:to\s+)?(?:\w+\s+){0,2}(?:approve|grant|adopt|enter|sign|participate"
    r"|authorize|accept|execute|join|proceed|pursue|support)"
    r"|vote\s+(?:against|no|down)|say\s+no\s+to|kill|take\s+no\s+action)\b"
    rf"|^{_SUBJECT}\b{_BE}\s+(?:denied|rejected|disapproved|refused|disallowed"
    r"|turned\s+(?:down|back)|not\s+(?:be\s+)?(?:approved|adopted|granted|accepted|entered))\b",
    re.I,
)
_ORDERED = re.compile(
    r"^(?:[\w',]+\s+){0,3}?(?:direct|instruct|ask|request"
    r"|order)\w*\b[^.;]{0,60}?\bto\s+(?:refuse|reject|deny|decline|oppose"
    r"|not\s+(?:sign|enter|join|participate|accept|approve))\b"
    r"|^(?:[\w',]+\s+){0,8}?(?:directed|instructed|asked|ordered|told)\s+not\s+to\s+(?:sign|enter|join"
    r"|participate|accept|approve|execute)\b",
    re.I,
)
_STANCE = re.compile(
    r"\b(?:resolution|ordinance|policy|statement|letter|position|proclamation"
    r"|motion)\b[^.;]{0,60}?\b(?:oppos(?:e|es|ing)|prohibit(?:s|ing)?|reject(?:s|ing)?"
    r"|against|declin(?:e|es|ing)|forbid(?:s|ding)?|ban(?:s|ning)?|disapprov(?:es|ing)"
    r"|not\s+to\s+(?:enter|participate|join|sign)|bar(?:s|ring)?"
    r"|barring)\b[^.;]{0,120}?\b(?:287|agreements?|participat\w+|program|immigration|ice"
    r"|cooperat\w+)\b",
    re.I,
)
_ADOPT = re.compile(
    r"\b(?:approv\w*|adopt\w*|accept\w*|authoriz\w*|authoris\w*|ratif\w*"
    r"|enter(?:ing)?\s+into|pass(?:age)?|grant\w*|award\w*|execut\w*|sign\w*|renew\w*"
    r"|enact\w*|appoint\w*|elect\w*|hire|hiring|lease|forward|retain|engage|transfer|sell"
    r"|selling|require|declare|raise|raising|increase|offer|install|name|pass|proceed"
    r"|purchas\w*|buy|buying|pay|allow\w*|permit\w*"
    r"|confirm\w*|amend\w*|extend\w*|join\w*|participat\w*|support\w*|endors\w*"
    r"|establish\w*|create|set|designat\w*|nominat\w*|reappoint\w*|advertis\w*"
    r"|contribut\w*|donat\w*|sponsor\w*|acknowledg\w*|receive|concur\w*|implement\w*"
    r"|continue participating|affirm\w*|release|seal|recommend\w*)\b",
    re.I,
)
_OTHER = re.compile(
    r"^(?:[\w']+\s+){0,3}?(?:adjourn\w*|recess\w*|reconsider\w*|(?:go|enter|move|return"
    r"|come|convene|exit|leave|retire)\s+(?:in|out|back)?(?:to|of)?\s*(?:an?\s+"
    r"|the\s+)?(?:executive|closed|regular|open)|exit\s+executive|end\s+(?:debate"
    r"|discussion|executive)|close|open|suspend|call\s+the\s+question|divide|limit"
    r"|amend\s+the\s+(?:motion|main|agenda|minutes)|strike|excuse|agendize|direct"
    r"|instruct|reorder|add\b|remove\b|untable|take\b|waive|reopen)\b",
    re.I,
)
_COUNTED = (
    rf"(?:by\s+)?(?:a\s+)?(?:vote\s+of\s+)?\(?(?:{NUMBER})(?:\s?[-/]\s?|\s+to\s+)"
    rf"(?:{NUMBER}|none)\)?"
)
_LEAD = re.compile(
    r"^[\s:,-]*(?:action\s*(?:taken)?\s*:\s*)?(?:(?:was|is)\s+(?:made|to)\b|(?:made\s+)?(?:to|that|for|by)\b|and\b)?[\s:,-]*"
    r"(?:it\s+was\s+(?:voted|ordered|agreed|resolved)\s+)?"
    r"(?:the\s+(?:\w+\s+){1,2}?(?:resolved|voted|agreed|decided"
    rf"|determined)\s+)?(?:unanimously\s+|{_COUNTED},?\s+)?(?:to\s+|that\s+)?",
    re.I,
)
_BODY = (
    r"(?:(?:the|this|borough|city|town|township|county|village|select|full|entire)\s+){0,3}(?:council"
    r"|board|commission(?:ers)?|committee|court|supervisors|trustees|members|body|authority"
    r"|directors|selectmen|aldermen|assembly)(?:\s+of\s+(?:[a-z]+\s+)?(?:commissioners|supervisors"
    r"|trustees|directors|selectmen|aldermen|council|freeholders|education))?"
)
# Behind mover and seconder the clerk tells what the body did, not what was moved.
_BODY_DID = re.compile(
    r"[\s,;:-]*(?:(?:and|which|was|being|having\s+been|duly|then|unanimously)\s+)*"
    r"(?:(?:carried|passed|approved|adopted)\b[^.;:\n]{0,60}?[,:;]\s*)?"
    rf"{_BODY}(?:,\s[^,.;\n]{{2,60}},)?\s+(?:(?:then|hereby|unanimously|formally|also|again|members|duly)\s+)*"
    rf"(?:(?:voted|resolved|agreed|decided|determined),?\s+(?:unanimously,?\s+|{_COUNTED},?\s+)?(?:to|that)\s+"
    r"|(?P<did>denied|rejected|declined|refused|disapproved|opposed|defeated|voted\s+down"
    r"|turned\s+down|tabled|postponed|deferred|terminated|rescinded|ended|cancell?ed|revoked"
    r"|repealed|suspended|paused|withdrew(?:\s+from)?|approved|adopted|accepted|authorized"
    r"|ratified)\b)",
    re.I,
)
_DO = {
    **dict.fromkeys(("denied", "refused", "disapproved", "opposed"), "deny"),
    **dict.fromkeys(("rejected", "declined", "defeated", "voted down", "turned down"), "reject"),
    **dict.fromkeys(("tabled", "postponed", "deferred"), "table"),
    **dict.fromkeys(("rescinded", "revoked", "repealed", "terminated"), "terminate"),
    **dict.fromkeys(("ended", "cancelled", "canceled"), "end"),
    **dict.fromkeys(("suspended", "paused"), "suspend"),
    **dict.fromkeys(("withdrew", "withdrew from"), "withdraw from"),
    **dict.fromkeys(("approved", "adopted", "accepted", "authorized", "ratified"), "approve"),
}


# "Zoning permit, gravel pit, deny": in a list the verb may stand last.
_FAR_BEHIND, _PAUSE_REACH = 160, 300
_LAST = re.compile(
    r"(?P<what>.{3,200}),\s*(?P<verb>approve|adopt|deny|reject|refuse|table|postpone|renew|end"
    r"|terminate|rescind)\W*",
    re.I,
)


def direction(proposal: str) -> str:
    """adopt | reject | postpone | end | other, from the words that follow the opener."""
    text = _moved(" ".join(proposal.split()))
    if last := _LAST.fullmatch(text):
        text = f"{last['verb']} {last['what']}"
    if _OFF_TABLE.search(text):
        return "other"
    if _ends(text):
        return "other" if _DEBATE.search(text) else "end"
    if (pause := _PAUSE.search(text[:_PAUSE_REACH])) and not _CLAUSE.search(text[: pause.start()]):
        return _paused(text, pause)
    if _KEEP.search(text):
        return "adopt"
    if _POSTPONE.search(text):
        return "postpone"
    if _NOT.search(text):
        # To deny an ending keeps the thing: neither for nor against in one word.
        return "other" if _END.search(text) else "reject"
    if _STANCE.search(text[:300]) or _ORDERED.search(text[:200]):
        return "reject"
    if _OTHER.search(text):
        return "other"
    return "adopt" if _ADOPT.search(text) else "other"


def _moved(proposal: str) -> str:
    """The proposal from its verb on; "the Board denied X" tells of a motion to deny it."""
    did = _BODY_DID.match(proposal)
    if did is None:
        return _RULES_ASIDE.sub("", _LEAD.sub("", proposal, count=1))[:600]
    verb = _DO[" ".join(did["did"].lower().split())] if did["did"] else ""
    return f"{verb}{proposal[did.end() :]}"[:600]


def _paused(text: str, pause: re.Match[str]) -> str:
    """postpone where the pause waits for something, else other; to deny one is other, too."""
    if _NOT.search(text):
        return "other"
    if _POSTPONE.search(text) or _UNTIL.search(text, pause.start()):
        return "postpone"
    return "other"


def _ends(text: str) -> bool:
    for match in (p.search(text[:400]) for p in (_END, _ENDED, _END_OF)):
        if match is None or _CLAUSE.search(text[max(0, match.start() - 60) : match.start()]):
            continue
        # Words of ending far behind the first verb belong to the thing, not to the motion.
        if match.start() <= _FAR_BEHIND and not re.match(
            r"(?:deny|reject|table|postpone|not(?!\s+(?:to\s+)?(?:renew|extend|continue))|continue)\b",
            text,
            re.I,
        ):
            return True
    return False
