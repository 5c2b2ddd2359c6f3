"""A reading in the terminal: its pages with what was found marked, and why below each mark.

Owns colours, and the brackets that stand for them where there are none. Marks and the words of
notes are reports.marks'.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rich.style import Style
from rich.text import Text

from reports.marks import Line, Mark, Piece, Sheet, sheets
from reports.reading import shown_first, summary, title

if TYPE_CHECKING:
    from rich.console import Console

_STYLES: Mapping[str, str] = {
    "agreement": "bold white on red", "policy": "bold black on yellow",
    "discussion": "black on bright_yellow", "public_comment": "black on green",
    "possible": "black on magenta", "vote": "bold cyan underline", "name": "bold cyan",
    "motion": "cyan", "fact": "blue", "person": "underline", "item": "bold", "attached": "dim",
}  # fmt: skip
_BROAD = 78
_LABEL = 24


def show(found: Mapping[str, Any], console: Console, *, all_pages: bool = False) -> None:
    """Prints a reading (the `read` JSON shape with page texts).

    In colour on a terminal; elsewhere, and where NO_COLOR is set, marks stand in [brackets]. Of a
    long document only the pages with finds are shown, unless `all_pages`.
    """
    plain = not console.is_terminal or console.no_color
    made = sheets(found)
    shown = made if all_pages else shown_first(made)
    for words in _parts(found, made, shown, plain):
        console.print(words, soft_wrap=True)


def _parts(
    found: Mapping[str, Any], made: Sequence[Sheet], shown: Sequence[Sheet], plain: bool
) -> Iterator[Text]:
    yield Text(title(found), "bold")
    for row in summary(found):
        name = f"{row.name:<{_LABEL}}" if row.values else row.name
        lead = Text(name, "dim" if not plain else "")
        yield lead.append("; ".join(row.values), "" if row.name != "Doubts" else "yellow")
    for sheet in shown:
        yield Text("")
        yield Text(f"{f'— page {sheet.number}, {sheet.how} ':—<{_BROAD}}", "dim")
        for line in sheet.lines:
            yield _line(line, plain)
            yield from _notes(line.ends, plain)
    if len(shown) < len(made):
        left = len(made) - len(shown)
        yield Text("")
        yield Text(
            f"{left} of {len(made)} pages hold no passage and no motion and are not shown: "
            "--all-pages shows them",
            "bold",
        )


def _line(line: Line, plain: bool) -> Text:
    made = Text()
    for piece in line.pieces:
        if plain:
            opened = "".join(f"[{mark.number}: " for mark in piece.opens)
            made.append(opened + piece.text + "]" * len(piece.closes))
        else:
            made.append(piece.text, _style(piece))
    return made


def _style(piece: Piece) -> Style:
    """The most telling kind's colours; boldness and underlines of the others show through."""
    made = Style()
    for kind in reversed(piece.kinds):
        made += Style.parse(_STYLES[kind])
    return made


def _notes(ends: Sequence[Mark], plain: bool) -> Iterator[Text]:
    for mark in ends:
        lead = Text(f"    {mark.number:>3}  ").append(
            mark.title, "" if plain else _STYLES[mark.kind]
        )
        why = "; ".join(mark.lines)
        if len(lead) + len(why) + 2 <= _BROAD:
            yield lead.append(f"  {why}", "dim")
        else:
            yield lead
            yield from _wrapped(why, "dim")
        for words in mark.doubts:
            yield from _wrapped(f"doubt: {words}", "yellow")


def _wrapped(words: str, style: str) -> Iterator[Text]:
    for part in textwrap.wrap(words, _BROAD - 9):
        yield Text(" " * 9 + part, style)
