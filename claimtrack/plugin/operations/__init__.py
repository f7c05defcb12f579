"""What users can do on a desk: one module for each kind of work."""
