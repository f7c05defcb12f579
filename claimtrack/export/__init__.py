"""Writes exports: one module per format, each writing rows to a file handle."""
