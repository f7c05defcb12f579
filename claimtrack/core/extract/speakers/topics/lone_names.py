"""One-word names that a sentence is about: "Hamas fired 40 rockets", "Tehran denied it", "The CDC tested 40 eggs"."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import has_office_title, may_name_body
from claimtrack.core.extract.speakers.mentions.gazetteer import is_place, is_single_word_body, leader_pronoun
from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
from claimtrack.core.extract.speakers.speaker import Speaker, make_organisation
from claimtrack.core.extract.speakers.topics.openers import NOT_FIRST_NAMES
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.genders import pronoun_for_name
from claimtrack.core.extract.words.reading import inflect, name_pattern, words_of
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speakers import Cast

_LONE = name_pattern(
    r"(?P<the>The )?(?P<name>[A-Z][\w-]{1,30})(?:, wh(?:ich|ose)\b[^;]{3,90}?,|, (?:an?|the) (?P<what>[^,;]{3,60}),)? (?=[a-z])"
)
_LIFE_EVENT = expression(
    r" (?:(?:was|is|has been|had been) (?:born|knighted|married|raised|educated|widowed|divorced|buried|orphaned)|(?:later )?(?:died|married|studied|graduated|retired|grew up))\b"
)
"""Events of people only: "Marchetti was knighted"."""
_IT_AS_SUBJECT = expression(
    r" it (?:now |also |still )?(?=(?:wants|plans|expects|aims|owns|runs|employs)\b|(?:has|had|would|will|could|did|does)(?: not| no| also| already)? "
    r"(?!be\b|been\b|not\b|rain\b|snow\b))"
)
_REPORTING_VERB = expression(
    r"(?<=\w) (?:said|says|announced|confirmed|denied|denies|claimed|claims|warned|reported)(?: that)?$"
)
"""A reporting verb before "it", whose subject is then a body: "Northgrid says it has 40 pumps"."""
_LONGEST_LABEL, _LONGEST_REPORT = 40, 60  # characters before a name
_BEFORE_VERB = words_of("has had also later then again still")
"""Words between a name and its verb, as are adverbs in -ly."""
_MOST_BETWEEN = 2  # words between a name and its verb
_AGENTIVE_VERBS = inflect(
    "reject refuse accuse condemn respond criticise criticize apologise apologize retort vow pledge insist "
    "welcome praise urge demand appeal publish issue file launch hire appoint sign invite summon expel "
    "impose attack invade shell retaliate arrest approve inspect investigate recruit merge acquire employ "
    "lobby donate decline concede endorse defend disown deport extradite object protest comply negotiate "
    "cooperate annex bomb recognise recognize ratify veto nationalise nationalize"
) | words_of(
    "denied denies disputed disputes disagreed disagrees agreed agrees sued sues fired bought sold voted "
    "withdrew struck hit replied replies tested seized fought overtook met backed backs opposed opposes "
    "offered offers admitted admits promised promises warned warns confirmed confirms announced announces "
    "advised advises invested invests"
)
"""Verbs whose subject is a person or body: "Shelter disputes that", not "Rain fell"."""
_SINGULAR_ENDINGS = (
    "us",
    "ss",
    "is",
    "as",
    "os",
)  # how words in -s end that are no plurals: "Airbus", "Hamas"
_PEOPLE_NOUNS = nouns.SPEAKERS - words_of("parliament senate congress kremlin pentagon")
_NO_NAME = (
    NOT_FIRST_NAMES | v.FUNCTION_WORDS | lexicon.INDIRECT_QUESTION_WORDS | lexicon.DETERMINERS | _PEOPLE_NOUNS
)
_STATES = words_of("US UK USA UAE EU DRC")
_PARTIES = words_of("Labour Labor")  # parties that are titles before a name: "Labour MP Ann Lee"
_SHORTEST_NAME = 3  # characters
_ACTING = expression(r"(?P<who>The (?:[a-z-]+ )?(?P<noun>[a-z-]+)) (?P<verb>[a-z]+(?:ed|es|s))\b")


class LoneName(NamedTuple):
    """The one-word name that a sentence is about."""

    name: str
    has_article: bool
    acts: bool
    """Whether the verb is one of people and bodies, or an apposition describes a body."""


def find_lone_name(sentence: str) -> LoneName | None:
    """The one-word name that a sentence is about: "Lumo denied it", "Harlan-Wirth, which built the line, disagrees"; None without one."""
    match = _LONE.match(sentence)
    if match is None:
        return None
    name, has_article = match["name"], match["the"] is not None
    is_short = has_article and name.isupper()  # "the US"
    if not is_short and (
        name.lower() in _NO_NAME
        or len(name) < _SHORTEST_NAME
        or (_ends_as_plural(name) and lexicon.is_plural_head(name.lower()))
    ):
        return None
    words = [word.rstrip(".,;") for word in sentence[match.end() :].split(" ", _MOST_BETWEEN + 1)]
    after = [word for word in words[:_MOST_BETWEEN] if not (word in _BEFORE_VERB or word.endswith("ly"))]
    verb = (after or words[_MOST_BETWEEN:] or words)[0]
    is_body = match["what"] is not None and not nouns.BODIES.isdisjoint(match["what"].split())
    if match["what"] and not (is_body or is_single_word_body(name.lower())):
        return None  # "Petrov, a welder, nodded"
    is_verb = verb in lexicon.FINITE or verb.endswith(("ed", "es", "s")) or words[0] in _BEFORE_VERB
    is_noun = lexicon.is_plural_head(words[0])  # "Greenpeace activists"
    return (
        LoneName(name, has_article, is_body or verb in _AGENTIVE_VERBS) if is_verb and not is_noun else None
    )


def find_acting_subject(sentence: str) -> str | None:
    """A subject with an unlisted noun that acts as only people and bodies do: "The shipyard rejected that"; None without one."""
    found = _ACTING.match(sentence) if sentence.startswith("The ") else None
    is_thing = found is not None and found["verb"] in _AGENTIVE_VERBS and found["noun"] not in nouns.SPEAKERS
    return found["who"] if found and is_thing and not lexicon.is_plural_head(found["noun"]) else None


def find_self_referring_bodies(plain: str, full_names: Collection[str]) -> Iterator[str]:
    """Yield the one-word names whose bearers refer to themselves as "it", and so are bodies."""
    for found in _IT_AS_SUBJECT.finditer(plain):
        preceding = plain[max(0, found.start() - _LONGEST_REPORT) : found.start()]
        says = _REPORTING_VERB.search(preceding)
        if says is None:
            continue
        line = preceding[max(0, says.start() - _LONGEST_LABEL) : says.start()].rpartition("\n")[2]
        *before, name = ["", *line.split()]
        is_whole = before[-1:] in ([], [""]) or before[-1].endswith((".", ",", '"')) or before[-1].islower()
        if is_whole and name[:1].isupper() and name.lower() not in full_names:
            yield name


def describes_life_event(sentence: str) -> bool:
    """Whether a sentence describes an event of people only, for the one word that it starts with."""
    return _LIFE_EVENT.match(sentence, sentence.find(" ")) is not None


def track_lone_name(cast: Cast, sentence: str) -> None:
    """Let "it" refer to the body, or "he" or "she" to the person, whose one-word name the sentence is about."""
    lone = find_lone_name(sentence)
    if lone is None or _is_surname(cast, lone.name.lower()):
        return None
    sex = leader_pronoun(lone.name)
    if not lone.has_article and (sex or describes_life_event(sentence)):
        person = cast.look_up(parse_mention(lone.name))
        cast.pronouns |= {person.name: sex} if sex else {}
        return cast.mark_salient(person)
    who = cast.look_up(parse_mention(f"The {lone.name}" if lone.has_article else lone.name))
    if lone.acts and lone.name in _PARTIES:
        cast.remember(make_organisation(lone.name))
    elif who.kind is ClaimantKind.ORGANISATION:
        if _is_body(cast, lone, who):
            cast.remember(who)
        elif lone.acts:
            cast.thing = who  # "Poland rejected it", but not "Poland is cold"
    elif lone.has_article:
        return None
    elif lone.acts and _may_be_acting_body(cast, who):
        cast.alone.add(who.name)
        cast.thing = who
    elif may_be_body(cast, who):
        cast.thing = who
    return None


def _is_surname(cast: Cast, word: str) -> bool:
    """Whether a word is a surname that the article gives in full, and no company's name."""
    return word in cast.full_names and not (word in cast.bodies or is_single_word_body(word))


def _is_body(cast: Cast, lone: LoneName, speaker: Speaker) -> bool:
    """Whether the name is surely a body's, and no place's or thing's: "Ofsted", "the CDC", "Congress passed it"."""
    if is_single_word_body(lone.name.lower()):
        return True
    if is_place(speaker.name) or lone.name in _STATES:
        return False
    is_short = lone.has_article and lone.name.isupper()
    return is_short or lone.acts or (not lone.has_article and _is_name_in_article(cast, lone.name))


def may_be_body(cast: Cast, speaker: Speaker) -> bool:
    """Whether a one-word name is of nobody whom the article names in full: "Lumo", "Harlan-Wirth"."""
    if not (speaker.name[:1].isupper() and is_unknown_name(cast, speaker)):
        return False
    return speaker.name in cast.alone or _is_name_in_article(cast, speaker.name)


def _may_be_acting_body(cast: Cast, speaker: Speaker) -> bool:
    """Whether an unknown name may be a body's because it acts as only people and bodies do."""
    if _ends_as_plural(speaker.name) or not is_unknown_name(cast, speaker):
        return False
    return speaker.name in cast.alone or not has_office_title(cast.text, speaker.name)


def _is_name_in_article(cast: Cast, word: str) -> bool:
    """Whether a word is used as a name in the article; looked up once."""
    if word not in cast.names:
        cast.names[word] = may_name_body(cast.text, word)
    return cast.names[word]


def is_unknown_name(cast: Cast, speaker: Speaker) -> bool:
    """Whether a one-word name is no person's of the article."""
    if speaker.kind is not ClaimantKind.UNKNOWN or " " in speaker.name:
        return False
    word = speaker.name.lower()
    return not (word in cast.full_names or word in cast.given_names or pronoun_for_name(speaker.name))


def _ends_as_plural(name: str) -> bool:
    return name.endswith("s") and not name.endswith(_SINGULAR_ENDINGS)
