"""Which are the states of America? Their names, newspaper and postal abbreviations, and demonyms."""

from __future__ import annotations

_LISTED = """
Alabama AL Ala alabamian | Alaska AK alaskan | Arizona AZ Ariz | Arkansas AR Ark | California CA Calif californian | Colorado CO Colo
Connecticut CT Conn | Delaware DE Del | Florida FL Fla floridian | Georgia GA Ga georgian | Hawaii HI hawaiian | Idaho ID | Illinois IL Ill
Indiana IN Ind | Iowa IA | Kansas KS Kan | Kentucky KY Ky | Louisiana LA La | Maine ME | Maryland MD Md | Massachusetts MA Mass | Michigan MI Mich
Minnesota MN Minn | Mississippi MS Miss | Missouri MO Mo | Montana MT Mont | Nebraska NE Neb | Nevada NV Nev | New_Hampshire NH N.H
New_Jersey NJ N.J | New_Mexico NM N.M | New_York NY N.Y | North_Carolina NC N.C | North_Dakota ND N.D | Ohio OH | Oklahoma OK Okla | Oregon OR Ore
Pennsylvania PA Pa | Rhode_Island RI R.I | South_Carolina SC S.C | South_Dakota SD S.D | Tennessee TN Tenn | Texas TX Tex texan | Utah UT
Vermont VT Vt | Virginia VA Va | Washington WA Wash | West_Virginia WV W.Va | Wisconsin WI Wis | Wyoming WY Wyo
"""
_PROVINCES = {"Ont.": "Ontario", "Que.": "Quebec", "Alta.": "Alberta"}


def _parse_listing() -> tuple[dict[str, str], list[str]]:
    """Return the abbreviations with their states, and the one-word states with their demonyms."""
    short, groups = {}, []
    for listed, post, *others in (
        entry.split() for line in _LISTED.strip().splitlines() for entry in line.split(" | ")
    ):
        name = listed.replace("_", " ")
        short[post] = name
        short.update((f"{other}.", name) for other in others if other.istitle())
        if " " not in name and name != "Virginia":
            groups.append(" ".join((name, *filter(str.islower, others))).lower())
    return short, groups


_SHORT, GROUPS = _parse_listing()
"""States of one word with their demonyms: "texas texan"; without Virginia, since West Virginia would match it."""
STATE_ABBREVIATIONS = _SHORT | _PROVINCES
"""A state's abbreviation (with its stop) or postal code -> its name; also some provinces of Canada, which follow towns, too."""
STATES = frozenset(map(str.lower, STATE_ABBREVIATIONS.values()))
