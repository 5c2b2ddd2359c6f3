"""What can go wrong in the store; owns the names and wording of its errors only.

StoreError
├── NoWorkspace       no database where one was expected
├── OlderSchema       the database wants migrating, or is newer than this program
├── BlobMissing       a row names bytes that the archive does not hold
├── BlobDamaged       the bytes under a name no longer hash to it
└── DiskFull          the archive or database could not be written
"""

from __future__ import annotations


class StoreError(Exception):
    """Base of all errors of this room; the message says what, where and what to do."""


class NoWorkspace(StoreError):
    """No workspace or database at the place named in the message."""


class OlderSchema(StoreError):
    """The database has another schema version than this program."""


class BlobMissing(StoreError):
    """A row names bytes that the archive does not hold."""


class BlobDamaged(StoreError):
    """The bytes stored under a hash no longer hash to it."""


class DiskFull(StoreError):
    """Nothing could be written: disk full, quota or file size limit."""
