"""Who appears in an article: the full names, roles and short names that it gives anywhere."""
