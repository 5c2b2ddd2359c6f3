"""Looks over time, through the real child: what is fetched again, kept, and lost by a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest

from crawler.harvest import crawl_batch, fetch_ice
from crawler.policy import Budget, CrawlSettings
from crawler.schedule import due_sources
from store.engine import session
from store.tables import Blob, Capture, Document, Fetch, Meeting, Observation, Source
from store.verify import verify
from tests.crawler.site import Reply, Site, until
from tests.crawler.world import NOW, SETTINGS, World

UPLOADS = "/wp-content/uploads/2026/02"


def _listed(*links: tuple[str, str]) -> str:
    items = "".join(f'<li><a href="{UPLOADS}/{name}">{label}</a></li>' for name, label in links)
    return f"<h1>Agendas and Minutes</h1><ul>{items}</ul>"


def test_a_meeting_through_its_weeks(world: World, site: Site) -> None:
    """Absent, posted, amended, minutes: each version once, with the last moment without it."""
    old = ("jan.pdf", "January 13, 2026 Agenda")
    agenda = ("feb.pdf", "February 10, 2026 Agenda")
    minutes = ("feb-minutes.pdf", "February 10, 2026 Minutes")
    world.add("town", f"{site.url}/agendas/")
    site.page("/agendas/", _listed(old))
    site.pdf(f"{UPLOADS}/jan.pdf", "old")
    assert world.look()["town"].new_captures == 1

    site.page("/agendas/", _listed(old, agenda))
    first = site.pdf(f"{UPLOADS}/feb.pdf", "first")
    assert world.look(days=3)["town"].new_captures == 1

    second = site.pdf(f"{UPLOADS}/feb.pdf", "amended")
    assert world.look(days=7)["town"].new_captures == 1

    site.page("/agendas/", _listed(old, agenda, minutes))
    site.pdf(f"{UPLOADS}/feb-minutes.pdf", "minutes")
    site.log.clear()
    assert world.look(days=28)["town"].new_captures == 1
    assert site.asked(f"{UPLOADS}/feb.pdf")[0].headers["If-None-Match"]

    (document,) = [d for d in world.rows(Document) if d.label == agenda[1]]
    versions = [c for c in world.rows(Capture) if c.document_id == document.id]
    assert [world.archive.get(c.sha256) for c in versions] == [first, second]
    assert [c.at for c in versions] == [NOW + timedelta(days=3), NOW + timedelta(days=7)]
    assert [c.not_before for c in versions] == [NOW, NOW + timedelta(days=3)]
    meetings = {m.date.isoformat(): m for m in world.rows(Meeting)}
    assert meetings["2026-02-10"].status == "held"
    assert meetings["2026-02-10"].last_seen == NOW + timedelta(days=28)
    assert verify(world.engine, world.archive).ok


def test_an_adopted_schedule_is_kept(world: World, site: Site) -> None:
    """It belongs to no meeting; once held it costs a request a quarter."""
    world.add("town", f"{site.url}/agendas/")
    feb = ("feb.pdf", "February 10, 2026 Agenda")
    site.page("/agendas/", _listed(feb, ("dates.pdf", "2026 Meeting Schedule")))
    site.pdf(f"{UPLOADS}/feb.pdf", "agenda")
    held = site.pdf(f"{UPLOADS}/dates.pdf", "schedule")
    assert world.look()["town"].new_captures == 2
    (document,) = [d for d in world.rows(Document) if d.label == "2026 Meeting Schedule"]
    assert (document.meeting_id, document.meeting_date, document.role) == (None, None, "other")
    (capture,) = [c for c in world.rows(Capture) if c.document_id == document.id]
    assert world.archive.get(capture.sha256) == held


def test_a_list_that_says_when_the_body_meets_is_kept(world: World, site: Site) -> None:
    """Once for each wording, though a counter changes its bytes at each look."""
    world.add("town", f"{site.url}/agendas/")
    site.pdf(f"{UPLOADS}/feb.pdf", "agenda")
    feb = _listed(("feb.pdf", "February 10, 2026 Agenda"))
    said = "<html><p>Council meets the {} Tuesday of each month.</p><script>n = {}</script>"
    for days, (which, counter) in enumerate([("second", 1), ("second", 2), ("third", 3)]):
        site.page("/agendas/", said.format(which, counter) + feb)
        world.look(days=days)
    (page,) = [d for d in world.rows(Document) if d.role == "page"]
    assert (page.meeting_id, page.meeting_date, page.listed) == (None, None, True)
    assert page.last_listed == NOW + timedelta(days=2)
    kept = [c for c in world.rows(Capture) if c.document_id == page.id]
    texts = [world.archive.get(c.sha256).decode() for c in kept]
    assert ["second" in text for text in texts] == [True, False]
    fetched = {f.id: f.sha256 for f in world.rows(Fetch) if f.purpose == "listing"}
    assert [fetched[c.fetch_id] for c in kept] == [c.sha256 for c in kept]
    assert kept[1].not_before == NOW + timedelta(days=1)

    site.page("/agendas/", feb)
    world.look(days=3)
    assert len([d for d in world.rows(Document) if d.role == "page"]) == 1


def test_an_unchanged_site_costs_one_conditional_request(world: World, site: Site) -> None:
    world.add("town", f"{site.url}/agendas/")
    site.page("/agendas/", _listed(("sep.pdf", "September 9, 2025 Minutes")))
    site.pdf(f"{UPLOADS}/sep.pdf", "minutes")
    world.look()
    before = {t: len(world.rows(t)) for t in (Blob, Capture, Document, Meeting)}
    site.log.clear()
    look = world.look(days=90)["town"]
    assert site.paths() == ["/agendas/", f"{UPLOADS}/sep.pdf"]
    assert all("If-None-Match" in a.headers for a in site.log if a.path != "/robots.txt")
    assert (look.outcome, look.documents, look.new_captures) == ("ok", 1, 0)
    site.log.clear()
    world.look(days=90)
    assert site.paths() == ["/agendas/"]  # a run that follows at once asks for no document
    assert {t: len(world.rows(t)) for t in (Blob, Capture, Document, Meeting)} == before


def test_an_unchanged_page_is_not_read_again_until_a_document_is_due(
    world: World, site: Site
) -> None:
    """The look repeats the last one: same rows, same evidence, everything seen once more."""
    world.add("town", f"{site.url}/agendas/")
    site.page("/agendas/", _listed(("jan.pdf", "January 6, 2026 Minutes")))
    site.pdf(f"{UPLOADS}/jan.pdf", "minutes")
    world.look()
    for days, asked in ((1, False), (2, False), (7, True), (8, False)):
        site.log.clear()
        look = world.look(days=days)["town"]
        assert (look.outcome, look.rows, look.documents) == ("ok", 1, 1)
        assert bool(site.asked(f"{UPLOADS}/jan.pdf")) == asked
        at = NOW + timedelta(days=days)
        assert [d.last_listed for d in world.rows(Document)] == [at]
        assert [m.last_seen for m in world.rows(Meeting)] == [at]
    assert len({o.listing_sha256 for o in world.rows(Observation)}) == 1
    assert {(o.rows, o.documents, o.complete) for o in world.rows(Observation)} == {(1, 1, True)}


def test_without_validators_the_hash_decides(world: World, site: Site) -> None:
    site.validators = False
    world.add("town", f"{site.url}/agendas/")
    site.page("/agendas/", _listed(("feb.pdf", "February 10, 2026 Agenda")))
    site.pdf(f"{UPLOADS}/feb.pdf", "agenda")
    world.look()
    assert world.look(days=1)["town"].new_captures == 0
    assert len(world.rows(Capture)) == 1
    assert [f.status for f in world.rows(Fetch) if f.purpose == "document"] == [200, 200]


def test_a_page_of_minutes_changes_when_its_words_do(world: World, site: Site) -> None:
    """Minutes published as a page carry a nonce that differs on every request."""
    site.validators = False
    world.add("town", f"{site.url}/minutes/")
    page = "<html><body><script>n={}</script><p>Minutes. {}</p></body></html>"
    link = '<ul><li><a href="/february-10-2026-minutes/">February 10, 2026 Minutes</a></li></ul>'
    site.page("/minutes/", f"<h1>Minutes</h1>{link}")
    site.page("/february-10-2026-minutes/", page.format(1, "Draft."))
    world.look()
    site.page("/february-10-2026-minutes/", page.format(2, "Draft."))
    assert world.look(days=8)["town"].new_captures == 0
    site.page("/february-10-2026-minutes/", page.format(3, "Approved."))
    assert world.look(days=16)["town"].new_captures == 1


def test_the_agendacenter_through_its_years(world: World, site: Site) -> None:
    """A first look reads the years of its history by POST, later ones only what may change."""

    def row(number: int, day: str, printed: str, minutes: bool = False) -> str:
        cell = f'<a href="/AgendaCenter/ViewFile/Minutes/_{day}-{number}">M</a>' if minutes else ""
        return (
            f'<tr id="row{number}" class="catAgendaRow"><td><h3 class="noMargin">'
            f'<strong aria-label="Agenda for {printed}">{printed}</strong></h3>'
            f'<p><a href="/AgendaCenter/ViewFile/Agenda/_{day}-{number}">Regular</a></p></td>'
            f'<td class="minutes">{cell}</td></tr>'
        )

    def section(year: int, rows: str) -> str:
        years = "".join(
            f"<li{' class=current' if y == year else ''}>"
            f"<a href=\"javascript:changeYear({y}, 4, 'a')\">{y}</a></li>"
            for y in (2026, 2025, 2023)
        )
        return (
            f'<span id="section4"><ul class="years">{years}</ul>'
            f'<table id="table4">{rows}</table></span>'
        )

    def page(rows: str) -> str:
        return (
            '<div class="listing" id="cat4"><h2><span>&#9660;</span>Borough Council</h2>'
            f"{section(2026, rows)}</div>"
        )

    form = "year={}&catID=4&startDate=&endDate=&term=&prevVersionScreen=false"
    post = "POST /AgendaCenter/UpdateCategoryList"
    new = row(9, "01132026", "January 13, 2026")
    site.page("/AgendaCenter", page(new))
    site.page(f"{post} {form.format(2025)}", section(2025, row(7, "12092025", "December 9, 2025")))
    for path in ("Agenda/_01132026-9", "Agenda/_12092025-7", "Minutes/_12092025-7"):
        site.pdf(f"/AgendaCenter/ViewFile/{path}", path)
    world.add("town", f"{site.url}/AgendaCenter", "civicplus", board="Borough Council")
    look = world.look()["town"]
    assert (look.outcome, look.rows, look.new_captures) == ("ok", 2, 2)
    asked = [a.body.decode() for a in site.log if a.method == "POST"]
    assert asked == [form.format(2025)]
    assert site.log[2].headers["X-Requested-With"] == "XMLHttpRequest"

    site.page(
        f"{post} {form.format(2025)}", section(2025, row(7, "12092025", "December 9, 2025", True))
    )
    assert world.look(days=1)["town"].new_captures == 1
    site.log.clear()
    world.look(days=200)  # August: last year's pages can wait
    assert not [a for a in site.log if a.method == "POST"]
    ids = {m.vendor_id: m.id for m in world.rows(Meeting)}
    assert ids == {"9": f"{world.ids['town']}#9", "7": f"{world.ids['town']}#7"}


def test_documents_that_leave_the_list(world: World, site: Site) -> None:
    many = [(f"{n}.pdf", f"January {n}, 2026 Agenda") for n in range(5, 15)]
    for name, _ in many:
        site.pdf(f"{UPLOADS}/{name}", name)
    world.add("town", f"{site.url}/agendas/")
    site.page("/agendas/", _listed(*many))
    world.look()
    site.page("/agendas/", _listed(*many[1:]))
    assert world.look(days=1)["town"].outcome == "ok"
    assert [d.label for d in world.rows(Document) if not d.listed] == ["January 5, 2026 Agenda"]
    site.page("/agendas/", _listed(*many[8:]))
    look = world.look(days=2)["town"]
    assert (look.outcome, look.why) == (
        "drift", "7 of 9 documents listed last time are gone at once",
    )  # fmt: skip
    assert sum(not d.listed for d in world.rows(Document)) == 1  # a bad look proves no absence
    (source,) = world.rows(Source)
    assert source.baseline_documents == 9


def test_a_look_that_breaks_half_way_keeps_what_it_read(world: World, site: Site) -> None:
    page = _listed(("feb.pdf", "February 10, 2026 Agenda"))
    older = '<a href="/agendas/2025/">2025 Agendas</a>'
    site.page("/agendas/", page + older)
    site.pdf(f"{UPLOADS}/feb.pdf", "agenda")
    site.pages["/agendas/2025/"] = Reply(b"", 500)
    world.add("town", f"{site.url}/agendas/")
    look = world.look()["town"]
    assert look.outcome == "unreachable"
    assert "/agendas/2025/" in look.why
    assert len(world.rows(Capture)) == 1
    assert [d.label for d in world.rows(Document)] == ["February 10, 2026 Agenda"]


def test_a_budget_leaves_the_oldest_for_next_time(world: World, site: Site) -> None:
    many = [(f"{n}.pdf", f"January {n}, 2026 Agenda") for n in range(5, 15)]
    for name, _ in many:
        site.pdf(f"{UPLOADS}/{name}", name)
    site.page("/agendas/", _listed(*many))
    world.add("town", f"{site.url}/agendas/")
    settings = CrawlSettings(allow_loopback=True, budget=Budget(requests=5))
    look = world.look(settings=settings)["town"]
    assert (look.outcome, look.why) == ("ok", "6 documents left for the next look")
    asked = {p.rsplit("/", 1)[-1] for p in site.paths()[1:]}
    assert asked == {"14.pdf", "13.pdf", "12.pdf", "11.pdf"}
    assert world.look(days=0.01)["town"].new_captures == 6


def test_history_bounds_what_is_fetched(world: World, site: Site) -> None:
    links = ("a.pdf", "March 4, 2025 Agenda"), ("b.pdf", "May 6, 2025 Agenda")
    site.page("/agendas/", _listed(*links))
    site.pdf(f"{UPLOADS}/a.pdf", "a")
    site.pdf(f"{UPLOADS}/b.pdf", "b")
    world.add("town", f"{site.url}/agendas/")
    world.look(settings=CrawlSettings(allow_loopback=True, history_days=300))
    assert site.paths()[1:] == [f"{UPLOADS}/b.pdf"]
    assert len(world.rows(Document)) == 2


def test_a_delay_holds_within_and_across_children(world: World, site: Site) -> None:
    site.page("/agendas/", _listed(("a.pdf", "January 6, 2026 Agenda")))
    site.pdf(f"{UPLOADS}/a.pdf", "a")
    world.add("town", f"{site.url}/agendas/")
    settings = CrawlSettings(allow_loopback=True, delay_seconds=0.4)
    world.look(settings=settings)
    gaps = [b.at - a.at for a, b in zip(site.log, site.log[1:], strict=False)]
    assert len(gaps) == 2
    assert min(gaps) > 0.38
    # The next child begins with the clock where the last one stopped.
    before = time.monotonic()
    world.look(settings=settings)
    assert site.log[3].at - before > 0.4


def test_crawl_delay_and_retry_after_are_kept(world: World, site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nCrawl-delay: 0.5\n", "text/plain")
    site.page("/agendas/", _listed(("a.pdf", "January 6, 2026 Agenda")))
    good = Reply(b"%PDF-1.4 a", 200, {"Content-Type": "application/pdf"})
    path = f"{UPLOADS}/a.pdf"

    def recover() -> None:
        site.pages[path] = good

    site.pages[path] = Reply(b"", 429, {"Retry-After": "1"}, before=recover)
    world.add("town", f"{site.url}/agendas/")
    assert world.look()["town"].new_captures == 1
    robots, listing, busy, again = [a.at for a in site.log]
    assert listing - robots > 0.45
    assert busy - listing > 0.45
    assert again - busy > 0.95


def test_a_server_that_wants_more_patience_is_left_alone(world: World, site: Site) -> None:
    site.pages["/agendas/"] = Reply(b"busy", 503, {"Retry-After": "90000"})
    world.add("town", f"{site.url}/agendas/")
    assert world.look()["town"].outcome == "unreachable"
    assert len(site.asked("/agendas/")) == 1
    (source,) = world.rows(Source)
    assert source.next_due is not None
    assert timedelta(hours=24) < source.next_due - NOW <= timedelta(hours=25)
    with session(world.engine) as opened:
        assert due_sources(opened, NOW + timedelta(hours=24)) == ()
        assert due_sources(opened, NOW + timedelta(hours=26)) == (source.id,)


def test_a_killed_child_costs_the_looks_in_flight(world: World, site: Site, tmp_path: Path) -> None:
    """kill -9 while the second document is under way: the first one is kept, the look is not ok."""
    pages = _listed(("b.pdf", "January 20, 2026 Agenda"), ("a.pdf", "January 6, 2026 Agenda"))
    site.page("/agendas/", pages)
    site.pdf(f"{UPLOADS}/b.pdf", "b")

    def kill() -> None:
        until(lambda: world.rows(Capture))  # the first document's line has arrived
        for child in Path(f"/proc/{os.getpid()}/task").glob("*/children"):
            for pid in child.read_text().split():
                os.kill(int(pid), signal.SIGKILL)

    site.pages[f"{UPLOADS}/a.pdf"] = Reply(b"%PDF-1.4", 200, before=kill)
    world.add("town", f"{site.url}/agendas/")
    look = world.look()["town"]
    assert look.outcome == "unreachable"
    assert "signal 9" in look.why
    assert [world.archive.get(c.sha256)[-1:] for c in world.rows(Capture)] == [b"b"]
    assert len(world.rows(Document)) == 2
    site.pdf(f"{UPLOADS}/a.pdf", "a")
    assert world.look(days=0.1)["town"].new_captures == 1
    assert verify(world.engine, world.archive).ok


def test_a_source_that_ends_the_child_does_not_take_the_others_along(
    world: World, site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A parser that kills its process (a segfault, say) is a parse error of that source alone."""
    trap = tmp_path / "trap"
    trap.mkdir()
    (trap / "sitecustomize.py").write_text(
        "import os, sys\n"
        "if 'crawler.child' in sys.orig_argv:\n"
        "    from crawler import platforms\n"
        "    real = platforms.parse\n"
        "    def parse(data, *a, **k):\n"
        "        if b'poison' in data:\n"
        "            os._exit(11)\n"
        "        return real(data, *a, **k)\n"
        "    platforms.parse = parse\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(trap))
    site.page("/poison/", "<h1>Minutes</h1>poison")
    site.page("/agendas/", _listed(("a.pdf", "January 6, 2026 Agenda")))
    site.pdf(f"{UPLOADS}/a.pdf", "a")
    world.add("bad", f"{site.url}/poison/")
    world.add("good", f"{site.url}/agendas/")
    looks = world.look()
    assert {k: v.outcome for k, v in looks.items()} == {"bad": "parse_error", "good": "ok"}
    assert "exit code 11" in looks["bad"].why


def test_a_parser_that_raises_is_never_ok(
    world: World, site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    trap.mkdir()
    (trap / "sitecustomize.py").write_text(
        "import sys\n"
        "if 'crawler.child' in sys.orig_argv:\n"
        "    from crawler import platforms\n"
        "    def parse(*a, **k):\n"
        "        raise KeyError('nothing expected this')\n"
        "    platforms.parse = parse\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(trap))
    site.page("/agendas/", _listed(("a.pdf", "January 6, 2026 Agenda")))
    world.add("town", f"{site.url}/agendas/")
    look = world.look()["town"]
    assert look.outcome == "parse_error"
    assert "nothing expected this" in look.why


def test_a_child_without_a_parent_ends(world: World, site: Site, tmp_path: Path) -> None:
    from crawler.job import ORPHANED, Job, SourceJob

    site.page("/agendas/", _listed(("a.pdf", "January 6, 2026 Agenda")))
    source = SourceJob("x", "links", f"{site.url}/agendas/")
    job = Job(str(tmp_path / "a"), NOW, True, "agent", "", SETTINGS, (source,))
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "crawler.child", str(writer)],
        input=job.to_bytes(), pass_fds=[writer], check=False, timeout=60,
    )  # fmt: skip
    os.close(writer)
    assert done.returncode == ORPHANED
    assert not site.asked("/agendas/")


def test_a_silent_child_is_ended(world: World, site: Site) -> None:
    wait = threading.Event()
    site.pages["/agendas/"] = Reply(b"late", before=lambda: wait.wait(20) and None)
    world.add("town", f"{site.url}/agendas/")
    look = world.look(settings=CrawlSettings(allow_loopback=True, quiet_seconds=3.0))["town"]
    wait.set()
    assert look.outcome == "unreachable"
    assert "said nothing for 3 seconds" in look.why


def test_an_interrupt_keeps_what_was_said(world: World, site: Site) -> None:
    pages = _listed(("b.pdf", "January 20, 2026 Agenda"), ("a.pdf", "January 6, 2026 Agenda"))
    site.page("/agendas/", pages)
    site.pdf(f"{UPLOADS}/b.pdf", "b")

    def interrupt() -> None:
        until(lambda: world.rows(Capture))
        os.kill(os.getpid(), signal.SIGINT)

    site.pages[f"{UPLOADS}/a.pdf"] = Reply(b"%PDF-1.4", 200, before=interrupt)
    world.add("town", f"{site.url}/agendas/")
    with pytest.raises(KeyboardInterrupt):
        world.look()
    assert len(world.rows(Capture)) == 1
    assert world.rows(Observation) == []


def test_a_full_disk_is_told_and_loses_nothing(
    world: World, site: Site, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    trap = tmp_path / "trap"
    trap.mkdir()
    (trap / "sitecustomize.py").write_text(
        "import resource, signal, sys\n"
        "if 'crawler.child' in sys.orig_argv:\n"
        "    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "    resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(trap))
    site.page("/agendas/", _listed(("a.pdf", "January 6, 2026 Agenda")))
    site.pdf(f"{UPLOADS}/a.pdf", "x" * 50000)
    world.add("town", f"{site.url}/agendas/")
    look = world.look()["town"]
    assert look.outcome == "parse_error"
    assert "free some space" in look.why
    assert world.rows(Capture) == []
    monkeypatch.delenv("PYTHONPATH")
    assert world.look(days=1)["town"].new_captures == 1


def test_what_is_due(world: World, site: Site) -> None:
    site.page("/agendas/", _listed(("a.pdf", "February 10, 2026 Agenda")))
    site.pdf(f"{UPLOADS}/a.pdf", "a")
    world.add("town", f"{site.url}/agendas/")
    world.add("paper", f"{site.url}/", state="manual", reason="paper only")

    def due(days: float) -> tuple[str, ...]:
        with session(world.engine) as opened:
            return due_sources(opened, NOW + timedelta(days=days))

    assert due(0) == (world.ids["town"],)
    world.look("town")
    assert due(0.5) == ()
    assert due(1) == (world.ids["town"],)


def test_the_ice_page_and_its_workbooks(world: World, site: Site) -> None:
    """Names from Content-Disposition, bytes whatever they are, and nothing twice."""
    site.page(
        "/identify-and-arrest/287g",
        '<p><a href="/file-download/download/public/190001">Participating Agencies</a>'
        '<a href="/doclib/pendingAgencies02272026am.xlsx">Pending</a>'
        '<a href="/doclib/moa.pdf">An agreement</a></p>',
    )
    site.pages["/file-download/download/public/190001"] = Reply(
        b"PK\x03\x04 a workbook",
        200,
        {"Content-Disposition": 'attachment; filename="ParticipatingAgency091826am.xlsx"'},
    )
    site.page("/doclib/pendingAgencies02272026am.xlsx", "<html>not a workbook</html>")

    def look(days: int) -> Any:
        return fetch_ice(
            world.engine, world.archive, page_url=f"{site.url}/identify-and-arrest/287g",
            settings=SETTINGS, now=NOW + timedelta(days=days), frozen_clock=True,
        )  # fmt: skip

    first, second = look(0), look(1)
    assert first.outcome == second.outcome == "ok"
    names = ["ParticipatingAgency091826am.xlsx", "pendingAgencies02272026am.xlsx"]
    assert [b.name for b in first.workbooks] == [b.name for b in second.workbooks] == names
    assert world.archive.get(first.workbooks[0].sha256) == b"PK\x03\x04 a workbook"
    assert first.workbooks[0].sha256 == second.workbooks[0].sha256
    assert first.workbooks[0].at == NOW
    statuses = [f.status for f in world.rows(Fetch) if f.purpose == "ice_workbook"]
    assert statuses == [200, 200, 304, 304]


@pytest.mark.parametrize(
    ("reply", "outcome"),
    [
        (Reply(b"<h1>287(g)</h1><p>The list moved.</p>", 200), "drift"),
        (Reply(b"<title>Access Denied</title>", 403), "blocked"),
        (Reply(b"gone", 404), "moved"),
    ],
)
def test_an_ice_page_without_workbooks(
    world: World, site: Site, reply: Reply, outcome: str
) -> None:
    site.pages["/287g"] = reply
    found = fetch_ice(
        world.engine, world.archive, page_url=f"{site.url}/287g", settings=SETTINGS, now=NOW
    )
    assert (found.outcome, found.workbooks) == (outcome, ())
    assert found.why


def test_times_run_on_with_an_unfrozen_clock(world: World, site: Site) -> None:
    site.page("/agendas/", _listed(("a.pdf", "January 6, 2026 Agenda")))
    site.pdf(f"{UPLOADS}/a.pdf", "a")
    world.add("town", f"{site.url}/agendas/")
    crawl_batch(world.engine, world.archive, [world.ids["town"]], settings=SETTINGS, now=NOW)
    times = [f.at for f in world.rows(Fetch)]
    assert times == sorted(times)
    assert NOW < times[-1] < NOW + timedelta(minutes=2)
    assert all(at.tzinfo == UTC for at in times)
