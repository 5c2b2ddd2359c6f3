"""Make the list of places that ships with the package from the Census list of units.

Owns the compact form only. Takes the units (id, name, census_geoid; CC0, the Open Civic Data
project publishes them as us_census_places.csv). A Census place does not say its county; a county
subdivision does.

    python scripts/compact_places.py us_census_places.csv audit/matching/places.tsv.gz
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import re
from collections.abc import Iterable
from pathlib import Path

_KINDS = (
    "census area", "city and borough", "county", "parish", "municipio", "borough", "municipality",
    "township", "plantation", "village", "town", "city",
)  # fmt: skip
_TAILS = re.compile(
    r"\s+(consolidated government|metropolitan government|metro government|unified government"
    r"|urban county|metro township|corporation)?\s*(\(balance\))?$"
)


def main() -> None:
    """Read the list and write the compact one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("census", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    with args.census.open(encoding="utf-8", newline="") as file:
        rows = compact(csv.DictReader(file))
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


def write(rows: list[tuple[str, str, str, str]], out: Path) -> None:
    """A gzip whose bytes depend on the rows only."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
    writer.writerows(rows)
    with out.open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as packed:
        packed.write(text.getvalue().encode())


if __name__ == "__main__":
    main()
