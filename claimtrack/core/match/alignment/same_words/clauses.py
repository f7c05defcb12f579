"""Two statements of the same words in which a clause modifies another noun, or a noun another possessor.

"The officer who shot the driver was released", "the driver shot by the officer was released"; "the firm whose owner fled owes the bank",
"the firm owes the bank whose owner fled". Or a clause becomes the condition: "if rents rise, banks will fail", "if banks fail, rents
will rise".
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    MAGNITUDES,
    NUMBER_WORDS,
    POSSESSIVES,
    RELATIVES,
    STOP_WORDS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.guards.comparison.comparisons import COMPARISON_MARKERS, are_converse_comparisons
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.roles.causes import is_person_noun
from claimtrack.core.match.reading.clauses import find_clauses, predicates, subject_of
from claimtrack.core.match.reading.reading import Reading, share_sense
from claimtrack.core.match.reading.syntax.phrases import (
    DETERMINERS,
    HELPERS,
    clause_end,
    clause_start,
    display_first_term,
    terms_between,
)
from claimtrack.core.match.reading.syntax.verbs import verb_places
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.clauses import Clause


def clauses_swapped(a: Reading, b: Reading) -> Difference | None:
    """An action, a possession or a condition of one participant in the one statement is another's in the other."""
    return (
        _subjects_differ(a, b)
        or _conditions_swapped(a, b)
        or (None if are_converse_comparisons(a, b) else _possessors_differ(a, b))
        or _predicates_swapped(a, b)
    )


# ── subjects ────────────────────────────────────────────────────────────────────────────────────


_RELATIVE_PRONOUNS = RELATIVES | {"whose"}
_COORDINATORS = words_of("and but then")
_MAX_VERB_TOKENS = 3
"""The most tokens of a verb with its auxiliaries and the word before them."""
_QUANTIFIER_STEMS = stems_of("all some most many both each one other none nobody everybody")


def _subjects_differ(a: Reading, b: Reading) -> Difference | None:
    """What one participant does in or after a relative clause, another does, and both name the two: "the minister met the banker who resigned"."""
    vocabulary = a.vocabulary | b.vocabulary
    if _RELATIVE_PRONOUNS.isdisjoint(vocabulary) or not COMPARISON_MARKERS.isdisjoint(vocabulary):
        return None
    both = predicates(a) & predicates(b)
    for one, other in product(find_clauses(a, both), find_clauses(b, both)):
        once = one.verb == other.verb and a.sequence.count(one.verb) == b.sequence.count(one.verb) == 1
        surely = one.passive is not None or other.passive is not None  # "sold cars made in the town"
        if once and surely and _lacks_subject(a, one, b, other) and _lacks_subject(b, other, a, one):
            two = ((a, one), (b, other))
            quoted = " / ".join(
                f"{display_first_term(r, subject_of(clause))} {r.written[clause.at]}" for r, clause in two
            )
            return Difference(f"differs: {quoted}", sure=True, in_any_order=True)
    return None


def _lacks_subject(a: Reading, one: Clause, b: Reading, other: Clause) -> bool:
    """Whether the subject of a clause has no part in the same verb's clause of the other statement, which names it."""
    ours, before = subject_of(one), range(other.at, clause_start(b, other.at), -1)
    if not ours or not ours <= b.terms or ours & _QUANTIFIER_STEMS or not is_verb_form(a.words[one.at]):
        return False
    near = a.words[max(0, one.at - _MAX_VERB_TOKENS) : one.at]
    if not _COORDINATORS.isdisjoint(near) or (
        _RELATIVE_PRONOUNS.isdisjoint(near) and _are_patients_before(a, ours, one.at)
    ):
        return False  # "the mayor left after the bridge fell and moved", "the clerk alleged to have sold stamps was freed"
    part = other.agent.union(other.patient, *(terms for _, terms in other.adjuncts))
    pronoun = next((at for at in before if b.words[at] in _RELATIVE_PRONOUNS), before.stop)
    start = next((at for at in range(pronoun, before.stop, -1) if at - 1 in verb_places(b)), before.stop)
    part |= terms_between(b, start, pronoun)  # of "the driver of the bus that" either
    return part.isdisjoint(ours) and not share_sense(part, ours)


def _predicates_swapped(a: Reading, b: Reading) -> Difference | None:
    """Relative clause and main clause have swapped their predicates: "those who smoke drink", "those who drink smoke"."""
    for (ours, at), (theirs, at_b) in product(_find_relative_predicates(a), _find_relative_predicates(b)):
        same = stem(a.words[ours]) == stem(b.words[theirs]) and stem(a.words[at]) != stem(b.words[at_b])
        same = same and _follows_uncoordinated(a, at, b.words[at_b])
        if same and _follows_uncoordinated(b, at_b, a.words[at]):
            quoted = (r.as_written(place, place + 3) for r, place in ((a, ours), (b, theirs)))
            return Difference(f"differs: {' / '.join(quoted)}", sure=False)
    return None


_SKIPPED_IN_CLAUSE = HELPERS | words_of("later once often ever recently")


def _find_relative_predicates(reading: Reading) -> Iterator[tuple[int, int]]:
    """The offset of an antecedent, and of the first content word of the relative clause that restricts it."""
    words = reading.words
    for at, word in enumerate(words[:-1]):
        if word in HELPERS or is_verb_form(word):
            return
        if at and word in RELATIVES - {"whom"}:
            first = next((i for i in range(at + 1, len(words)) if words[i] not in _SKIPPED_IN_CLAUSE), at)
            if not reading.is_boundary(at + 1) and words[first] not in STOP_WORDS | DETERMINERS:
                yield at - 1, first
            return


def _follows_uncoordinated(reading: Reading, at: int, word: str) -> bool:
    """Whether a word follows an offset with no coordination between, as in a list."""
    place = next((i for i in range(at + 1, len(reading.words)) if stem(reading.words[i]) == stem(word)), 0)
    return place > 0 and {"and", "or", ","}.isdisjoint(reading.words[at:place])


def _are_patients_before(reading: Reading, patients: frozenset[str], end: int) -> bool:
    """Whether a verb before an offset has these participants as its patient."""
    last = max((at for term, at in reading.placed_terms if term in patients and at < end), default=0)
    clauses = find_clauses(reading, predicates(reading))
    return any(x.at < last and x.passive is False and patients <= x.patient for x in clauses)


# ── conditions ──────────────────────────────────────────────────────────────────────────────────


_SUBORDINATORS = ("if", "unless", "until", "because")


def _conditions_swapped(a: Reading, b: Reading) -> Difference | None:
    """The condition or reason of one statement is the consequence in the other."""
    for word in _SUBORDINATORS:
        ours, theirs = _split_condition(a, word), _split_condition(b, word)
        if ours and theirs:
            (one, rest), (other, rest_b) = ours, theirs
            alone, alone_b = one - other, other - one
            turned = alone <= rest_b and alone_b <= rest
            if turned and min(len(alone), len(alone_b)) > len(one & other):
                shown = " / ".join(
                    f"{word} {r.written_at(at for term, at in r.placed_terms if term in terms)}"
                    for r, terms in ((a, one), (b, other))
                )
                return Difference(f"differs: {shown}", sure=True, in_any_order=True)
    return None


def _split_condition(reading: Reading, word: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The terms of the only clause that a conjunction opens, and those of the rest; None where either is empty."""
    if reading.words.count(word) != 1:
        return None
    at = reading.words.index(word)
    end = clause_end(reading, at)
    condition = frozenset(term for term, place in reading.placed_terms if at < place < end)
    rest = frozenset(term for term, place in reading.placed_terms if not at < place < end)
    return (condition, rest) if condition and rest else None


# ── possessors ──────────────────────────────────────────────────────────────────────────────────

_QUANTITY_NOUNS = {*MAGNITUDES, *NUMBER_WORDS} | words_of(
    "number majority lot most half third quarter part rest share rate level kind type group series tens"
)
"""Nouns whose "of" names no possessor: "thousands of deaths", "the deaths of thousands"."""


def _possessors_differ(a: Reading, b: Reading) -> Difference | None:
    """A noun has another possessor in each statement, or is itself the possessor: "the bank of the church", "the bank whose owner fled"."""
    for (owner, owned, whose), (owner_b, owned_b, whose_b) in product(
        _find_possessors(a), _find_possessors(b)
    ):
        apart = owner != owner_b and (owned in (owned_b, owner_b) or owner == owned_b)
        exchanged = owner == owned_b and owned == owner_b != owner
        if exchanged and whose != whose_b:
            continue  # "the owner whose dog bit him", "the owner of the dog that bit him"
        known = apart and {owner, owned} <= b.terms and {owner_b, owned_b} <= a.terms
        if exchanged or (known and not _are_close(b, owner, owned) and not _are_close(a, owner_b, owned_b)):
            two = ((a, owned, owner), (b, owned_b, owner_b))
            pairs = (
                (display_first_term(r, frozenset({x})), display_first_term(r, frozenset({y})))
                for r, x, y in two
            )
            phrases = (x if x == y else f"{x} of {y}" for x, y in pairs)  # "head of the police" is one
            return Difference(f"differs: {' / '.join(phrases)}", sure=True, in_any_order=True)
    return None


_POSSESSOR_REACH = 8
_POSSESSIVE_REACH = 4
"""Maximum numbers of tokens between a possessor and its possession, and from a possessive pronoun to its noun."""


def _are_close(reading: Reading, owner: str, owned: str) -> bool:
    """Whether a noun and its possessor are close with no verb between, or a possessive pronoun is right before the noun."""
    ours, theirs = ([at for term, at in reading.placed_terms if term == sought] for sought in (owner, owned))
    return any(
        not POSSESSIVES.isdisjoint(reading.words[max(0, y - _POSSESSIVE_REACH) : y])
        or (
            abs(x - y) <= _POSSESSOR_REACH
            and reading.sentences[x] == reading.sentences[y]
            and verb_places(reading).keys().isdisjoint(range(min(x, y), max(x, y)))
        )
        for x, y in product(ours, theirs)
    )


def _find_possessors(reading: Reading) -> Iterator[tuple[str, str, bool]]:
    """The terms of each possessor and of what it possesses, and whether "whose" links them; in "the wife of the man's lawyer" the lawyer is the possessor."""
    words, term_at = reading.words, dict(zip(reading.places, reading.sequence, strict=True))
    for at, word in enumerate(words[:-1]):
        if word == "of" and at:
            start = at + 1 + (words[at + 1] in DETERMINERS)
            if (whose := reading.word(start)).endswith("'s"):
                if not is_person_noun(whose.removesuffix("'s")):
                    continue  # "the president of France's wife" is his, not hers
                start += 1
            pair = start, at - 1
        elif word.endswith("'s"):
            pair = at, at + 1
        elif word == "whose" and at and not (is_verb_form(words[at - 1]) or words[at - 1] in WEEKDAYS):
            pair = at - 1, at + 1
        else:
            continue
        nouns = [i for i in pair if i in term_at and words[i] not in STOP_WORDS | _QUANTITY_NOUNS]
        if len(nouns) == 2 and all(term_at[i].isalpha() for i in nouns):
            yield term_at[pair[0]], term_at[pair[1]], word == "whose"
