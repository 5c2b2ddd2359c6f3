"""Turn a table of bodies and addresses into a pack.

Owns the one-time way from a tab-separated table (columns body, body_kind, jurisdiction, county,
geoid, agencies, website, listing_url, platform, evidence, seen, vote) to TOML
on standard output. A body without a page that lists documents gets no source: a home page is only
kept as a comment.

    python scripts/pack_from_table.py TABLE --state PA --timezone America/New_York > pack.toml
"""

from __future__ import annotations

import argparse
import csv
import re
from pathlib import Path

_KINDS = {
    "borough_council": "borough_council",
    "board_of_commissioners": "township_commissioners",
    "township_board": "township_board",
    "county_board": "county_board",
    "county_council": "county_council",
    "city_council": "city_council",
    "municipal_council": "municipal_council",
    "town_council": "town_council",
    "regional_board": "regional_board",
}
_CROWDED = {"borough", "township", "city", "county", "municipality", "town"}
_LINKS = ("wordpress", "joomla", "wix", "plain")
_SEVERAL = (
    "published on legistar, where several boards publish: `offagenda sources detect` lists them, "
    "`sources add` takes one with --board"
)
_READ = {"civicplus": "civicplus", **dict.fromkeys(_LINKS, "links")}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--state", required=True)
    parser.add_argument("--timezone", required=True)
    given = parser.parse_args()
    with given.table.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file, delimiter="\t") if r["body"]]
    print(f"# Bodies of {given.state} that answer for listed agencies, and where they publish.")
    print("# Every address carries where it was seen; none has been checked by a person yet.")
    for row in rows:
        print("\n" + _body(row, given.state, given.timezone))


def _body(row: dict[str, str], state: str, timezone: str) -> str:
    name, kind = _place(row["jurisdiction"])
    if kind == "county":
        name = name.removesuffix(" County")
    county = row["county"].split(";")[0].strip()
    lines = []
    if row["website"] and not row["listing_url"]:
        lines.append(f"# home page only: {row['website']}")
    plain = re.sub(r"\s*\((?:class|name) not checked\)", "", row["body"])
    lines += [
        "[[body]]",
        f"id = {_text(_slug(state, county, name, kind, plain))}",
        f"name = {_text(plain)}",
        f"kind = {_text(_kind(row))}",
        "place = { " + ", ".join(_place_keys(name, kind, county, state, row["geoid"])) + " }",
        f"timezone = {_text(timezone)}",
    ]
    agencies = [a.strip() for a in row["agencies"].split(";") if a.strip()]
    if agencies and row["vote"] == "expected":
        lines.append("answers_for = [" + ", ".join(map(_text, agencies)) + "]")
    if row["listing_url"]:
        lines += ["", *_source(row)]
    return "\n".join(lines)


def _kind(row: dict[str, str]) -> str:
    if row["body_kind"] == "township_board":
        if row["body"].endswith("Board of Supervisors"):
            return "township_supervisors"
        if row["body"].endswith("Board of Commissioners"):
            return "township_commissioners"
    return _KINDS.get(row["body_kind"], "other")


def _place(text: str) -> tuple[str, str]:
    if text.endswith(" County"):
        return text, "county"
    words = text.split()
    if len(words) > 1 and words[-1] in _CROWDED:
        return " ".join(words[:-1]), words[-1]
    return re.sub(r" police district$", "", text), "police district"


def _place_keys(name: str, kind: str, county: str, state: str, geoid: str) -> list[str]:
    keys = [f"name = {_text(name)}", f"kind = {_text(kind)}"]
    if county:
        keys.append(f"county = {_text(county)}")
    keys.append(f"state = {_text(state)}")
    if geoid:
        keys.append(f"geoid = {_text(geoid)}")
    return keys


def _source(row: dict[str, str]) -> list[str]:
    platform = row["platform"].lower()
    first = re.split(r"[\s(-]", platform)[0] if platform else ""
    lines = [
        "[[body.source]]",
        f"platform = {_text(_READ.get(first, first or 'detect'))}",
        f"url = {_text(row['listing_url'])}",
    ]
    if first not in _READ and first:
        lines.append('state = "manual"')
        unread = f"published on {platform}, which is not read yet"
        lines.append(f"reason = {_text(_SEVERAL if first == 'legistar' else unread)}")
    lines.append(f"seen_in = {_text(_seen(row))}")
    return lines


def _seen(row: dict[str, str]) -> str:
    return "; ".join(part for part in (row["evidence"], row["seen"]) if part)


def _slug(state: str, county: str, name: str, kind: str, body: str) -> str:
    tail = re.sub(re.escape(name), "", body, count=1)
    words = f"{state} {county if kind != 'county' else ''} {name} {tail}".lower()
    return re.sub(r"[^a-z0-9]+", "-", words).strip("-")


def _text(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


if __name__ == "__main__":
    main()
