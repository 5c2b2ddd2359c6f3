"""Which bodies publish where: packs of TOML to values, and values to the store.

Owns the pack format, its error messages and the identity of a source. Fetches nothing; whether an
address answers is found out by looking.
"""

from __future__ import annotations

import difflib
import hashlib
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Literal, get_args
from zoneinfo import available_timezones

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from crawler.errors import PackError

Kind = Literal[
    "borough_council", "township_supervisors", "township_commissioners", "township_board",
    "municipal_council", "county_council", "city_council", "town_council", "village_board",
    "select_board", "county_board", "regional_board", "school_board", "authority", "other",
]  # fmt: skip


@dataclass(frozen=True)
class Place:
    """The place a body governs; geoid where the Census has one."""

    name: str
    kind: str
    state: str
    county: str | None = None
    geoid: str | None = None

    @property
    def id(self) -> str:
        """The geoid, else a slug of what is known."""
        words = f"{self.state} {self.county or ''} {self.name} {self.kind}".lower().split()
        return self.geoid or "-".join(words)


@dataclass(frozen=True)
class Source:
    """A place on the web where a body publishes."""

    id: str
    body_id: str
    platform: str
    url: str
    board: str | None
    state: str
    reason: str | None
    seen_in: str | None


@dataclass(frozen=True)
class Body:
    """A collegial body that meets and votes, as a pack describes it."""

    id: str
    name: str
    kind: str
    place: Place
    timezone: str
    cadence: str | None
    schedule: tuple[date, ...]
    answers_for: tuple[str, ...]
    pack: str
    sources: tuple[Source, ...]

    @property
    def state(self) -> str:
        """USPS code of the state the body is in."""
        return self.place.state


@dataclass(frozen=True)
class Registry:
    """Everything the loaded packs say, in the order of the packs."""

    bodies: tuple[Body, ...] = ()

    @property
    def sources(self) -> tuple[Source, ...]:
        return tuple(s for body in self.bodies for s in body.sources)

    @property
    def without_source(self) -> tuple[Body, ...]:
        """Bodies for which no address is known: work to do, and loud in every report."""
        return tuple(body for body in self.bodies if not body.sources)


def source_id(body_id: str, platform: str, url: str, board: str | None) -> str:
    """A source's stable id: the body's and a short hash of platform, address and board."""
    whole = "\n".join((platform, url, board or ""))
    return f"{body_id}/{hashlib.sha256(whole.encode()).hexdigest()[:8]}"


def builtin_packs() -> tuple[str, ...]:
    """Names of the packs that ship with the program."""
    found = (entry.name for entry in files("crawler.packs").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


def load_packs(builtin: Sequence[str], folder: Path | None) -> Registry:
    """The built-in packs named and every pack of a folder. Raises PackError.

    A body may stand in several packs: the description is the last one's, the sources add up (so
    that a workspace adds an address to a built-in body without copying it).
    """
    bodies: dict[str, Body] = {}
    for name, text in _texts(builtin, folder):
        for body in parse_pack(text, name):
            held = bodies.get(body.id)
            bodies[body.id] = _joined(held, body) if held else body
    return Registry(tuple(bodies.values()))


def parse_pack(text: str, name: str) -> tuple[Body, ...]:
    """One pack's bodies. Raises PackError naming the pack, the key and the nearest known one."""
    try:
        pack = _Pack.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as exc:
        raise PackError(f"{name}: not readable as TOML: {exc}") from exc
    except ValidationError as exc:
        lines = (
            _complaint(tuple(map(str, e["loc"])), e["type"], e["msg"], e["input"])
            for e in exc.errors()
        )
        raise PackError("\n".join(f"{name}: {line}" for line in lines)) from exc
    ids = [body.id for body in pack.body]
    if twice := sorted({i for i in ids if ids.count(i) > 1}):
        raise PackError(f"{name}: two bodies are called {twice[0]!r}; give one another id")
    return tuple(body.value(name) for body in pack.body)


def _joined(held: Body, added: Body) -> Body:
    sources = {s.id: s for s in (*held.sources, *added.sources)}
    values = {name: getattr(added, name) for name in Body.__dataclass_fields__}
    for name in ("cadence", "schedule", "answers_for"):
        values[name] = values[name] or getattr(held, name)
    return Body(**{**values, "sources": tuple(sources.values())})


def _texts(builtin: Sequence[str], folder: Path | None) -> Iterable[tuple[str, str]]:
    known = builtin_packs()
    for name in builtin:
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
            hint = f"did you mean {near[0]!r}?" if near else f"known: {', '.join(known)}"
            raise PackError(f"no built-in pack {name!r}; {hint}")
        yield f"{name}.toml", files("crawler.packs").joinpath(f"{name}.toml").read_text("utf-8")
    for path in sorted(folder.glob("*.toml")) if folder and folder.is_dir() else ():
        try:
            yield str(path), path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as exc:
            raise PackError(f"{path}: cannot be read: {exc}") from exc


# ---- the format


def _as_date(value: object) -> object:
    return date.fromisoformat(value) if isinstance(value, str) else value


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class _Place(_Table):
    name: str = Field(min_length=1)
    kind: str = Field(min_length=1)
    county: str | None = None
    state: str = Field(pattern="^[A-Z]{2}$")
    geoid: str | None = Field(None, pattern=r"^\d{2,10}$")


class _Source(_Table):
    platform: str = Field(min_length=1)
    url: str = Field(pattern="^https?://[^/]+")
    board: str | None = None
    state: Literal["unverified", "verified", "manual"] = "unverified"
    reason: str | None = None
    seen_in: str | None = None

    def value(self, body: str) -> Source:
        return Source(
            source_id(body, self.platform, self.url, self.board), body, self.platform, self.url,
            self.board, self.state, self.reason, self.seen_in,
        )  # fmt: skip


class _Body(_Table):
    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]*$")
    name: str = Field(min_length=1)
    kind: Kind
    place: _Place
    timezone: str
    cadence: str | None = None
    schedule: tuple[Annotated[date, BeforeValidator(_as_date)], ...] = ()
    answers_for: tuple[str, ...] = ()
    source: tuple[_Source, ...] = ()

    def value(self, pack: str) -> Body:
        if self.timezone not in available_timezones():
            raise PackError(f"{pack}: {self.id}: no time zone {self.timezone!r}")
        for source in self.source:
            if source.state == "manual" and not source.reason:
                raise PackError(f"{pack}: {self.id}: a manual source needs a reason")
        return Body(
            self.id, self.name, self.kind, Place(**self.place.model_dump()), self.timezone,
            self.cadence, self.schedule, self.answers_for, pack,
            tuple(s.value(self.id) for s in self.source),
        )  # fmt: skip


class _Pack(_Table):
    body: tuple[_Body, ...] = ()


def _complaint(where: tuple[str, ...], kind: str, message: str, given: object) -> str:
    key = ".".join(where)
    if kind == "literal_error" and where[-1] == "kind":
        near = difflib.get_close_matches(str(given), get_args(Kind), n=1, cutoff=0.0)
        return f"{key}: {given!r} is no kind of body (nearest: {near[0]!r}). {message}"
    if kind != "extra_forbidden":
        return f"{key}: {message}"
    known = list(_table(where[:-1]).model_fields)
    near = difflib.get_close_matches(where[-1], known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(known)}"
    return f"unknown key {key!r}; {hint}"


def _table(where: tuple[str, ...]) -> type[BaseModel]:
    names: dict[str, Any] = {"body": _Body, "place": _Place, "source": _Source}
    return next((names[name] for name in reversed(where) if name in names), _Pack)
