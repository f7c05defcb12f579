"""The verdict: review, rating, intervention, lint."""
