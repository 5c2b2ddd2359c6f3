"""The page: order, structure, links, hostile text, words that are never used."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from audit.phrases import FORBIDDEN
from audit.values import Evidence
from reports import render
from reports.labels import LABELS, OVERLAYS
from reports.week import Card, Copy, Week
from tests.reports.pages import all_of, generated, parse, text_of
from tests.reports.weeks import card, quiet, quote, seen, table, voted, week

SECTIONS = (
    "What we saw, and what we did not",
    "Before the meeting",
    "Clocks",
    "ICE’s list this week",
    "Votes recorded",
    "Changed findings",
    "What the records show",
    "Gaps, and letters ready to send",
    "Corrections",
)
HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>\u202e{{ 7*7 }}'


@pytest.mark.parametrize("made", [week(), quiet(), week(public=True, cards=())])
def test_sections_stand_in_the_order_of_the_design(made: Week) -> None:
    root = parse(render.page(made))
    assert tuple(text_of(h2) for h2 in all_of(root, "//h2")) == SECTIONS
    assert all_of(root, "//footer//*[@id='method']")


@pytest.mark.parametrize("made", [week(), quiet()])
def test_headings_never_skip_a_level(made: Week) -> None:
    root = parse(render.page(made))
    levels = [int(str(h.tag)[1]) for h in all_of(root, "//h1|//h2|//h3|//h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in pairwise(levels))


def test_the_page_is_one_file_that_loads_and_runs_nothing() -> None:
    page = render.page(week())
    root = parse(page)
    assert root.get("lang") == "en"
    assert not all_of(root, "//script|//link|//img|//iframe|//object|//form|//base|//use")
    assert not re.search(r"url\(|@import|\son\w+=", page)
    (policy,) = all_of(root, "//meta[@http-equiv='Content-Security-Policy']")
    assert "default-src 'none'" in str(policy.get("content"))
    assert "unsafe" not in str(policy.get("content"))


def test_the_policy_names_the_style_sheet_by_its_hash() -> None:
    root = parse(render.page(week()))
    css = str(all_of(root, "//style")[0].text)
    assert render.POLICY.format(style=render.hash_of(css)) == all_of(
        root, "//meta[@http-equiv='Content-Security-Policy']"
    )[0].get("content")


def test_every_link_inside_the_page_has_its_target() -> None:
    root = parse(render.page(week()))
    ids = [str(one.get("id")) for one in all_of(root, "//*[@id]")]
    assert len(ids) == len(set(ids))
    links = [str(a.get("href")) for a in all_of(root, "//a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    named = [x for one in all_of(root, "//*[@aria-labelledby]")
             for x in str(one.get("aria-labelledby")).split()]  # fmt: skip
    assert set(named) <= set(ids)


def test_every_timeline_is_a_picture_with_title_and_description() -> None:
    root = parse(render.page(week()))
    drawings = all_of(root, "//figure/*[name()='svg']")
    assert len(drawings) == 3
    for svg in drawings:
        assert svg.get("role") == "img"
        words = [text_of(one) for one in all_of(svg, "./*[name()='title' or name()='desc']")]
        assert len(words) == 2
        assert all(words)


def test_a_card_tells_all_a_reader_needs_to_check_it() -> None:
    root = parse(render.page(week()))
    (article,) = all_of(root, "//article[@id='f-pa-alder-run-1']")
    words = text_of(article)
    for part in (
        "Vote before signing", "confidence: medium", "changed this week, before: No vote found",
        "Alder Run Borough Police Department", "Task Force Model", "Hadley County, PA",
        "voted 5–2 on 8 April 2026", "minutes of 8 April 2026, page 3",
        "captured 15 May 2026, 02:10 UTC", "12 expected, 12 read", "365 days from signing",
    ):  # fmt: skip
        assert part in words
    (mark,) = all_of(article, ".//mark")
    assert text_of(mark) == "to authorize the Chief to execute the agreement"
    (block,) = all_of(article, ".//blockquote")
    assert block.get("data-sha256") == quote().copy.sha256
    links = [str(a.get("href")) for a in all_of(article, ".//a")]
    assert f"{quote().copy.file}#page=3" in links
    assert quote().url in links


def test_every_meeting_stands_in_the_coverage_table() -> None:
    shown = card("CANNOT_TELL", tables=(table(states="rmauc"),))
    root = parse(render.page(week(cards=(shown,), letters=())))
    rows = all_of(root, "//article//tbody/tr")
    states = [text_of(all_of(row, "./td")[-1]) for row in rows]
    assert states == [
        "approved", "no minutes found", "minutes awaited",
        "held; not all pages readable", "cancelled, on record",
    ]  # fmt: skip


def test_what_was_not_read_is_said_first_and_by_name() -> None:
    root = parse(render.page(week()))
    first = text_of(all_of(root, "//section")[0])
    for part in (
        "2 of 5", "Ashgrove Township Board of Supervisors: the site turns our reader away",
        "last read 31 August 2026", "Ferrow Borough Council: its robots.txt",
        "never read so far", "Hadley County Prison Board: no source known",
        "Not monitored: one agency", "2,510 rows", "Ferrow, minutes of 10 Mar 2026: 2 of 4 pages",
    ):  # fmt: skip
        assert part in first


def test_an_old_list_of_ice_is_loud() -> None:
    held = seen().listed
    assert held is not None
    old = seen(listed=replace(held, age_days=9))
    assert "ICE’s list is 9 days old." in text_of(parse(render.page(week(seen=old))))
    assert "days old" not in text_of(parse(render.page(week())))
    assert "No ICE list is held." in text_of(parse(render.page(week(seen=seen(listed=None)))))


def test_empty_sections_say_of_how_many() -> None:
    words = text_of(parse(render.page(quiet())))
    assert "None found for the next ten days in the agendas of 2 of 2 bodies." in words
    assert "None found in the next 14 days for 1 of 1 findings." in words
    assert "None found in 20 of 21 documents that came in this week." in words
    assert "None found in 1 of 1 findings." in words
    assert "None found in 1 of 1 coverage tables." in words
    assert "None this week." in words


def test_cards_stand_by_news_then_leads_then_votes_never_by_town() -> None:
    plain = voted(id="pa-b-1", key="pa-b-1")
    changed = card(id="pa-z-1", key="pa-z-1", news="new")
    root = parse(render.page(week(cards=(plain, card(), changed))))
    heads = [text_of(one) for one in all_of(root, "//h3")]
    assert heads == [
        "New or changed this week", "Leads: no vote found in what we hold", "Votes on record",
    ]  # fmt: skip
    order = [str(one.get("id")) for one in all_of(root, "//article")]
    assert order == ["f-pa-z-1", "f-pa-pike-hollow-1", "f-pa-b-1"]


@pytest.mark.parametrize("label", [*LABELS, "SOME_LATER_LABEL"])
def test_every_label_has_a_card_or_a_row(label: str) -> None:
    root = parse(render.page(week(cards=(card(label, overlays=tuple(OVERLAYS)),))))
    (shown,) = all_of(root, "//*[@id='f-pa-pike-hollow-1']")
    assert "We found no record" in text_of(shown)


def test_missing_copies_and_passages_are_said() -> None:
    lost = quote(copy=Copy("ab" * 32, problem="our copy is damaged"), found=False, url=None)
    words = text_of(parse(render.page(week(cards=(voted(quotes=(lost,)),)))))
    assert "our copy (our copy is damaged)" in words
    assert "this passage was not found again on the stored page" in words


def _hostile() -> Week:
    bad: Card = voted(
        agency=HOSTILE, place=HOSTILE, model=HOSTILE, wording=HOSTILE, bodies=(HOSTILE,),
        reasons=(HOSTILE,), confidence=HOSTILE, overlays=(HOSTILE,), key=HOSTILE, was=HOSTILE,
        news="changed", tables=(table(HOSTILE),),
        quotes=(quote(HOSTILE, before=HOSTILE, after=HOSTILE, role=HOSTILE, says=HOSTILE),),
    )  # fmt: skip
    ahead = replace(week().ahead[0], body=HOSTILE, what=HOSTILE, place=HOSTILE, time=HOSTILE)
    return week(cards=(bad,), votes=(bad,), ahead=(ahead,), place=HOSTILE,
                seen=seen(without_source=(HOSTILE,), unmonitored=(HOSTILE,)))  # fmt: skip


def test_text_from_outside_stays_text() -> None:
    page = render.page(_hostile())
    root = parse(page)
    assert not all_of(root, "//script|//img")
    assert not [one for one in root.iter() if any(str(k).startswith("on") for k in one.attrib)]
    assert "{{ 7*7 }}" in text_of(root)
    assert {str(one.get("id")) for one in all_of(root, "//article")} == {
        week(cards=(voted(key=HOSTILE),)).cards[0].anchor
    }


@pytest.mark.parametrize("made", [week(), quiet(), week(public=True)])
def test_the_report_never_uses_the_words_of_the_third_promise(made: Week) -> None:
    assert not FORBIDDEN.search(generated(parse(render.page(made))))


def test_the_same_week_gives_the_same_page() -> None:
    assert render.page(week()) == render.page(week())


def test_a_week_of_thirty_findings_stays_small() -> None:
    many = tuple(card(id=f"k{i}", key=f"k{i}") for i in range(15))
    votes = tuple(voted(id=f"v{i}", key=f"v{i}") for i in range(15))
    assert len(render.page(week(cards=many + votes)).encode()) < 280_000


def test_evidence_has_the_fields_the_cards_read() -> None:
    """The card reads evidence as `audit` writes it; a renamed field must be noticed here."""
    assert {"sha256", "url", "role", "meeting_date", "page", "quote", "start", "end",
            "captured_at", "says"} <= set(Evidence.__dataclass_fields__)  # fmt: skip


def test_an_item_that_is_its_own_quote_is_told_once() -> None:
    item = replace(week().ahead[0], what="Motion to end", quote=quote("8. Motion to\nend it"))
    root = parse(render.page(week(ahead=(item,))))
    (row,) = all_of(root, "//section[@aria-labelledby='act']//tbody/tr")
    assert text_of(row).count("Motion to end") == 1
    (cited,) = all_of(row, ".//q")
    assert cited.text_content() == "8. Motion to\nend it"


def test_a_week_without_new_votes_says_how_many_stand() -> None:
    words = text_of(parse(render.page(week(votes=()))))
    assert "One finding below rests on an earlier one." in words
