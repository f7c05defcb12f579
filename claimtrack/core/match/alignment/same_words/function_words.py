"""Function words that change a claim of the same content words: a moved "not", "or" for "and", another possessor."""

from __future__ import annotations

from collections.abc import Callable

from claimtrack.core.language.word_lists import AND_OR, APPROXIMATE, NEARLY, RELATIVES, STOP_WORDS, words_of
from claimtrack.core.match.guards.difference import Difference, Excerpts, symmetric_check
from claimtrack.core.match.reading.attribution import opens_content_clause
from claimtrack.core.match.reading.names.variants import same_name
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.semantics.negation import POLARITY_ITEMS, negates_sentence
from claimtrack.core.match.reading.syntax.phrases import clause_end
from claimtrack.core.match.words.terms import format_both, stem, stems_of


def function_words_differ(a: Reading, b: Reading) -> Difference | None:
    """The first difference in function words of two statements with the same content words; None without one."""
    return next((mark for check in _CHECKS if (mark := check(a, b))), None)


# ── not ─────────────────────────────────────────────────────────────────────────────────────────

_NEG_RAISING_STEMS = stems_of(
    "think believe expect want seem appear suppose intend plan likely look feel wish mean"
)
"""Verbs whose negation applies to their complement: "does not think it is" means "thinks it is not"."""
_STEM_LETTERS = 4
"""The number of initial letters that make two terms forms of one."""
_ADVERBS = words_of("also still now yet then even always often again really only just longer")


def _negation_moved(a: Reading, b: Reading) -> Difference | None:
    """Both negate once, but something else: "decided not to publish", "did not decide to publish"."""
    if len(a.negators) != 1 or len(b.negators) != 1:
        return None
    ours, theirs = _find_negated_term(a), _find_negated_term(b)
    if ours is None or theirs is None:
        return None
    if a.sequence[ours][:_STEM_LETTERS] == b.sequence[theirs][:_STEM_LETTERS]:
        return None
    place_b, place = _find_term(b, a.sequence[ours]), _find_term(a, b.sequence[theirs])
    if place_b is None or place is None:
        return None
    in_a, in_b = ours < place, place_b < theirs
    first = a.words[a.places[ours]] if in_a else b.words[b.places[theirs]]
    if in_a != in_b or stem(first) in _NEG_RAISING_STEMS or first in _ADVERBS or first.endswith("ly"):
        return None
    quoted = (r.written_at((r.negators[0], r.places[at])) for r, at in ((a, ours), (b, theirs)))
    return Difference(f"negated: {' / '.join(quoted)}", sure=True)


def _negated_clauses_differ(a: Reading, b: Reading) -> Difference | None:
    """Both negate once, the one the main clause, the other the condition: "not open if they agree", "open if they do not"."""
    if len(a.negators) != 1 or len(b.negators) != 1 or "if" not in a.vocabulary & b.vocabulary:
        return None
    conditions = ((r, r.words.index("if")) for r in (a, b))
    ours, theirs = (at <= r.negators[0] < clause_end(r, at) for r, at in conditions)
    if ours == theirs:
        return None
    return Difference("negated: what is so / the condition", sure=True, in_any_order=True)


def _find_term(reading: Reading, term: str) -> int | None:
    """The index of a term in a statement, in this or another form: "agree", "agreed"; None without it."""
    forms = (i for i, t in enumerate(reading.sequence) if t[:_STEM_LETTERS] == term[:_STEM_LETTERS])
    return next(forms, None)


_REFUSAL_VERBS = words_of("refuse refuses refused decline declines declined fail fails failed")
_THAT_REACH = 3
"""The most tokens from "no" to its "that": "no clear evidence *that*"."""


def _find_negated_term(reading: Reading) -> int | None:
    """The index of the term after the negator of a statement, or after its "no evidence that"; None where the scope is unclear."""
    at = reading.negators[0]
    if negates_sentence(reading.words, at):
        that = reading.words.index("that", at) if "that" in reading.words[at:] else at
        if not opens_content_clause(reading, that) or that - at > _THAT_REACH:
            return None
    elif reading.words[at] in _REFUSAL_VERBS:
        if "to" not in reading.words[at:]:
            return None
        at = reading.words.index("to", at)  # "declined on Monday *to comment*"
    elif reading.words[at] not in ("not", "never") and not reading.words[at].endswith("n't"):
        return None
    for i, (term, place) in enumerate(reading.placed_terms):
        if place > at and reading.words[place] not in POLARITY_ITEMS and term[0] != "#":
            return i
    return None


# ── and, or ─────────────────────────────────────────────────────────────────────────────────────

_PERMISSION_WORDS = words_of("may can could might permitted allowed possible whether any")
_COORDINATION_REACH = 4
"""The number of tokens after "and" in which the coordinated word is."""


def _coordinators_differ(a: Reading, b: Reading) -> Difference | None:
    """ "And" and "or" link the same two words; in the scope of a negation these mean the same."""
    ours, theirs = _find_coordinations(a), _find_coordinations(b)
    for two in ours:
        if two in theirs and ours[two] != theirs[two]:
            free = any("permission" in r.poles or _PERMISSION_WORDS & r.vocabulary for r in (a, b))
            return Difference(f"differs: {ours[two]} / {theirs[two]}", sure=not free)
    return None


def _find_coordinations(reading: Reading) -> dict[frozenset[str], str]:
    """The stems of each two coordinated words -> their coordinator; "as well as" is "and"."""
    if AND_OR.isdisjoint(reading.vocabulary) and "well" not in reading.vocabulary:
        return {}
    words, found = reading.words, {}
    for at in range(1, len(words) - 3):
        if words[at : at + 3] == ["as", "well", "as"]:
            after = (w for w in words[at + 3 : at + 3 + _COORDINATION_REACH] if w not in STOP_WORDS)
            found[frozenset({stem(words[at - 1]), stem(next(after, ""))})] = "and"
    for at, word in enumerate(words):
        if word not in AND_OR or not at or any(negator < at for negator in reading.negators):
            continue
        both = words[at : at + 2] == ["and", "or"]
        after = (w for w in words[at + 1 + both : at + 1 + _COORDINATION_REACH] if w not in STOP_WORDS)
        if words[at - 1] not in STOP_WORDS and (following := next(after, "")):
            found[frozenset({stem(words[at - 1]), stem(following)})] = "and/or" if both else word
    return found


# ── possessors, "nearly" ────────────────────────────────────────────────────────────────────────


def _possessors_differ(a: Reading, b: Reading) -> Difference | None:
    """A noun has another possessor in each, and both name both."""
    ours = _find_possessors(a)
    theirs = _find_possessors(b) if ours else {}
    for noun, x in ours.items():
        y = theirs.get(noun, x)
        if x != y and _mentions(b, x) and _mentions(a, y):
            return Difference(f"differs: {x}'s {noun} / {y}'s {noun}", sure=True)
    return None


def _find_possessors(reading: Reading) -> dict[str, str]:
    """Noun after a possessive -> the possessor: "the company's debt"."""
    words = reading.words
    return {
        words[at + 1]: word.removesuffix("'s")
        for at, word in enumerate(words[:-1])
        if word.endswith("'s") and word not in STOP_WORDS
    }


def _mentions(reading: Reading, owner: str) -> bool:
    return owner in reading.vocabulary or f"{owner}'s" in reading.vocabulary


@symmetric_check("differs", sure=False)
def _nearly_or_exactly(one: Reading, other: Reading) -> Excerpts | None:
    """ "Nearly 600" in the one, "600" in the other; of two numbers that differ one may be nearly the other."""
    if NEARLY.isdisjoint(one.vocabulary):
        return None
    for quantity in one.quantities:
        before = one.words[quantity.first - 1] if quantity.first else ""
        same = [q for q in other.quantities if q.value == quantity.value and q.kind == quantity.kind]
        if before in NEARLY and same and not any(_is_approximate(other, q) for q in same):
            return f"{before} {quantity.written}", same[0].written
    return None


def _is_approximate(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is given as a bound or an approximation; "half" is always approximate."""
    before = reading.words[max(0, quantity.first - 3) : quantity.first]
    misspelt = any(same_name(word, nearly) for word in before for nearly in NEARLY)
    return quantity.bound < 0 or misspelt or not APPROXIMATE.isdisjoint(before)


# ── if, relative clauses ───────────────────────────────────────────────────────────────────────

_CONDITIONAL_WORDS = words_of("if whether unless when whenever should would could provided where case")


def _condition_or_fact(a: Reading, b: Reading) -> Difference | None:
    """A condition in the one, a fact in the other: "if the levy rises", "because the levy rises"."""
    if "if" in a.vocabulary and "if" in b.vocabulary and _has_even_if(a) != _has_even_if(b):
        return Difference(f"differs: {format_both(('if', 'even if'), turned=_has_even_if(a))}", sure=True)
    for one, other in ((a, b), (b, a)):
        if "if" not in one.vocabulary or not _CONDITIONAL_WORDS.isdisjoint(other.vocabulary):
            continue
        if one.words[one.words.index("if") + 1 :][:1] != ["you"]:  # "if you smoke" is "smoking"
            return Difference("only one says: if", sure=False)
    return None


def _has_even_if(reading: Reading) -> bool:
    return reading.words[reading.words.index("if") - 1] == "even"


def _relative_roles_swapped(a: Reading, b: Reading) -> Difference | None:
    """Agent and patient of a relative clause are swapped: "who accused him", "whom he accused"."""
    theirs = _find_relative_clauses(b)
    for (first, second), begins in _find_relative_clauses(a).items():
        if first != second and theirs.get((second, first), begins) != begins:
            return Difference(
                f"swapped: {_term_as_written(a, first)} / {_term_as_written(a, second)}", sure=True
            )
    return None


def _find_relative_clauses(reading: Reading) -> dict[tuple[str, str], bool]:
    """The first two terms after each relative pronoun -> whether the verb comes first; passives excluded."""
    found = {}
    for at, word in enumerate(reading.words[:-1]):
        if word in RELATIVES and not (word == "that" and opens_content_clause(reading, at)):
            after = [(term, i) for term, i in reading.placed_terms if i > at][:2]
            if len(after) == 2 and "by" not in reading.words[max(0, at - 1) : after[1][1]]:
                found[after[0][0], after[1][0]] = after[0][1] == at + 1
    return found


def _question_or_statement(a: Reading, b: Reading) -> Difference | None:
    """One asks or leaves open who, the other states it: "Who said the lake was clean", "The WHO said the lake was clean"."""
    if (a.words[:1] == ["who"]) == (b.words[:1] == ["who"]):
        return None
    return Difference("only one says: who", sure=False)


def _share_bases_differ(a: Reading, b: Reading) -> Difference | None:
    """A relative clause restricts a share in one only: "half of the guests who drank fell ill", "half of the guests drank and fell ill"."""
    shared = any(q.kind == "%" for q in a.quantities) or not _SHARE_QUANTIFIERS.isdisjoint(
        a.vocabulary & b.vocabulary
    )
    if not shared or a.terms != b.terms or ("who" in a.vocabulary) == ("who" in b.vocabulary):
        return None
    return Difference("only one says: who", sure=False)


_SHARE_QUANTIFIERS = words_of("most many few some")


def _term_as_written(reading: Reading, term: str) -> str:
    return reading.written[reading.places[reading.sequence.index(term)]]


_CHECKS: tuple[Callable[[Reading, Reading], Difference | None], ...] = (
    _negation_moved, _negated_clauses_differ, _coordinators_differ, _possessors_differ, _nearly_or_exactly, _condition_or_fact,
    _relative_roles_swapped, _question_or_statement, _share_bases_differ,
)  # fmt: skip
