"""What is cut short, or told in another of its names, as it is read: "Sgt Moor", "the govt", "Fla.", "the Czech Republic", "No 10 said"."""

from __future__ import annotations

import re

from claimtrack.core.match.normalisation.rules import rule

_STATES = """
Ala Alabama | Ark Arkansas | Colo Colorado | Del Delaware | Ga Georgia | Ill Illinois | Ind Indiana | Kan Kansas | Ky Kentucky | La Louisiana | Md Maryland
Mass Massachusetts | Miss Mississippi | Mo Missouri | Mont Montana | Neb Nebraska | Nev Nevada | Ore Oregon | Pa Pennsylvania | Tex Texas | Vt Vermont
Va Virginia | Wash Washington | Wis Wisconsin | Wyo Wyoming | W.Va West_Virginia | N.H New_Hampshire | N.J New_Jersey | N.M New_Mexico | N.Y New_York
N.C North_Carolina | N.D North_Dakota | R.I Rhode_Island | S.C South_Carolina | S.D South_Dakota | Ont Ontario | Que Quebec | Alta Alberta
"""
_POSTAL = """
AL Alabama | AK Alaska | AZ Arizona | AR Arkansas | CA California | CO Colorado | CT Connecticut | DE Delaware | FL Florida | GA Georgia | HI Hawaii
ID Idaho | IL Illinois | IN Indiana | IA Iowa | KS Kansas | KY Kentucky | LA Louisiana | ME Maine | MD Maryland | MA Massachusetts | MI Michigan
MN Minnesota | MS Mississippi | MO Missouri | MT Montana | NE Nebraska | NV Nevada | NH New_Hampshire | NJ New_Jersey | NM New_Mexico | NY New_York
NC North_Carolina | ND North_Dakota | OH Ohio | OK Oklahoma | OR Oregon | PA Pennsylvania | RI Rhode_Island | SC South_Carolina | SD South_Dakota
TN Tennessee | TX Texas | UT Utah | VT Vermont | VA Virginia | WA Washington | WV West_Virginia | WI Wisconsin | WY Wyoming
"""


def _pairs(listing: str) -> dict[str, str]:
    pairs = (pair.split() for line in listing.strip().splitlines() for pair in line.split(" | "))
    return {short: full.replace("_", " ") for short, full in pairs}


_STATE = {f"{short}.": state for short, state in _pairs(_STATES).items()} | _pairs(_POSTAL)
_COUNTRIES = {
    **dict.fromkeys(("democratic republic of congo", "drc", "dr congo", "congo-kinshasa"), "the Democratic Republic of the Congo"),
    **dict.fromkeys(("republic of congo", "congo republic", "congo-brazzaville"), "the Republic of the Congo"),
    "czech republic": "Czechia", "slovak republic": "Slovakia", "russian federation": "Russia", "people's republic of china": "China",
    "syrian arab republic": "Syria", "islamic republic of iran": "Iran", "dprk": "North Korea", "republic of korea": "South Korea",
    "democratic people's republic of korea": "North Korea", "republic of turkey": "Turkey", "federal republic of germany": "Germany",
    "us federal reserve": "Fed", "u.s. federal reserve": "Fed", "federal reserve": "Fed", "scotus": "the US Supreme Court", "new delhi": "Delhi",
    "great britain": "Britain", "cabo verde": "Cape Verde", "timor-leste": "East Timor", "swaziland": "Eswatini", "united arab emirates": "UAE",
}  # fmt: skip
"""What a country or its bank or court is called in full, or by its own people -> as newsrooms call it."""
STATES = frozenset(state.lower() for state in _STATE.values())
"""The states of the US, in lower case, and some provinces of Canada."""
_PARTIES = {
    "Conservative": "Conservatives", "Tory": "Tories", "Labour": "Labour", "Labor": "Labor", "Republican": "Republicans", "Democratic": "Democrats",
    "Green": "Greens", "Liberal Democrat": "Liberal Democrats", "Social Democratic": "Social Democrats", "Christian Democratic": "Christian Democrats",
}  # fmt: skip
_SMALL = {
    "e-mail": "email", "w/o": "without", "w/": "with ", "b/c": "because", "e.g.": "for example", "i.e.": "that is", "for instance": "for example",
}  # fmt: skip


def _as_called(found: re.Match[str]) -> str:
    called = _COUNTRIES[found[2].lower()]
    return f"{found[1]}{called}" if found[1] and called == "Fed" else called


def _party(found: re.Match[str]) -> str:
    """A party by those in it; before somebody of it, or without an article, without the word alone: "Labour Party members", "a Tory party"."""
    article, name, behind = found[1] or "", found[2], found[3] or ""
    if behind or not article:
        return f"{article}{name}{behind}"
    called = _PARTIES[name]
    return called if called == name else f"{article}{called}"


ABBREVIATIONS = (
    rule(
        "Federal_Reserve SCOTUS New_Delhi Republic Federation Congo DRC DPRK Great_Britain Cabo_V Timor- Swazi Emirates",
        rf"(?i)(?<![^\W_])(the )?({'|'.join(sorted(_COUNTRIES, key=len, reverse=True))})(?![^\W_])",
        _as_called,
    ),
    # A party by its whole name, as it is called by those in it.
    rule(
        "_Party _party",
        rf"(?:(\b[Tt]he )|\b)({'|'.join(_PARTIES)}) [Pp]arty\b(?!'|-)"
        r"( (?:chair|leader|conference|convention|spokes|candidate|member|official|politician|lawmaker|donor|headquarters|platform|primar|nomin)\w*)?",
        _party,
    ),
    rule("e-mail w/ b/c e.g. i.e. for_instance", r"(?<![^\s(])(?:e-mail(?=s?\b)|w/o\b|w/ ?(?=[a-z])|b/c\b|e\.g\.|i\.e\.|for instance\b)", lambda m: _SMALL[m[0].strip()]),
    # A state cut short behind a town: "Portland, Ore.", "Portland, OR".
    rule(",_", rf"(\b[A-Z][a-z]+, )({'|'.join(map(re.escape, _STATE))})(?![^\W_])", lambda m: m[1] + _STATE[m[2]]),
    # The prime minister's house where it speaks, or somebody speaks for it; else it is a number.
    rule(
        "10 Number_",
        r"\b(?:No\.? ?10|Number (?:10|[Tt]en))(?= (?:has|had|is|was|will|would|said|says|denie[sd]|declined|rejected|rejects|announced|announces|refused"
        r"|insisted|insists|confirmed|confirms|sources?|spokes\w+|officials?|aides?|staff)\b)",
        "Downing Street",
    ),
)  # fmt: skip
