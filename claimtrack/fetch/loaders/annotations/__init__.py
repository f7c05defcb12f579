"""Annotations of drafts: how many links, footnotes and comments there are, and where those are that can be evidence."""
