"""The Census list of counties, places and county subdivisions, as it ships with the package.

Owns loading and looking up by name; what an agency's words mean is decided elsewhere.
Made by scripts/compact_places.py; a gzip of TSV: state and geoid, name, kind, county FIPS.
"""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from audit.errors import DataDamaged
from audit.matching.words import slip, squeeze, variants

_FILE = Path(__file__).with_name("places.tsv.gz")
_COUNTY_DIGITS, _PLACE_DIGITS = 5, 7
INVENTED = "~"
_SUFFIX = {"county": "County", "parish": "Parish", "borough": "Borough", "municipio": "Municipio",
           "census_area": "Census Area", "city_and_borough": "City and Borough",
           "municipality": "Municipality"}  # fmt: skip


@dataclass(frozen=True)
class Unit:
    """One county, place or county subdivision. counties: FIPS codes, () where not known."""

    geoid: str
    state: str
    name: str
    kind: str
    counties: tuple[str, ...]

    @property
    def is_county(self) -> bool:
        if self.invented:
            return self.kind in {"county", "parish"}
        return len(self.geoid) == _COUNTY_DIGITS

    @property
    def is_place(self) -> bool:
        """An incorporated place; the other municipalities are subdivisions of a county."""
        if self.invented:
            return not self.is_county and self.kind != "township"
        return len(self.geoid) == _PLACE_DIGITS

    @property
    def invented(self) -> bool:
        """Whether the geoid is only a key of ours: the place is in no list, a pack names it."""
        return self.geoid.startswith(INVENTED)

    @property
    def full_name(self) -> str:
        """A county with its legal word ("Adams County"), anything else as it stands."""
        suffix = _SUFFIX.get(self.kind) if self.is_county else None
        return f"{self.name} {suffix}" if suffix else self.name


@dataclass(frozen=True)
class State:
    """The units of one state, by the key of their names."""

    counties: dict[str, tuple[Unit, ...]]
    municipalities: dict[str, tuple[Unit, ...]]

    @cached_property
    def by_fips(self) -> dict[str, Unit]:
        return {unit.geoid: unit for units in self.counties.values() for unit in units}


class Places:
    """All units; a state is parsed when it is first asked for."""

    def __init__(self, text: str) -> None:
        self._lines: dict[str, list[str]] = defaultdict(list)
        for line in text.splitlines():
            self._lines[line[:2]].append(line)
        self._states: dict[str, State] = {}
        self._extra: dict[str, list[Unit]] = {}

    def extended(self, units: Iterable[Unit]) -> Places:
        """The same list with units added that it does not hold (new or renamed places of packs)."""
        more = Places("")
        more._lines = self._lines
        more._extra = {code: list(held) for code, held in self._extra.items()}
        known = self.geoids
        for unit in units:
            if unit.geoid not in known:
                more._extra.setdefault(unit.state, []).append(unit)
        more._states = {c: s for c, s in self._states.items() if c not in more._extra}
        return more

    @cached_property
    def geoids(self) -> frozenset[str]:
        """Every geoid of the list."""
        extra = (unit.geoid for units in self._extra.values() for unit in units)
        listed = (line[2 : line.index("\t")] for lines in self._lines.values() for line in lines)
        return frozenset((*listed, *extra))

    @property
    def states(self) -> tuple[str, ...]:
        return tuple(sorted(self._lines.keys() | self._extra.keys()))

    def state(self, code: str) -> State:
        """The units of a state; an unknown code has none."""
        if code not in self._states:
            self._states[code] = _parse(self._lines.get(code, []), self._extra.get(code, ()))
        return self._states[code]

    def unit(self, geoid: str) -> Unit | None:
        """The unit of a geoid, whatever its state; None for an unknown one."""
        extra = (unit for units in self._extra.values() for unit in units)
        mark = f"{geoid}\t"
        listed = (
            _unit(line) for lines in self._lines.values() for line in lines
            if line.startswith(mark, 2)
        )  # fmt: skip
        return next((unit for unit in (*extra, *listed) if unit.geoid == geoid), None)

    def county(self, code: str, name: str) -> Unit | None:
        """The county of this name, a slip of the fingers allowed where it leaves no choice."""
        held = self.state(code).counties
        found = held.get(name, ())
        if not found:
            found = near(name, held)
        return found[0] if len(found) == 1 else None

    def county_printed(self, code: str, text: str | None) -> Unit | None:
        """The county a cell names: "Alleghany County", "Mahoning", "LaSalle Parish"."""
        if not text:
            return None
        name = squeeze(text)
        for suffix in ("county", "parish", "borough", "municipality"):
            if name.endswith(suffix) and len(name) > len(suffix):
                return self.county(code, name.removesuffix(suffix))
        return self.county(code, name)

    def county_name(self, unit: Unit) -> str | None:
        """The bare name of the county a unit lies in, of several "A; B", None if not known."""
        if unit.is_county:
            return unit.name
        by_fips = self.state(unit.state).by_fips
        names = [by_fips[fips].name for fips in unit.counties if fips in by_fips]
        return "; ".join(names) or None

    def as_json(self, unit: Unit, county: str | None = None) -> dict[str, Any]:
        """The shape of `match.answer`; county: one that is known better than by the list."""
        return {
            "name": unit.full_name,
            "kind": unit.kind,
            "county": county or self.county_name(unit),
            "state": unit.state,
            "geoid": None if unit.invented else unit.geoid,
        }


def near(name: str, held: dict[str, tuple[Unit, ...]], *, strict: bool = False) -> tuple[Unit, ...]:
    """The units whose names lie nearest within the tolerance; empty where none does."""
    best: dict[int, list[str]] = defaultdict(list)
    for variant in variants(name):
        if variant in held:
            return held[variant]
    for other in held:
        distance = slip(name, other, strict=strict)
        if distance is not None:
            best[distance].append(other)
    if not best:
        return ()
    return tuple(unit for other in best[min(best)] for unit in held[other])


def _parse(lines: Iterable[str], extra: Iterable[Unit]) -> State:
    counties: dict[str, list[Unit]] = defaultdict(list)
    municipalities: dict[str, list[Unit]] = defaultdict(list)
    for unit in (*map(_unit, lines), *extra):
        target = counties if unit.is_county else municipalities
        for key in _keys(unit):
            target[key].append(unit)
    return State(
        {key: tuple(units) for key, units in counties.items()},
        {key: tuple(units) for key, units in municipalities.items()},
    )


def _unit(line: str) -> Unit:
    geoid, name, kind, county = line.split("\t")
    fips = tuple(county.split(";")) if county else ()
    return Unit(geoid[2:], geoid[:2], name, kind, fips)


def _keys(unit: Unit) -> set[str]:
    """A unit's name; a consolidated government ("Athens-Clarke County") also by its first half."""
    keys = {squeeze(unit.name)}
    for mark in ("/", ", "):
        if mark in unit.name:
            keys.add(squeeze(unit.name.split(mark)[0]))
    keys.update(squeeze(part) for part in _parts(unit))
    if unit.state == "MA" and unit.kind == "city" and unit.name.endswith(" Town"):
        keys.add(squeeze(unit.name.removesuffix(" Town")))  # cities that kept the word
    if unit.is_place and unit.name.endswith(" County") and "-" in unit.name:
        keys.add(squeeze(unit.name.split("-")[0]))
    if unit.is_place and unit.name in {"Nashville-Davidson", "Lexington-Fayette"}:
        keys.add(squeeze(unit.name.split("-")[0]))
    return keys


def _parts(unit: Unit) -> tuple[str, ...]:
    """Other names that its own holds: "Town of Example", "Example (Sample Springs)"."""
    bare = re.sub(r"^(?:The )?(?:City|Town|Village) of (?:the )?", "", unit.name)
    aside = re.fullmatch(r"(.+) \((.+)\)", unit.name)
    return tuple(
        filter(None, ("" if bare == unit.name else bare, *(aside.groups() if aside else ())))
    )


@cache
def load_places() -> Places:
    """The list that ships with the package. Raises DataDamaged where it cannot be read."""
    try:
        return Places(gzip.decompress(_FILE.read_bytes()).decode())
    except (OSError, EOFError, UnicodeDecodeError) as exc:
        raise DataDamaged(f"{_FILE.name}: the list of places cannot be read ({exc}); reinstall"
                          ) from exc  # fmt: skip
