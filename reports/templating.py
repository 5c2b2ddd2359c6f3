"""The Jinja environment that every page of this room is made with.

Owns its strictness and the filters all pages share; a page adds its own.
"""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports import texts


def environment() -> Environment:
    """A new environment: everything escaped, an unknown name an error."""
    made = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        long_date=texts.long_date,
        short_date=texts.short_date,
        stamp=texts.stamp,
        plural=texts.plural,
        sentence=texts.sentence,
        figure=lambda count: f"{count:,}",
    )
    return made
