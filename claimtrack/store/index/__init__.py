"""Retrieval of the claims that a statement may repeat: the match index, vectors, and the look-ups that use them."""
