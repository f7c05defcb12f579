"""Text as characters: validated, normalised, displayed, and located."""
