"""Out of the desk: one module per format, each writing rows onto a handle."""
