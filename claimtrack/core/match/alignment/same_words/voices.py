"""Whether the same subject acts or is acted upon: nurses are paid 30 euros, nurses pay 30 euros."""

from __future__ import annotations

from collections.abc import Iterator

from claimtrack.core.language.word_lists import BE, HAVE, MODALS, STOP_WORDS, words_of
from claimtrack.core.match.guards.difference import Excerpts, symmetric_check
from claimtrack.core.match.guards.roles.swapped_roles import ERGATIVE_VERBS
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.noun_phrases import PREPOSITIONS, find_by_agent
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, clause_start
from claimtrack.core.match.reading.syntax.verbs import is_participle
from claimtrack.core.match.words.terms import stem, stems_of

_MIDDLE_VERBS = ERGATIVE_VERBS | stems_of(
    "sell run read show fly sail ship ride drive cook print film operate finish marry retire divorce separate unite join link merge"
)
"""Verbs whose subject may be what is acted upon: "the book sells", "the book is sold"."""
_NO_ACTIVE = BE | HAVE | MODALS | DETERMINERS | words_of("to of not no")
"""Words before which there is no verb in the present with this subject: "to *pay*", "the *pay*"."""


@symmetric_check("differs", sure=True)
def voices_differ(one: Reading, other: Reading) -> Excerpts | None:
    """The subject of a passive is in the other that of the same verb in the present: "are paid 30 euros", "pay 30 euros"."""
    return _find_other_voice(one, other, may_be_state=False)


@symmetric_check("differs", sure=False)
def voices_may_differ(one: Reading, other: Reading) -> Excerpts | None:
    """The same before a preposition, where the passive may tell a state: "are bullied at work", but also "are focused on work"."""
    return _find_other_voice(one, other, may_be_state=True)


def _find_other_voice(one: Reading, other: Reading, *, may_be_state: bool) -> Excerpts | None:
    for start, at in _find_passives(one):
        verb, subject = stem(one.words[at]), _terms_before(one, start)
        if (
            (one.word(at + 1) in PREPOSITIONS) != may_be_state
            or verb in _MIDDLE_VERBS
            or find_by_agent(one, at)
            or any(stem(other.words[i]) == verb for _, i in _find_passives(other))
        ):
            continue
        active = next((i for i, word in enumerate(other.words) if i and stem(word) == verb), 0)
        is_active = active and other.words[active - 1] not in _NO_ACTIVE and _is_present(other.words[active])
        if is_active and subject and subject == _terms_before(other, active):
            return one.as_written(start, at + 1), other.written[active]
    return None


def _find_passives(reading: Reading) -> Iterator[tuple[int, int]]:
    """Yield the places of each form of "be" and the participle after it, across an adverb: "are still paid"."""
    words = reading.words
    for start, word in enumerate(words[:-1]):
        if word in BE:
            at = start + 1 + (words[start + 1] in STOP_WORDS or words[start + 1].endswith("ly"))
            if at < len(words) and is_participle(words[at]) and words[at] not in STOP_WORDS:
                yield start, at


def _is_present(word: str) -> bool:
    return not is_participle(word) and not word.endswith("ing")


def _terms_before(reading: Reading, at: int) -> frozenset[str]:
    """The terms of a clause before a place: of its subject, if a verb is there."""
    first = clause_start(reading, at)
    return frozenset(term for term, place in reading.placed_terms if first <= place < at)
