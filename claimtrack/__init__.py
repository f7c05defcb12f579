"""claimtrack: a newsroom's claim desk in one SQLite file."""

__version__ = "0.1.0"
