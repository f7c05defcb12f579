"""Which words are surely verbs by their form: "killed", "rose", "hurt"."""

from __future__ import annotations

from claimtrack.core.match.words.lexicon import IRREGULAR, words_of

_NOUNS = words_of(
    "men women children people persons death deaths lives wives feet teeth mice worse worst better best knives wolves thieves calves loaves"
    " geese crises analyses hypotheses theses bacteria"
)
_FORMS = (frozenset(IRREGULAR) - _NOUNS) | words_of("hurt hit cut shut put set cost spread quit let")


def is_done(word: str) -> bool:
    """Whether a word tells what was done, or is done: "killed", "rose", "goes"."""
    return word in _FORMS or (word.endswith("ed") and word.isalpha())
