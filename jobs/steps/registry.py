"""Loading the packs into the store, and which states a workspace watches."""

from __future__ import annotations

from crawler.keep_registry import keep_registry
from crawler.registry import Registry, load_packs
from jobs.context import Context
from jobs.workspace import Workspace
from store.engine import session


def load(context: Context) -> Registry:
    """Read all packs and make the store's bodies and sources agree. Raises PackError."""
    registry = packs(context.workspace)
    with session(context.workspace.engine) as opened:
        keep_registry(opened, registry, context.now)
    return registry


def packs(workspace: Workspace) -> Registry:
    """The packs named in the settings and all files of the workspace's `packs/`."""
    return load_packs(workspace.settings.watch.packs, workspace.packs)


def states(workspace: Workspace) -> tuple[str, ...]:
    """The states whose agencies are judged: those set, else those of the loaded packs."""
    given = workspace.settings.watch.states
    return given or tuple(sorted({body.state for body in packs(workspace).bodies}))
