"""Guards on what is compared with what: more and less than, the most of its kind, who or what was first.

Not here: by how much (`quantities/`).
"""
