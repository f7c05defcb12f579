"""A text in its normal form, before it is read: `normalise.py` lists the steps in order; each but the first are rewrite rules of one kind (`rules.py`)."""
