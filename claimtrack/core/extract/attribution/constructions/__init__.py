"""How source, verb and words may stand: "X said S", "S, X said", "according to X, S", "X, noting that A, said B". One construction a module."""
