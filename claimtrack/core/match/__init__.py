"""Recognising a recurring claim: terms, guards, features, score."""
