"""Reviews: the verdicts of our own desk and of other publishers, with their rating scales."""
