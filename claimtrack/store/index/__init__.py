"""Finding what a statement may repeat: the match index, vectors, what of both is derived, and the look-ups that read them."""
