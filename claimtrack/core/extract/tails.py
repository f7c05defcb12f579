"""What the comma behind the attributed words opens: what came of it, what stands against it, what goes on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.adjuncts import PRESSED
from claimtrack.core.extract.clauses import (
    BREAKS,
    DASHES,
    count_words,
    has_predicate,
    has_quote,
    is_auxiliary,
    is_finite,
    opens_clause,
    word_at,
)
from claimtrack.core.extract.reading import QUOTED, word_set

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token
    from claimtrack.core.extract.subjects import Range

_FEWEST_RESULT = 5
_FEWEST_ADDED = 3
_FEWEST_DONE = 4
_BEING = frozenset("is are was were has had have will would can could".split())
_NOTHING = frozenset({"no", "nobody", "none", "nothing"})
_STRETCHES = frozenset(word for word in lexicon.STRETCHES if word.endswith("s"))
_WHEN_OR_WHY = frozenset("after before when where because since until".split())
_DOING = frozenset("blaming urging denying accusing demanding dismissing".split())
"""Participles that report besides: ", she said, urging ministers to bring in the ban"."""

_OPENS_COMMENT = DASHES | {"("}
_COMMENTING = frozenset({"a", "an", "the", "one", "which"})
_OPENS_DISPUTE = frozenset({"a", "an", "the", "something", "claims", "allegations", "charges"})
_DISPUTED = lexicon.CLAIMS | frozenset("something figure number suggestion charges version".split())
_DISPUTING = word_set(
    "reject rejects rejected dispute disputes disputed deny denies denied contest contests contested dismiss dismisses dismissed "
    "questioned"
)
_SHORTEST_STATEMENT = 20
"""Characters. A shorter quotation is a word or two, which a verb may go on with."""
_LONGEST_COMMENT = 8
_LONGEST_DENIAL = 12
_DENIED = lexicon.REFERRED | {"this", "that", "it"}
_LONGEST_DISPUTE = 16
_UNPROVEN = word_set("evidence proof details detail specifics examples sources elaborating specifying")
_REPEATING = frozenset({"repeating", "echoing", "reviving"})
_RECEPTION = word_set("cheers applause laughter boos jeers gasps heckles")


def has_result(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens what came of it: ", forcing the airport to close"."""
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in lexicon.RESULTS
        and word_at(tokens, at + 2) not in {"no", "few", "little"}
        and count_words(tokens, at, len(tokens)) >= _FEWEST_RESULT
    )


def does_besides(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens what the speaker did in saying so: ", blaming the weather for the delay"."""
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in _DOING
        and count_words(tokens, at, len(tokens)) >= _FEWEST_DONE
    )


def does_after_quote(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a verb behind a quotation of its own tells what the speaker did: 'wrote that "the sum is wrong" and left'."""
    is_whole = at - 2 == start + (word_at(tokens, start) == "that") and tokens[at - 2].is_quote
    verb = tokens[at]
    is_past = verb.lower.endswith("ed") or (is_finite(verb) and not is_auxiliary(verb))
    return is_whole and is_past and len(tokens[at - 2].text) >= _SHORTEST_STATEMENT


def comments(tokens: list[Token], at: int) -> bool:
    """Whether the outlet's own comment begins at `at`: "a claim the force rejects", "without giving details"."""
    if word_at(tokens, at) == "drawing":
        return word_at(tokens, at + 1) in _RECEPTION
    if word_at(tokens, at) in _REPEATING:
        return any(token.lower in lexicon.CLAIMS for token in tokens[at + 1 : at + _LONGEST_COMMENT])
    if word_at(tokens, at) == "without":
        return any(token.lower in _UNPROVEN for token in tokens[at + 1 : at + _LONGEST_COMMENT])
    return _disputed(tokens, at) is not None


def disputed_by(tokens: list[Token], end: int) -> Range | None:
    """Who disputes what was said in a comment that ends before `end`: ", a claim the force rejects, saying S"."""
    begin = next(
        (i for i in range(end - 2, max(0, end - _LONGEST_DISPUTE), -1) if tokens[i].text in BREAKS), end
    )
    found = _disputed(tokens, begin + 1)
    if found is None:
        return None
    noun, verb = found
    start = noun + 1 + (word_at(tokens, noun + 1) in {"that", "which"})
    return (start, verb) if start < verb < end else None


def past_denial(tokens: list[Token]) -> int:
    """Where the answer begins in "The ministry denied this: his form, it said, came late"; 0 where nothing is denied so."""
    window = range(2, min(len(tokens) - 1, _LONGEST_DENIAL))
    colon = next((i for i in window if tokens[i].text == ":" and not tokens[i + 1].is_quote), 0)
    denies = any(token.lower in lexicon.REJECTING for token in tokens[:colon])
    return colon + 1 if denies and tokens[colon - 1].lower in _DENIED else 0


def _disputed(tokens: list[Token], at: int) -> Range | None:
    """Where the noun and the verb of such a comment stand: "a claim" and "rejects"."""
    if word_at(tokens, at) not in _OPENS_DISPUTE:
        return None
    window = range(at, min(len(tokens), at + _LONGEST_COMMENT))
    noun = next((i for i in window if tokens[i].lower in _DISPUTED), len(tokens))
    window = range(noun + 1, min(len(tokens), noun + _LONGEST_COMMENT))
    verb = next((i for i in window if tokens[i].lower in _DISPUTING or tokens[i].is_quote), 0)
    return (noun, verb) if verb and not tokens[verb].is_quote else None


def before_comment(tokens: list[Token], start: int) -> int | None:
    """Where a quotation ends that is commented on: "We won" — a claim that the club disputes; else None."""
    end = start + 1 + (word_at(tokens, start) in {":", ","})
    if end >= len(tokens) or not tokens[end - 1].is_quote or has_quote(tokens, end, len(tokens)):
        return None
    is_comment = tokens[end].text in _OPENS_COMMENT
    is_comment = is_comment or (tokens[end].text == "," and word_at(tokens, end + 1) in _COMMENTING)
    # In "said "12 boats" — a third of all — were late" the quotation is no statement.
    resumes = (tokens[i].text in BREAKS and is_finite(tokens[i + 1]) for i in range(end + 1, len(tokens) - 1))
    return end if is_comment and not any(resumes) else None


def is_contrast(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens a clause against what was said: ", but a third of them were on strike"."""
    says = word_at(tokens, at + 2) in lexicon.PRONOUNS and word_at(tokens, at + 3) in lexicon.REPORTING
    if says and word_at(tokens, at + 1) in lexicon.CONTRASTS - {"but"}:
        return False  # "although she warns that S": the source goes on
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in lexicon.CONTRASTS
        and opens_clause(tokens, at + 2)
    )


def is_joined(tokens: list[Token], at: int) -> bool:
    """Whether "and" joins a clause that stands by itself at the comma: ", and a further five were ill"."""
    return word_at(tokens, at) == "," and word_at(tokens, at + 1) == "and" and opens_clause(tokens, at + 2)


def past_joint(tokens: list[Token], at: int) -> int:
    """Where the clause behind the comma at `at` begins, past "and", "because" or "while"."""
    joins = is_joined(tokens, at) or _while_another(tokens, at) or word_at(tokens, at + 1) == "because"
    return at + 1 + joins


def tells_when_or_why(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens a clause that tells when or why: ", after the pipe had burst"; not ", if it rains"."""
    opener = at + 1 + (word_at(tokens, at + 1) == "even")
    if word_at(tokens, at) != "," or word_at(tokens, opener) not in _WHEN_OR_WHY:
        return False
    if word_at(tokens, opener + 1) == "being" and word_at(tokens, opener + 2) in PRESSED:
        return False  # "she said, after being asked about it"
    is_clause = word_at(tokens, opener + 1).endswith("ing") or opens_clause(tokens, opener + 1)
    return (
        is_clause
        and count_words(tokens, at, len(tokens)) >= _FEWEST_DONE
        and not has_quote(tokens, at, len(tokens))
    )


def is_none(tokens: list[Token], at: int) -> bool:
    """Whether the clause against what was said has nobody or nothing for its subject: ", but no inquiry followed"."""
    joins = word_at(tokens, at) == "," and word_at(tokens, at + 1) in lexicon.CONTRASTS
    return joins and word_at(tokens, at + 2) in _NOTHING and has_predicate(tokens, at + 2, len(tokens))


def _adds(tokens: list[Token], at: int) -> bool:
    """Whether a few words go on with what was said without marks."""
    return count_words(tokens, at, len(tokens)) >= _FEWEST_ADDED and not has_quote(tokens, 0, len(tokens))


def _quotes_on(tokens: list[Token], at: int) -> bool:
    """Whether a verb goes on with a quotation, or behind one of a few words: "and had "paid nothing"", "It is "old", she said, and would fall"."""
    if word_at(tokens, at) not in _BEING:
        return False
    goes_on_plainly = count_words(tokens, at, len(tokens)) >= _FEWEST_DONE and not tokens[0].is_quote
    return word_at(tokens, at + 1)[:1] == QUOTED or goes_on_plainly


def goes_on(tokens: list[Token], at: int) -> bool:
    """Whether a clause of its own follows the comma at `at`: ", and crime is up", ", I call it a scandal"."""
    if word_at(tokens, at) == "," and word_at(tokens, at + 1) in {"i", "we"}:
        return opens_clause(tokens, at + 1)
    return (
        word_at(tokens, at) == ","
        and (word_at(tokens, at + 1) in lexicon.COORDINATORS or _while_another(tokens, at))
        and word_at(tokens, at + 2) not in lexicon.DEEDS
        and (opens_clause(tokens, at + 2) or _adds(tokens, at + 2) or _quotes_on(tokens, at + 2))
    )


def _while_another(tokens: list[Token], at: int) -> bool:
    """Whether ", while rents have risen" stands here: a second thing that was said."""
    following = word_at(tokens, at + 2)
    return (
        word_at(tokens, at + 1) == "while" and not following.endswith("ing") and opens_clause(tokens, at + 2)
    )


def adds_noun(tokens: list[Token], start: int, end: int, at: int) -> bool:
    """Whether but a noun is added by whoever speaks: "It plans 240 flats and, the builder says, a small park"."""
    return (
        word_at(tokens, end - 1) == "and"
        and word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in lexicon.DETERMINERS
        and count_words(tokens, at, len(tokens)) >= _FEWEST_ADDED
        and has_predicate(tokens, start, end - 1)
        and not any(_is_verb(tokens, i) for i in range(at + 2, len(tokens)))
        and not has_quote(tokens, start, len(tokens))
    )


def _is_verb(tokens: list[Token], at: int) -> bool:
    """Whether a verb stands here; "named for" and "caused by" tell of a noun."""
    is_past = tokens[at].lower.endswith("ed") and word_at(tokens, at + 1) not in lexicon.PREPOSITIONS
    return is_past or is_finite(tokens[at])


def follows_on(tokens: list[Token], at: int) -> bool:
    """Whether ", hours after two ministers left" follows: the outlet's own, when something was said."""
    return word_at(tokens, at + 1) in _STRETCHES and word_at(tokens, at + 2) in {"after", "before"}
