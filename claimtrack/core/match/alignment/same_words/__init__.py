"""Checks of two statements made of the same words that nevertheless make two claims; `checks.py` lists them."""
