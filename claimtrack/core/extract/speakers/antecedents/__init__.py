"""The antecedents of mentions: "he", "the official", "her office", "the report", "both"."""
