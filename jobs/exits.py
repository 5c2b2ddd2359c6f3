"""The exit codes of every command."""

from __future__ import annotations

DONE = 0
FAILED = 1
USAGE = 2
NOT_ALL_READ = 3
"""Done, but a source that is not marked manual was not read, or a workbook was refused."""
INTERRUPTED = 130
