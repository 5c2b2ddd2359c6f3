"""Importing the room is cheap, and it knows no other room."""

from __future__ import annotations

import subprocess
import sys


def test_importing_nlp_loads_no_spacy() -> None:
    code = "import sys, nlp, nlp.pool, nlp.errors, nlp.values; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_reading_loads_no_other_room_and_no_network() -> None:
    code = (
        "import sys; from nlp.reading import read; read(b'Minutes', name='m.txt');"
        "print(sorted({'store','crawler','audit','reports','jobs','scrapy','twisted'} & set"
        "(sys.modules)))"
    )
    out = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert out.stdout.strip() == "[]"
