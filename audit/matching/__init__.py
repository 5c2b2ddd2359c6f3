"""Which place and which body an agency on ICE's list belongs to."""

from audit.matching.bodies import Answering, BodyPlace, body_answers, with_bodies
from audit.matching.match import Match, match
from audit.matching.person import settle
from audit.matching.places import Places, Unit, load_places
from audit.matching.settled import Settled, Settlements

__all__ = [
    "Answering",
    "BodyPlace",
    "Match",
    "Places",
    "Settled",
    "Settlements",
    "Unit",
    "body_answers",
    "load_places",
    "match",
    "settle",
    "with_bodies",
]
