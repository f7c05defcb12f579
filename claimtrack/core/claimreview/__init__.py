"""ClaimReview: the structured data with which a published review is described to search engines and databases, written and read."""
