"""Whoever is named without a verb of saying: by a name and a colon, or by what he calls something in quotation marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon, nouns
from claimtrack.core.extract.clauses import is_finite, word_at
from claimtrack.core.extract.cues import group_start
from claimtrack.core.extract.phrases import subject_start
from claimtrack.core.extract.speaking import is_speaker
from claimtrack.core.extract.subjects import first_subject, subject_before

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token
    from claimtrack.core.extract.subjects import Range

_LONGEST_LABEL = 5
_ANSWERS = nouns.DOCUMENTS | {"answer", "response", "comment"}
_COORDINATORS = frozenset({"and", "but"})
_RELATIVES = lexicon.RELATIVES | {"what"}
_CHARACTERISING = frozenset("accusing calling branding terming dismissing labelling labeling dubbing".split())
_LONGEST_IN_ED = 4
"""Characters of words in -ed that are no past tense ("need")."""


def label(words: list[Token]) -> Range | None:
    """The name that stands before a colon and a quotation without any verb: "Ada Moor: "No."."""
    is_short = 0 < len(words) <= _LONGEST_LABEL
    is_name = is_short and all(w.is_capital or w.text == "." for w in words)
    return (0, len(words)) if is_name and not any(w.lower in lexicon.CUES for w in words) else None


def announcer(tokens: list[Token]) -> Range | None:
    """The subject of a sentence that announces words: "The mayor put it this way:"."""
    if not tokens:
        return None
    comma = next((i for i in range(len(tokens) - 1, 0, -1) if tokens[i].text == ","), 0)
    is_adjunct = tokens[0].lower.endswith(("ed", "ing")) or tokens[0].lower in lexicon.SUBORDINATORS
    main = first_subject(tokens[comma + 1 :], len(tokens) - comma - 1) if is_adjunct and comma else None
    if main is not None:
        return main[0] + comma + 1, main[1] + comma + 1
    if tokens[0].lower in lexicon.NO_ONE:
        return None  # "Nobody was at the door, where a note said: ..."
    return first_subject(tokens, len(tokens)) or _disagreeing(tokens) or _answer(tokens)


def _answer(tokens: list[Token]) -> Range | None:
    """The document or answer that stands before a colon without a verb: "Her reply, in its entirety:"."""
    end = next((i for i, token in enumerate(tokens) if token.text in {",", ":"}), len(tokens))
    is_noun = end > 1 and tokens[0].lower in lexicon.DETERMINERS and tokens[end - 1].lower in _ANSWERS
    return (0, end) if is_noun and not any(map(is_finite, tokens)) else None


def _disagreeing(tokens: list[Token]) -> Range | None:
    """The subject of a verb that no list knows, at the end: "Her neighbour, Ann Lee, scoffs"."""
    last = tokens[-1]
    is_verb_last = last.lower.endswith("s") and not last.is_capital and len(tokens) > 1
    source = subject_before(tokens, len(tokens) - 1, 0) if is_verb_last else None
    return source if source and is_speaker(tokens[slice(*source)]) else None


def caller(words: list[Token]) -> Range | None:
    """Whoever calls something what stands in quotation marks: "Ann Lee, the mayor, called it "a sham""."""
    at = next((i for i, w in enumerate(words) if w.lower in lexicon.CALLING), 0)
    if at == 0 and characterises(words):
        return announcer(words)
    group = group_start(words, at, 0) if at else 0
    if group == 0 or not any(w.is_quote for w in words[at:]):
        return None
    if any(w.lower in lexicon.BE | {"to"} for w in words[group:at]):
        return None
    if words[group - 1].lower in {"who", "which"} and word_at(words, group - 2) == ",":
        # "She was represented by the lawyer Ann Lee, who called it "a sham""
        start = subject_start(words, group - 2)
        return (start, group - 2) if start < group - 2 else None
    opens = int(words[0].lower in lexicon.CLAUSE_LINKS)
    if words[group - 1].lower in lexicon.PRONOUNS:
        is_subject = group - 1 == opens or words[group - 2].text == ","
        return (group - 1, group) if is_subject else None
    comma = next((i for i in range(opens, group) if words[i].text == ","), group)
    before = words[opens:comma]
    if group == 1 and words[0].lower in lexicon.COUNTED:
        return (0, 1)
    if words[group - 1].lower in lexicon.DETERMINERS | lexicon.PREPOSITIONS:
        return None  # "a hastily called meeting"
    if before and comma < group and _is_adjunct(before):
        subject = subject_before(words, group, comma + 1)
        return subject if subject and words[subject[0] - 1].text == "," else None
    if words[group - 1].lower in _COORDINATORS:
        subject = first_subject(words, group)
        return subject or None
    if not before or any(_begins_predicate(w) for w in before) or word_at(words, group - 2) in _RELATIVES:
        return None
    return (opens, group - (words[group - 1].text == ","))


def characterises(words: list[Token]) -> bool:
    """Whether a quotation is but what a clause calls something: "Moor was blunt, accusing the port of "theft"."""
    at = next((i for i in range(1, len(words)) if words[i].is_quote), 0)
    participle = (i for i in range(2, at) if words[i].lower in _CHARACTERISING and words[i - 1].text == ",")
    return next(participle, 0) > 0


def _is_adjunct(phrase: list[Token]) -> bool:
    """Whether words before a comma tell when, where or how."""
    first = phrase[0].lower
    return (
        first in lexicon.PREPOSITIONS
        or first.endswith(("ing", "ed", "ly"))
        or phrase[-1].lower in lexicon.TIME_NOUNS | {"ago", "later", "earlier"}
    )


def _begins_predicate(word: Token) -> bool:
    is_past = word.lower.endswith("ed") and not word.is_capital and len(word.lower) > _LONGEST_IN_ED
    return is_past or is_finite(word) or word.is_quote or word.lower in _RELATIVES
