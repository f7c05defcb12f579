"""Bringing a text into its normal form before it is read: `normalise.py` lists the steps in order; all but the first are rewrite rules of one kind (`rules.py`)."""
