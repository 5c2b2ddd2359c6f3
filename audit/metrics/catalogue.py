"""The audit's questions in plain words: the codebook that every edition carries.

Owns which metrics there are, on what basis each stands, and its limits. The tests themselves are
in the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from audit.law.rules import Rule
from audit.metrics import agenda, closed, course, minutes, ours, posting, practice, rollcalls
from audit.metrics.held import Held, Sitting
from audit.metrics.values import LAW, OURS, PRACTICE, Said

VERSION = "2"
"""Counts up when a question or its test changes; every edition names it."""

ByLaw = Callable[[Sitting, Held, Rule], Said]
ByMeeting = Callable[[Sitting, Held], Said]
ByBody = Callable[[Held], Iterator[tuple[str, date | None, Said]]]
Steps = Callable[[Held], Iterator[tuple[str, date | None, Said, Rule | None]]]


@dataclass(frozen=True)
class Metric:
    """One question. short: its title where room is scarce; per: what a case is.

    topic: the rule it stands on, "" for practice; limits: what a reader must know of it. blind: it
    can hardly be decided by this version, and is told in the summary only.
    """

    id: str
    basis: str
    title: str
    short: str
    question: str
    per: str
    computed: str
    limits: str
    topic: str = ""
    blind: bool = False
    by_law: ByLaw | None = None
    by_meeting: ByMeeting | None = None
    by_body: ByBody | None = None
    steps: Steps | None = None

    def as_json(self) -> dict[str, Any]:
        """The codebook's row."""
        keys = ("id", "basis", "title", "short", "question", "per", "computed", "limits", "topic")
        return {key: getattr(self, key) for key in keys}


_MEASURED = (
    "Measured in November 2026 on real minutes labelled by eye: of 13 votes off the agenda 7 were "
    "found, and all 7 that were called so were right (95 % interval from 65 %). "
)
"""What `make evaluate` printed of L4 when it was last measured; a published exception rests on a
person's reading all the same."""

_EYES = "A machine’s reading: “no” is a lead until a person has looked at the page."

METRICS: tuple[Metric, ...] = (
    Metric("X1a", OURS, "Looks that ended well", "Looks ended well",
           "Did our look at the body’s page load its whole list?", "look",
           "Every look of the quarter and how it ended.",
           "A site that turns machines away is a limit of ours, not a fault of the body’s.",
           by_body=ours.looks),
    Metric("X1b", OURS, "Documents read", "Documents read",
           "Was the document fetched, and every page of it read?", "document",
           "Newest version of each document of the quarter’s meetings.",
           "Read means that text was there or was recognised, not that all of it was understood.",
           by_body=ours.documents_read),
    Metric("X1c", OURS, "Expected meetings of which something was found", "Meetings accounted for",
           "Is any document of the expected meeting held?", "meeting",
           "Expected meetings (list, schedule, cadence, later minutes) against captures.",
           "A meeting that nothing announces and no minutes name is not in the count.",
           by_body=ours.meetings_found),
    Metric("L1", LAW, "Agenda on the site in time", "Agenda in time",
           "Was the agenda on the site by the state’s deadline?", "meeting",
           "Posting time is an interval between two looks; yes or no only where both ends agree "
           "with it, by the state’s own clock.",
           "Tests the website only, not the door of the meeting place. Without a printed start "
           "it answers only where every hour of the day gives the same answer.",
           "agenda_posting", by_law=posting.agenda_in_time),
    Metric("L2", LAW, "Agenda unchanged after the deadline", "Agenda unchanged",
           "Did the agenda stay the same from the deadline to the meeting, or do the minutes "
           "record a motion on the change?", "meeting",
           "Hashes and words of captures on both sides of the deadline; other agendas listed "
           "inside it.",
           "Needs a capture before the deadline and a check at or after the meeting.",
           "agenda_posting", by_law=posting.agenda_unchanged),
    Metric("L3", LAW, "Agenda lines name what is voted on", "Lines name the votes",
           "Is each vote outside routine named by a line of the agenda?", "meeting",
           "Motions of the minutes laid beside the lines of the newest agenda held.",
           _EYES, "agenda", by_law=agenda.specific),
    Metric("L4", LAW, "Votes stand on the agenda posted in time", "Votes on the agenda",
           "Does each vote stand on the last agenda captured before the deadline?", "meeting",
           "The same comparison with the version held by the deadline. Any line, packet or number "
           "that may cover a vote keeps it from being counted as missing.",
           "Most states allow such votes on conditions (see L5). " + _MEASURED + _EYES,
           "off_agenda", by_law=agenda.votes_listed),
    Metric("L5", LAW, "Steps recorded for votes off the agenda", "Steps for other votes",
           "Do the records show a motion to add the matter, a reason, a separate vote and an "
           "amended agenda by the next business day?", "vote",
           "Minutes around the vote; a look by the end of the next business day.",
           "Emergencies, minor matters and those a resident raised need no such steps in some "
           "states; whether this was one, and whether the steps suffice, is for counsel. " + _EYES,
           "off_agenda_steps", steps=agenda.steps_taken),
    Metric("L6", LAW, "Special meeting announced in time", "Special notice",
           "Did the site announce the special meeting by the state’s deadline?", "meeting",
           "First sight of the meeting, its notice or its agenda, as an interval.",
           "Never “no”: a newspaper or the door may have carried the notice.",
           "notice_special", by_law=posting.special_notice),
    Metric("L7", LAW, "Minutes exist", "Minutes exist",
           "Are there minutes of the meeting?", "meeting",
           "The coverage table: expected meetings against minutes held or listed.",
           "“No” means: not on the pages we watch in a good look 75 days or more after it. Never "
           "“no” where the state asks for less than minutes, or a recording will do.",
           "minutes", by_law=minutes.minutes_exist),
    Metric("L8a", LAW, "Minutes: date, time and place", "– date, time, place",
           "Do the minutes print date, time and place?", "meeting",
           "The head of the first page.", _EYES, "minutes_content",
           by_law=minutes.date_time_place),
    Metric("L8b", LAW, "Minutes: members present", "– members present",
           "Do the minutes name the members present?", "meeting",
           "The attendance record as read.", _EYES, "minutes_content",
           by_law=minutes.members_present),
    Metric("L8c", LAW, "Minutes: official actions", "– official actions",
           "Do the minutes record motions with their outcome?", "meeting",
           "Motions as read.", "Never “no”: a meeting may act on nothing.",
           "minutes_content", by_law=minutes.official_actions),
    Metric("L8d", LAW, "Minutes: roll calls by member", "– roll calls by member",
           "Does each roll call show how the members voted?", "meeting",
           "Roll calls as read.", _EYES, "minutes_content", by_law=rollcalls.by_member),
    Metric("L8e", LAW, "Minutes: citizens heard", "– citizens heard",
           "Do the minutes record who of the public was heard?", "meeting",
           "Words under the heading of public comment.",
           "Tests that words stand there, not whether they name everybody. Never “no”: nobody may "
           "have spoken.", "minutes_content", by_law=minutes.citizens_heard),
    Metric("L9", LAW, "Roll calls account for all present", "Roll calls add up",
           "Does each roll call list every member present, and does the tally agree?", "meeting",
           "Names in the roll call against the attendance record and the printed tally.",
           "In states that want every vote by member, all votes count. A unanimous vote without "
           "names, and a member who came or went, leave it open. " + _EYES,
           "votes", by_law=rollcalls.roll_calls_complete),
    Metric("L10a", LAW, "Closed sessions give a reason", "Closed session: reason",
           "Is a reason within the statute recorded for each closed session?", "meeting",
           "Words in the sentence of the closed session, or in the next one where that tells a "
           "purpose.", "The words of a reason, not its truth. " + _EYES,
           "executive_session", by_law=closed.closed_sessions),
    Metric("L10b", LAW, "Votes after closed sessions stand in the open", "– vote in the open",
           "Does a vote on what the closed session was about stand in the open part after it?",
           "meeting", "Order of the session’s words and of votes in the minutes.",
           "“No” only for a vote between the words of entering and of leaving, both with a time "
           "of day. No vote afterwards is no lack: none may have been needed. " + _EYES,
           "executive_session", by_law=closed.voted_in_open),
    Metric("L11", LAW, "Comment before the first vote", "Comment before votes",
           "Does public comment stand before the first vote on business?", "meeting",
           "Order of headings and votes in the minutes.",
           "Minutes need not keep the order of the evening. " + _EYES,
           "comment", by_law=course.comment_before_votes),
    Metric("L12", LAW, "Yearly schedule on record", "Yearly schedule",
           "Is a schedule of the year’s regular meetings on record?", "body",
           "Adopted dates in the registry, a listed schedule, or meetings listed ahead.",
           "Never “no”: a newspaper may have carried it.",
           "yearly_schedule", by_body=posting.yearly_schedule),
    Metric("P1", PRACTICE, "Days until minutes are seen", "Minutes seen, days after",
           "Is it known to a week after how many days the minutes were first seen?", "meeting",
           "Days from the meeting to first sight, as an interval; draft or approved.",
           "Median and 90th percentile are intervals; minutes not seen so far count as longer "
           "than all others.", by_meeting=practice.minutes_lag),
    Metric("P2", PRACTICE, "Minutes before the next meeting", "– before next meeting",
           "Were the minutes seen on the site before the next meeting’s day?", "meeting",
           "First sight of the minutes against the next meeting’s date.",
           "Many bodies post minutes only once the next meeting has approved them.",
           by_meeting=practice.before_next),
    Metric("P3a", PRACTICE, "Papers with the agenda", "Papers with agenda",
           "Does a packet or an attachment stand with the agenda?", "meeting",
           "Listed documents; papers bound into the agenda.",
           "Papers that are handed out on request only are not seen.",
           by_meeting=practice.packet_posted),
    Metric("P3b", PRACTICE, "Searchable text", "Searchable text",
           "Do agenda and minutes carry text that can be searched?", "meeting",
           "How the text of each page was obtained.",
           "A scan that we could recognise still counts as not searchable.",
           by_meeting=practice.searchable),
    Metric("P3c", PRACTICE, "Recording posted", "Recording",
           "Is a recording of the meeting listed?", "meeting", "Labels of listed documents.",
           "Never “no”: links to video and audio are not kept by this version, so most answers "
           "are “cannot tell”.", blind=True, by_meeting=practice.recording),
    Metric("P4", PRACTICE, "Documents kept, changes marked", "Kept, changes marked",
           "Is the document still listed, and marked as changed where its words changed?",
           "document", "Later looks and hashes.",
           "Draft minutes that give way to approved ones are no silent change. " + _EYES,
           by_body=practice.kept),
    Metric("P5", PRACTICE, "Text of an agreement before the vote on it",
           "Agreement text before vote",
           "Where a 287(g) agreement was approved, was its text captured before the vote?",
           "vote", "Packets and attachments captured before the earliest start of the meeting.",
           "Never “no”: the text may have lain elsewhere.", by_body=practice.agreement_text),
    Metric("P6", PRACTICE, "Answers to records requests", "Records requests",
           "After how many days was a request for a meeting’s papers answered?", "request",
           "The log of requests that people keep (`offagenda request`).",
           "Days as the sender noted them; those that wait count as longer than all others. Does "
           "not apply where no request is logged.",
           by_body=practice.requests),
)  # fmt: skip

BY_ID = {metric.id: metric for metric in METRICS}
