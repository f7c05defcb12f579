"""The words that two statements do not share: which of them make another claim, and which go without saying; and what tells apart statements of the same words (`same_words/`)."""
