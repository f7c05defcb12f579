"""Guards on place and direction: in one city or another, into or out of it, inside or outside."""
