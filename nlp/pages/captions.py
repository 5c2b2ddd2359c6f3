"""Caption files (WebVTT, SRT, SBV) to one page of running text, one line per speaker.

Owns cues, their times and tags, and the joining of lines that live captions roll up. Who says
what is kept as printed ("Name: words", ">> words"); turns are read in nlp.transcripts.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from nlp.pages.page import Page, text_page
from nlp.pages.text import decode

_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_TIMES = re.compile(rf"[ \t]*{_CLOCK}[ \t]*(?:-->|,)[ \t]*{_CLOCK}(?:[ \t][^\n]*)?")
_HEAD = re.compile(r"\ufeff?WEBVTT(?:[ \t\n]|$)")
_SAMPLE = 4000
_VOICE = re.compile(r"<v(?:\.[\w.-]{1,80})?[ \t]+(?P<name>[^<>\n]{1,120})>")
_TAG = re.compile(
    r"</?(?:[a-z]{1,6}(?:[.\s][^<>\n]{0,200})?|[\d:.]{5,14})>|\{\\[^{}\n]{0,80}\}", re.I
)
_SPOKEN_BY = re.compile(r"(?:>>+|-)?[ \t]*[A-Z][\w.'’ #-]{0,40}:(?=\s|$)")
_CHANGE = re.compile(r"(?<!^)(?<!\n)[ \t]*(?=(?<!>)>>)")
_DASH = re.compile(r"[-–—][ \t]*(?=\w)")
_NUMBER = re.compile(r"\s*\d{1,7}\s*")
_LONG_LINE = 400
_ROLLING = 0.25
_WORDS = 3


@dataclass(frozen=True)
class Line:
    """One line of a cue: who says it where the file tells, and the words."""

    speaker: str | None
    words: str


def is_captions(text: str) -> bool:
    """A WebVTT head, or a time range among the first lines with nothing but a number above."""
    if _HEAD.match(text):
        return True
    lines = [line for line in text[:_SAMPLE].lstrip("\ufeff").splitlines() if line.strip()][:2]
    return any(_TIMES.fullmatch(line) for line in lines[:1]) or (
        len(lines) == 2 and bool(_NUMBER.fullmatch(lines[0]) and _TIMES.fullmatch(lines[1]))
    )


def pages(data: bytes) -> list[Page]:
    """The one page of a caption file."""
    cues = [_spoken(cue) for cue in _cues(decode(data))]
    lines = _joined([cue for cue in cues if cue])
    return [text_page(1, "captions", "\n".join(_paragraphs(lines)))]


def _cues(text: str) -> Iterator[list[str]]:
    """The lines of each cue; heads, notes, styles and regions have no time and are no cue."""
    cue: list[str] | None = None
    ended = False
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        if _TIMES.fullmatch(line):
            if cue:
                yield cue[:-1] if _NUMBER.fullmatch(cue[-1]) and len(cue) > 1 else cue
            cue, ended = [], False
        elif not line.strip():
            ended = bool(cue)
        elif cue is not None and not ended:
            cue.append(line)
    if cue:
        yield cue


def _spoken(cue: list[str]) -> list[Line]:
    out: list[Line] = []
    speaker: str | None = None
    dialogue = sum(bool(_DASH.match(line)) for line in cue) >= 2
    for line in cue:
        at = 0
        for voice in (*_VOICE.finditer(line), None):
            out += _lines(speaker, line[at : voice.start() if voice else len(line)], dialogue)
            if voice:
                speaker, at = " ".join(html.unescape(voice["name"]).split()), voice.end()
        if "</v>" in line[at:]:
            speaker = None
    return out


def _lines(speaker: str | None, raw: str, dialogue: bool) -> Iterator[Line]:
    text = html.unescape(_TAG.sub("", raw)).replace("\f", " ")
    for part in _CHANGE.split(text):
        words = " ".join(part.split())
        if dialogue and _DASH.match(words):
            words = f">> {_DASH.sub('', words, count=1)}"
        if words:
            yield Line(speaker, words)


def _joined(cues: list[list[Line]]) -> list[Line]:
    """The lines of all cues, those that the next cue shows again once.

    Only in files that roll up throughout: "Aye." twice in other files is two voices.
    """
    repeats = sum(_again(a[-1], b[0]) for a, b in pairwise(cues))
    if repeats < max(3, _ROLLING * len(cues)):
        return [line for cue in cues for line in cue]
    out: list[Line] = []
    for cue in cues:
        shown = _overlap(out, cue)
        if not shown and out and _grown(out[-1], cue[0]):
            out.pop()
        out += cue[shown:]
    return out


def _again(last: Line, first: Line) -> bool:
    return len(last.words.split()) >= _WORDS and (last == first or _grown(last, first))


def _grown(last: Line, first: Line) -> bool:
    """Whether a line is the one before it with more words ("I move" / "I move to approve")."""
    return first.words != last.words and first.words.startswith(f"{last.words} ")


def _overlap(out: list[Line], cue: list[Line]) -> int:
    """How many of the first lines of a cue are the last ones that were shown."""
    most = min(len(cue), len(out), 4)
    return next((n for n in range(most, 0, -1) if out[-n:] == cue[:n]), 0)


def _paragraphs(lines: Iterable[Line]) -> Iterator[str]:
    """Lines of the page: a new one for each speaker, and at the end of a sentence when long."""
    held: list[str] = []
    size, speaker = 0, None
    for line in lines:
        named = line.speaker is not None and line.speaker != speaker
        opens = named or line.words.startswith(">>") or bool(_SPOKEN_BY.match(line.words))
        ended = held and size > _LONG_LINE and held[-1].endswith((".", "?", "!"))
        if held and (opens or ended or line.speaker != speaker):
            yield " ".join(held)
            held, size = [], 0
        held.append(f"{line.speaker}: {line.words}" if named else line.words)
        size += len(held[-1])
        speaker = line.speaker
    if held:
        yield " ".join(held)
