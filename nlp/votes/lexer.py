"""Cuts the words of a vote into tokens: sides, names, numbers, signs, other words.

Owns the tokens only. The layouts that are made of them are read elsewhere.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from nlp.particles import PARTICLES
from nlp.people import NOT_NAMES, TITLE
from nlp.votes.words import FIGURE, LABELS, LETTER, NONE, PAPER, SIDE, is_plural, number, side_of


@dataclass(frozen=True)
class Token:
    """One token: kind is side | name | title | number | none | all | and | by | was | word, or a
    sign: colon, dash, comma, semi, stop, open, close, slash, dots, gap, line, blank.

    side, plural, verb, letter: of a side only; value: of a number.
    """

    kind: str
    start: int
    end: int
    text: str = ""
    side: str = ""
    plural: bool = False
    verb: bool = False
    letter: bool = False
    value: int = -1


_SIGNS = re.compile(
    r"(?P<blank>[ ]*\n(?:[ \f]*\n)+\s*|\s*\f\s*)|(?P<line>[ ]*\n[ ]*)|(?P<gap>[ ]{2,})"
    r"|(?P<space> +)"
    r"|(?P<dots>(?:\.|_|\u2026){2,})|(?P<colon>[:=])|(?P<dash>-+)|(?P<comma>,)|(?P<semi>;)"
    r"|(?P<stop>[.!?])|(?P<open>[(\[])|(?P<close>[)\]])|(?P<slash>/)|(?P<other>[^\w\s])"
)
_LETTERS = r"A-Za-z\u00c0-\u024f"
_WORD = re.compile(
    rf"[{_LETTERS}]+(?:'[{_LETTERS}]+|\.(?=[A-Z]\b))*|\w+",
)
_TITLES = re.compile(rf"(?:{TITLE}|Messrs\.?|Mesdames)s?(?![\w])\.?", re.I)
_VOTE_PART = re.compile(
    r"(?:yes|no|aye|nay|yea|ayes|nays|noes|abstain\w*|abstention|absent|excused|recused"
    r"|opposed)\b",
    re.I,
)
_SUFFIXES = ("Jr", "Sr", "II", "III", "IV")
_SUFFIX = re.compile(rf",? (?:{'|'.join(_SUFFIXES)})\b\.?")
_SMALL = re.compile(rf"(?:{'|'.join(sorted(PARTICLES))}|St\.)(?= )")
_ALL = re.compile(r"(?:all|unanimous|everyone|the\s+(?:remaining|rest|other))\b", re.I)
_LINKS = {"and": "and", "&": "and", "by": "by", "from": "by", "was": "was", "were": "was",
          "being": "was", "are": "was", "who": "was", "alone": "was", "of": "by"}  # fmt: skip
# "The Mayor voted no": an office that one person holds stands for a name.
_OFFICE = re.compile(
    r"(?:Mayor|Burgess|Moderator|(?:Vice[ -])?(?:President|Chair(?:man|woman|person)?))"
    r"(?=[ ,.;]+[a-z(]|[.;,)\n])"
    r"(?![^.\n]{0,40}\btie)"
)
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\.?", re.I)
_BEHIND_TITLE = ("", " ", "\n", ",", ";", ")", "/")
_MOST_WORDS = 4


@lru_cache(maxsize=8)
def tokens(block: str) -> tuple[Token, ...]:
    """All tokens of a block, spaces left out; single spaces bind names of several words.

    The last blocks are remembered, as one is asked where it ends before it is read.
    """
    out: list[Token] = []
    at = 0
    while at < len(block):
        token = _at(block, at, out)
        at = token.end
        if token.kind != "space":
            out.append(token)
    return tuple(out)


def _at(block: str, at: int, before: list[Token]) -> Token:
    sign = _SIGNS.match(block, at)
    if sign is not None:
        if sign.group() == "&":
            return Token("and", at, sign.end())
        return Token(sign.lastgroup or "other", at, sign.end())
    if (side := _side(block, at, before)) is not None:
        return side
    for kind, pattern in (("none", NONE), ("all", _ALL)):
        if match := pattern.match(block, at):
            return Token(kind, at, match.end(), match.group())
    if (figure := FIGURE.match(block, at)) and not _names_paper(block, at, figure.end()):
        return Token("number", at, figure.end(), figure.group(), value=number(figure.group()))
    return _words(block, at, before)


def _names_paper(block: str, at: int, end: int) -> bool:
    """Whether a number is a paper's or a road's: "Act 13", but not "the resolution 5 ayes"."""
    paper = PAPER.search(block, max(0, at - 14), at) is not None
    return paper and not SIDE.match(block, min(end + 1, len(block)))


def _side(block: str, at: int, before: list[Token]) -> Token | None:
    match = SIDE.match(block, at)
    if match is not None:
        verb = match["verb"] is not None or match["who"] is not None
        return Token("side", at, match.end(), match.group(), side_of(match), is_plural(match), verb)
    label = LABELS.match(block, at)
    if label is not None and _labels(label, before):
        return Token("side", at, label.end(), label.group(), side_of(label), plural=True)
    letter = LETTER.match(block, at)
    if letter is None or not before or before[-1].kind in ("line", "blank", "stop", "word"):
        return None
    # "N. Odell": an initial, unless a sign or a verb binds the letter to the name before it.
    initial = block[letter.end() : letter.end() + 1] == "." and " " not in letter.group()
    if initial and before[-1].kind not in ("dash", "colon", "open", "slash", "dots"):
        return None
    return Token("side", at, letter.end(), letter.group(), side_of(letter), letter=True)


def _labels(label: re.Match[str], before: list[Token]) -> bool:
    """Whether a letter begins a list: "N" only behind the list of "Y" or "A"."""
    if before and before[-1].kind in ("name", "title", "colon"):
        return False
    if len(before) > 1 and before[-1].kind == "dash" and before[-2].kind in ("name", "title"):
        return False
    return label["yes"] is not None or any(t.plural and len(t.text) == 1 for t in before)


def _words(block: str, at: int, before: list[Token]) -> Token:
    """A name of one to four words, a title, a linking word or any other word."""
    office = _OFFICE.match(block, at)
    if office and before and before[-1].text == "the":
        return Token("name", at, office.end(), office.group())
    title = _TITLES.match(block, at)
    courtesy = bool(before) and _COURTESY.fullmatch(before[-1].text) is not None
    if title and not courtesy and block[title.end() : title.end() + 1] in _BEHIND_TITLE:
        return Token("title", at, title.end(), title.group())
    end = _name_end(block, at)
    word = _WORD.match(block, at)
    stop = word.end() if word else at + 1
    if end == at and courtesy and block[at].isupper():
        end = stop
    if end > at:
        return Token("name", at, end, " ".join(block[at:end].split()))
    text = block[at:stop].lower()
    return Token(_LINKS.get(text, "word"), at, stop, text)


def _name_end(block: str, at: int) -> int:
    """Where the name that begins here ends; `at` where none does."""
    start, end, words, real = at, at, 0, False
    while words < _MOST_WORDS and (length := _piece(block, start)):
        small = _SMALL.match(block, start) is not None
        if small and not _piece(block, start + length + 1):
            break
        end, words, real = (
            start + length,
            words + (not small),
            real or _is_word(block, start, length, small=small),
        )
        if block[end : end + 1] == " ":
            start = end + 1
        elif block[end - 1] == ".":
            start = end
        else:
            break
    if not real:
        return at
    suffix = _SUFFIX.match(block, end)
    return suffix.end() if suffix else end


def _is_word(block: str, at: int, length: int, *, small: bool) -> bool:
    """Whether a part can carry a name alone: no initial, no "van"."""
    return not small and length > 1 and block[at + 1] != "."


def _piece(block: str, at: int) -> int:
    """The length of one part of a name at this place, 0 where there is none."""
    small = _SMALL.match(block, at)
    if small:
        return small.end() - at
    if not block[at : at + 1].isupper():
        return 0
    if block[at + 1 : at + 2] == ".":
        return 2
    word = _WORD.match(block, at)
    if word is None or word.group().lower() in NOT_NAMES or word.group() in _SUFFIXES:
        return 0
    if SIDE.match(block, at) or LETTER.match(block, at):
        return 0
    end = word.end()
    while block[end : end + 1] == "-" and block[end + 1 : end + 2].isupper():
        more = _WORD.match(block, end + 1)
        if more is None or _VOTE_PART.match(block, end + 1) or len(more.group()) < 2:
            break
        end = more.end()
    return end - at
