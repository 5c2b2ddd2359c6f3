"""Memory over many documents in one process, and the time of a long packet against a short one.

Owns two tables: resident megabytes after so many small documents, a tenth of their words their
own, as in texts from OCR; and seconds for 125 and for 500 pages.
"""

from __future__ import annotations

import random
import resource
import time
from pathlib import Path

from nlp.pages.page import Page
from nlp.pipeline import run
from nlp.source import Source
from tests.nlp.test_linear import TOP, minutes, seconds

DOCUMENTS = 10_000
_WORDS = ("council", "discussed", "the", "repairs", "and", "snow", "on", "main", "street", "again")
_STATM = Path("/proc/self/statm")


def resident() -> float:
    """Megabytes this process holds; the most it ever held, where the system tells no more."""
    if _STATM.exists():
        return int(_STATM.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def document(drawn: random.Random) -> Source:
    """Minutes of eighty words, a tenth of which stand in no other document."""
    words = [drawn.choice(_WORDS) for _ in range(70)]
    words += ["".join(drawn.choices("abcdefghijklmnop", k=9)) for _ in range(10)]
    drawn.shuffle(words)
    return Source.of([Page(1, "plain", 1.0, TOP + " ".join(words))])


def memory() -> None:
    """Prints megabytes along the way and the growth behind the first tenth."""
    drawn = random.Random(287)
    warm = 0.0
    for number in range(1, DOCUMENTS + 1):
        run(document(drawn), "minutes.txt")
        if number == DOCUMENTS // 10:
            warm = resident()
        if number % (DOCUMENTS // 5) == 0:
            print(f"memory after {number:6d} documents {resident():7.1f} MB")
    print(f"memory grown behind the first {DOCUMENTS // 10}: {resident() - warm:.1f} MB")


def packets() -> None:
    """Prints seconds for 125 and 500 pages, and their ratio."""
    seconds(TOP)
    short, long = (seconds(TOP + "".join(map(minutes, range(n)))) for n in (125, 500))
    print(f"packet of 125 pages {short:5.2f} s, of 500 {long:5.2f} s, ratio {long / short:4.2f}")


def main() -> None:
    """Prints both tables."""
    began = time.monotonic()
    packets()
    memory()
    print(f"({time.monotonic() - began:.0f} s)")


if __name__ == "__main__":
    main()
