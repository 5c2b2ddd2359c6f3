"""How a motion ended, from the words of its own block.

Owns the outcome words and what must stand beside them. "Failed", "withdrew" and "tabled" are also
said of pumps, members and other items: each needs "motion" or "vote" in its own sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

_SUBJECT = (
    r"(?:motion|amendment|resolution|ordinance|measure|vote|article|question|request|item|minutes"
    r"|bills?|report|it|substitute|same)"
)
_PASSED = re.compile(
    r"(?:^|\n)\s*(?:result|action|disposition|outcome|final\s+(?:resolution"
    r"|action))\s*:\s*(?:motion\s+)?(?:adopted|approved|accepted"
    r"|carried|carries|passed|passes|granted|confirmed|unanimous)\b"
    r"|\bvote\s*:\s*unanimous\b|\bunanimously\s+(?:resolved|ordered|determined)\b"
    r"|\b(?:declared|was\s+declared)\s+(?:(?!not\b)\w+\s+){0,3}?(?:carried|adopted|passed"
    r"|approved)\b"
    r"|\bso\s+voted\b"
    r"|\bvoted,?\s+(?:unanimously,?\s+|by\s+[\w ]{3,20},?\s+)?(?:to|that)\s+(?!deny\b)"
    r"|\b(?:was|were)\s+(?:then\s+)?voted\s+in\s+the\s+affirmative\b|"
    rf"\b(?:{_SUBJECT})s?\b(?:\s+(?:to|of|for|as|made|by|was|were|is|are|stands?|has|then"
    r"|duly|also|so|being|having|been|unanimously|again|both|all|hereby|number|no\.?"
    rf"|(?!(?:not|be)\b)[\w-]+)){{0,12}}?\s*[:,-]*\s*(?:carried|carries|passed|passes|approved"
    rf"|adopted"
    r"|prevail(?:s|ed)|granted|accepted|succeed(?:s|ed))\b"
    r"|\b(?:so ordered|so carried|duly carried|carried unanimously|unanimously (?:carried"
    r"|passed|approved|adopted|agreed|accepted)|(?:approved|passed|carried|adopted"
    r"|accepted)\s+(?:unanimously|by\b|with\b|\(?\d)"
    r"|and\s+(?:was\s+)?(?:unanimously\s+)?(?:carried|passed|approved|adopted)|(?:^"
    r"|[\n.;,/]|\s-\s)\s*(?:carried|carries|passed|passes|approved|adopted|granted)\s*"
    r"(?:[.:;(,\n-]|\d|$)"
    r"|motion:\s*(?:approved|passed|carried))",
    re.I | re.M,
)
_IN_FAVOUR = re.compile(
    r"\ball\s+concur(?:red|ring)?\b"
    r"|\ball\s+(?:(?:were|was|voted|presents?|members?|those|in attendance|council|board"
    r"|trustees?|commissioners?)\s+)*(?:voted\s+|voting\s+|said\s+"
    r"|say\s+)?(?:in\s+favou?r|ayes?|yes)\b|\bunanim\w+|\bvote\s+yes\b"
    r"|\b(?:ayes?|yeas?|y|in\s+favou?r(?:\s+thereof)?)\s*[:,-]\s*(?:all|unanimous)\b"
    r"|\bA(?:11|1l|l1|II|lI|Il|I1|1I)\s+(?:ayes?|yeas?|in\s+favou?r)\b|\bunan\b"
    r"|\bthe ayes have it\b|\bwithout\s+(?:dissent|objection"
    r"|opposition)\b"
    r"|\b(?:carried|passed|approved)\b[^.\n]{0,20}\d{1,2}\s?[-/]\s?\d{1,2}|\bAIF\b",
    re.I,
)
_FAILED = re.compile(
    r"(?:^|\n)\s*(?:result|action|disposition|outcome|final\s+(?:resolution"
    r"|action))\s*:\s*(?:motion\s+)?(?:defeated|failed|fails|lost"
    r"|denied|rejected|died|not\s+(?:adopted|approved|carried|passed))\b"
    r"|\bdeclared\s+(?:\w+\s+){0,4}?(?:lost|defeated|failed|not\s+\w+)\b|"
    r"\b(?:motion|vote|amendment|substitute|resolution|ordinance|article|question|proposal"
    r"|measure)s?\b[^.;\n]{0,120}?\b(?:fail(?:ed|s)|(?:was|were|is|are)\s+(?:defeated"
    r"|denied|rejected|lost|not\s+(?:carried|approved|adopted|passed))|defeated|(?:did"
    r"|does|do)\s+not\s+(?:pass|carry|prevail)|lost|not\s+carried|is\s+lost)\b"
    r"|\bmotion\s*[:-]\s*(?:failed|denied|defeated|lost)\b|(?:^|[\n.;/)]|\s-\s)\s*(?:failed|fails"
    r"|defeated|denied|rejected|lost|(?:did|does)\s+not\s+(?:pass|carry|prevail)"
    r"|not\s+(?:carried|passed|adopted|approved|ordered)|voted\s+down|voted\s+in\s+the\s+negative)\s*"
    r"(?:[.:;(,\d\n-]|$|for\s+(?:want|lack)\b)"
    r"|\b(?:it|same)\s+(?:(?:was|is)\s+(?:then\s+|thereupon\s+)?(?:voted\s+down|not\s+(?:adopted|carried"
    r"|passed))|(?:did|does)\s+not\s+(?:pass|carry|prevail))\b(?!\s+by\s+[A-Zt])"
    r"|\b(?:motion|amendment|proposal|resolution|ordinance|measure)\s+(?:(?:was|is|were)\s+(?:then\s+"
    r"|thereupon\s+|therefore\s+|accordingly\s+)?voted\s+down|(?:did|does)\s+not\s+receive\s+(?:a|the)"
    r"\s+(?:\w+\s+){0,2}(?:majority|votes?)|(?:then\s+|therefore\s+|accordingly\s+)?(?:fell|fails"
    r"|loses|falls))\b"
    r"|\bso\s+it\s+(?:did\s+not\s+(?:pass|carry)|failed|lost)\b"
    r"|\b(?:fail(?:ed|s)|defeated)\s+(?:by|on|with)\s+(?:a\s+|the\s+)?(?:vote|tie|roll"
    r"|tally|count|\d)|\b(?:fail(?:ed|s)|defeated)[\s,:]{1,3}\(?\d{1,2}\s?[-/]\s?\d",
    re.I | re.M,
)
_TIGHT = re.compile(
    r"\b(?:motion|vote|amendment|substitute|resolution|ordinance|article"
    r"|question)s?\s+(?:then\s+|has\s+)?"
    r"(?:fail(?:ed|s)|(?:was|is)\s+(?:defeated|lost|not\s+(?:carried|adopted))|(?:did"
    r"|does)\s+not\s+(?:pass|carry))"
    r"|\b(?:did|does)\s+not\s+(?:pass|carry|prevail)\b|\bnot\s+(?:adopted|carried|enacted)\b"
    r"|\bvoted\s+down\b|\b(?:motion|amendment|measure)\s+(?:was\s+)?(?:rejected|fell|lost)\b"
    r"|\bfor\s+(?:want|lack)\s+of\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}(?:majority|votes?"
    r"|two-thirds)\b",
    re.I,
)
_TABLED_RESULT = re.compile(
    r"(?:^|\n)\s*(?:result|action|disposition|outcome)\s*:\s*(?:tabled|postponed|deferred"
    r"|continued|laid\s+over)\b"
    r"|\[(?:tabled|postponed)\]",
    re.I,
)
_NO_SECOND = re.compile(
    r"\b(?:nobody|no\s+one|no\s+member|none)\s+(?:having\s+|would\s+|wished\s+to\s+|chose\s+to\s+"
    r"|offered\s+(?:a|to)\s+)?(?:second(?:ed|ing)?|2nd)\b"
    r"|\bfor\s+a\s+second\b[^.\n]{0,20}[,;.]\s*(?:but\s+|and\s+)?(?:none|nobody|no\s+one)\b|\bsecond(?:ed(?:\s+by)?"
    r"|er)?\s*:\s*\(?none\b"
    r"|\b(?:being|was|is)\s+(?:not\s+a|no)\s+second\b|\bno\s+second(?:er)?\s+(?:was|came|being"
    r"|to\s+the)\b"
    r"|\b(?:received|getting|with|had|hearing|got)\s+no\s+second\b|\bunseconded\b|\bno\s+2nd\b"
    r"|(?:^|[.;(\n])\s*no\s+second\s*[.;,)\n]|\b(?:lack|want|absence)\s+of\s+(?:an?y?\s+)?second(?:er)?\b"
    r"|\b(?:no|without\s+a"
    r"|not\s+receive\s+a|there\s+was\s+no|did\s+not\s+(?:get|receive|have)\s+a"
    r"|never)\s+second(?:ed)?\b(?!\s+(?:reading|hearing))|\bnot\s+se-?\s?conded\b"
    r"|\bdied\b[^.\n]{0,30}\bsecond\b",
    re.I,
)
_WITHDRAWN = re.compile(
    r"\b(?:took|takes|taking)\s+back\s+(?:the|his|her|their)\s+motion\b"
    r"|\b(?:dropped|retracted)\s+(?:the|his|her|their)\s+(?:\w+\s+)?motion\b"
    r"|\b(?:took|pulled|taking)\s+(?:(?:down|back)\s+(?:the|his|her|their)\s+motion|(?:the|his|her|their)"
    r"\s+motion\s+back)\b"
    r"|\bthen\s+withdrew\s*[.,;]"
    r"|\b(?:then|later|afterwards)\s+(?:(?:Mr|Ms|Mrs|Dr)\.\s)?[\w' -]{2,30}\swithdrew\s*[.,;]"
    r"|\bmotion\s+(?:was\s+)?(?:pulled|dropped|retracted|recalled|withdrawn|taken\s+back)\b"
    r"|(?:^|[\n.;/]|\s-\s)\s*withdrawn(?:\s+(?:by|before|with|at)\b[^.;\n]*)?\s*(?:[.;,(\n]|$)|\b(?:withdrew"
    r"|withdrawing|withdraws)\s+(?:it|(?:the|his|her|their)\s+(?:amendment"
    r"|second\s+and\s+motion))\b|\bresult\s*:\s*withdrawn\b|"
    r"\bmotion\b[^.;\n]{0,60}\b(?:was|were|is|been)\s+(?:then\s+|subsequently\s+"
    r"|later\s+|by\s+[\w ]{3,40}\s)?(?:withdrawn|rescinded)\b"
    r"|\b(?:was|were)\s+(?:by|with)\s+(?:the\s+)?(?:leave|consent|permission)\b[^.;\n]{0,40}"
    r"\bwithdrawn\b|\b(?:withdr(?:ew|aws?|awing)|rescind(?:ed|s)"
    r"|pull(?:ed|s))\s+(?:the|his|her|their|that|this)\s+(?:[\w-]+\s+){0,2}motion\b"
    r"|\bmotion\s*[:-]?\s*withdrawn\b",
    re.I,
)
_TABLED = re.compile(
    r"\b(?:item|matter|motion|resolution|ordinance|request|application"
    r"|agreement)\b[^.;\n]{0,60}\b(?:was|were|is|been)\s+(?:then\s+)?(?:tabled|postponed"
    r"|deferred|laid over|laid on the table|held over|continued)\b"
    r"|(?:^|\n|\s-\s)\s*(?:tabled|postponed|deferred|laid\s+over|held\s+over|laid\s+on\s+the\s+table)"
    r"(?=\s*[.;\n]|\s+(?:to|until|till|at|by|for)\b|\s*$)",
    re.I,
)
_VERBS = (
    r"(?:approved|adopted|accepted|granted|ratified|authorized|awarded|appointed|paid"
    r"|tabled|denied)"
)
_DONE = re.compile(
    rf"\b(?:was|were|is|are)\s+(?:\w+ly\s+)?{_VERBS}\b"
    r"|\b(?:council|board|commission(?:ers)?|supervisors|trustees"
    rf"|members)\s+(?:\w+ly\s+)?{_VERBS}\b",
    re.I,
)
_DONE_ON = re.compile(
    r"\b(?:council|board|commission(?:ers)?|committee|supervisors|trustees|body|meeting|session"
    r"|hearing)"
    r"\s+(?:was\s+|stood\s+|then\s+|duly\s+)?(?:adjourned|deferred|resolved|agreed|recessed"
    r"|closed|appointed|directed)\b"
    r"|^adjourn\w*\s+(?:at|of)\b",
    re.I,
)
_PENDING = re.compile(
    r"\bif\s+(?:the\s+|a\s+|this\s+)?$|\bif\s+(?:the\s+)?(?:motion|vote"
    r"|it)\b[^.\n]{0,40}$|\b(?:would|should|could|will"
    r"|to)\s+(?:have\s+)?(?:be\s+|been\s+)?$",
    re.I,
)


@dataclass(frozen=True)
class Outcome:
    """passed | failed | tabled | withdrawn | no_second | unknown, and where the words stand.

    rule: the wording that told it.
    """

    result: str
    end: int = 0
    doubts: tuple[str, ...] = ()
    start: int = 0
    rule: str = ""


def outcome(block: str, ayes: int | None, nays: int | None) -> Outcome:
    """The fate of the motion by its words: with more ayes than noes it can still fail."""
    passed = _first(_PASSED, block) or _first(_IN_FAVOUR, block)
    failed = _first(_FAILED, block)
    for pattern, name in ((_NO_SECOND, "no_second"), (_WITHDRAWN, "withdrawn")):
        match = _first(pattern, block)
        later = passed is not None and passed.start() > match.end() + 400 if match else False
        if match and not later and (name == "withdrawn" or passed is None):
            return Outcome(name, match.end(), (), match.start(), f"words/{name}")
    if failed and _contradicted(failed, block, ayes, nays):
        failed = None
    tabled = _first(_TABLED_RESULT, block)
    if tabled and (passed is None or tabled.start() <= passed.start()):
        return Outcome("tabled", tabled.end(), (), tabled.start(), "words/tabled")
    if failed and (
        passed is None or failed.start() <= passed.start() or _overruled(passed, failed)
    ):
        return _checked("failed", failed, ayes, nays)
    if passed:
        end = max(passed.end(), *(m.end() for m in [_first(_IN_FAVOUR, block)] if m), 0)
        return replace(_checked("passed", passed, ayes, nays), end=end)
    tabled = _first(_TABLED, block)
    if tabled:
        return Outcome("tabled", tabled.end(), (), tabled.start(), "words/tabled")
    return Outcome("unknown", 0)


def _overruled(passed: re.Match[str], failed: re.Match[str]) -> bool:
    """ "All in favor ... motion failed": who was in favour is no outcome where one is stated."""
    return _IN_FAVOUR.fullmatch(passed.group()) is not None and failed.start() - passed.end() < 200


def _contradicted(failed: re.Match[str], block: str, ayes: int | None, nays: int | None) -> bool:
    """A loose "failed" against a count that carried: said of something else. A false "voted down"
    is a false statement about a town."""
    carried = ayes is not None and nays is not None and ayes > nays
    return carried and not _TIGHT.search(block, max(0, failed.start() - 1), failed.end() + 30)


def done(block: str, *, on: bool) -> Outcome:
    """ "On motion of X, the minutes were approved": what was moved is told as done.

    on: whether the block is such a sentence; "the Board resolved ..." tells it only there.
    """
    match = _DONE.search(block) or (_DONE_ON.search(block) if on else None)
    if match is None:
        return Outcome("unknown")
    return Outcome("passed", match.end(), (), match.start(), "words/done")


def from_count(ayes: int | None, nays: int | None, named: bool) -> Outcome:
    """The result of a vote whose outcome no word states, from a recorded count; always a doubt."""
    if ayes is None or nays is None or ayes + nays < 2:
        return Outcome("unknown", 0)
    how = "names" if named else "count"
    doubt = f"no outcome is stated: read from the {how}"
    return Outcome("passed" if ayes > nays else "failed", 0, (doubt,), 0, "count")


def _checked(result: str, told: re.Match[str], ayes: int | None, nays: int | None) -> Outcome:
    against = (
        ayes is not None
        and nays is not None
        and (nays >= ayes if result == "passed" else ayes > nays)
    )
    doubt = f"the words say {result}, the count {ayes}-{nays}"
    doubts = (doubt,) if against else ()
    return Outcome(result, told.end(), doubts, told.start(), f"words/{result}")


def _first(pattern: re.Pattern[str], block: str) -> re.Match[str] | None:
    for match in pattern.finditer(block):
        if not _PENDING.search(block, max(0, match.start() - 60), match.start()):
            return match
    return None
