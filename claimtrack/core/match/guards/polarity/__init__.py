"""Guards on what one statement asserts and the other denies, be it by a "not", a prefix, an opposite or a "without".

Not here: none, some and all (`scope/`).
"""
