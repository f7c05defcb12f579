"""Text as characters: checked at the door, spelt, shown, and found again where it stands."""
