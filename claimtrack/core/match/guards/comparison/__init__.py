"""Guards on comparisons: as much as, more and less than, superlatives, who or what was first.

Not here: by how much (`quantities/`).
"""
