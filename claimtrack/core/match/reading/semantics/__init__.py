"""What the words of a statement mean: what is denied, which of two opposites, which of a kind."""
