"""Reviews: drafting, signing and publishing a verdict, and what is still missing for that."""
