"""Words that stand for a person instead of a full name: "the 46-year-old", "the Republican", "who gave his name as Ivo"."""

from __future__ import annotations

import re

from claimtrack.core.extract.words.reading import name_pattern

_EPITHET = re.compile(
    r"(?:the|The) (?:\d{1,3}-year-old(?: [a-z]+)?|(?:mother|father|mum|dad|gran)[ -]of[ -]\w+)"
)
"""Words that stand for the person before: "said the 46-year-old"."""
_COUNSEL = frozenset({"counsel", "Counsel"})
"""Whoever pleads: "He is broken," counsel said."""
_SEAT = re.compile(
    r"[Tt]he (?:[A-Z][\w-]+ ){1,4}(?:MP|MEP|MSP|TD|senator|congressman|congresswoman|lawmaker|Democrat|Republican"
    r"|native|councillor|councilman|councilwoman|assemblyman|assemblywoman|peer|backbencher|manager|captain|striker)"
)
"""Words for the person before by seat or club: "said the North Cornwall MP"."""
_PARTY = re.compile(
    r"[Tt]he (?:Republican|Democrat|Tory|Briton|Scot|American|Canadian|Australian|German|Italian|Spaniard|Swede|Dane"
    r"|Norwegian|Finn|Pole|Belgian|Austrian|Portuguese|Greek|Turk|Croat|Serb|Russian|Ukrainian|Brazilian|Argentine|Chilean|Colombian|Mexican|Uruguayan"
    r"|Nigerian|Ghanaian|Kenyan|Moroccan|Egyptian|Jamaican|Indian|Pakistani|Korean|South African|New Zealander|Texan|Californian|New Yorker|[A-Z][a-z]+(?:man|woman))"
)
"""Words for the person before by party or home."""
_CAREER = re.compile(
    r"(?:former|veteran|retired|one-time|longtime|long-time|long-serving|outgoing|incoming|newly elected"
    r"|\w+-term) (?:[a-z-]+ ){0,2}[a-z-]*[a-rt-z]"
    r"|[A-Z][a-z]+(?:ian|ish|ese|ch|an) [a-z]*(?:ist|eer|yer|nker|aire|aker|ician)"
)
"""Words for the person before by career or home: "the former paramedic said", "the Norwegian chemist"."""
_CALLING = re.compile(
    r"(?:[\w'-]+ ){0,2}(?:opposition leader|(?:far-right|far-left|hard-right|hard-left|populist|nationalist|centrist|socialist|party) leader"
    r"|midfielder|striker|goalkeeper|winger|footballer|cricketer|batsman|golfer|boxer|sprinter|swimmer|jockey|quarterback"
    r"|singer|songwriter|rapper|musician|guitarist|actor|actress|comedian|novelist|poet|playwright|filmmaker|film-maker|broadcaster"
    r"|billionaire|tycoon|mogul|politician|lawmaker|backbencher|MP|MEP|MSP|TD)"
)
"""What somebody is known for, by which an article goes on to call him: "the midfielder said"."""
_GIVEN_AS = name_pattern(
    r"\b(?:(?:gave|giving) (?:only )?(?:his|her|their) (?:first |given )?name(?: (?:only )?as|,)"
    r"|(?:identified|identifying|identify) (?:himself|herself|themselves)(?: only)? (?:as|by (?:his|her|their) first name,?)"
    r"|(?:identified|named|known) only (?:as|by (?:his|her|their) first name,?)"
    r"|to be (?:identified|named)(?: only)? (?:as|by (?:his|her|their) first name,?)) (?P<name>[A-Z][\w'-]+)"
)
_ANSWERS = frozenset({"A", "Answer", "ANSWER"})
"""Labels of an interview that stand for whoever is asked."""

_VERDICT_NOUN = r"(?:[a-z-]+ ){0,3}?(?:verdict|view|opinion|assessment|answer|response|reply|reaction|conclusion|judgment|judgement)"
_VERDICT = name_pattern(
    rf"(?:(?:[Tt]he|[Aa]n?) )?{_VERDICT_NOUN} of (?P<judge>.+)|(?P<owner>[^,]{{3,60}})'s {_VERDICT_NOUN}"
)
_ONE_OF_THEM = frozenset(
    {"one", "one of them", "another", "the other", "a second", "a third", "the second", "the first"}
)


def is_answer(source: str) -> bool:
    """Whether a source is the label of an answer, which names nobody."""
    return source in _ANSWERS


def stands_for_person(source: str) -> bool:
    """Whether a source means whoever was named last."""
    if source.startswith(("the ", "The ")):
        return any(kind.fullmatch(source) for kind in (_EPITHET, _SEAT, _PARTY))
    return is_answer(source) or source in _COUNSEL


def tells_career(name: str, text: str, at: int) -> bool:
    """Whether a description that fits nobody described before `at` means whoever was named last, not "a former mayor" of whom the text tells."""
    return _CAREER.fullmatch(name) is not None and text.find(f" a {name}", 0, at) < 0


def tells_calling(name: str, text: str, at: int) -> bool:
    """Whether a description may mean a person of whom nothing was told: "the singer", where `text` tells of no singer before `at`."""
    return _CALLING.fullmatch(name) is not None and text.find(f" a {name}", 0, at) < 0


def given_as(text: str) -> str | None:
    """The name that somebody goes by in words about him: "a fisherman, who gave his name only as Ivo"."""
    found = _GIVEN_AS.search(text) if "name" in text or "identif" in text or "known" in text else None
    return found["name"] if found else None


def described_anew(text: str) -> str:
    """In "Another witness, a bank official who left" and "One of them, a nurse", what tells him from the rest; else the same."""
    opening, comma, described = text.partition(", ")
    if not comma:
        return text
    is_another = opening.lower() in _ONE_OF_THEM or opening.startswith(("Another ", "another "))
    return described if is_another and described.startswith(("a ", "an ")) else text


def without_verdict(text: str) -> str:
    """Whose verdict it is: "the less diplomatic verdict of one envoy", "Ann Lee's verdict"; else the same."""
    found = _VERDICT.fullmatch(text) if " of " in text or "'s " in text else None
    return (found["judge"] or found["owner"]) if found else text
