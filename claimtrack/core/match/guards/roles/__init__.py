"""Guards on who does what to whom, and why: doer and done to, winner and loser, giver and receiver, in whatever voice or order.

What is no guard itself, such as `giving.py` or `exchanged.py`, finds what `agents.py` and `roles.py` compare.
"""
