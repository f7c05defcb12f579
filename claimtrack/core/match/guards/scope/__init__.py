"""Guards on how many of a kind a statement covers: none, some, most or all of them, all but one, three of the three."""
