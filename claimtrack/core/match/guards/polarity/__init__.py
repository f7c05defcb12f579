"""Guards on what one statement asserts and the other denies, by a "not", a negative affix, an antonym or a "without", or in an answer, an ability, advice.

Not here: none, some and all (`scope/`).
"""
