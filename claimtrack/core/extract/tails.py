"""What the comma behind the attributed words opens: what came of it, what stands against it, what goes on with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.adjuncts import PRESSED
from claimtrack.core.extract.clauses import (
    BREAKS,
    CURRENCIES,
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
_LONGEST_TURNING = 12
_LONGEST_NOUN = 5
_LONGEST_SHARE = 6
_OPENS_SUBJECT = lexicon.THIRD_PERSON | {"that", "which", "the", "its", "his", "her", "their"}
_COMMENTED = word_set("repeats repeated blames blamed declined declines refused refuses")
_HELPING = frozenset({"does", "do", "has", "have"})
_NEGATED = word_set("doesn't don't hasn't haven't")
"""In the present: what was said in the past may go on with "did not"."""
_AS_FAR = (
    lexicon.PERSON_PRONOUNS
    | lexicon.AUXILIARY_VERBS
    | word_set("far long well soon much many if though usual part well")
)
_RISING = frozenset({"up", "down"})
_SINCE = frozenset({"from", "by", "on", "about", "nearly", "almost", "more", "slightly", "sharply"})
_MEASURING = lexicon.COUNTS | frozenset(
    "most some many more less fewer higher lower nearly almost about around roughly over half twice".split()
)
_BEFORE_MEASURE = frozenset({"than", "higher", "lower", "of"})
_OF_THEM = frozenset({"them", "it", "these", "whom", "which", "what"})
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
    return is_turned_on(tokens, at)


def is_turned_on(tokens: list[Token], at: int) -> bool:
    """Whether it tells who turns down, repeats or hides what was said: "a claim the force rejects", "a sale it does not list"."""
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


def _disputed(tokens: list[Token], at: int) -> Range | None:
    """Where the noun and the verb of such a comment stand: "a claim" and "rejects"."""
    if word_at(tokens, at) not in _OPENS_DISPUTE:
        return None
    window = range(at, min(len(tokens), at + _LONGEST_COMMENT))
    claim = next((i for i in window if tokens[i].lower in _DISPUTED), 0)
    noun = claim or _last_of_noun(tokens, at)
    window = range(noun + 1, min(len(tokens), noun + _LONGEST_TURNING) if noun else 0)
    verb = next((i for i in window if tokens[i].is_quote or _turns_on(tokens, i, is_claim=claim > 0)), 0)
    # In "a third of the boats, the ones that have no lamps, were sold" it tells of the subject.
    resumes = any(tokens[i].text in BREAKS and is_finite(tokens[i + 1]) for i in range(verb, len(tokens) - 1))
    return (noun, verb) if verb and not (resumes or tokens[verb].is_quote) else None


def _last_of_noun(tokens: list[Token], at: int) -> int:
    """Where the noun stands in "a sharp decline she blames on it" and "a call that the diary does not list"; 0 where none does."""
    window = range(at + 2, min(len(tokens), at + _LONGEST_NOUN))
    end = next((i for i in window if tokens[i].is_capital or tokens[i].lower in _OPENS_SUBJECT), 0)
    return end - 1 if tokens[end - 1].is_word and tokens[end - 1].lower not in lexicon.PREPOSITIONS else 0


def _turns_on(tokens: list[Token], at: int, *, is_claim: bool) -> bool:
    word = tokens[at].lower
    is_denied = word in _NEGATED or (word in _HELPING and word_at(tokens, at + 1) == "not")
    return is_denied or word in _COMMENTED or (is_claim and word in _DISPUTING)


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


def compares(tokens: list[Token], at: int) -> bool:
    """Whether a figure is set here beside the one that was said: ", up from 12", ", 76 more than in May", ", most of them boys"."""
    first, following = word_at(tokens, at + 1), word_at(tokens, at + 2)
    if word_at(tokens, at) not in BREAKS or not following:
        return False
    if first in _RISING:
        return following in _SINCE or _is_measure(tokens[at + 2])
    if first in {"compared", "of"}:
        return following in {"with", "to", "which"}
    end = min(len(tokens) - 1, at + _LONGEST_SHARE)
    share = next((i for i in range(at + 2, end) if tokens[i].lower in _BEFORE_MEASURE), 0)
    compared = word_at(tokens, share) != "of" or word_at(tokens, share + 1) in _OF_THEM
    opens = _is_measure(tokens[at + 1]) or first in _MEASURING
    return share > 0 and opens and compared and not any(map(is_finite, tokens[at + 1 : share]))


def _is_measure(token: Token) -> bool:
    return token.text[0].isdigit() or token.text in CURRENCIES


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


def happens_as(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` opens what happened as it was said: ", as members fell out over a motion"; not ", as far as I know"."""
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) == "as"
        and word_at(tokens, at + 2) not in _AS_FAR
        and any(_is_verb(tokens, i) for i in range(at + 3, min(len(tokens), at + _LONGEST_COMMENT)))
        and count_words(tokens, at, len(tokens)) > _FEWEST_DONE
        and not has_quote(tokens, at, len(tokens))
    )


def stands_alone(tokens: list[Token], at: int) -> bool:
    """Whether what the comma or dash at `at` opens behind "X said" is no part of what was said before."""
    return (
        has_result(tokens, at)
        or goes_on(tokens, at)
        or follows_on(tokens, at)
        or tells_when_or_why(tokens, at)
        or is_contrast(tokens, at)
        or compares(tokens, at)
        or happens_as(tokens, at)
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
