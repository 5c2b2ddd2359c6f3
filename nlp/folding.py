"""Text made comparable for matching, character for character.

Owns the replacements of one character by another: every offset stays. What is left out of the
reading copy or joined in it is nlp.repair's.
"""

from __future__ import annotations

import re
import unicodedata

_ONE_TO_ONE = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u2002": " ", "\u2003": " ",
        "\t": " ", "\f": " ", "\u037e": ";",
        "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2212": "-",
        "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u201c": '"', "\u201d": '"',
        "|": " ",
    }
)  # fmt: skip
# Letters of other alphabets that print like a Latin one; a font's character table may hold them.
_GREEK = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f"
    "\u03a1\u03a4\u03a5\u03a7\u03bf\u03f2\u03b1\u03bd\u03c1\u03b9"
)
_CYRILLIC = (
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423"
    "\u0425\u0430\u0435\u0455\u0456\u0458\u043e\u0440\u0441\u0443\u0445\u0475\u0501\u04bb"
)
_TWINS = str.maketrans(
    dict(zip(_GREEK, "ABEZHIKMNOPTYXocavpi", strict=True))
    | dict(zip(_CYRILLIC, "ABESIJKMHOPCTYXaesijopcyxvdh", strict=True))
)
_FOREIGN = re.compile("[\u0370-\u037d\u037f-\u03ff\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z]")
_WORD = re.compile(r"[^\W\d_]+")
# Full-width forms and the letters of formulas, which some programs write for bold print.
_STYLED = re.compile("[\uff01-\uff5e\U0001d400-\U0001d7ff]")


def fold(text: str) -> str:
    """The same text, same length, in plain characters."""
    folded = text.translate(_ONE_TO_ONE)
    if folded.isascii():
        return folded
    return _latin(_STYLED.sub(_plain, folded))


def _plain(match: re.Match[str]) -> str:
    made = unicodedata.normalize("NFKC", match.group())
    return made if len(made) == 1 else match.group()


def _latin(text: str) -> str:
    """Look-alike letters as Latin ones, in words that mix alphabets.

    Also everywhere, where no letter of the text shows that another alphabet is really meant.
    """
    foreign = set(map(ord, _FOREIGN.findall(text)))
    if not foreign:
        return text
    only_twins = foreign <= _TWINS.keys() and _LATIN.search(text) is not None

    def word(match: re.Match[str]) -> str:
        letters = match.group()
        others = set(map(ord, _FOREIGN.findall(letters)))
        mixed = others <= _TWINS.keys() and _LATIN.search(letters) is not None
        return letters.translate(_TWINS) if only_twins or mixed else letters

    return _WORD.sub(word, text)
