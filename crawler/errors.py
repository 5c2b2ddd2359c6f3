"""What can go wrong while collecting; owns the names and wording of its errors only.

CrawlerError
├── PackError         a pack cannot be used: unknown key, wrong value, missing file
├── UnknownPlatform   a platform name that no parser answers to
└── ChildBroken       the child process could not be started or understood
"""

from __future__ import annotations


class CrawlerError(Exception):
    """Base of all errors of this room; the message says what, where and what to do."""


class PackError(CrawlerError):
    """A pack that cannot be used; the message names file, key and the nearest known key."""


class UnknownPlatform(CrawlerError):
    """No parser answers to this platform name."""


class ChildBroken(CrawlerError):
    """The crawling process could not be started, or said something that is no event."""
