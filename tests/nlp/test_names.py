"""The second witness for names: what it is asked, and what of its answers is taken."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
import spacy

from nlp.components.names import Names
from nlp.errors import NoModel
from nlp.names import check, told
from nlp.pages.page import text_page
from nlp.pipeline import Options, load
from nlp.source import Source
from nlp.state import State, attach
from nlp.values import Motion


@pytest.mark.parametrize(
    ("role", "text", "name", "taken"),
    [
        ("mover", "Motion made by Ann Odell to approve", "Ann Odell", True),
        ("mover", "Ann Odell moved to approve", "Ann Odell", True),
        ("mover", "Ann Odell, made a motion to", "Ann Odell", True),
        ("mover", "Mover: Ann Odell", "Ann Odell", True),
        ("mover", "to appoint Ann Odell to the board", "Ann Odell", False),
        ("mover", "seconded by Ann Odell", "Ann Odell", False),
        ("seconder", "seconded by Ann Odell", "Ann Odell", True),
        ("seconder", "Second: Ann Odell", "Ann Odell", True),
        ("seconder", "Ann Odell seconded the motion", "Ann Odell", True),
        ("seconder", "moved by Ann Odell", "Ann Odell", False),
    ],
)
def test_a_person_is_taken_by_the_words_beside_the_name(
    role: str, text: str, name: str, taken: bool
) -> None:
    start = text.index(name)
    place = (start, start + len(name))
    assert told(role, text, [place]) == (place if taken else None)


def _witness() -> Any:
    """A recognizer that knows one person, as a package's would."""
    made = spacy.blank("en")
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PERSON", "pattern": "Ann Odell"}])  # type: ignore[attr-defined]
    return made


def _run(quote: str, **more: Any) -> Motion:
    values: dict[str, Any] = {
        "quote": quote, "text": quote, "mover": None, "seconder": None, "result": "passed",
        "direction": "adopt", "ayes": None, "nays": None, "abstain": None, "absent": None,
        "method": "unknown", "votes": {}, "items": (), "page": 3, "start": 10, "end": 90,
    }  # fmt: skip
    source = Source.of([text_page(1, "plain", quote)])
    doc = load().make_doc(source.text)
    state = State(source, "", motions=(Motion(**{**values, **more}),))
    attach(doc, state)
    Names(_witness())(doc)
    (motion,) = state.motions
    return motion


def test_a_name_it_gives_has_its_place_and_a_doubt() -> None:
    motion = _run("Motion made by Ann Odell to approve the bills. Carried.")
    assert motion.mover is not None
    assert "Odell" in motion.mover
    assert motion.places["mover"] == (3, 25, 34)
    assert motion.doubts == ("mover told by a statistical model, by no rule",)
    assert motion.seconder is None


def test_it_is_not_asked_where_a_rule_has_spoken() -> None:
    known = _run("Motion made by Ann Odell, seconded by Ann Odell", mover="Brandt", seconder="Pike")
    assert (known.mover, known.seconder, known.doubts) == ("Brandt", "Pike", ())
    died = _run("seconded by Ann Odell", mover="Brandt", result="no_second")
    assert died.seconder is None


def _package(folder: Path, name: str, pipeline: list[str]) -> None:
    (folder / name).mkdir()
    (folder / name / "__init__.py").write_text("")
    (folder / name / "meta.json").write_text(json.dumps({"pipeline": pipeline}))


def test_a_package_that_cannot_help_is_refused_by_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    _package(tmp_path, "offagenda_test_tagger", ["tok2vec", "tagger"])
    _package(tmp_path, "offagenda_test_namer", ["tok2vec", "ner"])
    check("")
    check("offagenda_test_namer")
    with pytest.raises(NoModel, match=r"offagenda_test_tagger.*no spaCy package with a recognizer"):
        check("offagenda_test_tagger")
    for missing in ("offagenda_no_such", "offagenda.no.such", "/tmp/x", "..."):
        with pytest.raises(NoModel, match="no such package is installed"):
            check(missing)
    with pytest.raises(NoModel):
        load(Options(model="json"))
    sys.modules.pop("offagenda_test_namer", None)
