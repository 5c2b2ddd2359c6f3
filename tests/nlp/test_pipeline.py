"""The pipeline as a spaCy user meets it: a config, plain text in, spans and values out."""

from __future__ import annotations

from configparser import ConfigParser
from importlib import resources
from pathlib import Path

import pytest
from spacy.tokens import Doc, DocBin

from nlp.components import spans
from nlp.pipeline import load, run
from nlp.reading import read
from nlp.source import Source
from tests.nlp import build

MINUTES = """Alder Borough Council
Minutes of the Regular Meeting of March 10, 2026

5. New Business
Motion by Ms. Odell, seconded by Mr. Brandt, to approve the 287(g) agreement with ICE.
Roll call: Odell yes, Brandt yes, Reyes no. Motion carried 2-1.

6. Adjournment
Motion by Mr. Brandt, seconded by Ms. Odell, to adjourn. All in favor. Motion carried.
"""


def test_plain_text_gives_spans_for_every_value_of_the_reading() -> None:
    doc = load()(MINUTES)
    state = doc._.offagenda
    assert state.meta.meeting_date == "2026-03-10"
    assert [span.text for span in doc.spans["motions"]] == [m.quote for m in state.motions]
    assert [span.label_ for span in doc.spans["motions"]] == ["passed", "passed"]
    assert [span.label_ for span in doc.spans["topics"]] == ["287g"]
    assert len(doc.spans["outline"]) == len(state.entries) >= 2
    assert set(doc.spans) == set(spans.GROUPS)


def test_the_pipeline_and_the_reader_say_the_same() -> None:
    state = load()(MINUTES)._.offagenda
    reading = read(MINUTES.encode(), name="")
    assert reading.motions == state.motions
    assert [flag.topic for flag in reading.flags] == [hit.topic for hit in state.hits]


def test_spans_of_a_document_of_many_pages_stand_on_their_own_page() -> None:
    pages = [["Alder Borough Council", "Minutes of March 10, 2026"], MINUTES.splitlines()[3:]]
    from nlp.pages import pages_of

    source = Source.of(pages_of(build.pdf(pages)).pages)
    language = load()
    state = run(source, "")
    doc = language.make_doc(source.text)
    from nlp.state import attach

    attach(doc, state)
    spans.spans(doc)
    found = [" ".join(span.text.split()) for span in doc.spans["motions"]]
    assert found == [" ".join(m.quote.split()) for m in state.motions]
    assert {m.page for m in state.motions} == {2}


@pytest.mark.parametrize("text", ["", " ", "\n", "\f\f", "\u200b", "1.", "MOTION", "“–ﬁ”"])
def test_no_text_is_too_odd(text: str) -> None:
    assert set(load()(text).spans) == set(spans.GROUPS)


def test_a_doc_can_be_kept_and_its_spans_come_back() -> None:
    language = load()
    doc = language(MINUTES)
    (back,) = DocBin(docs=[doc], store_user_data=True).get_docs(language.vocab)
    assert [s.text for s in back.spans["motions"]] == [s.text for s in doc.spans["motions"]]
    assert back._.offagenda is None
    assert Doc(language.vocab).from_bytes(doc.to_bytes()).text == doc.text


def test_many_texts_are_piped_each_with_its_own_state() -> None:
    kinds = [doc._.offagenda.meta.kind for doc in load().pipe([MINUTES, "Agenda", MINUTES])]
    assert kinds == ["minutes", "agenda", "minutes"]


def test_every_component_is_a_module_of_the_room_and_named_in_the_config() -> None:
    config = ConfigParser(interpolation=None)
    config.read_string(resources.files("nlp").joinpath("config.cfg").read_text("utf-8"))
    named = {name.removeprefix("components.") for name in config.sections() if "." in name}
    folder = Path(spans.__file__).parent
    modules = {f"offagenda_{path.stem}" for path in folder.glob("*.py") if path.stem != "__init__"}
    assert named - {"nlp.tokenizer"} == modules
    assert set(load().pipe_names) == modules
