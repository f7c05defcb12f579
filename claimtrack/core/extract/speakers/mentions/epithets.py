"""Epithets that stand for a person instead of the full name: "the 46-year-old", "the Republican", "who gave his name as Ivo"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.occurrences import find_occurrences
from claimtrack.core.extract.words.reading import name_pattern, words_of
from claimtrack.core.language import countries

_COUNSEL_WORDS = words_of("counsel Counsel")  # whoever pleads: "He is broken," counsel said
_SEAT_EPITHET = expression(
    r"[Tt]he (?:[A-Z][\w-]+ ){1,4}(?:MP|MEP|MSP|TD|senator|congressman|congresswoman|lawmaker|Democrat|Republican"
    r"|native|councillor|councilman|councilwoman|assemblyman|assemblywoman|peer|backbencher|manager|captain|striker)"
)
"""An epithet by seat or club: "said the North Cornwall MP"."""
_PLURAL_NATIONALITIES = ("sh", "ese", "iss", "ic", "French", "Dutch", "Thai", "Americans")
"""Endings of nationalities that are only plural as nouns: "the British"."""


def _capitalise(word: str) -> str:
    return word.upper() if word in {"us", "uk", "usa", "uae"} else word.title()


_HOME_PATTERNS = {
    word: "|".join(group)
    for group in (tuple(map(_capitalise, group)) for group in countries.GROUPS)
    for word in group
    if word.lower() in countries.DEMONYMS
    and (word == "Portuguese" or not word.endswith(_PLURAL_NATIONALITIES))
} | {"Republican": "Republican|R-", "Democrat": "Democrat|Democratic|D-", "Tory": "Tory|Conservative"}
"""Epithet by home or party -> a pattern of how an article states it."""
_AGE_EPITHET = expression(
    rf"(?:the|The) (?:\d{{1,3}}-year-old(?: (?:[a-z]+|{'|'.join(sorted(_HOME_PATTERNS))}))?(?: of \w+)?|(?:(?:great-)?(?:grand)?(?:mother|father|mum|mom|dad|parent)|gran|nan)[ -]of[ -]\w+)"
)
"""An epithet by age or children: "said the 46-year-old", "the 46-year-old Belgian", "the 46-year-old mother of two"."""
_HOME_EPITHET = expression(
    rf"[Tt]he (?P<which>{'|'.join(sorted(_HOME_PATTERNS))}|South African|New Zealander|Texan|Californian|New Yorker|Floridian|Virginian|Queenslander|Tasmanian|Albertan|Quebecer|Londoner|Glaswegian|Mancunian|Liverpudlian|[A-Z][a-z]+(?:man|woman))"
)
"""An epithet by party or home: "the Tory", "the Belgian"."""
_STATE_EPITHET = name_pattern(
    r"[Tt]he (?P<state>[A-Z]\w+(?: [A-Z]\w+)?) (?P<party>Democrat|Republican|senator|congressman|congresswoman|lawmaker|governor)"
)
"""An epithet by the state represented: "the Iowa Republican"."""
_STATE_AFTER_NAME = name_pattern(
    r"(?:,? \(|, )(?P<party>[DRI])-(?P<state>[A-Z][\w.]*(?: [A-Z]\w+)?)|(?:, a (?P<who>Democrat|Republican))? (?:of|from) (?P<home>[A-Z]\w+(?: [A-Z]\w+)?)"
)
"""The state represented, after a name: "Rep. Ann Lee, R-Iowa", "Senator Bo Lund (D-Ky.)"."""
_AGE_IN_EPITHET = expression(r"[Tt]he (?P<age>\d{1,3})-year-old")
_AGE_AFTER_NAME = expression(r"(?:, (?:(?:now |then )?aged |now )?| \()(?P<age>\d{1,3})(?=[,.)])")
_AGE_BEFORE_NAME = expression(r"\b(?P<age>\d{1,3})-year-old,? (?:[\w-]+ ){0,3}$")
_REACH = 60  # characters before a name that may give an age or a home
_CAREER_DESCRIPTION = expression(
    r"(?:former|veteran|retired|one-time|longtime|long-time|long-serving|outgoing|incoming|newly elected"
    r"|\w+-term) (?:[a-z-]+ ){0,2}[a-z-]*[a-rt-z]"
    r"|[A-Z][a-z]+(?:ian|ish|ese|ch|an) [a-z]*(?:ist|eer|yer|nker|aire|aker|ician)"
)
"""A description by career or nationality: "the former paramedic said", "the Norwegian chemist"."""
_CALLING_DESCRIPTION = expression(
    r"(?:[\w'-]+ ){0,2}(?:opposition leader|(?:far-right|far-left|hard-right|hard-left|populist|nationalist|centrist|socialist|party) leader"
    rf"|{'|'.join(sorted(nouns.ROLES))}|MP|MEP|MSP|TD)"
)
"""A description by what somebody is known for: "the midfielder said"."""
_GIVEN_NAME = name_pattern(
    r"\b(?:(?:gave|giving) (?:only )?(?:his|her|their) (?:first |given )?name(?: (?:only )?as|,)"
    r"|(?:identified|identifying|identify) (?:himself|herself|themselves)(?: only)? (?:as|by (?:his|her|their) first name,?)"
    r"|(?:identified|named|known) only (?:as|by (?:his|her|their) first name,?)"
    r"|to be (?:identified|named)(?: only)? (?:as|by (?:his|her|their) first name,?)) (?P<name>[A-Z][\w'-]+)"
)
_ANSWER_LABELS = words_of("A Answer ANSWER")  # labels that stand for the person interviewed

_VERDICT_NOUN = r"(?:[a-z-]+ ){0,3}?(?:verdict|view|opinion|assessment|answer|response|reply|reaction|conclusion|judgment|judgement)"
_VERDICT = name_pattern(
    rf"(?:(?:[Tt]he|[Aa]n?) )?{_VERDICT_NOUN} of (?P<judge>.+)|(?P<owner>[^,]{{3,60}})'s {_VERDICT_NOUN}"
)
_ONE_OF_THEM = frozenset(
    {"one", "one of them", "another", "the other", "a second", "a third", "the second", "the first"}
)


def is_answer_label(source: str) -> bool:
    """Whether a mention is the label of an answer, which names nobody: "A", "Answer"."""
    return source in _ANSWER_LABELS


def is_epithet(source: str) -> bool:
    """Whether a mention refers to the person named last."""
    if source.startswith(("the ", "The ")):
        return any(kind.fullmatch(source) for kind in (_AGE_EPITHET, _SEAT_EPITHET, _HOME_EPITHET))
    return is_answer_label(source) or source in _COUNSEL_WORDS


def match_epithet(source: str, text: str, at: int, names: Iterable[str]) -> list[str] | None:
    """The names of those to whom the text before `at` gives the age, home or party of an epithet; None for other mentions."""
    if aged := _AGE_IN_EPITHET.match(source):
        return [name for name in names if aged["age"] in _find_ages(text, at, name)]
    if sent := _STATE_EPITHET.fullmatch(source):
        return [name for name in names if _represents_state(sent["state"], sent["party"], text, at, name)]
    party = _HOME_EPITHET.fullmatch(source)
    home = _HOME_PATTERNS.get(party["which"].replace("woman", "man")) if party else None
    if home is None:
        return None
    before = re.compile(
        rf"\b(?:{home})(?:'s)?(?: (?!and\b|by\b|to\b|from\b|of\b|for\b)[a-z-]+){{0,3}}(?: [A-Z][\w-]+)?,? $"
    )
    pattern = re.compile(
        rf"(?:,[^,.;]{{1,40}})?,? (?:of|from) (?:the )?(?:[A-Z]\w+ )?(?:{home})\b| \((?:{home})|, (?:an?|the) (?:[\w-]+ ){{0,2}}?(?:{home})\b"
    )
    # further back others have been named since
    opens = text.rfind("\n\n", 0, max(0, text.rfind("\n\n", 0, at)))
    return [
        name
        for name in names
        if any(
            before.search(text, max(0, found - _REACH), found) or pattern.match(text, found + len(name))
            for found in find_occurrences(text, name, at)
            if found > opens
        )
    ]


def _represents_state(state: str, party: str, text: str, at: int, name: str) -> bool:
    """Whether the text before `at` makes somebody the representative of a state, and of no party but this."""
    matches = (_STATE_AFTER_NAME.match(text, found + len(name)) for found in find_occurrences(text, name, at))
    for one in filter(None, matches):
        is_party = (one["party"] or party[0]) == party[0] or party[0].islower()
        if is_party and (one["home"] or "").startswith(state):
            return True
        if is_party and one["state"] and _is_state_abbreviation(one["state"], state):
            return True
    return False


def _is_state_abbreviation(short: str, state: str) -> bool:
    """Whether a state may be abbreviated so: "Ky." for Kentucky, "N.Y." for New York."""
    letters = iter(state.lower().replace(" ", ""))
    asked = short.lower().replace(".", "").replace(" ", "")
    return short[:1] == state[:1] and all(letter in letters for letter in asked)


def has_other_age(source: str, text: str, at: int, name: str) -> bool:
    """Whether a mention gives an age, and the text before `at` gives this person another."""
    aged = _AGE_IN_EPITHET.match(source)
    ages = _find_ages(text, at, name) if aged else set()
    return aged is not None and ages != set() and aged["age"] not in ages


def _find_ages(text: str, at: int, name: str) -> set[str]:
    """The ages that a text gives a person before `at`: "Ann Lee, 46,", "46-year-old nurse Ann Lee"."""
    surname = name.rpartition(" ")[2]
    after = (
        _AGE_AFTER_NAME.match(text, found + len(surname)) for found in find_occurrences(text, surname, at)
    )
    before = (
        _AGE_BEFORE_NAME.search(text, max(0, found - _REACH), found)
        for found in find_occurrences(text, name, at)
    )
    return {found["age"] for found in (*after, *before) if found}


def describes_career(name: str, text: str, at: int) -> bool:
    """Whether a description by career may mean the person named last: the text before `at` has no "a former mayor"."""
    return _CAREER_DESCRIPTION.fullmatch(name) is not None and text.find(f" a {name}", 0, at) < 0


def names_calling(name: str, text: str, at: int) -> bool:
    """Whether a description by calling may mean a person of unknown role: "the singer", where the text before `at` has no "a singer"."""
    return _CALLING_DESCRIPTION.fullmatch(name) is not None and text.find(f" a {name}", 0, at) < 0


def find_given_name(text: str) -> str | None:
    """The name by which a description identifies somebody: "a fisherman, who gave his name only as Ivo"; None without one."""
    found = _GIVEN_NAME.search(text) if "name" in text or "identif" in text or "known" in text else None
    return found["name"] if found else None


def skip_partitive(text: str) -> str:
    """The description in "Another witness, a bank official who left" and "One of them, a nurse"; else the text unchanged."""
    opening, comma, described = text.partition(", ")
    if not comma:
        return text
    is_another = opening.lower() in _ONE_OF_THEM or opening.startswith(("Another ", "another "))
    is_named = described.istitle() and " " not in described  # "one of them, Larysa"
    return described if is_another and (is_named or described.startswith(("a ", "an ", "the "))) else text


def strip_verdict_noun(text: str) -> str:
    """The source of a verdict: "the less diplomatic verdict of one envoy", "Ann Lee's verdict"; else the text unchanged."""
    found = _VERDICT.fullmatch(text) if " of " in text or "'s " in text else None
    return (found["judge"] or found["owner"]) if found else text
