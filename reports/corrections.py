"""What was corrected by people, and what no longer stands, during a week.

Owns which steps of review and which revisions are told in those two places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from audit.exceptions import CLEARED
from reports.labels import label
from reports.material import Material, content
from reports.texts import clean, remark
from reports.week import Correction
from store.tables import FindingRow

_REVISION = re.compile(r"\.r\d+$")


def corrections(material: Material, *, public: bool) -> tuple[Correction, ...]:
    """Findings that people corrected or withdrew this week; a public edition: once cleared ones."""
    cleared = _cleared(material)
    agencies = {row.key: clean(str(content(row)["agency"])) for row in material.findings}
    return _ordered(
        Correction(agencies[key], step.state, step.at.date(), clean(step.why))
        for step in material.reviews
        if step.state in ("corrected", "withdrawn") and step.at > material.since
        if (key := _key(step.finding_id)) in agencies and (not public or key in cleared)
    )


def withdrawn(material: Material, *, public: bool) -> tuple[Correction, ...]:
    """Findings that this week's records no longer support, with what they had said."""
    cleared = _cleared(material)
    return _ordered(
        _withdrawn(row)
        for row in material.findings
        if content(row).get("withdrawn") and row.at > material.since
        if not public or row.key in cleared
    )


def _withdrawn(row: FindingRow) -> Correction:
    value = content(row)
    return Correction(
        agency=clean(str(value["agency"])),
        what=label(row.label).words,
        at=row.at.date(),
        why=remark(str(value["withdrawn"])),
    )


def _cleared(material: Material) -> frozenset[str]:
    return frozenset(_key(step.finding_id) for step in material.reviews if step.state in CLEARED)


def _key(finding_id: str) -> str:
    """The key of a revision: what stands before ".r2"."""
    return _REVISION.sub("", finding_id)


def _ordered(found: Iterable[Correction]) -> tuple[Correction, ...]:
    return tuple(sorted(found, key=lambda one: (one.at, one.agency, one.what)))
