"""Guards on who does what to whom, and why: doer and done to, winner and loser, giver and receiver, in whatever voice or order.

What is no guard itself, such as `deeds.py`, `giving.py` or `exchanged.py`, finds the roles that `roles.py` compares.
"""
