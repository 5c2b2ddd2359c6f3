"""The demo: a fictional county's ten weeks through the same steps as real life."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from demo import county as drawn
from demo.expected import EXPECTED
from demo.servers import CountyServers, serve
from demo.timeline import looks
from jobs.clock import Clock
from jobs.context import Context
from jobs.errors import JobError
from jobs.progress import Report
from jobs.steps import shown
from jobs.steps.analyze import Reader, readers
from jobs.steps.create import create
from jobs.steps.ice import import_
from jobs.steps.run import Done, run
from jobs.workspace import FILE, Workspace

_MARK = "# The demo's workspace: `offagenda demo` may replace this folder.\n"
_SETTINGS = """\
[watch]
states = ["PA"]

[crawler]
contact = "https://offagenda.example/demo"
allow_loopback = true

[ice]
page = "{page}"
fetch_agreements = true

[report]
place = "{place}"
"""


@dataclass(frozen=True)
class Shown:
    """How the demo ended: each agency's label, what differs from the script, the last report."""

    home: Path
    labels: tuple[tuple[str, str], ...]
    surprises: tuple[str, ...]
    headline: str
    page: Path


def demo(folder: Path, tell: Report) -> Shown:
    """Draw the county, serve it on localhost, watch it for ten weeks, compare with the script.

    Raises JobError when the folder holds something that is not an earlier demo.
    """
    _clear(folder)
    county = drawn.build()
    with serve(county) as servers:
        workspace = _workspace(folder, servers, county.name)
        _import_history(workspace, servers, tell)
        first = Context(workspace, Clock(looks()[0]), tell)
        with readers(first) as reader:
            done = [_week(workspace, servers, moment, reader, tell) for moment in looks()]
    last = Context(workspace, Clock(looks()[-1]), tell)
    found = shown.findings(last)
    return _shown(workspace, found, done[-1])


def _clear(folder: Path) -> None:
    """Make room, but never remove what is not an earlier demo."""
    if not folder.exists() or not any(folder.iterdir()):
        return
    file = folder / FILE
    if not file.is_file() or not file.read_text("utf-8").startswith(_MARK):
        raise JobError(f"{folder} holds something else than an earlier demo: name another --dir")
    shutil.rmtree(folder)


def _workspace(folder: Path, servers: CountyServers, place: str) -> Workspace:
    folder.mkdir(parents=True, exist_ok=True)
    text = _MARK + _SETTINGS.format(page=servers.ice_page_url, place=place)
    (folder / FILE).write_text(text, "utf-8")
    (folder / "packs").mkdir(exist_ok=True)
    (folder / "packs" / "county.toml").write_text(servers.pack_toml(), "utf-8")
    return create(folder)


def _import_history(workspace: Workspace, servers: CountyServers, tell: Report) -> None:
    """The lists of the year before the first look, as public archives keep them."""
    old = workspace.home / "old-workbooks"
    old.mkdir()
    drawn.old_workbooks(old, servers.ice_host)
    import_(Context(workspace, Clock(looks()[0]), tell), [old])


def _week(
    workspace: Workspace, servers: CountyServers, moment: datetime, reader: Reader, tell: Report
) -> Done:
    servers.set_time(moment)

    def told(what: str, done: int, total: int | None) -> None:
        tell(f"{moment:%d %b}: {what}", done, total)

    return run(Context(workspace, Clock(moment), told), reader)


def _shown(workspace: Workspace, found: list[dict[str, Any]], last: Done) -> Shown:
    labels = {(f["agency"], f["model"], f["signing"]): f["label"] for f in found}
    surprises = [
        f"{agency} ({model}, signing {signing}): expected {label}, found "
        f"{labels.get((agency, model, signing), 'nothing')}"
        for agency, model, signing, label in EXPECTED
        if labels.get((agency, model, signing)) != label
    ]
    if last.page is None:
        raise JobError("the last week wrote no report: please report this as a bug")
    return Shown(
        workspace.home,
        tuple(sorted((label, key[0]) for key, label in labels.items())),
        tuple(surprises),
        last.headline or "",
        last.page,
    )
