"""`python -P -m tests.evaluate.constructed [dev|held|held_d] [--errors]`: the tables by body."""

from __future__ import annotations

import argparse
import sys

from tests.evaluate.constructed.load import SETS
from tests.evaluate.constructed.table import table


def main() -> int:
    """Errors are printed for dev; for the held sets, from which no rule is written, if asked."""
    parser = argparse.ArgumentParser(prog="python -P -m tests.evaluate.constructed")
    parser.add_argument("set", nargs="?", choices=SETS, default="dev")
    parser.add_argument("--errors", action="store_true", help="list a held set's errors too")
    asked = parser.parse_args()
    table(asked.set, bodies=True, errors=asked.set == "dev" or asked.errors)
    return 0


if __name__ == "__main__":
    sys.exit(main())
