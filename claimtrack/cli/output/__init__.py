"""What a command prints: rows for people and for programs, and what it tells beside them."""
