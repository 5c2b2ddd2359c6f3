"""What opens a motion: the value that every wording of an opening gives, and the names in it.

Owns the shape of an opener and how a name is cut out of a match. The wordings are each other
module's: made, unnamed, moved, couples, pairs, tables, shorthand, amendments, decisions, orphans.
Each trigger is looked at in a window of fixed size, so the work grows with the text only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nlp.people import NAME, TITLE, bare

BEFORE = 110
AFTER = 260


@dataclass(frozen=True)
class Opener:
    """A motion's first words. start: where the quote begins; end: where the proposal may begin.

    kind: made | passive | by | moved | label | decision | lone (one word: GRANTED) | item (a vote
    under a heading). mover, seconder: None where not named here. told: the outcome that the opener
    itself tells ("M/S/C"), "" otherwise. words: where the proposal stands, if not behind it.
    vote: of an item, where its vote begins. whole: all is told up to end, as in a table's row;
    counted: ayes and noes, where a table has a column for them.
    """

    start: int
    end: int
    kind: str
    mover: str | None = None
    seconder: str | None = None
    told: str = ""
    words: tuple[int, int] | None = None
    vote: int = -1
    whole: bool = False
    counted: tuple[int, int] | None = None


G = r"(?:a|the|another|an|his|her|their)"
ADJECTIVE = (
    r"(?:\s+(?:substitute|second|new|further|separate|formal|friendly|subsequent|amended"
    r"|following|main|privileged|procedural|revised|different|final|similar))?"
)
MADE = (
    r"(?:made|makes|make|offered|offers|presented|introduced|entered|put forth"
    r"|put forward"
    # "The motion was put and lost", "put to a vote": spoken of, not made.
    r"|put(?!\s*(?:[.,;]|and\b|to\s+(?:a|the)\s+(?:vote|question|roll|test|body|council|board|house"
    r"|members)|by\s+the\s+(?:chair|president|mayor|moderator|clerk)|on\s+its\s+passage))|placed|proposed|gave|submitted)"
)
DID = re.compile(
    rf"(?P<name>{NAME})\s+(?:then\s+)?(?:[a-z]+ed|gave|read|said|then|felt|is"
    rf"|was)\b"
)
_LABEL_LINE = re.compile(
    r"(?:second\w*|2nd|ayes?|yeas?|nays?|noes|yes|no|for|against|vote|moved|mover|result|roll|be\s+it"
    r"|withdrawn|tabled|lost|no\s+second|resolved|whereas|now\b|carried|passed|defeated|adopted|approved|motion|action|recorded)\b",
    re.I,
)
_LABEL_WORD = re.compile(r" (?:second\w*|2nd|moved|mover|votes?|ayes?|nays?)$", re.I)
_LABEL_NEXT = re.compile(r"\s*(?:by\b|:)|\s+(?:For|Against):", re.I)
TITLE_LINE = re.compile(rf"(?:{TITLE})[ .]", re.I)
LINE_START = re.compile(
    r"(?:^|[\n\f.;:!?\])\"-]|\b(?:and|then|so|was))\s*(?:[a-z0-9]{1,3}[.)]\s*)?$", re.I
)


def name_of(match: re.Match[str], group: str = "name") -> str | None:
    """The name of a match, which may reach into a heading or into the next label."""
    lines = [line.strip() for line in match[group].split("\n") if line.strip()]
    if _LABEL_NEXT.match(match.string, match.end(group)):
        # "Motion by: Ms. Odell Second by: ...": the last word is a label's.
        lines[-1] = _LABEL_WORD.sub("", lines[-1])
    if len(lines) > 1:
        if _LABEL_LINE.match(lines[1]):
            lines = lines[:1]
        elif TITLE_LINE.match(lines[-1]) or lines[0].isupper() != lines[-1].isupper():
            lines = lines[-1:]
    return bare(" ".join(lines))


def end_of(match: re.Match[str], group: str = "name") -> int:
    """Where the name proper ends in a match that may reach into the next label."""
    name = name_of(match, group)
    at = match.string.find(name, match.start(group), match.end(group)) if name else -1
    return at + len(name) if name and at >= 0 else match.end()
