"""Sentences with more than one statement: several speakers, relative clauses, and what the main clause says itself."""
