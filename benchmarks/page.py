"""Writes the results of a benchmark into its section of docs/benchmarks.md."""

import os
import platform
import re
import sqlite3
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "benchmarks.md"


def write_section(name: str, text: str) -> None:
    """Put the text between `<!-- NAME:begin -->` and `<!-- NAME:end -->`, and print it."""
    page = PAGE.read_text(encoding="utf-8")
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    section = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    if not section.search(page):
        raise SystemExit(f"{PAGE} has no section {begin} ... {end}")
    body = f"{begin}\n{text.strip()}\n\n{machine()}\n{end}"
    PAGE.write_text(section.sub(lambda _: body, page), encoding="utf-8")
    print(text.strip())


def machine() -> str:
    """One line about where the numbers come from."""
    return (
        f"Measured on {platform.system()} with {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}."
    )
