"""Which place and which body an agency on ICE's list belongs to."""

from audit.matching.bodies import Answering, BodyPlace, body_answers, with_bodies
from audit.matching.match import Match, match
from audit.matching.places import Places, Unit, load_places

__all__ = [
    "Answering",
    "BodyPlace",
    "Match",
    "Places",
    "Unit",
    "body_answers",
    "load_places",
    "match",
    "with_bodies",
]
