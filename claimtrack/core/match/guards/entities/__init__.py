"""Guards on who or what is meant: names, bodies, countries, things of one kind; and on who is told to say it.

Not here: which of two did it to the other (`roles/`), where it is (`place/`).
"""
