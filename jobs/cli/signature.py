"""`offagenda ice signature`: who signed an agreement PDF, as what, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from jobs.cli.common import Json, day, working
from jobs.cli.output import data, line, say
from jobs.exits import FAILED, USAGE

if TYPE_CHECKING:
    from jobs.steps.signatures import Kept
    from nlp.agreement.pool import Found

_ROLES = {
    "council_or_board": "a council or board (its chair or president)", "sheriff": "a sheriff",
    "constable": "a constable", "mayor": "a mayor", "manager": "a manager",
    "chief": "a chief of police", "state": "a state office", "other": "another office",
}  # fmt: skip


def signature(
    ctx: typer.Context,
    file: Annotated[
        Path | None, typer.Argument(help="The agreement, a PDF.", exists=True, dir_okay=False)
    ] = None,
    agreement: Annotated[
        str | None, typer.Option(help="Keep it for this agreement (`ice agreements --json`).")
    ] = None,
    picture: Annotated[
        Path | None, typer.Option(help="Write the signature page as PNG.", dir_okay=False)
    ] = None,
    hand: Annotated[
        bool, typer.Option("--hand", help="Keep what you read on the page yourself.")
    ] = False,
    agency_date: Annotated[
        str | None, typer.Option(help="With --hand: the day the agency signed, 2026-03-10.")
    ] = None,
    agency_name: Annotated[str | None, typer.Option(help="With --hand: who signed.")] = None,
    agency_title: Annotated[str | None, typer.Option(help="With --hand: as what.")] = None,
    by: Annotated[str | None, typer.Option(help="With --hand: your name; it is kept.")] = None,
    why: Annotated[str | None, typer.Option(help="With --hand: what you rest it on.")] = None,
    json: Json = False,
) -> None:
    """Read who signed an agreement for the agency and for ICE, as what, and when.

    With --agreement the reading, the PDF and a picture of the page are kept, and findings use the
    agency's date unless there is a doubt about it. Handwriting is not read: look at the picture and
    give the date with --hand; it stands before every machine's reading.
    """
    if hand:
        if agreement is None or agency_date is None or by is None or why is None:
            _usage("--hand needs --agreement ID, --agency-date DATE, --by NAME and --why TEXT")
        _correct(ctx, file, agreement, (agency_date, agency_name, agency_title), (by, why), json)
        return
    if file is None or any((agency_date, agency_name, agency_title, by, why)):
        _usage("give a FILE; the options of a correction go with --hand")
    found = _read(file)
    if picture is not None:
        _write(picture, found.picture)
    kept = None
    if agreement is not None:
        kept = _keep(ctx, file, found, agreement)
    if json:
        data({"file": str(file), **found.signature, **(kept.as_json() if kept else {})})
        return
    for text in (*_told(found.signature), *_fate(kept)):
        line(text)


def _usage(text: str) -> NoReturn:
    say(text)
    raise typer.Exit(USAGE)


def _read(file: Path) -> Found:
    from jobs.errors import JobError
    from jobs.progress import bar
    from jobs.steps.signatures import read

    try:
        with bar() as tell:
            tell(f"reading {file.name}", 0, None)
            return read(file)
    except JobError as error:
        say(str(error))
        raise typer.Exit(FAILED) from None


def _write(path: Path, picture: bytes) -> None:
    if not picture:
        say(f"{path}: not written, no signature page was found")
        return
    try:
        path.write_bytes(picture)
    except OSError as error:
        say(f"{path}: could not be written ({error.strerror})")
        raise typer.Exit(FAILED) from None


def _keep(ctx: typer.Context, file: Path, found: Found, agreement: str) -> Kept:
    from jobs.steps.signatures import keep

    with working(ctx) as made:
        return keep(made, file, found, agreement)


def _correct(
    ctx: typer.Context,
    file: Path | None,
    agreement: str,
    read: tuple[str, str | None, str | None],
    said: tuple[str, str],
    json: bool,
) -> None:
    """Keeps the file's own reading first, where a file is given, then the correction."""
    from jobs.steps.signatures import Correction, correct, keep

    when = day(read[0], "--agency-date")
    found = _read(file) if file is not None else None
    with working(ctx) as made:
        if file is not None and found is not None:
            keep(made, file, found, agreement)
        kept = correct(made, agreement, Correction(when, *said, *read[1:]))
    if json:
        data({"file": str(file) if file else None, **kept.content, **kept.as_json()})
        return
    for text in _fate(kept):
        line(text)


def _told(found: Mapping[str, Any]) -> Iterator[str]:
    """A reading for a person."""
    if found["page"] is not None:
        yield f"signature page: {found['page']} ({found['source']})"
    for party, who in (("agency", "for the agency"), ("ice", "for ICE")):
        block = found[party]
        name, title = block["name"] or "name not read", block["title"] or "title not read"
        when = block["date"] or "date not read"
        printed = block["date_as_printed"]
        yield f"{who}: {name}, {title}, {when}" + (f" (printed {printed!r})" if printed else "")
    if found["signer_role"]:
        yield f"signs for the agency: {_ROLES[found['signer_role']]}"
    yield from (f"in doubt: {doubt}" for doubt in found["doubts"])


def _fate(kept: Kept | None) -> Iterator[str]:
    if kept is None:
        return
    yield f"kept for {kept.agency} ({kept.agreement})"
    if kept.unused:
        yield f"its date is not used: {kept.unused}"
