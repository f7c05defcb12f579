"""Which words of a sentence are reporting verbs, and where such a verb reports nothing, "ruled out", "claimed no victims", or asserts nothing, "if Lee says S"."""
