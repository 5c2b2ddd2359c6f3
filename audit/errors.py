"""What can go wrong while judging; owns the names and wording of its errors only.

AuditError
├── WorkbookRefused   bytes that are not a usable workbook of ICE's list
└── DataDamaged       a data file that ships with this room cannot be read
"""

from __future__ import annotations


class AuditError(Exception):
    """Base of all errors of this room; the message says what, where and what to do."""


class WorkbookRefused(AuditError):
    """The bytes are not a workbook we can use; the message names the file and the reason.

    `reason` is one word for tables: html, not_zip, encrypted, bomb, damaged, header.
    """

    def __init__(self, name: str, reason: str, what: str, advice: str) -> None:
        self.name = name
        self.reason = reason
        super().__init__(f"{name or 'workbook'}: {what}; {advice}")


class DataDamaged(AuditError):
    """A list or table that ships with the package is missing or not in its own format."""
