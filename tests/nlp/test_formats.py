"""Old Word, rich text, Markdown and caption files: what is kept, what is left out, what is said."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp import errors
from nlp.pages import pages_of
from nlp.reading import read
from tests.nlp.old_word import container, word
from tests.real import needs_real, real

COUNCIL = "Minutes of the Exampleton Borough Council\r"


def _text(data: bytes, method: str) -> str:
    (page,) = pages_of(data).pages
    assert page.method == method
    return page.text


@pytest.mark.parametrize("wide", [False, True])
def test_old_word_shows_cells_fields_and_notes(wide: bool) -> None:
    data = word(
        COUNCIL + "Odell\x07yes\x07\x07Page \x13 PAGE \\* \x14 3\x15 of\x1e4\x0bend\r",
        notes="\x02 a note\r",
        wide=wide,
    )
    assert _text(data, "doc").split("\n") == [
        COUNCIL.strip(), "Odell\tyes", "Page  3 of-4", "end", "", " a note", ""
    ]  # fmt: skip


def test_old_word_beyond_the_basic_plane() -> None:
    assert "\U0001f600 of" in _text(word("Minutes \U0001f600 of the Council\r", wide=True), "doc")


@pytest.mark.parametrize("wide", [False, True])
def test_old_word_leaves_out_what_the_author_took_out(wide: bool) -> None:
    text = "Motion by Ms. Odell. Motion failed. Motion carried.\r"
    taken = [(text.index("Motion failed"), text.index("Motion carried"))]
    shown = _text(word(text, out=taken, wide=wide), "doc")
    assert shown == "Motion by Ms. Odell. Motion carried.\n"


def test_old_word_that_lacks_a_part_says_so() -> None:
    reading = read(word(COUNCIL * 3, cut=7), name="minutes.doc")
    assert [page.method for page in reading.pages] == ["doc", "none"]
    assert "1 of 2 pages could not be read" in reading.doubts


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        (word(COUNCIL, flags=0x0100), errors.EncryptedDocument, "encrypted"),
        (word(COUNCIL)[:900], errors.BrokenDocument, "damaged"),
        (container({"Workbook": b"x"}), errors.UnknownKind, r"old spreadsheet \(.xls\)"),
        (container({"Book": b"x"}), errors.UnknownKind, r"old spreadsheet \(.xls\)"),
        (container({"PowerPoint Document": b"x"}), errors.UnknownKind, r"slides \(.ppt\)"),
        (container({"EncryptedPackage": b"x"}), errors.EncryptedDocument, "password"),
        (container({"Contents": b"x"}), errors.UnknownKind, "unknown kind"),
        (container({"WordDocument": b"x"}), errors.BrokenDocument, "no Word text"),
        (container({"WordDocument": b"\xec\xa5\xc1"}), errors.BrokenDocument, "table of its text"),
        (b"{\\rtf1 " + b"{" * 5000, errors.BrokenDocument, "groups without end"),
    ],
)
def test_what_cannot_be_read_says_why(
    data: bytes, error: type[errors.Unreadable], says: str
) -> None:
    with pytest.raises(error, match=says):
        pages_of(data, "minutes.doc")


def _antiword(folder: Path, script: str) -> None:
    program = folder / "antiword"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)


def test_word_95_is_read_by_antiword_where_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = word(COUNCIL, version=0x65)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(errors.UnknownKind, match="install antiword"):
        pages_of(old)
    _antiword(tmp_path, "echo Minutes as antiword tells them")
    assert _text(old, "doc") == "Minutes as antiword tells them\n"
    _antiword(tmp_path, "exit 1")
    with pytest.raises(errors.BrokenDocument, match="antiword could not"):
        pages_of(old)


RICH = rb"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}{\f1\fcharset204 Times;}}
{\info{\title A title}}%s\par}"""


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (rb"caf\'e9 \u8217?s \u-10179?\u-8704? \{x\}", "café ’s \U0001f600 {x}"),
        (rb"{\uc2\u8220\'93\'94Aye\u8221\'93\'94}", "“Aye”"),
        (rb"A{\v hidden}B{\deleted gone}C{\b\v hid\v0 D}", "ABCD"),
        (rb"{\v x\plain y} {\deleted0 kept}", "y kept"),
        (rb"\trowd\cellx1 Odell\cell yes\cell\row", "Odell\tyes\t\n"),
        (rb"{\listtext\pard 1.\tab}Call {\pntext 2.\tab}Roll", "1.\tCall 2.\tRoll"),
        (rb"{\field{\*\fldinst HYPERLINK http://x.example}{\fldrslt the page}}", "the page"),
        (rb"{\shp{\*\shpinst{\sp{\sn a}{\sv b}}{\shptxt boxed}}{\shprslt boxed}}", "boxed"),
        (rb"{\f1\'cf\'f0\'ee}", "Про"),
        (rb"vote{\footnote a note} taken", "vote taken\n"),
        (rb"{\header Draft}{\*\unknown x}{\pict\bin4 }}}}ffd8}seen", "seen"),
        (b"bare \x93Aye\x94", "bare “Aye”"),
        (rb"a\~b\_c\-d\emdash e\tab f\line g\page h", "a\u00a0b\u2011cd—e\tf\ng\nh"),
    ],
)
def test_rich_text(source: bytes, shown: str) -> None:
    text = _text(RICH % source, "rtf")
    assert text.startswith(shown)
    assert "title" not in text


def test_rich_text_keeps_its_notes_at_the_end() -> None:
    assert _text(RICH % rb"vote{\footnote a note} taken", "rtf") == "vote taken\n\na note"


def test_rich_text_that_is_cut_says_so() -> None:
    made = pages_of((RICH % rb"Motion carried. The next motion")[:-10])
    assert [page.method for page in made.pages] == ["rtf", "none"]


MARKED = """---
title: Minutes
date: 2030-01-01
---
{0}# Exampleton Council
**Minutes** of March 3, 2026
{1}| Odell | yes |
"""


@pytest.mark.parametrize(
    ("marks", "numbers"),
    [
        (("<!-- Page 1 -->\n", "<!-- Page 2 -->\n"), [1, 2]),
        (("", "<!-- page 2 of 2 -->\n"), [1, 2]),
        (("", "<!-- PageBreak -->\n"), [1, 2]),
        (("", "<!-- Page 1 -->\n"), [1, 2]),
        (("<!-- Page 7 -->\n", "<!-- Page 9 -->\n"), [7, 9]),
        (("<!-- Page 9 -->\n", "<!-- Page 7 -->\n"), [1, 2]),
        (("", "\f"), [1, 2]),
        (("", "<!-- the clerk's remark -->"), [1]),
        (("<!-- new page -->", ""), [1]),
    ],
)
def test_markdown_pages(marks: tuple[str, str], numbers: list[int]) -> None:
    pages = pages_of(MARKED.format(*marks).encode("utf-8-sig")).pages
    assert [page.number for page in pages] == numbers
    assert {page.method for page in pages} == {"markdown"}
    assert pages[0].text.startswith("---\ntitle")
    assert "| Odell | yes |" in pages[-1].text


def test_markdown_front_matter_dates_nothing() -> None:
    assert read(MARKED.format("", "").encode()).meeting_date == "2026-03-03"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("# Minutes\n\n**Present:** Odell\n", "markdown"),
        ("# A\n\n# B\n\n# C\n", "markdown"),
        ("[Agenda](https://town.example/a) and\n\n| a | b |\n|---|---|\n", "markdown"),
        ("MINUTES\n# 5 was moved. * * * Motion carried 5-2 ** see note\n", "text"),
        ("---------\nMINUTES\n---------\nA | B\n", "text"),
        ("Minutes of 12:30 --> 13:00\n", "text"),
        ("1. Call to order\n\n2. Roll\n", "text"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nAye.\n", "captions"),
        ("\ufeff1\r\n00:00:01,000 --> 00:00:02,000\r\nAye.\r\n", "captions"),
        ("0:00:01.000,0:00:02.000\nAye.\n", "captions"),
        ("WEBVTT, is what a caption file begins with.\n" * 3, "text"),
    ],
)
def test_the_text_decides_the_kind(text: str, kind: str) -> None:
    assert pages_of(text.encode()).kind == kind


def _vtt(*cues: str) -> bytes:
    times = ("00:00:{0:02d}.000 --> 00:00:{0:02d}.900".format(n % 60) for n in range(len(cues)))
    return ("WEBVTT\n\n" + "\n\n".join(map("\n".join, zip(times, cues, strict=True)))).encode()


def test_vtt_voices_and_tags() -> None:
    data = (
        b"WEBVTT - Council\nKind: captions\n\nNOTE hello\nthere\n\nSTYLE\n::cue { }\n\n"
        b"first\n00:01.000 --> 00:02.000 align:start\n<v.loud Mayor Odell>Good evening &amp; "
        b"welcome.</v>\n\n00:03.000 --> 00:04.000\n<v Mayor Odell>I call <c.yellow>the</c>\n"
        b"<00:03.500><i>meeting</i> to order.\n\n00:05.000 --> 00:06.000\n"
        b"<v Ms. Brandt>I move approval.<v Mr. Reyes>Second.\n"
    )
    assert _text(data, "captions").split("\n") == [
        "Mayor Odell: Good evening & welcome. I call the meeting to order.",
        "Ms. Brandt: I move approval.",
        "Mr. Reyes: Second.",
    ]


def test_srt_changes_of_speaker() -> None:
    data = (
        b"1\n00:00:01,000 --> 00:00:02,000\n&gt;&gt; MAYOR ODELL: All in\nfavor?\n\n"
        b"2\n00:00:02,000 --> 00:00:03,000\n>> Aye. >> Aye.\n\n3\n00:00:03,000 --> 00:00:04,000\n"
        b"- Yes.\n- No.\n4\n00:00:04,000 --> 00:00:05,000\n{\\an8}BRANDT: Opposed\n"
    )
    assert _text(data, "captions").split("\n") == [
        ">> MAYOR ODELL: All in favor?", ">> Aye.", ">> Aye.", ">> Yes.", ">> No.",
        "BRANDT: Opposed",
    ]  # fmt: skip


LINES = [f"line number {n} of the talk" for n in range(40)]


@pytest.mark.parametrize(
    "cues",
    [
        [f"{a}\n{b}" for a, b in pairwise(LINES)],
        [c for a, b in pairwise(LINES) for c in (a, f"{a}\n{b}")],
        [" ".join(LINES[n].split()[:k]) for n in range(40) for k in (4, 5, 6)],
    ],
    ids=["two lines roll", "shown alone and above the next", "word by word"],
)
def test_lines_that_roll_up_are_told_once(cues: list[str]) -> None:
    assert _text(_vtt(*cues), "captions").replace("\n", " ") == " ".join(LINES)


def test_equal_votes_one_after_another_are_told_each() -> None:
    cues = [f"Councilmember {name}?\nYes." for name in ("Odell", "Brandt", "Reyes")]
    assert _text(_vtt("Roll call.", "Yes.", "Yes.", *cues), "captions").count("Yes.") == 5


@pytest.mark.parametrize(
    ("data", "name", "doubt"),
    [
        (RICH % b"x", "minutes.doc", "named or sent as doc, but the bytes are rtf"),
        (b"Minutes", "minutes.vtt", "named or sent as captions, but the bytes are text"),
        (word(COUNCIL), "minutes.doc", None),
        (_vtt("Aye"), "meeting.SRT", None),
    ],
)
def test_a_wrong_name_is_a_doubt(data: bytes, name: str, doubt: str | None) -> None:
    assert pages_of(data, name).doubts == ((doubt,) if doubt else ())


SAMPLES = {
    "doc": word(COUNCIL * 20, out=[(5, 9)]),
    "rtf": RICH % (rb"caf\'e9 \u8217? {\listtext 1.\tab}{\v x}\par " * 20),
    "markdown": MARKED.format("<!-- Page 1 -->", "<!-- Page 2 -->").encode(),
    "captions": _vtt("<v Odell>I move", "Second &amp; third", ">> Aye."),
}


def _cut(data: bytes, at: int) -> bytes:
    return data[: at % len(data)]


def _flipped(data: bytes, at: int) -> bytes:
    spoiled = bytearray(data)
    for offset in range(3):
        spoiled[(at * 7919 + offset * 104729) % len(data)] ^= 1 + at % 255
    return bytes(spoiled)


def _repeated(data: bytes, at: int) -> bytes:
    start = at % len(data)
    return data[:start] + data[start : start + 64] * 20 + data[start:]


@pytest.mark.parametrize("spoil", [_cut, _flipped, _repeated])
@pytest.mark.parametrize("data", SAMPLES.values(), ids=SAMPLES.keys())
@given(at=st.integers(0, 20_000))
def test_spoilt_files_give_pages_or_a_named_refusal(
    data: bytes, spoil: Callable[[bytes, int], bytes], at: int
) -> None:
    try:
        pages = pages_of(spoil(data, at)).pages
    except errors.Unreadable:
        return
    assert pages
    assert all(page.text.encode() is not None for page in pages)


MEGABYTE = 1_000_000
HOSTILE = {
    "rtf groups": rb"{\rtf1 " + rb"{\b }" * (MEGABYTE // 5),
    "rtf words": rb"{\rtf1 " + rb"\b\v0" * (MEGABYTE // 5),
    "rtf fields": rb"{\rtf1 " + (rb"{\field{\*\fldinst{" * 40 + b"}" * 120) * 1100,
    "rtf hex": rb"{\rtf1 " + rb"\'e9" * (MEGABYTE // 4),
    "markdown marks": b"<!-- Page 1 -->\n" * (MEGABYTE // 16),
    "markdown stars": b"---\n" + b"**" * (MEGABYTE // 2),
    "markdown brackets": b"# x\n" + b"![" * (MEGABYTE // 2),
    "markdown rules": b"# x\n" + b"|---" * (MEGABYTE // 4),
    "captions one cue": b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b">> " * (MEGABYTE // 3),
    "captions tags": b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v x" * (MEGABYTE // 4),
    "captions lines": b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"a\n" * (MEGABYTE // 2),
    "captions cues": b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\nthe same words\n\n" * 22_000,
    "captions grown": b"WEBVTT\n\n"
    + b"".join(b"00:01.000 --> 00:02.000\nx y z" + b" a" * (n % 50) + b"\n" for n in range(12_000)),
    "old word pieces": word(COUNCIL * 900),
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_megabyte_of(data: bytes) -> None:
    assert pages_of(data).pages


def test_old_word_whose_pieces_repeat_is_refused() -> None:
    data = bytearray(word(COUNCIL * 50))
    at = data.index((0).to_bytes(4, "little") + (len(COUNCIL) * 25).to_bytes(4, "little"))
    data[at + 8 : at + 12] = (2**30).to_bytes(4, "little")
    with pytest.raises(errors.BrokenDocument, match="table of its text"):
        pages_of(bytes(data))


@needs_real
@pytest.mark.real
def test_real_files_of_these_kinds() -> None:
    root = real("minutes")
    for path in sorted(root.rglob("*.doc")):
        (page,) = pages_of(path.read_bytes(), path.name).pages
        assert page.method == "doc"
        assert page.confidence > 0.9
        assert "Commissioner Schultz" in page.text or "Diann G. Schultz" in page.text
    marked = [p for p in sorted(root.rglob("*.md")) if b"<!-- Page 2 -->" in p.read_bytes()]
    assert len(marked) >= 10
    for path in marked:
        made = pages_of(path.read_bytes(), path.name)
        assert made.kind == "markdown"
        assert [page.number for page in made.pages] == list(range(1, len(made.pages) + 1))
        assert len(made.pages) == path.read_text("utf-8").count("<!-- Page ")


def test_the_samples_are_of_the_kinds_they_are_named_for() -> None:
    assert {kind: pages_of(data).kind for kind, data in SAMPLES.items()} == {k: k for k in SAMPLES}
