"""Topics as data: what a topic file may hold, and the files that come with the reader.

Owns the format (docs/adding-a-topic.md) and its values. What is wrong with a file is said by
nlp.topicerrors; nothing is matched here.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from nlp.errors import BadTopic
from nlp.topicerrors import check

POSSIBLE = "possible_287g"
"""The topic of passages that may mean such an agreement without naming it. They are no flags: they
only keep a negative from being said."""

_PLAIN = re.compile(r"[a-z0-9']+")
_Groups = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Words:
    """A set of words to look for: single ones, and phrases as they stand behind a blank."""

    single: frozenset[str]
    phrases: tuple[str, ...]

    @classmethod
    def of(cls, words: Iterable[str]) -> Words:
        """Splits words as a topic file gives them; all in lower case."""
        lower = [word.lower() for word in words]
        single = frozenset(word for word in lower if _PLAIN.fullmatch(word))
        return cls(single, tuple(f" {word}" for word in lower if word not in single))

    @staticmethod
    def plain(text: str) -> list[str]:
        """The single words of a text in lower case, as they are compared."""
        return _PLAIN.findall(text)

    def __bool__(self) -> bool:
        return bool(self.single or self.phrases)


@dataclass(frozen=True)
class Rule:
    """One rule: phrases, and the words that must or must not stand near.

    about: agreement | policy | matter, what a passage of the topic is when nothing else tells;
    family: topics of one family share passages, one flag each, the lowest rank first. window:
    tokens each side in which one of `needs` and one of `also` must stand; near: tokens each side
    for `without`. before_never, after_never: words that may not stand right beside it. sections:
    where it holds only there; only: the relevances it may give. follows: whether it holds only not
    far behind a flag of its family; same_item: whether that flag must stand in the same item.
    capitals: one of these must stand near where all around is capitals. doubt: what its flags are
    to be read with.
    """

    topic: str
    family: str
    about: str
    rank: int
    id: str
    phrases: tuple[str, ...]
    exact: bool
    needs: Words
    also: Words
    without: Words
    window: int
    near: int
    before_never: frozenset[str]
    after_never: frozenset[str]
    follows: bool
    same_item: bool
    capitals: Words
    only: frozenset[str]
    sections: frozenset[str]
    doubt: str | None

    @property
    def name(self) -> str:
        return f"{self.topic}/{self.id}"


@dataclass(frozen=True)
class Example:
    """A worked example of a topic file: a test.

    under: the heading it stands under; before: the words of the meeting before it; kind: minutes,
    agenda or transcript.
    """

    topic: str
    text: str
    flag: bool
    relevance: str | None
    under: str | None
    before: str | None
    kind: str


@lru_cache(maxsize=1)
def groups() -> dict[str, tuple[str, ...]]:
    """The groups of words that every topic file may name, each word lower case."""
    raw = tomllib.loads(_built_in("words.toml"))
    return {name: tuple(words) for name, words in raw["groups"].items()}


def rules(extra: tuple[Path, ...] = ()) -> tuple[Rule, ...]:
    """The rules of the built-in topics and of those in `extra` (files or folders), by rank.

    Raises nlp.errors.BadTopic, naming the file and the key, for a file it cannot use.
    """
    made = [rule for raw in _all(extra) for rule in _rules(raw)]
    return tuple(sorted(made, key=lambda rule: rule.rank))


def examples(extra: tuple[Path, ...] = ()) -> tuple[Example, ...]:
    """The worked examples of the built-in topics and of those in `extra`. Raises BadTopic."""
    return tuple(
        Example(
            raw["id"], one["text"], one["flag"], one.get("relevance"), one.get("under"),
            one.get("before"), one.get("kind", "minutes"),
        )
        for raw in _all(extra) for one in raw["example"]
    )  # fmt: skip


def topic_files(places: Iterable[Path]) -> list[Path]:
    """The topic files at these places: a file itself, of a folder its *.toml in order of name."""
    found: list[Path] = []
    for place in places:
        found += sorted(place.glob("*.toml")) if place.is_dir() else [place]
    return found


def triggers() -> dict[str, tuple[str, ...]]:
    """The words at which the motion reader looks closer, by kind."""
    raw = tomllib.loads(_built_in("motions.toml"))
    return {kind: tuple(words) for kind, words in raw["triggers"].items()}


def _rules(raw: Mapping[str, Any]) -> Iterator[Rule]:
    words = {**groups(), **{name: tuple(w) for name, w in raw.get("groups", {}).items()}}
    for one in raw["rule"]:
        window = one.get("window", 40)
        yield Rule(
            topic=raw["id"],
            family=raw.get("family", raw["id"]),
            about=raw.get("about", "matter"),
            rank=one.get("rank", raw.get("rank", 50)),
            id=one["id"],
            phrases=tuple(one["phrases"]),
            exact=one.get("exact", False),
            needs=_named(words, one.get("needs", ())),
            also=Words.of(one.get("also", ())),
            without=_named(words, one.get("without", ())),
            window=window,
            near=one.get("near", window),
            before_never=frozenset(_words(words, one.get("before_never", ()))),
            after_never=frozenset(_words(words, one.get("after_never", ()))),
            follows=one.get("follows", False),
            same_item=one.get("same_item", False),
            capitals=_named(words, one.get("capitals", ())),
            only=frozenset(one.get("only", ())),
            sections=frozenset(one.get("sections", ())),
            doubt=one.get("doubt"),
        )


def _named(words: _Groups, names: Iterable[str]) -> Words:
    return Words.of(_words(words, names))


def _words(words: _Groups, names: Iterable[str]) -> Iterator[str]:
    return (word.lower() for name in names for word in words[name])


def _all(extra: tuple[Path, ...]) -> list[dict[str, Any]]:
    """The checked contents of all topic files, those of the reader first."""
    made, taken = list(_built_in_topics()), {raw["id"]: "the reader" for raw in _built_in_topics()}
    for path in topic_files(extra):
        raw = _parsed(path)
        check(str(path), raw, groups())
        if raw["id"] in taken:
            raise BadTopic(f"{path}: the id {raw['id']!r} is taken by {taken[raw['id']]}")
        taken[raw["id"]] = str(path)
        made.append(raw)
    return made


def _parsed(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise BadTopic(f"{path}: cannot be opened ({error.strerror})") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadTopic(f"{path}: not a TOML file ({error})") from error


@lru_cache(maxsize=1)
def _built_in_topics() -> tuple[dict[str, Any], ...]:
    folder = resources.files("nlp.patterns")
    names = sorted(f.name for f in folder.iterdir() if re.fullmatch(r"topic_\w+\.toml", f.name))
    made = tuple(tomllib.loads(_built_in(name)) for name in names)
    for name, raw in zip(names, made, strict=True):
        check(name, raw, groups())
    return made


def _built_in(name: str) -> str:
    return resources.files("nlp.patterns").joinpath(name).read_text("utf-8")
