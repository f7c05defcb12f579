"""Facts about English and names, used by extraction, matching and the desk."""
