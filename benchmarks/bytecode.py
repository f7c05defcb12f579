"""Compiles claimtrack's modules, as installing it does, before a benchmark starts it in new processes."""

import compileall
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "claimtrack"


def compile_package() -> None:
    """Write the .pyc files. With PYTHONDONTWRITEBYTECODE set, a fresh checkout compiles its modules anew in each
    process, which costs `claimtrack check` half of its time."""
    if not compileall.compile_dir(PACKAGE, quiet=1):
        raise SystemExit(f"{PACKAGE} cannot be compiled")
