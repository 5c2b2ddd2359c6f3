"""Rich text (.rtf) to one page of text.

Owns the walk over groups and control words (RTF specification 1.9.1). Deleted and hidden text is
left out, list numbers and text boxes are kept. An .rtf has no pages of its own, so everything
stands on page 1.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field, replace

from nlp.errors import BrokenDocument, TooLarge
from nlp.pages.page import Page, text_page
from nlp.pages.text import paired

_LIMIT = 64 * 2**20
_DEEPEST = 1000
_TOKEN = re.compile(
    r"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<hex>[0-9A-Fa-f]{2})"
    r"|\\(?P<sign>[^A-Za-z])|(?P<brace>[{}])|[\r\n\x00]+|(?P<text>[^\\{}\r\n\x00]+)|\\",
    re.S,
)
_SKIPPED = frozenset(
    (
        *("fonttbl", "colortbl", "stylesheet", "info", "pict", "objdata", "objclass", "objname"),
        *("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        *("fldinst", "shprslt", "sp", "annotation", "atnid", "atnauthor", "bkmkstart", "bkmkend"),
        *("themedata", "colorschememapping", "latentstyles", "datastore", "filetbl", "revtbl"),
        *("listtable", "listoverridetable", "rsidtbl", "xe", "tc", "template", "nonesttables"),
    )
)
# Starred groups may be skipped by who does not know them; these hold words of the document.
_KEPT = frozenset(("shpinst", "shptxt", "nesttableprops"))
_NOTES = frozenset(("footnote",))
_SIGNS = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "nestrow": "\n",
    "softline": "\n", "softpage": "\n", "column": "\n", "tab": "\t", "cell": "\t",
    "nestcell": "\t", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ",
    "qmspace": " ", "bullet": "•", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n"}
_CHARSETS = {
    "77": "mac_roman", "128": "cp932", "129": "cp949", "134": "gbk", "136": "big5",
    "161": "cp1253", "162": "cp1254", "163": "cp1258", "177": "cp1255", "178": "cp1256",
    "186": "cp1257", "204": "cp1251", "222": "cp874", "238": "cp1250", "254": "cp437",
}  # fmt: skip


@dataclass(frozen=True)
class _Group:
    """What holds inside one pair of braces. uc: how many signs stand in for a Unicode one."""

    skipped: bool = False
    fonts: bool = False
    note: bool = False
    hidden: bool = False
    deleted: bool = False
    uc: int = 1
    font: str = ""
    starred: bool = False

    @property
    def silent(self) -> bool:
        return self.skipped or self.hidden or self.deleted


@dataclass
class _Walk:
    """One pass over a file; the notes are kept apart and stand at the end."""

    code: str = "cp1252"
    group: _Group = field(default_factory=_Group)
    above: list[_Group] = field(default_factory=list)
    charsets: dict[str, str] = field(default_factory=dict)
    text: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    raw: bytearray = field(default_factory=bytearray)
    skip: int = 0
    closed: bool = False

    def say(self, text: str) -> None:
        if not self.group.silent:
            (self.notes if self.group.note else self.text).append(text)

    def flush(self) -> None:
        """The bytes that stood as \\'xx, in the font's character set: some signs take two."""
        if self.raw:
            code = self.charsets.get(self.group.font, self.code)
            self.say(self.raw.decode(code, "replace"))
            self.raw.clear()


def pages(data: bytes) -> list[Page]:
    """The one page of a rich text; a second one that is not read where the file is cut.

    Raises BrokenDocument (groups without end), TooLarge.
    """
    if len(data) > _LIMIT:
        raise TooLarge(f"the rich text has {len(data) // 2**20} MiB: not read")
    walk = _walk(data.decode("latin-1"))
    notes = "".join(walk.notes).strip()
    text = "".join(walk.text) + (f"\n{notes}" if notes else "")
    read = [text_page(1, "rtf", paired(text))]
    # The last brace is missing: what follows the cut is a page that nobody has read.
    return read if walk.closed else [*read, Page(2, "none", 0.0, "", "damaged")]


def _walk(source: str) -> _Walk:
    walk = _Walk()
    at = 0
    while at < len(source) and not walk.closed:
        token = _TOKEN.match(source, at)
        if token is None:  # no sign is left out by the pattern
            break
        at = token.end()
        if token["hex"] is None:
            walk.flush()
        if token["brace"]:
            _brace(walk, token["brace"])
        elif token["word"]:
            at += _word(walk, token["word"], token["number"])
        elif token["hex"]:
            _byte(walk, int(token["hex"], 16))
        elif token["sign"]:
            _sign(walk, token["sign"])
        elif token["text"]:
            _words(walk, token["text"])
    walk.flush()
    return walk


def _brace(walk: _Walk, brace: str) -> None:
    walk.skip = 0
    if brace == "{":
        if len(walk.above) >= _DEEPEST:
            raise BrokenDocument("the rich text opens groups without end: fetch it again")
        walk.above.append(walk.group)
        walk.group = replace(walk.group, starred=False)
    elif walk.above:
        walk.group = walk.above.pop()
        walk.closed = not walk.above


def _word(walk: _Walk, word: str, number: str | None) -> int:
    """Obeys one control word; how many raw bytes behind it are to be passed over."""
    if word == "bin":
        return max(0, int(number or 0))
    if walk.skip:
        walk.skip -= 1
        return 0
    group = walk.group
    if word in _SKIPPED or (group.starred and word not in _KEPT):
        walk.group = replace(group, skipped=True, starred=False, fonts=word == "fonttbl")
    elif word in _NOTES:
        walk.group = replace(group, note=True)
        walk.say("\n")
    elif word in _SIGNS:
        walk.say(_SIGNS[word])
    elif word == "u":
        walk.say(chr(int(number or 0) & 0xFFFF))
        walk.skip = group.uc
    else:
        _property(walk, word, number)
    return 0


def _property(walk: _Walk, word: str, number: str | None) -> None:
    group, on = walk.group, number != "0"
    if word == "v":
        walk.group = replace(group, hidden=on)
    elif word == "deleted":
        walk.group = replace(group, deleted=on)
    elif word == "plain":
        walk.group = replace(group, hidden=False, deleted=False, font="")
    elif word == "uc":
        walk.group = replace(group, uc=max(0, int(number or 1)))
    elif word == "f":
        walk.group = replace(group, font=number or "")
    elif word == "fcharset" and group.fonts and number in _CHARSETS:
        walk.charsets[group.font] = _CHARSETS[number]
    elif word == "ansicpg":
        walk.code = _known(f"cp{number}") or walk.code
    elif word == "mac":
        walk.code = "mac_roman"


def _known(code: str) -> str | None:
    try:
        return codecs.lookup(code).name
    except LookupError:
        return None


def _byte(walk: _Walk, value: int) -> None:
    if walk.skip:
        walk.skip -= 1
    else:
        walk.raw.append(value)


def _sign(walk: _Walk, sign: str) -> None:
    if sign == "*":
        walk.group = replace(walk.group, starred=True)
    elif walk.skip:
        walk.skip -= 1
    else:
        walk.say(_SYMBOLS.get(sign, ""))


def _words(walk: _Walk, text: str) -> None:
    passed = min(walk.skip, len(text))
    walk.skip -= passed
    # Above \x7f only careless writers leave bytes bare; they mean their own character set.
    rest = text[passed:]
    if rest:
        walk.say(rest if rest.isascii() else rest.encode("latin-1").decode(walk.code, "replace"))
