"""`offagenda topics`: are topic files sound, and does every worked example in them hold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jobs.cli.common import Json
from jobs.cli.output import data, line
from jobs.exits import FAILED

Places = Annotated[list[Path], typer.Argument(help="Topic files, or folders of them.", exists=True)]


def register(app: typer.Typer) -> None:
    app.command()(topics)


def topics(places: Places, json: Json = False) -> None:
    """Try the worked examples of topic files; ends in 1 where one does not hold."""
    from nlp.topicfile import topic_files
    from nlp.trial import trial

    made, files = trial(places), topic_files(places)
    if json:
        wrong = [{"topic": one.example.topic, "told": one.told()} for one in made.wrong]
        data({"files": [str(file) for file in files], "examples": made.tried, "wrong": wrong})
    else:
        for one in made.wrong:
            line(f"{one.example.topic}: {one.told()}")
        line(
            f"topic files: {len(files)}, examples: {made.tried}, "
            f"that do not hold: {len(made.wrong)}"
        )
    if made.wrong:
        raise typer.Exit(FAILED)
