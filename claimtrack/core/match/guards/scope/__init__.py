"""Guards on how much of a kind it holds of: none, some, most or all of them, all but one, three of the three."""
