"""The markup of a CivicPlus AgendaCenter as served since 2024, for one site at one moment.

Owns the category blocks, the years and the rows. The index shows each category's newest year; the
others come as fragments, asked for with POST /AgendaCenter/UpdateCategoryList.
"""

from __future__ import annotations

from datetime import date, datetime
from html import escape

from demo.servers.shown import ShownMeeting
from demo.timeline import ZONE, in_words, month

FIRST_CATEGORY = 3
_Rows = list[ShownMeeting]


def categories(shown: tuple[ShownMeeting, ...]) -> dict[int, tuple[str, _Rows]]:
    """category number -> (board, its meetings), in the order in which the page prints them."""
    boards = sorted({m.meeting.board for m in shown})
    return {
        number: (board, [m for m in shown if m.meeting.board == board])
        for number, board in enumerate(boards, FIRST_CATEGORY)
    }


def index(title: str, shown: tuple[ShownMeeting, ...]) -> str:
    """The page /AgendaCenter."""
    blocks = "\n".join(
        _category(number, board, rows) for number, (board, rows) in categories(shown).items()
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>Agenda Center - {escape(title)}</title></head>\n<body>\n"
        '<div id="agendaCenter"><h1>Agenda Center</h1>\n'
        f"{blocks}\n</div>\n<footer>Government Websites by CivicPlus</footer>\n</body></html>\n"
    )


def _category(number: int, board: str, rows: _Rows) -> str:
    newest = max(m.meeting.day.year for m in rows)
    name = escape(board)
    return (
        f'<div class="listing listingCollapse" id="header{number}">\n'
        '<h2 tabindex="0" class="active" role="button" aria-expanded="true" '
        f'aria-controls="header-panel-{number}">{name}</h2>\n'
        f'<div id="header-panel-{number}">\n<div class="category" id="cat{number}">\n'
        '<h3 tabindex="0" role="button" class="active" aria-expanded="true" '
        f'aria-controls="category-panel-{number}">{name}</h3>\n'
        f"{fragment(number, board, rows, newest)}\n</div>\n</div>\n</div>"
    )


def fragment(number: int, board: str, rows: _Rows, year: int) -> str:
    """One category in one year: the years to choose from and the table."""
    years = sorted({m.meeting.day.year for m in rows}, reverse=True)
    lines = "\n".join(_row(m) for m in rows if m.meeting.day.year == year)
    return (
        f'<span id="section{number}">\n<ul class="years">\n'
        + "\n".join(_year(number, board, y, nth, y == year) for nth, y in enumerate(years))
        + f'\n</ul>\n<div id="category-panel-{number}">\n'
        f'<table id="table{number}" summary="List of Agendas">\n<thead><tr>'
        '<th scope="col">Agenda</th><th scope="col" class="minutes">Minutes</th>'
        '<th scope="col" class="downloads">Download</th></tr></thead>\n'
        f"<tbody>\n{lines}\n</tbody>\n</table>\n</div>\n</span>"
    )


def _year(number: int, board: str, year: int, nth: int, current: bool) -> str:
    state = " class=current" if current else ""
    return (
        f'<li{state}><a id="a{nth}{number}" aria-label="{escape(board)} {year}" '
        f"href=\"javascript:changeYear({year}, {number}, 'a{nth}')\">{year}</a></li>"
    )


def _abbreviated(day: date) -> str:
    name = month(day)
    short = name if len(name) <= 4 else name[:3]
    return f'<abbr title="{name}">{short}</abbr> {day.day}, {day.year}'


def _stamp(shown: ShownMeeting) -> str:
    """An amended agenda's stamp takes the place of the first one."""
    agenda = shown.of("agenda", "notice")
    if agenda is None:
        return ""
    at = agenda.version.at.astimezone(ZONE)
    word = "Amended" if agenda.version.amended else "Posted"
    half = "PM" if at.hour >= 12 else "AM"
    clock = f"{at.hour % 12 or 12}:{at.minute:02d} {half}"
    return f"\u2009\u2014\u2009{word} {_abbreviated(at.date())} {clock}"


def _row(shown: ShownMeeting) -> str:
    meeting = shown.meeting
    day, number = meeting.day, meeting.number
    mark = f"{day:%m%d%Y}-{number}"
    agenda = shown.of("agenda", "notice")
    title = escape(meeting.title)
    linked = title
    if agenda:
        linked = (
            f'<a id="{mark}" name="{number}" href="{agenda.document.path}" target="_blank" '
            f'aria-describedby="h4{mark}">{title}</a>'
        )
    return (
        f'<tr id="row{number}{number * 7919:08x}" class="catAgendaRow">\n<td>\n'
        f'<h3 class="noMargin" id="h4{mark}"><a id="_{mark}" name="_{mark}"></a>'
        f'<strong aria-label="Agenda for {in_words(day)}">{_abbreviated(day)}</strong>'
        f"{_stamp(shown)}</h3>\n<p>{linked}</p>\n</td>\n"
        f'<td class="minutes">{_minutes(shown)}</td>\n'
        f'<td class="downloads">{_downloads(shown)}</td>\n</tr>'
    )


def _spoken(shown: ShownMeeting, what: str) -> str:
    day = shown.meeting.day
    return f"{month(day)} {day.day:02d}, {day.year}, {escape(shown.meeting.title)}. {what}"


def _minutes(shown: ShownMeeting) -> str:
    minutes = shown.of("minutes")
    if minutes is None:
        return ""
    return (
        f'<a href="{minutes.document.path}" aria-label="{_spoken(shown, "Minutes")}" '
        'target="_blank"><img src="/Areas/AgendaCenter/Assets/Images/HomeIconMinutes.png" '
        'alt="Minutes"></a>'
    )


def _downloads(shown: ShownMeeting) -> str:
    agenda = shown.of("agenda", "notice")
    if agenda is None:
        return ""
    return (
        '<div class="popoutContainer"><ol role="menu"><li><a role="menuitem" class="pdf" '
        f'aria-label="{_spoken(shown, "Agenda")}" href="{agenda.document.path}" '
        'target="_blank">Agenda</a></li></ol></div>'
    )


def asked_for(fields: dict[str, str], shown: tuple[ShownMeeting, ...], now: datetime) -> str | None:
    """The fragment that UpdateCategoryList answers, None for a category that is not there."""
    try:
        number, year = int(fields.get("catID", "")), int(fields.get("year", now.year))
    except ValueError:
        return None
    known = categories(shown).get(number)
    return fragment(number, *known, year) if known else None
