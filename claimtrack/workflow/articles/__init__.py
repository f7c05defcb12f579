"""Bringing an article in: read it, recognise it, look its claims up, and file them as proposed."""
