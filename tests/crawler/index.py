"""The real pages of a platform with the counts that their index promises.

Owns the reading of the index; the pages stay where they are.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass

from crawler.values import Listing
from tests.real import REAL, real


@dataclass(frozen=True)
class Page:
    """One saved page. expected: distinct agenda and minutes addresses, query strings ignored."""

    name: str
    file: str
    platform: str
    url: str
    expected: tuple[int, int]

    def read(self) -> bytes:
        return real("platform-pages", self.file).read_bytes()


def pages(*platforms: str) -> list[Page]:
    """The pages of some platforms; none where there is no folder of real publications."""
    if REAL is None:
        return []
    with real("platform-pages", "INDEX.tsv").open(encoding="utf-8", newline="") as file:
        return [
            Page(
                row["file"].rsplit("/", 1)[-1], row["file"], row["platform"], row["base_url"],
                (int(row["expected_agenda_links"]), int(row["expected_minutes_links"])),
            )
            for row in csv.DictReader(file, delimiter="\t")
            if row["platform"] in platforms and row["file"].endswith(".html")
        ]  # fmt: skip


def counts(listing: Listing) -> tuple[int, int]:
    """How many distinct agendas and minutes a listing holds, as the index counts."""
    found: dict[str, set[str]] = {"agenda": set(), "minutes": set()}
    for row in listing.rows:
        for document in row.documents:
            if document.role in found:
                key = document.url.split("?")[0] if "ViewFile" in document.url else document.url
                found[document.role].add(key)
    return len(found["agenda"]), len(found["minutes"])
