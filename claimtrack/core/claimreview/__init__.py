"""ClaimReview: what a published review says to search engines and databases, written and read."""
