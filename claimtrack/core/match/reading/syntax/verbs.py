"""Which words of a statement are the verbs of its clauses, by their form and their neighbours."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    BE,
    FINITE_BE,
    MONTHS,
    RELATIVES,
    STOP_WORDS,
    SUBJECT_PRONOUNS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, HELPERS, PHRASE_BREAKS
from claimtrack.core.match.words.forms import is_plural, is_verb_form
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.negators import NEGATORS
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

ADVERBIALS = words_of(
    MONTHS.keys() | WEEKDAYS.keys(),
    "later then soon first once twice again now often already still never also alone back off out up down "
    "away over yesterday today tomorrow last next overnight early late each every several hundred hundreds "
    "thousand thousands dozens either neither",
)
"""Words that express how many, how often and when."""
CONJUNCTIONS = words_of("and but or as when while because after before")
PRONOUNS = SUBJECT_PRONOUNS | words_of("who that which")
BEFORE_GERUND = words_of("after before without while when since by")
"""After these a form in "-ing" shares the subject of the main verb: "left after *losing* to him"."""
_ING_NOUNS = words_of(
    "evening morning spring king thing nothing something anything everything during being building"
)
_OBJECT_PRONOUNS = words_of("it him her them us me you himself herself itself themselves")
_NO_VERBS = STOP_WORDS | PHRASE_BREAKS | NEGATORS | ADVERBIALS | {"dead"}
_BEFORE_A_NOUN = DETERMINERS - RELATIVES
_NOT_SUBJECTS = PHRASE_BREAKS - PRONOUNS
_NOT_OBJECTS = PHRASE_BREAKS - DETERMINERS - _OBJECT_PRONOUNS - {"to"}
"""After `_NOT_SUBJECTS`, and before these, there is no verb in the present."""
_LIKE_PREPOSITIONS = words_of("given based compared including according concerning regarding")
"""Forms of verbs that without an auxiliary work as prepositions: "*given* the cost"."""
_PREFIXES = words_of("re co over under out up pre mis un dis de cross court double hand head")
"""Prefixes that a hyphen may join to a verb: "re-elected"; but a "lesson-learned" report contains no verb."""
CONTENT_CLAUSE_VERBS = stems_of(
    "say tell claim warn think believe hope fear report announce know find show deny insist argue"
)
"""After these another clause may begin without "that": "the minister says Turkey plans an attack"."""


@lru_cache(maxsize=256)
def verb_places(reading: Reading) -> dict[int, None]:
    """Return the places of the verbs of a statement, in order."""
    found: list[int] = []
    last = 0
    for at in range(1, len(reading.words)):
        if reading.words[at - 1] in FINITE_BE:
            last = at - 1
        if _may_be_verb(reading, at) and (_is_surely_verb(reading, at) or _is_present(reading, at, last)):
            found.append(at)
            last = at
    return dict.fromkeys(found)


def is_participle(word: str) -> bool:
    """Whether a word may be a past participle after "was"."""
    return is_verb_form(word) or word.endswith(("en", "wn", "un"))


def _may_be_verb(reading: Reading, at: int) -> bool:
    """Whether neither the form nor the neighbours of a word exclude a verb: not "the *attack*", "of *killed*", "lesson-*learned*"."""
    words = reading.words
    word, before = words[at], words[at - 1]
    if word in _NO_VERBS or not word.isalpha() or word.endswith("ly") or reading.has_capital(at):
        return False
    if before in _BEFORE_A_NOUN or before == "of" or before.endswith("'s"):
        return False
    if word in _LIKE_PREPOSITIONS and before not in HELPERS:
        return False
    has_agent = reading.word(at + 1) == "by"  # "half-owned by the bank"
    is_joined = not has_agent and is_hyphenated(reading, at)
    if is_joined and (before not in _PREFIXES or words[at - 2] in DETERMINERS):
        return False
    return not is_hyphenated(reading, at + 1)


def is_hyphenated(reading: Reading, at: int) -> bool:
    """Whether a hyphen joins a word to the one before."""
    if "-" not in reading.cleaned or not 0 < at < len(reading.words):
        return False
    return "-" in reading.gap_before(at).rstrip()[:1]


def _is_surely_verb(reading: Reading, at: int) -> bool:
    """Whether a word is a verb by its form or after an auxiliary: not so "is unlawful", "subject to regulatory approval"."""
    word, before = reading.words[at], reading.words[at - 1]
    if before in BE and not (word.endswith("ing") or is_participle(word)):
        return False
    opens_adjunct = before in BEFORE_GERUND or reading.is_boundary(at)
    if opens_adjunct and word.endswith("ing") and word not in _ING_NOUNS:
        after = reading.word(at + 1)
        opens_object = after not in PHRASE_BREAKS or after in DETERMINERS | _OBJECT_PRONOUNS | {
            "to",
            "against",
        }
        return after != "" and opens_object
    helped = before in HELPERS | {"to"} and not (before == "may" and reading.has_capital(at - 1))
    return is_verb_form(word) or word == "bit" or (helped and has_verb_forms(word))


def _is_present(reading: Reading, at: int, last: int) -> bool:
    """Whether a word is a present-tense verb, though it looks like a noun: "a firm owes", "firms owe", with no other verb before it in its clause."""
    words = reading.words
    word, before = words[at], words[at - 1]
    after = words[at + 1] if at + 1 < len(words) and not reading.is_boundary(at + 1) else ""
    if not after or before in _NOT_SUBJECTS or after in _NOT_OBJECTS:
        return False
    if is_verb_form(before) or is_verb_form(after):
        return False
    if any(q.first <= at <= q.last + 1 for q in reading.quantities) or not has_verb_forms(word):
        return False
    if last and _share_clause(reading, last, at):
        return False
    if before in PRONOUNS:
        return True
    named = reading.has_capital(at - 1)
    is_plural_subject = is_plural(before) and (not named or at - 1 in reading.openings)
    return is_plural_subject != is_plural(word) or (named and is_plural(word))


def _share_clause(reading: Reading, last: int, at: int) -> bool:
    """Whether a word is in the clause of a verb before it, without a conjunction between them."""
    if stem(reading.words[last]) in CONTENT_CLAUSE_VERBS or reading.has_boundary_in(range(last + 1, at + 1)):
        return False
    return (CONJUNCTIONS | RELATIVES | PRONOUNS).isdisjoint(reading.words[last + 1 : at])


@lru_cache(maxsize=50_000)
def has_verb_forms(word: str) -> bool:
    """Whether English has the "-ing" form of a lower-case word, so that it may be a verb: "owes" and "plans", not "euros"."""
    if is_verb_form(word) or word.endswith("ing"):
        return True
    roots = {word, word[:-1], word[:-2], f"{word[:-3]}y"} if is_plural(word) else {word}
    forms = (form for root in roots for form in (root, root.removesuffix("e"), root + root[-1:]))
    return any(is_english(f"{form}ing") for form in forms)
