"""Which words of a statement are verbs of its clauses, by their form and by what stands beside them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.phrases import BREAKS, DETERMINERS, HELPERS
from claimtrack.core.match.words.forms import is_plural, is_verb_form
from claimtrack.core.match.words.lexicon import (
    BE,
    FINITE_BE,
    MONTHS,
    RELATIVES,
    STOP_WORDS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.words.misprints import is_english
from claimtrack.core.match.words.negators import NEGATORS
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

ADVERBIALS = (
    MONTHS.keys()
    | WEEKDAYS.keys()
    | words_of(
        "later then soon first once twice again now often already still never also alone back off out up down away over"
        " yesterday today tomorrow last next overnight early late each every several hundred hundreds thousand thousands dozens either neither"
    )
)
"""What tells how many and when."""
CONJUNCTIONS = words_of("and but or as when while because after before")
PRONOUNS = words_of("he she they we you i it who that which")
BEFORE_GERUND = words_of("after before without while when since by")
"""Behind these a form in "-ing" tells what else the same one did: "left after *losing* to him"."""
_THINGS = words_of(
    "evening morning spring king thing nothing something anything everything during being building"
)
_DONE_TO = words_of("it him her them us me you himself herself itself themselves")
_NO_VERBS = STOP_WORDS | BREAKS | NEGATORS | ADVERBIALS | {"dead"}
_BEFORE_A_NOUN = DETERMINERS - RELATIVES
_NO_DOERS = BREAKS - PRONOUNS
_NOTHING_DONE = BREAKS - DETERMINERS - _DONE_TO - {"to"}
"""Before these, and behind them, stands no verb in the present."""
_LIKE_PREPOSITIONS = words_of("given based compared including according concerning regarding")
"""Verbs by their form, which without a helping verb tell of what, or beside what, something is so."""
_PREFIXES = words_of("re co over under out up pre mis un dis de cross court double hand head")
"""Parts of a verb that may stand before it with a hyphen: "re-elected"; but a "lesson-learned" report tells of no deed."""
CONTENT_CLAUSE_VERBS = stems_of(
    "say tell claim warn think believe hope fear report announce know find show deny insist argue"
)
"""Behind these another clause may begin with nothing between: "the minister says Turkey plans an attack"."""


@lru_cache(maxsize=256)
def verb_places(reading: Reading) -> dict[int, None]:
    """The places of the verbs of a statement, in order."""
    found: list[int] = []
    last = 0
    for at in range(1, len(reading.words)):
        last = at - 1 if reading.words[at - 1] in FINITE_BE else max(last, *found[-1:], 0)
        if _may_be_verb(reading, at) and (_is_surely_verb(reading, at) or _is_present(reading, at, last)):
            found.append(at)
    return dict.fromkeys(found)


def is_participle(word: str) -> bool:
    """Whether a word may stand behind "was" as what was done."""
    return is_verb_form(word) or word.endswith(("en", "wn", "un"))


def _may_be_verb(reading: Reading, at: int) -> bool:
    words = reading.words
    word, before = words[at], words[at - 1]
    if word in _NO_VERBS or not word.isalpha() or word.endswith("ly") or reading.has_capital(at):
        return False
    if before in _BEFORE_A_NOUN or before == "of" or before.endswith("'s"):
        return False
    if word in _LIKE_PREPOSITIONS and before not in HELPERS:
        return False
    by = words[at + 1 : at + 2] == ["by"]  # "half-owned by the bank"
    if is_hyphenated(reading, at) and not by and (before not in _PREFIXES or words[at - 2] in DETERMINERS):
        return False
    return not is_hyphenated(reading, at + 1)


def is_hyphenated(reading: Reading, at: int) -> bool:
    """Whether a hyphen joins a word to the one before."""
    if "-" not in reading.cleaned or not 0 < at < len(reading.words):
        return False
    return "-" in reading.gap_before(at).rstrip()[:1]


def _is_surely_verb(reading: Reading, at: int) -> bool:
    """Whether a word is a verb by its form, or behind a helping verb: not so "is unlawful", "subject to regulatory approval"."""
    word, before = reading.words[at], reading.words[at - 1]
    if before in BE and not (word.endswith("ing") or is_participle(word)):
        return False
    beside = before in BEFORE_GERUND or reading.is_boundary(at)
    if beside and word.endswith("ing") and word not in _THINGS:
        behind = reading.words[at + 1 : at + 2]
        return bool(behind) and (
            behind[0] not in BREAKS or behind[0] in DETERMINERS | _DONE_TO | {"to", "against"}
        )
    helped = before in HELPERS | {"to"} and not (before == "may" and reading.has_capital(at - 1))
    return is_verb_form(word) or word == "bit" or (helped and has_verb_forms(word))


def _is_present(reading: Reading, at: int, last: int) -> bool:
    """Whether a word is a verb in the present, though many nouns look like one: "a firm owes", "firms owe", behind no other verb of its clause."""
    words = reading.words
    word, before = words[at], words[at - 1]
    behind = words[at + 1] if at + 1 < len(words) and not reading.is_boundary(at + 1) else ""
    if (
        before in _NO_DOERS
        or not behind
        or is_verb_form(before)
        or is_verb_form(behind)
        or behind in _NOTHING_DONE
        or any(q.first <= at <= q.last + 1 for q in reading.quantities)
        or not has_verb_forms(word)
    ):
        return False
    if last and _is_in_clause_of(reading, last, at):
        return False
    if before in PRONOUNS:
        return True
    named = reading.has_capital(at - 1)
    several = is_plural(before) and (not named or at - 1 in reading.openings)
    return several != is_plural(word) or (named and is_plural(word))


def _is_in_clause_of(reading: Reading, last: int, at: int) -> bool:
    """Whether a word stands in the clause of a verb before it, in which nothing joins another verb to that."""
    if stem(reading.words[last]) in CONTENT_CLAUSE_VERBS or reading.has_boundary_in(range(last + 1, at + 1)):
        return False
    return (CONJUNCTIONS | RELATIVES | PRONOUNS).isdisjoint(reading.words[last + 1 : at])


@lru_cache(maxsize=50_000)
def has_verb_forms(word: str) -> bool:
    """Whether English has the form in "-ing" of a lower-case word, and so a verb: of "owes" and "plans", not of "euros"."""
    if is_verb_form(word) or word.endswith("ing"):
        return True
    roots = {word, word[:-1], word[:-2], f"{word[:-3]}y"} if is_plural(word) else {word}
    return any(
        is_english(f"{form}ing")
        for root in roots
        for form in (root, root.removesuffix("e"), root + root[-1:])
    )
