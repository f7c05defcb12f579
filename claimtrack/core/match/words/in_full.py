"""What is cut short, or told in another of its names, as it is read: "Sgt Moor", "the govt", "Fla.", "the Czech Republic", "No 10 said"."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression

_CUT_SHORT = """
govt government | Govt government | gov't government | Gov't government | dept department | Dept department | depts departments
Sgt sergeant | Cpl corporal | Capt captain | Lt lieutenant | Col colonel | Maj major | Adm admiral | Sen senator | Sens senators | Rep representative
Reps representatives | Gov governor | Prof professor | Pres president | Cllr councillor | Supt superintendent | Insp inspector | Cmdr commander | Jr junior | Sr senior | Ave avenue | Blvd boulevard | Hwy highway | Ltd limited
Inc incorporated | Corp corporation | Bros brothers | Assn association | Univ university | vs versus | v versus | approx approximately | bc because
Calif california | Fla florida | Conn connecticut | Penn pennsylvania | Okla oklahoma | Tenn tennessee | Minn minnesota | Mich michigan | Ariz arizona
"""
WORDS_IN_FULL = dict(pair.split() for line in _CUT_SHORT.strip().splitlines() for pair in line.split(" | "))
"""A word as it is cut short -> in full, in lower case. Whatever may be another word in these letters is left out."""

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
_SHORT = "|".join(map(re.escape, _STATE))
_IN_A_STATE = expression(rf"(\b[A-Z][a-z]+, )({_SHORT})(?![^\W_])")
"""A state cut short behind a town: "Portland, Ore.", "Portland, OR"."""
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
_COUNTRY = expression(
    rf"(?<![^\W_])([Tt]he )?({'|'.join(sorted(_COUNTRIES, key=len, reverse=True))})(?![^\W_])",
    re.IGNORECASE,
)
_TRIGGERS = (
    "Federal Reserve", "SCOTUS", "New Delhi", "Republic", "Federation", "Congo", "DRC", "DPRK", "Great Britain", "Cabo V", "Timor-", "Swazi", "Emirates"
)  # fmt: skip
STATES = frozenset(state.lower() for state in _STATE.values())
"""The states of the US, in lower case, and some provinces of Canada."""
_PARTIES = {
    "Conservative": "Conservatives", "Tory": "Tories", "Labour": "Labour", "Labor": "Labor", "Republican": "Republicans", "Democratic": "Democrats",
    "Green": "Greens", "Liberal Democrat": "Liberal Democrats", "Social Democratic": "Social Democrats", "Christian Democratic": "Christian Democrats",
}  # fmt: skip
_PARTY = expression(
    rf"(?:(\b[Tt]he )|\b)({'|'.join(_PARTIES)}) [Pp]arty\b(?!'|-)( (?:chair|leader|conference|convention|spokes|candidate|member|official|politician|lawmaker|donor|headquarters|platform|primar|nomin)\w*)?"
)
"""A party by its whole name, as it is called by those in it."""
_SMALL = {
    "e-mail": "email", "w/o": "without", "w/": "with ", "b/c": "because", "e.g.": "for example", "i.e.": "that is", "for instance": "for example",
}  # fmt: skip
_CUT = expression(r"(?<![^\s(])(?:e-mail(?=s?\b)|w/o\b|w/ ?(?=[a-z])|b/c\b|e\.g\.|i\.e\.|for instance\b)")
_DOWNING_STREET = expression(
    r"\b(?:No\.? ?10|Number (?:10|[Tt]en))(?= (?:has|had|is|was|will|would|said|says|denie[sd]|declined|rejected|rejects|announced|announces|refused"
    r"|insisted|insists|confirmed|confirms|sources?|spokes\w+|officials?|aides?|staff)\b)"
)
"""The prime minister's house where it speaks, or somebody speaks for it; else it is a number."""


def in_full(text: str) -> str:
    """A text with what it cuts short or calls by a longer name as newsrooms call it."""
    if any(trigger in text for trigger in _TRIGGERS):
        text = _COUNTRY.sub(_short, text)
    if " Party" in text or " party" in text:
        text = _PARTY.sub(_party, text)
    if (
        "e-mail" in text
        or "w/" in text
        or "b/c" in text
        or "e.g." in text
        or "i.e." in text
        or "for instance" in text
    ):
        text = _CUT.sub(lambda m: _SMALL[m[0].strip()], text)
    if ", " in text:
        text = _IN_A_STATE.sub(lambda m: m[1] + _STATE[m[2]], text)
    if "10" in text or "Number " in text:
        text = _DOWNING_STREET.sub("Downing Street", text)
    return text


def _short(found: re.Match[str]) -> str:
    short = _COUNTRIES[found[2].lower()]
    return f"{found[1]}{short}" if found[1] and short == "Fed" else short


def _party(found: re.Match[str]) -> str:
    """A party by those in it; before somebody of it, or without an article, without the word alone: "Labour Party members", "a Tory party"."""
    article, name, behind = found[1] or "", found[2], found[3] or ""
    if behind or not article:
        return f"{article}{name}{behind}"
    called = _PARTIES[name]
    return called if called == name else f"{article}{called}"
