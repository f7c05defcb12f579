"""Guards: what tells two statements apart that share their words, one kind of fact a module."""
