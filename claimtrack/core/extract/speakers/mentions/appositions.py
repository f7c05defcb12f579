"""Names in apposition to a description, and descriptions that contain a list: "its leader, Tom Ashby", "analysts at Citi, Lind and Moor"."""

from __future__ import annotations

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.extract.words.titles import may_be_listed, modify_same_noun
from claimtrack.core.language.capitals import NAME_PARTICLE

_DEPARTMENT_WITH_LIST = name_pattern(
    r"(?:[Tt]he )?(?P<name>(?:(?:[Aa]n? |[Oo]ne |[Aa]nother )?(?:[a-z][\w'-]* ){1,5}(?:from|at|of|for|with|in|to) (?:the )?)?"
    r"(?:[A-Z][\w'-]* ){0,3}(?:Department|Ministry|Office|Bureau|Committee|Subcommittee|Commission|Agency|Council|Union|Institute|School) "
    r"(?:of|for|on) (?:[A-Z][\w'-]*,? ){1,6}(?:and|&) [A-Z][\w'-]*(?: [A-Z][\w'-]*)*)"
)
"""A body whose name contains a list, and a member of it: "the Department for Environment, Food and Rural Affairs", "a source from the Ministry of Trade and Roads"."""
_BODY = r"(?:the )?[A-Z][\w.&'-]*(?: (?:of |for )?[A-Z][\w.&'-]*){0,4}"
_PEOPLE_OF_BODIES = name_pattern(
    rf"(?:[Tt]he )?(?P<name>(?:[\w'-]+ ){{0,3}}?(?P<who>[\w-]+s) (?:at|from|of|for|with) {_BODY}(?:, {_BODY}){{1,5}},? and {_BODY})(?=,|$)"
)
"""People who speak for several bodies: "Analysts at Citi, Lind and Moor"."""
_PEOPLE_LISTED = name_pattern(
    r"(?P<all>(?:[A-Z][\w'-]* )?(?:[\w'-]+ ){0,3}?[\w-]+(?:, (?:[\w'-]+ ){0,3}?[a-z]+){1,5},? and (?:[\w'-]+ ){0,3}?[a-z]+)"
    r"(?: (?:in|at|from|of|with) [\w' -]+)?"
)
_SEPARATOR = expression(r",? and |, ")
_PARTS_OF_NAME = rf"(?: (?:{NAME_PARTICLE} ){{0,2}}(?:[ae][a-z]-)?[A-Z][\w.'-]*)"
_TITLED = "|".join(
    sorted(
        spelt for title in nouns.TITLES for spelt in (title.capitalize(), *[title.upper()][len(title) > 3 :])
    )
)
_OFFICES_AFTER_NAMES = (
    "Minister|Secretary|Commissioner|Director|Governor|Mayor|President|Chairman|Chairwoman|Ambassador"
)
"""Offices that follow a state or company and are no surname: "Norvia Minister of Labour", but not "Ann Baker of Vale"."""
_APPOSED_PERSON = name_pattern(
    r"(?:(?:[^\s,]+ ){0,12}[a-z][\w-]*|One|Another|(?:[Ii]ts|[Tt]heir|[Hh]er|[Hh]is|[Oo]ur|[Tt]he|[Oo]ne|[Aa]n?)(?: [^\s,]+){1,14}"
    # "Vale's Minister of Labour, Ann Lee", "Mr. Shaw's counterpart at Moor, Ann Lee"
    r"|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,4}'s(?: [^\s,]+){1,12}"
    # "Minister of Labour, Ann Lee"
    rf"|(?:(?:[A-Z][\w-]* ){{1,3}}(?:{_OFFICES_AFTER_NAMES})|(?:{_TITLED}))(?:-General)? (?:of|for) (?:the )?[A-Z][\w'-]*(?: (?:(?:of|for|and|the) )*[A-Z][\w'-]*){{0,5}}"
    # "Former governor of Vale State, Ann Lee"
    rf"|[A-Z][a-z-]+ (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(nouns.TITLES & nouns.PERSONS))}) (?:of|for|at) (?:the )?[A-Z][\w'-]*(?: (?:(?:of|for|and|the) )*[A-Z][\w'-]*){{0,5}}), "
    # "a fellow at the Moor Institute, Vale, Professor Ann Lee"
    rf"(?:[A-Z][\w'-]*(?: [\w'-]+){{0,2}}, (?=(?:{_TITLED})\.? ))?"
    r"(?:(?:the|an?) (?=[a-z])|the (?=Rev|Very Rev|Right Rev|Most Rev|Hon|Ven)\b)?(?:(?:[A-Z][\w'-]* ){1,3}of (?:[A-Z][\w'-]* ){1,3}(?=[a-z]))?(?:(?!(?:who|which|among|including|like|such|the|an?|by|of|in|at|from|for|on|with|to|and) )[\w-]+ ){0,4}?"
    rf"(?:[A-Z][\w-]*-(?:based|listed|owned|run) )?(?P<name>[A-Z][\w.'-]*{_PARTS_OF_NAME}{{1,3}})(?: (?:of|from|at) [^,]{{2,60}})?,?$"
)
_APPOSED_RELATIVE = name_pattern(
    rf"(?:[^\s,]+ ){{1,8}}(?:{'|'.join(sorted(nouns.KIN))}), (?P<name>[A-Z][\w'-]+),?(?: \d{{1,3}},?)?$"
)
"""A relative with a first name only: "Mr Lund's widow, Chiara"."""


_APPOSED_BODY = name_pattern(
    r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|[A-Z][\w-]*'s)(?: [^\s,]+){1,6}, (?P<name>[A-Z][\w-]+)(?:,(?: (?:who|which|whose) .*)?)?"
)
"""A body of one word after its description: "the trade body, UKVA"."""
_BODY_NOUNS = nouns.COLLECTIVES | {"body", "giant"}


def find_apposed_body(text: str) -> str | None:
    """The body in "the industry's trade body, UKVA"; not in "an engineer with the regulator, RWA"; None without one."""
    match = _APPOSED_BODY.fullmatch(text) if ", " in text else None
    if match is None:
        return None
    described = text.partition(", ")[0].split()
    if described[-1] in _BODY_NOUNS and lexicon.NOUN_PREPOSITIONS.isdisjoint(described):
        return match["name"]
    return None


def match_coordinated_phrase(text: str) -> str | None:
    """A name or description that contains a list, whole: "Department for Food and Farms", "analysts at Citi, Lind and Moor"; None without one."""
    if listed := _DEPARTMENT_WITH_LIST.fullmatch(text):
        return listed["name"]
    people = _PEOPLE_LISTED.fullmatch(text) if ", " in text else None
    if people and _are_listed_people(_SEPARATOR.split(people["all"])):
        return text
    people = _PEOPLE_OF_BODIES.match(text) if ", " in text else None
    return people["name"] if people and lexicon.is_plural_head(people["who"].lower()) else None


def _are_listed_people(listed: list[str]) -> bool:
    """Whether each part of a list is a plural, or an office with its article: "Doctors, nurses and porters", "the mayor, the sheriff and the coroner", "Lee's mother, aunt and uncle"."""
    return all(map(_is_listed_person, listed))


def _is_listed_person(one: str) -> bool:
    """Whether a part of a list is a plural, an office with its article, or a relative: "nurses", "the mayor", "aunt"."""
    words = one.lower().split()
    is_listed = may_be_listed(words[0], words[-1]) or words[-1] in nouns.KIN
    return is_listed and lexicon.RELATIVES.isdisjoint(words)


def skip_adjectives(text: str) -> int:
    """The offset after the comma in "A small, family-run firm"; 0 where no comma separates adjectives."""
    first, comma, rest = text.partition(", ")
    words = first.split()
    is_begun = len(words) in {2, 3} and words[0].lower() in lexicon.NOUN_OPENERS
    return (
        len(first + comma) if is_begun and modify_same_noun(words[1:], rest.replace(",", " ,").split()) else 0
    )


def find_apposed_name(text: str) -> str | None:
    """The name in "its leader, Tom Ashby"; the word before the comma is a common noun; None without one."""
    match = (_APPOSED_PERSON.match(text) or _APPOSED_RELATIVE.match(text)) if ", " in text else None
    return match["name"] if match and not _is_body_of_unnamed(text, match["name"]) else None


def _is_body_of_unnamed(text: str, name: str) -> bool:
    """Whether the name is of the body of an unnamed person: "An official of the operator, Vale Shipping"."""
    described = text.partition(", ")[0].split()
    belongs = described[0] in {"A", "An", "a", "an", "One", "one"} and described[-1] in nouns.COLLECTIVES
    is_firm = name.rpartition(" ")[2].lower() in nouns.BODY_NAME_WORDS
    return belongs and is_firm and not lexicon.NOUN_PREPOSITIONS.isdisjoint(described)
