"""Reads documents: bytes to pages to items, flags, motions and attendance.

Owns reading only: it knows no address, no store, no clock and no network. Importing this
package is cheap; spaCy is loaded when the first document is read.
"""

from __future__ import annotations
