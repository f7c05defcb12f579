"""Copies of a desk in which somebody went on working: what was done there is repeated on the desk, from the copy's history."""
