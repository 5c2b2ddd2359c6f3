"""The named ways in which a document cannot be read at all.

Owns the errors that leave this room; a document that is read in part is no error but a doubt.
"""

from __future__ import annotations


class Unreadable(Exception):
    """Nothing of the document can be read; the message says what is wrong and what to do."""


class EmptyDocument(Unreadable):
    """No bytes, or no page."""


class EncryptedDocument(Unreadable):
    """A password is needed."""


class BrokenDocument(Unreadable):
    """The bytes are not what they claim to be, or are cut short."""


class UnknownKind(Unreadable):
    """A file type that is not read here (spreadsheets, old Word files, programs, ...)."""


class TooLarge(Unreadable):
    """More than a public document can be: most likely built to exhaust memory."""


class BadTopic(ValueError):
    """A topic file that cannot be used; the message names the file, the place and the key."""


class NoModel(ValueError):
    """A spaCy package that the settings name and that is not installed or cannot be used here."""
