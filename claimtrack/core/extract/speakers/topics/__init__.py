"""Whom or what the sentences of the outlet are about, for a later "he", "it" or "the group" to mean."""
