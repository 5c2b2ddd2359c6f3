"""The state of the workspace as values: what `status` prints and `doctor` checks.

Owns no printing and repairs nothing. Imports neither Scrapy, spaCy nor Alembic.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from jobs.agreements import counts
from jobs.context import Context
from jobs.errors import JobError
from jobs.unread import checked, options, unread
from jobs.workspace import Workspace
from nlp.pages.ocr import ADVICE, version
from store import schema
from store.engine import session
from store.errors import StoreError
from store.queries import readings, runs, status
from store.queries.scans import waiting_for_ocr
from store.queries.status import GOOD
from store.tables import JobRun, Snapshot

STALE_LIST = timedelta(days=7)
"""ICE's longest known quiet spell is 17 days, but a week without a new list deserves a look."""
LOW_DISK = 0.05


def report(context: Context) -> dict[str, Any]:
    """The `status --json` shape of the design."""
    now = context.now
    with session(context.workspace.engine) as opened:
        tick = runs.last_tick(opened)
        last = runs.last(opened)
        newest = status.newest_list(opened)
        sources = [_source(s) for s in status.sources(opened)]
        unreadable = readings.unreadable(opened)
        without = [body.id for body in status.bodies_without_source(opened)]
        agreements = counts(opened, context.workspace)
    waiting = unread(context.workspace)
    return {
        "ok": _ok(last, newest, sources, now),
        "tick": _iso(tick.at if tick else None),
        "last_run": _run(last),
        "ice": _ice(newest, now),
        "agreements": agreements,
        "sources": sources,
        "without_source": without,
        "unread": {
            "waiting": len(waiting.new),
            "unreadable": unreadable,
            "reread": {"rules": len(waiting.rules), "pages": len(waiting.pages)},
        },
    }


def _ok(
    last: JobRun | None, newest: Snapshot | None, sources: list[dict[str, Any]], now: datetime
) -> bool:
    looked = all(s["outcome"] in GOOD or s["state"] == "manual" for s in sources)
    fresh = newest is not None and newest.saved is not None and now - newest.saved < STALE_LIST
    return bool(last and last.exit == 0 and fresh and looked)


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def _run(run: JobRun | None) -> dict[str, Any] | None:
    if run is None:
        return None
    return {"started": _iso(run.started), "finished": _iso(run.finished), "exit": run.exit}


def _ice(newest: Snapshot | None, now: datetime) -> dict[str, Any] | None:
    if newest is None or newest.saved is None:
        return None
    return {
        "saved": _iso(newest.saved),
        "captured": _iso(newest.first_seen),
        "sha256": newest.sha256,
        "rows": newest.rows,
        "age_days": (now - newest.saved).days,
    }


def _source(found: status.SourceStatus) -> dict[str, Any]:
    last = found.last
    return {
        "id": found.source.id,
        "body": found.body.name,
        "url": found.source.url,
        "platform": found.source.platform,
        "state": found.source.state,
        "outcome": last.outcome if last else None,
        "why": last.why if last else (found.source.reason or "not looked at yet"),
        "last_look": _iso(last.finished if last else None),
        "last_good_look": _iso(found.last_good),
        "newest_document": _iso(found.newest_document),
    }


@dataclass(frozen=True)
class Check:
    """One line of `doctor`: ok, warn or fail, what was found, and the fix."""

    name: str
    level: str
    found: str
    fix: str = ""


def checks(workspace: Workspace, now: datetime) -> Iterator[Check]:
    """Every check of `doctor`, in order; a failed one does not stop the rest."""
    yield _settings(workspace)
    yield _packs(workspace)
    yield _topics(workspace)
    yield _schema(workspace)
    yield _disk(workspace)
    yield _zones()
    yield _rooms()
    yield _ocr(workspace)
    yield _tick(workspace, now)
    yield _list(workspace, now)


def _settings(workspace: Workspace) -> Check:
    path = workspace.home / "offagenda.toml"
    try:
        settings = workspace.settings
    except JobError as exc:
        return Check("settings", "fail", str(exc), "correct the key named")
    if not settings.crawler.contact:
        fix = 'set contact = "a page or address" under [crawler]'
        return Check("settings", "warn", f"{path}: no contact for webmasters", fix)
    return Check("settings", "ok", str(path))


def _packs(workspace: Workspace) -> Check:
    from crawler.errors import CrawlerError
    from crawler.registry import load_packs

    try:
        registry = load_packs(workspace.settings.watch.packs, workspace.packs)
    except (CrawlerError, JobError) as exc:
        return Check("packs", "fail", str(exc), "correct the pack named")
    found = f"{len(registry.bodies)} bodies, {len(registry.sources)} sources"
    fix = "" if registry.bodies else "name a pack in [watch], or write one in packs/"
    return Check("packs", "ok" if registry.bodies else "warn", found, fix)


def _topics(workspace: Workspace) -> Check:
    from nlp.errors import BadTopic, NoModel
    from nlp.topicfile import topic_files

    try:
        chosen = checked(options(workspace))
    except (BadTopic, NoModel, JobError) as exc:
        return Check("topics", "fail", str(exc), "correct the file or key named")
    own = len(topic_files(map(Path, chosen.topics)))
    model = f", names also asked of {chosen.model}" if chosen.model else ""
    return Check("topics", "ok", f"the built-in ones and {own} of this workspace{model}")


def _schema(workspace: Workspace) -> Check:
    try:
        found = schema.version(workspace.unchecked_engine())
    except (JobError, StoreError) as exc:
        return Check("database", "fail", str(exc), "check database_url")
    if found != schema.HEAD:
        fix = "run `offagenda doctor --migrate`"
        return Check("database", "fail", f"schema {found or 'none'}, not {schema.HEAD}", fix)
    return Check("database", "ok", f"schema {found}")


def _disk(workspace: Workspace) -> Check:
    usage = shutil.disk_usage(workspace.home)
    free = f"{usage.free / 2**30:.1f} GiB free"
    if usage.free / usage.total < LOW_DISK:
        return Check("disk", "warn", free, "free some space: documents are kept for good")
    return Check("disk", "ok", free)


def _zones() -> Check:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo("America/New_York")
    except ZoneInfoNotFoundError:
        return Check("time zones", "fail", "no zone data", "reinstall: tzdata is missing")
    return Check("time zones", "ok", "known")


def _rooms() -> Check:
    """Another project's `nlp` or `reports` in the same environment would shadow ours silently."""
    from importlib.util import find_spec

    here = Path(__file__).resolve().parent.parent
    for room in ("crawler", "nlp", "store", "audit", "reports", "demo"):
        spec = find_spec(room)
        if spec is None or spec.origin is None or here not in Path(spec.origin).resolve().parents:
            found = f"{room} comes from {spec.origin if spec else 'nowhere'}"
            return Check("installation", "fail", found, "install in an environment of its own")
    return Check("installation", "ok", str(here))


def _ocr(workspace: Workspace) -> Check:
    found = version()
    try:
        with session(workspace.engine) as opened:
            waiting = waiting_for_ocr(opened)
    except (JobError, StoreError) as exc:
        return Check("ocr", "fail", str(exc))
    pages = f"{waiting} scanned {'page waits' if waiting == 1 else 'pages wait'} for it"
    if found is None:
        return Check("ocr", "warn", f"not installed: {pages} and count as unread", ADVICE)
    if waiting:
        return Check("ocr", "warn", f"{found}; {pages}", "run `offagenda analyze`")
    return Check("ocr", "ok", found)


def _tick(workspace: Workspace, now: datetime) -> Check:
    try:
        with session(workspace.engine) as opened:
            tick = runs.last_tick(opened)
            cut = [run.step for run in runs.orphans(opened)]
    except (JobError, StoreError) as exc:
        return Check("scheduler", "fail", str(exc))
    if cut:
        return Check("scheduler", "warn", f"cut off or still running: {', '.join(cut)}")
    if tick is None:
        return Check("scheduler", "warn", "never ran", "start `offagenda schedule` as a service")
    if now - tick.at > timedelta(minutes=3):
        return Check("scheduler", "warn", f"last pulse {tick.at.isoformat()}", "start it again")
    return Check("scheduler", "ok", f"pulse {tick.at.isoformat()}")


def _list(workspace: Workspace, now: datetime) -> Check:
    try:
        with session(workspace.engine) as opened:
            newest = status.newest_list(opened)
    except (JobError, StoreError) as exc:
        return Check("ICE's list", "fail", str(exc))
    if newest is None or newest.saved is None:
        fix = "run `offagenda ice sync`, or `ice import` a workbook you hold"
        return Check("ICE's list", "warn", "none yet", fix)
    age = (now - newest.saved).days
    found = f"saved {newest.saved.isoformat()}, {newest.rows} rows, {age} days old"
    return Check("ICE's list", "ok" if age < STALE_LIST.days else "warn", found)
