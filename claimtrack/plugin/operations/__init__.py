"""What a person can do: one module per kind of work."""
