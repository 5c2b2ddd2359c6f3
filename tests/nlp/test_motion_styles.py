"""How clerks word a motion: constructed sentences of many house styles, and words that are none."""

from __future__ import annotations

import pytest

from nlp.reading import read

TOP = """TOWN OF EXAMPLETON
COUNCIL MEETING MINUTES
July 14, 2026 - Regular Meeting

The meeting was called to order at 7:00 p.m. by Mayor Odell.
PRESENT: Odell, Brandt, Reyes, Ito, Kern, Lund, Vance
ABSENT: None

"""
Told = tuple[str | None, str | None, str, int | None, int | None]
BY = "Motion by Brandt, seconded by Ito, "
STYLES: list[tuple[str, list[Told]]] = [
    (
        (
            "VOTED: That the lease of the barn be renewed. Motion of Councilor Brandt, seconded by "
            "Councilor Ito. So voted, 6-1."
        ),
        [("Brandt", "Ito", "passed", 6, 1)],
    ),
    (
        (
            "4. VOTED: To retire under RIGL 42-46-5(a)(2). Motion of Councilor Brandt, seconded by "
            "Councilor Ito."
        ),
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        (
            "VOTED: That the fee be raised. Motion of Councilor Brandt, seconded by Councilor Ito. "
            "On the vote: 2-5."
        ),
        [("Brandt", "Ito", "failed", 2, 5)],
    ),
    (
        (
            "6. Sign ordinance\n   ACTION: Table to May 12\n   MOTION BY: Brandt   SECOND: Ito\n"
            "   VOTE: 2-5\n   ACTION: Approve\n   MOTION BY: Kern   SECOND: Lund\n   VOTE: 4-3"
        ),
        [("Brandt", "Ito", "failed", 2, 5), ("Kern", "Lund", "passed", 4, 3)],
    ),
    (
        (
            "Motion: Deny, Moved by Member Brandt, Seconded by Member Ito.\n"
            "Vote: Motion failed (summary: Yes = 2, No = 5)."
        ),
        [("Brandt", "Ito", "failed", 2, 5)],
    ),
    (
        "M/ C. Brandt  S/ P. Ito  to pay the bills.  V/ 6-1",
        [("C. Brandt", "P. Ito", "passed", 6, 1)],
    ),
    (
        (
            "The Council voted 5 to 2, on motion of Councilor Brandt and second of Councilor Ito, "
            "to meet in July."
        ),
        [("Brandt", "Ito", "passed", 5, 2)],
    ),
    (
        (
            "Upon the motion of Member Brandt, and seconded by Member Ito, to raise the fee, the "
            "vote was as follows:\nMember Odell voted: NAY\nMember Brandt voted: AYE\n"
            "Member Ito voted: AYE\nMember Kern voted: NAY\n"
            "The motion having failed to receive a majority, the fee stands."
        ),
        [("Brandt", "Ito", "failed", 2, 2)],
    ),
    (
        (
            "Moved by Brandt, seconded by Ito, to adopt the plan. Those voting Aye: Brandt, Ito; "
            "those voting Nay: Kern, Lund, Vance; Passing: Reyes. The motion failed."
        ),
        [("Brandt", "Ito", "failed", 2, 3)],
    ),
    (
        (
            "Brandt moved to sell the roller. Ito seconded. Brandt then took it off the floor when "
            "told that the roller is on loan."
        ),
        [("Brandt", "Ito", "withdrawn", None, None)],
    ),
    (
        "Brandt moved the agenda as read and Ito seconded. Motion carried 7-0.",
        [("Brandt", "Ito", "passed", 7, 0)],
    ),
    (
        "On motion by Brandt, second by Ito, Council voted to approve the minutes of June 9. 7-0.",
        [("Brandt", "Ito", "passed", 7, 0)],
    ),
    (
        (
            "Upon a motion by Ms. Brandt, duly seconded by Mr. Ito, the Board approved "
            "the minutes. Motion carried unanimously."
        ),
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        (
            "Upon motion duly made by Brandt and seconded by Ito, it was unanimously "
            "resolved to hire Dana Poe as clerk."
        ),
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        "Brandt moved, Ito second, to pay the bills. AYES: Odell, Brandt, Ito. NAYS: Kern. M/C.",
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        (
            "Motion made by Brandt; seconded by Ito to adopt Ordinance 14. Roll call "
            "vote: Odell-Y, Brandt-Y, Ito-Y, Kern-N, Lund-N. Ordinance adopted."
        ),
        [("Brandt", "Ito", "passed", 3, 2)],
    ),
    (
        (
            "Moved by Brandt and supported by Ito to approve the site plan. Yeas: "
            "Brandt, Ito, Kern. Nays: Lund. Motion carried."
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        "Moved by Brandt, supported by Ito, CARRIED, to receive and file the report.",
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        "It was moved by Brandt, seconded by Ito, to adjourn at 9 p.m. Motion carried.",
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        (
            "Councilor Brandt made a motion to accept the bid; Councilor Ito seconded. "
            "The motion failed on a vote of 3 to 4."
        ),
        [("Brandt", "Ito", "failed", 3, 4)],
    ),
    (
        (
            "MOTION BY BRANDT, SECOND BY ITO TO APPROVE THE AGENDA. VOTE: 6 YEAS, 1 NAY. "
            "MOTION CARRIED."
        ),
        [("Brandt", "Ito", "passed", 6, 1)],
    ),
    (
        "Motion: Brandt\nSecond: Ito\nTo approve the consent agenda\nVote: Unanimous",
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        (
            "Motion to approve the consent agenda.\n"
            "Moved: Brandt\n"
            "Seconded: Ito\n"
            "Ayes: 7\n"
            "Nays: 0\n"
            "Carried"
        ),
        [("Brandt", "Ito", "passed", 7, 0)],
    ),
    (
        "Brandt/Ito moved to approve the minutes. Carried 7-0.",
        [("Brandt", "Ito", "passed", 7, 0)],
    ),
    (
        "MSC (Brandt/Ito) to approve the minutes. 7-0.",
        [("Brandt", "Ito", "passed", 7, 0)],
    ),
    (
        "M/S Brandt, Ito to approve the plan as presented. Passed unanimously.",
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        "It was MSP (Brandt, Ito) to adopt the budget.",
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        "MOTION/Brandt, SECOND/Ito to open the hearing. Motion passed 7-0.",
        [("Brandt", "Ito", "passed", 7, 0)],
    ),
    (
        (
            "A motion to table Resolution 9 was made by Brandt and seconded by Ito. Upon "
            "roll call: Odell, aye; Brandt, aye; Ito, aye; Kern, no. Motion carried."
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        (
            "Mr. Brandt offered the following resolution and moved its adoption:\n"
            "\n"
            "RESOLUTION 2026-9\n"
            "A RESOLUTION SETTING FEES\n"
            "\n"
            "Seconded by Mr. Ito and adopted by the following vote:\n"
            "AYES: Odell, Brandt, Ito, Kern\n"
            "NAYS: Lund\n"
            "ABSTAIN: None"
        ),
        [("Brandt", "Ito", "passed", 4, 1)],
    ),
    (
        (
            "Introduced by: Brandt\n"
            "Seconded by: Ito\n"
            "MOTION: to adopt Resolution 9\n"
            "ROLL CALL: Ayes - Odell, Brandt, Ito; Nays - None\n"
            "Motion carried"
        ),
        [("Brandt", "Ito", "passed", 3, 0)],
    ),
    (
        (
            "Council Member Brandt moved that the item be denied. Seconded by Council "
            "Member Ito. Motion carried 5-2, Council Members Kern and Lund dissenting."
        ),
        [("Brandt", "Ito", "passed", 5, 2)],
    ),
    (
        "Brandt: Motion to approve.\nIto: Second.\nVote: Aye - 6, Nay - 1 (Kern).",
        [("Brandt", "Ito", "passed", 6, 1)],
    ),
    (
        (
            "Trustee Brandt motioned to hire Dana Poe, with Trustee Ito seconding. "
            "Motion passed with all in favor."
        ),
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        "Ms. Brandt moved approval of the warrant; seconded by Mr. Ito; all ayes.",
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        (
            "VOTED: To approve the minutes of June 9, on a motion by Ms. Brandt, "
            "seconded by Mr. Ito. 5-0-0."
        ),
        [("Brandt", "Ito", "passed", 5, 0)],
    ),
    (
        "Motion to approve the minutes by Brandt, second by Ito. All voted in favor.",
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        "A motion by Brandt to rescind the ordinance died for lack of a second.",
        [("Brandt", None, "no_second", None, None)],
    ),
    (
        "Brandt moved to end the agreement. The motion did not receive a second.",
        [("Brandt", None, "no_second", None, None)],
    ),
    (
        (
            "Brandt moved to approve; Ito seconded. After discussion Brandt withdrew the "
            "motion and Ito the second."
        ),
        [("Brandt", "Ito", "withdrawn", None, None)],
    ),
    (
        (
            "Motion by Brandt, seconded by Ito to approve the permit. Vote: Brandt Yes "
            "Ito Yes Kern No Lund No Odell No. Motion fails."
        ),
        [("Brandt", "Ito", "failed", 2, 3)],
    ),
    (
        (
            "Brandt moved, seconded by Ito, to adopt. The vote was 3-3, and the motion "
            "failed for lack of a majority."
        ),
        [("Brandt", "Ito", "failed", 3, 3)],
    ),
    (
        (
            "A motion was made (Brandt) and seconded (Ito) to approve the minutes as "
            "presented. Motion carried."
        ),
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        (
            "Motion was made by Brandt to approve the lease. Motion was seconded by Ito. "
            "Those voting yes: Brandt, Ito, Odell. Those voting no: Kern. Abstaining: "
            "Lund."
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        (
            "Councilwoman Brandt entertained a motion from Councilman Ito to adjourn, "
            "second by Kern. Motion passed."
        ),
        [("Ito", "Kern", "passed", None, None)],
    ),
    (
        "Motion and second (Brandt, Ito) to approve the agenda. Passed 7-0.",
        [("Brandt", "Ito", "passed", 7, 0)],
    ),
    (
        (
            "Commissioner Brandt made the motion, seconded by Commissioner Ito, to "
            "approve Task Order 4. The motion carried 4-1 with Commissioner Kern voting "
            "against."
        ),
        [("Brandt", "Ito", "passed", 4, 1)],
    ),
    (
        "Brandt moved for approval, Ito seconded. On a voice vote, the motion carried.",
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        "Action: Motion by Brandt/Ito to approve. Motion carried 6-0-1 (Kern abstained).",
        [("Brandt", "Ito", "passed", 6, 0)],
    ),
    (
        (
            "Resolution 2026-14 was adopted on motion of Brandt, second by Ito: Yes - "
            "Brandt, Ito, Odell; No - Kern."
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        (
            "The Mayor asked for a motion to approve the minutes. So moved by Brandt. "
            "Seconded by Ito. Vote: 7 - 0."
        ),
        [("Brandt", "Ito", "passed", 7, 0)],
    ),
    (
        (
            "Chairman Odell called for a motion. Brandt so moved; Ito seconded. Motion "
            "carried unanimously."
        ),
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        (
            "Moved by Member Brandt\n"
            "Seconded by Member Ito\n"
            "that Resolution 14 be adopted.\n"
            "Yes: Odell, Brandt, Ito, Kern\n"
            "No: Lund\n"
            "Motion Carried 4-1"
        ),
        [("Brandt", "Ito", "passed", 4, 1)],
    ),
    (
        (
            "1. Approval of Minutes\n"
            "Brandt made a motion to approve the minutes. Second by Ito. Motion carried "
            "(6-0).\n"
            "2. Treasurer's Report\n"
            "Kern made a motion to accept the report. Second by Lund. Motion carried "
            "(6-0)."
        ),
        [("Brandt", "Ito", "passed", 6, 0), ("Kern", "Lund", "passed", 6, 0)],
    ),
    (
        (
            "Motion No. 26-101: Moved by Brandt, seconded by Ito, to approve the plans. "
            "Ayes 5 Noes 2 Absent 0. Carried."
        ),
        [("Brandt", "Ito", "passed", 5, 2)],
    ),
    (
        (
            "Ms. Brandt then moved, and Mr. Ito seconded, that the Board go into "
            "executive session. The Chair declared the motion carried."
        ),
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        (
            "Brandt moved the adoption of Ordinance 7. The motion was seconded by Ito, "
            "and upon a vote being taken, the following voted aye: Brandt, Ito, Kern; "
            "voted nay: Lund; absent: none; motion declared carried."
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        "Motion (Brandt), second (Ito), to approve Change Order 2. Passed: 4 yes, 1 no, 2 absent.",
        [("Brandt", "Ito", "passed", 4, 1)],
    ),
    (
        (
            "Board action: Brandt moved and Ito seconded to approve the contract. Roll "
            "call: Ayes: Brandt, Ito, Kern, Lund, Odell. Nays: None. Absent: Reyes, "
            "Vance. Motion carried."
        ),
        [("Brandt", "Ito", "passed", 5, 0)],
    ),
    (
        "It was resolved, on the motion of Brandt, seconded by Ito, to close the street. Carried.",
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        (
            "Council Member Brandt moved for the adoption of Resolution 9. Council "
            "Member Ito seconded the motion, which carried by the following roll call "
            "vote:\n"
            "YES: Brandt, Ito, Kern\n"
            "NO: Lund\n"
            "ABSENT: Vance"
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        BY
        + (
            "to adopt the budget. Kern moved to amend by cutting $5,000; Lund seconded. "
            "The amendment failed 2-5. The main motion then carried 6-1."
        ),
        [("Brandt", "Ito", "passed", 6, 1), ("Kern", "Lund", "failed", 2, 5)],
    ),
    (
        BY
        + (
            "to adopt the policy.\n"
            "\n"
            "Kern offered a substitute motion to postpone to August. Second by Lund. "
            "Vote on substitute: 4-3, carried."
        ),
        [("Brandt", "Ito", "unknown", None, None), ("Kern", "Lund", "passed", 4, 3)],
    ),
    (
        BY
        + (
            "to approve the agreement. Kern moved to table; there was no second. On the "
            "question, roll call: Odell yes, Brandt yes, Ito yes, Kern no, Lund no, "
            "Reyes no, Vance no. Motion failed 3-4."
        ),
        [("Brandt", "Ito", "failed", 3, 4), ("Kern", None, "no_second", None, None)],
    ),
    (
        (
            "Brandt moved to reconsider the vote on Ordinance 7. Ito seconded. Motion to "
            "reconsider carried 4-3."
        ),
        [("Brandt", "Ito", "passed", 4, 3)],
    ),
    (
        BY
        + (
            "to approve the consent agenda except items 4 and 6. Motion carried "
            "unanimously.\n"
            "4. Bids\n"
            "Motion by Kern, seconded by Lund, to award the bid. Motion carried 6-1 "
            "(Vance)."
        ),
        [("Brandt", "Ito", "passed", None, 0), ("Kern", "Lund", "passed", 6, 1)],
    ),
    (
        BY
        + (
            "to enter into the agreement with ICE. Four members voted aye (Odell, "
            "Brandt, Ito, Kern); three members voted nay (Lund, Reyes, Vance). Carried."
        ),
        [("Brandt", "Ito", "passed", 4, 3)],
    ),
    (
        BY
        + (
            "to approve. The motion received three affirmative votes and two negative "
            "votes and, four votes being required, did not pass."
        ),
        [("Brandt", "Ito", "failed", 3, 2)],
    ),
    (
        BY + "to approve the minutes. Voting aye: All. Voting nay: None.",
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        BY
        + (
            "to approve the rezoning. Ayes: Odell, Brandt, Ito. Nays: Kern, Lund, Reyes. "
            "Absent: Vance. The Mayor voted nay to break the tie. Motion failed."
        ),
        [("Brandt", "Ito", "failed", 3, 4)],
    ),
    (
        BY + "to deny the variance. All in favor; motion to deny carried.",
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        (
            "RESOLUTION 2026-20: Authorizing sale of surplus vehicle\n"
            "Motion: Brandt   Second: Ito\n"
            "Roll Call:\n"
            "Odell   Yes\n"
            "Brandt   Yes\n"
            "Ito   Yes\n"
            "Kern   No\n"
            "Resolution adopted."
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        (
            "Res. 26-40 Award of paving contract\n"
            "RESULT: APPROVED (5-2)\n"
            "MOVER: Brandt\n"
            "SECONDER: Ito\n"
            "AYES: Odell, Brandt, Ito, Reyes, Vance\n"
            "NAYS: Kern, Lund"
        ),
        [("Brandt", "Ito", "passed", 5, 2)],
    ),
    (
        "A. Approve the MOU with the school district\nBrandt/Ito\nAyes: 6 Noes: 1 (Kern)\nApproved",
        [("Brandt", "Ito", "passed", 6, 1)],
    ),
    (
        (
            "Councilman Brandt, seconded by Councilman Ito, moved to approve the plan. "
            "Roll call. Ayes: 5. Nays: 1. Abstentions: 1. Motion carried."
        ),
        [("Brandt", "Ito", "passed", 5, 1)],
    ),
    (
        BY
        + (
            "to appoint Dana Poe. Roll Call: Odell, Brandt, Ito, Kern, Lund: Aye. Reyes: "
            "Nay. Vance: Abstain."
        ),
        [("Brandt", "Ito", "passed", 5, 1)],
    ),
    (
        BY
        + (
            'to renew the lease. Upon roll call vote, all Council members voted "yes", '
            'except Kern who voted "no". Motion carried.'
        ),
        [("Brandt", "Ito", "passed", None, 1)],
    ),
    (
        BY
        + (
            "to close the road.\n"
            "VOTE\n"
            "Odell: Aye\tBrandt: Aye\tIto: Aye\n"
            "Kern: Nay\tLund: Absent\n"
            "Motion Passed"
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        BY
        + (
            "to accept the audit.\n"
            "  Ayes      Odell, Brandt, Ito, Kern\n"
            "  Nays      None\n"
            "  Absent    Lund\n"
        ),
        [("Brandt", "Ito", "passed", 4, 0)],
    ),
    (
        BY + ("to sell the truck. Vote: 5 in favor; 2 opposed (Kern and Lund). Motion carries."),
        [("Brandt", "Ito", "passed", 5, 2)],
    ),
    (
        BY + "to hire a clerk. Vote taken – 4 ayes – 1 nay – motion carried.",
        [("Brandt", "Ito", "passed", 4, 1)],
    ),
    (
        (
            "Mayor Odell requested a motion to approve the bid. Motion made by Brandt, "
            "second Ito. All were in favor, none opposed. Motion carried."
        ),
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        "Minutes: Motion to approve by Brandt. 2nd by Ito. Passed.",
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        "Brandt made motion to pay bills, Ito 2nd, motion carried.",
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        (
            "Being no further business, on motion of Brandt, seconded by Ito, the "
            "meeting adjourned at 8:40 p.m."
        ),
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        (
            "Ordinance 26-3 was introduced on first reading on motion by Brandt, "
            "seconded by Ito. Roll call vote 6 ayes, 1 nay."
        ),
        [("Brandt", "Ito", "passed", 6, 1)],
    ),
    (
        (
            "Brandt moved that Council reject the 287(g) agreement. Ito seconded. Ayes – "
            "Brandt, Ito, Reyes, Vance. Nays – Odell, Kern, Lund. Carried 4-3."
        ),
        [("Brandt", "Ito", "passed", 4, 3)],
    ),
    (
        (
            "The motion by Brandt, seconded by Ito, to approve the agreement was "
            "defeated by a vote of 3 to 4, with Odell, Kern, Lund and Vance opposed."
        ),
        [("Brandt", "Ito", "failed", 3, 4)],
    ),
    (
        (
            "Selectman Brandt motioned to approve the warrant. Selectman Ito seconded. "
            "3-0-0 motion passes."
        ),
        [("Brandt", "Ito", "passed", 3, 0)],
    ),
    (
        (
            "MOTION: Ms. Brandt to approve the budget as submitted.\n"
            "SECOND: Mr. Ito\n"
            "VOTE: 3-0-1 (Kern abstaining)"
        ),
        [("Brandt", "Ito", "passed", 3, 0)],
    ),
    (
        (
            "Motion was made by Brandt and supported by Ito to authorize the purchase.\n"
            "Yeas: 6\n"
            "Nays: 1\n"
            "Motion carried."
        ),
        [("Brandt", "Ito", "passed", 6, 1)],
    ),
    (
        (
            "Commissioner Brandt moved to approve Item 5; seconded by Commissioner Ito; "
            "the motion passed by the following vote: Commissioners Brandt, Ito and Kern "
            '"Aye"; Commissioner Lund "Nay".'
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        (
            "Motion by Director Brandt, second by Director Ito to approve the rate "
            "increase. Ayes: Brandt, Ito, Kern Noes: Lund Abstain: None Absent: Vance"
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        (
            "Brandt moved to approve the contract and Ito seconded the motion. The "
            "motion passed with Kern and Lund voting against."
        ),
        [("Brandt", "Ito", "passed", None, 2)],
    ),
    (
        (
            "It was moved by Mr. Brandt and seconded by Mr. Ito that the bills be paid. "
            "On roll call vote: Ayes: Messrs. Odell, Brandt, Ito and Kern. Nays: None."
        ),
        [("Brandt", "Ito", "passed", 4, 0)],
    ),
    (
        "Moved (Brandt) seconded (Ito) to approve the agenda. Carried.",
        [("Brandt", "Ito", "passed", None, None)],
    ),
    (
        "Brandt moved and was seconded by Ito to approve the minutes. Carried, all voting aye.",
        [("Brandt", "Ito", "passed", None, 0)],
    ),
    (
        (
            "Moved by Brandt. Seconded by Ito. To adopt Resolution 9.\n"
            "Voting Yes: Odell, Brandt, Ito\n"
            "Voting No: Kern\n"
            "Motion Passed."
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        (
            "Action Taken: A motion was made by Trustee Brandt to concur with the "
            "recommendation; seconded by Trustee Ito. Roll call: Trustees voting Aye: "
            "Brandt, Ito, Kern; Nay: Lund. The President declared the motion carried."
        ),
        [("Brandt", "Ito", "passed", 3, 1)],
    ),
    (
        (
            "B. Request to sign MOA with Homeland Security\n"
            "Motion to approve: Brandt. Second: Ito. In favor: 4. Opposed: 3. Motion "
            "passes."
        ),
        [("Brandt", "Ito", "passed", 4, 3)],
    ),
]
NONE = [
    ("The Chair asked for a motion to approve. None was made."),
    ("Ms. Brandt asked if a motion was needed. The solicitor said that no motion is needed."),
    ("The motion detector lights will be moved to the shed."),
    ("Mr. Kern said that he had moved to Exampleton in 1990 and seconded what Ms. Poe said."),
    ("Mr. Lund passed away; a moment of silence was carried out."),
    ("The bond measure passed 412-310 last November."),
    ("The Board moved on to the next item. The ordinance passed second reading last month."),
    ("Mrs. Poe said the Council voted 5-2 last year to approve the agreement."),
    ("Residents asked the Council to make a motion to end the agreement."),
    ("Motion picture night is July 20. The vote for the county board is in November."),
    ("The Governor approved the bill. The state adopted rules in 2024."),
    ("Voting yes or no on the referendum: the polls open at 7."),
    ("The roll call showed all members present."),
    ("Mr. Kern reported that the Planning Commission voted 4-1 to recommend approval."),
    ("If the motion passes, the clerk will send notice."),
    ("Ms. Poe moved here in 1990 and approved of the plan."),
    ("The Solicitor explained that a motion to reconsider must be made by a member who voted aye."),
    ("Next meeting: a motion to approve the lease will be considered."),
    ("Dana Poe, 4 Elm St., asked who made the motion to approve the agreement in May."),
    ("The Chair said that Brandt's motion at the last meeting failed 3-4."),
    ("The County Commissioners approved the grant last week by a vote of 2-1."),
    ("Item 5: Discussion and possible action. No action was taken."),
]


@pytest.mark.parametrize(("words", "told"), STYLES)
def test_each_style_is_read_whole(words: str, told: list[Told]) -> None:
    reading = read(f"{TOP}{words}\n".encode(), name="minutes.txt")
    texts = {page.number: page.text for page in reading.pages}
    got = [(_plain(m.mover), _plain(m.seconder), m.result, m.ayes, m.nays) for m in reading.motions]
    assert got == told
    for motion in reading.motions:
        assert texts[motion.page][motion.start : motion.end] == motion.quote
        for what, (page, start, end) in motion.places.items():
            words_there = texts[page][start:end]
            assert words_there.strip(), what
            if what in ("mover", "seconder"):
                assert words_there == getattr(motion, what)


def _plain(name: str | None) -> str | None:
    return name.title() if name else None


@pytest.mark.parametrize("words", NONE)
def test_words_about_motions_are_none(words: str) -> None:
    assert read(f"{TOP}{words}\n".encode(), name="minutes.txt").motions == ()


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("Brandt moved to approve the lease. Carried 7-0.", "main"),
        ("Brandt moved to amend the motion by striking May. Carried 7-0.", "amendment"),
        ("An amendment was offered by Brandt, seconded by Ito. It failed 2-5.", "amendment"),
        ("Brandt made a substitute motion to wait. Ito seconded. Carried 4-3.", "substitute"),
        ("Brandt moved to reconsider the vote on the lease. Carried 7-0.", "reconsideration"),
        ("Brandt moved to adjourn. Carried 7-0.", "procedural"),
        ("Brandt moved to table the lease. Carried 7-0.", "procedural"),
    ],
)
def test_the_form_of_a_motion(words: str, form: str) -> None:
    (motion,) = read(f"{TOP}{words}\n".encode(), name="minutes.txt").motions
    assert motion.form == form
    assert motion.rule
