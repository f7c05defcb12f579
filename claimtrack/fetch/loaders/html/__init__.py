"""Web pages.

html              a page's article, with trafilatura
text              all text of a page or fragment
tidying, blocks   the markup first rewritten so that a page's text is what a reader sees
posts, streams    pages of several posts, such as live blogs
json_ld           what a page says about itself
cells_and_notes   what only a check reads
"""

from claimtrack.fetch.loaders.html.html import load

__all__ = ["load"]
