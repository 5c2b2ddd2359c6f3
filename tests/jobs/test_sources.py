"""Finding, adding, checking and verifying a source, against a town's server."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.crawler.site import Site, serving
from tests.jobs.test_cli import offagenda

BODY = "pa-alder-borough-council"
PACK = f"""
[[body]]
id = "{BODY}"
name = "Alder Borough Council"
kind = "borough_council"
place = {{ name = "Alder", kind = "borough", county = "Butler", state = "PA", geoid = "4299999" }}
timezone = "America/New_York"
"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as town:
        town.page("/minutes/", '<a href="/m/1-13-26.pdf">January 13, 2026 Minutes</a>')
        town.pdf("/m/1-13-26.pdf", "minutes")
        yield town


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "watch"
    offagenda("init", folder)
    (folder / "offagenda.toml").write_text("[crawler]\nallow_loopback = true\n")
    (folder / "packs" / "alder.toml").write_text(PACK)
    return folder


def test_from_an_address_to_a_verified_source(home: Path, site: Site) -> None:
    at = ("--home", home, "--now", "2026-07-06T11:00:00+00:00")
    url = f"{site.url}/minutes/"
    detected = json.loads(offagenda(*at, "sources", "detect", url, "--json").stdout)
    assert detected["platform"] == "links"
    added = offagenda(*at, "sources", "add", url, "--body", BODY, "--seen-in", "the home page")
    assert added.returncode == 0, added.stderr
    again = offagenda(*at, "sources", "add", url, "--body", BODY)
    assert again.returncode == 1
    assert "already has this address" in again.stderr
    checked = offagenda(*at, "sources", "check", "--json")
    found = json.loads(checked.stdout)
    assert checked.returncode == 0
    assert [s["outcome"] for s in found["sources"]] == ["ok"]
    assert any("4299999 is not in the Census list" in note for note in found["notes"])
    source = found["sources"][0]["source"]
    assert offagenda(*at, "sources", "verify", source, "--who", "Ada Odell").returncode == 0
    listed = json.loads(offagenda(*at, "sources", "list", "--json").stdout)
    assert [(s["id"], s["state"], s["seen_in"]) for s in listed[0]["sources"]] == [
        (source, "verified", "the home page")
    ]


def test_a_source_that_is_gone_is_named_and_the_code_is_3(home: Path, site: Site) -> None:
    at = ("--home", home, "--now", "2026-07-06T11:00:00+00:00")
    offagenda(*at, "sources", "add", f"{site.url}/minutes/", "--body", BODY)
    site.pages.clear()
    done = offagenda(*at, "crawl", BODY, "--json")
    assert done.returncode == 3
    assert [k["outcome"] for k in json.loads(done.stdout)["looks"]] == ["moved"]


def test_an_unknown_body_is_told_where_bodies_are_written(home: Path) -> None:
    done = offagenda("--home", home, "sources", "add", "https://x.example/", "--body", "nobody")
    assert done.returncode == 1
    assert "adding-bodies" in done.stderr
