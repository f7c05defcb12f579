"""The desk as a file: opened, upgraded, copied, checked, and what SQLite says of it."""
