"""Whom or what a sentence of the outlet is about, so that a later "he", "it" or "the group" may refer to it."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import fits_title
from claimtrack.core.extract.speakers.antecedents.pronouns import SPOKESPERSON_STEMS
from claimtrack.core.extract.speakers.cast.namesakes import are_different_people
from claimtrack.core.extract.speakers.mentions.parsing import Mention, parse_mention
from claimtrack.core.extract.speakers.topics.openers import skip_opener
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import name_pattern
from claimtrack.core.extract.words.titles import (
    ADDRESS_TITLES,
    has_title,
    strip_possessive,
    without_postnominals,
    without_titles,
)
from claimtrack.core.extract.words.verbs import has_past_ending
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    import re

_OTHER_SPEAKERS = (lexicon.SOURCE_NOUNS | nouns.KIN) - {"house"}
_POSSESSED_SUBJECT = name_pattern(
    r"(?:[A-Z][\w.-]+ ){0,3}(?P<owner>[A-Z][\w-]+)'s? (?:(?P<which>[a-z-]+) )?(?P<what>[a-z]+) [a-z]"
)
WINDOW, _POSSESSOR_REACH = 200, 60  # characters searched for the subject; for the owner of a relative
_COMMON_SUBJECT = expression(
    r"(?:The|This|Its|Their|Our|A|An)(?: \d[\w-]*)?(?: [a-z]+(?:'s(?= office| department)|(?<=(?:o|e)ple)'s|(?<=(?:m|r)en)'s|(?<=s)')?(?! (?:an?|the) )){1,4}(?!\w)"
)
"""A subject with common nouns; the members of a body may be in its name: "The miners' union", "The women's league"."""
_NAME_AFTER_NOUN = name_pattern(
    r" (?P<name>[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30})?)(?= (?:[a-z]+ly )?[a-z]|, which\b)"
)
"""The name of a body after its noun: "The union UNITAS rejected that"."""
_INVERSION = name_pattern(
    r"(?:Among|One of|One (?:[a-z]+ )?who|First|Next|Also|[A-Z][a-z]+ing) [^,.]{3,80}? (?:is|was|are|were) "
    r"|(?:From|Up|Then|Next|Down|In|Out|On|Behind|Beside|After (?:him|her|them|that))(?: [^,.]{3,60}?)?,? "
    r"(?:came|rose|got|stood|stepped|walked|jumped|leapt|strode|spoke|sprang) (?=[A-Z][\w'-]+ [A-Z])"
    r"|(?:On|In|At|Outside|Behind|Beside|Near|By|Above) [^,.]{3,80}? (?:is|was|stands|stood|sits|sat|waits|waited) (?=[A-Z])"
)
"""A sentence whose subject follows its verb: "Among them is Jane Doe", "On the steps stood Jane Doe"."""
_PASSIVE_OF_SPEAKING = name_pattern(
    r" (?:was|were|been) (?:[a-z]+ly )?(?:dismissed|rejected|contradicted|condemned|criticised|criticized|echoed|welcomed|backed"
    r"|attacked|described|denied|disputed|praised|mocked|ridiculed|denounced|challenged|contested|seized on|greeted"
    r"|announced|confirmed|reported|revealed|disclosed|opposed|supported|defended|endorsed|resisted)"
    r" (?:[^.;]{0,60} )?by (?P<agent>[^.,;\"]{3,60}(?:, (?:[A-Z][\w'-]+ ?){2,3})?)[.,]"
)
"""A passive verb of speaking, with its agent: "was dismissed by the union's leader"."""
_MONTH = "|".join(sorted(month.capitalize() for month in times.MONTHS))
_ADJUNCT_OPENING = name_pattern(
    r"[A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30})? and (?=[A-Z][\w-]{1,30} (?:MP|MSP|MEP|TD) )"
    r"|(?:In|At|From|On|Across) [A-Z][\w-]{1,30}(?: [A-Z][\w-]{1,30})?,? (?=(?:the|an?|his|her|its|their) )"
    r"|(?:Last|This|Earlier this|Late last) (?:week|month|year|night)(?:,| (?=the |an? |[A-Z]))"
    r"|On [A-Z][a-z]+day(?: (?:morning|afternoon|evening|night))?,? (?=[A-Z]|the )"
    rf"|On (?:\d{{1,2}} (?:{_MONTH})|(?:{_MONTH})\.? \d{{1,2}})(?:,? \d{{4}})?,? (?=[A-Z]|the )"
    rf"|In (?:early |late |mid-)?(?:{_MONTH})(?: \d{{4}})?,? (?=[A-Z]|the )"
    r"|(?:(?:Less|More) than|Just|Shortly|Soon|Hours|Minutes|Days|Weeks|Months|Before|After|Since|During|On|In|At|Until)"
    r" [^,.\"]{3,70}, (?=the [A-Z])"
    r"|(?:That|This)(?:'s| is| was) (?:[a-z]+ ){0,3}what (?=[A-Z])|(?:Like|Unlike) [^,.\"]{3,60}, (?=[A-Z]|the )|(?:Neither|Both) (?=[A-Z])"
    r"|For (?=[A-Z][\w'-]+(?: [A-Z][\w'-]+)?, (?:now |then |aged )?\d{1,3}, )"
    r"|For (?=(?:the )?(?:[A-Za-z-]+ ){0,3}[A-Z][\w'-]+ [A-Z][\w'-]+, (?:who|whose|an? |the )[^.]{3,120}, (?:the|it|that|this|what) )"
    r"|(?:Asked|Pressed|Questioned|Quizzed|Challenged)[^,.\"]{3,120}, "
    r"|In [^,.\"]{3,40}, [a-z]+ed [^,.\"]{3,40}, (?=an? [a-z])"
    r"|(?:Back (?:in|on|at)|Further|Outside|Inside|Across|Near|Beside|Behind|Down|In|At|On) [^,.\"]{3,70}, (?=an? [a-z])"
)
"""A place or time before the subject: "In Jerusalem an Israeli official", "Hours before the vote, the Food Office"."""
_CLEFT = name_pattern(
    r"(?:[A-Z][^,.\"]{1,60} i|I)t (?:is|was) (?=(?!not )[^,.\"]{3,60} who |the [^,.\"]{3,60} that )"
    r"|(?:After|As|Before|When|While) [^.\"]{3,120}, it (?:is|was) (?=[A-Z][\w'-]+ [A-Z][^,.\"]{1,40} who )"
)
"""Words before the subject of a cleft sentence: "In the valley it is anglers who keep count", "It is the banks that gained"."""
_OFFICER_AFTER_BODY = name_pattern(
    r"(?: [a-z-]{3,20}){0,3} (?!and\b|of\b)[a-z-]*(?:er|or|ist|ian|man|woman|person|chief|head|aide|lead|boss|director|executive|president|secretary|chair|principal|analyst|official|captain|counsel) [A-Z][\w-]+ [A-Z]"
)
"""Words between a body and the name of its officer: "Green Party health spokesperson Ann Lee"."""
_SECOND_SUBJECT = name_pattern(
    r"(?:(?:the|his|her|its|their|an?) [^.;\",]{2,60}, |(?:[a-z-]+ ){1,4})?(?:(?:Mrs?|Ms|Dr|Prof|Sir|Dame)\.? )?(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,2})(?=,| [a-z])"
)
"""A person after "and" in a subject: "the farmer, Ivo Ray,", "Dr Lee"."""
_INTRODUCTION = expression(r", (?:(?:now |then |aged )?\d{1,3}[,.]|who |an? (?P<role>[^,.]{3,60}),)")
_NO_COMMENT = expression(
    r"\b(?:declined|declines|refused|refuses) (?:to|further) |\bnot (?:[a-z]+ )?(?:respond|reply|return|comment|answer|be reached)\b"
)
"""A refusal to comment: after "A spokesman for Ann Lee declined to comment", "she" is not the spokesman."""
_MOST_RUNS, _LONGEST_DESCRIPTION, _LONGEST_STATE, _LONGEST_ACTION = 6, 6, 3, 5  # runs of capitals; then words
_DETERMINERS = frozenset({"A", "An", "One", "Another", "The"})
POSSESSIVE_OPENERS = ("His ", "Her ", "Their ", "My ")
_KIN = name_pattern(
    rf"(?:His|Her|Their|My|(?:[A-Z][\w.-]+ ){{0,3}}[A-Z][\w-]+'s?) (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(nouns.KIN))})\b"
    r"(?:, [A-Z][\w'-]+(?=,))?(?! and |, [A-Z]| [A-Z]|'s)"
)
"""A person given as a relative: "His mother, Halyna, had waited", "Karim's mother disagrees"."""
_CAPITALS = name_pattern(r"[A-Z](?<=\b[A-Z])[\w'-]{1,30}(?: [A-Z][\w.'-]{0,30}){0,5}")
_ADJUNCT_PREPOSITIONS = lexicon.PREPOSITIONS - lexicon.CONJUNCTIONS - {"for", "with", "like", "unlike"}
_NOT_IN_SUBJECT = lexicon.DETERMINERS | _ADJUNCT_PREPOSITIONS | {"as"}
_NOT_BEFORE_SUBJECT = lexicon.PREPOSITIONS | lexicon.FINITE | lexicon.CONJUNCTIONS | lexicon.RELATIVES
_BODY_AFTER_NOUN = name_pattern(
    rf" (?:at|for|of|from|with) (?:the |its |their )?(?:(?:[a-z-]+ ){{0,2}}?(?:{'|'.join(sorted(nouns.BODIES))})\b"
    rf"|[A-Z][\w-]*(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w-]*){{0,5}}(?: (?:{'|'.join(sorted(nouns.BODIES))})\b)?)"
)
"""The body of an unnamed person: "A spokesman at the Agency", "A nurse at the hospital"."""


def skip_opening(sentence: str) -> str:
    """The sentence without the words before its subject that link it to others or give a place or time."""
    sentence = skip_opener(sentence)
    cleft = _CLEFT.match(sentence) if "t is " in sentence or "t was " in sentence else None
    opening = cleft or _ADJUNCT_OPENING.match(sentence)
    rest = sentence[opening.end() :] if opening else sentence
    return f"T{rest[1:]}" if cleft and rest.startswith("the ") else rest


def skip_inversion(sentence: str) -> str:
    """The sentence from its subject on, where that follows the verb."""
    turned = _INVERSION.match(sentence)
    return sentence[turned.end() :] if turned else sentence


def first_two_words(sentence: str) -> str:
    """The first two words of the subject, which may be a name."""
    return " ".join(skip_inversion(sentence).split(" ", 2)[:2]).removesuffix(",")


def find_passive_agent(sentence: str) -> str | None:
    """The agent of a passive verb of speaking: "That promise was dismissed as "wallpaper" by the union's leader, Ann Lee."; None without one."""
    taken = _PASSIVE_OF_SPEAKING.search(sentence) if " by " in sentence else None
    return taken["agent"] if taken else None


def find_owner(sentence: str, full_names: Mapping[str, str]) -> str | None:
    """The person whom a sentence is about by a possession: "Lee's house stands on a hill", but not "Lee's lawyer left"; None without one."""
    owned = _POSSESSED_SUBJECT.match(sentence) if "'" in sentence else None
    is_other = owned is None or owned["what"] in _OTHER_SPEAKERS or owned["which"] in nouns.KIN
    return None if owned is None or is_other else full_names.get(owned["owner"].lower())


def find_thing(sentence: str, full_names: Mapping[str, str]) -> Mention | None:
    """The body or document that opens a sentence: "The interior ministry confirmed", "The rebel group FARN denied"; None without one."""
    thing = _COMMON_SUBJECT.match(sentence)
    if thing is None:
        return None
    words = thing[0].split()
    words = words[: next((at for at, word in enumerate(words) if at > 1 and _is_finite(word)), len(words))]
    heads = [at for at, word in enumerate(words) if word in nouns.DOCUMENTS or word in nouns.BODIES]
    if not heads:
        return None
    phrase = " ".join(words[: heads[-1] + 1])
    named = _NAME_AFTER_NOUN.match(sentence, len(phrase)) if words[heads[-1]] in nouns.BODIES else None
    if named and (head := named["name"].rpartition(" ")[2].lower()) not in full_names:
        return Mention(named["name"], ClaimantKind.ORGANISATION, head)
    return parse_mention(phrase)


def _is_finite(word: str) -> bool:
    """Whether a word is the finite verb after the subject: "The regulator *fined* the firm"."""
    return word in lexicon.FINITE or (has_past_ending(word) and word not in nouns.BODIES)


def find_person(sentence: str, full_names: Mapping[str, str], given_names: Mapping[str, str]) -> str | None:
    """The first person in the subject of a sentence whom the article names in full, or by a first name alone; None without one."""
    start = len(sentence) - len(skip_inversion(sentence))
    for run in islice(_CAPITALS.finditer(sentence, start), _MOST_RUNS):
        if not (name := _resolve_capitals(sentence, run, full_names, given_names)):
            continue
        opening = sentence[start : run.start()]
        is_asked_for = opening.endswith(" for ") and _NO_COMMENT.search(sentence, run.end())
        if is_asked_for or _may_precede_subject(opening):
            return name
    return None


def find_second_person(sentence: str, full_names: Mapping[str, str]) -> str | None:
    """The second of two people in the subject of a sentence: "Ann Lee and the farmer, Ivo Ray, left"; None without one."""
    first, joint, rest = sentence.partition(" and ")
    second = _SECOND_SUBJECT.match(rest) if joint else None
    if second is None or any(map(_may_be_verb, first.split())) or not find_people(first, full_names):
        return None
    return full_names.get(second["who"].split()[-1].lower())


def find_people(words: str, full_names: Mapping[str, str]) -> set[str]:
    """The full names of all people whom the words name."""
    surnames = (strip_possessive(word).lower() for run in _CAPITALS.findall(words) for word in run.split())
    return {full_names[surname] for surname in surnames if surname in full_names}


def _resolve_capitals(
    sentence: str, run: re.Match[str], full_names: Mapping[str, str], given_names: Mapping[str, str]
) -> str | None:
    """The person that a run of capitals names, by the full name where the article gives it; None without one."""
    named, words = run[0], run[0].split()
    if named.endswith(("'s", "s'")) or words[0].lower() in _ADJUNCT_PREPOSITIONS:
        return None  # "In Lake Charles"
    if len(words) > 1 and (bearer := full_names.get(named.lower())):
        return bearer  # "Judge Lee", who is not Tom Lee
    last = strip_possessive(without_postnominals(words)[-1]).lower()
    if full := full_names.get(last) or given_names.get(last):
        officer = _OFFICER_AFTER_BODY.match(sentence, run.end())
        if officer and not any(map(_may_be_verb, officer[0].split())):
            return None  # but "Ann Lee backed manager Bo Lund"
        if not fits_title(named, full):
            return named
        if not any(word.lower() in given_names for word in words):
            return full
        own = " ".join(without_titles(without_postnominals(words)))
        is_namesake = own == given_names.get(own.partition(" ")[0].lower())
        return own if is_namesake and are_different_people(full, own) else full  # "But Moor" is nobody's name
    is_addressed = len(words) == 2 and words[0].removesuffix(".").lower() in ADDRESS_TITLES
    if is_addressed and not has_title(words[1:]) and not sentence[run.end() : run.end() + 1].isalnum():
        return strip_possessive(words[1])
    if len(words) == 1 and (is_given_name(last) or _is_introduced(sentence, run.end())):
        return words[0]  # "Her husband, Luis, nodded", "Petrov, a welder, nodded"
    return None


def _may_precede_subject(opening: str) -> bool:
    """Whether the words that open a sentence may precede its subject: no verb is among them."""
    before = _drop_time(opening.rpartition(", ")[2].lower().split())
    return not any(map(_rules_out_subject, _drop_office(before[_opens_with_participle(before) :])))


def _drop_time(words: list[str]) -> list[str]:
    """The words before a name, or none if they end in a time: "At a meeting on Tuesday evening Mr Lund was asked"."""
    tells_when = words != [] and words[0] in _ADJUNCT_PREPOSITIONS and words[-1] in times.TIME_NOUNS
    return [] if tells_when and not any(map(_may_be_verb, words)) else words


def _drop_office(words: list[str]) -> list[str]:
    """The words before a name without its office, "minister for", and without an action of the person, "an amendment by"."""
    if words[-3:-1] in (["of", "the"], ["for", "the"]) and words[-1] in nouns.BODIES:
        words = words[:-2]  # "Leader of the opposition"
    is_body = not nouns.BODY_NAME_WORDS.isdisjoint(words[-3:-1])  # "The Directorate General of"
    while len(words) > 1 and words[-1] in {"for", "of"} and words[-2] in nouns.TITLES and not is_body:
        if words[-2].startswith(SPOKESPERSON_STEMS):
            break  # a "spokesman for Ann Lee" is no Ann Lee
        words = words[:-2]  # "minister for"
    is_action = words[-1:] == ["by"] and words[0] in lexicon.DETERMINERS and len(words) <= _LONGEST_ACTION
    return [] if is_action and not any(map(_rules_out_subject, words[:-1])) else words


def _is_introduced(sentence: str, at: int) -> bool:
    """Whether the words after a lone surname introduce the person: ", 34,", ", a 34-year-old welder from Vale,"."""
    introduction = _INTRODUCTION.match(sentence, at) if sentence.startswith(", ", at) else None
    words = introduction["role"].split() if introduction and introduction["role"] else []
    is_described = any(is_person_noun(word) or word.endswith("-year-old") for word in words)
    return introduction is not None and (not words or is_described)


def find_unnamed_person(sentence: str) -> Mention | None:
    """The unnamed person whom a sentence is about: "A Hamas official disputed this"; None without one."""
    may_have_owner = sentence.startswith(POSSESSIVE_OPENERS) or "'" in sentence[:_POSSESSOR_REACH]
    if may_have_owner and (kin := _KIN.match(sentence)):
        return parse_mention(kin[0])
    words = sentence.partition(",")[0].split(" ", _LONGEST_DESCRIPTION)[:_LONGEST_DESCRIPTION]
    owners = (at + 1 for at, word in enumerate(words[:3]) if word.endswith(("'s", "s'")))
    owned = next(owners, 0) if "'" in sentence else 0
    if words[0].capitalize() not in _DETERMINERS and not owned:
        return None
    head = next((at for at, word in enumerate(words) if is_person_noun(word)), None)
    if head is None or not _NOT_IN_SUBJECT.isdisjoint(words[1:head]):
        return None
    if not lexicon.VERBS.isdisjoint(map(str.lower, words[:head])):
        return None  # "A surgeon told a nurse": the nurse is not the subject
    while head + 1 < len(words) and is_person_noun(words[head + 1]):
        head += 1  # "The port's chief engineer"
    phrase = " ".join(words[: head + 1])
    body = _BODY_AFTER_NOUN.match(sentence, len(phrase)) if sentence.startswith(phrase) else None
    return parse_mention(sentence[: body.end()] if body else phrase)


def is_person_noun(word: str) -> bool:
    """Whether a word is a singular noun for a person."""
    is_noun = word in nouns.SPEAKERS or word.lower().endswith("-general")
    is_plural = word.endswith(("s", "people", "men", "women")) and not word.endswith("ss")  # "the witness"
    return is_noun and not (is_plural or word in nouns.BODIES or word in nouns.DOCUMENTS)


def _rules_out_subject(word: str) -> bool:
    return word in _NOT_BEFORE_SUBJECT or _may_be_verb(word)


def _may_be_verb(word: str) -> bool:
    """Whether a word may be a finite verb or a participle: not "Vale-based" and "named"."""
    is_past = has_past_ending(word) and "-" not in word and word not in {"named", "called"}
    return is_past or word in lexicon.FINITE


def _opens_with_participle(words: list[str]) -> bool:
    """Whether a name follows a participle that describes the person: "Retired docker Walt Lee", not "Asked about it, Walt Lee"."""
    is_short = 1 < len(words) <= _LONGEST_STATE
    return is_short and words[0].endswith("ed") and words[-1] not in lexicon.PREPOSITIONS
