"""PDF files: `lines` groups letters into lines, `pdf` lines into paragraphs."""

from claimtrack.fetch.loaders.pdf.pdf import load

__all__ = ["load"]
