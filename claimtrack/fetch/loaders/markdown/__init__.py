"""Markdown: the text without markup, its signed blockquotes, and its tables."""

from claimtrack.fetch.loaders.markdown.markdown import load

__all__ = ["load"]
