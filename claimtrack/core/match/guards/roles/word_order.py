"""Whether only the order of phrases differs (a moved adjunct, an apposition, coordinated subjects), or two function words are exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.core.language.word_lists import POSSESSIVES, SEQUENCE_WORDS, words_of
from claimtrack.core.match.reading.attribution import attribution_places, find_content_start
from claimtrack.core.match.reading.reading import Reading

LOCATIVE_PREPOSITIONS = words_of(
    "in at on near since from of during after before across around outside inside until by"
)
"""Prepositions of place and time, whose phrase may stand anywhere."""
MOVABLE_PREPOSITIONS = LOCATIVE_PREPOSITIONS | {"under"}
"""The same with "under", whose phrase may also stand anywhere."""
CLAUSE_CONJUNCTIONS = words_of("when while because as although")
"""Conjunctions of clauses that may open a sentence or close it."""
_ADJUNCT_OPENERS = (MOVABLE_PREPOSITIONS - {"of", "by"}) | words_of(
    "within throughout among amid despite with without over"
)
"""Prepositions of adjuncts that may stand at either end of a sentence."""
FRONTABLE_WORDS = _ADJUNCT_OPENERS | words_of("to into for against like unlike")
"""The same with prepositions that seldom open a sentence ("against Rome she scored"); after a noun they belong to it."""
_ORDERED_PREPOSITIONS = _ADJUNCT_OPENERS | words_of("by of to into for against than")
"""The prepositions that count when the order of two statements is compared."""


def is_only_reordered(a: Reading, b: Reading) -> bool:
    """Whether two statements of the same words differ only in the order of their phrases or coordinated names."""
    return (
        _are_phrases_moved(a, b)
        or _are_neighbours_exchanged(a, b)
        or _is_apposition_reversed(a, b)
        or _are_partners_reordered(a, b)
        or _are_subjects_reordered(a, b)
    )


def find_crossed_places(ours: Sequence[str], theirs: Sequence[str]) -> tuple[int, int] | None:
    """The two places at which two sequences differ, if each has there what the other has in the other place."""
    if len(ours) != len(theirs):
        return None
    differing = [at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y]
    if len(differing) != 2:
        return None
    one, other = differing
    return (one, other) if ours[one] == theirs[other] and ours[other] == theirs[one] else None


def function_words_swapped(a: Reading, b: Reading) -> str | None:
    """Two words are exchanged, at least one of them a function word, and all others keep their places: for it and against it, against and for."""
    exchanged = find_crossed_places(a.words, b.words)
    if exchanged is None or not {a.words[at] for at in exchanged} & _RELATIONAL_WORDS:
        return None
    return f"swapped: {' / '.join(a.written[at] for at in exchanged)}"


_RELATIONAL_WORDS = words_of("for from to by before after with without above below")
"""Function words whose place decides who or what is meant."""


def terms_with_countries(reading: Reading) -> list[str]:
    """The terms in order, with countries by number: Armenia attacks Azerbaijani positions, Azerbaijan Armenian ones."""
    named = {at: f"country {member}" for member, _, at in reading.kinds.get("country", ())}
    return [named.get(at, term) for term, at in reading.placed_terms] if len(named) > 1 else reading.sequence


def _are_phrases_moved(a: Reading, b: Reading) -> bool:
    """Whether phrases that open one statement, or each, stand elsewhere in the other: "in Rome she won", "she won in Rome"."""
    ours, theirs = _terms_and_prepositions(a), _terms_and_prepositions(b)
    if sorted(ours) != sorted(theirs):
        return False
    for one, other in ((ours, theirs), (theirs, ours)):
        for length, at in _match_openings(one, other):
            rest, rest_b = one[length:], other[:at] + other[at + length :]
            if rest == rest_b:
                return True
            # Another phrase of another preposition: "on Sunday in Rome she won", "in Rome she won on Sunday", "she won in Rome on Sunday".
            for left, right in ((rest, rest_b), (rest_b, rest)):
                again = _match_openings(left, right) if left[0] != one[0] else ()
                if any(left[n:] == right[:i] + right[i + n :] for n, i in again):
                    return True
    return False


def _are_neighbours_exchanged(a: Reading, b: Reading) -> bool:
    """Whether a phrase has only changed places with the next: "from Oslo to Rome", "to Rome from Oslo"."""
    ours, theirs = _terms_and_prepositions(a), _terms_and_prepositions(b)
    first = next((at for at, (x, y) in enumerate(zip(ours, theirs, strict=False)) if x != y), 0)
    one, other = ours[first:], theirs[first:]
    if not first or other[0] not in FRONTABLE_WORDS or sorted(one) != sorted(other):
        return False
    return any(
        one[length:] == other[:at] + other[at + length :] and _ORDERED_PREPOSITIONS.isdisjoint(other[1:at])
        for length, at in _match_openings(one, other)
        if 1 < at <= _MAX_PASSED_WORDS
    )


_MAX_PASSED_WORDS = 4
"""Words of the phrase that it passes, preposition included, at most."""


def _terms_and_prepositions(reading: Reading) -> list[str]:
    """The terms of the content in order, with its prepositions."""
    start, attribution = find_content_start(reading), attribution_places(reading)
    small = {
        at: word
        for at, word in enumerate(reading.words)
        if at >= start and at not in attribution and word in _ORDERED_PREPOSITIONS
    }
    terms = [
        (at, term)
        for term, at in reading.placed_terms
        if at >= start and at not in attribution and at not in small
    ]
    return [key for _, key in sorted([*small.items(), *terms], key=lambda item: item[0])]


def _match_openings(one: list[str], other: list[str]) -> list[tuple[int, int]]:
    """Pairs of the length of a phrase that opens one sequence and its place after the start of the other."""
    if not one or one[0] not in FRONTABLE_WORDS:
        return []
    starts = [at for at, key in enumerate(other) if at and key == one[0]]
    longest = min(_MAX_PHRASE_WORDS, len(one) - 1)
    return [(n, at) for n in range(2, longest + 1) for at in starts if other[at : at + n] == one[:n]]


_MAX_PHRASE_WORDS = 8
"""Words of such a phrase at most."""


_APPOSITION_LINKS = words_of("a an the his her its their who which is was are were of")


def _is_apposition_reversed(a: Reading, b: Reading) -> bool:
    """Whether a name and its apposition are exchanged: "Raisi, who was Iran's president", "Iran's president Raisi"."""
    ours, theirs = a.sequence, b.sequence
    if len(ours) != len(theirs):
        return False
    differing = [at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y]
    if not differing:
        return False
    first, end = differing[0], differing[-1] + 1
    one, other = ours[first:end], theirs[first:end]
    k = next((k for k in range(1, len(one)) if one[k:] + one[:k] == other), 0)
    runs = (range(first, first + k), range(first + k, end)), (range(end - k, end), range(first, end - k))
    names = [_is_name(a, run) and _is_name(b, run_b) for run, run_b in zip(*runs, strict=True)]
    if not k or sum(names) != 1:
        return False
    parted = _is_apposition_parted(a, first + k), _is_apposition_parted(b, end - k)
    return None not in parted and any(parted)


def _is_name(reading: Reading, terms: range) -> bool:
    """Whether all of some terms are capitalised."""
    return all(reading.has_capital(reading.places[at]) for at in terms)


def _is_apposition_parted(reading: Reading, second: int) -> bool | None:
    """Whether a comma separates the second of two runs of terms from the first; None if other words stand between."""
    between = range(reading.places[second - 1] + 1, reading.places[second])
    if any(reading.words[at] not in _APPOSITION_LINKS for at in between):
        return None
    return reading.has_boundary_in(range(between.start, between.stop + 1))


def _are_subjects_reordered(a: Reading, b: Reading) -> bool:
    """Whether two coordinated names that open a statement are only in the other order: "Sara Lund and Sarah Lund are twins"."""
    if a.words[:1] == b.words[:1] or not SEQUENCE_WORDS.isdisjoint(a.vocabulary):
        return False
    joined = a.words.index("and") if "and" in a.vocabulary else 0
    end = joined + 1
    while end < len(a.words) and a.has_capital(end) and not a.is_boundary(end):
        end += 1
    two = [*a.words[joined + 1 : end], "and", *a.words[:joined]]
    return 0 < joined <= _MAX_NAME_WORDS and end > joined + 1 and b.words == two + a.words[end:]


_COUNTERPART_NOUNS = words_of("counterpart counterparts colleague colleagues")
_JOINING_WORDS = words_of("and met meets meet")
_MEETING_WORDS = words_of("talks met meets meeting spoke treaty deal agreement pact summit")
_MAX_NAME_WORDS = 4
"""Maximum number of words of a name."""


def _are_partners_reordered(a: Reading, b: Reading) -> bool:
    """Whether two act together and each is named first once: "the Uzbek president and his Kazakh counterpart"."""
    if not SEQUENCE_WORDS.isdisjoint(a.vocabulary):
        return False
    at, at_b = _partner_place(a), _partner_place(b)
    exchanged = find_crossed_places(terms_with_countries(a), terms_with_countries(b)) if at and at_b else None
    if exchanged is None:
        return False
    return all(
        r.places[exchanged[0]] < partner < r.places[exchanged[1]] <= partner + _MAX_NAME_WORDS
        for r, partner in ((a, at), (b, at_b))
    )


def _partner_place(reading: Reading) -> int:
    """The place of "his" in "and his counterpart", "met his counterpart", "talks with his counterpart"; 0 if there is none."""
    if _COUNTERPART_NOUNS.isdisjoint(reading.vocabulary):
        return 0
    words = reading.words
    for at in range(2, len(words)):
        met = words[at - 1] == "with" and words[at - 2] in _MEETING_WORDS
        joined = words[at] in POSSESSIVES and (met or words[at - 1] in _JOINING_WORDS)
        if joined and not _COUNTERPART_NOUNS.isdisjoint(words[at : at + _MAX_NAME_WORDS]):
            return at
    return 0
