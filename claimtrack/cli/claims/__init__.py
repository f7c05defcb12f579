"""Commands on claims: add, decide, work on, list and show them, and manage their speakers."""
