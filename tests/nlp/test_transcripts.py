"""Transcripts: turns in every layout, motions by turn, and what is never read as a motion."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nlp.reading import Reading, read
from nlp.transcripts import voices
from nlp.transcripts.assemble import UNREAD
from nlp.transcripts.motions import Spoken, motions
from nlp.transcripts.turns import in_turns, talked, turns
from nlp.values import Motion
from tests.real import needs_real, real

SCENE = (
    ("Mayor Ruth Odell", "Do I have a motion to approve the minutes of June 3?"),
    ("Tom Brandt", "So moved."),
    ("Ana Reyes", "Second."),
    ("Mayor Ruth Odell", "All in favor, say aye. Any opposed? Hearing none, the ayes have it."),
    (
        "Ana Reyes",
        "I move that we approve the 287(g) agreement with ICE. I think we owe it to them.",
    ),
    ("Tom Brandt", "I'll second that for discussion."),
    ("Mayor Ruth Odell", "Will the clerk call the roll?"),
    ("Clerk", "Council Member Brandt?"),
    ("Tom Brandt", "No."),
    ("Clerk", "Council Member Reyes?"),
    ("Ana Reyes", "Yes."),
    ("Clerk", "Mayor Odell?"),
    ("Mayor Ruth Odell", "Aye."),
    ("Clerk", "The motion carries two to one."),
)


def _lines(form: str) -> str:
    return "\n".join(
        form.format(
            name=name, upper=name.upper(), words=words, n=n, m=n % 28 + 1, last=name.split()[-1]
        )
        for n, (name, words) in enumerate(SCENE, 10)
    )


def _vtt() -> str:
    cues = (
        f"00:{n}.000 --> 00:{n}.900\n<v {name}>{words}" for n, (name, words) in enumerate(SCENE, 10)
    )
    return "WEBVTT\n\n" + "\n\n".join(cues)


STYLES = {
    "colon": _lines("{name}: {words}"),
    "capitals": _lines("{upper}: {words}\n"),
    "time before": _lines("[00:12:{n}] {name}: {words}"),
    "time behind": _lines("{name} (00:{n}):\n{words}\n"),
    "name above": _lines("{name}  0:{n}\n{words}\n"),
    "time above": _lines("00:00:{n} {name}\n{words}\n"),
    "captions": _lines(">> {upper}: {words}"),
    "line numbers": _lines("{m:5d}   {upper}:  {words}"),
    "bold": _lines("**{name}:** {words}\n"),
    "bracketed": _lines("[{name}] 19:02:{n}\n{words}\n"),
    "webvtt voices": _vtt(),
}


@pytest.mark.parametrize("text", STYLES.values(), ids=STYLES.keys())
def test_a_scene_in_every_layout(text: str) -> None:
    reading = read(text.encode(), name="2026-06-17.txt")
    assert reading.kind == "transcript"
    first, second = reading.motions
    assert _told(first) == ("Brandt", "Reyes", "passed", "adopt", None, 0, "voice")
    assert _told(second) == ("Reyes", "Brandt", "passed", "adopt", 2, 1, "roll_call")
    assert {n.split()[-1].title(): v for n, v in second.votes.items()} == {
        "Brandt": "no", "Reyes": "yes", "Odell": "yes"
    }  # fmt: skip
    assert second.topics == ("287g",)
    assert not first.doubts
    pages = {page.number: page.text for page in reading.pages}
    for motion in reading.motions:
        assert pages[motion.page][motion.start : motion.end] == motion.quote
        assert 5 <= len(motion.quote.split()) <= 120
        assert {"mover", "seconder", "result"} <= motion.places.keys()


@pytest.mark.parametrize(
    ("head", "body"),
    [("", None), ("Exampleton Borough Council\nJune 17, 2026\n\n", "Exampleton Borough Council")],
)
def test_a_transcript_names_its_body_above_the_turns(head: str, body: str | None) -> None:
    reading = read((head + STYLES["colon"]).encode(), name="transcript.txt")
    assert reading.kind == "transcript"
    assert reading.body == body


def _told(motion: Motion) -> tuple[object, ...]:
    names = ((n or "").split()[-1:] for n in (motion.mover, motion.seconder))
    mover, seconder = (n[0].title() if n else None for n in names)
    return (
        mover,
        seconder,
        motion.result,
        motion.direction,
        motion.ayes,
        motion.nays,
        motion.method,
    )


def _one(*turns_: str) -> Spoken:
    found, told_apart = motions("\n".join(turns_))
    assert told_apart
    (motion,) = found
    return motion


def test_letters_are_names_only_as_printed() -> None:
    motion = _one(
        "Speaker A: I'll move it.", "Speaker B: Second.", "Speaker A: All in favor?",
        "Speaker B: Yes.", "Speaker C: Yes.", "Speaker D: No.", "Speaker A: Motion carries.",
    )  # fmt: skip
    assert (motion.mover, motion.seconder, motion.result) == ("Speaker A", "Speaker B", "passed")
    assert (motion.ayes, motion.nays, motion.method) == (2, 1, "voice")
    assert len(motion.doubts) == 2
    assert "number or letter" in motion.doubts[1]


def test_the_chair_gives_the_names_that_letters_lack() -> None:
    motion = _one(
        "SPEAKER_01: Is there a motion to adopt Resolution 26-12?", "SPEAKER_02: Move to approve.",
        "SPEAKER_03: Second.", "SPEAKER_01: Motion by Mr. Brandt, seconded by Ms. Reyes.",
        "SPEAKER_01: All in favor?", "SPEAKER_01: Motion carries unanimously.",
    )  # fmt: skip
    assert (motion.mover, motion.seconder) == ("Brandt", "Reyes")
    assert motion.proposal == "to adopt Resolution 26-12"
    assert (motion.ayes, motion.nays, motion.method) == (None, 0, "unanimous")
    assert not motion.doubts


MOVES = [
    ("I move to approve the contract.", "adopt"),
    ("Mayor, I move approval of the minutes.", "adopt"),
    ("I'll move adoption of Ordinance 12.", "adopt"),
    ("I would move that we deny the request.", "reject"),
    ("I'd like to make a motion to table the item until July.", "postpone"),
    ("Okay. I make a motion that we terminate the agreement with ICE.", "end"),
    ("Motion to adjourn.", "other"),
    ("Yes, so moved.", "other"),
    ("I so move.", "other"),
    ("I'll move it.", "adopt"),
    ("Move to accept the report.", "adopt"),
    ("I'll make a motion to rescind the memorandum of agreement.", "end"),
    ("I hereby move that the ordinance be adopted.", "adopt"),
    ("I'm going to move that we authorize the purchase.", "adopt"),
    ("i move to approve the consent agenda", "adopt"),
    ("Thank you, Madam Chair. Move approval.", "adopt"),
    ("Mayor, I'd also like to move to reconsider the vote.", "other"),
    ("I'd make a substitute motion to reject all bids.", "reject"),
]


@pytest.mark.parametrize(("words", "way"), MOVES)
def test_what_moves(words: str, way: str) -> None:
    motion = _one(f"Brandt: {words}", "Reyes: Second.", "Odell: All in favor?", "All: Aye.",
                  "Odell: The motion passes.")  # fmt: skip
    assert (motion.mover, motion.seconder) == ("Brandt", "Reyes")
    assert (motion.result, motion.direction, motion.method) == ("passed", way, "voice")
    assert motion.ayes is None


@pytest.mark.parametrize(
    "words",
    [
        "I move on to the next item.",
        "I moved here in 2000 and I moved twice since.",
        "I would move that we deny it if the solicitor agreed.",
        "If I were to move that we approve it, who would pay?",
        "I'd move to Florida tomorrow.",
        "Can someone make a motion to approve the minutes?",
        "Do I have a motion to adjourn?",
        "I was so moved by your comments tonight.",
        "I won't make a motion to approve that.",
        "Should I move that we approve it?",
        "Let's move it along, please.",
        "I'd like to move to item 5 of the agenda.",
        "I'm moving to Ohio.",
        "Last month I said I move to approve, and nobody listened.",
        "I will make a motion at the next meeting.",
        "We had a motion to approve in May.",
        "I don't move that lightly.",
        "That motion sensor failed.",
    ],
)
def test_what_is_only_said(words: str) -> None:
    found, told_apart = motions(
        f"Odell: Good evening.\nBrandt: {words}\nReyes: Thank you.\nOdell: Next, the bills."
    )
    assert told_apart
    assert found == []


@pytest.mark.parametrize(
    "words",
    [
        "Second, I want to thank the staff.",
        "One second, please.",
        "Second reading of the ordinance is in May.",
        "The second item is the bridge.",
        "I have a second question.",
        "Secondly, it costs too much.",
        "It takes thirty seconds.",
    ],
)
def test_what_is_no_second(words: str) -> None:
    motion = _one("Odell: Next.", "Brandt: I move that we buy the truck.", f"Reyes: {words}")
    assert (motion.mover, motion.seconder, motion.result) == ("Brandt", None, "unknown")


@pytest.mark.parametrize(
    "words",
    ["Second.", "I second.", "I'll second it.", "Second the motion.", "Yeah, I'll second that.",
     "Seconded.", "I'd be happy to second the motion.", "Second, Madam Mayor.", "Support.",
     "And I second for discussion."],
)  # fmt: skip
def test_what_seconds(words: str) -> None:
    motion = _one("Odell: Next.", "Brandt: I move that we buy the truck.", f"Reyes: {words}")
    assert motion.seconder == "Reyes"


@pytest.mark.parametrize(
    ("told", "result", "ayes", "nays"),
    [
        ("Motion carries five to two.", "passed", 5, 2),
        ("The motion passes, 4-3.", "passed", 4, 3),
        ("By a vote of six to one, the motion is approved.", "passed", 6, 1),
        ("That's three ayes and four nays, so the motion fails.", "failed", 3, 4),
        ("Motion fails on a 2-2 tie.", "failed", 2, 2),
        ("The nays have it.", "failed", None, None),
        ("It passes.", "passed", None, None),
        ("Carried unanimously.", "passed", None, 0),
        ("So ordered. Item 7 2 is next.", "passed", None, None),
        ("If it passes, we will sign it in May.", "unknown", None, None),
        ("The bond measure passed last year, did it not?", "unknown", None, None),
    ],
)
def test_how_it_ends(told: str, result: str, ayes: int | None, nays: int | None) -> None:
    motion = _one("Brandt: I move that we buy the truck.", "Reyes: Second.",
                  "Odell: All those in favor?", f"Odell: {told}")  # fmt: skip
    assert (motion.result, motion.ayes, motion.nays) == (result, ayes, nays)


def test_talk_about_other_votes_before_the_vote_ends_nothing() -> None:
    motion = _one(
        "Brandt: I move that we buy the truck.", "Reyes: Second.", "Odell: Any discussion?",
        "Reyes: The school levy failed last fall, and it passed in 2019.",
        "Brandt: The state adopted that in May. It failed.", "Odell: All in favor?", "All: Aye.",
        "Odell: Motion carries.",
    )  # fmt: skip
    assert motion.result == "passed"


def test_a_withdrawn_motion_and_one_without_a_second() -> None:
    found, _ = motions(
        "Odell: Next.\nBrandt: I move that we buy the truck.\nReyes: Second.\n"
        "Brandt: I'll withdraw my motion.\nReyes: I move that we lease the truck.\n"
        "Odell: Is there a second? The motion dies for lack of a second."
    )
    assert [(m.mover, m.result) for m in found] == [("Brandt", "withdrawn"), ("Reyes", "no_second")]


def test_an_amendment_is_voted_above_its_main_motion() -> None:
    found, _ = motions(
        "Brandt: I move that we adopt the policy on immigration enforcement.\nReyes: Second.\n"
        "Odell: Discussion?\nReyes: I move to amend the motion to strike section 3.\n"
        "Quill: Second.\nOdell: On the amendment, all in favor?\nAll: Aye.\n"
        "Odell: The amendment is adopted.\nOdell: Now on the main motion, please call the roll.\n"
        "Clerk: Brandt?\nBrandt: Yes.\n"
        "Clerk: Reyes?\nReyes: No.\nClerk: Quill?\nQuill: No.\nClerk: The motion fails one to two."
    )
    main, amendment = found
    assert (main.mover, main.result, main.ayes, main.nays) == ("Brandt", "failed", 1, 2)
    assert (amendment.mover, amendment.seconder, amendment.result) == ("Reyes", "Quill", "passed")
    assert dict(main.votes) == {"Brandt": "yes", "Reyes": "no", "Quill": "no"}


def test_a_postponement_that_fails_leaves_the_main_motion_to_its_own_vote() -> None:
    found, _ = motions(
        ">> CHAIR BRANDT: There's a motion on the floor from Commissioner Reyes, seconded by "
        "Commissioner Odell, to enter into the jail enforcement agreement.\n"
        ">> COMMISSIONER FERRO: I want to move to postpone this to the March meeting.\n"
        ">> COMMISSIONER QUILL: I'll second that.\n"
        ">> CHAIR BRANDT: On the motion to postpone, please vote.\n"
        ">> CLERK: Ferro yes. Quill yes. Reyes no. Odell no. Brandt no. The motion to postpone "
        "fails 2-3.\n>> CHAIR BRANDT: Back to the main motion. Please vote.\n"
        ">> CLERK: Ferro no. Quill no. Reyes yes. Odell yes. Brandt yes. The motion carries 3-2.\n"
    )
    main, postponed = found
    assert (main.mover, main.seconder, main.result) == ("Reyes", "Odell", "passed")
    assert (main.ayes, main.nays, main.direction) == (3, 2, "adopt")
    assert "jail enforcement agreement" in main.proposal
    assert (postponed.mover, postponed.seconder, postponed.result) == ("FERRO", "QUILL", "failed")
    assert (postponed.ayes, postponed.nays, postponed.direction) == (2, 3, "postpone")


def test_a_main_motion_is_called_while_its_amendment_was_never_voted() -> None:
    found, _ = motions(
        "Brandt: I move that we adopt the policy.\nReyes: Second.\n"
        "Reyes: I move to amend the motion.\nQuill: Second.\n"
        "Odell: Let's go back to the main motion. All in favor?\nAll: Aye.\nOdell: Motion carries."
    )
    assert [(m.mover, m.result) for m in found] == [("Brandt", "passed"), ("Reyes", "unknown")]


def test_what_was_said_that_is_meant_for_the_chair_is_no_proposal() -> None:
    motion = _one("Odell: Is there a motion?", "Brandt: I'll so move, Mayor.", "Reyes: Second.",
                  "Odell: Those in favor.", "(Ayes.)", "Odell: That carries.")  # fmt: skip
    assert (motion.mover, motion.result, motion.direction) == ("Brandt", "passed", "other")


def test_the_chair_and_the_voices_may_disagree() -> None:
    motion = _one(
        "Brandt: I move that we buy it.", "Reyes: Second.", "Odell: Roll call.",
        "Clerk: Brandt? Yes. Reyes? Yes. Quill? No.", "Clerk: It carries 3-1.",
    )  # fmt: skip
    assert (motion.ayes, motion.nays, motion.method) == (3, 1, "roll_call")
    assert motion.doubts == ("the chair says 3-1, the voices 2-1",)


def test_a_result_nobody_states_is_read_from_the_voices_with_a_doubt() -> None:
    motion = _one("Brandt: I move that we buy it.", "Reyes: Second.", "Odell: In favor say aye",
                  "Brandt: Aye.", "Reyes: Aye.", "Odell: Next is the park.")  # fmt: skip
    assert (motion.result, motion.ayes, motion.nays) == ("passed", 2, 0)
    assert "no outcome is stated: read from the voices" in motion.doubts


def test_a_collective_aye_is_not_counted() -> None:
    motion = _one("Brandt: I move that we buy it.", "Reyes: Second.", "Odell: In favor say aye",
                  "Multiple Speakers: Aye.", "Odell: Next is the park.")  # fmt: skip
    assert (motion.result, motion.ayes, motion.nays) == ("passed", None, None)
    assert motion.doubts == ("no outcome is stated: only ayes are heard",)


def test_voices_without_names_give_no_names() -> None:
    motion = _one(">> Is there a motion to approve the lease?", ">> So moved.", ">> Second.",
                  ">> All in favor?", ">> Aye.", ">> Aye.", ">> Motion carries.")  # fmt: skip
    assert (motion.mover, motion.seconder, motion.result) == (None, None, "passed")
    assert motion.proposal == "to approve the lease"
    assert motion.ayes is None


def test_the_attendance_roll_is_no_vote() -> None:
    found, _ = motions(
        "Odell: Please call the roll.\nClerk: Brandt?\nBrandt: Yes.\nClerk: Reyes?\nReyes: Yes.\n"
        "Odell: We have a quorum.\nReyes: The levy passed in May."
    )
    assert found == []


def test_answers_in_the_discussion_are_no_votes() -> None:
    motion = _one(
        "Brandt: I move that we buy the truck.", "Reyes: Second.", "Odell: Is it in the budget?",
        "Staff: Yes.", "Odell: Mr. Quill?", "Quill: No.", "Odell: All in favor?", "Brandt: Aye.",
        "Reyes: Aye.", "Odell: Motion carries.",
    )  # fmt: skip
    assert dict(motion.votes) == {"Brandt": "yes", "Reyes": "yes"}


def test_another_thing_that_failed_after_the_vote_votes_nothing_down() -> None:
    motion = _one(
        "Brandt: I move that we buy the truck.", "Reyes: Second.", "Odell: All in favor?",
        "All: Aye.", "Odell: Next, the pump.", "Staff: The old one is broken. That failed in May.",
    )  # fmt: skip
    assert motion.result == "passed"
    assert motion.doubts == ("no outcome is stated: only ayes are heard",)


def test_voices_are_not_counted_where_one_may_be_missed() -> None:
    motion = _one(
        "Brandt: I move that we buy it.", "Reyes: Second.", "Odell: Please vote.",
        "Quill: I have thought about this for a long time, and I am for it.", "Brandt: Aye.",
        "Reyes: Aye.", "Odell: The motion carries.",
    )  # fmt: skip
    assert (motion.result, motion.ayes, motion.nays) == ("passed", None, None)


def test_more_voices_against_do_not_vote_it_down_unless_they_were_called() -> None:
    motion = _one("Brandt: I move that we buy it.", "Reyes: Second.", "Odell: All in favor?",
                  "Brandt: Aye.", "Reyes: No.", "Quill: No.", "Odell: The park.")  # fmt: skip
    assert (motion.result, motion.ayes, motion.nays) == ("unknown", 1, 2)


def test_one_turn_that_holds_several_voices_names_nobody() -> None:
    motion = _one(
        "Odell: Is there a motion to approve the lease? So moved. Second. All in favor? Aye.",
        "Odell: Motion carries.", "Reyes: Thank you.",
    )  # fmt: skip
    assert (motion.mover, motion.seconder, motion.result) == (None, None, "passed")
    assert motion.doubts == (
        "several voices stand in one turn: who moved and who seconded is not told apart",
    )


def test_captions_without_capitals() -> None:
    motion = _one(
        ">> i move we approve the lease", ">> second",
        ">> motion for Mr. Brandt, second for Ms. Reyes",
        ">> commissioner brandt?", ">> yes", ">> commissioner reyes?", ">> yes",
        ">> commissioner quill?", ">> no", ">> motion carries",
    )  # fmt: skip
    assert (motion.mover, motion.seconder) == ("Brandt", "Reyes")
    assert (motion.ayes, motion.nays, motion.method) == (2, 1, "roll_call")


def test_a_vote_whose_mover_was_not_heard() -> None:
    motion = _one("Odell: All those in favor of approving the lease with the county?", "All: Aye.",
                  "Odell: Opposed? The motion carries.", "Reyes: Thank you.")  # fmt: skip
    assert (motion.mover, motion.result) == (None, "passed")
    assert "lease with the county" in motion.proposal


def _plain(n: int) -> bytes:
    talk = "okay i think we can move on and you know i move to approve it second all in favor aye "
    return (talk * n).encode()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (_plain(40), "council-transcript.txt"),
        (_plain(40), "2026-03-03.txt"),
        (b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + _plain(2), "meeting.vtt"),
        (
            b"1\n00:00:01,000 --> 00:00:02,000\nMinutes of the Council. I move it. Second.\n",
            "a.srt",
        ),
    ],
)
def test_talk_without_turns_is_unread_for_votes(data: bytes, name: str) -> None:
    reading: Reading = read(data, name=name)
    assert reading.kind == "transcript"
    assert reading.motions == ()
    assert UNREAD in reading.doubts


@pytest.mark.parametrize(
    "text",
    [
        "COMMISSIONER ODELL: MOTION TO APPROVE\nCOMMISSIONER BRANDT: SECOND\nALL IN FAVOR: AYE\n"
        "PASSED: 3/0\n" * 8,
        "Present: Odell, Brandt\nAbsent: None\nMotion: Odell\nSecond: Brandt\nVote: 5-0\n" * 6,
        "Ms. Odell asked about the budget. Mr. Brandt: the levy is the same. Motion carried.\n"
        * 40,
        "1. Call to order\n2. Roll call\n3. Public comment: three minutes each\n" * 20,
    ],
)
def test_minutes_and_agendas_are_no_transcripts(text: str) -> None:
    assert not in_turns(text)
    assert not talked(text)
    assert read(text.encode(), name="document.txt").kind != "transcript"


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Mayor Pro Tem Ruth Odell", "Ruth Odell"),
        ("COUNCIL MEMBER O'NEIL", "O'NEIL"),
        ("Mr. van der Berg", "van der Berg"),
        ("Odell, Jane", "Jane Odell"),
        ("The Chair", "The Chair"),
        ("Speaker 12", "Speaker 12"),
        ("Unidentified Speaker", None),
        ("Multiple Voices", None),
        ("Reyes (via Zoom)", "Reyes"),
        ("Councilmember Reyes - District 2", "Reyes"),
        ("Council Member District 3 Reyes", "Reyes"),
        ("VICE MAYOR O'NEIL", "O'NEIL"),
        ("Female Speaker 2", "Female Speaker 2"),
        ("CITY MANAGER", "CITY MANAGER"),
        ("Public Speaker", None),
    ],
)
def test_labels(label: str, speaker: str | None) -> None:
    text = f"{label}: Yes.\nBrandt: I see.\n{label}: No.\nDate: Monday\nMotion: Approved\n"
    found = turns(text)
    assert [turn.speaker for turn in found] == [speaker, "Brandt", speaker]
    assert text[found[0].begins : found[0].end] == "Yes.\n"


def test_a_label_of_no_known_form_is_a_speaker_when_it_comes_again() -> None:
    text = (
        "odell77: I move it.\nnote to all: wait\nbrandt: Second.\n"
        + "odell77: ok\nbrandt: ok\n" * 2
    )
    assert [turn.speaker for turn in turns(text)] == ["odell77", "brandt"] * 3


def test_labels_within_a_line_where_lines_were_lost() -> None:
    text = (
        "Odell: Is there a motion to approve the lease? Brandt: So moved. Odell: A second? "
        "Reyes: Second. Odell: Call the roll. Clerk: Brandt? Brandt: Aye.  Clerk: Reyes? "
        "Reyes: Aye. Clerk: Odell? Odell: No. Note: the tape ended. Clerk: The motion carries. "
        "Reyes: Thank you."
    )
    (motion,), _ = motions(text)
    assert (motion.mover, motion.seconder, motion.result) == ("Brandt", "Reyes", "passed")
    assert (motion.ayes, motion.nays, motion.method) == (2, 1, "roll_call")


def test_a_turn_runs_over_the_page() -> None:
    motion = _one("Brandt: I move that we\fbuy the truck.\fReyes: Second.", "Odell: All in favor?",
                  "Odell: Motion carries.")  # fmt: skip
    assert (motion.mover, motion.seconder, motion.result) == ("Brandt", "Reyes", "passed")


@pytest.mark.parametrize(
    ("words", "side"),
    [
        ("Aye.", "yes"), ("Yes, ma'am.", "yes"), ("I vote yes", "yes"), ("I'm a yes.", "yes"),
        ("Yea", "yes"), ("In favor.", "yes"), ("No.", "no"), ("Nay", "no"), ("I vote no.", "no"),
        ("Opposed.", "no"), ("Abstain.", "abstain"), ("I'll abstain", "abstain"),
        ("No, I think we should wait.", None), ("Yes and I would add this", None), ("I see", None),
        ("Not yet.", None), ("I know.", None), ("Notice was given.", None), ("", None),
    ],
)  # fmt: skip
def test_voices(words: str, side: str | None) -> None:
    assert voices.voice(words) == side


@pytest.mark.parametrize(
    ("words", "name"),
    [("Council Member Odell?", "Odell"), ("Yes. Mr. Brandt.", "Brandt"), ("Odell", "Odell"),
     ("commissioner odell?", "odell"), ("Mayor?", "Mayor"), ("Aye. Ok.", None),
     ("Thank you.", None), ("What do you think?", None)],
)  # fmt: skip
def test_whom_the_clerk_calls(words: str, name: str | None) -> None:
    assert voices.called(words) == name


WORDS = [
    "I move that we approve it.", "Second.", "Aye.", "All in favor?", "Motion carries.", "No.",
    "Odell?", "I withdraw my motion.", "So moved.", "Is there a motion to adjourn?", "5-2",
    "Moved by Reyes, second by Quill.", "One second.", "Any opposed?", "motion dies",
]  # fmt: skip


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Odell", "Speaker 1", ">>", "All", "Clerk"]),
            st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=12)), max_size=4),
        ),
        max_size=25,
    )
)
def test_any_talk_gives_motions_in_order_and_within_the_text(
    talk: list[tuple[str, list[str]]],
) -> None:
    text = "\n".join(f"{who}{'' if who == '>>' else ':'} {' '.join(words)}" for who, words in talk)
    found, _ = motions(text)
    assert [one.start for one in found] == sorted(one.start for one in found)
    for one in found:
        assert 0 <= one.start < one.end <= len(text)
        assert len(text[one.start : one.end].split()) <= 120
        for side in (one.ayes, one.nays):
            assert side is None or side >= 0
        if one.result == "unknown":
            assert one.mover or one.seconder or one.votes or "econd" in one.words


PIECES = {
    "moves": "Odell: I move that we approve it.\n",
    "seconds": "Odell: Second.\n",
    "changes": ">> ",
    "labels": "Odell: ",
    "ayes": "Brandt: Aye.\n",
    "calls": "Odell: All in favor? Motion\n",
    "asks": "Odell: is there a motion to to to\n",
    "signs": "Odell: .!?.!?",
    "times": "00:00:01 ",
    "numbers": "Odell: five to to 5 - ",
    "one turn": "I move I move ",
    "amendments": "Odell: I move to amend the motion.\nReyes: Second.\nReyes: Second.\n",
    "turns without words": "Odell:\n",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("piece", PIECES.values(), ids=PIECES.keys())
def test_a_megabyte_of(piece: str) -> None:
    text = "Odell: Hello.\nBrandt: I move that we buy it.\nReyes: Second.\n"
    found, _ = motions(text + piece * (1_000_000 // len(piece)))
    assert len(found) < 40_000


@needs_real
@pytest.mark.real
def test_real_transcripts_have_no_false_motion() -> None:
    """Two files tell their speakers apart, and hold work sessions in which nothing was moved."""
    root = real("minutes")
    kinds = {}
    for path in sorted((*root.rglob("*whisper*.txt"), *root.rglob("transcript_*.txt"),
                        *root.rglob("va_fairfax-city-council/*.txt"))):  # fmt: skip
        reading = read(path.read_bytes(), name="meeting.txt")
        kinds[path.name] = reading.kind
        assert reading.motions == (), path
        assert (UNREAD in reading.doubts) == ("fairfax" not in str(path)), path
    assert len(kinds) == 6
    assert set(kinds.values()) == {"transcript"}
