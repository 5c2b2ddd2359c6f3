"""Words of a surname that may be printed small ("van Overbeek", "de la Cruz").

Owns the one list, read from patterns/names.toml; what a name looks like is nlp.people's.
"""

from __future__ import annotations

import tomllib
from importlib import resources

PARTICLES = frozenset(
    tomllib.loads(resources.files("nlp.patterns").joinpath("names.toml").read_text("utf-8"))[
        "particles"
    ]
)
