"""Possessors and modified nouns: "the firm sued its supplier", "the firm's supplier sued it"; "by the mayor's brother"; a modifier of another noun."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise, takewhile
from typing import NamedTuple

from claimtrack.core.language.word_lists import AND_OR, BE, POSSESSIVES, STOP_WORDS, words_of
from claimtrack.core.match.alignment.same_words.sources import RELATED_PERSON_STEMS
from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.difference import Difference, Excerpts, symmetric_check
from claimtrack.core.match.guards.entities.speakers import REPORTING_STEMS
from claimtrack.core.match.guards.roles.causes import is_person_noun
from claimtrack.core.match.guards.roles.transpositions import RECIPROCAL_VERBS
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.governed_heads import continues_noun_phrase, may_be_nominal
from claimtrack.core.match.reading.syntax.phrases import HELPERS, PHRASE_BREAKS
from claimtrack.core.match.words.forms import is_verb_form, may_be_finite
from claimtrack.core.match.words.terms import stem, stems_of

_PERSONAL_PRONOUNS = words_of("it them him her they he she")
_BETWEEN_SUBJECT_AND_VERB = words_of("has have had will would also later first then")
"""Words between a subject and its verb."""
_MAX_POSSESSION_WORDS = 4
"""The most words of a possession: "its *former chief engineer*"."""
_RECIPROCAL_STEMS = (RECIPROCAL_VERBS - REPORTING_STEMS) | stems_of(
    "merge draw agree divorce quarrel argue clash share compete negotiate split differ"
)
"""Reciprocal verbs: "it met its rival", "its rival met it"."""
_CAUSATIVE_STEMS = stems_of(
    "move return train retire gather grow work double halve increase decrease rise fall change close open end"
)
"""Verbs that are both causative and intransitive: "the state moved its teachers", "the state's teachers moved"."""
_AGENT_STEMS = RELATED_PERSON_STEMS | stems_of(
    "bank union agency firm company subsidiary parent team club general"
)


class _Action(NamedTuple):
    """A clause whose object has the subject as its possessor: the stems of subject and verb, the verb's offset, the object's tokens."""

    who: str
    verb: str
    at: int
    theirs: range


@symmetric_check("roles swapped", sure=True, in_any_order=True)
def own_agent_swapped(one: Reading, other: Reading) -> Excerpts | None:
    """Subject and possessed object are swapped: "Dravo sued its supplier", "Dravo's supplier sued it"."""
    for action in _find_actions_on_own(one):
        turned = _find_swapped_action(other, one, action)
        # "pays less than its drivers", "they pay more"
        if turned and not are_converse_comparisons(one, other):
            named = set(map(stem, other.words[turned.start : turned.stop]))
            patient = max(at for at in action.theirs[1:] if stem(one.words[at]) in named)
            return one.as_written(action.at - 1, patient + 1), other.as_written(turned.start, turned.stop)
    return None


def _find_actions_on_own(reading: Reading) -> Iterator[_Action]:
    """The clauses of a statement in which somebody acts on a possession of theirs: "the *bank said* that *its customers* had"."""
    words = reading.words
    for own in (at for at, word in enumerate(words) if word in POSSESSIVES):
        stop = min(len(words), own + 1 + _MAX_POSSESSION_WORDS)
        ends = (at for at in range(own + 1, stop) if reading.is_boundary(at) or words[at] in STOP_WORDS)
        theirs = range(own, next(ends, stop))
        for at in range(own - 1, 0, -1):
            if reading.is_boundary(at):
                break
            subject = _find_subject(words, at) if reading.written[at].islower() else None
            if subject is not None and words[at] not in STOP_WORDS and may_be_finite(words[at]):
                yield _Action(_plain_stem(words[subject]), stem(words[at]), at, theirs)


def _find_subject(words: list[str], at: int) -> int | None:
    """The offset of the subject of an active verb; None for a passive, or without one."""
    before = next((i for i in range(at - 1, -1, -1) if words[i] not in _BETWEEN_SUBJECT_AND_VERB), None)
    return None if before is None or words[before] in STOP_WORDS or words[before] in BE else before


def _plain_stem(word: str) -> str:
    return stem(word.removesuffix("'s"))


def _find_swapped_action(reading: Reading, one: Reading, action: _Action) -> range | None:
    """The tokens of the clause in which the possession acts on its possessor; None without one."""
    if action.verb in _RECIPROCAL_STEMS:
        return None
    words = reading.words
    theirs = {stem(word) for word in one.words[action.theirs.start + 1 : action.theirs.stop]}
    for at in range(1, len(words)):
        last = _find_subject(words, at) if stem(words[at]) == action.verb else None
        owned = _find_possession(words, last, action.who) if last is not None else range(0)
        possession = words[owned.start : owned.stop]
        if not theirs.isdisjoint(map(stem, possession)) and _is_clear_agent(words, at, action, possession):
            return range(owned.start, at + 1 + (reading.word(at + 1) in _PERSONAL_PRONOUNS))
    return None


def _find_possession(words: list[str], last: int, possessor: str) -> range:
    """The tokens of a possession with its possessor, up to an offset: "Dravo's supplier", "the supplier of Dravo"."""
    first = max(0, last - _MAX_POSSESSION_WORDS)
    for at in range(last - 1, first - 1, -1):  # "*Dravo's* supplier", "the *farmers'* bank"
        if words[at].endswith("s") and _plain_stem(words[at]) == possessor:
            return range(at, last + 1)
    is_owner = _plain_stem(words[last]) == possessor
    of = next((at for at in range(last - 1, first, -1) if words[at] == "of"), None) if is_owner else None
    return range(0) if of is None else range(of - 1, last + 1)


def _is_clear_agent(words: list[str], at: int, action: _Action, possession: list[str]) -> bool:
    """Whether the possession surely is the agent: its object is a pronoun, or it can act; "its exports doubled" is "it doubled its exports"."""
    is_reported = action.verb in REPORTING_STEMS
    after = words[at + 1 : at + (3 if is_reported else 2)]
    if not _PERSONAL_PRONOUNS.isdisjoint(after):
        return True
    return (
        not is_reported
        and action.verb not in _CAUSATIVE_STEMS
        and any(is_person_noun(word) or stem(word) in _AGENT_STEMS for word in possession)
    )


_COLLECTIVE_POSSESSIVES = {"its", "their"}
"""Possessives of a body and of its members, which mean the same."""


def possessive_pronouns_differ(ours: Iterable[str], theirs: Iterable[str]) -> Difference | None:
    """Two different possessive pronouns before the same noun: "his brother", "her brother"."""
    one, other = POSSESSIVES.intersection(ours), POSSESSIVES.intersection(theirs)
    if not one or not other or one == other or one | other == _COLLECTIVE_POSSESSIVES:
        return None
    return Difference(f"differs: {' '.join(sorted(one))} / {' '.join(sorted(other))}", sure=False)


_PREPOSITIONS = words_of("by from to for with against")
_PREPOSITION_REACH = 4
"""The most tokens from a preposition to the name: "by *former mayor Ida* Brune"."""


@symmetric_check("differs", in_any_order=True, sure=True)
def relative_or_self(one: Reading, other: Reading) -> Excerpts | None:
    """One states of somebody's relative or lawyer what the other states of them: "by Brune's brother", "by Brune to her brother"."""
    for at, (word, person) in enumerate(pairwise(one.words)):
        owner, relative = word.removesuffix("'s"), stem(person)
        if owner == word or relative not in RELATED_PERSON_STEMS or owner not in other.vocabulary:
            continue
        before, at_b = _find_preposition(one, at), other.words.index(owner)
        joined = other.words[at_b + 1 : at_b + 4]  # "the mayor and his brother"
        if (
            len(joined) == 3
            and joined[0] == "and"
            and joined[1] in POSSESSIVES
            and stem(joined[2]) == relative
        ):
            return one.as_written(at, at + 2), other.as_written(at_b, at_b + 4)
        if before and _find_preposition(other, at_b) == before and _has_possessive_relative(other, relative):
            return one.as_written(at, at + 2), other.as_written(at_b, at_b + 1)
    return None


def _find_preposition(reading: Reading, at: int) -> str:
    """The preposition before a name and its titles; empty without one."""
    near = range(at - 1, max(-1, at - _PREPOSITION_REACH - 1), -1)
    return next((reading.words[i] for i in near if reading.words[i] in _PREPOSITIONS), "")


def _has_possessive_relative(reading: Reading, relative: str) -> bool:
    """Whether a relative has only a possessive pronoun: "her brother"."""
    words = reading.words
    return any(stem(word) == relative and words[at] in POSSESSIVES for at, word in enumerate(words[1:]))


def modified_nouns_differ(a: Reading, b: Reading) -> Difference | None:
    """A modifier belongs to one noun in the one statement and to another in the other, where both have both nouns."""
    if "counterpart" in a.terms | b.terms:
        return None
    theirs = _find_modified_nouns(b)
    for word, ours in _find_modified_nouns(a).items():
        heads_b = theirs.get(word)
        if not heads_b or not ours.keys().isdisjoint(heads_b):
            continue
        head = next((term for term in ours if term in b.terms), None)
        shared = next((term for term in heads_b if term in a.terms), None)
        if head and shared:
            same_words = sorted(a.sequence) == sorted(b.sequence)
            same_words = same_words and _is_bare_noun(shared, a) and _is_bare_noun(head, b)
            return Difference(f"differs: {ours[head]} / {heads_b[shared]}", sure=same_words)
    return None


def _is_bare_noun(term: str, reading: Reading) -> bool:
    """Whether a term is an unmodified noun in a statement."""
    at = next(i for known, i in reading.placed_terms if known == term)
    before = reading.words[at - 1] if at > 0 else "the"
    return not is_verb_form(reading.words[at]) and (before in PHRASE_BREAKS or is_verb_form(before))


@lru_cache(maxsize=64)
def _find_modified_nouns(reading: Reading) -> Mapping[str, dict[str, str]]:
    """Term -> the nouns it modifies everywhere, each as written with it; only terms that never occur by themselves. Cached."""
    term_at = dict(zip(reversed(reading.places), reversed(reading.sequence), strict=True))
    found: dict[str, dict[str, str]] = defaultdict(dict)
    alone = set()
    for at, term in term_at.items():
        heads = _find_nouns_after(reading, at) if _may_be_modifier(reading, at) else []
        if not heads:
            alone.add(term)
        for head in heads:
            if head in term_at:
                phrase = f"{reading.written[at]} {reading.written[head]}"
                found[term].setdefault(term_at[head], phrase)
    return {term: heads for term, heads in found.items() if term not in alone}


def _may_be_modifier(reading: Reading, at: int) -> bool:
    """Whether a word may modify the noun after it: no verb, name or plural."""
    word = reading.words[at]
    if quantity := reading.number_at(at):
        return quantity in reading.amounts and quantity.kind == "number"
    opens = at in reading.openings and not word.endswith("'s")
    is_lower = reading.written[at].islower() or opens or word.endswith(_NATIONALITY_ENDINGS)
    is_verb = at > 0 and reading.words[at - 1] in _BEFORE_A_VERB and not reading.is_boundary(at)
    is_singular = not word.endswith("s") or word.endswith(("'s", "ss", "ous"))
    is_gerund = at == 0 and word.endswith("ing")
    return is_lower and is_singular and not is_verb and not is_gerund and may_be_nominal(reading, at)


_NATIONALITY_ENDINGS = ("ish", "ese", "an", "ch")
"""Endings of adjectives of nationality."""
_BEFORE_A_VERB = HELPERS | {"to"}


def _find_nouns_after(reading: Reading, at: int) -> list[int]:
    """The offsets of the words that continue the noun phrase of a modifier, and of those coordinated with it: "new *schools* and *roads*"."""
    words, places = reading.words, range(len(reading.words))
    found = list(takewhile(lambda i: _continues_noun_phrase(reading, i), places[at + 1 :]))
    end = at + 1 + len(found)
    if found and end < len(words) and (words[end] in AND_OR or reading.is_boundary(end)):
        found.extend(
            takewhile(lambda i: _continues_noun_phrase(reading, i), places[end + (words[end] in AND_OR) :])
        )
    is_gerund = words[end : end + 1] and words[end].endswith("ing") and end + 1 in places
    # "deep-sea *mining* rights"
    return [] if is_gerund and _continues_noun_phrase(reading, end + 1) else found


def _continues_noun_phrase(reading: Reading, at: int) -> bool:
    spoken = reading.words[at] == "one" or reading.words[at] in REPORTING_STEMS
    return (
        not reading.number_at(at)
        and not spoken
        and may_be_nominal(reading, at)
        and continues_noun_phrase(reading, at)
    )
