"""What is wrong with a topic file, said so that its writer can mend it.

Owns the table of keys with their types, and the messages: file, place, key, nearest known key.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, NoReturn

from nlp.errors import BadTopic
from nlp.sections import sections

ABOUT = ("agreement", "policy", "matter")
RELEVANCE = ("agreement", "policy", "discussion", "public_comment")
KINDS = ("minutes", "agenda", "transcript")


def _text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _texts(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(_text(one) for one in value)


def _number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _flag(value: Any) -> bool:
    return isinstance(value, bool)


def _tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)


def _lists(value: Any) -> bool:
    return isinstance(value, dict) and all(_texts(words) for words in value.values())


_WHAT: dict[Callable[[Any], bool], str] = {
    _text: "a text", _texts: "a list of texts", _number: "a number from 0 up",
    _flag: "true or false", _tables: "at least one table", _lists: "lists of words",
}  # fmt: skip
_Keys = Mapping[str, Callable[[Any], bool]]
_TOPIC: _Keys = {
    "id": _text, "title": _text, "rank": _number, "about": _text, "family": _text,
    "groups": _lists, "rule": _tables, "example": _tables,
}  # fmt: skip
_RULE: _Keys = {
    "id": _text, "rank": _number, "phrases": _texts, "exact": _flag, "needs": _texts,
    "also": _texts, "without": _texts, "window": _number, "near": _number, "before_never": _texts,
    "after_never": _texts, "follows": _flag, "same_item": _flag, "capitals": _texts, "only": _texts,
    "sections": _texts, "doubt": _text,
}  # fmt: skip
_EXAMPLE: _Keys = {
    "text": _text, "flag": _flag, "relevance": _text, "under": _text, "before": _text,
    "kind": _text,
}  # fmt: skip


def check(file: str, raw: Mapping[str, Any], groups: Collection[str]) -> None:
    """Raises BadTopic for the first thing in a topic file that cannot be used.

    groups: the groups of words that every topic may name, beside its own.
    """
    _keys(file, "", raw, _TOPIC, ("id", "rule", "example"))
    _one_of(file, "", "about", raw.get("about", "matter"), ABOUT)
    known = {*groups, *raw.get("groups", {})}
    for one in raw["rule"]:
        _check_rule(file, one, known)
    _no_twins(file, [one["id"] for one in raw["rule"]])
    for one in raw["example"]:
        _check_example(file, one)
    if len({one["flag"] for one in raw["example"]}) < 2:
        _bad(file, "", "needs examples of both kinds: one with flag = true, one with flag = false")


def _check_rule(file: str, one: Mapping[str, Any], groups: Collection[str]) -> None:
    place = f"rule {one.get('id', '(without id)')}"
    _keys(file, place, one, _RULE, ("id", "phrases"))
    for key in ("needs", "without", "capitals", "before_never", "after_never"):
        for name in one.get(key, ()):
            if name not in groups:
                _bad(file, place, f"{key} names no group of words {name!r}{_hint(name, groups)}")
    for name in one.get("only", ()):
        _one_of(file, place, "only", name, RELEVANCE)
    for name in one.get("sections", ()):
        _one_of(file, place, "sections", name, [section.id for section in sections()])


def _check_example(file: str, one: Mapping[str, Any]) -> None:
    place = f"example {str(one.get('text', ''))[:40]!r}"
    _keys(file, place, one, _EXAMPLE, ("text", "flag"))
    _one_of(file, place, "kind", one.get("kind", "minutes"), KINDS)
    if one["flag"]:
        _one_of(file, place, "relevance", one.get("relevance", "(none given)"), RELEVANCE)
    elif "relevance" in one:
        _bad(file, place, "has a relevance, but flag = false")


def _keys(
    file: str, place: str, raw: Mapping[str, Any], known: _Keys, needed: Iterable[str]
) -> None:
    for key, value in raw.items():
        if key not in known:
            _bad(file, place, f"unknown key {key!r}{_hint(key, known)}")
        if not known[key](value):
            _bad(file, place, f"{key} must be {_WHAT[known[key]]}, not {value!r:.60}")
    for key in needed:
        if key not in raw:
            _bad(file, place, f"the key {key!r} is missing")


def _one_of(file: str, place: str, key: str, value: str, known: Collection[str]) -> None:
    if value not in known:
        _bad(file, place, f"{key} must be one of {', '.join(known)}, not {value}")


def _no_twins(file: str, ids: list[str]) -> None:
    for name in ids:
        if ids.count(name) > 1:
            _bad(file, f"rule {name}", "the id is given twice")


def _hint(word: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(word, list(known), 1, 0.5)
    return f" (did you mean {near[0]!r}?)" if near else f" (known: {', '.join(sorted(known))})"


def _bad(file: str, place: str, what: str) -> NoReturn:
    raise BadTopic(f"{file}: {f'{place}: ' if place else ''}{what}")
