"""An edition's folder appears whole or not at all."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from reports.edition import SUMS, edition


def _write(target: Path, text: str) -> None:
    with edition(target) as folder:
        (folder / "captures").mkdir()
        (folder / "index.html").write_text(text)
        (folder / "captures" / "a.txt").write_text(text)


def _break_off(target: Path) -> None:
    with edition(target) as folder:
        (folder / "index.html").write_text("two")
        raise RuntimeError("half way")


def test_hashes_are_those_that_sha256sum_checks(tmp_path: Path) -> None:
    target = tmp_path / "editions" / "2026-W38"
    _write(target, "one")
    checked = subprocess.run(
        ["sha256sum", "-c", SUMS], cwd=target, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0
    assert checked.stdout.splitlines() == ["captures/a.txt: OK", "index.html: OK"]


def test_a_second_edition_replaces_the_first_whole(tmp_path: Path) -> None:
    target = tmp_path / "2026-W38"
    _write(target, "one")
    (target / "stray.txt").write_text("left by hand")
    _write(target, "two")
    assert (target / "index.html").read_text() == "two"
    assert [path.name for path in tmp_path.iterdir()] == ["2026-W38"]
    assert not (target / "stray.txt").exists()


def test_a_report_that_breaks_off_leaves_the_last_good_edition(tmp_path: Path) -> None:
    target = tmp_path / "2026-W38"
    _write(target, "one")
    with pytest.raises(RuntimeError, match="half way"):
        _break_off(target)
    assert (target / "index.html").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["2026-W38"]


def test_a_swap_that_breaks_off_is_taken_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "2026-W38"
    _write(target, "one")
    real = Path.replace

    def replace(path: Path, to: Path) -> Path:
        if path.name.startswith(".new-"):
            raise OSError("disk trouble")
        return real(path, to)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(OSError, match="disk trouble"):
        _write(target, "two")
    assert (target / "index.html").read_text() == "one"


def test_what_a_crash_between_two_renames_left_is_put_back(tmp_path: Path) -> None:
    target = tmp_path / "2026-W38"
    _write(target, "one")
    target.rename(tmp_path / ".old-2026-W38")
    with pytest.raises(RuntimeError, match="half way"):
        _break_off(target)
    assert (target / "index.html").read_text() == "one"
    assert [path.name for path in tmp_path.iterdir()] == ["2026-W38"]
