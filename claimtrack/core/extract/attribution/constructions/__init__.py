"""The order of source, verb and content: "X said S", "S, X said", "according to X, S", "X, noting that A, said B", and speakers without a verb, "Ada Moor: "S""."""
