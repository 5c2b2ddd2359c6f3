"""What waits to be read, and how much of the work each document needs.

Owns the meeting of stored versions with today's. Reads nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jobs.errors import NoWorkspace
from jobs.workspace import Workspace
from nlp import names
from nlp.pages.ocr import curable
from nlp.pipeline import Options
from nlp.topicfile import rules
from nlp.versions import Todo, current, fingerprint, what_to_do
from store.engine import session
from store.queries import readings
from store.queries.readings import Waiting

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class Unread:
    """The captures to read, by what they need; each in order of capture.

    new: never read. rules: their pages are kept, and only rules have changed. pages: read before,
    by an older reader of files. versions: those of today.
    """

    new: tuple[Waiting, ...]
    rules: tuple[Waiting, ...]
    pages: tuple[Waiting, ...]
    versions: Mapping[str, str]

    def __len__(self) -> int:
        return len(self.new) + len(self.rules) + len(self.pages)


def options(workspace: Workspace) -> Options:
    """The workspace's choices for reading: its topic files, and a model for names.

    Without `[nlp] topics` these are the files in the folder topics/, where there is one.
    """
    chosen = workspace.settings.nlp
    places = [workspace.home / place for place in chosen.topics] or [workspace.topics]
    return Options(tuple(str(place) for place in places if place.exists() or chosen.topics),
                   chosen.model)  # fmt: skip


def checked(chosen: Options) -> Options:
    """The same options. Raises nlp.errors.BadTopic and NoModel where they cannot be used, so that
    no document is blamed for it."""
    names.check(chosen.model)
    rules(tuple(map(Path, chosen.topics)))
    return chosen


def options_here(home: Path | None, start: Path) -> Options:
    """The choices of the workspace named, or of the one around `start`; the defaults where there
    is none. Raises as `checked`, and jobs.errors.NoWorkspace for a named one that is not there."""
    try:
        return checked(options(Workspace.find(home, start)))
    except NoWorkspace:
        if home is not None:
            raise
        return Options()


def unread(workspace: Workspace) -> Unread:
    """What waits in this workspace. Raises nlp.errors.BadTopic for a topic file it cannot use."""
    versions = current(options(workspace))
    with session(workspace.engine) as opened:
        todo = {
            making: what_to_do(stored, versions, making[1])
            for making, stored in readings.makings(opened).items()
        }
        fresh = [making for making, what in todo.items() if what == "keep"]
        waiting = readings.waiting(opened, fresh, fingerprint(versions), curable())
    return Unread(
        new=tuple(one for one in waiting if one.reading is None),
        rules=tuple(one for one in waiting if _needs(one, todo) == "rules"),
        pages=tuple(one for one in waiting if _needs(one, todo) in ("pages", "keep")),
        versions=versions,
    )


def _needs(one: Waiting, todo: Mapping[tuple[str, str], Todo]) -> Todo | None:
    """What a document that was read before needs; one that is current waits for OCR alone."""
    return todo[one.making] if one.making else None
