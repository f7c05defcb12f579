"""The web: the only code that opens connections."""
