"""How the words of a statement relate: phrases, lists, clauses and what depends on what."""
