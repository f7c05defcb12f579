"""The antecedent of a description: "the official", "the midfielder", "the company"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import (
    count_shared_words,
    find_body_before,
    is_as_specific,
    is_mentioned_before,
    occurs_in_paragraph,
    occurs_nearby,
    only_in_paragraph,
)
from claimtrack.core.extract.speakers.antecedents.protagonists import is_quoted, words_in_sight
from claimtrack.core.extract.speakers.mentions.epithets import (
    describes_career,
    has_other_age,
    match_epithet,
    names_calling,
)
from claimtrack.core.extract.speakers.mentions.gazetteer import find_presidents, is_place, may_be_president
from claimtrack.core.extract.speakers.mentions.offices import (
    POLITICAL_ADJECTIVES,
    narrower_roles,
    office_synonyms,
    pick_office_holder,
)
from claimtrack.core.extract.speakers.mentions.parsing import Mention, parse_mention
from claimtrack.core.extract.speakers.speaker import Speaker, make_organisation, make_person
from claimtrack.core.extract.speakers.topics.bodies import (
    COMPANY_NOUNS,
    GENERIC_BODY_NOUNS,
    TRADE_NOUNS,
    can_be_called,
    is_last_named,
    may_have_trade,
)
from claimtrack.core.extract.speakers.topics.lone_names import may_be_body
from claimtrack.core.extract.speakers.topics.topics import find_people
from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import can_take_pronoun, pronoun_for_noun
from claimtrack.core.extract.words.occurrences import find_first_occurrence
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speakers import Cast


_PRESIDENT_OF_BODY = expression(
    r"\b[Pp]resident (?:and|of (?!the (?:United|country|republic|Republic|nation)))|\b(?:college|university|club) president\b"
)
"""A president of something other than a country: "president of the club"."""


_DEATH = expression(r"\b(?:died|dead|deaths?|killed|murder\w*|body)\b")
_STATEMENT_PHRASE = expression(
    r"\b(?:[Ii]n|[Ii]ssued|[Rr]eleased) (?:an?|his|her|its|their) (?:[\w-]+ ){0,3}statement\b"
)
_SENTENCE_ENDS = (". ", '." ', "\n")
_LOOK_BACK, _LONGEST_SAYING, _FARTHEST = 500, 80, 20_000
"""Characters searched before a statement for its author and after the word for his name, and before "the president"."""


def resolve_description(cast: Cast, named: Mention) -> Speaker | None:
    """The fuller description, or the holder of the role, that "the official" refers back to; None without one."""
    if _continues_last(cast, named):
        return cast.last
    if person := _find_role_holder(cast, named):
        return person
    if named.name == "statement" and (author := _find_issuer(cast)):
        return author
    if named.name.lower() == "president" and (person := _resolve_president(cast)):
        return person
    same = [s for s in cast.described if s.head == named.head and is_as_specific(s.name, named.name)]
    if same and " " not in named.name:
        return same[-1]
    if same:
        return max(same, key=lambda s: (count_shared_words(s.name, named.name), len(s.name)))
    if named.name == "person":  # says nothing: the last one without a name
        return next((one for one in reversed(cast.people) if one.kind is ClaimantKind.ANONYMOUS), None)
    if person := _resolve_role_synonym(cast, named):
        return person
    noun, person = named.name.lower(), cast.person
    if person and person.kind is ClaimantKind.ANONYMOUS:
        person = None  # "the former president said the judge had lied"
    if noun not in GENERIC_BODY_NOUNS:
        if noun in nouns.BODIES and (kind := find_body_before(cast.text, cast.at, named.head, None)):
            return make_organisation(kind)
        if noun in TRADE_NOUNS and (firm := _last_named_company(cast)):
            return firm
        # "the judge" does not refer to "the former president"
        is_known = person is not None and person.kind is not ClaimantKind.ANONYMOUS
        is_meant = is_known and describes_career(named.name, cast.text, cast.at)
        is_meant = is_meant or (
            names_calling(named.name, cast.text, cast.at)
            and (person == _find_without_role(cast) or _may_be_player(cast, person, named.head))
        )
        is_meant = is_meant or _restates(cast, person, named.head)
        return person if person and is_meant and not holds_other_office(cast, person, named) else None
    meant = cast.meant.get(named.head)
    if found := _resolve_body_noun(cast, named.head, meant):
        cast.meant[named.head] = found
    return found


def _find_issuer(cast: Cast) -> Speaker | None:
    """The last speaker, if he spoke in a statement just before: ""It sank," Doe said in a statement. "Nobody died," the statement said."."""
    before = cast.text[max(0, cast.at - _LOOK_BACK) : cast.at]
    phrase = next(iter([*_STATEMENT_PHRASE.finditer(before)][-1:]), None)
    if phrase is None or cast.last is None or cast.last.kind is ClaimantKind.DOCUMENT:
        return None
    opens = max(before.rfind(stop, 0, phrase.start()) for stop in _SENTENCE_ENDS)
    after = before[phrase.end() : phrase.end() + _LONGEST_SAYING]
    ends = min((at for at in map(after.find, _SENTENCE_ENDS) if at >= 0), default=_LONGEST_SAYING)
    sentence = before[opens + 1 : phrase.end() + ends]
    return cast.last if cast.last.head in sentence.lower() else None


def _find_role_holder(cast: Cast, named: Mention) -> Speaker | None:
    """The person to whom the article gives the role in a mention."""
    names = cast.roles.get(named.head, [])
    if named.name.lower() != named.head:
        names = [name for name in names if " " in name]  # "Mayor Lund" may not be "the mayor of Lowe"
    if not names or _continues_unnamed(cast, named, names):
        return None
    in_sight = [one.name for one in reversed(cast.people) if one.name in names]
    if free := _find_in_paragraph(cast, names, named):
        return free
    likely = [*only_in_paragraph(cast.text, names, cast.at), *in_sight, *names]
    full = pick_office_holder(cast.text, likely, named.head, named.name)
    return make_person(full) if full else None


def _resolve_role_synonym(cast: Cast, named: Mention) -> Speaker | None:
    """The holder of an office mentioned by a synonym, "the MD", or a broader noun, "the lawmaker": the last person, or the only candidate."""
    for name in office_synonyms(named.name):
        if person := _find_role_holder(cast, named._replace(name=name, head=name.rpartition(" ")[2])):
            return person
    role_of = {
        full: role
        for role in narrower_roles(named.head)
        for full in cast.roles.get(role, ())
        if 0 <= find_first_occurrence(cast.text, full) < cast.at
    }
    last = cast.person.name if cast.person else ""
    full = last if last in role_of else next(iter(role_of)) if len(role_of) == 1 else None
    if full is None or not _fits_noun(named.head, full):
        return None
    modifiers = (word for word in named.name.split()[:-1] if word.lower() not in POLITICAL_ADJECTIVES)
    mention = " ".join((*modifiers, role_of[full]))
    return make_person(full) if pick_office_holder(cast.text, [full], role_of[full], mention) else None


def _resolve_president(cast: Cast) -> Speaker | None:
    """Who "the president" is where the article names one well-known president, and no president of anything else."""
    before = cast.text[max(0, cast.at - _FARTHEST) : cast.at]
    known = find_presidents(before)
    if (
        len(known) != 1
        or f"Mrs. {known[0]}" in before
        or cast.roles.get("president")
        or _PRESIDENT_OF_BODY.search(before)
    ):
        return None
    full = cast.full_names.get(known[0].lower()) or known[0]
    is_other = " " in full and not may_be_president(full)  # "Ivanka Trump"
    return make_person(full) if full.endswith(known[0]) and not is_other else None


def _find_in_paragraph(cast: Cast, holders: list[str], named: Mention) -> Speaker | None:
    """The subject of the paragraph, where it names no holder of that office and the article gives him none: "Lund left early. The senator said S"."""
    person = cast.person
    if person is None or person.kind is not ClaimantKind.PERSON or " " in named.name:
        return None
    with_role = {name for names in cast.roles.values() for name in names}
    here = [
        one
        for one in (person.name, *holders)
        if occurs_in_paragraph(cast.text, one.rpartition(" ")[2], cast.at)
    ]
    return person if here == [person.name] and person.name not in with_role else None


def _continues_last(cast: Cast, named: Mention) -> bool:
    """Whether "the MP" is still the unnamed "senior backbencher" who spoke last, because no MP is named before this point."""
    last, noun = cast.last, named.name.lower()
    if last is None or last.kind is not ClaimantKind.ANONYMOUS or last.head not in narrower_roles(noun):
        return False
    return not any(is_mentioned_before(cast.text, name, cast.at) for name in cast.roles.get(noun, ()))


def _continues_unnamed(cast: Cast, named: Mention, names: list[str]) -> bool:
    """Whether "the minister" is still the unnamed one, because no holder of that office was named since."""
    at = cast.unnamed.get(named.head) if named.name.lower() == named.head else None
    return at is not None and not any(
        cast.text.find(name.rpartition(" ")[2], at, cast.at) >= 0 for name in names
    )


def resolve_epithet(cast: Cast, source: str) -> Speaker | None:
    """Whom "the 46-year-old" or "the Belgian" refers to: the person so described, else the last one named, unless described otherwise."""
    in_sight = [one.name for one in reversed(cast.people) if one.name.lower() not in nouns.SPEAKERS]
    named = {*cast.full_names.values(), *in_sight} - {""}
    fitting = match_epithet(source, cast.text, cast.at, named)
    if fitting:
        in_sight = [one.name for one in reversed(cast.people) if one.name in fitting]
        return make_person(in_sight[0]) if in_sight else make_person(*fitting) if len(fitting) == 1 else None
    pronoun = next(filter(None, map(pronoun_for_noun, re.split("[ -]", source))), None)  # "the dad-of-two"
    person = cast.resolve_he_she(pronoun) if pronoun else cast.person or cast.find_named_before()
    if person is None or holds_other_office(cast, person, parse_mention(source)):
        return None
    return None if has_other_age(source, cast.text, cast.at, person.name) else person


def holds_other_office(cast: Cast, person: Speaker, named: Mention) -> bool:
    """Whether the article gives a person another office of that noun than the one mentioned: "the finance minister" for "the health minister"."""
    holds = person.name in cast.roles.get(named.head, ())
    return holds and pick_office_holder(cast.text, [person.name], named.head, named.name) is None


def _resolve_body_noun(cast: Cast, noun: str, meant: Speaker | None) -> Speaker | None:
    """The body that "the company" refers to here; `meant` is what the same noun referred to before."""
    rival = meant or cast.body
    near = find_body_before(cast.text, cast.at, noun, rival.name if rival else None)
    if near is not None:
        return make_organisation(near)
    if meant and occurs_nearby(cast.text, cast.at, meant.name):
        return meant
    if cast.thing and noun in COMPANY_NOUNS and may_be_body(cast, cast.thing):
        is_firm = noun == "charity" and cast.thing in cast.meant.values()
        return None if is_firm or not can_be_called(cast.thing.name, noun) else cast.thing
    body = _last_named_body(cast) if cast.body and cast.body.name in GENERIC_BODY_NOUNS else cast.body
    is_body = body is not None and body.kind is ClaimantKind.ORGANISATION
    return body if body and is_body and can_be_called(body.name, noun) else None


def _last_named_body(cast: Cast) -> Speaker | None:
    """The last body mentioned by a name, skipping generic nouns such as "ministry"."""
    named = (one for one in reversed(cast.described) if one.kind is ClaimantKind.ORGANISATION)
    return next((one for one in named if not one.name.islower()), None)


def _last_named_company(cast: Cast) -> Speaker | None:
    """The company that a noun for its trade may refer to: "the retailer" is the one named last."""
    firm = cast.body
    if firm is None or firm.kind is not ClaimantKind.ORGANISATION or firm.name.islower():
        return None
    is_firm = may_have_trade(firm.name) and not is_place(firm.name)
    return firm if is_firm and is_last_named(cast.text, cast.at, firm.name) else None


def _may_be_player(cast: Cast, person: Speaker | None, head: str) -> bool:
    """Whether "the defender" may be the person named last, because he has no role but captain or player."""
    roles = {role for role, names in cast.roles.items() if person and person.name in names}
    return head in nouns.SPORT_POSITIONS and roles != set() and roles <= {"captain", "skipper", "player"}


def _restates(cast: Cast, person: Speaker | None, noun: str) -> bool:
    """Whether "the tycoon" tells what somebody is whom alone this paragraph and the one before name: the article has no other tycoon.

    Not of whoever a quotation there names, which is somebody else's, nor where somebody died: the one named may be dead, or a witness.
    """
    if person is None or noun not in nouns.IDENTITIES:
        return False
    sight = words_in_sight(cast)
    is_first = find_first_occurrence(cast.text[: cast.at].lower(), noun) < 0
    is_alone = is_first and find_people(sight, cast.full_names) == {person.name}
    if not is_alone or _DEATH.search(sight) or (noun == "detective" and "olice" not in sight):
        return False
    return _fits_noun(noun, person.name) and not is_quoted(cast, person)


def _fits_noun(noun: str, full: str) -> bool:
    """Whether a noun does not show another gender than a first name: Jane Lund is no businessman."""
    pronoun = pronoun_for_noun(noun)
    return pronoun is None or can_take_pronoun(pronoun, full)


def _find_without_role(cast: Cast) -> Speaker | None:
    """The only person named so far to whom the article gives no role; None without one."""
    with_role = {name for names in cast.roles.values() for name in names}
    named = {
        name for name in cast.full_names.values() if 0 <= find_first_occurrence(cast.text, name) < cast.at
    }
    free = named - with_role
    return make_person(*free) if len(free) == 1 else None
