"""Making a workspace, or completing a half-made one."""

from __future__ import annotations

from pathlib import Path

from jobs.template import settings_file
from jobs.workspace import FILE, Workspace


def create(folder: Path, packs: tuple[str, ...] = (), contact: str = "") -> Workspace:
    """Write what is missing of a workspace; existing settings stay as they are.

    Raises crawler.errors.PackError for an unknown built-in pack, before anything is written.
    """
    from crawler.registry import load_packs
    from store.schema import migrate

    load_packs(packs, None)
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("archive", "packs", "editions"):
        (folder / name).mkdir(exist_ok=True)
    file = folder / FILE
    if not file.exists():
        file.write_text(settings_file(packs, contact), "utf-8")
    workspace = Workspace.find(folder, folder)
    engine = workspace.unchecked_engine()
    migrate(engine)
    engine.dispose()
    return workspace


def upgrade(workspace: Workspace) -> Path | None:
    """Migrate an older database after copying it; returns the copy, None when nothing was due."""
    from store.backup import copy_database
    from store.schema import HEAD, migrate, version

    engine = workspace.unchecked_engine()
    found = version(engine)
    if found == HEAD:
        return None
    copy = None
    if workspace.database.exists():
        copy = copy_database(
            workspace.database, workspace.home / f"offagenda-schema-{found or 'none'}.db"
        )
    migrate(engine)
    engine.dispose()
    return copy
