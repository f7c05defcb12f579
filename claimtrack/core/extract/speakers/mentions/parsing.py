"""What kind of thing a name or a description is, and which of its words are the name."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.mentions.appositions import (
    find_apposed_body,
    find_apposed_name,
    match_coordinated_phrase,
    skip_adjectives,
)
from claimtrack.core.extract.speakers.mentions.campaigns import (
    find_campaign_name,
    is_campaign_name,
    skip_body,
)
from claimtrack.core.extract.speakers.mentions.documents import (
    ISSUED,
    find_document_noun,
    strip_document_history,
)
from claimtrack.core.extract.speakers.mentions.epithets import (
    find_given_name,
    skip_partitive,
    strip_verdict_noun,
)
from claimtrack.core.extract.speakers.mentions.gazetteer import (
    is_body_name,
    is_personal_name,
    is_place,
    is_single_word_body,
    is_worker_name,
    leader_pronoun,
)
from claimtrack.core.extract.speakers.mentions.offices import find_office_holder
from claimtrack.core.extract.speakers.topics.openers import skip_kind_noun
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.reading import begins_name, words_of
from claimtrack.core.extract.words.titles import (
    KEEPS_STOP,
    has_title,
    is_coordinated_body,
    marks_person,
    may_be_plural,
    strip_possessive,
    without_parentheticals,
    without_postnominals,
    without_titles,
)
from claimtrack.core.language.capitals import NAME_PARTICLES
from claimtrack.core.language.legal_forms import is_legal_form
from claimtrack.core.model import ClaimantKind

_LOST_LINK = expression(r"(?<=[a-z])(?<!www)\.(?=[A-Za-z]{3,})(?!(?:com|org|net|gov|edu|info)\b)")
_POSTMODIFIER = expression(
    r",(?!\d)|\(|\[|--|—|;| (?:- |(?:who|citing|including|which|whose|as part of)\b|(?<!calling )(?:(?:him|her|it)self|themselves)\b|(?:I|we) (?=[a-z])|(?<!\bof )(?<!\bfor )(?<!\bat )(?<!\bin )(?<!\bfrom )that\b"
    r"|in (?:an?|his|her|its|their) (?:[a-z]+ )?(?:statement|interview|letter|speech|post|email|message|tweet|memo)\b"
    r"|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$)"
)
_PARTICIPLES = words_of(
    "released published conducted obtained reviewed seen based written commissioned issued read filed led "
    "carried made taken dated briefed consulted interviewed hired involved familiar close present unsealed"
)
_BASE = expression(
    r"\b([A-Z][\w.]*) based (?=[a-z])(?!(?:in|on|at|near|outside|around|here|there|[a-z]+ly)\b)"
)
"""Where somebody is, without a hyphen: "Vale based economist", but not "Doe Ltd based in Vale"."""
_SERVICES = ("coast guard", "border guard", "national guard", "fire brigade", "fire department")
_ARTICLES = words_of(
    "a an the one another some several two three four five many both other this that these those its their his "
    "her our my own year's month's week's"
)
_PARTITIVES = ("One of ", "Another of ", "Another, ", "One, ")
_INDEFINITE = words_of("a an one another")
_POSSESSIVES = tuple(f"{whose} " for whose in ("his", "her", "their", "His", "Her", "Their"))
_ADJECTIVE_ENDINGS = ("OUS", "ED", "ING", "FUL", "LESS", "KEN", "GRY")
"""Endings of adjectives in capitals; names are shorter: "ING", "BOEING"."""
_SHORTEST_ADJECTIVE = 7  # characters of a word in capitals that its ending shows to be an adjective
_MEMBER_NOUNS = words_of("MPs MSPs MEPs TDs Tories PM CEO")
_QUANTIFIERS = lexicon.CARDINALS | words_of("some several many most all both none dozens hundreds")
"""Words that count people: "three of the board members" are not named Three."""
_AFTER_COUNT = words_of("of in at inside within across")
_PLURAL_ENDINGS = ("ists", "icians", "keepers", "workers", "owners", "makers", "holders", "goers", "lovers")
"""Endings of nouns for people that are in no list: "Beekeepers in Kent", "Cyclists"."""
_AFTER_BODY = nouns.DOCUMENTS | nouns.PERSONS
_AFTER_THOSE = words_of("close around near behind familiar over under aged in for with against from at")
_NAME_PARTICLES = NAME_PARTICLES | {"of", "y", "&"}
_COMPANY_NOUNS = words_of(
    "carrier owner developer maker giant provider contractor producer distributor brewer chipmaker drugmaker miner grocer"
)
"""What a company does, before its name."""
_OFFICE_FIELDS = words_of(
    "transport health education environment energy housing defence defense justice audit police sport historic creative natural "
    "network public forestry geoscience meteorology universities hospitality statistics"
)
"""The field of an office before its country: "Transport Canada", "Audit Scotland"."""


class Mention(NamedTuple):
    """The parsed words of a mention."""

    name: str
    kind: ClaimantKind
    head: str  # the noun or surname in lower case by which the article may refer back
    definite: bool = False  # a description such as "the official" that may refer back to a fuller one
    is_new: bool = False  # as "a minister" or "another minister", who was not mentioned before


@lru_cache(maxsize=4096)  # articles repeat the same names
def parse_mention(source: str) -> Mention:
    """Parse the words of a mention: a person, an organisation, a document, somebody unnamed."""
    text = without_parentheticals(" ".join(source.split()))
    if alone := find_given_name(text):
        return Mention(alone, ClaimantKind.PERSON, alone.rpartition(" ")[2].lower())
    text = strip_verdict_noun(text)
    if body := find_apposed_body(text):
        return Mention(body, ClaimantKind.ORGANISATION, body.lower())
    if text.startswith(_PARTITIVES) and ", " in text:
        one = parse_mention(text.partition(", ")[2])
        if one.kind is ClaimantKind.PERSON and " " in one.name:
            return one  # "One of the officials, former Secretary Ann Lee"
    core = find_apposed_name(text) or _find_core(skip_partitive(text))
    core = find_office_holder(core) or core if ", " not in core else core
    words = _BASE.sub(r"\1-based ", core).split()
    if len(words) > 2 and words[0].lower() in _QUANTIFIERS and words[1] in _AFTER_COUNT:
        return Mention(core, ClaimantKind.ANONYMOUS, strip_possessive(words[-1]).lower())
    if len(words) > 2 and is_legal_form(words[-1]) and words[-2] != "&":
        words = words[:-1]
    definite = bool(words) and words[0].lower() in {"the", "this", "that", "these", "those"}
    is_new = len(words) > 1 and words[0].lower() in _INDEFINITE
    count = ""
    # "A K Singh" has two initials.
    is_initial = len(words) > 2 and words[0] == "A" and len(words[1]) == 1
    words = _skip_focus_adverb(words)
    if those := _is_described_those(words):
        words = ["those", *words[1:]]
    while words and not (is_initial or those) and words[0].lower() in _ARTICLES and words[1:2] != ["of"]:
        count = words[0].lower() if words[0].lower() in lexicon.PLURAL_QUANTIFIERS else count
        words = words[1:]
    read = _parse_core(strip_document_history(words), text, definite)._replace(is_new=is_new)
    if read.kind is ClaimantKind.ANONYMOUS and read.head in nouns.KIN and text.startswith(_POSSESSIVES):
        read = read._replace(name=f"{text.partition(' ')[0].lower()} {read.name}")
    is_counted = count and read.kind is ClaimantKind.ANONYMOUS and read.head.endswith(("s", "people", "men"))
    return read._replace(name=f"{count} {read.name}", definite=definite) if is_counted else read


def _skip_focus_adverb(words: list[str]) -> list[str]:
    """The words after "Even" and "Only": "Even Ann Lee", but not "Even though" and "Only 12 people"."""
    if not words[1:]:
        return words
    is_even = words[0] == "Even" and words[1] not in lexicon.CONJUNCTIONS
    return words[1:] if is_even or (words[0] == "Only" and begins_name(words[1])) else words


def _is_described_those(words: list[str]) -> bool:
    """Whether people are described by "those" alone: "Those close to him", "those surveyed"."""
    if len(words) < 2 or words[0].lower() != "those":
        return False
    return words[1].endswith("ed") or (len(words) > 2 and words[1] in _AFTER_THOSE)


def _parse_core(words: list[str], text: str, definite: bool) -> Mention:
    """Parse the words of a mention without its determiners."""
    if len(words) > 1 and words[-1] in ISSUED:
        words = words[:-1]  # "a report into the fire published on Thursday"
    if not words:
        alone = _find_core(text)  # "One, who asked not to be named"
        return Mention(alone, ClaimantKind.ANONYMOUS, alone.lower())
    if body := find_campaign_name(words := skip_body(words)):
        return Mention(" ".join(body), ClaimantKind.ORGANISATION, strip_possessive(body[0]).lower())
    head_words = _until_stop(lexicon.NOUN_PREPOSITIONS, _until_stop(_PARTICIPLES, words))
    if head_words[1:] and head_words[-1].lower() in times.WEEKDAYS and (head_words[2:] or words[0].islower()):
        behind_participle = len(head_words) > 2 and head_words[-2].endswith("ed")
        # "documents produced Thursday by the agency"
        head_words = head_words[: -2 if behind_participle else -1]
    is_made = head_words[-1].endswith("ed") and nouns.DOCUMENTS & {one.lower() for one in head_words[-2:-1]}
    if (head_words[-1] in _PARTICIPLES or is_made) and len(head_words) > 1:
        head_words = head_words[:-1]  # "two diplomats present", "data compiled by the bank"
    head = strip_possessive(head_words[-1])
    if head in _MEMBER_NOUNS:
        return _make_described(words, head, definite)  # "Liberal MPs"
    if paper := find_document_noun(words):
        return _make_described(words, paper, definite)
    last = words[-1]
    is_theirs = head.lower() in nouns.BODY_NAME_WORDS and head.istitle() and last in _AFTER_BODY
    if is_theirs and words[len(head_words)] in {"of", "for"} and begins_name(words[-2]):
        return _make_described(words, last, definite)  # "Bank of Norvia figures"
    are_two = head_words[1:2] == ["and"] and all(map(may_be_plural, (head_words[0].lower(), head.lower())))
    if are_two and begins_name(head_words[0]) and not begins_name(head_words[-2]):
        return _make_described(words, head, definite)  # "Muslims and liberal Indians"
    if begins_name(head) and not (len(head_words) == 1 and _is_common_noun(words, head.lower())):
        return _make_named(head_words, words, definite)
    return _make_described(words, head, definite)


def _until_stop(stops: frozenset[str], words: list[str]) -> list[str]:
    """The words before the first of `stops` that has words on either side."""
    if stops.isdisjoint(words):
        return words
    return words[: next((i for i in range(1, len(words) - 1) if words[i] in stops), len(words))]


def _is_common_noun(words: list[str], head: str) -> bool:
    """Whether the capital is only that of a sentence's first word: "Data from the office", "Checks by the Courier"."""
    if words[1:2] == ["by"]:
        return True
    is_many = may_be_plural(head) and (head[:-1] in nouns.SPEAKERS or head.endswith(_PLURAL_ENDINGS))
    if len(words) == 1:
        return is_many or (may_be_plural(head) and head in nouns.DOCUMENTS)  # "Inspectors", "Data"
    return head in nouns.DOCUMENTS or head in nouns.SPEAKERS or is_many


def _find_core(text: str) -> str:
    """The mention without its apposition, its relative clause and the remains of a lost link."""
    if (" and " in text or "& " in text) and (listed := match_coordinated_phrase(text)):
        return listed
    unglued = _LOST_LINK.split(text)[-1] if "." in text.partition(" (")[0] else text
    begun = skip_adjectives(unglued) if ", " in unglued else 0
    core = (unglued[:begun] + _POSTMODIFIER.split(unglued[begun:], maxsplit=1)[0]).strip(" ,'\"-:")
    keeps_stop = core.endswith(".") and KEEPS_STOP.fullmatch(core.rpartition(" ")[2])
    core = core if keeps_stop else core.strip(" .,'\"-:")
    return core or text.strip(" .,'\"-:")


def _make_named(head_words: list[str], words: list[str], definite: bool) -> Mention:
    """The mention of a name, from its words up to the head and all its words: a person, a body, or a name of unknown kind."""
    run = skip_kind_noun(_capital_run(head_words))
    if is_campaign_name(run, words[len(head_words) :]):
        return Mention(" ".join(words), ClaimantKind.ORGANISATION, strip_possessive(words[-1]).lower())
    if len(head_words) > len(run) + 1 and is_coordinated_body(head_words):
        return Mention(" ".join(head_words), ClaimantKind.ORGANISATION, head_words[-1].lower())
    if not run:  # "...Un": marks before the capital
        return _make_described(words, strip_possessive(words[-1]).lower(), definite)
    lower = [strip_possessive(w).lower() for w in run]
    name = without_titles(without_postnominals(run))
    own = lower if name == run else [strip_possessive(w).lower() for w in name]
    # "Senate Majority Leader Grant Oduya" is a person, although the Senate is none.
    telling = own if 1 < len(name) < len(run) else lower
    kind_of = head_words[-len(run) - 1].lower() if len(head_words) > len(run) else ""
    if is_personal_name(own, titled=name != run or marks_person(kind_of)):
        return Mention(" ".join(name), ClaimantKind.PERSON, own[-1])
    if "&" in run or run[0] == "Pro" or (is_place(" ".join(lower)) and len(run) > 1):
        return Mention(" ".join(run), ClaimantKind.ORGANISATION, lower[-1])
    is_of_kind = kind_of in nouns.BODY_KINDS and not is_worker_name(kind_of, lower)
    if (
        any(w.rstrip(".") in nouns.BODY_NAME_WORDS for w in telling)
        or is_body_name(lower)
        or (definite and len(head_words) == len(run) and not has_title(lower))
    ):
        has_kind = is_of_kind or (kind_of in _COMPANY_NOUNS and name == run)  # "parcel carrier Moor Group"
        return Mention(" ".join(run if has_kind else words), ClaimantKind.ORGANISATION, lower[-1])
    if not name:
        return _make_described(words, lower[-1], definite)
    is_office = len(run) > 1 and lower[0] in _OFFICE_FIELDS and lower[-1] in nouns.GOVERNMENT_METONYMS
    if is_office or (is_of_kind and name == run):
        return Mention(" ".join(run), ClaimantKind.ORGANISATION, lower[-1])
    if name[-1].endswith("'s") and lower[-1] not in lexicon.PRONOUNS:  # "the agency Moody's"
        return Mention(" ".join(name), ClaimantKind.ORGANISATION, lower[-1])
    last = strip_possessive(name[-1])
    is_titled = len(run) > 1 and all(map(str.isupper, run))  # "GOV. REYES", but "President NATO"
    if len(name) == 1 and (
        last.lower() in nouns.GOVERNMENT_METONYMS
        or last.lower() in nouns.COMPANIES
        or is_single_word_body(last.lower())
        or (last.isupper() and len(last) > 1 and not is_titled)
    ):
        return Mention(" ".join(words) if last.isupper() else last, ClaimantKind.ORGANISATION, last.lower())
    is_alone = len(name) == 1 and len(run) == 1 and not leader_pronoun(last)
    kind = ClaimantKind.UNKNOWN if is_alone else ClaimantKind.PERSON
    return Mention(" ".join([*name[:-1], last]), kind, last.lower())


def _capital_run(words: list[str]) -> list[str]:
    """The capitalised words at the end, with the particles between them: "Ursula von der Leyen"."""
    start = len(words)
    for i in range(len(words) - 1, -1, -1):
        if begins_name(words[i]):
            start = i
        elif start == len(words) or words[i] not in _NAME_PARTICLES:
            break
    return words[start:]


def _make_described(words: list[str], head: str, definite: bool) -> Mention:
    """The mention of a description: somebody unnamed, a body or a document, by its head noun."""
    lower = head.lower()
    # "A FURIOUS grandmother", as tabloids open
    shouted = len(words) > 1 and words[0].isupper() and words[1].islower()
    shouted = shouted and len(words[0]) >= _SHORTEST_ADJECTIVE and words[0].endswith(_ADJECTIVE_ENDINGS)
    name = " ".join([words[0].lower(), *words[1:]] if shouted else words)
    kind = ClaimantKind.ANONYMOUS
    if lower in nouns.BODIES or name.lower().endswith(_SERVICES):
        kind = ClaimantKind.ORGANISATION
    elif lower in nouns.DOCUMENTS and lower not in nouns.SPEAKERS:
        kind = ClaimantKind.DOCUMENT
    return Mention(name, kind, lower, definite or len(words) == 1)
