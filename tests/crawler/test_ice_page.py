from __future__ import annotations

import pytest

from crawler.ice_page import unwrapped, workbook_links

PAGE = "https://www.ice.gov/identify-and-arrest/287g"
SAFE = "https://gcc02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ice.gov%2Fdoclib%2Fx.xlsx&data=1"
LINKS = [
    ("/doclib/participatingAgencies.xlsx", "Participating", True),
    ("/doclib/about/offices/ero/287g/participatingAgencies01072026am.xlsx", "List", True),
    ("/doclib/287gParticipatingAgencies091526pm.XLSX", "List", True),
    ("/doclib/ParticipatingAgency091826am.xlsx", "List", True),
    ("/doclib/participatingAgencies%2012.15.07%20AM.xlsx", "List", True),
    ("/file-download/download/public/185939", "Participating Agencies", True),
    ("/file-download/download/public/186678", "as of April 8", True),
    ("/list/current", "currently participating agencies", True),
    (SAFE, "List", True),
    ("/doclib/287gMOA/Exampleton_TFM_MOA.pdf", "Exampleton, participating agency", False),
    ("/identify-and-arrest/287g#participating", "Participating Agencies", False),
    ("/news/releases/287g", "News", False),
    ("mailto:ERO287g@ice.gov", "participating agencies", False),
    ("", "participating agencies", False),
]


@pytest.mark.parametrize(("href", "label", "found"), LINKS)
def test_shapes(href: str, label: str, found: bool) -> None:
    html = f'<p><a href="{href}">{label}</a></p>'.encode()
    assert bool(workbook_links(html, PAGE)) == found


def test_order_kind_and_repeats() -> None:
    html = b"""<a href="/a/participatingAgencies03022026am.xlsx">Participating Agencies</a>
    <a href="/file-download/download/public/7">Pending Agencies</a>
    <a href="/a/participatingAgencies03022026am.xlsx">again</a>"""
    found = workbook_links(html, PAGE)
    assert [(w.url, w.kind) for w in found] == [
        ("https://www.ice.gov/a/participatingAgencies03022026am.xlsx", "participating"),
        ("https://www.ice.gov/file-download/download/public/7", "pending"),
    ]


def test_safelinks_are_unwrapped() -> None:
    assert unwrapped(SAFE) == "https://www.ice.gov/doclib/x.xlsx"
    assert unwrapped(" /x.xlsx ") == " /x.xlsx "
