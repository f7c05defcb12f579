"""Verbs and the nouns made from them whose stems are not one: "abolish", "abolition"; "extend", "extension". Data and one reader."""

from __future__ import annotations

from claimtrack.core.match.words.terms import stem, stems_of

_ENDINGS = (
    ("uct", "uc"), ("ens", "end"), ("pans", "pand"), ("spons", "spond"), ("vas", "vad"), ("suas", "suad"), ("los", "lod"), ("ros", "rod"), ("lus", "lud"), ("rus", "rud"), ("iss", "it"),
    ("ript", "rib"), ("orpt", "orb"), ("olut", "olv"), ("quis", "quir"), ("cess", "ced"), ("fic", "fi"), ("plic", "pli"),
    ("sumpt", "sum"),
)  # fmt: skip
"""How the stem of a noun ends, and how that of its verb does: reduction, extension, expansion, decision, explosion, permission."""
_ANY_ENDING = tuple(ending for pair in _ENDINGS for ending in pair)
_NO_NOUNS = stems_of("commission conduct product mission miss dismiss process access intense")
_SHORTEST = 5
"""Letters of such a stem at least."""
_LISTED = """
abolish abolition | close closure | seize seizure | fail failure | depart departure | expose exposure | expel expulsion
compel compulsion | convert conversion | divert diversion | retain retention | detain detention | abstain abstention
intervene intervention | grow growth | pay payment | choose choice | injure injury | marry marriage | deliver delivery
recover recovery | enter entry | rob robbery | defend defence | pursue pursuit | analyse analysis | apologise apology
repeat repetition | survive survival | weigh weight | speak speech | succeed success | believe belief | occupy occupation
occur occurrence | prefer preference | expire expiry | inquire inquiry | obey obedience | maintain maintenance
deter deterrence | explain explanation | reveal revelation | advise advice | receive receipt | complain complaint
construct construction | destroy destruction | proceed procedure | deceive deception | extradite extradition | use usage
decide decision | divide division | collide collision | provide provision | publish publication
"""
_VERBS = {
    stem(form): stem(pair.split()[0])
    for pair in _LISTED.strip().replace("\n", "|").split("|")
    for form in pair.split()
}


_NONE: frozenset[str] = frozenset()


def verb_of(term: str) -> frozenset[str]:
    """What a stemmed verb has in common with the noun made from it; nothing for most words."""
    if term in _VERBS:
        return frozenset({f"{_VERBS[term]}-"})
    if len(term) < _SHORTEST or not term.endswith(_ANY_ENDING) or term in _NO_NOUNS:
        return _NONE
    for noun, verb in _ENDINGS:
        if term.endswith(noun):
            return frozenset({f"{term.removesuffix(noun)}{verb}-"})
        if term.endswith(verb):
            return frozenset({f"{term}-"})
    return _NONE
