"""The words of English that the rules turn on, and an article's words as they read them."""
