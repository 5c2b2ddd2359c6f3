"""A golden digest of what each stage of reading makes of fixed documents, beside its version.

Owns the guard against a stage that reads otherwise under its old number: stored readings would
then never be read again. What a right reading is, the other tables and tests say. OCR is left out:
its letters depend on the machine.

`python -P -m tests.evaluate.digest` says what changed; `--write` makes the file anew.
"""

from __future__ import annotations

import argparse
import hashlib
import html
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.pipeline import Options
from nlp.reading import Reading, read
from nlp.versions import current, made_with, what_to_do
from tests.evaluate.constructed.load import SETS, documents
from tests.nlp import build, old_word

GOLDEN = Path(__file__).with_name("digest.json")
_COMMAND = "python -P -m tests.evaluate.digest --write"
_RECORD = [
    {
        "EventItemId": 1,
        "EventItemTitle": "Resolution approving a memorandum with ICE under section 287(g)",
        "EventItemActionName": "adopted",
        "EventItemPassedFlagName": "Pass",
        "EventItemMover": "Odell",
        "EventItemSeconder": "Fenwick",
        "EventItemTally": "4:1",
    }
]
"""A vendor's record, which no constructed document has the shape of."""
_STAGES: Mapping[str, tuple[str, ...]] = {
    "outline": ("items",),
    "meta": (
        *("kind", "body", "meeting_date", "meeting_kind", "status", "minutes_status"),
        *("approves_minutes_of", "called_to_order", "adjourned", "next_meeting", "facts", "doubts"),
    ),
    "packets": ("attachments",),
    "attendance": ("attendance",),
    "topics": ("flags", "possible"),
}
"""What of a stored reading each rule makes, in the order of the pipeline; motions come last."""


@dataclass(frozen=True)
class Digest:
    """What one document was read as: its kind, form and methods of pages; a digest by stage."""

    kind: str
    form: str
    methods: tuple[str, ...]
    stages: Mapping[str, str]

    def as_json(self) -> list[Any]:
        return [self.kind, self.form, list(self.methods), dict(self.stages)]

    @classmethod
    def of(cls, kept: list[Any]) -> Digest:
        """The digest back from `as_json`."""
        return cls(kept[0], kept[1], tuple(kept[2]), kept[3])


@dataclass(frozen=True)
class Golden:
    """What is kept in the file: the versions, and the readings by the bytes of their document."""

    versions: Mapping[str, str]
    readings: Mapping[str, Digest]

    @classmethod
    def load(cls) -> Golden:
        kept = json.loads(GOLDEN.read_text("utf-8"))
        return cls(kept["versions"], {k: Digest.of(v) for k, v in kept["readings"].items()})

    def save(self) -> None:
        """Writes the file, a line for each reading, so that two changes of it can be joined."""
        lines = [f"{json.dumps(k)}: {json.dumps(v.as_json())}" for k, v in self.readings.items()]
        versions = json.dumps(dict(self.versions), indent=1)
        joined = ",\n".join(lines)
        GOLDEN.write_text(f'{{"versions": {versions},\n"readings": {{\n{joined}\n}}}}\n', "utf-8")


@dataclass(frozen=True)
class Difference:
    """A document that is read otherwise than the file says.

    stages: those whose part differs, the pipeline's first one first. told: whether a version was
    raised that has stored readings of this document read again.
    """

    name: str
    stages: tuple[str, ...]
    told: bool


def samples() -> Iterator[tuple[str, str, bytes]]:
    """Name, key and bytes of the fixed documents: all constructed ones, and the first of them in
    every form that needs no OCR.

    Those of the held set are read only, nobody looks at them here. A changed text has another key;
    a form's bytes are no part of it, as a PDF or Word file holds the hour at which it was made.
    """
    made = [document for which in SETS for document in documents(which)]
    named = [(f"{one.id}.txt", one.text, one.text.encode("utf-8")) for one in made]
    named += [(name, made[0].text, data) for name, data in _forms(made[0].id, made[0].text)]
    for name, text, data in named:
        yield name, hashlib.sha256(f"{name}\n{text}".encode()).hexdigest()[:12], data


def _forms(name: str, text: str) -> Iterator[tuple[str, bytes]]:
    lines = text.splitlines()
    shown = "".join(f"<p>{html.escape(line)}</p>\n" for line in lines)
    pages = [lines[at : at + 45] for at in range(0, len(lines), 45)]
    spoken = "".join(
        f"00:{n // 60:02}:{n % 60:02}.000 --> 00:{n // 60:02}:{n % 60:02}.900\n{line}\n\n"
        for n, line in enumerate(lines)
        if line
    )
    plain = text.encode("cp1252", "replace").decode("cp1252")
    yield f"{name}.html", f"<html><body>{shown}</body></html>".encode()
    yield f"{name}.pdf", build.pdf(pages)
    yield f"{name}.docx", build.word([(line, None) for line in lines])
    yield f"{name}.md", "\n".join(["# Minutes", "", *(f"- **{x}**" for x in lines)]).encode()
    yield f"{name}.vtt", f"WEBVTT\n\n{spoken}".encode()
    yield (
        f"{name}.rtf",
        (r"{\rtf1\ansi " + r"\par ".join(plain.splitlines()) + "}").encode("cp1252"),
    )
    yield f"{name}.doc", old_word.word(plain.replace("\n", "\r"))
    yield f"{name}.json", json.dumps(_RECORD).encode()


def digest(reading: Reading) -> Digest:
    """The digest of one reading by stage."""
    kept = reading.as_json(texts=True)
    form = kept["format"]
    parts = {f"pages.{form}": [[page["text"], page["method"]] for page in kept["pages"]]}
    parts |= {f"rules.{stage}": [kept[k] for k in keys] for stage, keys in _STAGES.items()}
    spoken = "transcripts" if kept["kind"] == "transcript" else "motions"
    parts[f"rules.{spoken}"] = kept["motions"]
    methods = tuple(sorted({page["method"] for page in kept["pages"]}))
    return Digest(kept["kind"], form, methods, {k: _short(part) for k, part in parts.items()})


def _short(part: Any) -> str:
    return hashlib.sha256(json.dumps(part, sort_keys=True).encode()).hexdigest()[:8]


def compare(
    golden: Golden, versions: Mapping[str, str], found: Iterable[tuple[str, str, Digest]]
) -> list[Difference]:
    """The documents that are read otherwise. found: name, key and digest of each as read now.

    Documents that the file does not hold are not compared.
    """
    out = []
    for name, at, now in found:
        was = golden.readings.get(at)
        if was is None or was == now:
            continue
        stages = tuple(k for k in now.stages if now.stages[k] != was.stages.get(k))
        stored = made_with(golden.versions, was.form, was.methods)
        todo = what_to_do(stored, versions, was.kind)
        told = todo == "pages" or (todo == "rules" and not stages[0].startswith("pages."))
        out.append(Difference(name, stages, told))
    return out


def messages(
    golden: Golden, versions: Mapping[str, str], different: Iterable[Difference]
) -> list[str]:
    """What is wrong and what to do, in plain words; nothing where all is as it was.

    A topic file may change without a reading that changes: its digest is no number to be raised.
    """
    out, by = [], defaultdict(list)
    for one in different:
        by[one.stages[0], one.told].append(one.name)
    for (stage, told), names in sorted(by.items()):
        which = (
            f"{len(names)} documents are read otherwise from {stage} on ({', '.join(names[:4])})"
        )
        raised = f"The version is raised: run {_COMMAND}"
        raise_it = (
            f"If that is meant, raise {stage} (or the stage that you changed) in nlp/versions.py, "
            f"then run {_COMMAND}"
        )
        out.append(f"{which}. {raised if told else raise_it}")
    numbers = [_number(one) for one in (golden.versions, versions)]
    if not out and numbers[0] != numbers[1]:
        out.append(f"nlp/versions.py has other numbers than {GOLDEN.name}: run {_COMMAND}")
    return out


def _number(versions: Mapping[str, str]) -> dict[str, str]:
    return {name: version.partition("+")[0] for name, version in versions.items()}


def read_all() -> list[tuple[str, str, Digest]]:
    """Name, key and digest of every sample as it is read now."""
    return [(name, at, digest(read(data, name=name))) for name, at, data in samples()]


def main() -> int:
    """Says what changed; with --write keeps it, unless a version still has to be raised."""
    parser = argparse.ArgumentParser(prog="python -P -m tests.evaluate.digest")
    parser.add_argument("--write", action="store_true", help="keep what is read now")
    parser.add_argument(
        "--again",
        action="store_true",
        help="with --write: the version was raised since the last release, once is enough",
    )
    asked = parser.parse_args()
    golden, versions, found = Golden.load(), current(Options()), read_all()
    different = compare(golden, versions, found)
    told = messages(golden, versions, different)
    print("\n".join(told) or "all documents are read as before")
    if not asked.write:
        return 1 if told else 0
    if not asked.again and any(not one.told for one in different):
        print("nothing is written: raise the version first (--again: it is raised already)")
        return 1
    Golden(versions, {at: one for _, at, one in found}).save()
    return 0


if __name__ == "__main__":
    sys.exit(main())
