"""Interchangeable words of the news, by part of speech. Data only."""
