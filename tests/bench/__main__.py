"""`make bench`: every ratio in one run."""

from __future__ import annotations

from tests.bench import country, crawl, memory, ocr, pages


def main() -> None:
    for bench in (crawl, pages, country, memory, ocr):
        bench.main()


if __name__ == "__main__":
    main()
