"""How do English verbs and nouns inflect? Regular forms by the rules of spelling, and irregular past tenses, for lists of words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from claimtrack.core.language.irregular_verbs import PAST_OF

_DOUBLING = frozenset(
    "admit aver ban bar cancel concur drop fret infer permit plan rebut regret scrap snap step stop submit".split()
)
"""Verbs that double their last letter before -ed and -ing."""


def add_s(word: str) -> str:
    """Return the plural of a noun, or the third person of a verb: "fine" -> fines, "deny" -> denies, "wish" -> wishes."""
    if word.endswith("y") and word[-2] not in "aeiou":
        return f"{word[:-1]}ies"
    return f"{word}es" if word.endswith(("ch", "sh", "ss", "x")) else f"{word}s"


def past_tense(verb: str) -> str:
    """Return the past tense: "fine" -> fined, "deny" -> denied, "regret" -> regretted, "say" -> said."""
    if verb in PAST_OF:
        return PAST_OF[verb]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{verb}d" if verb.endswith("e") else f"{_double(verb)}ed"


def add_ing(verb: str) -> str:
    """Return the form in -ing: "fine" -> fining, "decree" -> decreeing, "regret" -> regretting."""
    is_silent = verb.endswith("e") and not verb.endswith("ee")
    return f"{verb[:-1] if is_silent else _double(verb)}ing"


def _double(verb: str) -> str:
    """Return a verb as it is written before an ending that begins with a vowel."""
    return verb + verb[-1] if verb in _DOUBLING else verb


def singular(plural: str) -> str:
    """Return the singular: "agencies" -> agency, "spokesmen" -> spokesman, "fines" -> fine; any other word as it is."""
    if plural.endswith("ies"):
        return f"{plural[:-3]}y"
    return f"{plural[:-3]}man" if plural.endswith("men") else plural.removesuffix("s")


_FORMS: Mapping[str, Callable[[str], str]] = MappingProxyType({"s": add_s, "ed": past_tense, "ing": add_ing})


def expand_forms(listing: str) -> Iterable[str]:
    """Return the words of a listing, in which "union+s" stands for union and unions, and "deny+s+ed+ing" for all forms of the verb."""
    if "+" not in listing:
        return listing.split()
    parted = (word.split("+") if word[0].isalpha() else [word] for word in listing.split())
    return (form for base, *endings in parted for form in (base, *(_FORMS[end](base) for end in endings)))


def inflect(listing: str) -> frozenset[str]:
    """Return all forms of the verbs of a listing: "warn" -> warn, warns, warned, warning."""
    return frozenset(expand_forms(" ".join(f"{verb}+s+ed+ing" for verb in listing.split())))
