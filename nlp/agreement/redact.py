"""What of an agreement is not passed on: telephone numbers, mail addresses, lists of contacts.

Owns the patterns and the painting over of a page's picture. Names and titles of those who sign are
public acts and stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PIL import Image, ImageDraw

from nlp.agreement.words import Token
from nlp.pages.boxes import UNIT

_PHONE = (
    r"(?<![\d/])(?:\+?1[\s.-]{0,2})?(?:\(\d{3}\)|\d{3})[\s.\-–]{0,2}\d{3}[\s.\-–]{1,2}\d{4}(?!\d)"
)
_MAIL = r"[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\s?\.\s?[\w-]{1,63}){1,4}"
_PERSONAL = re.compile(f"{_PHONE}|{_MAIL}", re.A)
CONTACTS = re.compile(r"points?\s+of\s+contact", re.I)


def redacted(text: str) -> str:
    """The text without telephone numbers and mail addresses; every other letter stays."""
    return " ".join(_PERSONAL.sub(" ", text).split()) if _PERSONAL.search(text) else text


def blanked(text: str) -> str:
    """The text with every letter of such a number or address blank: what stands elsewhere stays
    where it was."""
    return _PERSONAL.sub(lambda found: " " * len(found[0]), text)


def painted(picture: Image.Image, tokens: Sequence[Token]) -> Image.Image:
    """The picture with every word white that is part of a telephone number or mail address, and
    all from the line that opens a list of contacts down to the page's end."""
    made = picture.copy()
    brush = ImageDraw.Draw(made)
    wide, high = picture.size
    for left, top, right, bottom in _hidden(tokens):
        place = (left * wide / UNIT, top * high / UNIT, right * wide / UNIT, bottom * high / UNIT)
        brush.rectangle(place, fill=255)
    return made


def _hidden(tokens: Sequence[Token]) -> list[tuple[float, float, float, float]]:
    starts, text = [], ""
    for token in tokens:
        starts.append(len(text))
        text += token.text + " "
    spans = [found.span() for found in _PERSONAL.finditer(text)]
    boxes = [
        token.box
        for token, start in zip(tokens, starts, strict=True)
        if any(start < end and begin < start + len(token.text) for begin, end in spans)
    ]
    contacts = CONTACTS.search(text)
    if contacts is not None:
        first = max(i for i, start in enumerate(starts) if start <= contacts.start())
        boxes.append((0.0, tokens[first].box[1], float(UNIT), float(UNIT)))
    return boxes
