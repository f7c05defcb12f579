"""The order of source, verb and content: "X said S", "S, X said", "according to X, S", "X, noting that A, said B". One construction a module."""
