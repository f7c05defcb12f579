"""Two statements with the same things, in which one word tells of another of them: "three Asian girls and a man", "an Asian man and three girls"."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import takewhile
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.entities.tellers import SAYING
from claimtrack.core.match.reading.syntax.governed import is_of_a_thing, joins
from claimtrack.core.match.reading.syntax.phrases import BREAKS, HELPERS
from claimtrack.core.match.words.forms import is_done

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.core.match.reading.reading import Reading


def tells_of_another(a: Reading, b: Reading) -> Difference | None:
    """A word that stands before one thing in the one statement, and before another in the other, where each names both things."""
    if "counterpart" in a.terms | b.terms:
        return None
    theirs = _belonging(b)
    for word, ours in _belonging(a).items():
        others = theirs.get(word)
        if not others or not ours.keys().isdisjoint(others):
            continue
        head = next((term for term in ours if term in b.terms), None)
        other = next((term for term in others if term in a.terms), None)
        if head and other:
            same_words = sorted(a.sequence) == sorted(b.sequence)
            same_words = same_words and _stands_bare(other, a) and _stands_bare(head, b)
            return Difference(f"differs: {ours[head]} / {others[other]}", sure=same_words)
    return None


def _stands_bare(term: str, reading: Reading) -> bool:
    """Whether a thing stands in a statement with nothing that tells of which kind it is, and is no verb there."""
    at = next(i for known, i in reading.placed if known == term)
    before = reading.words[at - 1] if at > 0 else "the"
    return not is_done(reading.words[at]) and (before in BREAKS or is_done(before))


@lru_cache(maxsize=64)
def _belonging(reading: Reading) -> Mapping[str, dict[str, str]]:
    """Each term -> the things that it tells of wherever it stands, each with the words for both; none where it once stands by itself."""
    term_at = dict(zip(reversed(reading.places), reversed(reading.sequence), strict=True))
    found: dict[str, dict[str, str]] = defaultdict(dict)
    alone = set()
    for at, term in term_at.items():
        heads = _things_behind(reading, at) if _tells_a_kind(reading, at) else []
        if not heads:
            alone.add(term)
        for head in heads:
            if head in term_at:
                told = f"{reading.tokens[at].text} {reading.tokens[head].text}"
                found[term].setdefault(term_at[head], told)
    return {term: heads for term, heads in found.items() if term not in alone}


def _tells_a_kind(reading: Reading, at: int) -> bool:
    """Whether a word may tell which or how many things are meant that stand behind it: no verb, name or plural."""
    word = reading.words[at]
    if quantity := next((q for q in reading.quantities if q.first <= at <= q.last), None):
        return quantity in reading.amounts and quantity.kind == "number"
    opens = at in reading.openings and not word.endswith("'s")
    small = reading.tokens[at].text.islower() or opens or word.endswith(_PEOPLES)
    is_verb = at > 0 and reading.words[at - 1] in _BEFORE_A_VERB and not reading.parted(at)
    plain = not word.endswith("s") or word.endswith(("'s", "ss", "ous"))
    doing = at == 0 and word.endswith("ing")
    return small and plain and not is_verb and not doing and is_of_a_thing(reading, at)


_PEOPLES = ("ish", "ese", "an", "ch")
"""How words end that tell of which people or country somebody is."""
_BEFORE_A_VERB = HELPERS | {"to"}
_AND = frozenset({"and", "or"})


def _things_behind(reading: Reading, at: int) -> list[int]:
    """The places of the words behind a word that belong to one thing with it, and of what is told of along with that: "new *schools* and *roads*"."""
    words, places = reading.words, range(len(reading.words))
    found = list(takewhile(lambda i: _goes_on(reading, i), places[at + 1 :]))
    end = at + 1 + len(found)
    if found and end < len(words) and (words[end] in _AND or reading.parted(end)):
        found.extend(takewhile(lambda i: _goes_on(reading, i), places[end + (words[end] in _AND) :]))
    of_a_doing = words[end : end + 1] and words[end].endswith("ing") and end + 1 in places
    return [] if of_a_doing and _goes_on(reading, end + 1) else found  # "deep-sea *mining* rights"


def _goes_on(reading: Reading, at: int) -> bool:
    counted = any(q.first <= at <= q.last for q in reading.quantities)
    spoken = reading.words[at] == "one" or reading.words[at] in SAYING
    return not counted and not spoken and is_of_a_thing(reading, at) and joins(reading, at)
