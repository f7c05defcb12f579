"""Two statements of the same words, of which each tells in a clause, or only as whose it is, what the other tells something of.

"The officer who shot the driver was released", "the driver shot by the officer was released"; "if rents rise, banks will fail", "if banks
fail, rents will rise"; "the lawyer of the man's wife", "the wife of the man's lawyer".
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.roles.causes import is_person
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, HELPERS, clause_end
from claimtrack.core.match.words.forms import is_done
from claimtrack.core.match.words.lexicon import MAGNITUDES, NUMBER_WORDS, RELATIVES, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

    _Statement = tuple[Reading, "_Told"]
    """A statement, and of whom it tells."""

_LONG = 8
"""Words in which the clause follows that tells who or what a statement is about."""
_BEHIND_IT = words_of("of in from at near with for on")
_ASIDE = HELPERS | words_of("later once often ever recently")


def clauses_exchanged(a: Reading, b: Reading) -> Difference | None:
    """What one tells something of stands in a clause, a condition or as the owner in the other, and the other way about."""
    one, other = _told_of(a), _told_of(b)
    both = ((a, one), (b, other)) if one and other else None
    return (
        (_heads_exchanged(*both) if both else None)
        or _conditions_exchanged(a, b)
        or _owners_exchanged(a, b)
        or (_told_in_the_clause(*both) if both else None)
    )


# ── who or what it is told of ───────────────────────────────────────────────────────────────────


class _Told(NamedTuple):
    """Of whom a statement tells: the place of the word for them, and that at which the clause about them opens."""

    head: int
    opens: int


def _told_of(reading: Reading) -> _Told | None:
    """Who stands at the head of a statement with a clause that tells which: "the *officer* who shot", "the *driver* shot by"."""
    words, head = reading.words, -1
    for at, word in enumerate(words[: _LONG + 1]):
        shortened = (
            is_done(word)
            and words[at + 1 : at + 2] == ["by"]
            and not DETERMINERS.isdisjoint(words[at + 2 : at + 3])
        )
        if at and (shortened or word in RELATIVES or word == "whose"):
            return None if is_done(words[at - 1]) else _Told(head if head >= 0 else at - 1, at)
        if word in _BEHIND_IT and at:
            head = head if head >= 0 else at - 1
        elif word in HELPERS or is_done(word) or (reading.parted(at) and at):
            return None
    return None


def _heads_exchanged(one: _Statement, other: _Statement) -> Difference | None:
    """It is told of somebody who in the other statement stands only in the clause that tells of whom that tells."""
    (a, told), (b, told_b) = one, other
    if "than" in a.vocabulary | b.vocabulary:
        return None
    ours, theirs = stem(a.words[told.head]), stem(b.words[told_b.head])
    whose = any(
        r.words[x.opens] == "whose" or stem(r.words[x.opens - 1]) == head
        for r, x, head in ((a, told, theirs), (b, told_b, ours))
    )
    if ours == theirs or not (
        _in_its_clause(a, told, theirs, whose=whose) and _in_its_clause(b, told_b, ours, whose=whose)
    ):
        return None
    return Difference(_with_their_clauses(one, other), sure=True, in_any_order=True)


def _in_its_clause(reading: Reading, told: _Told, term: str, *, whose: bool) -> bool:
    """Whether somebody stands once behind where a clause opens, and has none of their own, or is the one whose it is who is told of.

    Where the one is the other's (`whose`) only next to its verb: "the club that won will pay its *players*" is "players of the club that won".
    """
    words = reading.words
    start = told.head + 1 if is_person(words[told.head]) else told.opens
    places = [at for at in range(start, len(words)) if stem(words[at]) == term]
    if len(places) != 1 or places[0] + 1 == told.opens:
        return len(places) == 1
    between = set(words[told.opens + 1 : places[0]]) - HELPERS - DETERMINERS
    return (not whose or len(between) <= 1) and RELATIVES.isdisjoint(words[places[0] + 1 : places[0] + 2])


def _with_their_clauses(*both: _Statement) -> str:
    heads = (f"{r.written[told.head]} {r.as_written(told.opens, told.opens + 2)}" for r, told in both)
    return f"differs: {' / '.join(heads)}"


def _told_in_the_clause(one: _Statement, other: _Statement) -> Difference | None:
    """Of one and the same, what the one tells in the clause the other tells of them: "those who smoke drink", "those who drink smoke"."""
    (a, told), (b, told_b) = one, other
    if stem(a.words[told.head]) != stem(b.words[told_b.head]):
        return None
    ours, theirs = _first_told(a, told), _first_told(b, told_b)
    if not ours or not theirs or stem(a.words[ours]) == stem(b.words[theirs]):
        return None
    if _only_behind(a, ours, b.words[theirs]) and _only_behind(b, theirs, a.words[ours]):
        return Difference(_with_their_clauses(one, other), sure=False)
    return None


def _first_told(reading: Reading, told: _Told) -> int:
    """The place of the first word of a clause that tells what they do or are; 0 where it tells what is done by another: "whom the police shot"."""
    words, at = reading.words, told.opens + 1
    if words[told.opens] not in RELATIVES - {"whom"} or reading.parted(at):
        return 0
    while at < len(words) and words[at] in _ASIDE:
        at += 1
    return at if at < len(words) and words[at] not in STOP_WORDS | DETERMINERS else 0


def _only_behind(reading: Reading, at: int, word: str) -> bool:
    """Whether a word stands behind a place, and no "and" between, as it does in a list."""
    place = next((i for i in range(at + 1, len(reading.words)) if stem(reading.words[i]) == stem(word)), 0)
    return place > 0 and {"and", "or", ","}.isdisjoint(reading.words[at:place])


# ── on which condition ──────────────────────────────────────────────────────────────────────────


_CONDITIONS = ("if", "unless", "until", "because")


def _conditions_exchanged(a: Reading, b: Reading) -> Difference | None:
    """What is the condition or the reason in the one comes of it in the other."""
    for word in _CONDITIONS:
        ours, theirs = _condition(a, word), _condition(b, word)
        if ours and theirs:
            (one, rest), (other, rest_b) = ours, theirs
            alone, alone_b = one - other, other - one
            turned = alone <= rest_b and alone_b <= rest
            if turned and min(len(alone), len(alone_b)) > len(one & other):
                told = " / ".join(f"{word} {_in_order(r, terms)}" for r, terms in ((a, one), (b, other)))
                return Difference(f"differs: {told}", sure=True, in_any_order=True)
    return None


def _condition(reading: Reading, word: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """The terms of the only clause that such a word opens, and those of the rest."""
    if reading.words.count(word) != 1:
        return None
    at = reading.words.index(word)
    end = clause_end(reading, at)
    within = frozenset(term for term, place in reading.placed if at < place < end)
    rest = frozenset(term for term, place in reading.placed if not at < place < end)
    return (within, rest) if within and rest else None


def _in_order(reading: Reading, terms: frozenset[str]) -> str:
    """Terms as the statement has them, in its order."""
    return reading.written_at(at for term, at in reading.placed if term in terms)


# ── whose it is ─────────────────────────────────────────────────────────────────────────────────

_HOW_MANY = {*MAGNITUDES, *NUMBER_WORDS} | words_of(
    "number majority lot most half third quarter part rest share rate level kind type group series tens"
)
"""What is "of" these is no owner: "thousands of deaths", "the deaths of thousands"."""


def _owners_exchanged(a: Reading, b: Reading) -> Difference | None:
    """What is another's in the one owns it in the other, or is whose that is in the other: "the bank of the church"."""
    for (owner, owned), (owner_b, owned_b) in product(_owners(a), _owners(b)):
        turned = owner == owned_b and owned == owner_b
        if turned and owner != owned:
            told = f"{owned} of {owner} / {owned_b} of {owner_b}"
            return Difference(f"differs: {told}", sure=True, in_any_order=True)
    return None


def _owners(reading: Reading) -> Iterator[tuple[str, str]]:
    """Whose or of what a thing is told to be, and that thing, as words without their endings; of "the wife of the man's lawyer" the wife is the lawyer's."""
    words = reading.words
    for at, word in enumerate(words):
        if word == "of" and 0 < at < len(words) - 1:
            of = at + 1 + (words[at + 1] in DETERMINERS)
            if (whose := reading.word(of)).endswith("'s"):
                if not is_person(whose.removesuffix("'s")):
                    continue  # "the president of France's wife" is his, not hers
                of += 1
            pair = reading.word(of), words[at - 1]
        elif word.endswith("'s") and at + 1 < len(words):
            pair = word.removesuffix("'s"), words[at + 1]
        else:
            continue
        if all(one.isalpha() and one not in STOP_WORDS | _HOW_MANY for one in pair):
            yield pair
