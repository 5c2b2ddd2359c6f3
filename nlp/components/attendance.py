"""Component: who was there.

Owns the registration; the wordings are nlp.attendance's.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.attendance import attendance
from nlp.state import state_of

_KINDS = frozenset(("minutes", "packet", "unknown", "other"))


@Language.component("offagenda_attendance")
def attend(doc: Doc) -> Doc:
    """Reads the attendance block of minutes; an agenda's roll has not been called yet."""
    state = state_of(doc)
    if state.meta.kind in _KINDS:
        state.attendance = attendance(state.source.text)
    return doc
