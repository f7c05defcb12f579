"""Into the desk: one module per format."""
