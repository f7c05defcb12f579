"""Finding the claims in an article: sentences, quotes, attribution, check-worthiness."""
