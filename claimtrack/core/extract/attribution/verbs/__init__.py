"""Which words of a sentence are verbs of saying, and which report nothing where they stand: "ruled out", "claimed no victims"."""
