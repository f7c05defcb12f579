"""Guards on comparisons: more and less than, superlatives, who or what was first.

Not here: by how much (`quantities/`).
"""
