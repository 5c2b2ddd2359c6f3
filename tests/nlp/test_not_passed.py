"""Every way in which minutes say that a motion came to nothing, in every way of opening one.

Owns the products of both. The worst answer is a passing that no page tells.
"""

from __future__ import annotations

from itertools import cycle

import pytest

from nlp.reading import read
from nlp.values import Motion

TOP = (
    "Borough of Alder\nBorough Council\nMinutes of the Regular Meeting of March 10, 2026\n\n"
    "Present: Ann Odell, Carl Brandt, Rosa Ito, Dan Kern, Lee Reyes.\n\n"
    "The meeting was called to order at 7:00 p.m.\n\n"
    "Motion by Mr. Kern, seconded by Ms. Reyes, to approve the minutes of February 10. "
    "Motion carried unanimously.\n\nNEW BUSINESS\n\n"
)
BOTTOM = (
    "\n\nMotion by Mr. Kern, seconded by Ms. Reyes, to adjourn at 8:15 p.m. Motion carried 5-0.\n"
)
SECONDED = [
    "Motion by Ms. Odell, seconded by Mr. Brandt, to renew the lease of the annex.",
    "Ms. Odell moved to renew the lease of the annex. Mr. Brandt seconded.",
    "Ms. Odell made a motion to renew the lease of the annex. Seconded by Mr. Brandt.",
    "It was moved by Odell, seconded by Brandt, to renew the lease of the annex.",
    "A motion to renew the lease of the annex was made by Ms. Odell and seconded by Mr. Brandt.",
    "MOTION: To renew the lease of the annex.\nMOVED BY: Odell\nSECONDED BY: Brandt",
]
ALONE = [
    "Motion by Ms. Odell to renew the lease of the annex.",
    "Ms. Odell moved to renew the lease of the annex.",
    "Ms. Odell made a motion to renew the lease of the annex.",
    "Councilwoman Odell moved that the lease of the annex be renewed.",
    "A motion to renew the lease of the annex was made by Ms. Odell.",
]
BETWEEN = [" ", "\n", "\n\n"]
FAILED = [
    "The motion failed.",
    "Motion failed 2-3.",
    "Motion fails 2-3.",
    "The motion failed on a vote of 2 to 3.",
    "The motion failed by a vote of 2-3.",
    "Motion failed for lack of a majority.",
    "The motion did not carry.",
    "The motion did not pass.",
    "Motion not carried.",
    "Motion does not carry.",
    "The motion was defeated.",
    "The motion was defeated 3-2.",
    "Motion was defeated, two to three.",
    "The motion lost.",
    "Motion lost, 2-3.",
    "The motion was lost on a tie vote.",
    "The motion was voted down.",
    "The motion was voted down 3-2.",
    "Voted down, 2-3.",
    "The motion was rejected by a vote of 3 to 2.",
    "The motion was not adopted.",
    "The motion was not approved.",
    "The motion was denied.",
    "Vote: 2 yes, 3 no. Motion failed.",
    "Ayes: Odell, Brandt. Nays: Ito, Kern, Reyes. Motion failed.",
    "AYES: Odell, Brandt\nNAYS: Ito, Kern, Reyes\nMOTION FAILED",
    "Roll call: Odell yes, Brandt yes, Ito no, Kern no, Reyes no. Motion fails.",
    "Odell - aye; Brandt - aye; Ito - nay; Kern - nay; Reyes - nay. The motion was declared lost.",
    "The vote was two in favor and three opposed; the motion failed.",
    "With two in favor and three against, the motion failed to carry.",
    "The motion failed to pass.",
    "The motion failed to receive a majority.",
    "The motion failed to receive the required votes.",
    "The motion did not receive a majority of the votes cast.",
    "The motion did not garner enough votes.",
    "The motion did not have the votes.",
    "The vote was tied 2-2 and the motion failed.",
    "The vote resulted in a tie, 2-2. The motion failed.",
    "Tie vote 2-2; motion dies.",
    "The vote ended in a tie and the motion was lost.",
    "On a tie vote, the motion failed.",
    "A tie vote resulted. The motion did not carry.",
    "The motion died on a tie vote.",
    "The motion was declared defeated.",
    "The President declared the motion lost.",
    "The Mayor declared the motion defeated, 2-3.",
    "The chair ruled that the motion had failed.",
    "The chair announced that the motion had failed.",
    "The motion was put to a vote and failed.",
    "The question was put and lost.",
    "The motion was put and did not prevail.",
    "The motion did not prevail.",
    "The noes have it.",
    "The nays have it and the motion failed.",
    "By a show of hands, two in favor and three opposed, the motion failed.",
    "On voice vote the motion failed.",
    "The motion failed on a voice vote.",
    "Motion defeated.",
    "DEFEATED 2-3",
    "FAILED 2-3",
    "Result: Failed",
    "RESULT: FAILED [2 TO 3]",
    "Result: Defeated (2-3)",
    "Outcome: Not carried",
    "Action: Failed",
    "Motion status: Failed",
    "Status: Defeated",
    "Disposition: Denied",
    "MOTION FAILED: 2 - 3",
    "Vote 2-3, fails.",
    "Vote 2/3 - motion failed",
    "2-3 Failed",
    "Failed, 2 to 3, Ito, Kern and Reyes dissenting.",
    "All opposed. Motion failed.",
    "No one voted in favor. Motion failed.",
    "Motion failed unanimously.",
    "The motion was unanimously defeated.",
    "The motion was unanimously rejected.",
    "The motion was unanimously voted down.",
    "The motion was defeated on a roll call vote of 2 ayes and 3 nays.",
    "Motion failed with Odell and Brandt voting aye and Ito, Kern and Reyes voting nay.",
    "The vote was Odell and Brandt in favor, Ito, Kern and Reyes opposed, and the motion failed.",
    "Motion failed due to lack of a majority vote.",
    "The motion having received only two votes, it failed.",
    "Having failed to obtain a majority, the motion was declared lost.",
    "The vote being two for and three against, the motion was lost.",
    "The motion failed, needing four votes.",
    "The vote was 3-2; four votes being required, the motion failed.",
    "Motion failed 3-2 for lack of a two-thirds majority.",
    "Vote 3-2. A supermajority being needed, the motion did not pass.",
    "Yes: 2. No: 3. The motion failed.",
    "YES: 2 NO: 3 ABSTAIN: 0 - FAILED",
    "2 ayes, 3 nays. Motion failed.",
    "Two ayes, three nays. Not carried.",
    "The ayes were two and the noes three, and so the motion was lost.",
    "Ayes 2, Noes 3. Lost.",
    "Motion was not successful.",
    "The motion was unsuccessful.",
    "The motion met with defeat, 2-3.",
    "Motion turned down 3-2.",
    "The motion was turned down.",
    "The motion went down to defeat on a 2-3 vote.",
    "The motion was overwhelmingly defeated.",
    "The motion was narrowly defeated, 2-3.",
    "The motion failed by one vote.",
    "The motion to renew failed.",
    "The motion to renew the lease was defeated.",
    "The motion was negatived.",
    "The motion was declared not carried.",
    "Council voted against the motion, 3-2.",
    "Council rejected the motion 3-2.",
    "The Board defeated the motion.",
    "The body voted the motion down.",
    "It failed 2-3.",
    "It did not pass.",
    "It was defeated.",
    "The measure failed.",
    "The proposal was rejected.",
    "The lease was not renewed, the vote being 2-3.",
    "The motion fell.",
    "The motion falls.",
    "Motion dead on a 2-2 tie.",
    "Motion killed, 2-3.",
    "The motion failed as a result of the tie vote.",
    "As the vote was tied, the motion failed.",
    "Motion failed because of a tie.",
    "Motion failed with a tie vote.",
    "Motion did not carry, with two members voting in favor.",
    "Motion not approved, 2-3.",
    "Not approved.",
    "Not adopted (2-3).",
    "Not passed.",
    "No action was taken, as the vote was tied 2-2.",
]
NO_SECOND = [
    "The motion died for lack of a second.",
    "Motion dies for lack of a second.",
    "The motion failed for lack of a second.",
    "Motion failed for want of a second.",
    "There was no second.",
    "There was no second and the motion died.",
    "No second was offered.",
    "No second.",
    "No second was received.",
    "No second was made.",
    "No second was heard.",
    "No second was forthcoming.",
    "None seconded.",
    "Nobody seconded.",
    "No one seconded the motion.",
    "No one seconded it.",
    "Hearing no second, the motion died.",
    "Hearing no second the Chair declared the motion dead.",
    "There being no second, the motion failed.",
    "The motion was not seconded.",
    "Motion not seconded.",
    "The motion received no second.",
    "The motion did not receive a second.",
    "The motion did not get a second.",
    "The motion failed to receive a second.",
    "The motion failed to get a second.",
    "Motion failed for no second.",
    "Motion died, no second.",
    "Motion dies due to no second.",
    "Motion died due to the lack of a second.",
    "The motion died without a second.",
    "The motion lacked a second.",
    "Lacking a second, the motion died.",
    "Without a second the motion died.",
    "For want of a second the motion was lost.",
    "The Chair called for a second three times; none was offered.",
    "The Mayor asked for a second. There was none.",
    "The President asked for a second and, hearing none, moved on.",
    "The Chair asked if there was a second. Hearing none, the motion died.",
    "A second was not offered.",
    "A second was not forthcoming.",
    "A second was called for and not received.",
    "A second to the motion was not made.",
    "Second: None",
    "SECONDED BY: NONE",
    "Second: No second",
    "Second: ---. Motion dies.",
    "The motion fell for lack of a second.",
    "The motion was lost for want of a second.",
    "Motion dead for lack of second.",
    "MOTION DIES - NO SECOND",
    "No support. Motion dies.",
    "The motion was not supported and died.",
    "The motion had no support.",
    "The motion died for lack of support.",
    "The motion failed for lack of support.",
    "Motion died for lack of a seconder.",
    "There was no seconder.",
    "Result: No second",
    "Result: Died for lack of a second",
    "The motion received no support.",
    "Motion did not receive support.",
    "Motion went unseconded.",
    "The motion was dropped for want of a second.",
    "Silence followed, and the motion died for want of a second.",
]
WITHDRAWN = [
    "The motion was withdrawn.",
    "Ms. Odell withdrew her motion.",
    "Ms. Odell withdrew the motion.",
    "Ms. Odell then withdrew her motion and Mr. Brandt his second.",
    "Mr. Brandt withdrew his second and Ms. Odell withdrew her motion.",
    "Motion withdrawn.",
    "MOTION WITHDRAWN",
    "The mover withdrew the motion.",
    "The maker withdrew the motion.",
    "The maker of the motion withdrew it.",
    "The motion was withdrawn by its maker.",
    "Both the motion and the second were withdrawn.",
    "Motion and second withdrawn.",
    "The motion and the second were withdrawn.",
    "With the consent of the second, the motion was withdrawn.",
    "Ms. Odell rescinded her motion.",
    "Ms. Odell retracted her motion.",
    "Ms. Odell took back her motion.",
    "Ms. Odell pulled her motion.",
    "Ms. Odell dropped the motion.",
    "Ms. Odell asked to withdraw her motion, and there was no objection.",
    "Ms. Odell agreed to withdraw her motion.",
    "Ms. Odell removed her motion from the floor.",
    "The motion was pulled.",
    "Motion rescinded.",
    "Result: Withdrawn",
    "Outcome: Withdrawn",
    "Withdrawn.",
    "Following discussion, the motion was withdrawn.",
    "After discussion, Ms. Odell withdrew her motion.",
    "She then withdrew it.",
    "She withdrew the motion before a vote was taken.",
]
LAID_OVER = [
    "The motion was tabled.",
    "Motion tabled.",
    "The item was tabled.",
    "The matter was tabled until April 14.",
    "The matter was tabled.",
    "Tabled.",
    "Tabled to April 14.",
    "Result: Tabled",
    "RESULT: TABLED",
    "Result: Postponed",
    "Action: Deferred",
    "The resolution was laid on the table.",
    "The item was deferred to the next meeting.",
    "The item was postponed.",
    "The motion was postponed to April 14.",
    "The matter was carried over to the next meeting.",
    "The matter was held over.",
    "The item was held over until April 14.",
    "No vote was taken and the item was tabled.",
    "By consensus the item was tabled.",
    "The item was tabled by unanimous consent.",
    "The matter was laid over.",
    "The item was continued to April 14.",
    "The question was postponed to April 14.",
    "The Chair tabled the item.",
    "The matter was referred back to committee, and no vote was taken.",
    "No vote was taken; the matter will return in April.",
    "The motion was laid aside.",
]
NOT_VOTED = [
    "The Chair ruled the motion out of order.",
    "The motion was ruled out of order.",
    "The Solicitor advised that the motion was out of order and no vote was taken.",
    "The President declared the motion out of order.",
    "Motion ruled out of order.",
    "No vote was taken.",
    "No vote was taken on the motion.",
    "The motion was not voted on.",
    "The motion was never voted upon.",
    "The motion was not called to a vote.",
    "No action was taken on the motion.",
    "No action was taken.",
]
PASSED = [
    "Motion carried.",
    "The motion passed 3-2.",
    "Motion carried 3-2, Ito and Kern opposed.",
    "All in favor. Motion carried.",
    "A tie of 2-2 was broken by the Mayor, who voted yes. The motion carried 3-2.",
    "The motion was put to a vote and carried.",
    "The question was put and carried unanimously.",
    "Roll call: Odell yes, Brandt yes, Ito yes, Kern no, Reyes no. Motion passes.",
    "Ms. Ito said the old boiler failed in May. Motion carried.",
    "Mr. Kern asked what had died. Motion passed 5-0.",
    "Ms. Ito noted that the county rejected its own lease. The motion carried.",
    "The school board turned down a similar lease in May. Motion carried unanimously.",
]


def _of_the_lease(opener: str, between: str, told: str) -> Motion:
    """The one motion about the lease in a document with three."""
    if opener.startswith("MOTION:"):
        between = "\n"
    text = f"{TOP}{opener}{between}{told}{BOTTOM}"
    found = read(text.encode(), name="minutes.txt").motions
    assert len(found) == 3, [motion.quote for motion in found]
    assert [motion.result for motion in (found[0], found[2])] == ["passed", "passed"]
    assert "lease of the annex" in found[1].text
    assert found[1].mover is not None
    assert "Odell" in found[1].mover
    return found[1]


def _products(told: list[str], openers: list[str]) -> list[tuple[str, str, str]]:
    """Each wording behind two openers and two signs, so that in all each meets each."""
    opener, between = cycle(openers), cycle(BETWEEN)
    return [(next(opener), next(between), one) for one in told for _ in range(2)]


@pytest.mark.parametrize(("opener", "between", "told"), _products(FAILED, SECONDED))
def test_voted_down(opener: str, between: str, told: str) -> None:
    assert _of_the_lease(opener, between, told).result == "failed"


@pytest.mark.parametrize(("opener", "between", "told"), _products(NO_SECOND, ALONE))
def test_no_second(opener: str, between: str, told: str) -> None:
    motion = _of_the_lease(opener, between, told)
    assert motion.result in ("no_second", "failed")
    assert motion.seconder is None


@pytest.mark.parametrize(("opener", "between", "told"), _products(WITHDRAWN, SECONDED + ALONE))
def test_withdrawn(opener: str, between: str, told: str) -> None:
    assert _of_the_lease(opener, between, told).result == "withdrawn"


@pytest.mark.parametrize(("opener", "between", "told"), _products(LAID_OVER, SECONDED))
def test_laid_over(opener: str, between: str, told: str) -> None:
    assert _of_the_lease(opener, between, told).result in ("tabled", "unknown")


@pytest.mark.parametrize(("opener", "between", "told"), _products(NOT_VOTED, SECONDED + ALONE))
def test_never_voted(opener: str, between: str, told: str) -> None:
    assert _of_the_lease(opener, between, told).result == "unknown"


@pytest.mark.parametrize(("opener", "between", "told"), _products(PASSED, SECONDED))
def test_carried(opener: str, between: str, told: str) -> None:
    assert _of_the_lease(opener, between, told).result == "passed"
