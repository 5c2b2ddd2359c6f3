"""Hand-made lists of papers: a WordPress page of links by year, and a plain table.

Owns the markup of both; which papers are up is decided elsewhere.
"""

from __future__ import annotations

from html import escape
from itertools import groupby

from demo.servers.shown import ShownDocument, ShownMeeting
from demo.timeline import in_words
from demo.values import Block, Paper

NEWSLETTER = "/wp-content/uploads/2026/01/Winter-Newsletter.pdf"


def newsletter(town: str) -> Paper:
    """A file of the kind that every such page links and that is nobody's record."""
    text = f"{town} wishes all residents a good winter. Leaf pickup has ended."
    return Paper("Winter Newsletter", (Block("title", town), Block("text", text)))


def links(title: str, shown: tuple[ShownMeeting, ...]) -> str:
    """Paragraphs of links under a heading for each year, beside what else such a page holds."""
    years = groupby(shown, key=lambda m: m.meeting.day.year)
    blocks = "\n".join(f"<h2>{year}</h2>\n{_year(list(group))}" for year, group in years)
    return (
        '<!DOCTYPE html>\n<html lang="en-US"><head><meta charset="utf-8">'
        '<meta name="generator" content="WordPress 6.5">'
        f"<title>Meetings - {escape(title)}</title>"
        '<link rel="stylesheet" href="/wp-content/themes/town/style.css"></head>\n<body>\n'
        '<nav><a href="/">Home</a> <a href="/meetings/">Meetings</a> '
        '<a href="/contact/">Contact</a></nav>\n'
        f'<main class="entry-content">\n<h1>Agendas and Minutes</h1>\n{blocks}\n</main>\n'
        f'<footer><p>Office hours: Monday to Friday. <a href="{NEWSLETTER}">Newsletter</a></p>'
        "</footer>\n</body></html>\n"
    )


def _year(shown: list[ShownMeeting]) -> str:
    return "\n".join(f"<p>{_anchor(d)}</p>" for meeting in shown for d in meeting.documents)


def _anchor(shown: ShownDocument) -> str:
    return f'<a href="{shown.document.path}">{escape(shown.document.label)}</a>'


def table(title: str, shown: tuple[ShownMeeting, ...]) -> str:
    """One row for each meeting: its date, its agenda, its minutes."""
    rows = "\n".join(_table_row(meeting) for meeting in shown)
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        f"<title>{escape(title)} meetings</title></head>\n<body>\n"
        f'<h1>{escape(title)}: meetings</h1>\n<table border="1">\n'
        "<tr><th>Meeting</th><th>Agenda</th><th>Minutes</th></tr>\n"
        f"{rows}\n</table>\n</body></html>\n"
    )


def _table_row(shown: ShownMeeting) -> str:
    kind = " (special)" if shown.meeting.kind == "special" else ""
    return (
        f"<tr><td>{in_words(shown.meeting.day)}{kind}</td>"
        f"<td>{_cell(shown.of('agenda', 'notice'), 'Agenda')}</td>"
        f"<td>{_cell(shown.of('minutes'), 'Minutes')}</td></tr>"
    )


def _cell(shown: ShownDocument | None, word: str) -> str:
    """Files are linked by their kind alone; papers that are pages by their full title."""
    if shown is None:
        return ""
    document = shown.document
    label = document.label if document.path.endswith(".html") else word
    return f'<a href="{document.path}">{escape(label)}</a>'
