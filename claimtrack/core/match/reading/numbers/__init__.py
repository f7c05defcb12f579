"""The numbers of a statement: how they are read, bounded and compared."""
