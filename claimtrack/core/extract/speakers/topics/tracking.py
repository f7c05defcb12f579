"""Tracking whom the sentences of the outlet are about, so that a later "he", "it" or "the group", or a bare quotation, may refer to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.speakers.antecedents.nearby import is_mentioned_before, occurs_in_paragraph
from claimtrack.core.extract.speakers.mentions.epithets import find_given_name
from claimtrack.core.extract.speakers.mentions.parsing import Mention, parse_mention
from claimtrack.core.extract.speakers.speaker import Speaker, make_organisation, make_person
from claimtrack.core.extract.speakers.topics import topics
from claimtrack.core.extract.speakers.topics.bodies import (
    find_named_body,
    find_owner_name,
    find_plural_subject,
)
from claimtrack.core.extract.speakers.topics.lone_names import (
    find_acting_subject,
    is_unknown_name,
    track_lone_name,
)
from claimtrack.core.extract.speakers.topics.topics import is_person_noun
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import pronoun_for_noun
from claimtrack.core.extract.words.reading import Span, contains_any, name_pattern
from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speakers import Cast

_CLAUSE_OPENER = expression(r"(?:When|After|Since|As|Once|Before|Although|While|Because|If) (?=[A-Z]|the )")
"""The start of a clause before the main one: "When the ministry raised the duty, it said"."""
_CAPITALISED_LETTERS = 3  # letters in which a word shows whether its capital is its own
_ROLE_SUBJECT = expression(r"The (?P<office>(?:[A-Z][a-z]+ ){0,2}(?P<role>[A-Z][a-z]+)|[a-z]+),? [a-z]")
_NAMED_KIN = name_pattern(
    rf"(?:His|Her|Their|[A-Z][\w-]+'s) (?:[a-z]+ )?(?P<kin>{'|'.join(sorted(nouns.KIN))}), (?P<name>[A-Z][\w'-]+), "
)
_BEREAVEMENT = name_pattern(
    rf"(?:[A-Z][\w.-]+ ){{0,3}}(?P<owner>[A-Z][\w-]+)'s (?:[a-z0-9-]+ ){{0,3}}?(?:{'|'.join(sorted(nouns.KIN | {'baby', 'child', 'children'}))})"
    r"(?:,? [A-Z][\w'-]+(?: [A-Z][\w'-]+)?)?,?(?: (?:\d{1,2}|aged \d{1,2}),)? "
    r"(?:died|drowned|was (?:killed|murdered|shot|stillborn|found dead|among the dead)|were killed|is missing|went missing|vanished|took his|took her)\b"
)
_PERSONAL_PRONOUN = expression(r"\b(?:[Hh]e|[Ss]he)\b")
_INTRODUCED_PERSON = name_pattern(
    r" (?:with|by|to|from|of|for|against|than|like|under|around|about) (?:the )?(?:[\w-]+ ){0,4}?(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}), who "
    r"|, with (?:[\w.-]+ ){0,4}?(?P<beside>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3})(?: --? [^.]{3,60} --?|, [^,.]{3,60},)? [a-z]+ing "
    r"|, where (?P<there>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3})(?:,| [a-z])"
)
"""A person introduced at the end of a sentence: "It is a blow to Economy Minister Ann Lee, who has promised growth", "in Vale, where Ann Lee runs a mill"."""
_INTRODUCING = (", who ", ", where ", ", with ")
_FINAL_AGENT = name_pattern(
    r" (?:from|by) (?:the )?(?:(?!(?:on|in|at|to|for|with|about|and|that) )[\w.'-]+ ){0,5}?(?P<last>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3})\.$"
)
"""The same: "The cut drew a rebuke from Ann Lee."."""
_ASKING = rf" (?:{'|'.join(sorted(lexicon.PRESSED))}) "
_QUESTION = r"(?:(?:on )?(?:whether|if|why|how|what|when|who|where)|about|on|over)\b"
_ASKED_PERSON = name_pattern(
    rf"{_ASKING}(?:(?!about |for |to |by |from |whether |if )[a-z][\w'-]*,? ){{0,8}}?(?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady)\.? )?"
    rf"(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){{0,3}})(?:, [^,.]{{2,60}},|,)? {_QUESTION}"
)
"""A named person who is asked: "asked the minister, Sir Ian Fox, whether", "pressed Moor on"."""
_ASKED_OFFICE = expression(
    rf"{_ASKING}(?P<who>(?:the|an?|his|her|its|their) [a-z-]+(?: [a-z-]+){{0,4}}?) {_QUESTION}"
)
_UNAVAILABLE = name_pattern(
    r" (?:not|to) make (?:[\w-]+ ){0,4}?(?P<who>[A-Z][\w'-]+(?: [A-Z][\w'-]+){1,3}) available\b"
)
"""A person whom a body makes unavailable, and who may answer in writing."""
_ASKED_SOMEBODY = expression(
    r"(?:We|I) (?:asked|called|phoned|contacted|reached|approached|e-?mailed|wrote to) (?P<who>(?:the|an?|its|their) [a-z]+(?: [a-z]+){0,2})"
)
_QUOTED_CALLER = name_pattern(
    r" what (?P<who>(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][\w'-]+(?: [A-Z][\w'-]+){0,4}) (?:calls|called|terms|termed|describes|described)\b"
)
"""A person whose words the outlet uses: "in what Mr. Doe calls "our best year""."""
_RELATIVE_OPENERS = ("which, ", "that, ", "who, ")
"""Words before a pronoun that refers to the subject: "Doe held up a chart which, he said, was new"."""
_RELATIVE_WITH_PRONOUN = expression(r", which (he|she) [^,.\"]{3,40}, $")
"""The same with a relative clause: "Doe wants to sell, which she cannot do, she said"."""
_LONGEST_ASIDE = 60  # characters before a pronoun
_REACTION = expression(
    r"(?P<who>[A-Z][\w'-]*\.?(?: [\w'-]+\.?){0,3}?) (?:disagree[sd]|den(?:ies|ied) (?:it|that|this)|frown(?:s|ed)|shrug(?:s|ged)"
    r"|nod(?:s|ded)|sigh(?:s|ed)|smile[sd]|laugh(?:s|ed)|sh(?:ook|akes) (?:his|her) head|insist(?:s|ed)|(?:is|was) (?:adamant|blunt)"
    r"|look(?:s|ed) (?:away|down|up|at (?:the|his|her) \w+))\."
)
"""A sentence of a reaction and nothing else; after "Doe opened the letter" the speaker is unknown."""
_REACTING_PRONOUNS = ("He ", "She ")


def track_subject(cast: Cast, sentence: str, at: int) -> None:
    """Record the person, body or document that a sentence of the outlet, which starts at `at`, is about."""
    if len(sentence) == 1:
        return None  # a lone mark names nobody: a text may hold a million of them
    cast.advance_to(at, sentence)
    whole, sentence = sentence, topics.skip_opening(sentence[: 2 * topics.WINDOW])[: topics.WINDOW]
    if alone := find_given_name(sentence):
        return cast.mark_salient(make_person(alone))
    if grieved := _find_bereaved(sentence, cast.full_names):
        return cast.mark_salient(make_person(grieved))
    if kin := _find_relative(sentence):
        given, sex = kin
        relative = make_person(cast.given_names.get(given.lower()) or given)
        cast.pronouns |= {relative.name: sex} if sex else {}
        return cast.mark_salient(relative)
    owner = topics.find_owner(sentence, cast.full_names)
    if _track_body(cast, sentence, owner):
        return _track_asked(cast, sentence)
    if (agent := topics.find_passive_agent(sentence)) is not None:
        cast.resolve(agent, at)
        return None
    opening = topics.first_two_words(sentence) if cast.bodies else ""
    if opening in cast.bodies.values():
        cast.remember(make_organisation(opening))
        return _track_asked(cast, sentence)
    is_own = sentence[:_CAPITALISED_LETTERS] in whole  # "But news of it spread" names nobody
    if is_own or sentence.startswith("The "):
        track_lone_name(cast, sentence)
    if many := find_plural_subject(sentence):
        called = many.name if is_own else f"{many.name[0].lower()}{many.name[1:]}"
        cast.several = Speaker(called, many.kind, many.head)
        return None
    if thing := topics.find_thing(sentence, cast.full_names):
        cast.thing = cast.look_up(thing)
        if thing.kind is ClaimantKind.ORGANISATION:
            cast.remember(cast.thing)
    elif doer := find_acting_subject(sentence):
        cast.remember(cast.look_up(parse_mention(doer))._replace(kind=ClaimantKind.ORGANISATION))
    name = topics.find_person(sentence, cast.full_names, cast.given_names) or _find_holder(cast, sentence)
    if asked := _find_asked(sentence, cast.full_names):
        if name:
            cast.mark_salient(make_person(name))  # "Moor asked Ivo Lund whether it was shut. She said"
        name = asked
    name = name or owner
    is_known = name or (not is_own and sentence.startswith("The "))  # "But the candidate could win"
    somebody = None if is_known else topics.find_unnamed_person(sentence) or _find_asked_unnamed(sentence)
    name = name or (None if somebody else _find_introduced(sentence, cast.full_names))
    _track_person(cast, sentence, name, somebody)
    return None


def track_opening_clause(cast: Cast, text: str, start: int, end: int) -> None:
    """Let "it" or "he" at `end` refer to the subject of the clause before: "When the ministry raised the duty, it said S", "Doe sent a note, in which he said S"."""
    opening = text[start:end].rstrip()
    clause = _CLAUSE_OPENER.match(opening)
    if clause and opening.endswith(","):
        at = clause.end()
        track_subject(cast, f"{opening[at].upper()}{opening[at + 1 :]}", start + at)
    elif opening.endswith(", in which"):
        track_subject(cast, opening, start)


def track_content_subject(cast: Cast, words: str, at: int, *, only: bool) -> None:
    """Let a later "he said" refer to the subject of what a document or body said, or, with `only`, to the only person named in it."""
    words, names = words[: topics.WINDOW], cast.full_names
    named = topics.find_people(words, names) if only else {topics.find_person(words, names, cast.given_names)}
    if len(named) == 1 and (name := named.pop()):
        return cast.mark_salient(make_person(name))
    is_in_sight = cast.person and occurs_in_paragraph(cast.text, cast.person.name.rpartition(" ")[2], at)
    if not (only or is_in_sight) and (somebody := topics.find_unnamed_person(words)):
        cast.mark_salient(cast.look_up(somebody))
    return None


def introduces_person(cast: Cast, words: str, at: int) -> bool:
    """Whether words at `at` are about a person not named before: "Manager Ivo Lund heard it on the radio, he said"."""
    words = words[: topics.WINDOW]
    name = topics.find_person(words, cast.full_names, cast.given_names)
    return name is not None and name in words and not is_mentioned_before(cast.text, name, at)


def mark_as_medium(cast: Cast, speaker: Speaker, end: int) -> None:
    """Let no "he" or "she" refer to a newspaper or channel of one word: "The club was sold, Marca reported"."""
    if cast.text.startswith(" reported", end) and is_unknown_name(cast, speaker):
        cast.pronouns.setdefault(speaker.name, "it")


def _track_body(cast: Cast, sentence: str, owner: str | None) -> bool:
    """Whether a sentence is about a body alone, which is recorded; so is a subject that may be a body or a person."""
    body = None if owner else find_named_body(sentence)
    named = body or find_owner_name(sentence)
    if named and (body or " " in named.name or named.head not in cast.full_names):
        cast.remember(Speaker(named.name, named.kind, named.head))
    return body is not None


def _track_asked(cast: Cast, sentence: str) -> None:
    """Make the person salient whom a body asked or made unavailable."""
    if asked := _find_asked(sentence, cast.full_names):
        cast.mark_salient(make_person(asked))


def _track_person(cast: Cast, sentence: str, name: str | None, somebody: Mention | None) -> None:
    """Make the subject of a sentence salient, and then the person asked, who may answer in the next."""
    if name is not None:
        if second := topics.find_second_person(sentence, cast.full_names):
            cast.mark_salient(make_person(second))
        cast.record_title(sentence, name)
        cast.mark_salient(make_person(name))
    elif somebody is not None:
        cast.mark_salient(unnamed := cast.look_up(somebody))
        cast.record_described(unnamed)
    if office := _find_asked_office(sentence):
        cast.mark_salient(cast.look_up(office))
    caller = _QUOTED_CALLER.search(sentence) if " what " in sentence else None
    # "In what Doe calls a sham, Lund left", "Lund hit what Doe called a sham"
    if caller and not (
        name and (name in sentence[caller.end() :] or name.rpartition(" ")[2] in sentence[: len(name)])
    ):
        cast.mark_salient(cast.look_up(parse_mention(caller["who"])))


def _find_holder(cast: Cast, sentence: str) -> str | None:
    """The full name of the holder of the office that a sentence is about: "The Minister left", "The Chief Minister, in reply, left"; None without one."""
    found = _ROLE_SUBJECT.match(sentence)
    names = cast.roles.get((found["role"] or found["office"]).lower(), []) if found else []
    if found and names and " " in found["office"]:
        holder = cast.look_up(parse_mention(f"the {found['office']}"))
        return holder.name if holder.name in names else None
    return names[0] if len(set(names)) == 1 else None


def continues_subject(text: str, source: Span) -> bool:
    """Whether a pronoun at `source` refers to the subject before: "a chart which, she said, was new", ", which she cannot do, she said"."""
    if text.endswith(_RELATIVE_OPENERS, 0, source.start):
        return True
    if not text.endswith(", ", 0, source.start):
        return False
    found = _RELATIVE_WITH_PRONOUN.search(text[max(0, source.start - _LONGEST_ASIDE) : source.start])
    return found is not None and found[1] == text[slice(*source)]


def _find_bereaved(sentence: str, full_names: Mapping[str, str]) -> str | None:
    """The full name of a person who lost a relative, and can speak of it: "Ann Pell's son Arthur died two days later"; None without one."""
    lost = _BEREAVEMENT.match(sentence) if "'s " in sentence else None
    return full_names.get(lost["owner"].lower()) if lost else None


def _find_relative(sentence: str) -> tuple[str, str | None] | None:
    """The first name of a person given as a relative, and "he" or "she" if known: "His wife, Amna, disagrees"; None without one."""
    is_owned = sentence.startswith(topics.POSSESSIVE_OPENERS) or "'s " in sentence
    kin = _NAMED_KIN.match(sentence) if is_owned else None
    return (kin["name"], pronoun_for_noun(kin["kin"])) if kin else None


def _find_introduced(sentence: str, full_names: Mapping[str, str]) -> str | None:
    """A person introduced after a subject that "he" cannot refer to: "It is a blow to Ann Lee, who promised growth"; None without one."""
    found = _INTRODUCED_PERSON.search(sentence) if contains_any(sentence, _INTRODUCING) else None
    ends_in_name = found is None and sentence[sentence.rfind(" ") + 1 :][:1].isupper() and sentence[-1] == "."
    found = _FINAL_AGENT.search(sentence) if ends_in_name else found
    if found is None or _PERSONAL_PRONOUN.search(sentence, 0, found.start()):
        return None
    named = next(filter(None, found.groups()))
    full = full_names.get(named.rpartition(" ")[2].lower())
    return full if full and named.endswith(full) else None


def _find_asked_unnamed(sentence: str) -> Mention | None:
    """An unnamed person whom the outlet asked: "We asked the owner of the page, who runs it, where the figure came from"; None without one."""
    asked = _ASKED_SOMEBODY.match(sentence)
    if asked is None:
        return None
    words = asked["who"].split()
    head = next((at for at, word in enumerate(words) if topics.is_person_noun(word)), None)
    return parse_mention(" ".join(words[: head + 1])) if head is not None else None


def _find_asked_office(sentence: str) -> Mention | None:
    """A person asked who is given by office: "Moor asked the chief engineer why it was shut"; None without one."""
    asked = _ASKED_OFFICE.search(sentence) if _may_ask(sentence) else None
    is_person = asked is not None and topics.is_person_noun(asked["who"].rpartition(" ")[2])
    return parse_mention(asked["who"]) if asked and is_person else None


def _find_asked(sentence: str, full_names: Mapping[str, str]) -> str | None:
    """The full name of a person asked, who may answer in the next sentence: "The chair asked Ann Lee whether it was lost"; None without one."""
    asked = _ASKED_PERSON.search(sentence) if _may_ask(sentence) else None
    asked = asked or (_UNAVAILABLE.search(sentence) if " make " in sentence else None)
    return full_names.get(asked["who"].split()[-1].lower()) if asked else None


def _may_ask(sentence: str) -> bool:
    """Whether a sentence may ask somebody: a cheap test, since most do not."""
    return "ed " in sentence and contains_any(sentence, lexicon.PRESSED)


def find_reacting_person(cast: Cast, sentence: Span, quoted: str) -> Speaker | None:
    """The person who reacts in the sentence, unless the quotation after it is about them: "Doe smiled. "He lied.""; else None."""
    found = _REACTION.fullmatch(cast.text, *sentence)
    if found is None or quoted.startswith(_REACTING_PRONOUNS):
        return None
    who = found["who"]
    named = parse_mention(who)
    is_named = (
        named.kind is ClaimantKind.PERSON or who.lower() in cast.full_names or f"{who} " in _REACTING_PRONOUNS
    )
    is_one = who.startswith("The ") and is_person_noun(named.head)
    return cast.resolve(who, sentence.start) if is_named or is_one else None
