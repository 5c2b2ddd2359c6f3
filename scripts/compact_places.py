"""Make the list of places that ships with the package from the Census list of units.

Owns the compact form only. Takes the units (id, name, census_geoid; CC0, the Open Civic Data
project publishes them as us_census_places.csv). A Census place does not say its county; a county
subdivision does, and so do the ids of most places that share name and kind with another of their
state. For the few whose kinds tell them apart there, the counties stand here.

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

# Namesakes within one state, by geoid, with the counties of each (Census place codes follow the
# counties' alphabet).
_NAMESAKES = {
    "1782088": "17061", "1782101": "17091;17197",  # Wilmington, Illinois: village and city
    "1782309": "17131", "1782322": "17173",  # Windsor, Illinois
    "3913169": "39053", "3913190": "39057;39113",  # Centerville, Ohio
    "3957750": "39035", "3957764": "39113", "3957792": "39125",  # Oakwood, Ohio
    "4227360": "42021", "4227456": "42121",  # Franklin, Pennsylvania: borough and city
}  # fmt: skip


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
    lines = list(census)
    fips = {_county_key(line["id"]): _geoid(line) for line in lines if len(_geoid(line)) == 5}
    rows = []
    for line in lines:
        state = re.search(r"/(?:state|territory):(\w\w)", line["id"])
        geoid = _geoid(line)
        if state is None or not geoid.isdigit():
            continue
        name, kind = split(line["name"], geoid)
        county = geoid[:5] if len(geoid) in {5, 10} else _of_namesake(line["id"], geoid, fips)
        rows.append((f"{state[1].upper()}{geoid}", name, kind, county))
    return sorted(rows)


def _geoid(line: dict[str, str]) -> str:
    return line["census_geoid"].removeprefix("place-")


def _county_key(id_: str) -> str:
    """ ".../state:xx/county:some_name" without the kind, as an id of a namesake says it."""
    return re.sub(r"/(?:county|parish):", "/", id_)


def _of_namesake(id_: str, geoid: str, fips: dict[str, str]) -> str:
    """ ".../state:xx/place:name_~first~second_counties~": the counties' codes, "" without any."""
    named = re.search(r"_~([a-z_~]+)_(?:county|counties)~$", id_)
    if named is None:
        return _NAMESAKES.get(geoid, "")
    state = id_[: id_.index("/place:")]
    return ";".join(fips[f"{state}/{name}"] for name in named[1].split("~"))


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
