"""Topics from files that a workspace brings, and what the reader tells beside the quote."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.errors import BadTopic
from nlp.pipeline import Options
from nlp.reading import Reading, read
from nlp.speakers import OFFICIAL, RESIDENT, Speakers, opens
from nlp.topicfile import examples, rules, topic_files
from nlp.trial import trial

PAGE = Path(__file__).resolve().parents[2] / "docs" / "adding-a-topic.md"
HEAD = "Exampleton Borough Council Minutes\nMarch 3, 2026\nPresent: Odell, Reyes, Lund.\n\n"


@pytest.fixture
def plates(tmp_path: Path) -> Path:
    """The topic file of the documents, in a workspace's folder."""
    (whole,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text("utf-8"), re.S)
    folder = tmp_path / "topics"
    folder.mkdir()
    (folder / "plate_readers.toml").write_text(whole, "utf-8")
    return folder


def minutes(text: str, *topics: Path) -> Reading:
    options = Options(topics=tuple(str(path) for path in topics))
    return read((HEAD + text + "\n").encode(), name="minutes.txt", options=options)


def test_the_topic_of_the_documents_holds_its_examples(plates: Path) -> None:
    made = trial([plates])
    assert made.tried >= 10
    assert made.wrong == ()


def test_a_topic_of_a_workspace_flags_beside_the_built_in_ones(plates: Path) -> None:
    text = (
        "Motion by Odell, second by Reyes, to approve the agreement with Flock for plate readers "
        "and the 287(g) agreement with ICE. Motion carried 2-1."
    )
    assert [f.topic for f in minutes(text).flags] == ["287g"]
    reading = minutes(text, plates)
    assert sorted(f.topic for f in reading.flags) == ["287g", "plate_readers"]
    assert sorted(reading.motions[0].topics) == ["287g", "plate_readers"]


def test_a_topic_of_a_workspace_changes_no_other_flag(plates: Path) -> None:
    for example in examples():
        plain, beside = minutes(example.text), minutes(example.text, plates)
        assert beside.flags == plain.flags
        assert beside.possible == plain.possible


def test_an_example_that_does_not_hold_is_told(plates: Path) -> None:
    file = plates / "plate_readers.toml"
    text = file.read_text("utf-8")
    file.write_text(text.replace('without = ["birds", "paint"]\n', "").replace("exact = true", ""))
    told = [one.told() for one in trial([plates]).wrong]
    assert any("wanted no flag, found" in one and "geese" in one for one in told)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("phrases = [\n", "phrase = [\n", "rule by-name: unknown key 'phrase' (did you mean"),
        ("[[rule]]\nid = \"by-name\"", "[[rule]]", "rule (without id): the key 'id' is missing"),
        ('needs = ["plates"]', 'needs = ["plats"]', "group of words 'plats' (did you mean"),
        ("window = 20", 'window = "20"', "rule by-maker: window must be a number"),
        ("exact = true", "exact = 1", "rule by-initials: exact must be true or false, not 1"),
        ('about = "matter"', 'about = "thing"', "about must be one of agreement, policy, mat"),
        ('id = "plate_readers"', 'id = "287g"', "the id '287g' is taken by the reader"),
        ('id = "by-maker"', 'id = "by-name"', "rule by-name: the id is given twice"),
        ('relevance = "policy"', 'relevance = "rule"', "relevance must be one of"),
        ("flag = false", 'flag = false\nrelevance = "policy"', "has a relevance, but flag = false"),
        ("flag = false", 'flag = true\nrelevance = "policy"', "needs examples of both kinds"),
        ("[[example]]\n", "[[exampel]]\n", "unknown key 'exampel' (did you mean 'example'?)"),
        ('title = "', 'title = ', "not a TOML file"),
        ("window = 20", 'sections = ["public comment"]', "sections must be one of public_comment"),
        ("window = 20", 'only = ["comment"]', "only must be one of agreement"),
        ('kind = "agenda"', 'kind = "notes"', "kind must be one of minutes"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file_is_said(plates: Path, old: str, new: str, told: str) -> None:
    file = plates / "plate_readers.toml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")
    with pytest.raises(BadTopic, match=re.escape(told)) as caught:
        rules((plates,))
    assert str(caught.value).startswith(str(file))
    with pytest.raises(BadTopic):
        minutes("Motion to adjourn.", plates)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(BadTopic, match="cannot be opened"):
        rules((tmp_path / "none.toml",))


def test_two_files_may_not_have_one_id(plates: Path) -> None:
    text = (plates / "plate_readers.toml").read_text("utf-8")
    (plates / "second.toml").write_text(text, "utf-8")
    assert [path.name for path in topic_files([plates])] == ["plate_readers.toml", "second.toml"]
    with pytest.raises(BadTopic, match=r"second\.toml: the id 'plate_readers' is taken by .*plate"):
        rules((plates,))


def test_every_key_is_in_the_documents() -> None:
    from nlp import topicerrors

    text = PAGE.read_text("utf-8")
    for known in (topicerrors._TOPIC, topicerrors._RULE, topicerrors._EXAMPLE):
        for key in known:
            assert f"`{key}`" in text or f"[{key}]" in text, key


def test_a_flag_names_its_part_of_the_meeting_and_its_doubts() -> None:
    reading = minutes(
        "PUBLIC COMMENT\nJoan Bell spoke against the 287(g) agreement.\n\n"
        "NEW BUSINESS\nMotion by Odell, second by Reyes, to approve the agreement with the "
        "Department of Homeland Security. Motion carried 2-1."
    )
    assert [(f.section, f.relevance) for f in reading.flags] == [
        ("public_comment", "public_comment"),
        ("new_business", "agreement"),
    ]
    assert reading.flags[0].doubts == ()
    assert reading.flags[1].doubts == (
        "an agreement with Homeland Security that names neither section nor model",
    )


def test_remarks_that_go_on_carry_their_speaker_and_say_so() -> None:
    reading = minutes(
        "POLICE\nSeveral residents came about the police. They spoke at length. Agents of ICE had "
        "taken a neighbor in March."
    )
    assert [flag.relevance for flag in reading.flags] == ["public_comment"]
    assert reading.flags[0].doubts == ("who speaks is told by an earlier sentence",)


def test_two_remarks_in_one_paragraph_are_two_passages() -> None:
    reading = minutes(
        "PUBLIC COMMENT\nAnn Crane, 4 Mill Lane, asked Council to say no to any deal with ICE. "
        "Peter Low, 9 Mill Lane, thanked the crew for clearing the ice dam on the culvert."
    )
    assert [flag.quote for flag in reading.flags] == [
        "Ann Crane, 4 Mill Lane, asked Council to say no to any deal with ICE."
    ]


def test_a_resolution_known_by_number_is_told_by_its_attachment() -> None:
    reading = read(
        (
            HEAD + "NEW BUSINESS\n\n6. Resolutions\nMotion by Odell, second by Reyes, to adopt "
            "Resolution 2026-14. Motion carried 2-1.\n\nADJOURNMENT\nThe meeting adjourned at 8:10 "
            "p.m.\n\f"
            "RESOLUTION NO. 2026-14\n\nA RESOLUTION AUTHORIZING A MEMORANDUM OF AGREEMENT WITH "
            "IMMIGRATION AND CUSTOMS ENFORCEMENT UNDER SECTION 287(G)\n\nWHEREAS, the Chief of "
            "Police recommends it; NOW, THEREFORE, BE IT RESOLVED that it is approved.\n"
        ).encode(),
        name="minutes.txt",
    )
    assert "agreement" in {flag.relevance for flag in reading.flags}
    (motion,) = [one for one in reading.motions if one.mover == "Odell"]
    assert motion.topics == ("287g",)
    assert motion.doubts


@pytest.mark.parametrize(
    ("between", "words", "flagged"),
    [
        ("", "Moved by Odell, second by Reyes, to allow said memorandum to expire.", True),
        ("", "Moved by Odell, second by Reyes, to get out of the agreement by June.", True),
        ("", "Moved by Odell, second by Reyes, to renew the agreement with Penn Paving.", False),
        ("4. Paving\n", "Moved by Odell, second by Reyes, to renew the agreement.", False),
    ],
)
def test_an_agreement_named_before_in_the_item(between: str, words: str, flagged: bool) -> None:
    reading = minutes(
        "NEW BUSINESS\n\n3. Jail\nThe Board took up the 287(g) Jail Enforcement Model. Mr. Reyes "
        f"spoke for some time on the cost of it.\n\n{between}{words} Carried 2-1.\n\n"
        "ADJOURNMENT\nThe meeting adjourned at 8:10 p.m."
    )
    quotes = [flag.quote for flag in reading.flags if flag.relevance == "agreement"]
    assert any(words in quote for quote in quotes) == flagged


def test_what_a_resident_named_is_not_the_next_motion_s_agreement() -> None:
    reading = minutes(
        "Ann Crane, 4 Mill Lane, asked Council to stay out of 287(g).\n\n"
        "Motion by Odell, second by Reyes, to renew the agreement. Carried 3-0."
    )
    assert {flag.relevance for flag in reading.flags} == {"public_comment"}
    assert [one.topics for one in reading.motions] == [()]


def test_a_motion_that_says_less_than_its_heading_keeps_the_heading_s_topic() -> None:
    reading = minutes(
        "5. Approval of the 287(g) Agreement\nThe Solicitor had two corrections to the third page "
        "and one to the last, all of them of spelling, and the Manager gave the new pages out "
        "before the break.\n\nMotion by Odell, second by Reyes, to authorize the "
        "memorandum with Homeland Security. Carried 3-0.\n\n"
        "6. Radios\nMotion by Lund, second by Odell, to buy radios. Carried 3-0."
    )
    topics = {one.mover: one.topics for one in reading.motions}
    assert {"287g", "ice_other"} <= set(topics["Odell"])
    assert topics["Lund"] == ()


@pytest.mark.parametrize(
    ("opening", "public", "side"),
    [
        ("Dana Price, 14 Elm Street, urged Council to act.", False, RESIDENT),
        ("Dana Price (Oak Lane) spoke.", True, RESIDENT),
        ("Ms. Price of Mill Road asked about the police.", False, RESIDENT),
        ("Several residents spoke.", False, RESIDENT),
        ("Members of the public asked about it.", False, RESIDENT),
        ("Sam Orr, a borough resident, said he was concerned.", False, RESIDENT),
        ("Ellen Marsh (policy director of the Alliance) opposed it.", True, RESIDENT),
        ("Mr. Price thanked the crew.", True, RESIDENT),
        ("Mr. Price thanked the crew.", False, None),
        ("Mr. Odell thanked the crew.", True, OFFICIAL),
        ("Chief Dorn answered the question.", True, OFFICIAL),
        ("The Borough Manager replied.", True, OFFICIAL),
        ("Police Chief Dorn reported.", False, OFFICIAL),
        ("Jane Ito, Finance Director, explained the budget.", True, OFFICIAL),
        ("Council discussed the matter.", True, OFFICIAL),
        ("Members discussed the matter.", False, OFFICIAL),
        ("President Trump's policies were named.", True, None),
        ("Department of Homeland Security agents came.", True, None),
        ("He asked about the police.", True, None),
        ("The Borough is safe.", True, None),
        ("Public Works Director Ames reported.", False, None),
    ],
)
def test_who_opens_a_sentence(opening: str, public: bool, side: str | None) -> None:
    assert opens(opening, public=public, roster=frozenset({"odell", "reyes"})) == side


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("My name is Ann Crane. I have one request. HERE", RESIDENT),
        ("My name is Ann Crane. Thank you, Ms. Crane. HERE", OFFICIAL),
        ("MAYOR ROE: We have a report.\nHERE", OFFICIAL),
        ("My name is Ann Crane. I live here.\nSPEAKER 4: HERE", None),
        ("SPEAKER 4: Good evening. I live on Oak Lane. HERE", RESIDENT),
        ("Good evening. HERE", None),
    ],
)
def test_who_speaks_in_a_transcript(words: str, side: str | None) -> None:
    found = Speakers(words, frozenset(), spoken=True).at(words.index("HERE"), 0, public=False)
    assert (found.side if found else None) == side


@given(st.text(alphabet='AaMr.Chief 1,:\n"-(', max_size=300), st.booleans())
def test_any_text_has_a_speaker_or_none(text: str, public: bool) -> None:
    speakers = Speakers(text, frozenset({"chief"}), spoken=False)
    for place in range(0, len(text), 7):
        found = speakers.at(place, 0, public=public)
        assert found is None or (
            found.side in (RESIDENT, OFFICIAL) and 0 <= found.distance <= place
        )
