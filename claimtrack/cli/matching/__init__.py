"""What repeats what: match, check, duplicates, judge, undo, encode."""
