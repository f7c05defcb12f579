"""Whom or what the sentences of the outlet are about, so that a later "he", "it" or "the group" may refer to it."""
