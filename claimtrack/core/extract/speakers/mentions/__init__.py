"""What kind of thing a mention is, by its own words: a person, a body, an office, a document; and which of the words are the name."""
