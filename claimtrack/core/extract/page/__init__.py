"""The layout of a page: paragraphs, sentences, quotations, turns of a transcript, and the parts that are not prose."""
