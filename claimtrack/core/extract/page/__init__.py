"""What stands where on a page: paragraphs, sentences, quotations, turns of a transcript, and what is no prose."""
