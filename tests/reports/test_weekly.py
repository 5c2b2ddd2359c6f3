"""From a filled store to an edition's folder: links, spans, hashes, sameness, failure."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlmodel import Session

from reports import weekly
from reports.week import Week
from store.archive import Archive
from store.engine import session
from tests.reports import county
from tests.reports.county import AS_OF, EARLIER, MINUTES, QUOTE, County
from tests.reports.pages import all_of, generated, parse, text_of


@pytest.fixture
def opened(engine: Engine) -> Iterator[Session]:
    with session(engine) as one:
        yield one


@pytest.fixture
def filled(opened: Session, archive: Archive) -> County:
    return county.fill(opened, archive)


def _write(opened: Session, archive: Archive, out: Path, **more: object) -> weekly.WeeklyEdition:
    values: dict[str, object] = {"as_of": AS_OF, "title_place": "Hadley County", **more}
    return weekly.write(opened, archive, out=out, **values)  # type: ignore[arg-type]


def _files(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_an_edition_holds_page_text_copies_and_hashes(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    made = _write(opened, archive, tmp_path / "w")
    files = _files(made.path)
    assert sorted(files) == [
        "SHA256SUMS",
        f"captures/2026-03-10_pike-hollow-borough-council_agenda_{filled.page[:8]}.html.txt",
        f"captures/2026-03-10_pike-hollow-borough-council_minutes_{filled.minutes[:8]}.pdf",
        f"captures/2026-09-11_ice_participating_{filled.workbook[:8]}.xlsx",
        "index.html",
        "weekly.txt",
    ]
    assert made.sha256 == hashlib.sha256(files["index.html"]).hexdigest()
    assert made.page == tmp_path / "w" / "index.html"
    assert made.text.read_bytes() == files["weekly.txt"]
    checked = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=made.path, check=False,
                             capture_output=True)  # fmt: skip
    assert checked.returncode == 0


def test_the_same_store_gives_the_same_bytes(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    first = _write(opened, archive, tmp_path / "a")
    other = _write(opened, archive, tmp_path / "b" / "elsewhere")
    assert _files(first.path) == _files(other.path)
    assert _files(_write(opened, archive, tmp_path / "a").path) == _files(other.path)


def test_every_link_leads_to_a_file_with_the_bytes_it_names(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    made = _write(opened, archive, tmp_path / "w")
    root = parse(made.page.read_text())
    ids = {str(one.get("id")) for one in all_of(root, "//*[@id]")}
    links = [str(a.get("href")) for a in all_of(root, "//a")]
    assert any(link.startswith("captures/") for link in links)
    for link in links:
        target, _, fragment = link.partition("#")
        if not target:
            assert fragment in ids
        elif not link.startswith(("http://", "https://")):
            data = (made.path / target).read_bytes()
            if target.startswith("captures/"):
                assert hashlib.sha256(data).hexdigest()[:8] == target.split("_")[-1][:8]


def test_every_quote_stands_letter_for_letter_on_its_page(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    made = _write(opened, archive, tmp_path / "w")
    (block,) = all_of(parse(made.page.read_text()), "//blockquote")
    (mark,) = all_of(block, ".//mark")
    start, end = map(int, str(block.get("data-span")).split("-"))
    assert block.get("data-sha256") == filled.minutes
    assert block.get("data-page") == "2"
    assert mark.text_content() == QUOTE == MINUTES[start:end]
    assert "Ms. Odell moved, seconded by Mr. Brandt" in text_of(block)
    assert "Adjourned" not in text_of(block)


def test_a_quote_that_is_no_longer_on_the_page_is_said_to_be_so(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    moved = {**county.evidence(filled.minutes), "start": 3, "end": 9}
    again = county.finding("VOTE_AFTER", key="pa-x-1", evidence=[moved], wording="voted")
    county.add_finding(opened, again, 1, AS_OF)
    page = _write(opened, archive, tmp_path / "w").page.read_text()
    assert page.count("this passage was not found again on the stored page") == 1


def test_what_was_read_and_what_was_not(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    first = text_of(all_of(parse(_write(opened, archive, tmp_path / "w").page.read_text()),
                           "//section")[0])  # fmt: skip
    assert "1 of 3" in first
    assert (
        "Ashgrove Township Board of Supervisors: the site did not answer; last read 24 August 2026"
    ) in first
    assert "Hadley County Prison Board: no source known" in first
    assert "Not monitored: one agency" in first
    assert "saved 11 Sep 2026, 11:00 UTC: 2,510 rows" in first
    assert "Pike Hollow Borough Council, agenda of 10 Mar 2026: not read yet" in first


def test_the_week_is_compared_with_the_one_before(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    made = _write(opened, archive, tmp_path / "w")
    root = parse(made.page.read_text())
    rows = [[text_of(cell) for cell in row] for row in all_of(root, "//section//tr")]
    assert [rows[1][0][4:10], rows[1][1]] == ["20 Sep", "365 days from signing"]
    assert ["new on the list", "Tarn Mill ConstableTask Force Model, PA", "11 Sep 2026",
            "Not monitored"] in rows  # fmt: skip
    assert ["to approve: passed, 5–2, by roll call", "approved"] in [row[2:] for row in rows]
    (why,) = [row[3] for row in rows if row[1:3] == ["No vote found so far", "Vote before signing"]]
    assert "new evidence: minutes of 10 Mar 2026" in why
    words = text_of(root)
    assert "changed this week, before: No vote found so far" in words
    assert "not changes: 1 this week" in words
    assert "Right-to-Know Law" in words
    assert made.counts["changed"] == made.counts["votes"] == made.counts["list_changes"] == 1
    assert made.counts["VOTE_BEFORE"] == 1
    assert made.headline.startswith("Two agreements on record; a vote is recorded for one")


def test_a_machine_remark_with_a_word_we_never_use_does_not_reach_the_page(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    made = _write(opened, archive, tmp_path / "w")
    assert "refused" not in generated(parse(made.page.read_text()))
    assert "refused" not in made.text.read_text()


def test_nothing_after_the_moment_is_used(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    before = _write(opened, archive, tmp_path / "a", as_of=EARLIER + timedelta(hours=1))
    assert "No vote found so far" in before.page.read_text()
    assert "NO WORKBOOK HELD" in before.text.read_text()
    assert before.counts["documents"] == 0
    assert "First edition: there is nothing earlier to compare with." in before.text.read_text()


def test_a_public_edition_speaks_of_cleared_findings_only(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    made = _write(opened, archive, tmp_path / "a", public=True)
    assert made.counts["findings"] == 0
    assert "Pike Hollow Borough Police" not in made.page.read_text()
    assert filled.minutes[:8] not in "".join(_files(made.path))
    county.review(opened, "pa-pike-hollow-tfm-1.r2", "cleared")
    made = _write(opened, archive, tmp_path / "b", public=True)
    assert made.counts["findings"] == 1
    assert "cleared" in made.page.read_text()


def test_a_review_of_an_older_revision_does_not_carry_over(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    county.review(opened, "pa-pike-hollow-tfm-1", "cleared")
    assert _write(opened, archive, tmp_path / "a", public=True).counts["findings"] == 0


def test_corrections_and_what_no_longer_stands_are_told(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    county.review(opened, "pa-pike-hollow-tfm-1", "corrected", "The tally was 5–2.")
    gone = county.finding("NO_VOTE_FOUND", key="pa-y-1", withdrawn="the row was a misspelling")
    county.add_finding(opened, gone, 1, AS_OF)
    made = _write(opened, archive, tmp_path / "a")
    sections = {str(one.get("aria-labelledby")): text_of(one)
                for one in all_of(parse(made.page.read_text()), "//section")}  # fmt: skip
    told = "Pike Hollow Borough Police Department: corrected. The tally was 5–2."
    assert told in sections["corrections"]
    assert "(No vote found): the row was a misspelling." in sections["changed"]
    assert "NO_VOTE_FOUND" not in made.counts
    text = " ".join(made.text.read_text().split())
    assert "no longer stands" in text
    assert "The tally was 5–2." in text


def test_a_public_edition_tells_corrections_of_what_it_had_told_only(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    county.review(opened, "pa-pike-hollow-tfm-1.r2", "corrected", "The tally was 5–2.")
    county.review(opened, "pa-tarn-mill-tfm-1", "withdrawn", "Not an agency.")
    made = _write(opened, archive, tmp_path / "a", public=True)
    text = " ".join(made.text.read_text().split())
    assert "The tally was 5–2." in text
    assert "Not an agency." not in text


def test_a_finding_that_people_withdrew_has_no_card(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    county.review(opened, "pa-pike-hollow-tfm-1.r2", "withdrawn", "Another town's minutes.")
    made = _write(opened, archive, tmp_path / "a")
    assert "VOTE_BEFORE" not in made.counts
    assert "Another town's minutes." in " ".join(made.text.read_text().split())


def test_an_edition_names_the_one_it_follows(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    county.add_edition(opened, AS_OF - timedelta(minutes=5))  # of this week: replaced, not followed
    assert "follows edition" not in _write(opened, archive, tmp_path / "a").page.read_text()
    county.add_edition(opened, AS_OF - timedelta(days=7))
    assert "follows edition weekly-2026-W37" in text_of(
        parse(_write(opened, archive, tmp_path / "a").page.read_text())
    )


def test_a_missing_capture_costs_its_link_and_not_the_report(
    opened: Session, archive: Archive, filled: County, tmp_path: Path
) -> None:
    archive.path(filled.minutes).unlink()
    page = _write(opened, archive, tmp_path / "w").page.read_text()
    assert "our copy is not in the archive" in page
    assert "voted 5–2 on 10 March 2026" in page


def test_a_report_that_cannot_be_made_leaves_the_last_one(
    opened: Session, archive: Archive, filled: County, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    before = _files(_write(opened, archive, tmp_path / "w").path)

    def full(_: Week) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reports.plain.text", full)
    with pytest.raises(OSError, match="No space left"):
        _write(opened, archive, tmp_path / "w")
    assert _files(tmp_path / "w") == before
    assert not list(tmp_path.glob(".new-*"))


def test_an_empty_store_gives_a_report_that_says_so(
    opened: Session, archive: Archive, tmp_path: Path
) -> None:
    made = _write(opened, archive, tmp_path / "w")
    assert made.counts["findings"] == 0
    assert "No ICE list is held." in text_of(parse(made.page.read_text()))
