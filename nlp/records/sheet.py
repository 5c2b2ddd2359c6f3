"""The sheet on which a vote record is read: one page of text, one block of lines for each item.

Owns its labels, for the writing and for the reading back. The words are the vendor's, the labels
ours; each value is one line, so none can be taken for a label. Attached files and notes stand
last: the lines of the decision are one passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from nlp.records.answers import Answers, Entry

HEAD = "Vote record kept by the vendor (Legistar)"
_ITEM, _NONE = "Item", "Item without a number"
_CONSENT = "On the consent agenda"
_LINE = re.compile(
    r"(?P<label>Meeting|Date|File|Kind|Action|Action text|Moved by|Seconded by|Outcome|Tally|Vote"
    r"|Roll call|Not obtained|Attached|Note): (?P<value>.*)"
)
_OF_NOTES = frozenset(("Attached", "Note"))


def written(given: Answers) -> str:
    """The sheet of a record."""
    head = [HEAD, *_labelled("Meeting", given.title), *_labelled("Date", given.day)]
    return "\n".join(["\n".join(head), *map(_block, given.items)]) + "\n"


def _block(item: Entry) -> str:
    paper = [*_labelled("File", item.paper), *_labelled("Kind", item.kind)]
    lines = [
        "",
        f"{_ITEM} {item.number}" if item.number else _NONE,
        item.title or "(no title)",
        *paper,
        *([_CONSENT] if item.consent else []),
        *_labelled("Action", item.action),
        *_labelled("Action text", item.text),
        *_labelled("Moved by", item.mover),
        *_labelled("Seconded by", item.seconder),
        *_labelled("Outcome", item.passed),
        *_labelled("Tally", item.tally),
        *(f"Vote: {name} - {value}" for name, value in item.votes),
        *(f"Roll call: {name} - {value}" for name, value in item.roll),
        *(f"Not obtained: {why}" for why in item.lost),
        *(f"Attached: {name}" for name in item.attached),
        *(f"Note: {note}" for note in item.notes),
    ]
    return "\n".join(lines)


def _labelled(label: str, value: str) -> list[str]:
    return [f"{label}: {value}"] if value else []


@dataclass(frozen=True)
class Said:
    """One value of the sheet and where it stands on the page."""

    value: str
    start: int
    end: int


@dataclass(frozen=True)
class Cast:
    """One person's vote or answer to the roll, and where the line stands."""

    name: str
    value: str
    start: int
    end: int


@dataclass
class Block:
    """One item as it stands on the sheet.

    start, end: of its lines; title_end: of its heading; told: where the notes begin. values: the
    labelled values that stand once.
    """

    start: int
    number: str
    title: str = ""
    title_end: int = 0
    told: int = 0
    end: int = 0
    consent: bool = False
    values: dict[str, Said] = field(default_factory=dict)
    votes: list[Cast] = field(default_factory=list)
    roll: list[Cast] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def value(self, label: str) -> str:
        """A labelled value, empty where the vendor gives none."""
        return self.values[label].value if label in self.values else ""


@dataclass(frozen=True)
class Sheet:
    """A sheet read back: what stands above the items, and the items."""

    head: dict[str, Said]
    blocks: tuple[Block, ...]


def is_sheet(text: str) -> bool:
    """Whether a page's text is a sheet."""
    return text.startswith(HEAD)


def read(text: str) -> Sheet:
    """The sheet that a page's text is."""
    head: dict[str, Said] = {}
    blocks: list[Block] = []
    fresh = False
    for start, line in _lines(text):
        end = start + len(line)
        if line.startswith(_ITEM) and (not blocks or text[start - 2 : start] == "\n\n"):
            number = "" if line == _NONE else line.removeprefix(_ITEM).strip()
            blocks.append(Block(start, number, told=end, end=end))
            fresh = True
        elif fresh:
            blocks[-1].title, blocks[-1].title_end = line, end
            blocks[-1].told = blocks[-1].end = end
            fresh = False
        elif blocks and line:
            _take(blocks[-1], line, start)
        elif match := _LINE.fullmatch(line):
            head[match["label"]] = Said(match["value"], start + match.start("value"), end)
    return Sheet(head, tuple(blocks))


def _take(block: Block, line: str, start: int) -> None:
    """One line behind an item's heading."""
    end = block.end = start + len(line)
    match = _LINE.fullmatch(line)
    if match is None or match["label"] not in _OF_NOTES:
        block.told = end
    if match is None:
        block.consent = block.consent or line == _CONSENT
        return
    label, value, at = match["label"], match["value"], start + match.start("value")
    if label in ("Vote", "Roll call"):
        name, _, said = value.rpartition(" - ")
        (block.votes if label == "Vote" else block.roll).append(Cast(name, said, at, end))
    elif label == "Not obtained":
        block.lost.append(value)
    elif label not in _OF_NOTES:
        block.values[label] = Said(value, at, end)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    at = 0
    for line in text.split("\n"):
        yield at, line
        at += len(line) + 1
