"""spaCy components, one per question; each module registers one factory when it is imported.

Owns the registration. Which of them run, and in which order, is nlp/config.cfg's.
"""

from __future__ import annotations

import importlib
import pkgutil


def register() -> None:
    """Imports every component, so that spaCy knows the factories that a config names."""
    for module in pkgutil.iter_modules(__path__):
        importlib.import_module(f"{__name__}.{module.name}")
