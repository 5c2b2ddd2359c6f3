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
    kind: Annotated[
        str,
        typer.Option(
            help="agenda, minutes, packet, notice, resolution, transcript, votes or other"
        ),
    ],
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
    ctx: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(
            help="A PDF, Word, RTF, HTML, Markdown, caption, picture or text file.",
            exists=True,
            dir_okay=False,
        ),
    ],
    json: Json = False,
    html: Annotated[
        Path | None,
        typer.Option(help="Write a page to look at into this file.", dir_okay=False),
    ] = None,
    all_pages: Annotated[
        bool, typer.Option("--all-pages", help="Also the pages on which nothing was found.")
    ] = False,
) -> None:
    """One file through extraction and the pipeline: what a careful clerk would find in it."""
    found = _found(ctx, file)
    if html is not None:
        from reports.reading import page

        _write(html, page(found))
    if json:
        data(_printed(found))
    elif html is not None:
        line(str(html))
    else:
        from rich.console import Console

        from jobs.cli.shown import show

        show(found, Console(highlight=False), all_pages=all_pages)


def _found(ctx: typer.Context, file: Path) -> dict[str, Any]:
    """The reading with page texts; a file that cannot be read ends the command."""
    from jobs.progress import bar
    from jobs.unread import options_here
    from nlp.pool import Failure, ReaderPool

    chosen = options_here(ctx.obj.home, Path.cwd())
    with bar() as tell, ReaderPool(options=chosen) as pool:
        tell(f"reading {file.name}", 0, None)
        found = pool.read_file(file.absolute(), name=file.name, media_type=None)
    if isinstance(found, Failure):
        say(f"{file}: {found.why}")
        raise typer.Exit(FAILED)
    return {**found, "file": str(file)}


def _printed(found: dict[str, Any]) -> dict[str, Any]:
    """The `read --json` shape: without texts, and possible passages apart from the flags."""
    from reports.marks import flags

    inner = ("text", "words", "why")
    pages = [{k: v for k, v in page.items() if k not in inner} for page in found["pages"]]
    return {**found, "pages": pages, "flags": flags(found)}


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, "utf-8")
    except OSError as error:
        say(f"{path}: could not be written ({error.strerror})")
        raise typer.Exit(FAILED) from None


def listing(
    file: Annotated[Path, typer.Argument(help="A saved page.", exists=True, dir_okay=False)],
    platform: Annotated[str, typer.Option(help="civicplus, legistar, links, or detect")],
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
