"""Which version of each stage of reading is at work, and what a stored reading needs to be current.

Owns the numbers. Raise the number of a stage when it changes what is read: then only documents that
the stage can touch are read again, and as little of the work as that takes.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib import resources, util
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from nlp.errors import BadTopic
from nlp.topicfile import topic_files

if TYPE_CHECKING:
    from nlp.pipeline import Options

Todo = Literal["keep", "rules", "pages"]
"""keep: the reading is current; rules: run the rules over its kept pages; pages: read the file."""

PAGES: Mapping[str, str] = {
    "pdf": "3", "ocr": "3", "docx": "3", "html": "3", "text": "3", "doc": "3", "rtf": "3",
    "markdown": "3", "captions": "3", "votes": "1",
}  # fmt: skip
"""From bytes to pages, by the kind of file (nlp.pages); ocr: also for a PDF's scanned pages."""

RULES: Mapping[str, str] = {
    "source": "3", "packets": "3", "outline": "3", "meta": "5", "attendance": "4", "topics": "4",
    "motions": "5", "transcripts": "3", "enactments": "2",
    "records": "1", "votes": "1",
}  # fmt: skip
"""From pages to what is read, by component."""

AGREEMENT = "1"
"""From an agreement's PDF to its signatures (nlp.agreement), which goes a way of its own."""

_VOTES = frozenset(("minutes", "unknown", "other"))
_TOUCHES: Mapping[str, frozenset[str]] = {
    "attendance": _VOTES | {"packet", "transcript"},
    "motions": _VOTES | {"resolution", "votes"},
    "records": frozenset(("votes",)),
    "votes": frozenset(("votes",)),
    "transcripts": frozenset(("transcript", "unknown")),
    "model": _VOTES,
}
"""The kinds of document that a rule can touch; one not named here touches every kind."""

_TOPIC = re.compile(r"topic_\w+\.toml|words\.toml")
_SCANNED = frozenset(("ocr", "none"))


def stages(form: str, methods: Iterable[str]) -> frozenset[str]:
    """The stages of PAGES that made these pages of a file of this form."""
    own = {"ocr"} if form == "image" else {form}
    scanned = _SCANNED & set(methods) if form == "pdf" else ()
    return frozenset(own | {"ocr"} if scanned else own)


def current(options: Options) -> dict[str, str]:
    """The version of every stage as it would read now.

    The rules of topics are the workspace's too: their version holds a digest of all topic files.
    Raises nlp.errors.BadTopic for a topic file that cannot be opened.
    """
    pages = {f"pages.{name}": version for name, version in PAGES.items()}
    rules = {f"rules.{name}": version for name, version in RULES.items()}
    rules["rules.topics"] += f"+{digest(options.topics)}"
    rules["rules.model"] = _model(options.model)
    return pages | rules


def made_with(versions: Mapping[str, str], form: str, methods: Iterable[str]) -> dict[str, str]:
    """Of the current versions those that a reading of this form was made with."""
    used = {f"pages.{name}" for name in stages(form, methods)}
    return {
        name: version
        for name, version in versions.items()
        if name in used or not name.startswith("pages.")
    }


def fingerprint(versions: Mapping[str, str]) -> str:
    """A short name for a set of versions: equal for equal sets."""
    return hashlib.sha256(json.dumps(sorted(versions.items())).encode()).hexdigest()[:12]


def what_to_do(stored: Mapping[str, str], now: Mapping[str, str], kind: str) -> Todo:
    """What a complete reading of a document of this kind needs.

    stored: the versions it was made with; none at all, as in a workspace of an older program, asks
    for the whole. A stage of PAGES that it did not go through cannot touch it.
    """
    if not stored:
        return "pages"
    changed = {name for name in stored.keys() | now.keys() if stored.get(name) != now.get(name)}
    if any(name in stored for name in changed if name.startswith("pages.")):
        return "pages"
    rules = (name for name in changed if name.startswith("rules."))
    return "rules" if any(_touches(name, kind) for name in rules) else "keep"


def _touches(name: str, kind: str) -> bool:
    kinds = _TOUCHES.get(name.removeprefix("rules."))
    return kinds is None or kind in kinds


def digest(topics: Iterable[str]) -> str:
    """A short name for the contents of the built-in topic files and of these.

    Raises nlp.errors.BadTopic for one that cannot be opened.
    """
    files = topic_files(Path(place) for place in topics)
    try:
        texts = [path.read_bytes() for path in files]
    except OSError as error:
        raise BadTopic(f"{error.filename}: cannot be opened ({error.strerror})") from error
    return hashlib.sha256(b"\0".join([_built_in(), *texts])).hexdigest()[:8]


@lru_cache(maxsize=1)
def _built_in() -> bytes:
    folder = resources.files("nlp.patterns")
    names = sorted(one.name for one in folder.iterdir() if _TOPIC.fullmatch(one.name))
    return b"\0".join(folder.joinpath(name).read_bytes() for name in names)


def _model(name: str) -> str:
    """A model's name with its version, "" where none is set."""
    if not name or util.find_spec(name) is None:
        return name
    from importlib import metadata

    return f"{name} {metadata.version(name)}"
