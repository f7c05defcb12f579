"""Imported before sqlite3: SQLite then does not count the memory it uses, which took a tenth of the time of opening a desk.

It ignores `pragma hard_heap_limit` then: what tests that limit needs a Python process of its own, not a forked one.
"""

import contextlib
import ctypes
import importlib.util
from pathlib import Path

MEMORY_COUNT = 9  # SQLITE_CONFIG_MEMSTATUS

# Where sqlite3 is in use already, as under coverage, SQLite refuses, which is harmless. Some builds of Python do not show the function.
with contextlib.suppress(AttributeError):
    module = importlib.util.find_spec("_sqlite3").origin
    ctypes.CDLL(module if Path(module).exists() else None).sqlite3_config(MEMORY_COUNT, 0)
