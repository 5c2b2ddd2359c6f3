"""A stage that reads otherwise has another version: else stored readings are never read again.

Owns the comparison with tests/evaluate/digest.json; a message of it says what to do.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from nlp.pipeline import Options
from nlp.reading import read
from nlp.versions import current
from tests.evaluate.digest import (
    GOLDEN,
    Digest,
    Golden,
    compare,
    digest,
    messages,
    read_all,
    samples,
)

NOW = current(Options())
WAS = Digest(
    "minutes", "text", ("plain",), {"pages.text": "a", "rules.meta": "b", "rules.motions": "c"}
)
GOLD = Golden(NOW, {"key": WAS})


def _read(**stages: str) -> Digest:
    renamed = {name.replace("_", "."): value for name, value in stages.items()}
    return Digest(WAS.kind, WAS.form, WAS.methods, {**WAS.stages, **renamed})


def _told(now: Digest, versions: Mapping[str, str]) -> list[str]:
    return messages(GOLD, versions, compare(GOLD, versions, [("alder.txt", "key", now)]))


@pytest.mark.timeout(300)
def test_every_document_is_read_as_its_versions_promise() -> None:
    golden, found = Golden.load(), read_all()
    told = messages(golden, NOW, compare(golden, NOW, found))
    assert not told, "\n".join(told)
    compared = sum(at in golden.readings for _, at, _ in found)
    assert compared >= 60, f"{GOLDEN.name} holds only {compared} of {len(found)} documents"


def test_the_same_reading_under_the_same_versions_is_no_message() -> None:
    assert _told(WAS, NOW) == []


@pytest.mark.parametrize(
    ("changed", "raised", "says"),
    [
        ({"rules_motions": "x"}, (), "raise rules.motions"),
        ({"rules_meta": "x", "rules_motions": "x"}, (), "from rules.meta on"),
        ({"rules_motions": "x"}, ("rules.motions",), "The version is raised: run"),
        ({"rules_motions": "x"}, ("rules.outline",), "The version is raised: run"),
        ({"rules_motions": "x"}, ("pages.pdf",), "raise rules.motions"),
        ({"pages_text": "x", "rules_motions": "x"}, ("rules.motions",), "raise pages.text"),
        ({"pages_text": "x"}, ("pages.text",), "The version is raised: run"),
        ({}, ("rules.meta",), "has other numbers"),
    ],
)
def test_what_a_change_asks_for(
    changed: dict[str, str], raised: tuple[str, ...], says: str
) -> None:
    told = _told(_read(**changed), {**NOW, **dict.fromkeys(raised, "next")})
    assert len(told) == 1
    assert says in told[0]


def test_a_topic_file_alone_asks_for_nothing() -> None:
    topics = NOW["rules.topics"].partition("+")[0] + "+other"
    assert _told(WAS, {**NOW, "rules.topics": topics}) == []


def test_a_document_that_the_file_does_not_hold_is_not_compared() -> None:
    assert compare(GOLD, NOW, [("new.txt", "other key", _read(rules_motions="x"))]) == []


def test_the_file_keeps_what_it_is_given(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.evaluate.digest.GOLDEN", tmp_path_factory.mktemp("g") / "d.json")
    GOLD.save()
    assert Golden.load() == GOLD


def test_each_word_of_a_motion_counts() -> None:
    text = (
        b"Council minutes of March 3, 2026.\n\nMotion by Ms. Odell to pave. Motion carried 4-1.\n"
    )
    one = digest(read(text, name="m.txt"))
    other = digest(read(text.replace(b"4-1", b"4-0"), name="m.txt"))
    assert one.stages["rules.motions"] != other.stages["rules.motions"]
    assert one.stages["rules.meta"] == other.stages["rules.meta"]


def test_every_kind_of_file_without_ocr_is_among_the_documents() -> None:
    forms = {one.form for one in Golden.load().readings.values()}
    names = {name.rpartition(".")[2] for name, _, _ in samples()}
    assert forms == {name.removeprefix("pages.") for name in NOW if "pages." in name} - {"ocr"}
    assert len(names) == len(forms)
