"""Signs in a sentence that something was said, moved, decided, named as an item, or sent in.

Owns the words of such sentences. What they make of a passage is told by nlp.relevance.
"""

from __future__ import annotations

import re

_TALK = (
    r"(?:(?<!the )said(?!\s+(?:agreement|memorand|contract|resolution|document|program|paper"
    r"|m\.?o\.?[au]))"
    r"|says|(?<!united )state[ds]|asks?|asked|asking|inquir(?:es|ed)|question(?:s|ed)"
    r"|explain(?:s|ed)"
    r"|g[ai]ves?\s+an?\s+(?:\w+\s+)?(?:explanation|update|presentation|overview|report|summary)"
    r"|mention(?:s|ed)|stress(?:es|ed)|spoke|speaks?"
    r"|express(?:es|ed)|reported|reports?\s+(?:that|on)|(?-i:notes)|noted|comment(?:s|ed)|read\s+(?:a|from|an)\b"
    r"(?!\s+(?:proposed\s+|draft\s+)?(?:polic|resol|ordin))"
    r"|letters?\s+(?:from|was|were)|read:"
    r"|thank(?:s|ed)|urg(?:es|ed)|oppos(?:es|ed)|clarif(?:ies|ied)|respond(?:s|ed)|repl(?:ies|ied)"
    r"|answer(?:s|ed)|discuss(?:es|ed|ion|ions)|talk(?:s|ed)?|told|tells|advis(?:es|ed)"
    r"|shared|raised|concern(?:s|ed)|updated|brought\s+up|announc(?:es|ed)"
    r"|remind(?:s|ed)|suggest(?:s|ed)|believes?|feels?|felt|thinks?|thought|warn(?:s|ed)"
    r"|read\s+aloud|presented|informed|recommended|describ(?:es|ed)|argued|voiced|review(?:s|ed)"
    r"|addressed|would\s+like|wondered|indicated|confirmed|reiterated|cautioned|encouraged|conversation"
    r"|questions?\s+(?:about|on|regarding|were|was|from)|acknowledged|outlined|pointed\s+out|summarized"
    r"|testified|added|emphasized|defended|criticized|remarked|elaborated|predicted|assured|estimated)"
)
_SPEECH = re.compile(rf"\b{_TALK}\b|\?", re.I)
_ASIDE = re.compile(r"\([^()]{0,80}\)")
_MOVED = re.compile(
    r"\b(?:motion\s+(?:was\s+|is\s+)?(?:made\s+|offered\s+)?(?:by|to|that|for)|made\s+a\s+motion"
    r"|moves?\s+(?:to|that|for|the)|moved|motioned|seconded|(?:up)?on\s+(?:a\s+)?motion|(?<!the\s)second(?:s|ed)?\s+by"
    r"|be\s+it\s+(?:further\s+)?(?:resolved|ordained|enacted)|now,?\s+therefore"
    r"|motion\s+(?:carrie[sd]|passe[sd]|fail(?:s|ed)|die[sd]|defeated|adopted|approved|lost)|offered\s+(?:the\s+following\s+)?"
    r"(?:a\s+|an\s+)?(?:resolution|ordinance|amendment|substitute))\b"
    r"|(?:^|\n)\W*MOTION\s*:|\bM\s?/\s?S(?:\s?/\s?[A-Z])?\b|\bMS[CPF]\b",
    re.I,
)
_NO_MOTION = re.compile(
    r"\b(?:asked|asks|asking|called|calls|calling|urged|urges|wanted|wants|if|whether|would|request\w*|for"
    r"|entertain|entertained|no|future|any|possible|previous|last|that)\s+(?:\w+\s+){0,4}?"
    r"(?:a\s+|the\s+)?motion\b",
    re.I,
)
_VOTE = re.compile(
    r"\b(?:carrie[sd]|unanimous(?:ly)?|all\s+in\s+favor|ayes?|nays?|noes|yeas|roll\s*call|by\s+a\s+vote"
    r"|voted)\b|(?<![\w/-])\d{1,2}\s?-\s?\d{1,2}(?![\w/-])", re.I,
)  # fmt: skip
_DEED = (
    r"(?:approve[sd]?|adopt(?:s|ed)?|authori[sz]e[sd]?|ratifie[sd]|accept(?:s|ed)?|endorse[sd]|concurred"
    r"|agree[sd]|grant(?:s|ed)|passed|vote[sd]|direct(?:s|ed)|instruct(?:s|ed)|reject(?:s|ed)|denie[sd]"
    r"|decline[sd]|terminate[sd]|rescind(?:s|ed)|ended|withdrew|entered|tabled|postponed|renewed"
    r"|executed|signed|defeated|repealed|enacted|affirmed|resolved|amended|deferred|ordered)"
)
_BODY_DID = re.compile(
    r"^[^.;]{0,90}?\b(?:council|board|supervisors|commissioners|commission|court|jury|trustees|selectmen"
    r"|committee|borough|township|city|county|town|village|district|authority|members|president|mayor"
    r"|chair\w*|select\s*board|aldermen|legislature|voters|meeting)\s+(?:[a-z]+ly\s+|then\s+|has\s+"
    rf"|have\s+|also\s+|hereby\s+|by\s+[a-z\s]{{1,40}}\s)*{_DEED}\b",
    re.I,
)
_WAS_DONE = re.compile(
    rf"\b(?:was|were|is|are|stands?)\s+(?:[a-z]+ly\s+|then\s+|hereby\s+|not\s+)*{_DEED}\b", re.I
)
_PEOPLE = (
    r"(?:residents?|citizens?|taxpayers?|neighbou?rs?|members?\s+of\s+the\s+(?:public|audience|community)"
    r"|audience\s+members?|(?:the\s+)?(?:public|audience|community)|speakers?|people|persons|parents"
    r"|students|constituents|voters|clergy|pastors?|advocates|homeowners?)"
)
_WRITTEN = (
    r"\b(?:letters?|e-?mails?|petitions?|correspondence|written\s+comments?|statements?"
    r"|comments?)\b"
)
# A person's name that opens with no office and no agency.
_PRIVATE = (
    r"(?-i:(?!ICE\b|U\.?S|DHS|Homeland|Immigration|Customs|Department|County|Sheriff|Chief|Police|District"
    r"|State|Attorney|Senator|Office|Governor|Federal|Field|Congress|Director|Mayor|Special|Assistant"
    r"|Acting|Warden|Constable|Council|Commissioner|Supervisor|Vice|President|Solicitor|Manager|Trustee"
    r"|Alder|Select|Sergeant|Captain|Lieutenant|Officer|Superintendent|Chair|Borough|Township|City|Town"
    r"|Village|Board|Secretary|Deputy|Judge)[A-Z][a-z]+\s+(?:[A-Z]\.\s+)?[A-Z][a-z]+)"
)
_FROM_PUBLIC = re.compile(
    rf"\b(?:by|from|of)\s+(?:(?:\w+|\d+)\s+){{0,4}}?{_PEOPLE}\b(?=[^.;]{{0,80}}?\b(?:oppos|support|urg|ask"
    r"|express|concern|against|in\s+favor|regarding|about|on\s+the|request|object|critici|who|to\s+(?:end"
    r"|reject|stop|sign|oppose|terminate|withdraw)))"
    rf"|{_WRITTEN}[^.;]{{0,80}}?\b(?:from|by|of)\s+(?:(?:\w+|\d+)\s+){{0,4}}?{_PEOPLE}\b"
    rf"|{_WRITTEN}[^.;]{{0,40}}?\b(?:from|by|of)\s+{_PRIVATE}\s*(?:of\b|who\b|\(|oppos|support|urg|ask"
    r"|regard|concern|request|object|about|on\b|against|was|were|,)"
    rf"|\b(?:public\s+comments?|{_PEOPLE})\s+(?:were|was|had|have|has)?\s*(?:\w+\s+)?(?:received|heard"
    r"|spoke|addressed|opposed|urged|expressed|voiced|raised|commented|asked|questioned|supported|came"
    r"|testified|in\s+(?:favor|opposition|support))\b"
    r"|\bpetition\s+(?:signed|bearing|with\s+\d)"
    r"|\b(?:spoke|speaking|commented|testified|remarks|comments)\b[^.;]{0,40}?\bduring\s+public\b",
    re.I,
)
_LETTER = re.compile(
    r"\b(?:I|we)\s+(?:strongly\s+|respectfully\s+)?(?:urge|ask|oppose|support|implore|beg"
    r"|am\s+writing|write)\b|\bDear\s+(?:mayor|council|members|board|commissioner|supervisor|sheriff|chief)",
    re.I,
)  # fmt: skip
_ACT = (
    r"(?:approv\w+|ratif\w+|accept\w*|authori[sz]\w+|sign(?:s|ing|ed|ature)?|co-?sign\w*|execut\w+|adopt\w*"
    r"|okay|ok|endors\w+|permission|permit|let\s+(?:him|her|them|the)|enter|join\w*|enroll?\w*|apply|renew\w*"
    r"|extend|extension|continu\w+|consent|consider\w*|agree|take\s+part|participat\w+|give\s+(?:its|leave))"
)
_BODY = (
    r"(?:council|board|supervisors|commissioners|commission|court|jury|trustees|selectmen|committee|borough"
    r"|township|city|county|town|village|parish|district|authority|members|select\s*board|aldermen"
    r"|legislature|assembly|body)"
)
# An agreement is laid before the body that is to decide on it, or waits for its word.
_PUT_BEFORE = re.compile(
    rf"\b(?:asked|asks|asking|requested|requests|requesting|sought|seeks|seeking|petitioned)\s+(?:for\s+)?"
    rf"(?:(?:the|this|that)\s+)?(?:{_BODY}(?:'s)?\s+)?(?:(?:for|to|that\s+it|on)\s+)?"
    rf"(?:(?:its|their|the|formal|your)\s+)*{_ACT}\b"
    r"|\b(?:presented|submitted|tendered|introduced)\s+(?:the|an?|its|his|her|their)\s+(?:\w+\s+){0,3}"
    r"(?:agreement|memorandum|m\.?o\.?[au]\.?|contract)\b"
    rf"|\brequests?\s+(?:for|of|from|by|to)\b[^.;]{{0,80}}?\b(?:to|that\s+the\s+{_BODY})\s+{_ACT}\b"
    rf"|\b(?:present\w*|submit\w*|brought|bring\w*|laid|offered|forward\w*|transmit\w*)\b[^.;]{{0,120}}?"
    rf"\bfor\s+(?:(?:its|their|the|{_BODY}(?:'s)?|formal|final|possible)\s+)*(?:approval|signatures?"
    r"|ratification|action|adoption|consideration|execution|a\s+vote|authorization|acceptance|renewal)\b"
    rf"|\b(?:sign|enter|join|apply|proceed|enroll?)\b[^.;]{{0,60}}?\b(?:if|once|unless|until|when|after)\s+"
    rf"(?:and\s+(?:when|until)\s+)?(?:the\s+|this\s+)?{_BODY}\s+(?:\w+\s+)?(?:says|approves|agrees"
    r"|votes|authori[sz]es|consents|wishes|acts|decides|okays|ok's|adopts|directs|permits|wants)\b"
    rf"|\b(?:awaits?|awaiting|needs?|requires?|subject\s+to|pending)\s+(?:the\s+)?(?:{_BODY}(?:'s)?\s+)?"
    rf"(?:approval|vote|signature|action|ratification)\b(?:\s+(?:of|by)\s+(?:the\s+)?{_BODY})?"
    r"|\b(?:lapses?|expires?|ends?|runs?\s+out|terminates?)\b[^.;]{0,60}?\b(?:unless|if|until)\b"
    r"[^.;]{0,30}?\b(?:renewed|extended|renews|extends)\b"
    r"|\b(?:is|are|was|comes?|came)\s+(?:now\s+)?up\s+for\s+(?:renewal|a\s+vote|approval)\b",
    re.I,
)
_NOT_PUT = re.compile(
    r"\b(?:if|whether|why|when|how|what|who|never|nobody|no\s+one|no\s+request|not|n't|has\s+no"
    r"|last\s+(?:year|month))\b[^.;]{0,60}$", re.I,
)  # fmt: skip
_TITLE = re.compile(
    r"^[\W\d]*(?:(?:up)?on\s+|by\s+)?(?:(?:the\s+)?petition[^.:;]{0,60}[:,]\s+)?(?:[A-Z]{0,2}[-.]?\d{0,3}[.):]\s+)?(?:in\s+re|re:|article|(?:an?\s+)?(?:joint\s+)?(?:resolution"
    r"|ordinance)|bill\b|agenda\s+item|item|res\.|ord\.|consider(?:ation)?|approv(?:e|al)|authori[sz](?:e|ation)"
    r"|adopt(?:ion)?|ratif(?:y|ication)|terminat(?:e|ion)|rescind|rescission|withdraw(?:al)?|renew(?:al)?"
    r"|accept(?:ance)?|to\s+see\s+if|whereas|memorand\w+|discuss(?:ion)?\s+and|request\s+(?:for|to|by|from)"
    r"|agreement)\b(?![^.;]{0,60}\b(?:said|says|was|were|is|asked|discussed|explained|has|had)\b)",
    re.I,
)
_TAKEN_UP = re.compile(
    r"\b(?:was|were)\s+(?:then\s+|next\s+)?(?:called|taken\s+up|introduced|considered|listed|removed|pulled|opened"
    r"|awarded|extended|canceled|cancelled)\b", re.I,
)  # fmt: skip
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|will|would|shall|should|could|can|may|did|does|do|came|went|took"
    r"|gave|made|let|sent|left|told|saw|found|wants?|needs?|works?|takes?|comes?|goes|knows?|[a-z]+ed|I|he"
    r"|she|they|we|it|you)\b", re.I,
)  # fmt: skip


def is_title(sentence: str) -> bool:
    """Whether words name an item rather than tell something: no verb of theirs is finite."""
    if _TITLE.match(sentence):
        return True
    return not _FINITE.search(sentence) and not _SPEECH.search(sentence)


def is_talk(words: str) -> bool:
    """Whether words tell that something was said."""
    return _SPEECH.search(words) is not None


def is_motion(passage: str) -> bool:
    """Whether something is moved, rather than a motion asked for or spoken of."""
    found = _MOVED.search(passage)
    if found is None:
        return False
    return not _NO_MOTION.search(passage) or bool(_VOTE.search(passage))


def is_from_public(sentence: str) -> bool:
    """Whether words tell of residents' remarks or letters, or are a letter's own."""
    return bool(_FROM_PUBLIC.search(sentence) or _LETTER.search(sentence))


def is_deed(sentence: str) -> bool:
    """Whether a body did something, and nobody only tells of it."""
    return bool(_BODY_DID.search(sentence)) and not _said_before_deed(sentence)


def is_put_before(sentence: str) -> bool:
    """Whether an agreement is laid before the body to decide on, or waits for its word."""
    found = _PUT_BEFORE.search(sentence)
    return found is not None and not _NOT_PUT.search(sentence[: found.start()])


def is_taken_up(sentence: str) -> bool:
    """Whether an item was called or taken up."""
    return _TAKEN_UP.search(sentence) is not None


def without_asides(sentence: str) -> str:
    """A sentence without brackets: "(Discussed: 02/10/2026)" tells of another day."""
    return _ASIDE.sub(" ", sentence)


def is_decided(sentence: str) -> bool:
    """Whether a decision is told as one."""
    if _BODY_DID.search(sentence):
        return not _said_before_deed(sentence)
    return bool(_WAS_DONE.search(sentence)) and not _SPEECH.search(sentence)


def _said_before_deed(sentence: str) -> bool:
    """ "The Chief said that the Board approved it" tells of a decision; it is none."""
    deed = _BODY_DID.search(sentence)
    said = _SPEECH.search(sentence)
    return deed is not None and said is not None and said.start() < deed.end() - 1
