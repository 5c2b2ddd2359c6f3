"""The county's agreements as ICE posts them: linked when they should be, served as PDFs, read."""

from __future__ import annotations

import io
from datetime import date, timedelta

import openpyxl
import pypdfium2 as pdfium
import pytest

from demo.county import build
from demo.documents import agreement
from demo.ice import workbook
from demo.ice.agreements import COUNTY_AGREEMENTS
from demo.ice.signed import FOLDER, HOST, POSTED, Signed, link
from demo.servers import ice, serve
from demo.servers.answers import Request
from demo.timeline import FIRST_LOOK, LAST_LOOK
from nlp.agreement.read import read
from tests.demo.test_servers import ask

BY_NAME = {one.agency: one for one in COUNTY_AGREEMENTS}


@pytest.mark.parametrize("signed", POSTED, ids=lambda one: one.file)
def test_each_is_read_as_it_was_drawn(signed: Signed) -> None:
    data = agreement.render(signed)
    agreement.render.cache_clear()
    assert agreement.render(signed) == data
    found = read(data)
    agency = found.signature.agency
    assert (agency.name, agency.title) == (signed.local.name, signed.local.title)
    assert agency.date_as_printed == signed.local.date
    assert found.signature.ice.date == signed.on_list
    assert found.signature.date_doubts == ()
    assert signed.agency in found.signature.parties
    assert found.text[slice(*(found.span or ()))] == signed.local.date
    assert "555" in pdfium.PdfDocument(data)[2].get_textpage().get_text_range()
    assert "555" not in found.text


@pytest.mark.parametrize("signed", POSTED, ids=lambda one: one.file)
def test_each_belongs_to_a_signing_of_the_list(signed: Signed) -> None:
    listed = [one.signed for one in BY_NAME[signed.agency].signings]
    assert signed.on_list in listed


def test_a_link_appears_three_weeks_after_ice_signed() -> None:
    windlass = BY_NAME["Windlass Township Police Department"]
    (signing,) = windlass.signings
    day = signing.signed + timedelta(days=20)
    assert link(windlass, signing.signed, day) is None
    posted = link(windlass, signing.signed, day + timedelta(days=1))
    assert posted is not None
    assert posted.startswith(HOST + FOLDER)
    hollin = BY_NAME["Hollin Forge Township Police Department"]
    first, second = hollin.signings
    assert link(hollin, first.signed, date(2026, 9, 1)) is None
    assert link(hollin, second.signed, date(2026, 9, 1)) is not None


def test_one_link_leads_to_a_neighbours_agreement() -> None:
    (signing,) = BY_NAME["Elmstead Borough Police Department"].signings
    wrong = link(BY_NAME["Elmstead Borough Police Department"], signing.signed, LAST_LOOK.date())
    assert wrong is not None
    assert "Windlass" in wrong


def test_the_newest_workbooks_links_lead_to_pdfs_on_the_same_server() -> None:
    county = build()
    with serve(county) as servers:
        newest = [b for b in county.workbooks if b.kind == "participating"
                  and b.saved <= FIRST_LOOK][-1]  # fmt: skip
        data = ask(servers.ice_host + ice.path(county, newest))[1]
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        links = {
            cell.hyperlink.target
            for cell in sheet["G"]
            if cell.hyperlink and servers.ice_host in cell.hyperlink.target
        }
        assert links == {servers.ice_host + one.path for one in POSTED}
        for target in links:
            response, pdf = ask(target)
            assert (response.status, pdf[:5]) == (200, b"%PDF-")
            tag = response.headers["ETag"]
            assert ask(target, headers={"If-None-Match": tag})[0].status == 304


def test_a_workbook_keeps_its_other_links() -> None:
    newest = [b for b in build().workbooks if b.kind == "participating"][-1]
    moved = workbook.at(newest, "http://127.0.0.1:1")
    before = [row.moa for row in newest.rows if not row.state.startswith("PENN")]
    assert [row.moa for row in moved.rows if not row.state.startswith("PENN")] == before
    assert any(moa and moa.startswith(HOST) for moa in before)
    here = ice.answer(build(), Request("GET", FOLDER + "nobody.pdf"), LAST_LOOK)
    assert here.status == 404
