"""What the outlet tells of a statement and its speaker besides: that it is denied or wrong, what the speaker did, that nothing more was said."""
