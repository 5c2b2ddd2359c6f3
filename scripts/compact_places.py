"""Make the list of places that ships with the package from two public lists of the US government.

Owns the compact form only. Takes the Census units (id, name, census_geoid; the Open Civic Data
project publishes them as us_census_places.csv) and, for the counties of towns and cities, which a
Census place does not carry, the FBI's list of police agencies.

    python scripts/compact_places.py us_census_places.csv --agencies fbi_lee.csv OUT.csv.gz
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from audit.matching.words import squeeze

_KINDS = (
    "census area", "city and borough", "county", "parish", "municipio", "borough", "municipality",
    "township", "plantation", "village", "town", "city",
)  # fmt: skip
_FBI_STATES = {"NB": "NE"}  # the FBI abbreviates Nebraska in its own way
_TAILS = re.compile(
    r"\s+(consolidated government|metropolitan government|metro government|unified government"
    r"|urban county|metro township|corporation)?\s*(\(balance\))?$"
)


def main() -> None:
    """Read the two lists and write the compact one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("census", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--agencies", type=Path)
    args = parser.parse_args()
    with args.census.open(encoding="utf-8", newline="") as file:
        rows = compact(csv.DictReader(file))
    if args.agencies:
        with args.agencies.open(encoding="utf-8", newline="") as file:
            rows = add_counties(rows, csv.DictReader(file))
    write(rows, args.out)
    print(f"{len(rows)} places, {sum(1 for r in rows if r[3])} with a county -> {args.out}")


def compact(census: Iterable[dict[str, str]]) -> list[tuple[str, str, str, str]]:
    """(state, name, kind, counties, geoid)-like rows: geoid with state, name, kind, county FIPS."""
    rows = []
    for line in census:
        state = re.search(r"/(?:state|territory):(\w\w)", line["id"])
        geoid = line["census_geoid"].removeprefix("place-")
        if state is None or not geoid.isdigit():
            continue
        name, kind = split(line["name"], geoid)
        county = geoid[:5] if len(geoid) in {5, 10} else ""
        rows.append((f"{state[1].upper()}{geoid}", name, kind, county))
    return sorted(rows)


def split(printed: str, geoid: str) -> tuple[str, str]:
    """The name without its legal word, and that word in lower case."""
    plain = _TAILS.sub("", printed)
    for kind in _KINDS:
        # Counties wear their word in capitals, places in small letters: Carson City has none.
        printed_so = plain.lower() if len(geoid) == 5 else plain
        if printed_so.endswith(" " + kind):
            name = re.sub(r" charter$", "", plain[: -len(kind)].strip())
            return name, kind.replace(" ", "_")
    if match := re.fullmatch(r"(?:Township|District|Precinct) \d+", plain):
        return plain, match[0].split()[0].lower()
    return plain, "city"


def add_counties(
    rows: list[tuple[str, str, str, str]], agencies: Iterable[dict[str, str]]
) -> list[tuple[str, str, str, str]]:
    """The rows with the county of those places that the agency list names without ambiguity."""
    fips = {(geoid[:2], squeeze(name)): geoid[2:] for geoid, name, _, _ in rows if len(geoid) == 7}
    held: dict[tuple[str, str, str], set[tuple[str, ...]]] = defaultdict(set)
    for line in agencies:
        if line["agency_type_name"] != "City":
            continue
        state = _FBI_STATES.get(line["state_abbr"], line["state_abbr"])
        names = [squeeze(part) for part in line["county_name"].split(",")]
        if counties := tuple(fips[state, n] for n in names if (state, n) in fips):
            held[state, *_agency_place(line["pub_agency_name"])].add(counties)
    count: dict[tuple[str, str], int] = defaultdict(int)
    for geoid, name, _, _ in rows:
        if len(geoid) == 9:
            count[geoid[:2], squeeze(name)] += 1
    return [_with_county(row, held, count) for row in rows]


def _agency_place(name: str) -> tuple[str, str]:
    """The place of a police agency and its legal word where it prints one ("Example Township")."""
    words = re.sub(r",.*", "", name).split()
    if len(words) > 1 and words[-1].lower() in _KINDS:
        return squeeze(" ".join(words[:-1])), words[-1].lower()
    return squeeze(" ".join(words)), ""


def _with_county(
    row: tuple[str, str, str, str],
    held: dict[tuple[str, str, str], set[tuple[str, ...]]],
    count: dict[tuple[str, str], int],
) -> tuple[str, str, str, str]:
    geoid, name, kind, county = row
    state, key = geoid[:2], squeeze(name)
    if county or len(geoid) != 9 or count[state, key] != 1:
        return row
    last = name.split()[-1].lower()
    own = squeeze(" ".join(name.split()[:-1])), last  # "Plant City" reads as a city called Plant
    # "Ash City" is the police of a place of that name where there is one, not of a city Ash.
    spelled = None if count[state, key + kind] else held.get((state, key, kind))
    found = spelled or held.get((state, key, "")) or held.get((state, *own))
    if not found or len(found) != 1:
        return row
    return geoid, name, kind, ";".join(next(iter(found)))


def write(rows: list[tuple[str, str, str, str]], out: Path) -> None:
    """A gzip whose bytes depend on the rows only."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
    writer.writerows(rows)
    with out.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.getvalue().encode())


if __name__ == "__main__":
    main()
