"""Bodies: the one a sentence is about, and the nouns that may refer to it later: "the agency"."""

from __future__ import annotations

from collections.abc import Set

from claimtrack.core.extract.speakers.mentions.gazetteer import fits_noun
from claimtrack.core.extract.speakers.mentions.parsing import Mention, parse_mention
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import name_pattern, words_of
from claimtrack.core.extract.words.titles import strip_possessive, without_parentheticals
from claimtrack.core.language.countries import TWO_WORD_COUNTRIES
from claimtrack.core.model import ClaimantKind

_PERSON_OR_BODY_NOUNS = words_of(
    "rival partner investor fund shareholder landlord developer owner contractor subcontractor dealer distributor vendor wholesaler tenant"
)
"""Nouns for bodies that may be people too."""
_NAMED_BODY = name_pattern(
    rf"(?:[Tt]he )?(?:[a-z-]{{2,20}} (?=(?:{'|'.join(sorted(nouns.BODY_KINDS | _PERSON_OR_BODY_NOUNS))}) ))?(?P<kind>[a-z-]{{2,20}} )?"
    r"(?P<name>[A-Z][\w.'-]{1,30}(?: (?:(?:of|for|and|on|&) (?:the )?)?[A-Z][\w'-]{1,30}){1,8})"
    r"(?=,? [a-z])"
)
_POSSESSED_BODY = name_pattern(
    rf"[A-Z][\w-]{{1,30}}(?: [A-Z][\w-]{{1,30}}){{0,3}}'s? (?:[a-z-]{{2,20}} ){{0,2}}?(?:{'|'.join(sorted(nouns.BODIES))})(?= [a-z])"
)
"""A body with its possessor: "Orava's foreign ministry"."""
_NOUN_AFTER_NAME = name_pattern(
    rf"The [A-Z][\w-]{{1,30}}(?: [A-Z][\w-]{{1,30}}){{0,2}} (?:[a-z-]{{2,20}} )??(?:{'|'.join(sorted(nouns.BODIES))})(?= [a-z])"
)
"""A body with its noun after the name: "The GMB union"."""
_BODY_AFTER_DESCRIPTION = name_pattern(
    r"(?:The|Its|Their|[A-Z][\w-]+'s) (?:[\w'-]+ ){0,3}?(?P<kind>[a-z-]+), (?:the )?(?:[A-Z][\w-]*-(?:based|listed|owned|run) )?(?P<name>[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30}){0,4}), "
)
"""A body after its description: "The dam's operator, Hydra Talva, rejected it"."""
_PERSON_OR_COMPANY = words_of("operator publisher builder supplier manufacturer")  # or people
_BODY_BEFORE_DESCRIPTION = name_pattern(
    r"(?P<name>[A-Z][\w.'-]{1,30}(?: (?:(?:of|for|and|on|&) (?:the )?)?[A-Z][\w'-]{1,30}){0,5}), (?:the|an?) (?:[\w'-]+ ){0,5}?"
    rf"(?:{'|'.join(sorted(nouns.BODY_KINDS - _PERSON_OR_COMPANY))})(?=,| (?:of|in|that|which|with|from|based|owned|behind)\b)"
)
"""A body before its description: "Moor & Lind, the department store chain, shut"."""
_BODY_AFTER_KIND = name_pattern(
    rf"(?!(?:The|Its|Their|An?|His|Her) )[A-Z][a-z-]+ (?:[a-z-]+ )?(?:{'|'.join(sorted(nouns.BODY_KINDS))}) [A-Z][\w&-]{{1,30}}(?: [A-Z][\w&-]{{1,30}}){{0,3}}(?= [a-z])"
)
"""A body after its kind: "Environmental group Clean Fjords called it a scandal"."""
_PUBLIC_NOUNS = words_of(
    "department ministry agency commission council court police office bureau authority administration government "
    "committee senate parliament congress navy army union party party's"
)
"""Nouns of bodies that no article calls a company."""
_NON_COMPANY_NOUNS = words_of(
    "network campaign association federation confederation alliance coalition society foundation university "
    "institute hospital charity"
)
_NOT_A_NAME = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.DETERMINERS | lexicon.SUBJECT_PRONOUNS
_CENTRES = words_of("centre center administration agency commission bureau service authority")
GENERIC_BODY_NOUNS = words_of(
    "company firm group agency ministry department union organisation organization charity corporation"
)
"""Nouns that may stand for a body mentioned before by name."""
TRADE_NOUNS = words_of(
    "retailer carmaker airline insurer lender supplier manufacturer publisher housebuilder broadcaster chain "
    "brewer chipmaker drugmaker supermarket miner grocer"
)
"""Nouns for a company by its trade, which may stand for the one named last."""
COMPANY_NOUNS = words_of("company firm group charity corporation")
_LATER_CAPITAL = name_pattern(r"[a-z0-9,] [A-Z]")  # a capital within a sentence
_LOOK_BACK = 500  # characters before a body that are searched for its name
_LONGEST_PLURAL = 4  # words of a plural subject
_NOT_MANY = lexicon.PREPOSITIONS | lexicon.FINITE | lexicon.DETERMINERS
_PEOPLE = nouns.SPEAKERS | nouns.GROUPS
_COUNTING = lexicon.PLURAL_CARDINALS | words_of("some several many other both most all")
_LABOUR_WORDS = words_of("labour labor trade trades workers teachers nurses drivers miners employees")
"""Words in names of unions, whatever else they are called."""
_OFFICE_NOUNS = words_of("ministry department agency charity")
_STRICT_NOUNS = words_of("ministry department union")
"""Nouns that stand only for bodies of that kind; any office may be called an agency."""
_NOUNS_AFTER_LIST = words_of("executive inspectorate board")  # after a list of fields in the name of a body
_NO_COMPANIES = _PUBLIC_NOUNS | _NON_COMPANY_NOUNS
_NO_TRADERS = words_of("organisation organization institutes college clinic")
"""Nouns of bodies without a trade, although "the company" may mean one: "the Dahl Organization"."""


def find_named_body(sentence: str) -> Mention | None:
    """The body that a sentence is about: "The charity Open Harbour accused", "The Food and Drug Administration approved"; None without one."""
    sentence = without_parentheticals(sentence) if " (" in sentence else sentence
    if described := _POSSESSED_BODY.match(sentence) if "'" in sentence else _NOUN_AFTER_NAME.match(sentence):
        following = sentence[described.end() + 1 :].partition(" ")[0].strip(",")
        return None if following in nouns.PERSONS else parse_mention(described[0])
    if apposed := _find_apposed(sentence, nouns.BODY_KINDS):
        return apposed
    described = _BODY_BEFORE_DESCRIPTION.match(sentence) if ", " in sentence else None
    if described and not is_given_name(described["name"].partition(" ")[0].lower()):
        return Mention(
            described["name"], ClaimantKind.ORGANISATION, described["name"].rpartition(" ")[2].lower()
        )
    if (kind := _BODY_AFTER_KIND.match(sentence)) and not _is_of_person(sentence[kind.end() :]):
        named = parse_mention(kind[0])
        return named if named.kind is ClaimantKind.ORGANISATION else None
    match = _NAMED_BODY.match(sentence)
    if match is None or match["name"].endswith("'s") or match["name"].split()[0].lower() in _NOT_A_NAME:
        return None
    if _is_of_person(sentence[match.end() :]):
        return None
    opens = match[0][:4] if match[0].startswith("The ") else ""
    read = parse_mention(opens + match["name"])  # "The Basin Irrigation District" is nobody's name
    words = {strip_possessive(word).lower() for word in match["name"].split()}
    is_body = read.kind is ClaimantKind.ORGANISATION and len(words) > 1
    if opens and " and " in match["name"] and read.head in _NOUNS_AFTER_LIST:
        return read._replace(kind=ClaimantKind.ORGANISATION)  # "The Health and Safety Executive"
    return read if is_body or words & _CENTRES else None


def find_owner_name(sentence: str) -> Mention | None:
    """The subject that may be a body or a person, as a later "it" or "she" shows: "The mill's owner, Dahl Fibre, would not say"; None without one."""
    held = _find_apposed(sentence, _PERSON_OR_BODY_NOUNS)
    return None if held is None or is_given_name(held.name.partition(" ")[0].lower()) else held


def _find_apposed(sentence: str, kinds: Set[str]) -> Mention | None:
    """The body in apposition to one of these nouns at the start of a sentence; None without one."""
    opens = sentence.startswith(("The ", "Its ", "Their ")) or "'s " in sentence
    found = _BODY_AFTER_DESCRIPTION.match(sentence) if opens and ", " in sentence else None
    if found is None or found["kind"] not in kinds:
        return None
    return Mention(found["name"], ClaimantKind.ORGANISATION, found["name"].rpartition(" ")[2].lower())


def _is_of_person(after: str) -> bool:
    """Whether the words after a body name one of its people: "Plaid Cymru health spokesperson Ann Lee"."""
    words = after.split(" ", _LONGEST_PLURAL)[1:_LONGEST_PLURAL]
    at = next((i for i, word in enumerate(words) if word in nouns.PERSONS), -1)
    return (
        at >= 0
        and all(map(str.islower, words[:at]))
        and words[at + 1 : at + 2] != []
        and words[at + 1].istitle()
    )


def find_plural_subject(sentence: str) -> Mention | None:
    """The plural subject of a sentence: "Hospital bosses apologised", "Securities filings tell"; None without one."""
    opening, _, rest = sentence.partition(" ")
    if opening.lower() in lexicon.CONJUNCTIONS:
        sentence = rest  # "While researchers know of it, ..."
    words = sentence.split(" ", _LONGEST_PLURAL)[:_LONGEST_PLURAL]
    is_definite = words[0] in {"The", "the"}
    for at, word in enumerate(words):
        if at and not word.islower():
            return None
        if at == 0 and (is_definite or word.lower() in _COUNTING):
            continue
        is_verb = at > 0 and word.endswith("ed") and not words[at - 1].endswith("ly")
        if is_verb or word.lower() in _NOT_MANY or word.endswith(","):
            return None  # "Moor, who chairs the board", "Moor conceded minutes later"
        if word.endswith("s") and lexicon.is_plural_head(word.lower()):
            if is_definite and lexicon.singular(word) not in _PEOPLE:
                return None  # "The figures", "The talks"
            if words[at + 1 : at + 2] and words[at + 1] in nouns.BODIES:
                return None  # "The teachers association"
            return parse_mention(" ".join(words[is_definite : at + 1]))
    return None


def can_be_called(name: str, noun: str) -> bool:
    """Whether a noun may refer to a body: "Border Guard Service" is no ministry, and no ministry or country a company."""
    if tuple(name.lower().split()) in TWO_WORD_COUNTRIES:
        return False
    words = {strip_possessive(word).lower() for word in name.split()}
    if name.islower():  # "the company", whose name the article never gives
        return noun in words
    if len(words) == 1 and not fits_noun(name, noun):
        return False
    if noun == "union" and not words.isdisjoint(_LABOUR_WORDS):
        return True  # "Trades Union Congress"
    if noun in {"company", "firm"}:
        return words.isdisjoint(_NO_COMPANIES)
    if noun == "charity":
        return words.isdisjoint(_PUBLIC_NOUNS)
    kinds = words & nouns.BODIES
    if (noun == "union" or noun in _OFFICE_NOUNS) and not (kinds or words.isdisjoint(nouns.COMPANY_SUFFIXES)):
        return False  # "Acme Steel" is no ministry
    if noun == "department" and kinds == {"office"}:
        return True  # "the Home Office"
    return noun not in _STRICT_NOUNS or not kinds or noun in kinds


def may_have_trade(name: str) -> bool:
    """Whether "the retailer" may refer to a body; "World Health Organization" is no manufacturer."""
    return can_be_called(name, "company") and _NO_TRADERS.isdisjoint(name.lower().split())


def is_last_named(text: str, at: int, name: str) -> bool:
    """Whether a name occurs just before `at`, with no other name between."""
    start = text.rfind(name, max(0, at - _LOOK_BACK), at)
    return start >= 0 and _LATER_CAPITAL.search(text, start + len(name), at) is None
