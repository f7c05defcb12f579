"""Guards on where, and on which way: in one city or another, into and out of it, inside and outside."""
