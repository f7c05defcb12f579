"""The words that two statements do not share: which change the claim, and which are implied; `same_words/` compares statements made of the same words."""
