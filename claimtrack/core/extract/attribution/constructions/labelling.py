"""Speakers who label something in quotation marks: "Ann Lee, the mayor, called it "a sham""."""

from __future__ import annotations

from claimtrack.core.extract.attribution.constructions.verbless import find_announcer
from claimtrack.core.extract.attribution.sources.first_subjects import find_first_subject
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.sources.subjects import find_subject_before
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.finding import contains_word, find_word, word_at
from claimtrack.core.extract.words.reading import QUOTED, Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import may_be_verb

_ADJUNCT_PREPOSITIONS = lexicon.PREPOSITIONS - {"of"}
_RELATIVES = lexicon.RELATIVES | {"what"}
_LABELLING_PARTICIPLES = words_of("accusing calling branding terming dismissing labelling labeling dubbing")
_NOT_LABELLING = lexicon.BE | {"to"}
_ENDS_TIME = times.TIME_NOUNS | {"ago", "later", "earlier"}


def find_caller(words: list[Token]) -> TokenRange | None:
    """Who labels something in quotation marks: "Ann Lee, the mayor, called it "a sham""; else None."""
    at = next((i for i, w in enumerate(words) if w.lower in lexicon.LABELLING_VERBS), 0)
    if at == 0 and has_labelling_participle(words):
        return find_announcer(words)
    group = find_group_start(words, at, 0) if at else 0
    if group == 0 or not _labels_quotation(words, at, group):
        return None
    previous = words[group - 1].lower
    if previous in {"who", "which"} and word_at(words, group - 2) == ",":
        return _find_relative_caller(words, group - 2)
    start = int(words[0].lower in lexicon.CLAUSE_CONNECTIVES)
    if previous in lexicon.PRONOUNS:
        is_subject = group - 1 == start or words[group - 2].text == ","
        return (group - 1, group) if is_subject else None
    if group == 1 and previous in lexicon.QUANTIFIER_PRONOUNS:
        return (0, 1)
    if previous in lexicon.BEFORE_NOUN:
        return None  # "a hastily called meeting"
    comma = find_word(words, ",", start, group, default=group)
    before = words[start:comma]
    if before and comma < group and _is_adjunct(before):
        subject = find_subject_before(words, group, comma + 1)
        return subject if subject and words[subject[0] - 1].text == "," else None
    if previous in lexicon.COORDINATORS:
        return find_first_subject(words, group)
    has_clause = any(may_be_verb(w) or w.is_quote or w.lower in _RELATIVES for w in before)
    if not before or has_clause or word_at(words, group - 2) in _RELATIVES:
        return None
    return (start, group - (previous == ","))


def _labels_quotation(words: list[Token], at: int, group: int) -> bool:
    """Whether the verb labels a quotation after it: not so in "is called "a sham"" and "a request called "chained tolls""."""
    if not any(w.is_quote for w in words[at:]):
        return False
    if contains_word(words[group:at], _NOT_LABELLING):
        return False
    is_participle = words[at].lower == "called" and not words[group - 1].is_capital
    names_it = word_at(words, at + 1)[:1] == QUOTED and word_at(words, at + 2) not in lexicon.DETERMINERS
    return not (is_participle and names_it)


def _find_relative_caller(words: list[Token], comma: int) -> TokenRange | None:
    """The noun before the relative clause: "She was represented by the lawyer Ann Lee, who called it "a sham""; else None."""
    start = find_subject_start(words, comma)
    if any(map(may_be_verb, words[start:comma])):  # "Doe worked for Ann Lee, who calls her "a star""
        window = range(comma - 1, start, -1)
        ends = (i for i in window if may_be_verb(words[i]) or words[i].lower in _ADJUNCT_PREPOSITIONS)
        start = next(ends, start) + 1
    return (start, comma) if start < comma else None


def has_labelling_participle(words: list[Token]) -> bool:
    """Whether a quotation is only a label: "Moor was blunt, accusing the port of "theft"."""
    at = next((i for i in range(1, len(words)) if words[i].is_quote), 0)
    participle = (
        i for i in range(2, at) if words[i].lower in _LABELLING_PARTICIPLES and words[i - 1].text == ","
    )
    return next(participle, 0) > 0


def _is_adjunct(phrase: list[Token]) -> bool:
    """Whether the words before a comma give time, place or manner."""
    first = phrase[0].lower
    return (
        first in lexicon.PREPOSITIONS or first.endswith(("ing", "ed", "ly")) or phrase[-1].lower in _ENDS_TIME
    )
