"""The spaCy pipeline: nlp/config.cfg with the components it names.

Owns the assembly and nothing else; each set of options is built once per process.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from nlp.source import Source
from nlp.state import State, attach
from nlp.versions import digest

_MAXIMUM_CHARS = 40_000_000
_FOR_OTHERS = ("offagenda_spans",)
"""Components whose work no reading takes up."""


@dataclass(frozen=True)
class Options:
    """What a workspace may choose: topic files beside the built-in ones, a model for names.

    topics: paths of TOML files. model: an installed spaCy package, "" for none.
    """

    topics: tuple[str, ...] = ()
    model: str = ""

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Options:
        """The options back from `as_json`."""
        return cls(tuple(kept.get("topics", ())), kept.get("model", ""))

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def load(options: Options = Options()) -> Any:
    """The pipeline as a spaCy Language, to be called on plain text as any other.

    `Doc._.offagenda` holds what was found, `Doc.spans` its groups. Raises nlp.errors.NoModel, and
    BadTopic for a topic file that cannot be used.
    """
    return _load(options, digest(options.topics))


@lru_cache(maxsize=2)
def _load(options: Options, _digest: str) -> Any:
    """Built once for each state of the topic files, which may change under a long run."""
    from spacy.util import load_model_from_config
    from thinc.api import Config

    from nlp import tokens  # noqa: F401 - registers the tokenizer that the config names
    from nlp.components import register

    register()
    text = resources.files("nlp").joinpath("config.cfg").read_text("utf-8")
    config = Config().from_str(text)
    if options.topics:
        config["components"]["offagenda_topics"]["topics"] = list(options.topics)
    if options.model:
        config["components"]["offagenda_names"]["model"] = options.model
    language = load_model_from_config(config, auto_fill=True)
    # The limit guards spaCy's parser and recognizer, of which there is none here.
    language.max_length = _MAXIMUM_CHARS
    return language


def run(source: Source, name: str, options: Options = Options()) -> State:
    """Runs the components over one document and returns what they left."""
    language = load(options)
    state = State(source=source, name=name)
    # The words of one document are not kept for the next: without, each leaves 8 KB behind.
    # No Doc, Span or Token may leave this block.
    with language.memory_zone():
        doc = language.make_doc(source.text)
        attach(doc, state)
        for component, apply in language.pipeline:
            if component not in _FOR_OTHERS:
                doc = apply(doc)
    return state
