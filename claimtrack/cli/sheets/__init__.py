"""Commands that exchange data with other programs: export and import."""
