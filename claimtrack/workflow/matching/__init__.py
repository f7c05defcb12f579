"""Recognising repeated claims: look-up, exact repeats, suggested pairs and judgements."""
