"""Who speaks, where: a transcript cut into turns.

Owns the layouts in which transcripts name their speakers, and which names tell nobody apart. What
is said in a turn is read elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from nlp.people import TITLE, bare

_TIME = r"[\[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?"
_NUMBERED = (
    r"(?i:(?:(?:fe)?male |man |woman )?(?:speaker|spk|voice|participant|person|spkr|man|woman)|s)"
    r"[ _#-]{0,2}(?:[A-Z](?![A-Za-z])|\d{1,3})"
)
_NOBODY = (
    r"(?i:(?:public[ -]speaker|commenter|unidentified|unknown|unnamed|multiple|several|various"
    r"|all|many|male|female|man|woman|off[- ]mic|audience)"
    r"(?:[ -](?:male|female|speakers?|voices?|members?|council\w*|board|person|commissioners?"
    r"|trustees?|supervisors?)){0,2}|everyone|group|unison|crowd|council(?:members)?"
    r"|board(?: members)?|commissioners|trustees|supervisors|members|voices?|speakers?|chorus)"
)
_WORD = r"(?:[A-Z][\w.'-]{0,24}|de|la|van|von|der|del|and|of|the|pro|tem|\([^()\n]{1,30}\))"
_LABEL = rf"(?:{_NUMBERED}|(?i:the )?(?:{_NOBODY}|[A-Z][\w.'/-]{{0,24}}(?:,? {_WORD}){{0,6}}))"
_LOOSE = r"[A-Za-z][\w.'/ ,#()-]{0,48}?"
_LEAD = (
    r"[ ]{0,40}(?:[-•][ ]{1,8})?(?:\d{1,2}[ ]{1,12}(?=\S))?(?:>>+[ ]{0,4})?"
    rf"(?:{_TIME}[ ]{{0,4}}-?[ ]{{0,4}})?"
)
# "Odell: words", "[00:12] Odell: words", ">> ODELL: words", "7   MR. ODELL: words", "Odell (0:12):"
_BEFORE_COLON = re.compile(
    rf"^{_LEAD}\[?(?P<label>{_LOOSE})\]?(?:[ ]{{0,4}}{_TIME})?[ ]{{0,3}}:(?=\s|$)[ ]*", re.M
)
# "Jane Odell  0:12" alone on its line, the words below; also "[Jane Odell] 19:02:03".
_ABOVE = re.compile(
    rf"^[ ]{{0,12}}(?:\[?(?P<label>{_LABEL})\]?[ ,-]{{1,12}}{_TIME}"
    rf"|{_TIME}[ -]{{1,6}}\[?(?P<after>{_LABEL})\]?)[ ]{{0,12}}:?[ ]{{0,12}}$",
    re.M,
)
# Where lines were lost, labels stand behind the end of another's sentence.
_WITHIN = re.compile(
    rf"(?<=[.?!\])\"'])[ ]{{1,4}}(?P<label>{_NUMBERED}"
    r"|[A-Z][\w.'-]{0,24}(?: [A-Z][\w.'-]{0,24}){0,4}):(?=\s)[ ]{0,4}"
)
_CHANGE = re.compile(r"^[ ]{0,12}>>+[ ]*(?=\S)", re.M)
_NAMED = re.compile(_LABEL)
# "Reyes (via Zoom)", "Reyes - District 2", "Council Member District 3 Reyes", "CM Reyes".
_ASIDE = re.compile(
    r"\s*\([^()]*\)|^[Tt]he |\s*-?\s*\b(?:District|Ward|Seat|Zone|Place)\s+\w{1,3}\b"
    r"|^(?:CM|MPT|VM) "
)
_AGAIN = 3
_ONLY_NUMBER = re.compile(_NUMBERED)
_ONLY_NOBODY = re.compile(rf"(?i:the )?{_NOBODY}")
_ROLE = re.compile(
    rf"(?i:(?:the |madam |mister |mr\.? |city |town |borough |county |township |village |deputy )*"
    rf"(?:{TITLE}|staff(?: member)?|presenter|applicant|interpreter|moderator|resident|caller"
    r"|recorder|reporter|counsel|secretary|chaplain|host|narrator))"
)
_SPOKEN = re.compile(
    r"\b(?:I|I'm|I'll|I've|I'd|you|you're|we|we're|we'll|we've|me|my|okay|yeah|um|uh|thanks|thank)\b",
    re.I,
)
_THINGS = frozenset(
    (
        *("date", "time", "place", "location", "subject", "note", "notes", "re", "from", "item"),
        *("motion", "moved", "second", "seconded", "vote", "votes", "ayes", "noes", "nays", "yes"),
        *("no", "aye", "nay", "present", "absent", "result", "action", "resolution", "ordinance"),
        *("agenda", "minutes", "meeting", "type", "title", "accuracy", "disclaimer", "transcript"),
        *("question", "answer", "topic", "example", "warning", "page", "section", "article"),
        *(
            "call",
            "roll",
            "adjournment",
            "comment",
            "comments",
            "business",
            "discussion",
            "chapter",
        ),
        *("address", "phone", "email", "website", "copyright", "summary", "recommendation", "to"),
        *(
            "ok",
            "okay",
            "well",
            "so",
            "now",
            "ok",
            "okay",
            "background",
            "purpose",
            "cost",
            "total",
            "option",
            "number",
            "source",
            "duration",
        ),
    )
)
_SAMPLE = 40_000
_LONGEST = 6000


@dataclass(frozen=True)
class Turn:
    """One stretch of one voice: text[start:end], its words from `begins` on.

    speaker: as printed, without titles where a name is left; None where the transcript only tells
    that another voice begins. numbered: told apart by number or letter only.
    """

    speaker: str | None
    start: int
    begins: int
    end: int
    numbered: bool = False


def turns(text: str) -> list[Turn]:
    """The turns of a transcript in order; [] where it does not tell its speakers apart."""
    found = _with_inner(text, _openings(text))
    if len(found) < 3 or len(found) < len(text) / _LONGEST:
        return []
    ends = [at for _, at, _ in found[1:]] + [len(text)]
    made = [
        Turn(_speaker(label), at, begins, end, bool(label and _ONLY_NUMBER.fullmatch(label)))
        for (label, at, begins), end in zip(found, ends, strict=True)
    ]
    return made if len({turn.speaker for turn in made}) > 1 or _unnamed(made) else []


def before_turns(text: str) -> str:
    """The head of a transcript, above the first turn; all of it where there are no turns."""
    found = turns(text.replace("\f", "\n"))
    return text[: found[0].start] if found else text


def in_turns(text: str) -> bool:
    """Whether a document is talk set out by speaker: many labels, and people say I, we and you.

    Measured: speech 44 to 93 such words in a thousand, minutes below 28 (of 99 files).
    """
    sample = text[:_SAMPLE].replace("\f", "\n")
    lines = sum(1 for line in sample.split("\n") if line.strip())
    voices = len(_openings(sample))
    if voices >= 15 and voices * 10 >= lines * 6:
        return _share_of_talk(sample) >= 12
    return voices >= 6 and voices * 10 >= lines * 3 and _share_of_talk(sample) >= 25


def talked(text: str) -> bool:
    """Whether a document is talk from end to end, speakers told apart or not."""
    sample = text[:_SAMPLE]
    return len(sample.split()) >= 400 and _share_of_talk(sample) >= 50


def _share_of_talk(sample: str) -> float:
    return len(_SPOKEN.findall(sample)) * 1000 / max(len(sample.split()), 1)


def _openings(text: str) -> list[tuple[str | None, int, int]]:
    """Label, start, and where the words begin, of every turn."""
    found: dict[int, tuple[str | None, int, int]] = {}
    for match in _CHANGE.finditer(text):
        found[match.start()] = (None, match.start(), match.end())
    matches = [*_ABOVE.finditer(text), *_BEFORE_COLON.finditer(text)]
    named = [(_label(match), match.start(), match.end()) for match in matches]
    speakers = _speakers([label for label, _, _ in named])
    found |= {one[1]: one for one in named if one[0] in speakers}
    return [found[at] for at in sorted(found)]


def _with_inner(
    text: str, outer: list[tuple[str | None, int, int]]
) -> list[tuple[str | None, int, int]]:
    """The turns that open within a line as well, of speakers known by then."""
    matches = list(_WITHIN.finditer(text))
    known = {label for label, _, _ in outer}
    times = Counter(match["label"] for match in matches)
    found = {at: (label, at, begins) for label, at, begins in outer}
    for match in matches:
        label = match["label"]
        again = times[label] > 1 or _ONLY_NUMBER.fullmatch(label) is not None
        if label in known or (again and _is_speaker(label)):
            found[match.start()] = (label, match.start(), match.end())
    return [found[at] for at in sorted(found)]


def _label(match: re.Match[str]) -> str:
    return str(match["label"] or match.groupdict().get("after")).strip()


def _speakers(labels: Sequence[str]) -> set[str]:
    """Those labels that are somebody's: by their form, or because they come again and again."""
    return {
        label
        for label, times in Counter(labels).items()
        if _is_speaker(label) or (times >= _AGAIN and not _THINGS & _words(label))
    }


def _words(label: str) -> set[str]:
    return {word.strip(".,").lower() for word in label.split()}


def _is_speaker(label: str) -> bool:
    """Whether what stands before a colon may be somebody: "Motion:" and "Date:" are not."""
    if _ONLY_NUMBER.fullmatch(label) or _ONLY_NOBODY.fullmatch(label) or _ROLE.fullmatch(label):
        return True
    plain = _plain(label)
    if not _NAMED.fullmatch(plain) or _words(plain) & _THINGS:
        return False
    return bare(_reordered(plain)) is not None


def _speaker(label: str | None) -> str | None:
    """The name to be given as mover; None for voices that are nobody's in particular."""
    if label is None or _ONLY_NOBODY.fullmatch(label):
        return None
    if _ONLY_NUMBER.fullmatch(label) or _ROLE.fullmatch(label):
        return label
    plain = _plain(label)
    return bare(_reordered(plain)) or plain or label


def _plain(label: str) -> str:
    return _ASIDE.sub("", label)


def _reordered(label: str) -> str:
    """ "Odell, Jane" as "Jane Odell"; a suffix stays behind."""
    last, comma, first = label.partition(", ")
    if not comma or re.fullmatch(r"(?:Jr|Sr|II|III|IV)\.?|.*\d.*", first):
        return label
    return f"{first} {last}" if len(last.split()) <= 2 and not re.match(TITLE, first) else last


def _unnamed(made: list[Turn]) -> bool:
    return all(turn.speaker is None for turn in made) and all(
        a.start < b.start for a, b in pairwise(made)
    )
