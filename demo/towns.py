"""The bodies of the fictional county: who sits where and when they meet.

Owns the cast. No place here exists in the United States, and the geoids are invented: they begin
with Pennsylvania's 42 and are on no Census list. What befalls each body stands in `stories`.
"""

from __future__ import annotations

from datetime import date

from demo.recurrence import Monthly
from demo.timeline import HISTORY_FROM
from demo.values import Body, Member

COUNTY = "Harrowick"
COUNTY_IN_FULL = "Harrowick County, Pennsylvania"

_MON, _TUE, _WED, _THU = range(4)
_AUTUMN = date(2025, 9, 1)

_SURNAMES = (
    "Odell",
    "Brandt",
    "Reyes",
    "Kowal",
    "Pruner",
    "Ames",
    "Lindqvist",
    "Tarr",
    "Oberly",
    "Castellan",
    "Dow",
    "Fenwick",
    "Gaskin",
    "Hovis",
    "Ilgen",
    "Jessop",
    "Kehoe",
    "Lasher",
    "Marchetti",
    "Nyland",
    "Orrin",
    "Petrak",
    "Quaid",
    "Rusnak",
    "Sowers",
    "Trexel",
    "Ulmer",
    "Varga",
    "Wenrich",
    "Yost",
    "Zeller",
    "Bixler",
    "Crissman",
    "Delp",
    "Eshbach",
    "Furman",
    "Grubb",
    "Hostler",
    "Imhoff",
    "Keefer",
    "Landis",
    "Mowery",
    "Noll",
    "Otterbein",
    "Pfister",
    "Ressler",
    "Stauf",
    "Troxell",
    "Umholtz",
    "Weidner",
)


def _members(first: int, how_many: int) -> tuple[Member, ...]:
    """Neighbours in the list of surnames; a step that shares no factor with it avoids twins."""
    chosen = [_SURNAMES[(first * 7 + 3 * i) % len(_SURNAMES)] for i in range(how_many)]
    return tuple(Member("Ms." if (first + i) % 2 else "Mr.", n) for i, n in enumerate(chosen))


_CLERKS = (
    "Dana Whitlow",
    "R. Tessmer",
    "Alma Corrigan",
    "J. P. Hartline",
    "Nora Sibley",
    "Glenn Ostrander",
)
_CHIEFS = ("Lund", "Maddox", "Sorrel", "Pike", "Gantz", "Harmon", "Bellis")

_SHAPES = {
    "borough": ("{place} Borough Council", "borough_council", 7, "{place} Borough Building"),
    "township": (
        "{place} Township Board of Supervisors",
        "township_supervisors",
        5,
        "{place} Township Municipal Building",
    ),
    "city": ("{place} City Council", "city_council", 7, "{place} City Hall"),
}


def _body(
    number: int,
    place: str,
    kind: str,
    cadence: Monthly,
    style: str,
    look: str,
    *,
    since: date = HISTORY_FROM,
    skipped: frozenset[date] = frozenset(),
    schedule_in_pack: bool = False,
) -> Body:
    name, body_kind, seats, hall = _SHAPES[kind]
    slug = f"{place} {kind}".lower().replace(" ", "-")
    return Body(
        id=f"pa-{slug}",
        name=name.format(place=place),
        kind=body_kind,
        place=place,
        place_kind=kind,
        geoid=f"42{99000 + number * 7:05d}" if kind != "township" else f"42990{99000 + number:05d}",
        hall=hall.format(place=place),
        members=_members(number, seats),
        secretary=_CLERKS[number % len(_CLERKS)],
        chief=_CHIEFS[number % len(_CHIEFS)],
        cadence=cadence,
        style=style,
        look=look,
        answers_for=(f"{place} {kind.capitalize()} Police Department",),
        since=since,
        skipped=skipped,
        schedule_in_pack=schedule_in_pack,
    )


def _commission() -> Body:
    """Two boroughs and a township that share one police force."""
    return Body(
        id="pa-tolliver-run-police-commission",
        name="Tolliver Run Regional Police Commission",
        kind="regional_board",
        place="Tolliver Run",
        place_kind="",
        geoid="4299777",
        hall="Tolliver Run Regional Police Station",
        members=_members(25, 6),
        secretary=_CLERKS[1],
        chief="Everhart",
        cadence=Monthly(4, _THU, 18),
        style="made",
        look="links",
        answers_for=("Tolliver Run Regional Police Department",),
        since=_AUTUMN,
        skipped=frozenset({date(2025, 11, 27)}),
    )


BODIES: tuple[Body, ...] = (
    _body(
        1,
        "Marlbury",
        "borough",
        Monthly(2, _TUE),
        "by",
        "agendacenter",
        skipped=frozenset({date(2025, 8, 12)}),
    ),
    _body(2, "Quillford", "borough", Monthly(3, _WED), "made", "links", schedule_in_pack=True),
    _body(3, "Oakmere", "township", Monthly(2, _MON, 18), "was", "agendacenter"),
    _body(4, "Pellbrook", "borough", Monthly(2, _MON), "moved", "links"),
    _body(5, "Tannerport", "borough", Monthly(2, _TUE), "by", "agendacenter"),
    _body(6, "Windlass", "township", Monthly(2, _TUE), "was", "table"),
    _body(7, "Cresswick", "city", Monthly(3, _THU), "by", "agendacenter"),
    _body(8, "Thornquist", "borough", Monthly(2, _TUE), "made", "links"),
    _body(9, "Dunmarrow", "township", Monthly(3, _TUE), "moved", "agendacenter"),
    _body(10, "Ottermill", "borough", Monthly(2, _TUE), "by", "links", since=_AUTUMN),
    _body(11, "Sablewood", "borough", Monthly(1, _WED), "made", "links"),
    _body(12, "Wexcombe", "township", Monthly(2, _TUE), "was", "agendacenter"),
    _body(13, "Elmstead", "borough", Monthly(3, _WED), "by", "agendacenter"),
    _body(14, "Gravenhurst", "borough", Monthly(2, _TUE), "moved", "links"),
    _body(15, "Hollin Forge", "township", Monthly(2, _TUE), "was", "links"),
    _body(16, "Vantry", "borough", Monthly(1, _TUE), "made", "links"),
    _body(17, "Corvale", "borough", Monthly(2, _MON), "by", "table"),
    _body(18, "Corvale", "township", Monthly(2, _WED), "was", "agendacenter"),
    _body(19, "Lindenquay", "borough", Monthly(2, _TUE), "made", "table", since=_AUTUMN),
    _body(20, "Nettlebrook", "township", Monthly(2, _TUE), "moved", "table", since=_AUTUMN),
    _body(21, "Merrowdale", "borough", Monthly(4, _TUE), "by", "agendacenter", since=_AUTUMN),
    _body(22, "Drumlin", "township", Monthly(3, _WED), "was", "links", since=_AUTUMN),
    _commission(),
)

UNPUBLISHED: tuple[Body, ...] = (_body(24, "Yarrowby", "borough", Monthly(2, _THU), "by", "none"),)


def body_of(body_id: str) -> Body:
    """The body with that id; KeyError when nobody in the county is called that."""
    return {body.id: body for body in (*BODIES, *UNPUBLISHED)}[body_id]
