"""Who says what in one sentence: from its verbs of saying to the rows it becomes."""
