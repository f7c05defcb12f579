"""What users can read on a desk: one module for each page."""
