"""One function = one step of a journey = one transaction. The actor is always an argument."""
