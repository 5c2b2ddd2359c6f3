"""offagenda.toml as typed values.

Owns keys, defaults and the message for a wrong key. Reads no clock and opens no store.
"""

from __future__ import annotations

import difflib
import tomllib
from pathlib import Path
from typing import Any, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
)

from jobs.errors import BadSettings

ICE_PAGE = "https://www.ice.gov/identify-and-arrest/287g"


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Watch(_Section):
    """Which packs are loaded, and whose agencies are judged."""

    packs: tuple[str, ...] = Field(default=(), title="built-in packs to load, by name")
    states: tuple[str, ...] = Field(default=(), title="USPS codes; default: those of the packs")
    counties: tuple[str, ...] = Field(default=(), title="counties; default: all")


class Crawler(_Section):
    """How politely and how far back sources are read."""

    contact: str = Field(default="", title="a page or address where a webmaster can reach you")
    delay_seconds: float | None = Field(
        default=None, ge=0, le=600, title="between two requests to one host (5.0, none on loopback)"
    )
    history_days: int = Field(default=550, ge=1, le=20000, title="how far back a first look reads")
    allow_loopback: bool = Field(default=False, title="trials only: read servers on this machine")


class Ice(_Section):
    """Where ICE publishes its lists."""

    page: str = Field(default=ICE_PAGE, title="the page that links the workbooks")
    fetch_agreements: bool = Field(
        default=False, title="also fetch the agreements that the lists link"
    )


class Nlp(_Section):
    """What documents are read with."""

    topics: tuple[str, ...] = Field(
        default=(), title="topic files or folders beside the built-in topics; default: topics/"
    )
    model: str = Field(
        default="", title="an installed spaCy package, asked for names that no rule finds"
    )


class Report(_Section):
    """How the weekly report introduces itself and when it is due."""

    place: str = Field(default="", title="printed in the folio; default: the states watched")
    timezone: str = Field(default="America/New_York", title="the newsroom's zone")
    weekday: str = Field(
        default="mon", pattern="^(mon|tue|wed|thu|fri|sat|sun)$", title="day of the report"
    )
    hour: int = Field(default=6, ge=0, le=23, title="hour of the report, local")


class Schedule(_Section):
    """When the unattended service works (hours in UTC)."""

    crawl_hour: int = Field(default=7, ge=0, le=23, title="daily look at the sources that are due")
    ice_hours: tuple[int, ...] = Field(default=(12, 22), title="looks at ICE's page")


class Settings(_Section):
    """Everything a workspace is told."""

    database_url: SecretStr | None = Field(default=None, title="default: SQLite beside this file")
    watch: Watch = Watch()
    crawler: Crawler = Crawler()
    ice: Ice = Ice()
    nlp: Nlp = Nlp()
    report: Report = Report()
    schedule: Schedule = Schedule()

    @field_validator("database_url")
    @classmethod
    def _sqlite(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not value.get_secret_value().startswith("sqlite:///"):
            raise ValueError("this version keeps its store in SQLite: sqlite:////path/to/file.db")
        return value


def load(path: Path) -> Settings:
    """Settings from a TOML file. Raises BadSettings naming file, key and the nearest known key."""
    try:
        return Settings.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise BadSettings(f"{path}: not readable as TOML: {exc}") from exc
    except ValidationError as exc:
        raise BadSettings("\n".join(f"{path}: {line}" for line in _complaints(exc))) from exc


def _complaints(exc: ValidationError) -> list[str]:
    return [_complaint(tuple(map(str, e["loc"])), e["type"], e["msg"]) for e in exc.errors()]


def _complaint(where: tuple[str, ...], kind: str, message: str) -> str:
    key = ".".join(where)
    if kind != "extra_forbidden":
        return f"{key}: {message}"
    known = list(_section(where[:-1]).model_fields)
    near = difflib.get_close_matches(where[-1], known, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"known here: {', '.join(known)}"
    return f"unknown key {key!r}; {hint}"


def _section(where: tuple[str, ...]) -> type[BaseModel]:
    model: type[BaseModel] = Settings
    for name in where:
        inner: Any = model.model_fields[name].annotation
        kinds = [a for a in (inner, *get_args(inner)) if isinstance(a, type)]
        model = next(k for k in kinds if issubclass(k, BaseModel))
    return model
