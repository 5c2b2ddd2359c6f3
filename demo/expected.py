"""The one right label of every agency of the fictional county, and why.

Owns the answers that the demo and its tests compare with; computes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass

from demo.ice.agreements import TASK_FORCE, WARRANT


@dataclass(frozen=True)
class Expectation:
    """agency as ICE prints it last, model, number of the signing, label, and the reason.

    An approval that never reached the list has neither a model nor a signing: "" and 0.
    """

    agency: str
    model: str
    signing: int
    label: str
    why: str


def _police(town: str, label: str, why: str, *, signing: int = 1) -> Expectation:
    return Expectation(f"{town} Police Department", TASK_FORCE, signing, label, why)


EXPECTATIONS: tuple[Expectation, ...] = (
    _police(
        "Marlbury Borough",
        "NO_VOTE_FOUND",
        "The chief signed in January with nothing on any agenda; every minutes of the window is "
        "there, and the summer evening without a meeting is chained across.",
    ),
    _police(
        "Quillford Borough",
        "NO_VOTE_FOUND",
        "The same on a page of links; the December meeting was cancelled by notice.",
    ),
    _police(
        "Corvale Township",
        "NO_VOTE_FOUND",
        "The vote of Corvale Borough next door is not the township's.",
    ),
    _police(
        "Oakmere Township",
        "NONE_SO_FAR",
        "Signed in the third week; the window is open and minutes are awaited.",
    ),
    _police("Pellbrook Borough", "VOTE_BEFORE", "Resolution of November, signed in December."),
    _police("Corvale Borough", "VOTE_BEFORE", "Approved at a special meeting in October."),
    _police(
        "Tolliver Run Regional",
        "VOTE_BEFORE",
        "The commission of three towns approved it in December.",
    ),
    Expectation(
        "Nettlebrook Township Police Department",
        WARRANT,
        1,
        "VOTE_BEFORE",
        "The vote was read before robots.txt closed the site; it stands.",
    ),
    _police(
        "Tannerport Borough",
        "VOTE_ORDER_UNKNOWN",
        "The vote falls within the fourteen days before ICE signed.",
    ),
    _police("Windlass Township", "VOTE_AFTER", "Signed in February, ratified in August."),
    _police(
        "Cresswick City",
        "DELISTED_AFTER_VOTE",
        "Approved in November, ended four to three in July, off the list two weeks later.",
    ),
    _police(
        "Thornquist Borough",
        "ENDED_STILL_LISTED",
        "Ended by vote in May, still on every list.",
    ),
    _police("Dunmarrow Township", "VOTED_DOWN", "The motion failed; the agency is listed."),
    Expectation(
        "Ottermill Borough Police Department",
        "",
        0,
        "VOTED_UNSIGNED",
        "Approved in April and on no list five months later.",
    ),
    _police(
        "Sablewood Borough",
        "CANNOT_TELL",
        "The minutes of January, the month before the signature, were never published.",
    ),
    _police(
        "Lindenquay Borough",
        "CANNOT_TELL",
        "The site went down before the minutes of June could be read.",
    ),
    _police(
        "Wexcombe Township",
        "AGENDA_NO_VOTE",
        "Listed for January; the minutes record no motion on it.",
    ),
    _police(
        "Elmstead Borough",
        "DISCUSSED_ONLY",
        "The chief spoke of it in December; nobody moved anything.",
    ),
    _police("Gravenhurst Borough", "NO_DECISION", "Tabled in December and never taken up again."),
    _police(
        "Hollin Forge Township",
        "DELISTED_NO_VOTE",
        "Its first row left the list in February; no vote to end it was recorded by then.",
    ),
    _police(
        "Hollin Forge Township",
        "VOTE_BEFORE",
        "Approved in March, after the first row had gone; back with a new date in April.",
        signing=2,
    ),
    _police(
        "Vantry Borough",
        "DELISTED_NO_VOTE",
        "Off the list by March; no vote to end it in any minutes.",
    ),
    _police("Yarrowby Borough", "NOT_MONITORED", "The borough publishes nowhere we know of."),
    Expectation(
        "Rookhaven Borough 2nd Ward Constable",
        TASK_FORCE,
        1,
        "NO_BODY_VOTES",
        "A constable is elected and answers to no council.",
    ),
    Expectation(
        "Harrowick County Sheriff's Office",
        WARRANT,
        1,
        "NO_BODY_VOTES",
        "A sheriff is elected; whether a board must vote is disputed.",
    ),
)

EXPECTED: tuple[tuple[str, str, int, str], ...] = tuple(
    (e.agency, e.model, e.signing, e.label) for e in EXPECTATIONS
)
