"""Alembic's way in: runs on the connection that `store.schema` hands over, never on its own."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlmodel import SQLModel

import store.tables

assert store.tables  # importing it is what fills the metadata


def render_item(kind: str, item: Any, _context: AutogenContext) -> str | Literal[False]:
    """Write plain SQLAlchemy types, so that migrations import nothing of ours."""
    if kind == "type" and type(item).__name__ == "AutoString":
        return "sa.String()"
    if kind == "type" and type(item).__name__ == "UTCDateTime":
        return "sa.DateTime(timezone=True)"
    return False


def compare_type(
    _context: Any, _inspected: Any, _metadata: Any, inspected: Any, metadata: Any
) -> bool | None:
    """Our UTC column is a DateTime to the database."""
    if type(metadata).__name__ == "UTCDateTime":
        return type(inspected).__name__ not in {"DATETIME", "DateTime", "TIMESTAMP"}
    return None


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=SQLModel.metadata,
    render_as_batch=True,
    render_item=render_item,
    compare_type=compare_type,
)
with context.begin_transaction():
    context.run_migrations()
