"""How much of the work a stored reading needs when a stage of reading has changed."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import get_args

import pytest

from nlp.errors import BadTopic
from nlp.pipeline import Options, load
from nlp.reading import read, reread
from nlp.versions import PAGES, RULES, Todo, current, fingerprint, made_with, what_to_do
from tests.nlp import build

NOW = current(Options())
MINUTES = (
    "Alder Borough Council\nMinutes of the Regular Meeting of March 10, 2026\n\n"
    "Motion by Ms. Odell, seconded by Mr. Brandt, to approve the 287(g) agreement with ICE. "
    "Motion carried 2-1.\n"
)


def _raised(*stages: str) -> dict[str, str]:
    assert all(stage in NOW for stage in stages)
    return {**NOW, **dict.fromkeys(stages, "next")}


@pytest.mark.parametrize(
    ("form", "methods", "kind", "stage", "todo"),
    [
        ("pdf", ["text"], "minutes", "pages.pdf", "pages"),
        ("pdf", ["text"], "minutes", "pages.docx", "keep"),
        ("pdf", ["text"], "minutes", "pages.ocr", "keep"),
        ("pdf", ["text", "ocr"], "minutes", "pages.ocr", "pages"),
        ("pdf", ["none"], "minutes", "pages.ocr", "pages"),
        ("image", ["ocr"], "minutes", "pages.ocr", "pages"),
        ("image", ["ocr"], "minutes", "pages.pdf", "keep"),
        ("docx", ["docx"], "agenda", "pages.docx", "pages"),
        ("captions", ["captions"], "transcript", "pages.captions", "pages"),
        ("pdf", ["text"], "minutes", "rules.outline", "rules"),
        ("pdf", ["text"], "agenda", "rules.topics", "rules"),
        ("pdf", ["text"], "agenda", "rules.meta", "rules"),
        ("pdf", ["text"], "agenda", "rules.motions", "keep"),
        ("pdf", ["text"], "agenda", "rules.attendance", "keep"),
        ("pdf", ["text"], "minutes", "rules.motions", "rules"),
        ("pdf", ["text"], "minutes", "rules.transcripts", "keep"),
        ("text", ["plain"], "transcript", "rules.transcripts", "rules"),
        ("text", ["plain"], "unknown", "rules.transcripts", "rules"),
        ("pdf", ["text"], "minutes", "rules.model", "rules"),
        ("pdf", ["text"], "agenda", "rules.model", "keep"),
    ],
)
def test_a_change_reaches_only_what_it_can_touch(
    form: str, methods: list[str], kind: str, stage: str, todo: str
) -> None:
    stored = made_with(NOW, form, methods)
    assert what_to_do(stored, NOW, kind) == "keep"
    assert what_to_do(stored, _raised(stage), kind) == todo


def test_pages_come_before_rules_and_no_versions_ask_for_all() -> None:
    stored = made_with(NOW, "pdf", ["text"])
    assert what_to_do(stored, _raised("rules.outline", "pages.pdf"), "minutes") == "pages"
    assert what_to_do({}, NOW, "minutes") == "pages"
    assert set(get_args(Todo)) == {"keep", "rules", "pages"}


def test_a_rule_that_is_new_or_gone_is_a_change() -> None:
    stored = made_with(NOW, "pdf", ["text"])
    assert what_to_do(stored, {**NOW, "rules.budgets": "1"}, "minutes") == "rules"
    without = {name: version for name, version in NOW.items() if name != "rules.packets"}
    assert what_to_do(stored, without, "minutes") == "rules"


def test_equal_versions_have_one_fingerprint_whatever_their_order() -> None:
    assert fingerprint(NOW) == fingerprint(dict(reversed(NOW.items())))
    assert fingerprint(NOW) != fingerprint(_raised("rules.meta"))


def test_a_topic_file_of_the_workspace_counts_as_a_rule(tmp_path: Path) -> None:
    file = tmp_path / "topics" / "bees.toml"
    file.parent.mkdir()
    file.write_text("id = 1")
    options = Options((str(file.parent),))
    first = current(options)
    file.write_text("id = 2")
    second = current(options)
    assert len({one["rules.topics"] for one in (NOW, first, second)}) == 3
    assert {k: v for k, v in first.items() if k != "rules.topics"} == {
        k: v for k, v in NOW.items() if k != "rules.topics"
    }
    with pytest.raises(BadTopic, match=r"gone\.toml"):
        current(Options((str(tmp_path / "gone.toml"),)))


def test_every_kind_of_file_that_is_read_has_a_version() -> None:
    folder = Path(str(resources.files("nlp.pages")))
    readers = {path.stem for path in folder.glob("*.py") if "\ndef pages(" in path.read_text()}
    assert readers - {"image"} == PAGES.keys() - {"ocr"}


def test_every_component_that_a_reading_takes_up_has_a_version() -> None:
    components = {name.removeprefix("offagenda_") for name in load().pipe_names}
    assert components - {"names", "spans"} <= RULES.keys()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("m.txt", MINUTES.encode()),
        ("m.pdf", build.pdf([MINUTES.splitlines(), ["page two"], []])),
        ("m.docx", build.word([(line, None) for line in MINUTES.splitlines()])),
        ("m.htm", MINUTES.encode()),
    ],
)
def test_the_rules_over_kept_pages_say_what_a_whole_reading_says(name: str, data: bytes) -> None:
    whole = read(data, name=name)
    kept = whole.as_json(texts=True)
    assert reread(kept, name=name) == whole
    assert whole.motions
    stored = {key: kept[key] for key in ("sha256", "format", "format_doubts", "pages")}
    assert reread(stored, name=name).as_json(texts=True) == kept


def test_pages_that_could_not_be_read_stay_so_with_their_reason() -> None:
    whole = read(build.pdf([MINUTES.splitlines()]), name="m.pdf")
    kept = whole.as_json(texts=True)
    gone = {"number": 2, "method": "none", "chars": 0, "text": "", "why": "ocr_missing"}
    kept["pages"].append({**kept["pages"][0], **gone})
    assert any("(ocr_missing)" in doubt for doubt in reread(kept, name="m.pdf").doubts)
