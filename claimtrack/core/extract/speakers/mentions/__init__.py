"""What sort of thing a mention is by its own words: a person, a body, an office, a document; and which of them are the name."""
