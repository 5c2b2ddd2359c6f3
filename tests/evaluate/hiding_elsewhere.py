"""Ways in which a vote stands outside the minutes: texts of resolutions, vendors' vote records.

Owns the words, and papers that look like such a vote and are none. Towns are made by `hunt`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from crawler.platforms.legistar import names, record
from tests.crawler.legistar import item, votes
from tests.evaluate.hiding import NEGATIVES, PLAIN, Town, Way

_TITLES = (
    f"A RESOLUTION OF THE BOROUGH COUNCIL APPROVING {PLAIN.upper()}",
    (
        "A RESOLUTION AUTHORIZING THE CHIEF OF POLICE TO ENTER INTO A MEMORANDUM OF AGREEMENT WITH"
        "\nICE UNDER SECTION 287(G)"
    ),
    "Resolution to join the 287(g) Task Force Model",
    f"A RESOLUTION RATIFYING {PLAIN.upper()}",
)
_ADOPTED = (
    "ADOPTED this 12th day of August, 2025, by a vote of 4-1.",
    "RESOLVED AND ADOPTED this twelfth day of August, 2025.",
    "PASSED AND ADOPTED on August 12, 2025.\nAYES: Hall, Ames, Odell, Reyes\nNAYS: Quist",
    (
        "On motion of Hall, seconded by Reyes, the foregoing resolution was adopted by unanimous"
        "\nvote at the meeting of August 12, 2025."
    ),
    "Adopted: 8/12/2025",
)
_OPEN = (
    "ADOPTED this ____ day of ____________, 2025.",
    "ADOPTED this      day of            , 2025.",
    "PASSED by a vote of ___ to ___.",
    "",
)
_HANDS = "ATTEST:\n\n/s/ Dana Hall                /s/ Kim Reyes\nSecretary          President"
LINES = "ATTEST:\n\n________________        ________________\nSecretary          President"
_BARE = (
    "Motion by Hall, second by Reyes, to adopt Resolution 2025-14. Motion carried 5-0.",
    "Mr. Hall moved Resolution No. 2025-14. Ms. Reyes seconded. All in favor. Motion carried.",
    "Motion by Hall, second by Reyes, to adopt Resolutions 2025-13 and 2025-14. Motion carried.",
    "Res. 2025-14: Hall/Reyes. Passed 5-0.",
    "Council adopted Resolution 2025-14.",
    "Resolution 2025-14 was adopted by unanimous vote.",
)
_BARE_AGENDAS = (
    "4. New Business\n4.1 Paving bids\n4.2 Resolution 2025-14\n4.3 Parking",
    "4. Resolutions\na. Resolution No. 2025-14\nb. Resolution No. 2025-15\n5. Parking",
    "4. Resolution 2025-14\n5. Parking on Main Street",
    "4. New Business\n4.2 Resolution 2025-14, Police Department\n4.3 Parking on Main Street",
    "4. Resolution 2025-14 authorizing the execution of an agreement\n5. Parking",
)
RECORDS = (
    (
        "Item 4.2: 287(g) memorandum of agreement with ICE\nMover: Hall\nSeconder: Reyes\n"
        "Hall: Yes\nReyes: Yes\nAmes: Yes\nOdell: Yes\nQuist: No\nResult: Passed\n"
    ),
    (
        f"4.2 Approve {PLAIN}\nMotion by Hall, second by Reyes, to approve the item.\n"
        "Ayes: Hall, Reyes, Ames, Odell. Nays: Quist. Motion carried 4-1.\n"
    ),
    "287(G) AGREEMENT WITH ICE\nMOVER: Hall\nSECONDER: Reyes\nAYES: 4 NAYS: 1\nRESULT: ADOPTED\n",
    f"Item: {PLAIN}\nAction: Approved\nVote: 4-1\n",
)


def text(title: str = _TITLES[0], adopted: str = _ADOPTED[0], hands: str = _HANDS) -> str:
    """The text of Resolution 2025-14."""
    return (
        f"QUARROW BOROUGH\n\nRESOLUTION NO. 2025-14\n\n{title}\n\n"
        "WHEREAS, the Borough maintains a police department; and\n\n"
        "NOW, THEREFORE, BE IT RESOLVED that the agreement is approved.\n\n"
        f"{adopted}\n\n{hands}\n"
    )


def record_of(body: str) -> str:
    """A vendor's record of the votes of one meeting."""
    return f"VOTE RECORD\nBorough Council Regular Meeting\nAugust 12, 2025\n\n{body}"


def answers(title: str, **more: Any) -> bytes:
    """A vendor's own answers on one item of the meeting, as the crawler binds them."""
    names_ = {"EventItemMover": "Hall Odell", "EventItemActionName": "Approved"} | more
    items = [item(501, title, EventItemPassedFlagName="Pass", **names_)]
    cast = votes(501, Aye="Hall Reyes Ames", Nay="Quist")
    url = "https://webapi.legistar.com/v1/quarrow"
    meeting = {"id": "5", "title": "Borough Council", "date": "2025-08-12", "time": "19:00"}
    return record.bound(meeting, [
        record.Part("eventitems", names.items_url(url, "5"), json.dumps(items).encode()),
        record.Part(record.VOTES, f"{url}/501", json.dumps(cast).encode(), 501),
    ])  # fmt: skip


_ANSWERS = (
    answers(PLAIN),
    answers("287(g) agreement", EventItemMatterType="Resolution", EventItemMatterFile="R 25-14"),
    answers("Police", EventItemActionText=f"A motion was made to approve {PLAIN}. Carried."),
)


def _ways() -> Iterator[Way]:
    whole = [text(title, adopted) for title in _TITLES for adopted in _ADOPTED]
    yield Way("text of a resolution alone", tuple(Town(resolution=one) for one in whole))
    left = [text(title, adopted, LINES) for title in _TITLES for adopted in (*_OPEN, _ADOPTED[0])]
    yield Way("text of a resolution left open", tuple(Town(resolution=one) for one in left))
    yield Way("text in a later packet", tuple(Town(bundled=one) for one in whole[:5]))
    yield Way("text behind the minutes", tuple(Town(bound=one) for one in whole))
    agendas = ("", *_BARE_AGENDAS)
    yield Way("number in minutes, text elsewhere", tuple(
        Town(minutes=said, agenda=agenda, resolution=text())
        for said in _BARE for agenda in agendas))  # fmt: skip
    yield Way("number in minutes, open text elsewhere", tuple(
        Town(minutes=said, agenda=agenda, resolution=text(_TITLES[1], _OPEN[0], LINES))
        for said in _BARE for agenda in agendas))  # fmt: skip
    yield Way("number in minutes, text in its packet", tuple(
        Town(minutes=said, packet=text(_TITLES[1], _OPEN[0], LINES)) for said in _BARE)
    )  # fmt: skip
    yield Way("bare number in minutes and agenda", tuple(
        Town(minutes=said, agenda=agenda)
        for said in _BARE for agenda in _BARE_AGENDAS))  # fmt: skip
    yield Way("vendor's record of votes alone", tuple(
        Town(votes=record_of(body)) for body in RECORDS))  # fmt: skip
    yield Way("vendor's own answers alone", tuple(Town(votes=one) for one in _ANSWERS))
    yield Way("number in a vendor's record, text elsewhere", tuple(
        Town(votes=record_of(said), agenda=_BARE_AGENDAS[0], resolution=text(_TITLES[1], "", LINES))
        for said in _BARE[:3]))  # fmt: skip


WAYS = tuple(_ways())

_VOTED = frozenset({"VOTE_BEFORE", "VOTE_ORDER_UNKNOWN", "VOTE_AFTER", "VOTED_DOWN"})
_OTHERS = (
    text().replace("QUARROW BOROUGH", "COUNTY OF OTTERLY").replace(
        "THE BOROUGH COUNCIL", "THE BOARD OF COMMISSIONERS OF THE COUNTY OF OTTERLY"),
    text("A RESOLUTION CALLING FOR A REPORT ON SECTION 287(G) AGREEMENTS"),
    text("A RESOLUTION OF THE BOROUGH COUNCIL SETTING FEES FOR ZONING PERMITS"),
    text(adopted="ADOPTED this 12th day of August, 2031."),
)  # fmt: skip
_OPPOSING = (
    f"A RESOLUTION OPPOSING {PLAIN.upper()}",
    "A RESOLUTION PROHIBITING AGREEMENTS UNDER SECTION 287(G) WITH ICE",
    "A RESOLUTION AGAINST PARTICIPATION IN THE 287(G) TASK FORCE MODEL",
)
FALSE_FRIENDS = (
    Way("a text that is no vote to enter", tuple(Town(resolution=one) for one in _OTHERS), _VOTED),
    Way("another number, another year", tuple(
        Town(minutes=_BARE[0].replace("2025-14", number), agenda=_BARE_AGENDAS[0],
             resolution=text(_TITLES[1], _OPEN[0], LINES))
        for number in ("2025-15", "2024-14", "14")), _VOTED),
    Way("opposed by the text of a resolution", tuple(
        Town(resolution=text(title)) for title in _OPPOSING), NEGATIVES | _VOTED),
    Way("ended by the text of a resolution", tuple(
        Town(resolution=text(title.replace("APPROVING", "TERMINATING")))
        for title in _TITLES[:1]), NEGATIVES | _VOTED),
)  # fmt: skip
"""Papers that would be a false vote, by the labels that would be wrong for them."""
