"""What all tables share: naming convention, the UTC time column, the column of packed JSON.

Owns no table. Not under the future import, as SQLModel reads annotations at run time.
"""

import json
import zlib
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from sqlmodel import SQLModel

# Constraint names must be the same on every engine, or a migration cannot name what it drops.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class UTCDateTime(sa.types.TypeDecorator[datetime]):
    """Aware UTC datetimes in and out; a naive one is refused (SQLite forgets the zone)."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a time without a zone reached the store: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class PackedJSON(sa.types.TypeDecorator[list[Any]]):
    """Long lists of numbers, compressed: the boxes of a page's words are as long as its text.

    Nothing to keep is NULL, and comes back as an empty list.
    """

    impl = sa.LargeBinary
    cache_ok = True

    def process_bind_param(self, value: list[Any] | None, dialect: Any) -> bytes | None:
        if not value:
            return None
        return zlib.compress(json.dumps(value, separators=(",", ":")).encode())

    def process_result_value(self, value: bytes | None, dialect: Any) -> list[Any]:
        return json.loads(zlib.decompress(value)) if value else []
