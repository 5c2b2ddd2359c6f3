"""Which body's meeting a document is about, as its top prints it.

Owns the cut of a heading down to the body's name; matches it to no registry.
"""

from __future__ import annotations

import re

from nlp.meta.head import head_lines

_BODY_WORD = re.compile(
    r"\b(?:council|board|commission(?:ers)?|supervisors|trustees|committee|authority"
    r"|selectmen|aldermen|select\s*board|directors|freeholders|assembly|legislature"
    r"|court)\b",
    re.I,
)
_BODY_CUT = re.compile(
    r"\b(?:regular|special|annual|reorgani[sz]ation(?:al)?|organi[sz]ational|public"
    r"|work\s*shop|work|emergency|joint|combined|monthly|stated|called|adjourned|draft"
    r"|unapproved|approved|official|agenda|minutes|meetings?|session|notice|cancell?ation"
    r"|of\s+the\s+meeting|packet|transcript|proceedings|hearing|of\s+(?=$))\b",
    re.I,
)


def body_of(text: str) -> str | None:
    """The body whose meeting this is, as the top of the document prints it."""
    for line in head_lines(text)[:14]:
        if not _BODY_WORD.search(line) or line.endswith((".", ",", ";")) or len(line) > 90:
            continue
        cut = re.split(r"\s[-|]\s|,\s*(?=\w+\s+\d)|\(|:", line)[0]
        cut = re.sub(r"\b\d[\d/.: ]*(?:[ap]\.?m\.?)?", " ", _BODY_CUT.sub(" ", cut), flags=re.I)
        cut = re.sub(
            r"^(?:\s|the\b|of\b|for\b|[-,~*])+|(?:\s|\bof\b|\bthe\b|[-,~*])+$",
            "",
            " ".join(cut.split()),
            flags=re.I,
        )
        if _BODY_WORD.search(cut) and 1 <= len(cut.split()) <= 12 and cut[:1].isupper():
            return cut
    return None
