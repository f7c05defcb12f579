"""The words that two statements do not share: which change the claim, and which are implied; and what tells apart statements made of the same words (`same_words/`)."""
