"""Which agreement a recorded vote speaks of, and how surely: made-up minutes through the reader.

Owns the cases and the table. A vote tied to an agreement it does not concern is the error that
counts; one that is only a lead where a person would tie it is shown, too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from audit.bodies import BodyRecord, HeldDocument, ReadFlag, ReadItem, ReadMotion, Version
from audit.case import Held, link
from audit.decisions import record
from audit.effects import on_the_matter
from audit.enacted import enactments
from audit.possible import INDIRECT
from audit.values import Agreement
from nlp.reading import Reading, read
from nlp.values import Flag, Motion
from tests.audit.build import agreement, at, body
from tests.evaluate.hiding_elsewhere import LINES, RECORDS, record_of, text
from tests.evaluate.hunt import agenda, minutes

DAY, BEFORE = date(2025, 8, 12), date(2025, 7, 8)

POLICE = agreement()
WARRANTS = agreement(id="wso", model="Warrant Service Officer")
CONSTABLE = agreement(id="constable", agency="Fernwick Borough Constable")
SHERIFF = agreement(id="sheriff", agency="Tamarack County Sheriff's Office")
JAIL = agreement(
    id="jail", agency="Tamarack County Prison", model="Jail Enforcement Model"
)  # fmt: skip


@dataclass(frozen=True)
class LinkCase:
    """Business of one meeting and the ties a careful person would make, by agreement id.

    ties: certain | probable | lead; an agreement that is not named there is tied to nothing.
    listed: on its agenda; resolution: the text of one; votes: a vendor's record. Without business
    no minutes are held.
    """

    business: str
    family: tuple[Agreement, ...]
    ties: dict[str, str]
    listed: str = ""
    resolution: str = ""
    votes: str = ""


def _moved(what: str, result: str = "Motion carried 5-0.") -> str:
    return f"Motion by Hall, second by Reyes, to {what}. {result}"


_P, _PW, _PC, _SJ = (POLICE,), (POLICE, WARRANTS), (POLICE, CONSTABLE), (SHERIFF, JAIL)
_NAME = POLICE.id
CASES = (
    LinkCase(_moved("approve the 287(g) agreement with ICE"), _P, {_NAME: "certain"}),
    LinkCase(_moved("approve a memorandum of agreement with ICE"), _P, {_NAME: "certain"}),
    LinkCase(_moved("join the Task Force Model"), _P, {_NAME: "lead"}),
    LinkCase(
        _moved("approve the 287(g) Task Force Model agreement"), _PW, {_NAME: "certain"}
    ),
    LinkCase(
        _moved("approve the 287(g) Warrant Service Officer program"), _PW, {"wso": "certain"}
    ),
    LinkCase(
        _moved("approve the 287(g) agreement with ICE"), _PW, {_NAME: "probable", "wso": "probable"}
    ),
    LinkCase(
        _moved("approve the 287(g) Jail Enforcement Model agreement"), _P, {_NAME: "probable"}
    ),
    LinkCase(_moved("approve the 287(g) agreement of the police"), _PC, {_NAME: "certain"}),
    LinkCase(_moved("approve the 287(g) agreement with ICE"), _PC, {_NAME: "certain"}),
    LinkCase(
        _moved("let the Constable enter a 287(g) agreement"), _PC, {"constable": "certain"}
    ),
    LinkCase(_moved("support the Sheriff's 287(g) agreement"), _P, {_NAME: "lead"}),
    LinkCase(_moved("support the Constable's 287(g) agreement"), _P, {_NAME: "lead"}),
    LinkCase(_moved("protest Oakvale Borough's 287(g) agreement"), _P, {_NAME: "lead"}),
    LinkCase(
        _moved("approve the 287(g) agreement for the jail"), _SJ, {"jail": "certain"}
    ),
    LinkCase(
        _moved("approve the Sheriff's 287(g) agreement"), _SJ, {"sheriff": "certain"}
    ),
    LinkCase(
        _moved("approve a memorandum of understanding with Homeland Security"), _P,
        {_NAME: "lead"},
    ),
    LinkCase(
        _moved("approve a police services agreement with the federal government"), _P,
        {_NAME: "lead"},
    ),
    LinkCase(_moved("approve the agreement with Brandt Engineering"), _P, {}),
    LinkCase(_moved("plow Route 287 first"), _P, {}),
    LinkCase(
        _moved("adopt Resolution 2025-14"), _P, {_NAME: "probable"},
        "4. Resolution 2025-14, approving a memorandum of agreement with ICE under section 287(g)",
    ),
    LinkCase(
        _moved("adopt Resolution 2025-14"), _P, {_NAME: "lead"},
        "4. Resolution 2025-14, terminating the memorandum of agreement with ICE under 287(g)",
    ),
    LinkCase(
        _moved("adopt Resolution 2025-15"), _P, {},
        "4. Resolution 2025-15, fees for zoning permits",
    ),
    LinkCase(
        _moved("approve items C-1 through C-3"), _P, {_NAME: "probable"},
        "4. Consent Agenda\nC-1. Tax refund\nC-2. 287(g) memorandum of agreement with ICE\n"
        "C-3. Lease of a copier",
    ),
    LinkCase(
        _moved("approve the consent agenda"), _P, {_NAME: "lead"},
        "4. Consent Agenda\nC-1. Tax refund\nC-2. 287(g) memorandum of agreement with ICE\n"
        "C-3. Lease of a copier",
    ),
    LinkCase(_moved("adopt Resolution 2025-14"), _P, {_NAME: "probable"}, resolution=text()),
    LinkCase(
        _moved("adopt Resolution 2025-14"), _P, {_NAME: "probable"},
        "4. Resolution 2025-14", resolution=text(adopted="ADOPTED this ____ day of ______, 2025."),
    ),
    LinkCase(
        _moved("adopt Resolution 2025-15"), _P, {_NAME: "lead"},
        "4. Resolution 2025-15: fees", resolution=text(adopted="ADOPTED this ____ day of May."),
    ),
    LinkCase(
        _moved("adopt Resolution 2025-14, setting fees for permits"), _P, {_NAME: "lead"},
        resolution=text(hands=""),
    ),
    LinkCase(
        _moved("adopt Resolution 2025-14"), _PW, {"wso": "probable"},
        resolution=text("A RESOLUTION APPROVING THE 287(G) WARRANT SERVICE OFFICER AGREEMENT"),
    ),
    LinkCase("", _P, {_NAME: "probable"}, resolution=text()),
    LinkCase("", _PC, {_NAME: "probable"}, resolution=text()),
    LinkCase("", _P, {_NAME: "lead"}, resolution=text(adopted="", hands=LINES)),
    LinkCase("", _P, {_NAME: "lead"}, resolution=text("A RESOLUTION OPPOSING 287(G) AGREEMENTS")),
    LinkCase("", _P, {}, resolution=text("A RESOLUTION SETTING FEES FOR ZONING PERMITS")),
    LinkCase("", _P, {_NAME: "probable"}, votes=RECORDS[0]),
    LinkCase("", _PC, {_NAME: "probable"}, votes=RECORDS[1]),
    LinkCase("", _P, {_NAME: "lead"}, votes="Item: support the Sheriff's 287(g) agreement\n"
             "Mover: Hall\nSeconder: Reyes\nResult: Passed\n"),
    LinkCase(
        _moved("approve the 287(g) agreement with ICE"), _P, {_NAME: "certain"}, votes=RECORDS[1],
    ),
    LinkCase(
        "Council approved the 287(g) agreement with ICE by a vote of 5-0.", _P,
        {_NAME: "probable"},
    ),
    LinkCase("Council approved the 287(g) agreement with ICE.", _P, {_NAME: "lead"}),
    LinkCase(
        "The Chief said that Council approved the 287(g) agreement with ICE unanimously.", _P,
        {_NAME: "lead"},
    ),
)  # fmt: skip


def _version(reading: Reading) -> Version:
    """A reading as the judging room holds it, without a store between them."""
    moved = [_motion(m) for m in reading.motions]
    return Version(
        reading.sha256,
        at(DAY + timedelta(days=40)),
        kind=reading.kind,
        body_printed=None,
        meeting_date=DAY,
        minutes_status="approved",
        pages=len(reading.pages),
        motions=tuple(m for m in moved if on_the_matter(m)),
        others=tuple(m for m in moved if not on_the_matter(m)),
        flags=tuple(_flag(f) for f in reading.flags if f.topic == "287g"),
        items=tuple(ReadItem(i.title, i.page, i.start, i.end) for i in reading.items),
        possible=tuple(
            _flag(f) for f in (*reading.flags, *reading.possible) if f.topic in INDIRECT
        ),
        texts=tuple((page.number, page.text) for page in reading.pages),
        enactments=enactments([fact.as_json() for fact in reading.facts]),
        unnamed=tuple(f.value for f in reading.facts if f.name == "unnamed_paper"),
    )


def _motion(one: Motion) -> ReadMotion:
    return ReadMotion(
        one.quote, one.text, one.result, one.direction, one.page, one.start, one.end, one.ayes,
        one.nays, one.abstain, one.method, one.topics, one.doubts, one.mover, one.seconder,
        one.items,
    )  # fmt: skip


def _flag(one: Flag) -> ReadFlag:
    return ReadFlag(one.topic, one.relevance, one.quote, one.page, one.start, one.end)


def held(case: LinkCase) -> BodyRecord:
    """The record of a body that has the papers of this one meeting."""
    papers = [
        ("minutes", minutes(DAY, BEFORE, case.business) if case.business else ""),
        ("agenda", agenda(DAY, case.listed) if case.listed else ""),
        ("resolution", case.resolution),
        ("votes", record_of(case.votes) if case.votes else ""),
    ]
    documents = [
        HeldDocument(
            role, role, f"https://town.example/{role}", DAY,
            (_version(read(words.encode(), name=f"{role}.txt")),),
        )
        for role, words in papers
        if words
    ]  # fmt: skip
    return body(documents)


def ties(case: LinkCase) -> dict[str, str]:
    """The ties the judging room makes, by agreement id; a vote that is only a lead is `lead`."""
    record_ = held(case)
    kept = [Held(record_, record(record_))]
    found = {}
    for one in case.family:
        linked = link(one, kept, {record_.id: case.family})
        if linked.decisions:
            found[one.id] = linked.decisions[-1].link
        elif linked.possible:
            found[one.id] = "lead"
    return found


def wrong(cases: Sequence[LinkCase] = CASES) -> Iterator[tuple[LinkCase, dict[str, str]]]:
    """The cases told otherwise than a person would, with what was told."""
    for case in cases:
        if (told := ties(case)) != case.ties:
            yield case, told


def _told(case: LinkCase) -> str:
    parts = (case.business, case.listed, case.resolution, case.votes)
    return " / ".join(" ".join(part.split())[:90] for part in parts if part)


def main() -> None:
    """Prints how many ties are as a person would make them, then every one that is not."""
    errors = list(wrong())
    wanted = Counter(tie for case in CASES for tie in case.ties.values())
    print("\nvotes to agreements (made-up minutes)")
    print(f"{len(CASES) - len(errors)} of {len(CASES)} meetings as a person would tie them")
    print(", ".join(f"{tie} {count}" for tie, count in sorted(wanted.items())) + " ties wanted")
    false = sum(
        told.get(name) in ("certain", "probable") and case.ties.get(name, "lead") == "lead"
        for case, told in errors
        for name in told
    )
    print(f"votes tied that should not be: {false}")
    for case, told in errors:
        print(f"ERROR {_told(case)}: wanted {case.ties}, told {told}")


if __name__ == "__main__":
    main()
