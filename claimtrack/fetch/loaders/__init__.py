"""Loaders: one module or package for each kind of file, whose function `load` yields the articles in some bytes.

Two help them: `annotations` finds the links, footnotes and comments of drafts, in Markdown and Word files alike, and `days` parses the
days of feeds and e-mails.
"""
