"""Reads files to import: one module per format."""
