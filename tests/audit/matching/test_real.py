"""The hand-made labels, read in place."""

from __future__ import annotations

import gzip
import subprocess
import sys
from pathlib import Path

import pytest

import audit.matching.places as module
from audit.matching import load_places
from tests.evaluate.matching import labels, score
from tests.real import needs_real, real


@needs_real
@pytest.mark.real
def test_the_aims_are_met() -> None:
    total = score(labels(real("ice", "agency_jurisdiction.tsv")))
    assert total.right >= 0.97 * total.with_unit
    assert total.wrong <= 0.005 * total.with_unit
    assert total.answered_all_the_same == 0
    assert total.class_right == total.labels


@needs_real
@pytest.mark.real
def test_the_list_that_ships_is_what_the_script_makes(tmp_path: Path) -> None:
    script = Path(__file__).parents[3] / "scripts" / "compact_places.py"
    out = tmp_path / "places.tsv.gz"
    subprocess.run(
        [sys.executable, script, real("ice", "reference", "us_census_places.csv"), out],
        check=True,
        capture_output=True,
    )
    shipped = Path(module.__file__).with_name("places.tsv.gz")
    assert gzip.decompress(out.read_bytes()) == gzip.decompress(shipped.read_bytes())


def test_the_list_that_ships_holds_the_country() -> None:
    places = load_places()
    assert len(places.geoids) == 39_242
    assert {"PA", "TX", "LA", "AK", "PR"} <= set(places.states)
    assert all(len(places.state(code).by_fips) > 0 for code in ("PA", "TX", "LA"))
