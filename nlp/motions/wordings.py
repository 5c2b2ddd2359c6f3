"""The words in which minutes tell how a motion ended.

Owns the wordings of each outcome. Which of several in one block counts is nlp.motions.outcome's.
"Failed", "withdrew" and "tabled" are also said of pumps, members and other items: each needs
"motion" or "vote" in its own sentence.
"""

from __future__ import annotations

import re

_SUBJECT = (
    r"(?:motion|amendment|resolution|ordinance|measure|vote|article|question|request|item|minutes"
    r"|bills?|report|it|substitute|same)"
)
_LABEL = (
    r"(?:^|\n|[.;)]\s)\s*(?:motion\s+)?(?:(?:vote\s+)?result|action(?:\s+taken)?|disposition|outcome|status|final\s+(?:resolution"
    r"|action))\s*[:-]\s*(?:the\s+)?(?:motion\s+)?(?:was\s+)?"
)
_HOW = (
    r"(?:(?:then|thereupon|therefore|accordingly|thus|also|duly|unanimously|overwhelmingly"
    r"|narrowly|soundly|resoundingly|promptly|again|declared|consequently)\s+){0,2}"
)
_LOST = (
    r"(?:defeated|denied|rejected|lost|negatived|killed|unsuccessful|(?:turned|voted)\s+down"
    r"|not\s+(?:carried|approved|adopted|passed|successful|sustained|agreed\s+to))"
)
_MOTION = r"(?:motion|vote|amendment|substitute|question|proposal|measure)"
_BODY = (
    r"(?:council|board|body|commission|committee|trustees|supervisors|commissioners|house|court"
    r"|assembly|meeting|jury|authority|selectmen|town|voters)"
)
# Said of the motion itself and of nothing else: no count beside it speaks against these.
_TURNED_DOWN = (
    r"\b(?:ord|res)\.?\s+(?:no\.?\s*)?[\w-]*\d[\w-]*\s+(?:was|were|is)\s+not\s+(?:adopted|passed|approved)\b|"
    rf"\b{_MOTION}s?\s+(?:(?:was|were|is|are|being|stands)\s+)?{_HOW}{_LOST}\b"
    rf"|\b{_BODY}\s+{_HOW}(?:defeated|rejected|(?:voted|turned)\s+down|voted\s+(?:\(?\d{{1,2}}\s?-\s?"
    rf"\d{{1,2}}\)?,?\s+)?against)\s+(?:the|this|that|his|her)\s+(?:\w+\s+)?{_MOTION}\b"
    rf"|\bvoted\s+(?:the|this|that)\s+(?:\w+\s+)?{_MOTION}\s+down\b"
)
PASSED = re.compile(
    rf"{_LABEL}(?:adopted|approved|accepted"
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
    r"|motion:\s*(?:approved|passed|carried))"
    r"|\b(?:carried|passed|adopted|approved)\s+(?:on|upon)\s+(?:an?\s+)?(?:unanimous\s+)?(?:voice|roll|vote|show"
    r"|division|viva|\d)"
    rf"|\bmotion\s+(?:(?:was|is)\s+)?{_HOW}(?:agreed\s+to|sustained|successful)\b"
    r"|[,;.]\s+which\s+(?:then\s+)?(?:carried|passed)\b|\bdecision\s*:\s*(?:approved|granted|adopted)\b"
    rf"|\b{_BODY}\s+{_HOW}(?:approved|adopted|passed|carried)\s+(?:the|this|that)\s+{_MOTION}\b(?!\s+(?:of|to\s+table))"
    r"|(?:^|[\n.;:,)-]\s*)(?-i:M\s?[/.]?\s?C(?:\s?/?\s?U)?)(?=\s*(?:[.;,\n\d(]|on\b|by\b|unan|$))",
    re.I | re.M,
)
# Said as a sentence of its own: within another one they tell of talk.
_ALONE = r"(?:^|[.;\n]\s*|\s-\s)(?:the\s+)?"
_FAVOURED = (
    rf"{_ALONE}(?:ayes?,?\s+all|vote\s*[:-]\s*(?:all\s+)?(?:ayes?|yeas?|yes)(?:,\s*all)?"
    r"|all\s+(?:(?:members|present|were|council|board)\s+)*(?:approved|agreed)"
    r"|every(?:one|body)\s+(?:(?:was|were|voted|voting|said)\s+)?(?:in\s+favou?r|yes|ayes?)"
    r"|(?:there\s+(?:were|was|being)\s+)?no\s+(?:objections?|opposition)(?:\s+(?:was|were)\s+(?:heard|made|raised))?"
    r"|(?:none|nobody|no\s+one)\s+(?:was\s+|were\s+)?opposed|opposed\s*[:,-]\s*none"
    r"|vote\s+was\s+(?:favou?rable|in\s+favou?r|in\s+the\s+affirmative))\s*(?=[.;\n]|$)"
    rf"|{_ALONE}(?:\w+\s+)?{_BODY}\s+(?:members\s+)?(?:unanimously\s+|then\s+)?(?:(?:approved|adopted|accepted"
    r"|agreed|concurred)|(?:all\s+)?voted\s+(?:\(?\d{1,2}\s?-\s?\d{1,2}\)?,?\s+)?in\s+favou?r)\s*(?=[.;\n]|$)"
)
IN_FAVOUR = re.compile(
    rf"{_FAVOURED}|"
    r"\ball\s+concur(?:red|ring)?\b"
    r"|\ball\s+(?:(?:were|was|voted|presents?|members?|those|in attendance|council|board"
    r"|trustees?|commissioners?|supervisors?|directors?|selectmen|alder(?:men|persons)|councilors"
    r"|members\s+of\s+(?:the\s+)?(?:council|board))\s+)*(?:voted\s+|voting\s+|said\s+"
    r"|say\s+)?(?:in\s+favou?r|in\s+the\s+affirmative|ayes?|yes|yeas?)\b|\ball\s+(?:vot(?:ed|ing)\s+)?for(?=\s*[.,;\n]|\s+none\b)"
    r"|\bunanim\w+\b(?!\s+(?:\w+\s+){0,2}(?:(?:being|is|was)\s+)?(?:needed|required|necessary)|\s+consent\s+(?:be|for|to|of))|\bvote\s+yes\b"
    r"|\b(?:ayes?|yeas?|yes|y|in\s+favou?r(?:\s+thereof)?)\s*[:,-]\s*(?:all|unanimous)\b"
    r"|\bA(?:11|1l|l1|II|lI|Il|I1|1I)\s+(?:ayes?|yeas?|in\s+favou?r)\b|\bunan\b"
    r"|\bayes\s+(?:(?:have|had)\s+it|prevail\w*|carr(?:y|ied))\b|\bby\s+acclamation\b|\bwithout\s+(?:dissent|objection"
    r"|opposition)\b"
    r"|(?<!\bnot\s)\b(?:carried|passed|approved)\b[^.\n]{0,20}\d{1,2}\s?[-/]\s?\d{1,2}|\bAIF\b",
    re.I,
)
FAILED = re.compile(
    rf"{_LABEL}(?:failed|fails|died|{_LOST})\b"
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
    rf"|{_TURNED_DOWN}"
    r"|\b(?:motion|amendment|proposal|measure|resolution|ordinance|substitute|it|which)\s+(?:had"
    r"|received|got|found|gained|won)\s+no\s+support\b"
    r"|\b(?:motion|amendment|proposal|resolution|ordinance|measure|substitute|it|which)\s+(?:did|does)"
    r"\s+not\s+(?:garner|get|have|receive|obtain|win|muster|gain|secure|attain|reach)\s+(?:[\w-]+\s+){0,6}?"
    r"(?:votes?|majority|two-thirds|support|quorum)\b"
    r"|\b(?:motion|amendment|proposal|measure|substitute)s?\b[^.;\n]{0,50}?\b(?:died|dies|(?:is|was|being)\s+dead"
    r"|went\s+down)\b|\bmotion\s+dead\b"
    r"|\b(?:noes|nays|no's|nos)\s+(?:have|had)\s+it\b|\b(?:noes|nays)\s+prevail"
    r"|(?:^|[.;\n]\s*|,\s+)(?:and\s+|but\s+|so\s+)?(?:it|this|which)\s+(?:was|is)\s+"
    rf"{_HOW}(?:defeated|rejected|lost|(?:voted|turned)\s+down)\s*(?:[.;,\d(]|$|\b(?:by|on|with|in)\s+"
    r"(?:a\s+|the\s+)?(?:vote|tie|roll|tally|count|voice|show|\d))"
    r"|\b(?:motion|amendment|measure|resolution|ordinance)\s+(?:had|has)\s+not\s+(?:passed|prevailed|carried)\b"
    r"|\bso\s+it\s+(?:did\s+not\s+(?:pass|carry)|failed|lost)\b"
    r"|\b(?:fail(?:ed|s)|defeated)\s+(?:by|on|with)\s+(?:a\s+|the\s+)?(?:vote|tie|roll"
    r"|tally|count|\d)|\b(?:fail(?:ed|s)|defeated)[\s,:]{1,3}\(?\d{1,2}\s?[-/]\s?\d",
    re.I | re.M,
)
TIGHT = re.compile(
    r"\b(?:motion|vote|amendment|substitute|resolution|ordinance|article"
    r"|question)s?\s+(?:then\s+|has\s+|had\s+|having\s+)?"
    r"(?:fail(?:ed|s)|(?:was|is)\s+(?:defeated|lost|not\s+(?:carried|adopted))|(?:did"
    r"|does)\s+not\s+(?:pass|carry))"
    r"|\b(?:did|does)\s+not\s+(?:pass|carry|prevail)\b|\bnot\s+(?:adopted|carried|enacted)\b"
    r"|\bfail(?:ed|s|ing)\s+to\s+(?:receive|get|obtain|win|secure|gain)\s+(?:a|the)\s+(?:\w+\s+){0,2}"
    r"(?:majority|votes?|two-thirds)\b"
    r"|\bvoted\s+down\b|\b(?:motion|amendment|measure)\s+(?:was\s+)?(?:rejected|fell|lost)\b"
    r"|\bhad\s+not\s+(?:passed|prevailed|carried)\b"
    r"|\bfor\s+(?:want|lack)\s+of\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,2}(?:majority|votes?"
    r"|two-thirds)\b"
    rf"|{_TURNED_DOWN}",
    re.I,
)
TABLED_RESULT = re.compile(
    rf"{_LABEL}(?:tabled|postponed|deferred|continued|laid\s+over|held\s+over|carried\s+over)\b"
    r"|\[(?:tabled|postponed)\]",
    re.I,
)
NO_SECOND = re.compile(
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
    r"|\bdied\b[^.\n]{0,30}\bsecond\b"
    r"|\b(?:fail(?:ed|s)?|failing)\s+to\s+(?:receive|get|obtain|secure|gain|attract|draw|find|win)\s+"
    r"(?:a|any)\s+second\b|\bfail(?:ed|s)?\s+for\s+(?:a\s+|no\s+)?second\b"
    r"|\b(?:due\s+to|owing\s+to|because\s+of|for)\s+no\s+second(?:er)?\b|\bno\s+seconder\b"
    r"|\black(?:ed|ing|s)\s+(?:a|any)\s+second\b"
    r"|\bsecond(?:er)?\s+(?:to\s+the\s+motion\s+)?(?:was|is|being|came)\s+(?:not|never)\s+(?:offered"
    r"|made|given|received|forthcoming|heard|obtained|found|provided)\b"
    r"|\bsecond\s+was\s+(?:called|asked)\s+for\b[^.\n]{0,40}\b(?:not|none|no\s+one|never)\b"
    r"|\b(?:second|support)\b(?!\s+(?:reading|hearing|of))[^.\n]{0,30}[,.;?!]\s*(?:and,?\s+|but\s+)?"
    r"(?:there\s+(?:was|were|being)\s+(?:none|not\s*[.;,])|(?:she|he|they)?\s*hear(?:d|ing)\s+none|receiving\s+none"
    r"|get(?:s|ting)\s+none|none\s+(?:was|were|came|responded)|none\s*[.;])"
    r"|\bfor\s+(?:a\s+)?(?:second|support)\b[^.\n]{0,40}\b(?:got|heard|received|had|was|there\s+was)\s+none\b"
    r"|\bsecond(?:ed(?:\s+by)?|er)?\s*:\s*(?:no\s+one|nobody|no\s+second|n/a)\s*(?:[.;,)\n]|$)",
    re.I,
)
WITHDRAWN = re.compile(
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
    r"|\bmotion\s*[:-]?\s*withdrawn\b"
    rf"|{_LABEL}withdrawn\b"
    r"|\bmotion\s+(?:and|&)\s+(?:the\s+)?second\s+(?:was\s+|were\s+|are\s+)?withdrawn\b"
    r"|\bagreed\s+to\s+withdraw\s+(?:the|his|her|their)\s+(?:\w+\s+)?motion\b"
    r"|\b(?:asked|requested|sought)\s+(?:leave\s+|permission\s+)?to\s+withdraw\b(?:[^.\n]|(?<=\bM[rs])\.|(?<=\bMrs)\.){0,60}\b(?:no\s+objections?"
    r"|leave\s+did\s+so|did\s+so|without\s+objection|granted|agreed|consent(?:ed)?)\b"
    r"|\b(?:removed|took|takes|pulled)\s+(?:the|his|her|their)\s+motion\s+(?:from|off)\s+the\s+(?:floor"
    r"|table)\b|\b(?:took|takes)\s+it\s+back\b"
    r"|\b(?:took|takes)\s+it\s+off\s+the\s+floor\b"
    r"|(?:^|[.;\n]\s*)(?:the\s+)?motion\s+rescinded\s*(?:[.;\n]|$)",
    re.I,
)
TABLED = re.compile(
    r"\b(?:item|matter|motion|resolution|ordinance|request|application"
    r"|agreement)\b[^.;\n]{0,60}\b(?:was|were|is|been)\s+(?:then\s+)?(?:tabled|postponed"
    r"|deferred|laid\s+(?:over|aside|on\s+the\s+table)|held\s+over|continued|carried\s+over)\b"
    r"|\b(?:motion|item|matter)\s+(?:tabled|postponed|deferred)\b(?=\s*[.;,\n(]|\s+(?:to|until|till|by|for)\b|\s*$)"
    r"|\b(?:chair\w*|mayor|president|burgess|moderator|council|board)\s+(?:then\s+)?(?:tabled|postponed|deferred)"
    r"\s+the\s+(?:item|matter|motion|question|vote)\b"
    r"|(?:^|\n|\s-\s)\s*(?:tabled|postponed|deferred|laid\s+over|held\s+over|laid\s+on\s+the\s+table)"
    r"(?=\s*[.;\n]|\s+(?:to|until|till|at|by|for)\b|\s*$)",
    re.I,
)
_VERBS = (
    r"(?:approved|adopted|accepted|granted|ratified|authorized|awarded|appointed|paid"
    r"|tabled|denied(?!\s+by\s+(?:the\s+(?!following|same|board|council)|an?\s+(?!vote|roll|unanimous))))"
)
DONE = re.compile(
    rf"\b(?:was|were|is|are)\s+(?:\w+ly\s+)?{_VERBS}\b"
    r"|\b(?:council|board|commission(?:ers)?|supervisors|trustees"
    rf"|members)\s+(?:\w+ly\s+)?{_VERBS}\b",
    re.I,
)
DONE_ON = re.compile(
    r"\b(?:council|board|commission(?:ers)?|committee|supervisors|trustees|body|meeting|session"
    r"|hearing)"
    r"\s+(?:was\s+|stood\s+|then\s+|duly\s+)?(?:adjourned|deferred|resolved|agreed|recessed"
    r"|closed|appointed|directed)\b"
    r"|^adjourn\w*\s+(?:at|of)\b",
    re.I,
)
PENDING = re.compile(
    r"\basked\s+(?:whether|if)\b[^.;\n]{0,40}$|"
    r"\bif\s+(?:the\s+|a\s+|this\s+)?$|\bif\s+(?:the\s+)?(?:motion|vote"
    r"|it)\b[^.\n]{0,40}$|\b(?:would|should|could|will"
    r"|to)\s+(?:have\s+)?(?:be\s+|been\s+)?$",
    re.I,
)

# "Five votes being needed, the motion to suspend was lost": more ayes than noes, and yet it fails.
NEEDED = re.compile(
    r"\b(?:votes?|majority|two-thirds|three-fourths|unanim\w+|consent|\d/\d\S*)\b[^.;\n]{0,60}\b(?:needed"
    r"|required|necessary)\b",
    re.I,
)
