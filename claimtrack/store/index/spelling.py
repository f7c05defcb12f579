"""Spelling correction of query words that no claim has: misprints, and words wrongly joined or split."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import STOP_WORDS
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.terms import find_tags, stem
from claimtrack.store.index.postings import is_spellable

if TYPE_CHECKING:
    from claimtrack.store.index.vocabulary import Vocabulary

ONE_EDIT_WEIGHT = 0.7
"""Weight of a term that is one letter away from the query's word."""
TWO_EDITS_WEIGHT = 0.4
SPACING_WEIGHT = 0.8
"""Weight of a term that the query has joined with another or split."""
_MAX_CORRECTIONS = 3
_MIN_PART_LENGTH = 3
_MAX_TAG_LENGTH = 32
_MIN_PART_CLAIMS = 3
"""Claims that must have a word for it to count as part of a joined word."""
_STOP_WORD_COST = 3.0
"""Rarity assumed for a stop word within a joined word: about that of a word in one claim of twenty."""
_MAX_MISPRINT_SHARE = 2e-5
"""A word in at most this share of the claims may be a misprint, even if some claim has it."""

_SPELT_LIKE = """
    select term, claims from match_terms
    where term >= :head and term < :after_head and length(term) between :shortest and :longest
    union
    select t.term, t.claims from match_endings e join match_terms t on t.id = e.term_id
    where e.ending >= :tail and e.ending < :after_tail and length(e.ending) between :shortest and :longest
"""


def correct_spelling(vocabulary: Vocabulary, text: str, counts: Mapping[str, float]) -> dict[str, float]:
    """Return the terms that the query may have meant instead of its own, with their weights."""
    found: dict[str, float] = {}
    words = [w for w in read(text).words if w[0].isalpha()]
    vocabulary.learn([*counts, *(stem(a + b) for a, b in pairwise(words))])
    for left, right in pairwise(words):
        joined = stem(left + right)
        if len(left) >= _MIN_PART_LENGTH <= len(right) and vocabulary.claims(joined):
            found[joined] = SPACING_WEIGHT
    unknown = (word for word in words if len(word) <= _MAX_TAG_LENGTH and not vocabulary.claims(stem(word)))
    vocabulary.learn(stem(w[:end]) for w in unknown for end in range(_MIN_PART_LENGTH, len(w)))
    tagged = find_tags(text)
    known = max(1, vocabulary.size * _MAX_MISPRINT_SHARE)
    for word in dict.fromkeys(words):
        term = stem(word)
        if term not in counts or vocabulary.claims(term) > known or not is_spellable(term):
            continue
        parts = _split_word(vocabulary, word) if word in tagged or not vocabulary.claims(term) else {}
        for other, count in (parts or _correct_misprint(vocabulary, term)).items():
            found[other] = max(found.get(other, 0.0), count * counts[term])
    return {term: count for term, count in found.items() if term not in counts}


def _split_word(vocabulary: Vocabulary, word: str) -> dict[str, float]:
    """Split a joined word, such as a hashtag in capitals, into known words, choosing the commonest parts."""
    if len(word) > _MAX_TAG_LENGTH:
        return {}
    best: dict[int, tuple[float, tuple[str, ...]]] = {0: (0.0, ())}
    for start in range(len(word) - _MIN_PART_LENGTH + 1):
        if start not in best:
            continue  # no known word ends here; for most words only prefixes are looked up
        cost, parts = best[start]
        pieces = {end: word[start:end] for end in range(start + _MIN_PART_LENGTH, len(word) + 1)}
        terms = {end: stem(piece) for end, piece in pieces.items()}
        vocabulary.learn(terms.values())
        for end, term in terms.items():
            if pieces[end] in STOP_WORDS:
                split = (cost + _STOP_WORD_COST, parts)
            elif vocabulary.claims(term) >= _MIN_PART_CLAIMS:
                split = (cost + vocabulary.rarity(term), (*parts, term))
            else:
                continue
            best[end] = min(split, best.get(end, split))
    _, parts = best.get(len(word), (0.0, ()))
    return dict.fromkeys(parts, SPACING_WEIGHT)


def _correct_misprint(vocabulary: Vocabulary, term: str) -> dict[str, float]:
    """Return known terms one or two letters away. At least one half of the word must be unchanged."""
    from rapidfuzz.distance import OSA

    allowed = 1 if len(term) < 7 else 2
    half = len(term) // 2
    head, tail = term[:half], term[half:][::-1]
    rows = vocabulary.conn.execute(
        _SPELT_LIKE,
        {
            "head": head,
            "after_head": head + "\U0010ffff",
            "tail": tail,
            "after_tail": tail + "\U0010ffff",
            "shortest": len(term) - allowed,
            "longest": len(term) + allowed,
        },
    ).fetchall()
    near = []
    for other, claims in rows:
        distance = OSA.distance(term, other, score_cutoff=allowed)
        if 0 < distance <= allowed and claims > vocabulary.claims(term):
            near.append((distance, -claims, other))
    return {
        other: ONE_EDIT_WEIGHT if distance == 1 else TWO_EDITS_WEIGHT
        for distance, _, other in sorted(near)[:_MAX_CORRECTIONS]
    }
