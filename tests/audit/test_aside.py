"""Motions that name the matter and move something else."""

from __future__ import annotations

import pytest

from audit.aside import aside
from audit.decisions import record
from audit.effects import APPROVES, ASIDE, effect_of
from tests.audit.build import body, flag, minutes, motion
from tests.audit.test_decisions import DAY

OPENERS = [
    "Mr. Vance moved, seconded by Ms. Delacroix, ",
    "Motion by Mr. Vance, second by Ms. Delacroix, ",
    "A motion was made by Mr. Vance and seconded by Ms. Delacroix ",
]
BESIDE = """
to pay $450 for two officers to attend 287(g) training in November
to approve travel expenses of $612.40 for the 287(g) training
to approve the purchase of two laptops for the 287(g) program
to approve payment of the solicitor's invoice for review of the 287(g) agreement
to approve the treasurer's report, including ICE reimbursement under the 287(g) agreement
to hold a public hearing on the 287(g) agreement on October 28
to send a letter to the county sheriff supporting his 287(g) agreement
to adopt a policy on 287(g) enforcement by borough officers
to appoint a committee to study the proposed 287(g) agreement
to request a copy of the 287(g) agreement from the chief
to amend the 287(g) agreement resolution by adding a reporting requirement
to reconsider the vote on the 287(g) agreement
to approve the minutes of August 12, 2025, at which the 287(g) agreement was discussed
to authorize the solicitor to draft a 287(g) agreement for consideration next month
to authorize the solicitor to seek an opinion on the chief's authority to sign the 287(g) agreement
to authorize the chief to negotiate a 287(g) agreement with ICE
to approve the job description of the 287(g) coordinator
to accept a grant of $7,500 under the 287(g) program for equipment
to adopt the budget amendment for overtime under the 287(g) program
to receive and file the report on the 287(g) program
to introduce Bill 12, an ordinance authorizing a 287(g) agreement, and advertise it
to support Senate Bill 1234 on 287(g) agreements
to oppose House Bill 55, which would require 287(g) agreements
to direct the chief not to sign a 287(g) agreement without Council's approval
to require that any 287(g) agreement be approved by Council
to suspend the rules in order to hear residents on the 287(g) agreement
to approve the insurance rider for officers serving under the 287(g) agreement
to approve a memorandum of understanding with the union on overtime for 287(g) duties
to deny the right-to-know request for the 287(g) agreement
to approve an intergovernmental service agreement with ICE for detention beds
to approve the agreement with ICE for housing of federal detainees at the county jail
to approve a lease of office space to Immigration and Customs Enforcement
to approve a memorandum with Homeland Security Investigations for the narcotics task force
""".strip().splitlines()
ON_IT = """
to approve the 287(g) agreement with ICE
to enter into a 287(g) Memorandum of Agreement with U.S. Immigration and Customs Enforcement
to authorize the Chief of Police to sign the 287(g) agreement
to adopt Resolution 2025-22 authorizing participation in the 287(g) program
to ratify the 287(g) agreement signed by the chief
that the Borough join the 287(g) program
to approve the 287(g) agreement and to authorize training of two officers
to approve Resolution 14, a 287(g) agreement with ICE, including training costs
to accept the chief's report and approve the 287(g) agreement
to suspend the rules and adopt the 287(g) agreement
to authorize the manager to negotiate and execute the 287(g) agreement
to deny the chief's request to enter into a 287(g) agreement
to grant permission for the police department to enroll in 287(g)
to approve a contract with Immigration and Customs Enforcement for the Warrant Service program
to approve the 287(g) agreement with ICE and the intergovernmental service agreement
to approve agenda item 7, the 287(g) agreement
to terminate the 287(g) agreement and give notice to ICE
to approve the agreement as presented
to follow the committee's recommendation and approve the 287(g) agreement
to approve the 287(g) agreement as recommended by the Public Safety Committee
""".strip().splitlines()


@pytest.mark.parametrize(
    "text",
    [
        "The Public Safety Committee voted 3-0 to recommend approval of the 287(g) agreement.",
        "The committee approved the 287(g) agreement with ICE, 3-0.",
        "Mr. Vance moved to recommend that Council approve the 287(g) agreement. Carried 3-0.",
    ],
)
def test_a_committees_vote_is_not_the_bodys(text: str) -> None:
    assert aside(text)


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("text", BESIDE)
def test_what_is_moved_is_something_else(opener: str, text: str) -> None:
    assert aside(f"{opener}{text}. Motion carried 5-2.")


@pytest.mark.parametrize("opener", OPENERS)
@pytest.mark.parametrize("text", ON_IT)
def test_what_is_moved_is_the_agreement(opener: str, text: str) -> None:
    assert aside(f"{opener}{text}. Motion carried 5-2.") == ""


def test_it_is_no_vote_and_bars_a_negative() -> None:
    text = "Motion by Ms. Vance to approve the purchase of laptops for the 287(g) program. 7-0."
    assert effect_of(motion(text=text), [flag()])[0] == ASIDE
    bought = motion(text=text)
    found = record(body([minutes(DAY, motions=[bought])]))
    assert (found.decisions, [d.motion for d in found.possible]) == ((), [bought])


def test_it_leaves_a_vote_of_that_evening_alone() -> None:
    bought = motion(text="Motion to pay for 287(g) training. Carried 7-0.")
    found = record(body([minutes(DAY, motions=[motion(start=400), bought])]))
    assert [d.effect for d in found.decisions] == [APPROVES]
