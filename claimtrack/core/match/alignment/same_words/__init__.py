"""Two statements of which each has every word of the other, and what makes two claims of them all the same; `checks.py` lists it."""
