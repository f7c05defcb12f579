"""Guards on who or what is meant (names, organisations, countries, things of one kind), and on who is quoted.

Not here: who did it to whom (`roles/`), where it is (`place/`).
"""
