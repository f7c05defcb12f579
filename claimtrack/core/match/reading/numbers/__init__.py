"""The numbers of a statement: numerals, units, hedges, ranges and shares, and whether two numbers can be one."""
