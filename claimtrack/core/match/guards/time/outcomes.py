"""Guards on what came of it in the end: taken up again or not, won or missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import side_by_side

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

RESUMING = words_of(
    "resume resumes resumed resuming restart restarts restarted restarting reopen reopens reopened reopening"
)
"""What is done again, or open again."""
_AGAIN = words_of(
    "resumed resumes reopened reopens restored restores reinstated reinstates relaunched rehired rejoined returned revived"
)


def taken_up_again(a: Reading, b: Reading) -> str | None:
    """What has come to an end in the one has been taken up again in the other, which tells both: "suspended", "suspended and resumed"."""
    for one, other in ((a, b), (b, a)):
        for word in sorted(_AGAIN & (other.vocabulary - one.vocabulary)) if not other.negators else ():
            sides = {axis: pole for axis, found in other.poles.items() for pole, w, _ in found if w == word}
            ours = [(w, pole == sides[axis]) for axis in sides for pole, w, _ in one.poles.get(axis, ())]
            ended = [w for w, again in ours if not again and w in other.vocabulary]
            if ended and len(ended) == len(ours) and not one.negators:
                return f"differs: {side_by_side((ended[0], word), turned=one is not a)}"
    return None


_MISSING = words_of("missed misses")
_WINNING = words_of(
    "won wins secured secures gained gains got gets kept keeps held holds regained regains retained retains broke breaks beat beats"
    " set sets met meets hit hits reached reaches made makes caught catches"
)


def won_or_missed(a: Reading, b: Reading) -> str | None:
    """What is won in the one is missed or lost in the other, which may tell of another thing that was won: "won, but missed a majority"."""
    for one, other in ((a, b), (b, a)):
        if _MISSING.isdisjoint(one.vocabulary - other.vocabulary) or one.negators or other.negators:
            continue
        missed, won = _objects(one, _MISSING), _objects(other, _WINNING)
        for thing in sorted((missed.keys() & won.keys()) - _objects(one, _WINNING).keys()):
            told = f"{missed[thing]} {thing}", f"{won[thing]} {thing}"
            return f"differs: {side_by_side(told, turned=one is not a)}"
    return None


def _objects(reading: Reading, verbs: frozenset[str]) -> dict[str, str]:
    """The words right behind some verbs and a determiner, each with the verb."""
    words, found = reading.words, {}
    for at, word in enumerate(words[:-2]):
        if word in verbs and words[at + 1] in DETERMINERS:
            found[words[at + 2]] = word
    return found
