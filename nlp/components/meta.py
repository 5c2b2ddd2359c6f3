"""Component: what the document says about itself.

Owns the order of the questions (kind first: the rest depends on it); the rules are nlp.meta's.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from nlp.meta import approvals, body, day, kind, status
from nlp.state import state_of
from nlp.values import Meta


@Language.component("offagenda_meta")
def meta(doc: Doc) -> Doc:
    """Kind, body, date, status, draft or approved, and whose minutes are approved."""
    state = state_of(doc)
    text, name = state.source.text, state.name
    found = kind.kind_of(text, name, len(state.source.pages))
    held = status.status_of(text, found, kind.past_tense(text))
    if held == "cancelled" and found in ("unknown", "agenda", "minutes"):
        found = "notice" if len(text) < 3000 else found
    named = approvals.approves(text, None)
    meeting, doubts = day.meeting_date(text, name, named)
    final, more = status.minutes_status(text) if found == "minutes" else ("unknown", ())
    state.meta = Meta(
        kind=found,
        body=body.body_of(text),
        meeting_date=meeting.isoformat() if meeting else None,
        meeting_kind=status.meeting_kind(text, name),
        status=held,
        minutes_status=final,
        approves_minutes_of=tuple(d.isoformat() for d in approvals.approves(text, meeting)),
        doubts=(*doubts, *more),
    )
    return doc
