"""What is known of English on its own: reading an article and comparing two claims both rest on it."""
