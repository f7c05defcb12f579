"""What a person can read: one module per page."""
