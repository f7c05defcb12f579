"""Where the words of a statement stand: phrases, lists, slots, what is told of what."""
