"""The English words that the extraction rules depend on, and the article's words as the rules read them."""
