"""spaCy components, one per question; importing them registers their factories.

Owns the order in which they run, as each may use what the ones before it left.
"""

from __future__ import annotations

ORDER = (
    "offagenda_outline",
    "offagenda_meta",
    "offagenda_attendance",
    "offagenda_topics",
    "offagenda_motions",
)
