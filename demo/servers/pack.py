"""The pack that tells a workspace which bodies of the county publish where, as TOML."""

from __future__ import annotations

import json
from collections.abc import Callable

from demo import publishing
from demo.servers.town import list_path
from demo.towns import COUNTY
from demo.values import Body, County, Site

_VERIFIED_BUT = frozenset({"pa-vantry-borough", "pa-windlass-township"})


def pack_toml(county: County, base: Callable[[Site], str]) -> str:
    """Every body of the county; base gives the address of a site, without a slash at its end."""
    bodies = [_body(site.body) + _source(site, base(site)) for site in county.sites]
    bodies += [_body(body) for body in county.unpublished]
    return f"# {county.name}: a place that does not exist.\n\n" + "\n".join(bodies)


def _quoted(value: str) -> str:
    """A TOML basic string: JSON's escapes are a subset of TOML's."""
    return json.dumps(value, ensure_ascii=False)


def _body(body: Body) -> str:
    agencies = ", ".join(_quoted(agency) for agency in body.answers_for)
    lines = [
        "[[body]]",
        f"id = {_quoted(body.id)}",
        f"name = {_quoted(body.name)}",
        f"kind = {_quoted(body.kind)}",
        f"place = {_place(body)}",
        'timezone = "America/New_York"',
        f"cadence = {_quoted(body.cadence.words())}",
        f"answers_for = [{agencies}]",
    ]
    if body.schedule_in_pack:
        lines.append(f"schedule = [{', '.join(_quoted(day) for day in _schedule(body))}]")
    return "\n".join(lines) + "\n"


def _place(body: Body) -> str:
    fields = {
        "name": body.place,
        "kind": body.place_kind or "region",
        "county": COUNTY,
        "state": "PA",
        "geoid": body.geoid,
    }
    return "{ " + ", ".join(f"{key} = {_quoted(value)}" for key, value in fields.items()) + " }"


def _schedule(body: Body) -> list[str]:
    return [day.isoformat() for day in publishing.adopted_dates(body)]


def _source(site: Site, base: str) -> str:
    platform = "civicplus" if site.body.look == "agendacenter" else "links"
    lines = [
        "",
        "[[body.source]]",
        f"platform = {_quoted(platform)}",
        f"url = {_quoted(base + list_path(site))}",
    ]
    if platform == "civicplus":
        lines.append(f"board = {_quoted(publishing.board(site.body))}")
    state = "unverified" if site.body.id in _VERIFIED_BUT else "verified"
    lines += [f"state = {_quoted(state)}", 'seen_in = "drawn with the county"']
    return "\n".join(lines) + "\n"
