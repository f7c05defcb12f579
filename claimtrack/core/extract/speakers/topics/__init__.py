"""Whom or what the sentences of the outlet are about, so that a later "he", "it" or "the group", or a bare quotation, may refer to it."""
