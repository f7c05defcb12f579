"""The desk's file: opening, upgrading, copying and checking it, and SQLite's errors about it."""
