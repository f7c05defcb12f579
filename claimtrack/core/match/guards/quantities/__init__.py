"""Guards on how much, how many and how often: numbers, units, rates, shares, votes.

Not here: how many *of all* (`scope/`), what is more than what (`comparison/`), years and days (`time/`).
"""
