"""The vote reader: a small grammar of layouts (labelled lists, member by member, figures).

Owns counts, names and method; the outcome of a motion is read elsewhere.
"""

from __future__ import annotations

from nlp.votes.count import Count, count

__all__ = ["Count", "count"]
