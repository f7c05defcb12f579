"""Commands on repeats: match, check, duplicates, judge, undo, encode."""
