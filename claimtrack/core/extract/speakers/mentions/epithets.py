"""Words that stand for a person instead of a full name: "the 46-year-old", "the Republican", "who gave his name as Ivo"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.occurrences import find_occurrences
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.language import countries

if TYPE_CHECKING:
    from collections.abc import Iterable

_COUNSEL = frozenset({"counsel", "Counsel"})  # whoever pleads: "He is broken," counsel said
_SEAT = expression(
    r"[Tt]he (?:[A-Z][\w-]+ ){1,4}(?:MP|MEP|MSP|TD|senator|congressman|congresswoman|lawmaker|Democrat|Republican"
    r"|native|councillor|councilman|councilwoman|assemblyman|assemblywoman|peer|backbencher|manager|captain|striker)"
)
"""Words for the person before by seat or club: "said the North Cornwall MP"."""
_OF_SEVERAL = ("sh", "ese", "iss", "ic", "French", "Dutch", "Thai", "Americans")
"""How peoples are called of which nobody is called so alone: "the British"."""


def _title(word: str) -> str:
    return word.upper() if word in {"us", "uk", "usa", "uae"} else word.title()


_HOMES = {
    word: "|".join(group)
    for group in (tuple(map(_title, group)) for group in countries.GROUPS)
    for word in group
    if word.lower() in countries.DEMONYMS and (word == "Portuguese" or not word.endswith(_OF_SEVERAL))
} | {"Republican": "Republican|R-", "Democrat": "Democrat|Democratic|D-", "Tory": "Tory|Conservative"}
"""Word for a person by home or party -> how an article tells that somebody is one."""
_EPITHET = expression(
    rf"(?:the|The) (?:\d{{1,3}}-year-old(?: (?:[a-z]+|{'|'.join(sorted(_HOMES))}))?(?: of \w+)?|(?:mother|father|mum|dad|gran)[ -]of[ -]\w+)"
)
"""Words that stand for the person before: "said the 46-year-old", "the 46-year-old Belgian", "the 46-year-old mother of two"."""
_PARTY = expression(
    rf"[Tt]he (?P<which>{'|'.join(sorted(_HOMES))}|South African|New Zealander|Texan|Californian|New Yorker|[A-Z][a-z]+(?:man|woman))"
)
"""Words for the person before by party or home."""
_SENT_BY = name_pattern(
    r"[Tt]he (?P<state>[A-Z]\w+(?: [A-Z]\w+)?) (?P<party>Democrat|Republican|senator|congressman|congresswoman|lawmaker|governor)"
)
"""Words for the person before by his state: "the Iowa Republican"."""
_STATE_BEHIND = name_pattern(
    r"(?:,? \(|, )(?P<party>[DRI])-(?P<state>[A-Z][\w.]*(?: [A-Z]\w+)?)|(?:, a (?P<who>Democrat|Republican))? (?:of|from) (?P<home>[A-Z]\w+(?: [A-Z]\w+)?)"
)
"""How an article tells whom a state sent: "Rep. Ann Lee, R-Iowa", "Senator Bo Lund (D-Ky.)"."""
_AGED = expression(r"[Tt]he (?P<age>\d{1,3})-year-old")
_ANY_AGE = expression(r"(?:, (?:(?:now |then )?aged |now )?| \()(?P<age>\d{1,3})(?=[,.)])")
_AGE_BEFORE = expression(r"\b(?P<age>\d{1,3})-year-old,? (?:[\w-]+ ){0,3}$")
_BESIDE = 60  # characters beside a name in which an age or a home is told
_CAREER = expression(
    r"(?:former|veteran|retired|one-time|longtime|long-time|long-serving|outgoing|incoming|newly elected"
    r"|\w+-term) (?:[a-z-]+ ){0,2}[a-z-]*[a-rt-z]"
    r"|[A-Z][a-z]+(?:ian|ish|ese|ch|an) [a-z]*(?:ist|eer|yer|nker|aire|aker|ician)"
)
"""Words for the person before by career or home: "the former paramedic said", "the Norwegian chemist"."""
_CALLING = expression(
    r"(?:[\w'-]+ ){0,2}(?:opposition leader|(?:far-right|far-left|hard-right|hard-left|populist|nationalist|centrist|socialist|party) leader"
    rf"|{'|'.join(sorted(nouns.ROLES))}|MP|MEP|MSP|TD)"
)
"""What somebody is known for, by which an article goes on to call him: "the midfielder said"."""
_GIVEN_AS = name_pattern(
    r"\b(?:(?:gave|giving) (?:only )?(?:his|her|their) (?:first |given )?name(?: (?:only )?as|,)"
    r"|(?:identified|identifying|identify) (?:himself|herself|themselves)(?: only)? (?:as|by (?:his|her|their) first name,?)"
    r"|(?:identified|named|known) only (?:as|by (?:his|her|their) first name,?)"
    r"|to be (?:identified|named)(?: only)? (?:as|by (?:his|her|their) first name,?)) (?P<name>[A-Z][\w'-]+)"
)
_ANSWERS = frozenset({"A", "Answer", "ANSWER"})  # labels of an interview that stand for whoever is asked

_VERDICT_NOUN = r"(?:[a-z-]+ ){0,3}?(?:verdict|view|opinion|assessment|answer|response|reply|reaction|conclusion|judgment|judgement)"
_VERDICT = name_pattern(
    rf"(?:(?:[Tt]he|[Aa]n?) )?{_VERDICT_NOUN} of (?P<judge>.+)|(?P<owner>[^,]{{3,60}})'s {_VERDICT_NOUN}"
)
_ONE_OF_THEM = frozenset(
    {"one", "one of them", "another", "the other", "a second", "a third", "the second", "the first"}
)


def is_answer_label(source: str) -> bool:
    """Whether a source is the label of an answer, which names nobody."""
    return source in _ANSWERS


def is_epithet(source: str) -> bool:
    """Whether a source means whoever was named last."""
    if source.startswith(("the ", "The ")):
        return any(kind.fullmatch(source) for kind in (_EPITHET, _SEAT, _PARTY))
    return is_answer_label(source) or source in _COUNSEL


def match_epithet(source: str, text: str, at: int, names: Iterable[str]) -> list[str] | None:
    """Whom of these the text before `at` tells to be of the age, the home or the party in the source; None where it tells none of these."""
    if aged := _AGED.match(source):
        return [name for name in names if aged["age"] in _ages(text, at, name)]
    if sent := _SENT_BY.fullmatch(source):
        return [name for name in names if _is_sent_by(sent["state"], sent["party"], text, at, name)]
    party = _PARTY.fullmatch(source)
    home = _HOMES.get(party["which"].replace("woman", "man")) if party else None
    if home is None:
        return None
    before = re.compile(
        rf"\b(?:{home})(?:'s)?(?: (?!and\b|by\b|to\b|from\b|of\b|for\b)[a-z-]+){{0,3}}(?: [A-Z][\w-]+)?,? $"
    )
    behind = re.compile(
        rf"(?:,[^,.;]{{1,40}})?,? (?:of|from) (?:the )?(?:[A-Z]\w+ )?(?:{home})\b| \((?:{home})|, (?:an?|the) (?:[\w-]+ ){{0,2}}?(?:{home})\b"
    )
    # further back others have been named since
    opens = text.rfind("\n\n", 0, max(0, text.rfind("\n\n", 0, at)))
    return [
        name
        for name in names
        if any(
            before.search(text, max(0, found - _BESIDE), found) or behind.match(text, found + len(name))
            for found in find_occurrences(text, name, at)
            if found > opens
        )
    ]


def _is_sent_by(state: str, party: str, text: str, at: int, name: str) -> bool:
    """Whether the text before `at` tells that somebody sits for a state, and for no other party than this."""
    told = (_STATE_BEHIND.match(text, found + len(name)) for found in find_occurrences(text, name, at))
    for one in filter(None, told):
        is_party = (one["party"] or party[0]) == party[0] or party[0].islower()
        if is_party and (one["home"] or "").startswith(state):
            return True
        if is_party and one["state"] and _is_short_for(one["state"], state):
            return True
    return False


def _is_short_for(short: str, state: str) -> bool:
    """Whether a state may be written so: "Ky." for Kentucky, "N.Y." for New York."""
    letters = iter(state.lower().replace(" ", ""))
    asked = short.lower().replace(".", "").replace(" ", "")
    return short[:1] == state[:1] and all(letter in letters for letter in asked)


def has_other_age(source: str, text: str, at: int, name: str) -> bool:
    """Whether a source tells an age, and the text before `at` another one of this person."""
    aged = _AGED.match(source)
    ages = _ages(text, at, name) if aged else set()
    return aged is not None and ages != set() and aged["age"] not in ages


def _ages(text: str, at: int, name: str) -> set[str]:
    """The ages that a text tells of somebody before `at`: "Ann Lee, 46,", "46-year-old nurse Ann Lee"."""
    surname = name.rpartition(" ")[2]
    behind = (_ANY_AGE.match(text, found + len(surname)) for found in find_occurrences(text, surname, at))
    before = (
        _AGE_BEFORE.search(text, max(0, found - _BESIDE), found) for found in find_occurrences(text, name, at)
    )
    return {found["age"] for found in (*behind, *before) if found}


def describes_career(name: str, text: str, at: int) -> bool:
    """Whether a description that fits nobody described before `at` means whoever was named last, not "a former mayor" of whom the text tells."""
    return _CAREER.fullmatch(name) is not None and text.find(f" a {name}", 0, at) < 0


def names_calling(name: str, text: str, at: int) -> bool:
    """Whether a description may mean a person of whom nothing was told: "the singer", where `text` tells of no singer before `at`."""
    return _CALLING.fullmatch(name) is not None and text.find(f" a {name}", 0, at) < 0


def find_given_name(text: str) -> str | None:
    """The name that somebody goes by in words about him: "a fisherman, who gave his name only as Ivo"."""
    found = _GIVEN_AS.search(text) if "name" in text or "identif" in text or "known" in text else None
    return found["name"] if found else None


def skip_partitive(text: str) -> str:
    """In "Another witness, a bank official who left" and "One of them, a nurse", what tells him from the rest; else the same."""
    opening, comma, described = text.partition(", ")
    if not comma:
        return text
    is_another = opening.lower() in _ONE_OF_THEM or opening.startswith(("Another ", "another "))
    is_named = described.istitle() and " " not in described  # "one of them, Larysa"
    return described if is_another and (is_named or described.startswith(("a ", "an ", "the "))) else text


def strip_verdict_noun(text: str) -> str:
    """Whose verdict it is: "the less diplomatic verdict of one envoy", "Ann Lee's verdict"; else the same."""
    found = _VERDICT.fullmatch(text) if " of " in text or "'s " in text else None
    return (found["judge"] or found["owner"]) if found else text
