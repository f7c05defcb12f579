"""Small questions about a stretch of tokens: does a clause begin here, where does its subject begin?"""

from __future__ import annotations

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.reading import Token

_CLAUSE_WINDOW = 22
_SUBJECT_WINDOW = 60
_MARKS = frozenset({",", ";", ":", "(", ")", "—", "--"})


def opens_clause(tokens: list[Token], at: int) -> bool:
    """Whether a full clause begins at `at`, rather than the mere object of a verb.

    "claims almost the entire sea and is in a dispute" holds a verb, but only after "and".
    """
    if at >= len(tokens):
        return False
    first = tokens[at].lower
    if first == "to":
        return False
    if first in lexicon.SUBJECT_PRONOUNS or first in lexicon.QUESTION_WORDS or first == "that":
        return True
    skipped_relative = False
    for i in range(at + 1, min(len(tokens), at + _CLAUSE_WINDOW)):
        token = tokens[i]
        if token.lower in {"who", "which", "that"}:
            skipped_relative = True
        elif (
            token.text == ","
            and i + 1 < len(tokens)
            and tokens[i + 1].lower in lexicon.SUBJECT_PRONOUNS | lexicon.CONJUNCTIONS
        ):
            return False
        elif _is_predicate(tokens, i):
            if not skipped_relative:
                return True
            skipped_relative = False
    return False


def has_predicate(tokens: list[Token], start: int, end: int) -> bool:
    """Whether some verb in the range makes it a clause rather than a phrase."""
    return any(
        tokens[i].lower in lexicon.FINITE
        or (
            tokens[i].lower.endswith(("ed", "n't", "'s", "'re", "'ve", "'ll", "'d"))
            and not tokens[i].is_capital
        )
        or (
            tokens[i].lower.endswith("s")
            and tokens[i].is_word
            and i + 1 < end
            and tokens[i + 1].lower in lexicon.DETERMINERS
        )
        or (i > start and _is_predicate(tokens, i))
        for i in range(start, end)
    )


def _is_predicate(tokens: list[Token], at: int) -> bool:
    previous = tokens[at - 1].lower
    if previous in {"and", "or", "but", "to", ","}:
        return False
    word = tokens[at].lower
    if word in lexicon.FINITE:
        return True
    if word in lexicon.PLAIN_VERBS:
        return previous.endswith("s") or previous in lexicon.PLURALS
    is_past = len(word) > 4 and word.endswith("ed")
    return (
        is_past
        and (tokens[at - 1].is_capital or previous.endswith("s"))
        and previous not in lexicon.DETERMINERS
    )


def after_adjuncts(tokens: list[Token], at: int, *, addressing: bool = False) -> int:
    """Where the said words begin: past "on Tuesday", "in a statement", "reporters", "that"."""
    moved = -1
    while moved != at:
        moved = at
        at = _after_one_adjunct(tokens, at, addressing=addressing)
        addressing = addressing and at == moved
    return at


def _after_one_adjunct(tokens: list[Token], at: int, *, addressing: bool) -> int:
    if at >= len(tokens):
        return at
    word = tokens[at].lower
    if word == "out" and tokens[at - 1].lower.startswith("point"):
        return at + 1
    if word in lexicon.TIMES or (
        word in lexicon.MONTHS and at + 1 < len(tokens) and tokens[at + 1].lower.isdigit()
    ):
        return at + 1
    if word in {"last", "this", "next", "late", "early", "earlier"} and _word(
        tokens, at + 1
    ) in lexicon.WEEKDAYS | lexicon.MONTHS | {
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "night",
        "weekend",
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
    }:
        return at + 2
    if word in lexicon.PREPOSITIONS:
        return _after_prepositional(tokens, at)
    if addressing:
        return _after_addressee(tokens, at)
    return at


def _after_prepositional(tokens: list[Token], at: int) -> int:
    """Past a prepositional phrase that tells when, where or to whom; else stay."""
    that = next(
        (
            i
            for i in range(at + 1, min(len(tokens), at + 25))
            if tokens[i].lower in {"that", ":"} or tokens[i].is_quote
        ),
        None,
    )
    comma = next((i for i in range(at + 1, min(len(tokens), at + 25)) if tokens[i].text == ","), None)
    if that is not None and (comma is None or that < comma) and tokens[that].lower != "that":
        return that
    if that is not None and (comma is None or that < comma) and opens_clause(tokens, that + 1):
        return that
    if _word(tokens, at + 1) in lexicon.WEEKDAYS | lexicon.MONTHS:
        end = at + 2
        while _word(tokens, end)[:1].isdigit():
            end += 1
        return end
    for i in range(at + 1, min(len(tokens), at + 8)):
        if tokens[i].lower in lexicon.VENUES and _word(tokens, i + 1) not in lexicon.VENUES:
            return i + 1
        if tokens[i].lower in {"reporters", "journalists", "supporters", "lawmakers"}:
            return i + 1
        if not tokens[i].is_word:
            break
    return at


def _after_addressee(tokens: list[Token], at: int) -> int:
    """Past whom a verb of telling speaks to: "reporters", "the BBC", "the House committee"."""
    for i in range(at, min(len(tokens), at + 10)):
        if tokens[i].lower in {"that", ":", "how", "why", "what", "whether"} or tokens[i].is_quote:
            return i
        if tokens[i].text == ",":
            break
    first = tokens[at]
    if first.lower in {"me", "us", "him", "them", "you", "her"}:
        return at + 1
    end = at + 1 if first.lower in lexicon.DETERMINERS else at
    if _is(tokens, end, capital=True):
        while _is(tokens, end, capital=True) or _word(tokens, end) in {"of", "'s"}:
            end += 1
        return end
    while end < len(tokens) and tokens[end].is_word and not tokens[end].is_capital and end - at < 5:
        word = tokens[end].lower
        if word in lexicon.DETERMINERS | lexicon.SUBJECT_PRONOUNS | lexicon.PREPOSITIONS | lexicon.FINITE:
            break
        end += 1
        if word.endswith("s") and end - at <= 3 and word in lexicon.PEOPLE | {"reporters", "viewers", "mps"}:
            break
    return end


def subject_start(tokens: list[Token], end: int) -> int:
    """Where the noun phrase that ends before `end` begins; equals `end` when there is none."""
    lowest = max(0, end - _SUBJECT_WINDOW)
    i = end
    while i > lowest and not _bars(tokens, i - 1, end):
        i = _before_parenthesis(tokens, i - 1) if tokens[i - 1].text == ")" else i - 1
    return _past_openers(tokens, i, end)


def _before_parenthesis(tokens: list[Token], close: int) -> int:
    """Where "(D-Mo.)" opens; `close` when it does not open nearby."""
    return next((i for i in range(close - 1, max(-1, close - 9), -1) if tokens[i].text == "("), close)


def _bars(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the subject cannot reach back over this token."""
    token = tokens[at]
    if token.text == ")":
        return _before_parenthesis(tokens, at) == at
    if token.is_quote or token.text in _MARKS or (not token.is_word and token.text not in "'&%$£€.-"):
        return True
    if token.lower in {
        "but",
        "while",
        "because",
        "although",
        "though",
        "whereas",
        "if",
        "when",
        "as",
        "so",
        "yet",
        "after",
    }:
        return True
    if token.lower == "to" and at and tokens[at - 1].lower == "according":
        return True
    if token.lower == "and":
        return _joins_clauses(tokens, at, end)
    return token.lower == "that" and at > 0 and tokens[at - 1].lower in lexicon.CUES


def _joins_clauses(tokens: list[Token], at: int, end: int) -> bool:
    """ "Smith and Jones said" is one subject; "prices rose and Jones said" is not."""
    return any(_is_predicate(tokens, i) for i in range(max(1, at - 8), at)) or at + 1 >= end


def _past_openers(tokens: list[Token], start: int, end: int) -> int:
    """Past what stands before the subject of its own clause: "On Tuesday", "However", "In the report"."""
    i = start
    while i < end and (
        tokens[i].lower in (lexicon.RELATIVES if end - i > 1 else ())
        or tokens[i].lower
        in lexicon.CONJUNCTIONS
        | {
            "however",
            "meanwhile",
            "still",
            "now",
            "then",
            "also",
            "instead",
            "indeed",
            "later",
            "earlier",
            "ultimately",
            "additionally",
            "furthermore",
            "moreover",
            "nevertheless",
        }
        or not tokens[i].is_word
    ):
        i += 1
    while i < end - 1 and tokens[i].lower in {"did", "does", "do", "has", "had", "was", "is"}:
        i += 1
    if i < end and tokens[i].lower in lexicon.PREPOSITIONS | {"last", "this", "earlier", "late"}:
        return _last_phrase(tokens, i, end)
    return i


def _last_phrase(tokens: list[Token], start: int, end: int) -> int:
    """In "On Tuesday the union", the last noun phrase."""
    i = end
    while i > start + 1:
        word = tokens[i - 1].lower
        if word in lexicon.PREPOSITIONS and word != "of":
            return i if i < end else start
        if word in lexicon.TIMES | lexicon.MONTHS or word in {"week", "month", "year"} or word.isdigit():
            return i
        i -= 1
        if (
            word in {"the", "a", "an", "his", "her", "their", "its"} | lexicon.PRONOUNS
            and tokens[i - 1].lower != "of"
        ):
            return i
    return end


def _is(tokens: list[Token], at: int, *, capital: bool) -> bool:
    return at < len(tokens) and tokens[at].is_capital == capital and tokens[at].is_word


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""
