"""Worked examples of topic files as small papers.

Owns the builder only; no real town's name.
"""

from __future__ import annotations

from nlp.topicfile import Example

_HEADS = {
    "minutes": "Exampleton Borough Council Minutes\nMarch 3, 2026\nThe meeting opened at 7:00 p.m.",
    "agenda": "AGENDA\nExampleton Borough Council\nRegular Meeting\nMarch 3, 2026",
    "transcript": "Good evening. This meeting of the council will come to order.",
}


def paper(example: Example) -> str:
    """The text of a document whose words are those of one example."""
    parts = (_HEADS[example.kind], example.under, example.before, example.text)
    return "\n\n".join(part for part in parts if part) + "\n"
