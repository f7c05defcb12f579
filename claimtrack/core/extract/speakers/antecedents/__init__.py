"""Whom a mention refers back to: "he", "the official", "her office", "the report", "both"."""
