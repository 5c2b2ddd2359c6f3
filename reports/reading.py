"""One reading as a page to look at: the document's text, marked, with the reasons beside it.

Owns the page's template and what stands on top of it. Marks and notes are reports.marks'.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from reports import templating, texts
from reports.marks import LEGEND, MOTION, Mark, Sheet, flags, safe, sheets
from reports.render import POLICY, hash_of


@dataclass(frozen=True)
class Row:
    """One line of the summary: what, and its values."""

    name: str
    values: tuple[str, ...]


def page(found: Mapping[str, Any]) -> str:
    """A reading (the `read` JSON shape with page texts) as one HTML page.

    It needs no script, no other file and no network; what a document holds is only ever text in it.
    """
    environment = _environment()
    css = environment.get_template("reading.css").render().strip()
    made = sheets(found)
    marks = [mark for sheet in made for mark in sheet.marks]
    held = {mark.kind for mark in marks}
    return environment.get_template("reading.html").render(
        title=title(found),
        file=safe(found["file"]),
        sha256=found["sha256"],
        rows=summary(found),
        sheets=made,
        motions=[mark for mark in marks if mark.kind == MOTION],
        passages=sorted(
            (mark for mark in marks if mark.kind in _PASSAGES),
            key=lambda mark: (_PASSAGES.index(mark.kind), mark.number),
        ),
        legend=[(kind, words) for kind, words in LEGEND.items() if kind in held],
        excerpt=_excerpts(found),
        folded=len(made) > _FEW and any(sheet.finds for sheet in made),
        # The style sheet is ours, holds nothing from outside, and must not be escaped.
        css=Markup(css),  # noqa: S704
        policy=POLICY.format(style=hash_of(css)),
    )


_PASSAGES = ("agreement", "policy", "discussion", "public_comment", "possible")
_FEW = 3
_EXCERPT = 110


def title(found: Mapping[str, Any]) -> str:
    """What the document is, in one line."""
    kind = found["kind"] if found["kind"] != "unknown" else "document"
    body = found["body"] or "an unnamed body"
    day = found["meeting_date"]
    when = f", {texts.long_date(date.fromisoformat(day))}" if day else ""
    return safe(f"{kind.capitalize()} of {_calm(body)}{when}")


def _calm(name: str) -> str:
    """A name in capitals as a headline would print it."""
    return (
        name.title().replace(" Of ", " of ").replace(" And ", " and ") if name.isupper() else name
    )


def summary(found: Mapping[str, Any]) -> tuple[Row, ...]:
    """The rows on top, those with nothing to say left out; the doubts last."""
    there = found["attendance"]
    methods = Counter(page["method"] for page in found["pages"])
    counted = ", ".join(f"{number} {method}" for method, number in methods.items())
    of_motions = Counter(motion["result"].replace("_", " ") for motion in found["motions"])
    hours = [f"{word} {found.get(key)}" for key, word in
             (("called_to_order", "called to order"), ("adjourned", "adjourned"))
             if found.get(key)]  # fmt: skip
    rows = (
        Row("Meeting", tuple(_known(found, ("meeting_kind", "status")) + hours)),
        Row("Minutes", tuple(_known(found, ("minutes_status",)))),
        Row("Approves the minutes of", tuple(found["approves_minutes_of"])),
        Row("Next meeting", (found["next_meeting"],) if found.get("next_meeting") else ()),
        Row("Pages", (f"{len(found['pages'])}: {counted}",)),
        Row("Present", tuple(there["present"])),
        Row("Absent", tuple(there["absent"])),
        Row("Passages", (_counted(Counter(f["relevance"] for f in flags(found))),)),
        Row("Motions", (_counted(of_motions),)),
        Row("Doubts", tuple(found["doubts"])),
    )
    return tuple(Row(row.name, tuple(map(safe, row.values))) for row in rows if any(row.values))


def _known(found: Mapping[str, Any], keys: tuple[str, ...]) -> list[str]:
    return [found[key].replace("_", " ") for key in keys if found.get(key, "unknown") != "unknown"]


def _counted(counts: Counter[str]) -> str:
    total = sum(counts.values())
    parts = ", ".join(f"{n} {word.replace('_', ' ')}" for word, n in counts.most_common())
    return f"{total} ({parts})" if total else "none found"


def _excerpts(found: Mapping[str, Any]) -> dict[Mark, str]:
    """The first words of each numbered passage, for the lists on top."""
    texts = {page["number"]: page["text"] for page in found["pages"]}
    made = {}
    for sheet in sheets(found):
        for mark in sheet.marks:
            if mark.number:
                words = " ".join(texts[mark.page][mark.start : mark.end][:400].split())
                cut = (
                    words if len(words) <= _EXCERPT else words[:_EXCERPT].rpartition(" ")[0] + " …"
                )
                made[mark] = safe(cut)
    return made


def shown_first(made: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    """Of a long document the pages with finds, else all."""
    finds = tuple(sheet for sheet in made if sheet.finds)
    return finds if finds and len(made) > _FEW else made


@cache
def _environment() -> Environment:
    return templating.environment()
