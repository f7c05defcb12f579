"""Whom "he", "she" and "it" mean, and what speaks for whoever it belongs to: "her office", "its website", "the Trust's latest figures"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import TITLES
from claimtrack.core.extract.speakers.speaker import Speaker
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.reading import name_pattern, word_set
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


_SEXES = {**TITLES, "Lord": "he", "Lady": "she", "Baroness": "she", "Madam": "she"}
_OF_EITHER = frozenset("Dr Prof Professor Judge Justice Councillor Cllr Senator Sen Inspector Supt".split())
_NAMED = name_pattern(
    rf"\b(?P<title>{'|'.join(sorted([*_SEXES, *_OF_EITHER], key=len, reverse=True))})\.? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?"
)
_LOOK_BACK = 500
"""Characters before a pronoun in which somebody is looked for."""
_FOUND = expression(
    r"It (?:(?:has|had|also|since|further|later|then|separately) ){0,2}(?:recorded|counted|documented|identified|logged|registered"
    r"|tallied|observed|detected|uncovered|discovered|measured|verified|estimated|found)"
    r"(?! (?:(?:an?|its|the) (?:[\w.%$£€-]+ ){0,3}?(?:loss|losses|profit|profits|surplus|deficit|sales|win|victory|defeat)\b|itself|a way|its way))"
)
"""A body that "recorded a loss" or "found itself in debt" reports nothing."""
_REPORTING = frozenset({ClaimantKind.ORGANISATION, ClaimantKind.DOCUMENT})
OWNED = expression(
    r"(?P<owner>(?:[Tt]he )?[A-Z][\w.&-]*(?: (?:of|for|and|the|[A-Z][\w.&-]*)){0,8})'s (?:(?!in |on |at )[\w-]+ ){0,3}(?P<what>(?!biograph|obituar)[a-z]+)"
)
"""A document with its author: "the Norbridge Trust's latest figures"."""
HERS = expression(
    r"(?P<whose>[Hh]is|[Hh]er) (?:(?:own|[a-z]+) )?(?P<what>statement|letter|email|testimony|evidence|speech|post|message|reply|response|answer|memoir|tweet"
    r"|affidavit|book|office|party|campaign|team|research|study|analysis|paper|lawyers?|attorneys?|solicitors?|barristers?|spokes[a-z]+)"
    r"(?:, (?:[a-z]+ed|seen|written|which) .*)?"
)
"""What stands for a person: "her statement went on", "his office said"."""
AGENTS = ("spokes", "lawyer", "attorney", "solicitor", "barrister")
"""Nouns of those who speak for somebody: "his lawyer said"."""
_OFFICERS = ("president", "chairman", "chairwoman", "chair", "director", "leader", "founder", "owner")
ITS = expression(r"[Ii]ts (?:[a-z]+ ){0,2}(?P<what>[a-z]+)(?: in [A-Z][\w-]+)?")
"""What may stand for a body: "according to its annual report"."""
_OFFICES = (nouns.TITLES & nouns.PERSONS) | word_set(
    "taoiseach archbishop cardinal sheriff speaker sheikh sultan emir duke duchess"
)
_FOR_HOLDER = name_pattern(
    r"[Aa]n? (?P<what>(?:[a-z-]+ ){0,3}?spokes[a-z]+) for (?:the|[A-Z][\w-]+'s) (?:[\w-]+ ){0,3}?"
    rf"(?P<office>{'|'.join(sorted(_OFFICES))}), "
    r"(?P<name>[A-Z][\w'-]+(?: [A-Z][\w.'-]*){1,3}),?"
)
"""Somebody unnamed who speaks for the holder of an office: "a spokesman for the mayor, Ann Lee,"."""


def by_title(text: str, at: int, pronoun: str) -> Iterator[tuple[str, bool]]:
    """Titles with their names before `at` that "he" or "she" fits, the likeliest first, and whether the title tells so.

    One that may be either's counts in the same paragraph only.
    """
    found = list(_NAMED.finditer(text, max(0, at - _LOOK_BACK), at))[::-1]
    opens = text.rfind("\n", 0, at)
    yield from ((one[0], True) for one in found if _SEXES.get(one["title"]) == pronoun)
    yield from ((one[0], False) for one in found if one["title"] in _OF_EITHER and one.start() > opens)


def goes_on_to_find(words: str, speaker: Speaker) -> bool:
    """Whether a sentence of the outlet tells what the body that spoke just before recorded or found, and so is its account."""
    if not words.startswith("It ") or speaker.kind not in _REPORTING:
        return False
    is_paper = speaker.kind is ClaimantKind.DOCUMENT  # which "found" it once, and "has found" nothing since
    return _FOUND.match(words) is not None and not (is_paper and words.startswith("It has "))


def speaks_for_body(noun: str, roles: Mapping[str, Sequence[str]]) -> bool:
    """Whether "its spokesman", "its president" speaks for a body, and is nobody whom the article names."""
    return noun.startswith(AGENTS) or (noun in _OFFICERS and noun not in roles)


def speaks_for_holder(source: str, roles: Mapping[str, Sequence[str]]) -> Speaker | None:
    """The spokesman of the holder of an office who is named behind it; None where the article tells that another holds it."""
    found = _FOR_HOLDER.fullmatch(source) if ", " in source else None
    if found is None or {found["name"]} != set(roles.get(found["office"], ())):
        return None
    what = found["what"]
    return Speaker(f"{what} for {found['name']}", ClaimantKind.ANONYMOUS, what.rpartition(" ")[2])
