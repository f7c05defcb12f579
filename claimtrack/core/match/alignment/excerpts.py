"""The excerpts of statements that a difference shows: a few unaligned tokens with the function words between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from claimtrack.core.language.word_lists import STOP_WORDS
from claimtrack.core.match.reading.paraphrases import verb_and_particles
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.terms import unspaced_bigrams
from claimtrack.core.texts.anchor import common_prefix_length

_MAX_SHOWN_WORDS = 3
"""The most content words of an excerpt, and tokens from one of these to the next that are shown together."""


def show_difference(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> str:
    """The difference as shown: "differs: oil / paint"."""
    return "differs: " + " / ".join(_trim_common_affixes(show_tokens(a, ours), show_tokens(b, theirs)))


def show_tokens(reading: Reading, places: Sequence[int]) -> str:
    """The first content words among some tokens, with the function words between: "more than 3,000", "if the court agrees"."""
    words, weighty = reading.words, 0
    shown: list[int] = []
    for before, at in pairwise([-1, *places]):
        between = range(before + 1, at) if shown and at - before <= _MAX_SHOWN_WORDS else ()
        if all(words[i] in STOP_WORDS and not reading.is_boundary(i + 1) for i in between):
            shown.extend(between)
        shown.extend(verb_and_particles(reading, at))
        weighty += words[at] not in STOP_WORDS
        if weighty == _MAX_SHOWN_WORDS:
            break
    return reading.written_at(shown)


def _trim_common_affixes(one: str, other: str) -> tuple[str, str]:
    """For two strings of a script without spaces, the parts that differ; other strings unchanged."""
    if not (unspaced_bigrams(one) and unspaced_bigrams(other)):
        return one, other
    before = common_prefix_length(one, other)
    after = common_prefix_length(one[before:][::-1], other[before:][::-1])
    return one[before : len(one) - after] or one, other[before : len(other) - after] or other
