"""Which titles before a name are abbreviated?"""

from __future__ import annotations

TITLES_IN_FULL = {
    "adm": "admiral", "capt": "captain", "cllr": "councillor", "cmdr": "commander", "col": "colonel", "cpl": "corporal", "gen": "general",
    "gov": "governor", "insp": "inspector", "lt": "lieutenant", "maj": "major", "pres": "president", "prof": "professor", "rep": "representative",
    "rev": "reverend", "sen": "senator", "sgt": "sergeant", "supt": "superintendent",
}  # fmt: skip
"""An abbreviated office or rank -> in full."""
ABBREVIATED_TITLES = TITLES_IN_FULL.keys() | frozenset("mr mrs ms mx dr hon st".split())
"""Abbreviations whose full stop ends no sentence: "Prof. Ann Lee"."""
SPANISH_TITLES = {
    "arq": None, "dip": None, "ing": None, "lic": None, "dra": "she", "dña": "she", "mtra": "she", "mtro": "he", "profa": "she", "señor": "he",
    "señora": "she", "señorita": "she", "sr": "he", "sra": "she", "srta": "she",
}  # fmt: skip
"""A form of address or degree before a Spanish name -> the pronoun that it implies, if any."""
