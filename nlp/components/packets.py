"""Component: what is bound into the document beside the body's own record.

Owns what that means for the outline; the signs and the judgement are nlp.bound's and nlp.packets'.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from nlp.outline import Entry
from nlp.packets import attachments, doubts, inside, stands
from nlp.state import State, state_of
from nlp.values import Meta

_TITLE = 200
# Facts that may stand far behind the top of a document.
_LATE = frozenset(("approves_minutes_of", "adjourned", "next_meeting"))


@Language.component("offagenda_packets")
def packets(doc: Doc) -> Doc:
    """Finds the attachments. Each is an item of its own, and none of its items is in a section."""
    state = state_of(doc)
    pages = state.source.pages
    state.attachments = attachments(pages, state.meta)
    if state.attachments:
        state.meta = _own(state)
        state.entries = tuple(_entries(state))
    return doc


def _own(state: State) -> Meta:
    """What the document says about its own meeting: nothing that stands in an attachment."""
    meta = state.meta
    out = {fact for fact in meta.facts if stands(state.attachments, fact.page, fact.start)}
    kept = tuple(fact for fact in meta.facts if fact.name not in _LATE or fact not in out)
    named = {fact.value for fact in kept if fact.name == "approves_minutes_of"}
    lost = {fact.value for fact in out if fact.name == "approves_minutes_of"} - named
    names = {fact.name for fact in kept}
    told = doubts(state.attachments, len(state.source.pages), meta)
    return replace(
        meta,
        facts=kept,
        approves_minutes_of=tuple(day for day in meta.approves_minutes_of if day not in lost),
        adjourned=meta.adjourned if "adjourned" in names else None,
        next_meeting=meta.next_meeting if "next_meeting" in names else None,
        doubts=(*meta.doubts, *told),
    )


def _entries(state: State) -> Iterator[Entry]:
    """The entries, cut where an attachment opens inside one."""
    opens = [state.source.find(one.first_page, one.first_start) for one in state.attachments]
    text = state.source.text
    for entry in state.entries:
        if inside(state.source, state.attachments, entry.start):
            entry = replace(entry, section=None, opens=False)
        for at in [at for at in opens if entry.start < at < entry.end]:
            yield replace(entry, end=at, body=min(entry.body, at))
            line = text.find("\n", at, min(entry.end, at + _TITLE))
            body = line if line >= 0 else min(entry.end, at + _TITLE)
            title = " ".join(text[at:body].split())
            entry = Entry(at, entry.end, body, None, title, None, opens=False)
        yield entry
