"""Guards on how much, how many and how often: numbers, their units and rates, shares, the sides of a vote.

Not here: how many *of all* (`scope/`), what is more than what (`comparison/`), years and days (`time/`).
"""
