"""`offagenda import`, `read` and `listing`: documents and pages that somebody holds as files."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from jobs.cli.common import Json, day, working
from jobs.cli.output import data, line, say
from jobs.exits import FAILED

Files = Annotated[list[Path], typer.Argument(help="Files.", exists=True, dir_okay=False)]


def register(app: typer.Typer) -> None:
    app.command(name="import")(import_)
    app.command()(read)
    app.command()(listing)


def import_(
    ctx: typer.Context,
    files: Files,
    body: Annotated[str, typer.Option(help="The body's id, as `sources list` prints it.")],
    kind: Annotated[str, typer.Option(help="agenda, minutes, packet, notice, resolution or other")],
    date: Annotated[str, typer.Option(help="The meeting's date, 2026-03-10.")],
    json: Json = False,
) -> None:
    """Keep documents that a reader handed over as evidence of a meeting."""
    from jobs.steps.handed import take
    from jobs.steps.registry import load

    with working(ctx) as made:
        load(made)
        taken = [take(made, file, body, kind, day(date, "--date")) for file in files]
    if json:
        data([{"file": str(t.file), "sha256": t.sha256, "new": t.new} for t in taken])
        return
    for one in taken:
        line(f"{one.file}: {'kept' if one.new else 'already held'} as {one.sha256[:12]}")
    line("next: `offagenda analyze`, then `offagenda audit`")


def read(
    file: Annotated[
        Path,
        typer.Argument(
            help="A PDF, DOCX, HTML, picture or text file.", exists=True, dir_okay=False
        ),
    ],
    json: Json = False,
) -> None:
    """One file through extraction and the pipeline: what a careful clerk would find in it."""
    from jobs.progress import bar
    from nlp.pool import Failure, ReaderPool

    with bar() as tell, ReaderPool() as pool:
        tell(f"reading {file.name}", 0, None)
        found = pool.read_file(file.absolute(), name=file.name, media_type=None)
    if isinstance(found, Failure):
        say(f"{file}: {found.why}")
        raise typer.Exit(FAILED)
    for page in found["pages"]:
        del page["text"]
    if json:
        data({**found, "file": str(file)})
    else:
        _print(found)


def _print(found: dict[str, Any]) -> None:
    line(f"{found['kind']} of {found['body'] or 'an unnamed body'}, {found['meeting_date']}")
    line(f"{len(found['pages'])} pages: " + ", ".join(
        f"{p['number']} {p['method']} ({p['chars']})" for p in found["pages"]))  # fmt: skip
    for doubt in found["doubts"]:
        line(f"doubt: {doubt}")
    for day_ in found["approves_minutes_of"]:
        line(f"approves the minutes of {day_}")
    for flag in found["flags"]:
        line(f"p. {flag['page']}  {flag['topic']} ({flag['relevance']}): {flag['quote']}")
    for motion in found["motions"]:
        line(f"p. {motion['page']}  {motion['result']}, {motion['direction']}: {motion['quote']}")
        line(f"      moved {motion['mover'] or '?'}, seconded {motion['seconder'] or '?'}, "
             f"{motion['ayes']}-{motion['nays']} ({motion['method']})")  # fmt: skip
        for doubt in motion["doubts"]:
            line(f"      doubt: {doubt}")


def listing(
    file: Annotated[Path, typer.Argument(help="A saved page.", exists=True, dir_okay=False)],
    platform: Annotated[str, typer.Option(help="civicplus, links, or detect")],
    url: Annotated[str, typer.Option(help="The address it was saved from.")],
    json: Json = False,
) -> None:
    """One saved page through a platform parser: which meetings and documents it lists."""
    from crawler.platforms import parse

    found = parse(file.read_bytes(), url, platform=platform).as_json()
    if json:
        data(found)
        return
    line(f"{found['platform']}: {found['outcome']}, {len(found['rows'])} rows")
    for row in found["rows"]:
        line(f"{row['date'] or '?':<11} {row['title'] or ''} {row['status'] or ''}".rstrip())
        for document in row["documents"]:
            line(f"            {document['role']} ({document['rule']}): {document['url']}")
