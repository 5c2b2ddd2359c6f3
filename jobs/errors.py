"""What can go wrong when commands are given; owns names and wording only.

JobError
├── BadSettings     offagenda.toml (or a pack) cannot be used as written
├── NoWorkspace     there is no workspace here
└── AlreadyRunning  another run holds the workspace
"""

from __future__ import annotations


class JobError(Exception):
    """Base; the message says what, where, and what to do."""


class BadSettings(JobError):
    """The settings file cannot be used as written."""


class NoWorkspace(JobError):
    """No folder upwards holds an offagenda.toml."""


class AlreadyRunning(JobError):
    """Another process holds the workspace's lock."""
