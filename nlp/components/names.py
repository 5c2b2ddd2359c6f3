"""Component: movers and seconders that no rule found, asked of a statistical model.

Owns the registration and the doubt such a name carries. Without a model it does nothing.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from nlp.names import ROLES, recognizer, told
from nlp.people import names_in
from nlp.state import state_of
from nlp.values import Motion


@Language.factory("offagenda_names", default_config={"model": ""})
def create(nlp: Language, name: str, model: str) -> Names:
    """The component. model: an installed spaCy package, "" for none."""
    return Names(recognizer(model) if model else None)


class Names:
    """Asks the model about motions that lack a name; a name it gives is a doubt on the motion."""

    def __init__(self, model: Any) -> None:
        self.model = model

    def __call__(self, doc: Doc) -> Doc:
        if self.model is not None:
            state = state_of(doc)
            state.motions = tuple(map(self._named, state.motions))
        return doc

    def _named(self, motion: Motion) -> Motion:
        missing = [
            role
            for role in ROLES
            if getattr(motion, role) is None and (role, motion.result) != ("seconder", "no_second")
        ]
        if not missing:
            return motion
        found = self.model(motion.quote)
        persons = [(e.start_char, e.end_char) for e in found.ents if e.label_ == "PERSON"]
        for role in missing:
            place = told(role, motion.quote, persons)
            names = names_in(motion.quote[slice(*place)]) if place else []
            if place and len(names) == 1:
                motion = _with(motion, role, names[0], place)
        return motion


def _with(motion: Motion, role: str, name: str, place: tuple[int, int]) -> Motion:
    at = (motion.page, motion.start + place[0], motion.start + place[1])
    given: dict[str, Any] = {role: name}
    return replace(
        motion,
        **given,
        places={**motion.places, role: at},
        doubts=(*motion.doubts, f"{role} told by a statistical model, by no rule"),
    )
