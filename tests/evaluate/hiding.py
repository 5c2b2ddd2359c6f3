"""Ways in which minutes hide a vote on such an agreement, and ordinary business that hides none.

Owns the words. Towns are made from them by `hunt`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tests.nlp.build import scan

NEGATIVES = frozenset({"NO_VOTE_FOUND", "AGENDA_NO_VOTE", "DISCUSSED_ONLY", "NO_DECISION"})


@dataclass(frozen=True)
class Town:
    """The papers of the meeting that decides; `later`: business of the meeting behind it.

    bound: a page behind its adjournment; special: business of a special meeting two weeks later;
    spoken: a transcript or captions, held instead of minutes. resolution: a document with its text;
    bundled: the same in the packet of the next meeting; votes: a vendor's record of the votes.
    """

    minutes: str = ""
    agenda: str = ""
    packet: str = ""
    draft: str = ""
    later: str = ""
    beside: str = ""
    scan: bytes | None = None
    filed: date | None = None
    bound: str = ""
    special: str = ""
    spoken: str = ""
    resolution: str = ""
    bundled: str = ""
    votes: str | bytes = ""

    @property
    def told(self) -> str:
        """The words that a person would look at."""
        parts = (
            self.agenda, self.packet, self.draft, self.minutes, self.bound, self.special,
            self.later, self.beside, self.spoken, self.resolution, self.bundled, self.votes,
        )  # fmt: skip
        return " / ".join(part for part in parts if part and isinstance(part, str))


@dataclass(frozen=True)
class Way:
    """One way of hiding. wrong: the labels that would be false for it."""

    name: str
    towns: tuple[Town, ...]
    wrong: frozenset[str] = NEGATIVES | {"VOTED_DOWN"}


PLAIN = "the 287(g) memorandum of agreement with U.S. Immigration and Customs Enforcement"
NAMED = (
    PLAIN,
    "a memorandum of agreement with ICE",
    "the MOA with DHS/ICE",
    "participation in the Task Force Model",
    "the Borough's participation in the ICE Task Force Model",
    "the Warrant Service Officer program",
    "an agreement for a delegation of authority under section 1357(g) of title 8",
    "the agreement under 8 U.S.C. 1357",
    "an ERO agreement",
    "the immigration enforcement cooperation agreement",
    "the task force agreement with ICE/ERO",
)
INDIRECT = (
    "a memorandum of understanding with Homeland Security",
    "a memorandum of agreement with the Department of Homeland Security",
    "the MOU with DHS for the Police Department",
    "a police services agreement with the federal government",
    "an intergovernmental agreement with the Department of Homeland Security",
    "the federal law enforcement partnership agreement",
    "an agreement with our federal partners for the Police Department",
    "the federal agreement for the Police Department",
    "the federal cooperation agreement requested by Chief Bellis",
    "an agreement with the United States for police cooperation",
    "the law enforcement agreement with the U.S. Government",
    "an agreement deputizing borough police officers as federal officers",
    "the TFM agreement",
    "the cross-designation of two police officers under a federal agreement",
    "a cooperative agreement on immigration matters",
)
FRAMES = (
    "Motion by Hall, second by Reyes, to approve {}. Motion carried 5-0.",
    "Mr. Hall moved to approve {}. Ms. Reyes seconded. All in favor. Motion carried.",
    (
        "A motion was made by Hall, seconded by Reyes, to authorize {}. Hall - yes, Reyes - yes, "
        "Ames - yes, Odell - no. Motion passed."
    ),
    "It was moved by Hall, seconded by Reyes, that {} be approved. MOTION CARRIED 4-1.",
    "MOTION: To approve {}\nMoved by: Hall\nSeconded by: Reyes\nVote: 5-0",
)
BARE_FRAMES = (
    "Council approved {}.",
    "Council approved {} by a vote of 5-0.",
    "The following resolution was adopted: BE IT RESOLVED that the Borough enter into {}.",
    "It was the consensus of Council to enter into {} and the President so ordered.",
    "{} was approved unanimously.",
    "On roll call, Council unanimously authorized {}.",
    "The Board authorized the Chief to enter into {}; all members present agreed.",
    "Council voted to enter into {}.",
    "There being no objection, the President declared {} approved.",
    "Upon the recommendation of the committee, {} was accepted, Mr. Quist dissenting.",
)


def _each(frames: tuple[str, ...], wordings: tuple[str, ...]) -> Iterator[Town]:
    for frame in frames:
        for wording in wordings:
            said = frame.format(wording)
            yield Town(minutes=said[0].upper() + said[1:])


def _towns(*minutes: str, agenda: str = "") -> tuple[Town, ...]:
    return tuple(Town(minutes=one, agenda=agenda) for one in minutes)


_ITEM = "Memorandum of agreement with ICE under section 287(g), Police Department"
_LIST = (
    "4. Consent Agenda\nC-1. Payment of bills\nC-2. Appointment to the Library Board\n"
    f"C-3. Tax refund, parcel 12\nC-4. {_ITEM}\nC-5. Lease of a copier\nC-6. Street closing"
)
_CONSENT = (
    "Motion by Hall, second by Reyes, to approve items C-1 through C-6. Motion carried 5-0.",
    "Motion by Hall, second by Reyes, to approve the consent agenda. Motion carried.",
    "Mr. Hall moved to approve the consent agenda as presented. Ms. Reyes seconded. All in favor.",
    "Motion by Hall, second by Reyes, to approve the consent calendar except C-2. Motion carried.",
    "Council approved the consent agenda 5-0.",
    "The consent agenda was approved as presented.",
    "The consent agenda was approved by unanimous vote.",
    "Consent items were approved on a motion by Hall, second by Reyes.",
    "Motion by Hall, second by Reyes, to approve all items as listed. Motion carried.",
    "Motion by Hall, second by Reyes, to approve C-1 to C-6 in one motion. Motion carried.",
    "CONSENT AGENDA\nMotion by Hall, second by Reyes. Motion carried 5-0.",
    "Consent agenda: Hall/Reyes, 5-0.",
)
_RESOLUTIONS = (
    "Motion by Hall, second by Reyes, to adopt Resolution 2025-14. Motion carried 5-0.",
    "Resolution 2025-14 was adopted by unanimous vote.",
    "Mr. Hall moved Resolution No. 2025-14. Ms. Reyes seconded. All in favor. Motion carried.",
    "Motion by Hall, second by Reyes, to adopt Resolutions 2025-13 and 2025-14. Motion carried.",
    "Res. 2025-14: Hall/Reyes. Passed 5-0.",
    "Resolution #2025-14. Ayes: Hall, Reyes, Ames, Odell. Nays: Quist. Adopted.",
    "Council adopted Resolution 2025-14.",
    "A motion to adopt the resolution was made by Hall, seconded by Reyes. Motion carried.",
)
_NUMBERED = (
    (
        "4. New Business\n4.1 Paving bids\n4.2 Resolution 2025-14, approving a "
        "memorandum of agreement "
        "with ICE under section 287(g)\n4.3 Parking on Main Street"
    ),
    (
        "4. Resolution 2025-14\nAuthorizing participation of the Police Department in the 287(g) "
        "Task Force Model\n5. Parking on Main Street"
    ),
    "4. New Business\n4.2 Resolution 2025-14, agreement with the Department of Homeland Security",
)
_ITEMS = (
    "Motion by Hall, second by Reyes, to approve item 4.2. Motion carried 5-0.",
    "Motion by Hall, second by Reyes, to approve 4.2 as presented. Motion carried.",
    "Motion by Hall, second by Reyes, to approve the agreement. Motion carried 4-1.",
    "Motion by Hall, second by Reyes, to approve the Chief's request. Motion carried 4-1.",
    "Motion by Hall, second by Reyes, to approve as presented. Motion carried.",
    "Motion by Hall, second by Reyes. Motion carried 5-0.",
    "Item 4.2 was approved on a vote of 5-0.",
    "4.2 Approved. Hall/Reyes. 5-0.",
    "Council approved the item, 5-0.",
    "Council approved the request of the Police Department.",
)
_POLICE = "4. New Business\n4.1 Paving bids\n4.2 287(g) agreement, Police Department"
_CHIEF = (
    (
        "Motion by Hall, second by Reyes, to authorize Chief Bellis to sign the "
        "agreement discussed in "
        "executive session. Motion carried."
    ),
    (
        "Motion by Hall, second by Reyes, to ratify the Chief's signature on the federal "
        "agreement. "
        "Motion carried 4-1."
    ),
    (
        "Motion by Hall, second by Reyes, to authorize the Chief of Police to execute "
        "the memorandum. "
        "Motion carried."
    ),
    (
        "Mr. Hall moved that the Chief be permitted to sign the documents with the federal agency. "
        "Ms. Reyes seconded. Motion carried."
    ),
    (
        "Motion by Hall, second by Reyes, to ratify the agreement signed by the Chief of Police on "
        "July 30. Motion carried."
    ),
    "Following the executive session, Council authorized the police agreement discussed there.",
    (
        "Motion by Hall, second by Reyes, to grant the request of the Chief to enter into the "
        "agreement. Motion carried 5-0."
    ),
    (
        "Motion by Hall, second by Reyes, to authorize the Police Department to proceed with the "
        "agreement reviewed in closed session. Motion carried."
    ),
)
_AMENDED = (
    (
        f"Motion by Hall, second by Reyes, to approve {PLAIN}. Motion by Odell, second by Ames, to "
        "amend the motion to limit it to one year. The amendment carried 3-2. The motion "
        "as amended "
        "carried 4-1."
    ),
    (
        f"Motion by Hall, second by Reyes, to table {PLAIN}. The motion failed 2-3. Ms. "
        f"Odell offered "
        "a substitute motion to approve it for one year, seconded by Ames. The substitute motion "
        "carried 3-2."
    ),
    (
        f"Mr. Hall moved to reject {PLAIN}. Ms. Odell offered a substitute motion to approve the "
        "agreement. Mr. Ames seconded. The substitute carried 4-1."
    ),
    (
        "287(G) AGREEMENT\nMotion by Hall, second by Reyes, to table. Motion failed 1-4. Motion by "
        "Odell, second by Ames, to approve. Motion carried 4-1."
    ),
)
_UNREADABLE = (
    f"Motion by Hall, second by Reyes, to approve {PLAIN}. Mo ion c rr  d.",
    f"Motion by Hall, second by Reyes, regarding {PLAIN}. Vote taken.",
    f"Motion by Hall to approve {PLAIN}. Discussion followed. The vote was as recorded.",
)
_REJECTED = (
    f"Motion by Hall, second by Reyes, to approve {PLAIN}. Motion failed 2-3.",
    f"Motion by Hall, second by Reyes, to reject {PLAIN}. Motion carried 4-1.",
    f"Council declined {PLAIN} by a vote of 5-0.",
    "Motion by Hall, second by Reyes, not to enter into the federal police agreement. Carried 5-0.",
    "Council rejected the memorandum of understanding with Homeland Security.",
)
_ENDED = (
    f"Motion by Hall, second by Reyes, to terminate {PLAIN}. Motion carried 4-3.",
    "Motion by Hall, second by Reyes, to end the federal agreement signed by the Chief. Carried.",
    "Council directed the Chief to withdraw from the Task Force Model agreement. 5-0.",
)
_SPLIT = tuple(
    f"{head}\f{tail}"
    for head, tail in (
        ("Motion by Hall, second by Reyes, to approve the memorandum of agreement with",
         "ICE under section 287(g). Motion carried 5-0."),
        (f"Motion by Hall, second by Reyes, to approve {PLAIN}.", "Motion carried 5-0."),
        ("Motion by Hall, second by Reyes, to approve the agreement with the Department of",
         "Homeland Security for the police. Motion carried 5-0."),
        ("287(G) AGREEMENT\nChief Bellis explained the program.",
         "Motion by Hall, second by Reyes, to approve. Motion carried 5-0."),
    )
)  # fmt: skip
_LATER = (
    (
        "The President noted that at the special meeting of August 26, 2025 Council approved the "
        "agreement with ICE under section 287(g)."
    ),
    (
        "Motion by Quist, second by Hall, to approve the minutes of the special meeting "
        "of August 26, "
        "2025. Motion carried."
    ),
)
_ORDINARY = (
    (
        "Motion by Hall, second by Reyes, to authorize the Police Chief to sign the "
        "agreement with the "
        "school district for a school resource officer. Motion carried 5-0."
    ),
    "Motion by Hall, second by Reyes, to renew the mutual aid agreement. Motion carried.",
    "Motion by Hall, second by Reyes, to approve the consent agenda. Motion carried.",
    "Motion by Hall, second by Reyes, to adopt Resolution 2025-14. Motion carried.",
    (
        "Motion by Hall, second by Reyes, to ratify the agreement with the police association "
        "discussed in executive session. Motion carried."
    ),
    "Motion by Hall, second by Reyes, to apply for a federal grant for police vests. Carried 5-0.",
    "Chief Bellis gave the monthly report: 212 calls, 14 citations, one arrest.",
    (
        "Motion by Hall, second by Reyes, to approve a cooperative agreement with the "
        "county for road "
        "salt. Motion carried."
    ),
    (
        "Motion by Hall, second by Reyes, to purchase two police vehicles under the "
        "state contract. "
        "Motion carried."
    ),
    "Motion by Hall, second by Reyes, to approve the agreement with Brandt Engineering. Carried.",
)


_BOUND = tuple(
    (said, f"{head}\nRESOLUTION 2025-14\n\nA RESOLUTION OF THE BOROUGH COUNCIL APPROVING {PLAIN}.")
    for head, said in (
        ("ATTACHMENT A", "Motion by Hall, second by Reyes, to adopt Attachment A. Carried 5-0."),
        (
            "EXHIBIT 1",
            "Motion by Hall, second by Reyes, to adopt the attached resolution. Carried.",
        ),
        (
            "ATTACHMENT",
            "Motion by Hall, second by Reyes, to adopt Resolution 2025-14. Carried 5-0.",
        ),
        ("ATTACHMENT", "The resolution attached to these minutes was adopted, 5-0."),
    )
)
_GRIDS = (
    (
        f"APPROVE {PLAIN}\n\nMember     Motion  Second  Yes  No  Abstain\n"
        "Hall         X              X\nReyes                X      X\n"
        "Ames                        X\n"
        "Odell                       X\nQuist                            X\n"
    ),
    (
        f"Item: {PLAIN}\n\n| Member | Yes | No |\n|---|---|---|\n| Hall (M) | X | |\n"
        "| Reyes (S) | X | |\n| Ames | X | |\n| Odell | X | |\n| Quist | | X |\n"
    ),
    (
        "287(G) AGREEMENT WITH ICE\nMover: Hall\nSeconder: Reyes\nAYES          NAYS      ABSENT\n"
        "Hall          Quist     None\nReyes\nAmes\nOdell\nRESULT: ADOPTED\n"
    ),
)
_COLUMNS = (
    (
        "Motion by Hall, second by Reyes, to       Chief Bellis gave the monthly\n"
        "approve the 287(g) memorandum of          report: 212 calls, 14 citations\n"
        "agreement with ICE. Carried 5-0.          and one arrest.\n"
    ),
    (
        "POLICE                                    ROADS\n"
        "Motion by Hall, second by Reyes, to       Mr. Odell reported on paving.\n"
        "approve the agreement with Homeland       The salt shed needs a roof.\n"
        "Security. Motion carried 5-0.             No action was taken.\n"
    ),
)
_SPOKEN = (
    (
        "HALL: Next is the 287(g) agreement with ICE. I'll move to approve it.\nREYES: Second.\n"
        "PRESIDENT: All in favor?\nALL: Aye.\nPRESIDENT: Opposed? None. Motion carries.\n"
    ),
    (
        "Speaker 1: We have the memorandum of agreement with Immigration and Customs Enforcement.\n"
        "Speaker 2: So moved.\nSpeaker 3: Second.\nSpeaker 1: Roll call.\nSpeaker 4: Hall?\n"
        "Speaker 2: Yes.\nSpeaker 4: Reyes?\nSpeaker 3: Yes.\nSpeaker 1: That passes.\n"
    ),
    (
        "WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n>> next item is the 287(g) agreement with ICE\n\n"
        "00:00:04.000 --> 00:00:07.000\n>> I move to approve\n\n00:00:07.000 --> 00:00:09.000\n"
        ">> second\n\n00:00:09.000 --> 00:00:14.000\n>> all in favor aye motion carries\n"
    ),
    (
        "1\n00:00:01,000 --> 00:00:04,000\nthe agreement with homeland security\n\n2\n"
        "00:00:04,000 --> 00:00:09,000\nso moved second all in favor aye passes\n"
    ),
)


def _blank() -> bytes:
    return scan([230])


def _ways() -> Iterator[Way]:
    yield Way("plain wording, motions", tuple(_each(FRAMES, NAMED)))
    yield Way("plain wording, no word motion", tuple(_each(BARE_FRAMES, NAMED)))
    yield Way("other wording, motions", tuple(_each(FRAMES, INDIRECT)))
    yield Way("other wording, no word motion", tuple(_each(BARE_FRAMES, INDIRECT)))
    yield Way("consent agenda, item in the agenda only", _towns(*_CONSENT, agenda=_LIST))
    listed = tuple(
        Town(minutes=f"CONSENT AGENDA\n{_LIST.partition(chr(10))[2]}\n\n{one}") for one in _CONSENT
    )
    yield Way("consent agenda, item in the minutes", listed)
    numbered = tuple(t for a in _NUMBERED for t in _towns(*_RESOLUTIONS, agenda=a))
    yield Way("resolution by number, title in the agenda", numbered)
    yield Way("item by number or pointer, agenda only", _towns(*_ITEMS, agenda=_POLICE))
    yield Way("list or number, no agenda held", _towns(*_CONSENT[:8], *_RESOLUTIONS))
    yield Way("chief's request", _towns(*_CHIEF))
    yield Way("amended or substitute", _towns(*_AMENDED))
    yield Way("split over a page break", _towns(*_SPLIT))
    yield Way("result unreadable", _towns(*_UNREADABLE))
    yield Way("rejected", _towns(*_REJECTED), NEGATIVES | {"VOTE_BEFORE", "VOTE_ORDER_UNKNOWN"})
    yield Way("ended", _towns(*_ENDED))
    yield Way("special meeting named later", tuple(Town(later=one) for one in _LATER))
    yield Way("another body of the place", tuple(
        Town(beside=frame.format(PLAIN)) for frame in (*FRAMES, *BARE_FRAMES)))  # fmt: skip
    yield Way("scan without text", (Town(scan=_blank()), Town(scan=_blank(), agenda=_POLICE)))
    yield Way("in the packet", tuple(
        Town(minutes=m, packet=f"RESOLUTION 2025-14\nA RESOLUTION APPROVING {PLAIN}")
        for m in (*_RESOLUTIONS, *_CONSENT[:4])))  # fmt: skip
    yield Way("in a draft later replaced", tuple(
        Town(draft=frame.format(w)) for frame in (*FRAMES, *BARE_FRAMES[:4])
        for w in (PLAIN, INDIRECT[0])))  # fmt: skip
    yield Way("in an attachment behind the minutes", tuple(
        Town(minutes=said, bound=bound) for said, bound in _BOUND))  # fmt: skip
    yield Way("votes in a grid", _towns(*_GRIDS))
    yield Way("two columns", _towns(*_COLUMNS))
    yield Way("transcript or captions only", tuple(Town(spoken=one) for one in _SPOKEN))
    yield Way("special meeting", tuple(
        Town(special=frame.format(w)) for frame in (*FRAMES, *BARE_FRAMES[:2])
        for w in (PLAIN, INDIRECT[0])))  # fmt: skip
    yield Way("filed under a neighbour's date", tuple(
        Town(minutes=FRAMES[0].format(w), filed=date(2025, 8, 19))
        for w in (PLAIN, INDIRECT[0], INDIRECT[7])))  # fmt: skip


WAYS = tuple(_ways())
_USUAL = (
    "4. Consent Agenda\nC-1. Payment of bills\nC-2. Appointment to the Library Board\n"
    "5. Resolution 2025-14: fees for permits"
)
CONTROL = Way(
    "ordinary business, nothing hidden", _towns("", *_ORDINARY, agenda=_USUAL), frozenset()
)
