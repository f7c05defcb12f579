"""Sentences that hold more than one statement: other speakers, relative clauses, and what the main clause says itself."""
