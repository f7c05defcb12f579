"""Commands on verdicts: review, rating, intervention, lint."""
