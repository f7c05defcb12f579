"""Guards on when, and on tense, aspect and mood: what was, is, is to come, has only been tried, may be or must be."""
