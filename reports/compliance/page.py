"""The audit as one self-contained HTML page.

Owns the template's environment. What is told is `view`'s.
"""

from __future__ import annotations

from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from audit.metrics.catalogue import VERSION
from audit.metrics.scores import FEWEST, LEAST_DETERMINABLE
from audit.metrics.values import ANSWERS
from reports import labels, templating
from reports.compliance import words
from reports.compliance.shapes import View
from reports.compliance.view import few
from reports.render import POLICY, hash_of


def page(view: View) -> str:
    """The page: no script, no remote file; the same audit gives the same text."""
    environment = _environment()
    css = "\n".join(
        environment.get_template(name).render().strip() for name in ("weekly.css", "compliance.css")
    )
    return environment.get_template("compliance.html").render(
        view=view,
        audit=view.audit,
        # The style sheet is ours, holds nothing from outside, and must not be escaped.
        css=Markup(css),  # noqa: S704
        policy=POLICY.format(style=hash_of(css)),
        version=VERSION,
        floors=(FEWEST, f"{LEAST_DETERMINABLE:.0%}"),
        answers=ANSWERS,
    )


@cache
def _environment() -> Environment:
    environment = templating.environment()
    environment.filters.update(
        quarter=words.quarter,
        months=words.months,
    )
    environment.globals.update(
        MARKS=words.MARKS,
        WORDS=words.WORDS,
        SHORT=words.SHORT,
        said=words.answer,
        few=few,
        overlay=labels.overlay,
    )
    return environment
