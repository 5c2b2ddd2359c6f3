"""Agreements through the real child: over time, from hostile servers, and when it is killed."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from crawler.agreements import MOST, due, judged
from crawler.fetch_agreements import Asked, fetch_agreements
from store.tables import AgreementLink, Blob, Fetch
from store.verify import verify
from tests.crawler.site import PDF, Reply, Site
from tests.crawler.world import NOW, SETTINGS, World

PATH = "/doclib/287gMOA/FernwickBoroughPD.pdf"
BRISK = replace(SETTINGS, delay_seconds=0.0)
DENIED = "<html><title>Access Denied</title><h1>Access Denied</h1></html>"


def _ask(world: World, *urls: str, days: float = 0, most: int = MOST) -> tuple[Asked, ...]:
    return fetch_agreements(
        world.engine, world.archive, urls, settings=BRISK, now=NOW + timedelta(days=days),
        frozen_clock=True, most=most,
    )  # fmt: skip


def _link(world: World) -> AgreementLink:
    (found,) = world.rows(AgreementLink)
    return found


def test_absent_posted_unchanged_replaced_gone(world: World, site: Site) -> None:
    url = site.url + PATH
    (asked,) = _ask(world, url)
    assert (asked.outcome, asked.new) == ("moved", False)
    assert (_link(world).sha256, _link(world).first_asked) == (None, NOW)

    first = site.pdf(PATH, "first")
    assert _ask(world, url, days=3) == ()
    (asked,) = _ask(world, url, days=7)
    assert (asked.outcome, asked.new) == ("ok", True)
    held = _link(world)
    assert (world.archive.get(held.sha256 or ""), held.captured_at) == (
        first,
        NOW + timedelta(days=7),
    )

    assert _ask(world, url, days=66) == ()
    site.log.clear()
    (asked,) = _ask(world, url, days=68)
    assert (asked.outcome, asked.new) == ("ok", False)
    assert site.paths() == [PATH]
    assert site.asked(PATH)[0].headers["If-None-Match"] == held.etag

    second = site.pdf(PATH, "second")
    (asked,) = _ask(world, url, days=130)
    assert asked.new
    assert world.archive.get(_link(world).sha256 or "") == second

    del site.pages[PATH]
    (asked,) = _ask(world, url, days=200)
    assert (asked.outcome, asked.new) == ("moved", False)
    now = _link(world)
    assert (now.outcome, now.why) == ("moved", "the server answered 404")
    assert world.archive.get(now.sha256 or "") == second
    assert now.captured_at == NOW + timedelta(days=130)

    fetches = [f for f in world.rows(Fetch) if f.purpose == "agreement"]
    assert [f.status for f in fetches] == [404, 200, 304, 200, 404]
    assert verify(world.engine, world.archive).ok


@pytest.mark.parametrize(
    ("status", "body", "headers", "outcome", "why"),
    [
        (200, PDF, {}, "ok", ""),
        (200, PDF, {"Content-Type": "text/html"}, "ok", ""),
        (200, DENIED, {}, "blocked", "a wall of Akamai instead of the page"),
        (200, "<html><body>Agreements</body></html>", {}, "drift",
         "a web page instead of the agreement"),
        (200, "<html><title>Page not found</title></html>", {}, "moved", "not found"),
        (200, b"PK\x03\x04xl/", {}, "drift", "a file of another kind"),
        (200, b"", {}, "empty_suspicious", "the file is empty"),
        (403, DENIED, {}, "blocked", "a wall of Akamai instead of the page"),
        (403, b"", {}, "blocked", "the server answered 403"),
        (404, DENIED, {}, "moved", "the server answered 404"),
        (410, b"gone", {}, "moved", "the server answered 410"),
        (503, b"busy", {}, "unreachable", "the server answered 503"),
    ],
)  # fmt: skip
def test_what_an_answer_amounts_to(
    status: int, body: str | bytes, headers: dict[str, str], outcome: str, why: str
) -> None:
    data = body.encode() if isinstance(body, str) else body
    found = judged(status, data, "https://ice.example/a.pdf", headers)
    assert found.outcome == outcome
    assert why in found.why.lower() if why == "not found" else why in found.why


def test_what_stands_in_the_agreements_place_is_archived_and_is_no_agreement(
    world: World, site: Site
) -> None:
    site.page(PATH, DENIED)
    (asked,) = _ask(world, site.url + PATH)
    assert (asked.outcome, asked.new, _link(world).sha256) == ("blocked", False, None)
    (fetch,) = [f for f in world.rows(Fetch) if f.purpose == "agreement"]
    assert world.archive.get(fetch.sha256 or "") == DENIED.encode()


def test_a_redirect_is_followed_to_public_addresses_only(world: World, site: Site) -> None:
    for target in ("http://10.1.2.3/secret.pdf", "http://169.254.169.254/", "file:///etc/passwd"):
        site.pages[PATH] = Reply(status=302, headers={"Location": target})
        path = f"{PATH}?{len(world.rows(AgreementLink))}"
        site.pages[path] = site.pages[PATH]
        (asked,) = _ask(world, site.url + path)
        assert asked.outcome in ("unreachable", "robots", "moved"), target
        assert not asked.new
    data = site.pdf("/moved.pdf", "moved")
    site.pages[PATH] = Reply(status=301, headers={"Location": f"{site.url}/moved.pdf"})
    (asked,) = _ask(world, site.url + PATH)
    assert (asked.outcome, asked.new) == ("ok", True)
    assert data in {world.archive.get(b.sha256) for b in world.rows(Blob)}


def test_robots_txt_is_asked_first_and_kept(world: World, site: Site) -> None:
    site.page("/robots.txt", "User-agent: *\nDisallow: /doclib/\n", "text/plain")
    site.pdf(PATH, "first")
    (asked,) = _ask(world, site.url + PATH)
    assert (asked.outcome, site.paths()) == ("robots", [])


def test_nothing_listens(world: World) -> None:
    (asked,) = _ask(world, "http://127.0.0.1:9/a.pdf")
    assert asked.outcome == "unreachable"


def test_one_run_asks_for_so_many_the_first_first_and_the_next_goes_on(
    world: World, site: Site
) -> None:
    urls = [f"{site.url}/moa/{n}.pdf" for n in range(5)]
    for n in range(5):
        site.pdf(f"/moa/{n}.pdf", str(n))
    asked = [{a.url for a in _ask(world, *urls, most=2)} for _ in range(4)]
    assert asked == [set(urls[:2]), set(urls[2:4]), set(urls[4:]), set()]
    assert sorted(site.paths()) == [f"/moa/{n}.pdf" for n in range(5)]


def test_killed_in_the_middle_what_came_is_kept_and_the_rest_is_asked_again(
    world: World, site: Site
) -> None:
    urls = [f"{site.url}/moa/{n}.pdf" for n in range(3)]
    for n in range(3):
        site.pdf(f"/moa/{n}.pdf", str(n))
    site.pages["/moa/1.pdf"] = Reply(raw=b"")

    def told(_: str, done: int, of: int | None) -> None:
        if done == 1 and of == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch_agreements(
            world.engine, world.archive, urls, settings=SETTINGS, now=NOW, frozen_clock=True,
            progress=told,
        )  # fmt: skip
    assert urls[0] in {a.url for a in world.rows(AgreementLink)}
    site.pdf("/moa/1.pdf", "1")
    _ask(world, *urls, days=1)
    links = {a.url: a for a in world.rows(AgreementLink)}
    assert [links[url].outcome for url in urls] == ["ok", "ok", "ok"]
    assert site.paths().count("/moa/0.pdf") == 1
    assert verify(world.engine, world.archive).ok


AT = datetime(2026, 6, 1, tzinfo=UTC)


def _known(url: str, outcome: str, days: float) -> AgreementLink:
    asked = AT - timedelta(days=days)
    return AgreementLink(url=url, first_asked=asked, last_asked=asked, outcome=outcome)


@pytest.mark.parametrize(
    ("outcome", "days", "asked"),
    [
        ("ok", 59.9, False), ("ok", 60, True), ("moved", 6, False), ("moved", 7, True),
        ("blocked", 7, True), ("robots", 3, False), ("drift", 7, True),
        ("unreachable", 0.5, False), ("unreachable", 1, True),
    ],
)  # fmt: skip
def test_when_an_address_is_asked_again(outcome: str, days: float, asked: bool) -> None:
    known = {"a": _known("a", outcome, days)}
    assert due(["a"], known, AT) == (["a"] if asked else [])


def test_new_ones_come_first_then_those_that_wait_longest() -> None:
    known = {
        "old": _known("old", "ok", 70), "older": _known("older", "moved", 80),
        "fresh": _known("fresh", "ok", 1),
    }  # fmt: skip
    assert due(["old", "older", "fresh", "b", "a", "b"], known, AT) == ["b", "a", "older", "old"]
    assert due(["old", "older", "b", "a"], known, AT, most=3) == ["b", "a", "older"]
    assert len(due([str(n) for n in range(100)], {}, AT)) == MOST
