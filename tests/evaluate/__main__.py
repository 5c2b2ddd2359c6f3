"""`make evaluate`: every table in one run."""

from __future__ import annotations

import sys

from tests.evaluate import (
    coverage,
    hunt,
    ledger,
    linking,
    matching,
    meta,
    nlp,
    ocr,
    off_agenda,
    passages,
    signatures,
)
from tests.evaluate.constructed import table as constructed
from tests.real import REAL


def main() -> int:
    constructed.main()
    passages.main()
    meta.main()
    linking.main()
    off_agenda.main()
    signatures.main()
    coverage.main()
    if REAL is None:
        print("no labelled real data here: set OFFAGENDA_REAL to their folder")
        return 1
    print("\nreal documents")
    for table in (nlp, matching, ledger, ocr, hunt):
        table.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
