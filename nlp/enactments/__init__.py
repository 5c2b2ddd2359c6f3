"""The texts of resolutions and ordinances: what each says of itself.

Owns the way from a document to one `Enactment` for each text. That minutes tell how one was moved
is nlp.motions'; that an agenda names one is nlp.papers'.
"""

from __future__ import annotations

from nlp.enactments.read import enactments
from nlp.enactments.values import Enactment

__all__ = ["Enactment", "enactments"]
