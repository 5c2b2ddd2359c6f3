"""What a look amounts to on sites that misbehave: one batch, one child, one outcome each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass

import pytest

from crawler.harvest import Look
from store.tables import Capture, Document, Fetch, Host, Observation
from tests.crawler.site import Reply, Site, serving
from tests.crawler.world import World

# One batch for the whole module: spread over workers, it would be crawled by each of them.
pytestmark = pytest.mark.xdist_group("looks")

LIST = '<h1>Minutes</h1><ul><li><a href="/files/1-13-26-minutes.pdf">January 13, 2026</a></ul>'
HTML = {"Content-Type": "text/html"}


@dataclass(frozen=True)
class Done:
    world: World
    looks: dict[str, Look]
    sites: dict[str, Site]


def _good(site: Site) -> None:
    site.page("/minutes/", LIST)
    site.pdf("/files/1-13-26-minutes.pdf", "minutes")


def _forbidden(site: Site) -> None:
    site.pages["/minutes/"] = Reply(b"<h1>Forbidden</h1>", 403, HTML)


def _wall(site: Site) -> None:
    body = "<html><head><title>Just a moment...</title></head><body>checking</body></html>"
    site.page("/minutes/", body)


def _soft_404(site: Site) -> None:
    body = "<html><head><title>Page not found - Exampleton</title></head><body>Sorry</body></html>"
    site.page("/minutes/", body)


def _gone(site: Site) -> None:
    site.pages["/minutes/"] = Reply(b"gone", 410, HTML)


def _empty_answer(site: Site) -> None:
    site.pages["/minutes/"] = Reply(b"", 200, HTML)


def _says_nothing_yet(site: Site) -> None:
    site.page("/minutes/", "<h1>Minutes</h1><p>No minutes are available at this time.</p>")


def _no_documents(site: Site) -> None:
    site.page("/minutes/", "<h1>Welcome</h1><p>Exampleton is a fine place.</p>")


def _robots_503(site: Site) -> None:
    _good(site)
    site.pages["/robots.txt"] = Reply(b"busy", 503)


def _robots_dropped(site: Site) -> None:
    _good(site)
    site.pages["/robots.txt"] = Reply(raw=b"")


def _robots_says_no(site: Site) -> None:
    _good(site)
    site.page("/robots.txt", "User-agent: *\nDisallow: /\n", "text/plain")


def _robots_is_a_page(site: Site) -> None:
    _good(site)
    site.page("/robots.txt", "<html>Welcome to Exampleton. Disallow: /</html>")


def _server_error(site: Site) -> None:
    site.pages["/minutes/"] = Reply(b"oops", 500, HTML)


def _cut_short(site: Site) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<h1>Min"
    site.pages["/minutes/"] = Reply(raw=head)


def _dropped(site: Site) -> None:
    site.pages["/minutes/"] = Reply(raw=b"")


def _no_length(site: Site) -> None:
    _good(site)
    site.pages["/minutes/"] = Reply(LIST.encode(), 200, HTML, length=False)


def _to_private(site: Site) -> None:
    site.pages["/minutes/"] = Reply(b"", 302, {"Location": "http://10.1.2.3/minutes/"})


def _to_number(site: Site) -> None:
    site.pages["/minutes/"] = Reply(b"", 302, {"Location": "http://2852039166/minutes/"})


def _to_front_page(site: Site) -> None:
    site.pages["/minutes/"] = Reply(b"", 301, {"Location": "/"})
    site.page("/", LIST)


def _endless_redirect(site: Site) -> None:
    site.pages["/minutes/"] = Reply(b"", 302, {"Location": "/minutes/"})


def _html_as_pdf(site: Site) -> None:
    site.page("/minutes/", LIST)
    site.page("/files/1-13-26-minutes.pdf", "<html><body>Log in to read this</body></html>")


def _document_gone(site: Site) -> None:
    site.page("/minutes/", LIST)


def _documents_walled(site: Site) -> None:
    site.page("/minutes/", LIST)
    site.pages["/files/1-13-26-minutes.pdf"] = Reply(b"no", 403, HTML)


def _endless_calendar(site: Site) -> None:
    _good(site)
    links = "".join(f'<a href="/calendar/?month={n}">{n}</a>' for n in range(40))
    site.pages["/minutes/"].body += f"<h2>Meetings</h2>{links}".encode()


def _bomb(site: Site) -> None:
    import gzip

    site.pages["/minutes/"] = Reply(
        gzip.compress(b"<p>" + b"x" * (80 << 20)), 200, {**HTML, "Content-Encoding": "gzip"}
    )


CASES = {
    "good": (_good, "ok"),
    "forbidden": (_forbidden, "blocked"),
    "wall": (_wall, "blocked"),
    "soft-404": (_soft_404, "moved"),
    "gone": (_gone, "moved"),
    "empty-answer": (_empty_answer, "empty_suspicious"),
    "nothing-yet": (_says_nothing_yet, "empty_confirmed"),
    "no-documents": (_no_documents, "empty_suspicious"),
    "robots-503": (_robots_503, "robots"),
    "robots-dropped": (_robots_dropped, "robots"),
    "robots-no": (_robots_says_no, "robots"),
    "robots-page": (_robots_is_a_page, "ok"),
    "error-500": (_server_error, "unreachable"),
    "cut-short": (_cut_short, "unreachable"),
    "dropped": (_dropped, "unreachable"),
    "no-length": (_no_length, "ok"),
    "to-private": (_to_private, "unreachable"),
    "to-number": (_to_number, "unreachable"),
    "to-front-page": (_to_front_page, "moved"),
    "endless-redirect": (_endless_redirect, "unreachable"),
    "html-as-pdf": (_html_as_pdf, "ok"),
    "document-gone": (_document_gone, "ok"),
    "documents-walled": (_documents_walled, "blocked"),
    "endless-calendar": (_endless_calendar, "ok"),
    "bomb": (_bomb, "unreachable"),
}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Done]:
    world = World(tmp_path_factory.mktemp("looks"))
    sites: dict[str, Site] = {}
    with ExitStack() as stack:
        for name, (script, _) in CASES.items():
            sites[name] = stack.enter_context(serving())
            script(sites[name])
            world.add(name, f"{sites[name].url}/minutes/")
        with serving() as down:
            url = down.url
        world.add("down", f"{url}/minutes/")
        world.add("another-vendor", "https://exampleton.example/", "boarddocs")
        world.add("by-hand", f"{sites['good'].url}/", state="manual", reason="paper only")
        yield Done(world, world.look(*CASES, "down", "another-vendor"), sites)
    world.close()


@pytest.mark.parametrize("name", [*CASES, "down", "another-vendor"])
def test_each_site_ends_in_its_outcome(done: Done, name: str) -> None:
    expected = {"down": "unreachable", "another-vendor": "drift"}.get(name) or CASES[name][1]
    assert done.looks[name].outcome == expected, done.looks[name].why
    (kept,) = done.world.of(Observation, name)
    assert kept.outcome == expected
    assert kept.complete == (expected in ("ok", "empty_confirmed"))
    assert expected == "ok" or kept.why


def test_nothing_is_asked_where_robots_forbids(done: Done) -> None:
    for name in ("robots-503", "robots-dropped", "robots-no"):
        assert done.sites[name].paths() == []


def test_a_private_address_is_never_connected_to(done: Done) -> None:
    assert "no public address" in done.looks["to-private"].why


def test_another_vendor_is_named(done: Done) -> None:
    assert done.looks["another-vendor"].why == "published on boarddocs, which cannot be read yet"


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("html-as-pdf", "a web page instead of the document"),
        ("document-gone", "the server answered 404"),
        ("documents-walled", "the server answered 403"),
    ],
)
def test_what_is_no_document_is_no_capture(done: Done, name: str, problem: str) -> None:
    (document,) = done.world.of(Document, name)
    assert document.problem == problem
    assert document.id not in {c.document_id for c in done.world.rows(Capture)}


def test_a_calendar_is_not_walked(done: Done) -> None:
    assert not [p for p in done.sites["endless-calendar"].paths() if "month" in p]


def test_every_request_has_its_row(done: Done) -> None:
    fetches = done.world.of(Fetch, "good")
    assert [(f.purpose, f.status) for f in fetches] == [("listing", 200), ("document", 200)]
    listing, document = fetches
    assert done.world.archive.get(listing.sha256).startswith(b"<h1>Minutes")
    assert document.headers["Content-Type"] == "application/pdf"
    assert document.size == len(done.world.archive.get(document.sha256))
    robots = [f for f in done.world.rows(Fetch) if f.purpose == "robots"]
    assert len(robots) == len(CASES) + 3  # one each, the one down, the two private addresses


def test_a_redirect_is_on_record(done: Done) -> None:
    (fetch,) = done.world.of(Fetch, "to-front-page")
    assert fetch.url.endswith("/minutes/")
    assert fetch.final_url == f"{done.sites['to-front-page'].url}/"


def test_a_redirect_that_is_not_followed_is_on_record(done: Done) -> None:
    (fetch,) = done.world.of(Fetch, "to-private")
    assert (fetch.status, fetch.final_url) == (None, "http://10.1.2.3/minutes/")
    assert fetch.url == f"{done.sites['to-private'].url}/minutes/"


def test_hosts_remember_when_they_were_asked(done: Done) -> None:
    keys = {h.key for h in done.world.rows(Host)}
    assert f"127.0.0.1:{done.sites['good'].port}" in keys


def test_the_listing_is_kept_as_it_was_seen(done: Done) -> None:
    (kept,) = done.world.of(Observation, "good")
    import json

    rows = json.loads(done.world.archive.get(kept.listing_sha256))
    assert [(r["date"], [d["role"] for d in r["documents"]]) for r in rows] == [
        ("2026-01-13", ["minutes"])
    ]
