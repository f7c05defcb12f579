"""Bytes as text: their encoding, repairs of garbled text, and files that are not text."""
