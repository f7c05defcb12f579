"""Guards on dates, the order of events, tense, aspect and mood: what was, is, will be, was only attempted, may be or must be."""
