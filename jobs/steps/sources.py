"""Which sources are watched: listing them, adding one, checking them, noting who verified one."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from audit.matching import load_places
from crawler.registry import Body, source_id
from jobs.context import Context
from jobs.errors import JobError
from jobs.steps.crawl import crawl, crawl_settings
from jobs.steps.registry import load, packs
from store.engine import session
from store.queries import status
from store.queries.status import GOOD
from store.tables import Source


def listed(context: Context) -> list[dict[str, Any]]:
    """Every body of the loaded packs with its sources and how each was last seen."""
    with session(context.workspace.engine) as opened:
        looks = {s.source.id: s for s in status.sources(opened)}
    return [
        {
            "id": body.id,
            "name": body.name,
            "kind": body.kind,
            "state": body.state,
            "county": body.place.county,
            "pack": body.pack,
            "sources": [_source(s.id, asdict(s), looks.get(s.id)) for s in body.sources],
        }
        for body in packs(context.workspace).bodies
    ]


def _source(key: str, given: dict[str, Any], found: status.SourceStatus | None) -> dict[str, Any]:
    last = found.last if found else None
    return {
        **given,
        "id": key,
        "state": found.source.state if found else given["state"],
        "outcome": last.outcome if last else None,
        "last_look": last.finished.isoformat() if last else None,
    }


def add(
    context: Context, url: str, body: str, platform: str, board: str | None, seen_in: str
) -> str:
    """Add an address to a known body in packs/added.toml; returns the source's id.

    Raises JobError for an unknown body or an address it already has.
    """
    known = next((b for b in packs(context.workspace).bodies if b.id == body), None)
    if known is None:
        raise JobError(
            f"no body {body!r} in the loaded packs: `offagenda sources list` prints the ids; "
            "a new body is written into a file in packs/ (docs/adding-bodies.md)"
        )
    chosen = _platform(context, url) if platform == "detect" else platform
    key = source_id(body, chosen, url, board)
    if key in {s.id for s in known.sources}:
        raise JobError(f"{body} already has this address as {key}")
    file = context.workspace.packs / f"added-{key.replace('/', '-')}.toml"
    file.write_text(_entry(known, chosen, url, board, seen_in), "utf-8")
    load(context)
    return key


def _platform(context: Context, url: str) -> str:
    found = detect(context, url)
    if found["platform"] is None:
        raise JobError(f"{url}: no platform recognised ({found['why']}); name one with --platform")
    return str(found["platform"])


def _entry(body: Body, platform: str, url: str, board: str | None, seen_in: str) -> str:
    """A pack that adds one source to a body that stands in another pack (their sources add up)."""
    place = {k: v for k, v in asdict(body.place).items() if v is not None}
    quoted = ", ".join(f"{key} = {_toml(value)}" for key, value in place.items())
    lines = [
        "[[body]]",
        f"id = {_toml(body.id)}",
        f"name = {_toml(body.name)}",
        f"kind = {_toml(body.kind)}",
        f"place = {{ {quoted} }}",
        f"timezone = {_toml(body.timezone)}",
        "",
        "[[body.source]]",
        f"platform = {_toml(platform)}",
        f"url = {_toml(url)}",
        *([f"board = {_toml(board)}"] if board else []),
        'state = "unverified"',
        f"seen_in = {_toml(seen_in)}",
    ]
    return "\n".join(lines) + "\n"


def _toml(value: str) -> str:
    """A TOML basic string; JSON's escapes are a subset of TOML's."""
    return json.dumps(value, ensure_ascii=False)


def detect(context: Context, url: str) -> dict[str, Any]:
    """Fetch one page and say which platform it is on."""
    from crawler.detect import detect_url

    found = detect_url(url, settings=crawl_settings(context))
    return {"url": url, "platform": found.platform, "outcome": found.outcome, "why": found.why}


def check(context: Context) -> dict[str, Any]:
    """Look at every source that is not manual; also name geoids the Census list does not know."""
    registry = load(context)
    ids = tuple(s.id for s in registry.sources if s.state != "manual")
    looks = crawl(context, ids).looks if ids else ()
    known = load_places().geoids
    notes = [
        f"{body.id}: geoid {body.place.geoid} is not in the Census list (kept as given)"
        for body in registry.bodies
        if body.place.geoid and body.place.geoid not in known
    ]
    notes += [f"{body.id}: no address known" for body in registry.without_source]
    return {
        "sources": [{"source": k.source_id, "outcome": k.outcome, "why": k.why} for k in looks],
        "unread": sum(k.outcome not in GOOD for k in looks),
        "notes": notes,
    }


def verify(context: Context, source: str, who: str) -> None:
    """Note that a person checked a source. Raises JobError for an unknown one."""
    load(context)
    with session(context.workspace.engine) as opened:
        row = opened.get(Source, source)
        if row is None:
            raise JobError(f"no source {source!r}: `offagenda sources list` prints the ids")
        row.state, row.verified_by, row.verified_at = "verified", who, context.now
        opened.add(row)
