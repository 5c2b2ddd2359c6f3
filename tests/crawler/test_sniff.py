from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from crawler import fingerprints, linkage, platforms
from crawler.errors import UnknownPlatform
from crawler.job import AgreementJob, Job, KnownDocument, LookMemory, PageMemory, SourceJob
from crawler.policy import CrawlSettings
from crawler.process import lines_of
from crawler.sniff import file_name, media_type, same_text, sniff
from tests.crawler.world import NOW


def _office(member: str) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as book:
        book.writestr("[Content_Types].xml", "<Types/>")
        book.writestr(member, "x" * 9000)
    return data.getvalue()


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"\n\n junk before %PDF-1.4", "application/pdf"),
        (_office("word/document.xml"), "wordprocessingml.document"),
        (_office("xl/workbook.xml"), "spreadsheetml.sheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
        (b"{\\rtf1", "application/rtf"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html>", "text/html"),
        (b"<!-- saved --> <html>", "text/html"),
        (b"\x89PNG\r\n", "image/png"),
        (b"plain words", "text/plain"),
    ],
)
def test_media_types(body: bytes, kind: str) -> None:
    assert media_type(body, "text/plain; charset=utf-8").endswith(kind)


@pytest.mark.parametrize(
    ("body", "path", "problem"),
    [
        (b"%PDF-1.7", "/a.pdf", None),
        (b"%PDF-1.7", "/download.php?id=3", None),
        (b"", "/a.pdf", "the file is empty"),
        (b"<html>log in</html>", "/a.pdf", "a web page instead"),
        (b"<html>log in</html>", "/download.php?id=3", "a web page instead"),
        (b"<html>agenda</html>", "/AgendaCenter/ViewFile/Agenda/_01132026-1?html=true", None),
        (b"<html><title>404 Not Found</title></html>", "/minutes-page/", "an error page instead"),
        (b"<html><title>Just a moment...</title></html>", "/a.pdf", "a wall of Cloudflare"),
    ],
)
def test_documents(body: bytes, path: str, problem: str | None) -> None:
    found = sniff(body, f"https://exampleton.example{path}", {})
    assert (found.problem is None) == (problem is None)
    assert problem is None or problem in (found.problem or "")


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="a b.xlsx"', "a b.xlsx"),
        ("attachment; filename=plain.xlsx; size=3", "plain.xlsx"),
        ("attachment; filename*=UTF-8''a%20b.xlsx", "a b.xlsx"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename="C:\\evil\\x.pdf"', "x.pdf"),
        ('attachment; filename="a\u202efdp.exe"', "afdp.exe"),
        ("", "1-13-26 minutes.pdf"),
    ],
)
def test_names_are_for_people_only(header: str, name: str) -> None:
    headers = {"Content-Disposition": header} if header else {}
    assert file_name("https://x.example/f/1-13-26%20minutes.pdf", headers) == name


def test_pages_that_say_the_same() -> None:
    assert same_text(b"<html><script>1</script>a  b", b"<html><script>2</script>a b</html>")
    assert not same_text(b"<html>a", b"<html>b")
    assert not same_text(b"%PDF a", b"%PDF b")


@pytest.mark.parametrize(
    ("asked", "final", "away"),
    [
        ("http://exampleton.example/m/", "https://www.exampleton.example/m/", False),
        ("http://exampleton.example/m/", "https://exampleton.example/minutes/", False),
        ("http://pa-exampleton.civicplus.com/A", "https://www.exampleton.example/A", False),
        ("http://www.exampleton.example/", "https://www.exampleton.example/", False),
        ("http://exampleton.example/m/", "https://exampleton.example/", True),
        ("http://exampleton.example/m/", "https://parked.example.net/m/", True),
        ("http://127.0.0.1:1/m/", "http://127.0.0.1:2/m/", False),
    ],
)
def test_elsewhere(asked: str, final: str, away: bool) -> None:
    assert bool(fingerprints.elsewhere(asked, final)) == away


@pytest.mark.parametrize(
    ("url", "html", "platform", "reader"),
    [
        ("https://x.example/AgendaCenter", "", "civicplus", "civicplus"),
        ("https://x.example/299/Meetings", '<a href="/AgendaCenter">', "civicplus", "links"),
        ("https://x.example/minutes/", "/wp-content/uploads/", "wordpress", "links"),
        ("https://x.example/minutes/", "<p>", None, "links"),
        ("https://x.legistar.com/Calendar.aspx", "", "legistar", None),
        ("https://go.boarddocs.com/pa/x/Board.nsf/Public", "", "boarddocs", None),
        ("https://x.example/minutes/", '<iframe src="https://x.legistar.com">', "legistar", None),
        (
            "https://x.example/minutes/",
            '<a href="https://ecode360.com/X1">Code</a> <a href="/1-13-26.pdf">1-13-26 Minutes</a>',
            "links",
            "links",
        ),
    ],
)
def test_fingerprints(url: str, html: str, platform: str | None, reader: str | None) -> None:
    assert platforms.detect(url, html) == (platform, reader)


def test_a_saved_page_through_its_parser() -> None:
    url = "https://x.example/minutes/"
    page = b'<a href="/f/1-13-26.pdf">January 13, 2026 Minutes</a>'
    shape = platforms.parse(page, url).as_json()
    assert (shape["platform"], shape["url"], shape["outcome"]) == ("links", url, "ok")
    (row,) = shape["rows"]
    assert set(row) >= {"vendor_id", "title", "date", "time", "status", "location", "documents"}
    assert set(row["documents"][0]) == {
        "role", "role_confidence", "rule", "label", "url", "posted_at", "amended",
    }  # fmt: skip
    assert platforms.parse(b"<title>Just a moment...</title>", url).outcome == "blocked"
    assert platforms.parse(b"<title>Page not found</title>", url).outcome == "moved"
    legistar = platforms.parse(b"", "https://x.legistar.com/Calendar.aspx")
    assert (legistar.platform, legistar.outcome) == ("legistar", "drift")
    with pytest.raises(UnknownPlatform, match="did you mean 'civicplus'"):
        platforms.parse(page, url, platform="civiplus")


def test_a_builder_s_name_is_read_as_links() -> None:
    page = b'<a href="/f/1-13-26.pdf">January 13, 2026 Minutes</a>'
    for name in ("wordpress", "wix", "squarespace", "revize"):
        found = platforms.parse(page, "https://x.example/minutes/", platform=name)
        assert (found.platform, len(found.rows)) == ("links", 1)
    assert platforms.canonical("legistar") == "legistar"


def test_drive_links_lead_to_bytes() -> None:
    found = linkage.download_url("https://drive.google.com/file/d/1aB-_c/view?usp=sharing")
    assert found == "https://drive.google.com/uc?export=download&id=1aB-_c"
    assert linkage.download_url("https://x.example/a.pdf") == "https://x.example/a.pdf"


def test_a_job_survives_the_wire() -> None:
    source = SourceJob(
        "b/1", "links", "https://x.example/", "Council", False,
        LookMemory("r", "a" * 64, NOW.isoformat(), 1, 2, "ok", "", "links", "b" * 64, ("d",)),
        {"https://x.example/|": PageMemory("e", None, "a" * 64, ("d",))},
        {"d": KnownDocument("a" * 64, None, None, NOW, NOW, NOW.date(), "p", True)},
    )  # fmt: skip
    agreements = (AgreementJob("https://i.example/a.pdf", PageMemory("e", None, "c" * 64)),
                  AgreementJob("https://i.example/b.pdf"))  # fmt: skip
    job = Job("/archive", NOW, True, "agent", "r", CrawlSettings(), (source,), None, agreements,
              {"h": 1.0})  # fmt: skip
    assert Job.from_bytes(job.to_bytes()) == job


def test_lines_that_are_cut_off_are_no_events() -> None:
    assert lines_of(b"a\nb\nc") == ([b"a", b"b"], b"c")
    assert lines_of(b"") == ([], b"")
