"""Clauses beside the attributed content: the main clause, and clauses that continue after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract.attribution.comments.speaker_actions import is_bare_retort
from claimtrack.core.extract.attribution.constructions.participles import (
    find_reporting_document,
    lacks_participle_comma,
)
from claimtrack.core.extract.attribution.reported.interrupted import ends_in_because
from claimtrack.core.extract.attribution.reported.tails import adds_noun_phrase, starts_result
from claimtrack.core.extract.attribution.scope import (
    Attribution,
    continues_same_source,
    is_possessive_relative,
    is_where_clause,
)
from claimtrack.core.extract.attribution.sources.noun_modifiers import is_modified_noun
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, has_predicate, is_anaphoric_that
from claimtrack.core.extract.words.finding import (
    contains_word,
    count_words,
    find_word_back,
    has_quote,
    word_at,
)
from claimtrack.core.extract.words.statements import is_statement

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token, TokenRange


from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import may_be_past

_FEWEST_WORDS, _FEWEST_CONTRASTED, _FEWEST_JOINED, _FEWEST_CLOSED = 4, 4, 4, 3
"""The fewest words of a clause before "and"; with a comma after it, fewer are enough."""
_TIME_WINDOW, _FEWEST_BEFORE_RESULT = 7, 4  # tokens back to a time; before ", which"
_JOINING = words_of("and while")
_BEFORE_PARTICIPLE = lexicon.COORDINATORS | {",", "while"}


_INTRODUCING_VERBS = words_of(
    "find+s+ed hire+s+ed quote+s+ed+ing cite+s+ed+ing interview+s+ed+ing speak+s+ed spoken talk talked "
    "hear+s+ed+ing met include+s+ing answering rebuffing countering against"
)
"""Words that only introduce a speaker: "The council hired an engineer who said S"."""
_WITHOUT_AGENT = words_of("there this who only")  # "There are brokers who say S"


class AdjacentClause(NamedTuple):
    """A clause beside the attributed content; `is_attributed` says whether the same source says it."""

    words: TokenRange
    is_attributed: bool


def contrasts_with_outlet(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution contrasts with what the outlet says: "Bonds rose, although the bureau said S"."""
    joint = hit.source[0] - 1 - has_even_as(tokens, hit)
    opens = joint < hit.source[0] - 1 or tokens[joint].lower in lexicon.CONTRASTIVES
    is_clause = tokens[joint].lower == "but" and has_predicate(tokens, 0, joint)
    if not opens or not (is_clause or word_at(tokens, joint - 1) in COMMA_OR_DASH):
        return False
    return (
        count_words(tokens, *hit.content) >= _FEWEST_CONTRASTED
        or has_quote(tokens, *hit.content)
        or tokens[joint].lower == "while"  # whoever speaks, it is a separate matter
        or tokens[0].lower in lexicon.NEGATIVE_OPENERS  # "Nobody said S, but Doe said it was old"
    )


def has_even_as(tokens: list[Token], hit: Attribution) -> bool:
    """Whether "even as" introduces the attribution."""
    return word_at(tokens, hit.source[0] - 1) == "as" and word_at(tokens, hit.source[0] - 2) == "even"


def joins_outlet_clause(tokens: list[Token], hit: Attribution) -> bool:
    """Whether the attribution is coordinated with a clause of the outlet's: "The talks began in May, and an aide said S"."""
    start, said = hit.source[0], hit.content[0]
    said += word_at(tokens, said) == "that"
    is_closed = word_at(tokens, start - 2) == ","
    # not so in "..., and while Moor said S, it is unlikely"
    return (
        word_at(tokens, start - 1) in _JOINING
        and word_at(tokens, start - 2) not in lexicon.COORDINATORS
        and hit.content[0] > hit.cue
        and (is_closed or tokens[start].lower not in lexicon.POSSESSIVES)
        and count_words(tokens, 0, start - 1) >= (_FEWEST_CLOSED if is_closed else _FEWEST_JOINED)
        and is_statement(tokens, said, hit.content[1])
        and is_statement(tokens, 0, start - 1)
    )


def _find_joint(tokens: list[Token], hit: Attribution) -> int | None:
    """The index where the verb joins a clause of the same subject: "and" in "He called it a sham and said S"; else None."""
    for i in range(hit.cue - 1, hit.source[1] - 1, -1):
        if tokens[i].lower in lexicon.COORDINATORS or (
            tokens[i].text == "," and word_at(tokens, i + 1) == "then"
        ):
            return i
    return None


def find_clause_before(tokens: list[Token], hit: Attribution) -> AdjacentClause | None:
    """The clause before the attribution: "The bank kept its rate, saying S", "He called it a sham and said S"; else None."""
    found = _find_end_or_clause(tokens, hit)
    return _find_main_clause(tokens, hit, found) if isinstance(found, int) else found


def _find_end_or_clause(tokens: list[Token], hit: Attribution) -> AdjacentClause | int | None:
    """Where the clause before an attribution ends, or the clause itself if it needs no further test; None if there is none."""
    if hit.content[0] <= hit.cue:
        parts = {";", ":", "but", "and"} if hit.framed else {";", ":"}
        end = hit.content[0] - 1 if word_at(tokens, hit.content[0] - 1) in parts else None
    elif tokens[hit.cue].lower in lexicon.CITATION_CUES:
        comma = find_word_back(tokens, ",", hit.cue - 1, 1)
        is_reason = comma > 0 and ends_in_because(tokens, comma)
        return AdjacentClause((0, comma - 1), is_attributed=False) if is_reason else None
    elif tokens[hit.cue].lower.endswith("ing") and tokens[hit.cue - 1].lower not in lexicon.BE:
        edge = hit.cue - 1 - (tokens[hit.cue - 1].lower in {"before", "while"})
        end = edge if tokens[edge].lower in _BEFORE_PARTICIPLE else None
        if find_reporting_document(tokens, hit.cue) == hit.source or lacks_participle_comma(tokens, hit.cue):
            return AdjacentClause((0, hit.cue), is_attributed=False)
        end = edge + 1 if tokens[edge].is_quote else end
    elif hit.source[0] == 0:
        end = _find_joint(tokens, hit)
    elif continues_same_source(tokens, hit):
        return AdjacentClause((0, hit.source[0] - 1), is_attributed=True)
    elif (
        contrasts_with_outlet(tokens, hit)
        or joins_outlet_clause(tokens, hit)
        or is_possessive_relative(tokens, hit)
        or is_where_clause(tokens, hit)
    ):
        end = hit.source[0] - 1 - has_even_as(tokens, hit)
    elif (stop := _find_semicolon_before(tokens, hit.source[0])) >= 0:
        end = stop
    elif adds_noun_phrase(tokens, 0, hit.source[0] - 1, hit.content[0] - 1):
        end = hit.source[0] - 2
    elif is_clause_final_source(tokens, hit.source):
        return AdjacentClause((0, hit.source[1]), is_attributed=False)
    else:
        end = _find_joint(tokens, hit)
    return None if end is None or hit.source[0] < end <= hit.source[1] else end


def _find_main_clause(tokens: list[Token], hit: Attribution, end: int) -> AdjacentClause | None:
    """The outlet's clause that ends at `end`; None if it makes no statement of its own."""
    end -= word_at(tokens, end - 1) in COMMA_OR_DASH
    is_rejection = contains_word(tokens[:end], lexicon.REJECTION_VERBS)
    if is_bare_retort(tokens, end) or (end > 1 and is_anaphoric_that(tokens, end - 2) and not is_rejection):
        return None  # "Moor hit back on X, saying that ...", "Moor confirmed that figure, saying ..."
    if is_modified_noun(tokens, 0, end + 1):
        return None  # "The minister, who had ruled it out, then said S"
    fewest = _FEWEST_WORDS - (is_rejection or joins_outlet_clause(tokens, hit))  # "AM9 denied responsibility"
    length = sum(2 if word.is_quote else word.is_word for word in tokens[:end])
    is_clause = length >= fewest and is_statement(tokens, 0, end)
    is_labelling = contains_word(tokens[:end], lexicon.LABELLING_VERBS)
    is_main = (is_labelling and has_quote(tokens, 0, end)) or is_clause or _is_short_rejection(tokens, end)
    return AdjacentClause((0, end), is_attributed=False) if is_main else None


def _find_semicolon_before(tokens: list[Token], start: int) -> int:
    """The semicolon before a subject, perhaps with a time between: "; in March it said"; else -1."""
    return find_word_back(tokens, ";", start - 1, max(-1, start - _TIME_WINDOW), default=-1)


def _is_short_rejection(tokens: list[Token], end: int) -> bool:
    """Whether a clause rejects what was said before, however short it is: "Moor denied that"."""
    last = word_at(tokens, end - 1)
    return word_at(tokens, end - 2) in lexicon.REJECTION_VERBS and last in lexicon.ANAPHORIC_PRONOUNS


def is_clause_final_source(tokens: list[Token], source: TokenRange) -> bool:
    """Whether the source ends a main clause: ", setting up a clash with lawmakers who say S", "Police arrested a man who said S"."""
    start, end = source
    comma = find_word_back(tokens, ",", start - 1, _FEWEST_BEFORE_RESULT)
    if comma > 0 and starts_result(tokens, comma) and has_predicate(tokens, 0, comma):
        return True
    before = {token.lower for token in tokens[:start]}
    opens = tokens[0].lower in lexicon.SUBORDINATORS or not before.isdisjoint(_WITHOUT_AGENT)
    opens = opens or (tokens[0].lower == "it" and word_at(tokens, 1) in lexicon.BE)
    if opens or word_at(tokens, end) != "who" or not tokens[end - 1].is_word:
        return False
    return (
        before.isdisjoint(_INTRODUCING_VERBS)
        and has_predicate(tokens, 0, start)
        and _is_indefinite_source(tokens, source)
    )


def _is_indefinite_source(tokens: list[Token], source: TokenRange) -> bool:
    """Whether the clause is complete without the relative clause after its last noun: "a man", "two women", "derision from Democrats", but not "the only Republican"."""
    first, last = tokens[source[0]], tokens[source[1] - 1]
    if (
        first.is_capital
        or first.lower in lexicon.CARDINALS_AND_A | lexicon.PLURAL_QUANTIFIERS | {"an"}
        or first.text[0].isdigit()
    ):
        return True
    is_bare = first.lower not in lexicon.DETERMINERS and lexicon.is_plural_head(last.lower)
    return is_bare and last.lower != "people" and any(map(may_be_past, tokens[: source[0]]))
