"""Titles before a name, as they are cut short."""

from __future__ import annotations

TITLES_IN_FULL = {
    "adm": "admiral", "capt": "captain", "cllr": "councillor", "cmdr": "commander", "col": "colonel", "cpl": "corporal", "gen": "general",
    "gov": "governor", "insp": "inspector", "lt": "lieutenant", "maj": "major", "pres": "president", "prof": "professor", "rep": "representative",
    "rev": "reverend", "sen": "senator", "sgt": "sergeant", "supt": "superintendent",
}  # fmt: skip
"""An office or a rank as it is cut short -> in full."""
ABBREVIATED_TITLES = TITLES_IN_FULL.keys() | frozenset("mr mrs ms mx dr hon st".split())
"""What may have a full stop behind it that ends no sentence: "Prof. Ann Lee"."""
