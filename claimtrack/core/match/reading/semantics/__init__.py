"""What the words of a statement mean in it: what is denied, which of two opposites, which member of a kind."""
