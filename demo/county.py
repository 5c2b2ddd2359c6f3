"""The fictional county as one value: everything that is ever published, and when.

Owns the assembly and the folder of old workbooks; opens no port and knows no clock.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from demo.ice import lists, workbook
from demo.ice.signed import HOST
from demo.publishing import sites
from demo.timeline import FIRST_LOOK
from demo.towns import COUNTY_IN_FULL, UNPUBLISHED
from demo.values import County

__all__ = ["County", "build", "old_workbooks"]


@lru_cache(maxsize=1)
def build() -> County:
    """The county, the same every time."""
    return County(COUNTY_IN_FULL, sites(), UNPUBLISHED, lists.workbooks())


def old_workbooks(folder: Path, host: str = HOST) -> None:
    """Write the workbooks saved before the first look into an existing folder.

    Both lists of a day may carry the other's name, as they once did at ICE. host: the server that
    their links lead to.
    """
    for book in build().workbooks:
        if book.saved < FIRST_LOOK:
            (folder / book.name).write_bytes(workbook.render(workbook.at(book, host)))
