from __future__ import annotations

from pathlib import Path

import pytest

from jobs.errors import BadSettings
from jobs.settings import ICE_PAGE, load
from jobs.steps.audit import in_counties
from jobs.template import settings_file
from jobs.workspace import Workspace


def _file(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "offagenda.toml"
    path.write_text(text, "utf-8")
    return path


def test_the_file_init_writes_is_read_back(tmp_path: Path) -> None:
    found = load(_file(tmp_path, settings_file(("pennsylvania",), "desk@paper.example")))
    assert found.watch.packs == ("pennsylvania",)
    assert found.crawler.contact == "desk@paper.example"
    assert found.crawler.history_days == 550
    assert found.ice.page == ICE_PAGE


def test_every_commented_default_is_a_known_key(tmp_path: Path) -> None:
    """Uncommenting any line of the template must never be an error."""
    text = settings_file(()).replace("# states", "states").replace("# counties", "counties")
    for key in ("delay_seconds", "history_days", "page", "place", "timezone", "weekday", "hour",
                "crawl_hour", "ice_hours", "database_url"):  # fmt: skip
        text = text.replace(f"# {key} =", f"{key} =")
    assert load(_file(tmp_path, text)).watch.counties == ("Exampleton",)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[crawler]\ndelay_second = 2", r"unknown key 'crawler.delay_second'.*'delay_seconds'"),
        ("[watchs]\npacks = []", r"unknown key 'watchs'; did you mean 'watch'"),
        ("[ice]\nzzz = 1", r"unknown key 'ice.zzz'; known here: page, fetch_agreements"),
        ("[report]\nweekday = 1", r"report.weekday"),
        ("[report]\nweekday = 'monday'", r"report.weekday"),
        ("[crawler]\ndelay_seconds = -1", r"crawler.delay_seconds"),
        ("[crawler\n", r"not readable as TOML"),
        ("[ice]\nfetch_agreements = 7", r"ice.fetch_agreements"),
        ('database_url = "postgresql+psycopg://host/db"', r"keeps its store in SQLite"),
    ],
)
def test_a_wrong_file_is_told_by_name_key_and_nearest(tmp_path: Path, text: str, says: str) -> None:
    path = _file(tmp_path, text)
    with pytest.raises(BadSettings, match=says) as caught:
        load(path)
    assert str(path) in str(caught.value)


def test_a_database_address_is_not_printed_and_is_the_workspaces_file(tmp_path: Path) -> None:
    _file(tmp_path, f'database_url = "sqlite:///{tmp_path}/hush.db"')
    workspace = Workspace(tmp_path)
    assert "hush" not in repr(workspace.settings)
    assert workspace.database == tmp_path / "hush.db"


@pytest.mark.parametrize(
    ("county", "counties", "answer"),
    [
        ("Butler County", (), True),
        ("Butler County", ("Butler",), True),
        ("butler", ("Butler County",), True),
        ("Adams County", ("Butler",), False),
        (None, ("Butler",), True),
    ],
)
def test_a_watch_on_counties_never_loses_an_agency_without_one(
    county: str | None, counties: tuple[str, ...], answer: bool
) -> None:
    assert in_counties(county, counties) is answer
