"""Reviews: the verdicts of our own desk and of others, with the scales that they rate by."""
