"""Whether a reporting verb asserts that nobody said the words: negated, conditional, or in a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.verbs.cues import MERELY, is_negated
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import CLAUSE_PUNCTUATION, starts_clause
from claimtrack.core.extract.words.finding import find_word_back, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import is_preverbal

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.scope import Attribution

_FINDING_NOUNS = words_of(
    "effect+s difference+s link+s association correlation connection change increase rise benefit harm"
)
_EVIDENCE = words_of("evidence proof sign signs indication indications record records trace reason")
_COUNTING_WORDS = words_of("fewer less other")
_NUMBER_CHARACTERS = frozenset(".0123456789")
_CONDITIONALS = words_of("if unless supposing lest")
_INVERTED_AUXILIARIES = words_of("did does do has have had would will could can should may might")
_INVERSION_TRIGGERS = words_of("only until")
"""Words after which inversion makes a statement, not a question: "Only then did she say that S"."""
_POSSIBILITY_MODALS = words_of("could might may should")
_NEGATION_WINDOW, _ADDRESSEE_WINDOW = 2, 6  # tokens from a negator to the verb; from the verb to the content
_ANYBODY, _EVERYBODY = words_of("anyone anybody"), words_of("everyone everybody")
_FUTURE_MODALS, _GENERIC_SUBJECTS = (words_of("will would 'll"), words_of("people some many most others"))
"""With a future modal these are nobody in particular: "People will tell you that S"."""
_REPORT_NOUNS = lexicon.CLAIM_NOUNS | words_of(
    "reports rumours rumors suggestion suggestions evidence idea notion proof"
)
_NOT_ONLY_WINDOW = 6  # words from "not only" to the content: "not only told the council on Monday that"
_CLAUSE_BOUNDARIES = CLAUSE_PUNCTUATION | {":"}


def is_unasserted(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the sentence does not assert that anybody said the words: "No minister has said S", "If Lee says S"."""
    if (
        _is_negative_subject(tokens, hit.source[0])
        or _is_generic_subject(tokens, hit.source)
        or _is_reported_claim(tokens, hit)
    ):
        return True
    if hit.content[0] <= hit.cue and not hit.framed:
        return False
    return _is_conditional(tokens, hit) or _is_inverted(tokens, hit) or _is_hypothetical(tokens, hit)


def is_quote_denied(words: list[Token]) -> bool:
    """Whether the outlet denies that a quotation was said: "Lee never said "No more"."""
    for at, word in enumerate(words):
        if word.lower not in lexicon.SAY or not is_negated(words, max(0, at - _NEGATION_WINDOW), at):
            continue
        farthest = at + (_ADDRESSEE_WINDOW if word.lower in lexicon.ADDRESSEE_VERBS else _NEGATION_WINDOW)
        if any(token.is_quote for token in words[at + 1 : farthest + 1]) or not any(
            token.is_word for token in words[at + 1 :]
        ):
            return True
    return False


def follows_not_only(tokens: list[Token], start: int) -> bool:
    """Whether "not only said" or "did not just say" precedes the content, so that the speaker says more afterwards."""
    window = range(max(1, start - _NOT_ONLY_WINDOW), start)
    return any(tokens[i].lower in MERELY and tokens[i - 1].lower in {"not", "didn't"} for i in window)


def _is_reported_claim(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution is itself only claimed or reported: "reports that Lee said S"."""
    if hit.content[0] <= hit.cue:
        return False
    start = hit.source[0]
    that = find_word_back(tokens, "that", start - 1, max(0, start - _NEGATION_WINDOW - 1))
    return 0 < start - that <= _NEGATION_WINDOW and tokens[that - 1].lower in _REPORT_NOUNS


def _is_negative_subject(tokens: list[Token], at: int) -> bool:
    """Whether the subject names nobody; not so in "No 10", "No fewer than 12" and "None other than Doe"."""
    first, following = tokens[at].lower, word_at(tokens, at + 1)
    if first == "very":
        first = following
    return first in lexicon.NEGATIVE_OPENERS and not (
        following in _COUNTING_WORDS or following[:1] in _NUMBER_CHARACTERS
    )


def _is_generic_subject(tokens: list[Token], source: TokenRange) -> bool:
    """Whether the subject is nobody in particular: "Anyone who runs a mill says S", "Everybody says S"; but not "Everyone in Vale says S"."""
    first = tokens[source[0]].lower
    return first in _ANYBODY or (first in _EVERYBODY and source[1] - source[0] == 1)


def _find_clause_start(tokens: list[Token], at: int) -> int:
    """The index where the clause begins that contains `at`."""
    return next((i + 1 for i in range(at - 1, -1, -1) if tokens[i].text in _CLAUSE_BOUNDARIES), 0)


def _is_conditional(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution is conditional: "If Lee says S, he lies", "unless a doctor says that S"."""
    if _CONDITIONALS.isdisjoint([token.lower for token in tokens[: hit.source[0] + 1]]):
        return False
    start = _find_clause_start(tokens, hit.source[0])
    return any(
        token.lower in _CONDITIONALS and word_at(tokens, i - 1) not in {"as", "asked"}
        for i, token in enumerate(tokens[start : hit.source[0] + 1], start)
    )


def _is_inverted(tokens: list[Token], hit: Attribution) -> bool:
    """Whether subject and auxiliary are inverted: "Did Lee say S?", "Nor did Lee say S", "Had Lee said S"."""
    at = hit.source[0] - (tokens[hit.source[0]].lower not in _INVERTED_AUXILIARIES)
    if word_at(tokens, at) not in _INVERTED_AUXILIARIES or hit.cue <= at + 1:
        return False
    # "Will Smith said S" has a past tense, and in "May said" the "May" is a name.
    if not (lexicon.is_base_form(tokens[hit.cue].lower) or tokens[at].lower in lexicon.HAVE):
        return False
    before = {token.lower for token in tokens[_find_clause_start(tokens, at) : at]}
    return before.isdisjoint(_INVERSION_TRIGGERS)


def _is_hypothetical(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the verb is hypothetical or no longer true: "Lee could have said S", "Critics may say S", "Lee no longer says S". Quotations were surely said."""
    if has_quote(tokens, *hit.content):
        return False
    i = hit.cue
    while i > 0 and is_preverbal(tokens[i - 1]):
        i -= 1
        if tokens[i].lower in _POSSIBILITY_MODALS:
            return True
        is_tell_you = tokens[hit.cue].lower == "tell" and word_at(tokens, hit.cue + 1) == "you"
        is_anybody = tokens[hit.source[0]].lower in _GENERIC_SUBJECTS and i == hit.source[0] + 1
        if tokens[i].lower in _FUTURE_MODALS and (is_tell_you or is_anybody):
            return True
    return word_at(tokens, i - 1) == "longer" and word_at(tokens, i - 2) == "no"


def is_null_finding(tokens: list[Token], at: int, is_report: bool) -> bool:
    """Whether "found no evidence that S" occurs here or, in a report, "found no effect on S", which mean the opposite without their verb."""
    if tokens[at].lower not in {"found", "finds", "find"} or word_at(tokens, at + 1) != "no":
        return False
    if word_at(tokens, at + 2) in _EVIDENCE and word_at(tokens, at + 3) == "that":
        return True
    noun = at + 2 + (word_at(tokens, at + 3) in _FINDING_NOUNS)  # "no significant effect on"
    is_result = word_at(tokens, noun) in _FINDING_NOUNS and word_at(tokens, noun + 1) in lexicon.PREPOSITIONS
    return is_report and is_result


def is_posted_object(tokens: list[Token], at: int, start: int) -> bool:
    """Whether what is posted makes no statement itself: "tweeted her thanks", but not "tweeted a graph that shows S"."""
    is_posted = tokens[at].lower.startswith("tweet") and not starts_clause(tokens, start)
    return is_posted and {"show", "shows", "showed", "showing"}.isdisjoint(
        token.lower for token in tokens[start:]
    )
