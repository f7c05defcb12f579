"""Little words that make another claim of the same words: a "not" further on, "or" for "and", whose something is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference, symmetric_check
from claimtrack.core.match.reading.attribution import opens_content_clause
from claimtrack.core.match.reading.names.variants import same_name
from claimtrack.core.match.reading.semantics.negation import POLARITY_ITEMS, negates_sentence
from claimtrack.core.match.reading.syntax.phrases import clause_end
from claimtrack.core.match.words.lexicon import APPROXIMATE, NEARLY, RELATIVES, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import format_both, stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


def little_words_differ(a: Reading, b: Reading) -> Difference | None:
    """What little words make of two statements that have the same words of weight; None where nothing."""
    return next((mark for check in _CHECKS if (mark := check(a, b))), None)


# ── not ─────────────────────────────────────────────────────────────────────────────────────────

_RAISING = stems_of("think believe expect want seem appear suppose intend plan likely look feel wish mean")
"""Before these "not" denies what they speak of: "does not think it is" is "thinks it is not"."""
_HEAD = 4
"""Letters that make two terms forms of one."""
_ADVERBS = words_of("also still now yet then even always often again really only just longer")


def _not_moved(a: Reading, b: Reading) -> Difference | None:
    """Both say "not" once, and of two things: "decided not to publish", "did not decide to publish"."""
    if len(a.negators) != 1 or len(b.negators) != 1:
        return None
    ours, theirs = _denied_next(a), _denied_next(b)
    if ours is None or theirs is None or a.sequence[ours][:_HEAD] == b.sequence[theirs][:_HEAD]:
        return None
    there, here = _where(b, a.sequence[ours]), _where(a, b.sequence[theirs])
    if there is None or here is None:
        return None
    in_a, in_b = ours < here, there < theirs
    first = a.words[a.places[ours]] if in_a else b.words[b.places[theirs]]
    if in_a != in_b or stem(first) in _RAISING or first in _ADVERBS or first.endswith("ly"):
        return None
    told = " / ".join(
        f"{r.written[r.negators[0]]} {r.written[r.places[at]]}" for r, at in ((a, ours), (b, theirs))
    )
    return Difference(f"negated: {told}", sure=True)


def _not_in_a_condition(a: Reading, b: Reading) -> Difference | None:
    """Both say "not" once, the one of what it is told for, the other of the condition: "not open if they agree", "open if they do not"."""
    if len(a.negators) != 1 or len(b.negators) != 1 or "if" not in a.vocabulary & b.vocabulary:
        return None
    ours, theirs = (r.negators[0] in _condition(r) for r in (a, b))
    if ours == theirs:
        return None
    return Difference("negated: what is so / the condition", sure=True, in_any_order=True)


def _condition(reading: Reading) -> range:
    at = reading.words.index("if")
    return range(at, clause_end(reading, at))


def _where(reading: Reading, term: str) -> int | None:
    """Which term of a statement is a term, or another form of it: "agree", "agreed"."""
    forms = (i for i, t in enumerate(reading.sequence) if t[:_HEAD] == term[:_HEAD])
    return next(forms, None)


_REFUSING = words_of("refuse refuses refused decline declines declined fail fails failed")
_THAT = 3
"""Words from a "no" to the "that" of which it is told: "no clear evidence *that*"."""


def _denied_next(reading: Reading) -> int | None:
    """Which term stands behind the "not", "never" or "didn't" of a statement, or its "no evidence that"."""
    at = reading.negators[0]
    if negates_sentence(reading.words, at):
        that = reading.words.index("that", at) if "that" in reading.words[at:] else at
        if not opens_content_clause(reading, that) or that - at > _THAT:
            return None
    elif reading.words[at] in _REFUSING:
        if "to" not in reading.words[at:]:
            return None
        at = reading.words.index("to", at)  # "declined on Monday *to comment*"
    elif reading.words[at] not in ("not", "never") and not reading.words[at].endswith("n't"):
        return None
    behind = (
        i
        for i, (term, place) in enumerate(reading.placed_terms)
        if place > at and reading.words[place] not in POLARITY_ITEMS
    )
    return next((i for i in behind if reading.sequence[i][0] != "#"), None)


# ── and, or ─────────────────────────────────────────────────────────────────────────────────────

_MAY = words_of("may can could might permitted allowed possible whether any")
_JOINED_BY = words_of("and or")
_REACH = 4
"""Tokens behind "and" in which the word stands that it joins."""


def _joined_otherwise(a: Reading, b: Reading) -> Difference | None:
    """The same two things are joined by "and" and by "or"; behind a "not" these are one."""
    ours, theirs = _joined(a), _joined(b)
    for two in ours:
        if two in theirs and ours[two] != theirs[two]:
            free = any("permission" in r.poles or not r.vocabulary.isdisjoint(_MAY) for r in (a, b))
            return Difference(f"differs: {ours[two]} / {theirs[two]}", sure=not free)
    return None


def _joined(reading: Reading) -> dict[frozenset[str], str]:
    """The two things that each "and", "or" or "and/or" joins, by their stems."""
    if _JOINED_BY.isdisjoint(reading.vocabulary):
        return {}
    words, found = reading.words, {}
    for at, word in enumerate(words):
        if word not in _JOINED_BY or not at or any(no < at for no in reading.negators):
            continue
        both = words[at : at + 2] == ["and", "or"]
        behind = (w for w in words[at + 1 + both : at + 1 + _REACH] if w not in STOP_WORDS)
        if words[at - 1] not in STOP_WORDS and (following := next(behind, "")):
            found[frozenset({stem(words[at - 1]), stem(following)})] = "and/or" if both else word
    return found


# ── whose, nearly ─────────────────────────────────────────────────────────────────────────


def _another_owner(a: Reading, b: Reading) -> Difference | None:
    """The same thing is one's in the one and another's in the other, where both name both."""
    ours = _owners(a)
    theirs = _owners(b) if ours else {}
    for thing, x in ours.items():
        y = theirs.get(thing, x)
        if x != y and _speaks_of(b, x) and _speaks_of(a, y):
            return Difference(f"differs: {x}'s {thing} / {y}'s {thing}", sure=True)
    return None


def _owners(reading: Reading) -> dict[str, str]:
    """What stands behind "the company's", with whose it is."""
    words = reading.words
    return {
        words[at + 1]: word.removesuffix("'s")
        for at, word in enumerate(words[:-1])
        if word.endswith("'s") and word not in STOP_WORDS
    }


def _speaks_of(reading: Reading, owner: str) -> bool:
    return owner in reading.vocabulary or f"{owner}'s" in reading.vocabulary


@symmetric_check("differs", sure=False)
def _nearly_or_all(one: Reading, other: Reading) -> Excerpts | None:
    """One says "nearly 600", the other 600; of two numbers that differ one may be nearly the other."""
    if NEARLY.isdisjoint(one.vocabulary):
        return None
    for quantity in one.quantities:
        before = one.words[quantity.first - 1] if quantity.first else ""
        same = [q for q in other.quantities if q.value == quantity.value and q.kind == quantity.kind]
        if before in NEARLY and same and not any(_rounded(other, q) for q in same):
            return f"{before} {quantity.written}", same[0].written
    return None


def _rounded(reading: Reading, quantity: Quantity) -> bool:
    """Whether a number is told as less than it, or about it; "half" is only ever about half."""
    before = reading.words[max(0, quantity.first - 3) : quantity.first]
    misspelt = any(same_name(word, nearly) for word in before for nearly in NEARLY)
    return quantity.bound < 0 or misspelt or not APPROXIMATE.isdisjoint(before)


# ── if, relative clauses ───────────────────────────────────────────────────────────────────────

_CONDITIONAL = words_of("if whether unless when whenever should would could provided where case")


def _on_condition(a: Reading, b: Reading) -> Difference | None:
    """One says it only if something is so, the other that it is: "if the levy rises", "because the levy rises"."""
    if "if" in a.vocabulary and "if" in b.vocabulary and _even_if(a) != _even_if(b):
        return Difference(f"differs: {format_both(('if', 'even if'), turned=_even_if(a))}", sure=True)
    for one, other in ((a, b), (b, a)):
        if "if" not in one.vocabulary or not _CONDITIONAL.isdisjoint(other.vocabulary):
            continue
        if one.words[one.words.index("if") + 1 :][:1] != ["you"]:  # "if you smoke" is "smoking"
            return Difference("only one says: if", sure=False)
    return None


def _even_if(reading: Reading) -> bool:
    return reading.words[reading.words.index("if") - 1] == "even"


def _relative_turned(a: Reading, b: Reading) -> Difference | None:
    """Who does it in a relative clause has it done to them in the other: "who accused him", "whom he accused"."""
    theirs = _relative_clauses(b)
    for (first, second), begins in _relative_clauses(a).items():
        if first != second and theirs.get((second, first), begins) != begins:
            return Difference(f"swapped: {_written(a, first)} / {_written(a, second)}", sure=True)
    return None


def _relative_clauses(reading: Reading) -> dict[tuple[str, str], bool]:
    """The first two terms behind each relative pronoun, with whether the verb begins; none of a passive, which is the other way round."""
    found = {}
    for at, word in enumerate(reading.words[:-1]):
        if word in RELATIVES and not (word == "that" and opens_content_clause(reading, at)):
            behind = [(term, i) for term, i in reading.placed_terms if i > at][:2]
            if len(behind) == 2 and "by" not in reading.words[max(0, at - 1) : behind[1][1]]:
                found[behind[0][0], behind[1][0]] = behind[0][1] == at + 1
    return found


def _asks_who(a: Reading, b: Reading) -> Difference | None:
    """One asks or leaves open who, the other tells: "Who said the lake was clean", "The WHO said the lake was clean"."""
    if (a.words[:1] == ["who"]) == (b.words[:1] == ["who"]):
        return None
    return Difference("only one says: who", sure=False)


def _of_those_who(a: Reading, b: Reading) -> Difference | None:
    """A share is of those alone who do it in the one: "half of the guests who drank fell ill", "half of the guests drank and fell ill"."""
    shared = any(q.kind == "%" for q in a.quantities) or not _MOST.isdisjoint(a.vocabulary & b.vocabulary)
    if not shared or a.terms != b.terms or ("who" in a.vocabulary) == ("who" in b.vocabulary):
        return None
    return Difference("only one says: who", sure=False)


_MOST = words_of("most many few some")


def _written(reading: Reading, term: str) -> str:
    return reading.written[reading.places[reading.sequence.index(term)]]


_CHECKS: tuple[Callable[[Reading, Reading], Difference | None], ...] = (
    _not_moved, _not_in_a_condition, _joined_otherwise, _another_owner, _nearly_or_all, _on_condition,
    _relative_turned, _asks_who, _of_those_who,
)  # fmt: skip
