"""Weights the terms of a query, and expands it with related terms.

This only uses the desk's own claims and two English word lists, so that it works the same for a text in capitals.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.words.hypernyms import CHATTER, RELATED_STEMS
from claimtrack.core.match.words.synonyms import synonyms_of
from claimtrack.core.match.words.terms import stem
from claimtrack.store.index.postings import BLOCK, is_spellable

if TYPE_CHECKING:
    import sqlite3

    from claimtrack.store.index.vocabulary import Vocabulary

CHATTER_WEIGHT = 0.5
"""Weight of a chatter word, as common in posts."""
NAME_BONUS = 0.35
"""Extra weight of a term that is always a name over one that never is."""
NAME_PRIOR = 0.3
"""Average share of names among terms, assumed for a term about which nothing is known."""
SYNONYM_WEIGHT = 0.3
"""Weight of a term that can replace a word ..."""
SUBSTITUTE_WEIGHT = 0.2
"""... of one that newsrooms use instead: that list is far longer, and only used for a few words ..."""
PREFIX_WEIGHT = 0.4
"""... and of one that is a prefix of the word, or the reverse: "climb" and "climber"."""
_EXPANDED_TERMS = 4
"""Rarest words of a query that are expanded by substitutes: expanding all took a sixth longer, and found no more."""
_MAX_CLAIMS = 0.01, 100
"""Related terms in more claims than this (share of all, number) are ignored."""
_MAX_EXPANSIONS = 16
"""Related terms added to a query: the more, the longer a look-up takes."""
_SAMPLE_SIZE = 4
_MAX_NAME_CLAIMS = 0.01, 2_000
"""For terms in more claims than this (share of all, number) it matters little whether they are names."""
_MIN_PREFIX, _MAX_LENGTH_CHANGE, _MAX_FORMS = 5, 4, 3

# A capitalised word inside a sentence, or at its beginning before another one. The look-behind comes after the letter, which is faster.
_NAME = re.compile(r"[A-Z](?:(?<=[\w,;&][ -].)[^\W_]+|(?<=^.)[^\W_]+(?= [A-Z]))")
_MAX_CAPITAL_SHARE = 0.6

_TERMS_WITH_PREFIX = """
    select j.value, t.term from json_each(?) j
    join match_terms t on t.term > j.value and t.term < j.value || char(1114111)
    where length(t.term) <= length(j.value) + ? order by t.claims desc
"""


def weigh_terms(vocabulary: Vocabulary, counts: Mapping[str, float]) -> dict[str, float]:
    """Return the weights of a query's terms: names count more, chatter less."""
    vocabulary.learn(counts)
    _measure_name_shares(vocabulary, counts)
    return {
        term: count
        * (CHATTER_WEIGHT if term in CHATTER else 1.0)
        * (1 + NAME_BONUS * (vocabulary.named.get(term, NAME_PRIOR) - NAME_PRIOR))
        for term, count in counts.items()
    }


def find_related_terms(vocabulary: Vocabulary, counts: Mapping[str, float]) -> dict[str, float]:
    """Return related terms that the query lacks and a repeat of it may have, with weights no higher than that of the word itself."""
    asked = [term for term in counts if term not in CHATTER]
    near = [(term, other, PREFIX_WEIGHT) for term, other in _find_prefix_forms(vocabulary, asked)]
    near += [(term, other, SYNONYM_WEIGHT) for term in asked for other in RELATED_STEMS.get(term, ())]
    rarest = sorted(asked, key=lambda term: (-vocabulary.rarity(term), term))[:_EXPANDED_TERMS]
    near += [(term, other, SUBSTITUTE_WEIGHT) for term in rarest for other in synonyms_of(term)]
    vocabulary.learn(other for _, other, _ in near)
    most = max(_MAX_CLAIMS[0] * vocabulary.size, _MAX_CLAIMS[1])
    found: dict[str, float] = {}
    for term, other, part in near:
        if other not in counts and vocabulary.claims(other) <= most:
            rarer = min(1.0, vocabulary.rarity(term) / vocabulary.rarity(other))
            found[other] = max(found.get(other, 0.0), part * counts[term] * rarer)
    best = sorted(found, key=lambda other: (-found[other] * vocabulary.rarity(other), other))[
        :_MAX_EXPANSIONS
    ]
    return {other: found[other] for other in best}


def _find_prefix_forms(vocabulary: Vocabulary, terms: list[str]) -> list[tuple[str, str]]:
    """Return each term paired with the commonest longer terms that start with it, and the shorter ones with which it starts."""
    long = [term for term in terms if is_spellable(term) and len(term) >= _MIN_PREFIX]
    found: dict[str, list[str]] = {term: [] for term in long}
    for term, other in vocabulary.conn.execute(_TERMS_WITH_PREFIX, [json.dumps(long), _MAX_LENGTH_CHANGE]):
        if len(found[term]) < _MAX_FORMS:
            found[term].append(other)
    shorter = {
        term: [term[:-cut] for cut in range(1, _MAX_LENGTH_CHANGE + 1) if len(term) - cut >= _MIN_PREFIX]
        for term in long
    }
    vocabulary.learn(other for others in shorter.values() for other in others)
    for term, others in shorter.items():
        found[term] += [other for other in others if vocabulary.claims(other)]
    return [(term, other) for term, others in found.items() for other in others]


def _measure_name_shares(vocabulary: Vocabulary, terms: Mapping[str, float]) -> None:
    """Estimate, from a few claims with each term, how often it is a name; the result is kept in the vocabulary."""
    most = max(_MAX_NAME_CLAIMS[0] * vocabulary.size, _MAX_NAME_CLAIMS[1])
    unknown = [
        t for t in terms if t not in vocabulary.named and t[0].isalpha() and 0 < vocabulary.claims(t) <= most
    ]
    if not unknown:
        return
    sampled = _sample_claims(vocabulary.conn, [vocabulary.term_id(term) for term in unknown])
    samples = {term: sampled.get(vocabulary.term_id(term), ()) for term in unknown}
    wanted = sorted({claim_id for ids in samples.values() for claim_id in ids})
    rows = vocabulary.conn.execute(
        "select c.id, c.text from json_each(?) j join claims c on c.id = j.value", [json.dumps(wanted)]
    )
    texts = dict(rows.fetchall())
    for term, ids in samples.items():
        told = [_contains_name(term, texts[i]) for i in ids if i in texts]
        vocabulary.named[term] = (sum(told) + NAME_PRIOR) / (len(told) + 1)


_FIRST_BLOCKS = """
    select p.term_id, p.block, p.offsets from json_each(?) j join match_postings p on p.term_id = j.value
    where p.block = (select min(block) from match_postings where term_id = j.value)
"""


def _sample_claims(conn: sqlite3.Connection, term_ids: list[int]) -> dict[int, list[int]]:
    """Return a few claims with each term, spread over the first block of its postings."""
    found = {}
    for term_id, block, offsets in conn.execute(_FIRST_BLOCKS, [json.dumps(term_ids)]):
        size = len(offsets) // 2
        places = (
            {int((n + 0.5) * size / _SAMPLE_SIZE) for n in range(_SAMPLE_SIZE)}
            if size > _SAMPLE_SIZE
            else range(size)
        )
        found[term_id] = [
            block * BLOCK + int.from_bytes(offsets[2 * at : 2 * at + 2], "little") for at in places
        ]
    return found


@lru_cache(maxsize=256)
def _find_names(text: str) -> list[str]:
    """Return a text's names in lower case; none if most words are capitalised, as in a headline."""
    found = _NAME.findall(text)
    return [] if len(found) > _MAX_CAPITAL_SHARE * len(text.split()) else [word.casefold() for word in found]


def _contains_name(term: str, text: str) -> bool:
    """Whether one of a text's names has this stem. First letters are compared first, to save stemming."""
    if text.isascii() and term[0].upper() not in text:
        return False
    return any(stem(name) == term for name in _find_names(text) if name[0] == term[0] or not name.isascii())
