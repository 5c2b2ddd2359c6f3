"""The mission's agencies through the real lists, by the commands a journalist types."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.jobs.test_cli import offagenda
from tests.real import needs_real, real

pytestmark = [needs_real, pytest.mark.real, pytest.mark.xdist_group("real-lists")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lists") / "watch"
    assert offagenda("init", folder).returncode == 0
    done = offagenda("--home", folder, "ice", "import", real("ice", "sheets"))
    assert done.returncode == 0, done.stdout
    assert done.stdout.startswith("ICE's lists: 24 new, 0 already held")
    return folder


@pytest.fixture(scope="module")
def listed(home: Path) -> dict[str, dict[str, Any]]:
    found = offagenda("--home", home, "ice", "agreements", "--state", "PA", "--json")
    return {a["agency"]: a for a in json.loads(found.stdout)}


def _days(spells: list[dict[str, Any]]) -> list[tuple[str, str, str | None]]:
    return [(s["first"][:10], s["last"][:10], s["gone_by"] and s["gone_by"][:10]) for s in spells]


@pytest.mark.parametrize(
    ("agency", "spells", "pending", "signed"),
    [
        (
            "Springdale Borough Police Department",
            [("2025-11-06", "2026-05-18", None)],
            [("2025-11-04", "2025-11-04", "2025-11-06")],
            ["2025-11-06"],
        ),
        (
            "Stowe Township Police Department",
            [("2025-11-18", "2025-11-18", "2025-12-04"), ("2025-12-11", "2026-05-18", None)],
            [("2025-12-10", "2025-12-10", "2025-12-27")],
            ["2025-11-18", "2025-12-11"],
        ),
        (
            "Coraopolis Borough Police Department",
            [("2026-01-07", "2026-01-07", "2026-01-22")],
            [("2025-12-27", "2025-12-27", "2026-01-08")],
            ["2026-01-07"],
        ),
        (
            "Robinson Township Police Department",
            [("2025-09-02", "2025-12-11", "2026-01-07")],
            [],
            ["2025-07-18"],
        ),
    ],
)
def test_the_missions_agencies(
    listed: dict[str, dict[str, Any]],
    agency: str,
    spells: list[Any],
    pending: list[Any],
    signed: list[str],
) -> None:
    found = listed[agency]
    assert _days(found["spells"]) == spells
    assert _days(found["pending"]) == pending
    assert found["ice_signed_history"] == signed


def test_the_swapped_pair_moves_nobody(home: Path) -> None:
    at = ("--home", home, "--now", "2025-09-23T12:00:00+00:00")
    found = offagenda(*at, "ice", "changes", "--days", "2", "--json")
    assert {c["kind"] for c in json.loads(found.stdout)} & {"gone", "relisted"} == set()


def test_importing_in_another_order_tells_the_same(
    listed: dict[str, dict[str, Any]], tmp_path: Path
) -> None:
    home = tmp_path / "watch"
    offagenda("init", home)
    files = sorted(real("ice", "sheets").iterdir(), key=lambda p: p.name[::-1])
    for part in (files[::3], files[1::3], files[2::3]):
        assert offagenda("--home", home, "ice", "import", *part).returncode == 0
    found = offagenda("--home", home, "ice", "agreements", "--state", "PA", "--json")
    assert {a["agency"]: a for a in json.loads(found.stdout)} == listed
