"""Statements of two words, which are complete all the same: "Costs doubled", "Nobody died"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.ending import find_action_end
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.verbs.objects import is_bare_number
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, has_predicate, is_predicate
from claimtrack.core.extract.words.finding import has_quote, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_finite, may_be_past

_NOT_SUBJECTS = (
    lexicon.PREPOSITIONS | lexicon.CLAUSE_CONNECTIVES | lexicon.AUXILIARIES | lexicon.RELATIVES
    | lexicon.QUESTION_WORDS | words_of("the a an its")
)  # fmt: skip
_MODIFIER_ENDINGS = ("ed", "ing", "ly", "'s")
"""Endings of words that begin no clause of their own: "Born blind", "Widely admired", "Visibly moved"."""
_SUBJECT_WORDS = lexicon.SPEAKER_PRONOUNS | words_of("that's it's he's she's they're there's")
_NOUNS_IN_ING = words_of("nothing everything something anything building")
_PAST_FORMS = words_of("died lied burst spread split sang sprang shrank fled")
_AFTER_SAME = words_of(". about of for and but in on last again") | {"", ","}
_PRO_FORMS = words_of("so something nothing much little as")
_AFTER_PRO_FORM = words_of(lexicon.PREPOSITIONS, times.TIME_ADVERBS, "similar different else the much last")
_JOINTS = words_of("that and but")
_LONGEST_ANSWER = 20  # characters, marks included, of a quotation of a word or two
COUNTED = words_of("percent % voters respondents majority americans britons adults half third quarter most")
_BASE_FORMS = lexicon.BASE_VERBS | lexicon.BASE_VERBS_OR_NOUNS | words_of("run sink leak burn")
_NOT_BRIEF_VERBS = lexicon.AUXILIARIES | lexicon.CUES | words_of("set cut hurt hundred indeed")
"""Verbs that need a complement ("He hoped, he said, that S"), and words that only look like verbs."""


def is_complete_statement(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words can stand as a statement, however few they are."""
    return is_statement(tokens, start, end) or is_brief_clause(tokens, start, end)


def is_brief_clause(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words are just a subject and its verb, apart from a comma."""
    end -= word_at(tokens, end - 1) in COMMA_OR_DASH
    if end - start != 2:
        return False
    subject, verb = tokens[start], tokens[start + 1]
    first, last = subject.lower, verb.lower
    if (
        not subject.is_word
        or first in _NOT_SUBJECTS
        or (first.endswith(_MODIFIER_ENDINGS) and first not in _NOUNS_IN_ING)
    ):
        return False
    if verb.is_capital or last in _NOT_BRIEF_VERBS:
        return False
    is_past = may_be_past(verb) or last in _PAST_FORMS
    is_plural = first in lexicon.PLURALS or (first.endswith("s") and not first.endswith("ss"))
    return is_past or is_finite(verb) or (is_plural and last in _BASE_FORMS)


def has_brief_content(tokens: list[Token], at: int) -> bool:
    """Whether just a subject and its verb follow: "says he forgot", "said rents rose"."""
    if word_at(tokens, at) in _SUBJECT_WORDS:
        return word_at(tokens, at + 1)[:1].isalpha() or has_quote(tokens, at + 1, at + 2)
    if at + 1 >= len(tokens) or not tokens[at].is_word:
        return False
    ends = tokens[at].text[0].isdigit() or word_at(tokens, at + 2) in {"", "."}
    counts = ends and tokens[at + 1].lower.endswith("ed")  # "said 40 died", "said crime doubled"
    return counts or is_predicate(tokens, at + 1)


def is_yes_or_no(tokens: list[Token], at: int) -> bool:
    """Whether the content is only yes, no or a pro-form, which means nothing on its own: "75 percent said yes", "she said nothing of the sort"."""
    first, following = word_at(tokens, at), word_at(tokens, at + 1)
    if first in _PRO_FORMS and following in _AFTER_PRO_FORM:
        ends = (
            i
            for i in range(at + 1, len(tokens))
            if tokens[i].text in COMMA_OR_DASH or tokens[i].lower in _JOINTS
        )
        return not has_predicate(tokens, at + 1, next(ends, len(tokens)))
    if f"{first} {following}" == "the same":
        return word_at(tokens, at + 2) in _AFTER_SAME
    return first in {"yes", "no"} and (not following[:1].isalnum() or following in {"to", "and", "but"})


def match_bare_answer(
    tokens: list[Token], at: int, start: int, source: TokenRange | None
) -> Attribution | None:
    """The attribution of a mere number ("Organisers say 4,000") or of a share that said yes or no; of any other yes or no, None."""
    if source is None:
        return None
    if is_bare_number(tokens, start):
        return Attribution(at, source, (source[0], len(tokens)), framed=True)
    is_share = not COUNTED.isdisjoint(token.lower for token in tokens[slice(*source)])
    if is_share:
        return Attribution(at, source, (source[0], find_action_end(tokens, start - 2)), framed=True)
    return None


def match_answer(tokens: list[Token], at: int, source: TokenRange, start: int) -> Attribution | None:
    """The attribution in "Doe answered "we paid it" to the panel"; a quotation of a word or two ("no comment") keeps the sentence."""
    answers = tokens[at].lower.startswith(("answer", "repl")) and start == at + 1 and tokens[start].is_quote
    if not answers or word_at(tokens, start + 1) not in {"to", "when"}:
        return None
    is_word_or_two = len(tokens[start].text) < _LONGEST_ANSWER
    content = (0, len(tokens)) if is_word_or_two else (start, start + 1)
    return Attribution(at, source, content, framed=is_word_or_two)
