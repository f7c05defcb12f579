"""The Python API: open a desk in a notebook or script, add claims, match, ingest.

>>> import claimtrack
>>> desk = claimtrack.open("claims.db", actor="ada")    # doctest: +SKIP
>>> desk.add("Unemployment fell by a third", claimant="Ada Miller").claim_id    # doctest: +SKIP
1
"""

from claimtrack.api.desk import Desk, open

__all__ = ["Desk", "open"]
