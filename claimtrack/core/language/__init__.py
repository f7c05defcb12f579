"""What is known of English on its own, for whoever reads an article, compares two claims or writes a name."""
