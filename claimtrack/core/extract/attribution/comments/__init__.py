"""What the outlet adds to a statement and its speaker: that it is denied or wrong, what the speaker did, that nothing more was said."""
