"""Guards on who does what to whom, and why: agent and patient, winner and loser, giver and recipient, in any voice or word order.

Modules without a guard, such as `transfers.py` and `transpositions.py`, find what `agents.py` and `roles.py` compare.
"""
