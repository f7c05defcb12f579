"""What the comma after the attributed words introduces: a result, a contrast, a continuation or a circumstance."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.comparing import (
    starts_comparison,
    starts_lapse_adjunct,
    starts_lapse_clause,
)
from claimtrack.core.extract.attribution.reported.interrupted import starts_svo_clause
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import has_predicate, may_be_third_person, starts_clause
from claimtrack.core.extract.words.finding import contains_word, count_words, has_quote, word_at
from claimtrack.core.extract.words.reading import QUOTED, Token, words_of
from claimtrack.core.extract.words.verbs import (
    is_finite,
    is_preverbal,
    may_be_past,
    may_be_verb,
)
from claimtrack.core.language.word_lists import NOBODY

_FEWEST_RESULT, _FEWEST_ADDED, _FEWEST_ACTION = 5, 3, 4  # words
_COMMENT_OPENERS = lexicon.ANAPHORIC_PRONOUNS | words_of("in wrong false untrue not but actually")
RESULT_PARTICIPLES = words_of(
    "forcing sending marking making leaving bringing raising causing prompting pushing cutting driving "
    "lifting killing injuring costing leading triggering fuelling fueling putting taking closing threatening "
    "dashing extending ending ruling creating destroying displacing stranding giving handing halting "
    "stopping delaying sparking paving dealing reviving reversing slashing stoking sparing trapping freeing "
    "flooding cementing escalating heightening intensifying inflaming reigniting plunging throwing setting "
    "easing prolonging casting capping laying exposing narrowing widening complicating deepening disrupting "
    "blocking paralysing paralyzing shutting topping surpassing exceeding overtaking outpacing "
    "outstripping outnumbering eclipsing overshooting undershooting trebling tripling quadrupling halving"
)
"""Participles that introduce a result; "recalling" and "drawing applause" describe the utterance."""
_MEASURING_PARTICIPLES = words_of("beating breaking smashing shattering equalling equaling matching missing")
_YARDSTICKS = words_of(
    "record records mark forecast forecasts target targets estimate estimates expectations guidance"
)
_YARDSTICK_WINDOW = 6  # tokens
_ADVERBIAL_OPENERS = words_of("after before when where because since until so by")
_REPORTING_PARTICIPLES = words_of(
    "rebutting rejecting refuting blaming attributing crediting urging denying accusing demanding dismissing"
)
"""Participles with which the speaker reports something else: ", she said, urging ministers to bring in the ban"."""

_CITING_PARTICIPLES = words_of("citing quoting")  # the speaker's evidence follows these
_SHORTEST_STATEMENT = 20  # characters. A shorter quotation is a word or two, and a verb may continue it.
_VERB_WINDOW, _SUBJECT_WINDOW = 8, 8  # tokens
_NOT_AFTER_AS = (
    lexicon.HE_SHE | lexicon.AUXILIARY_VERBS | words_of("far long well soon much many if though usual part")
)


def starts_result(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` introduces a result: ", forcing the airport to close", ", breaking a record set in 2007"."""
    participle = word_at(tokens, at + 1)
    # "the 81 million that brokers had forecast": only what beats a yardstick beats no person
    end = len(tokens) if participle == "beating" else at + _YARDSTICK_WINDOW
    measures = participle in _MEASURING_PARTICIPLES and contains_word(tokens[at + 2 : end], _YARDSTICKS)
    return (
        word_at(tokens, at) == ","
        and (measures or participle in RESULT_PARTICIPLES)
        and word_at(tokens, at + 2) not in {"no", "few", "little"}
        and count_words(tokens, at, len(tokens)) >= _FEWEST_RESULT
    )


def starts_speaker_action(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` introduces what the speaker did in speaking: ", blaming the weather for the delay"."""
    return (
        word_at(tokens, at) == ","
        and (word_at(tokens, at + 1) in _REPORTING_PARTICIPLES or _is_calling_on(tokens, at + 1))
        and count_words(tokens, at, len(tokens)) >= _FEWEST_ACTION
    )


def _is_calling_on(tokens: list[Token], at: int) -> bool:
    """Whether "calling on" or "calling for" occurs here."""
    return word_at(tokens, at) == "calling" and word_at(tokens, at + 1) in {"on", "for"}


def starts_citation(tokens: list[Token], at: int) -> bool:
    """Whether ", citing" gives the speaker's own evidence, not that of somebody in the content: ", and that S"."""
    if tokens[at].lower not in _CITING_PARTICIPLES:
        return False
    return not any(
        tokens[i].lower == "and" and tokens[i + 1].lower == "that" for i in range(at, len(tokens) - 1)
    )


def starts_own_view(tokens: list[Token], at: int) -> bool:
    """Whether the speaker's own view follows as a reason: ", since in her opinion S"."""
    return (
        tokens[at].lower in {"since", "because", "as"}
        and word_at(tokens, at + 1) == "in"
        and word_at(tokens, at + 2) in lexicon.POSSESSIVES
        and word_at(tokens, at + 3) in lexicon.VIEW_NOUNS
    )


def is_action_after_quote(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a verb after a complete quotation is the speaker's next action: 'wrote that "the sum is wrong" and left'."""
    is_whole = at - 2 == start + (word_at(tokens, start) == "that") and tokens[at - 2].is_quote
    verb = tokens[at]
    is_past = may_be_past(verb) or (is_finite(verb) and not is_preverbal(verb))
    return is_whole and is_past and len(tokens[at - 2].text) >= _SHORTEST_STATEMENT


def starts_contrast(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` introduces a contrasting clause: ", but a third of them were on strike"."""
    is_source_report = (
        word_at(tokens, at + 2) in lexicon.PRONOUNS and word_at(tokens, at + 3) in lexicon.SPEECH_CUES
    )
    if is_source_report and word_at(tokens, at + 1) in lexicon.CONCESSIVES:
        return False  # "although she warns that S": the source continues
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in lexicon.CONTRASTIVES
        and starts_clause(tokens, at + 2)
    )


def starts_joined_clause(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` introduces a coordinate clause with its own subject: ", and a further five were ill"."""
    joins = word_at(tokens, at) == "," and word_at(tokens, at + 1) == "and"
    return joins and (starts_clause(tokens, at + 2) or _starts_unlisted_clause(tokens, at + 2))


def starts_second_verb(tokens: list[Token], end: int, at: int) -> bool:
    """Whether "and" after the comma joins a second verb to the content that ends at `end`: ", and has been translated"."""
    joins = word_at(tokens, at) == "," and word_at(tokens, at + 1) == "and" and at + 2 < len(tokens)
    return joins and is_finite(tokens[at + 2]) and has_predicate(tokens, 0, end)


def _starts_unlisted_clause(tokens: list[Token], at: int) -> bool:
    """Whether a clause with an unlisted verb begins here: "the trade employs 400 people"."""
    window = range(at + 1, min(len(tokens) - 1, at + _SUBJECT_WINDOW))
    verb = next((i for i in window if may_be_third_person(tokens, i)), 0)
    return verb > 0 and all(token.is_word for token in tokens[at:verb])


def skip_joint(tokens: list[Token], at: int) -> int:
    """The start of the clause after the comma at `at`, past "and", "because" or "so"."""
    following = word_at(tokens, at + 1)
    joins = following in {"because", "so"} or following == "and"
    if following == "and" and not starts_joined_clause(tokens, at) and at + 2 < len(tokens):
        joins = not (may_be_verb(tokens[at + 2]) or word_at(tokens, at + 2) == "to")  # "and stayed for weeks"
    return at + 1 + joins


def starts_adverbial_clause(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` introduces a clause of time, reason, manner or result: ", after the pipe had burst", ", so it was shut"."""
    opener = at + 1 + (word_at(tokens, at + 1) == "even")
    if word_at(tokens, at) != "," or word_at(tokens, opener) not in _ADVERBIAL_OPENERS:
        return False
    following = word_at(tokens, opener + 1)
    if word_at(tokens, opener) == "so" and (following == "that" or following in _NOT_AFTER_AS):
        return False  # "so that crews could pass", "so far"
    if following == "being" and word_at(tokens, opener + 2) in lexicon.PRESSED:
        return False  # "she said, after being asked about it"
    is_clause = word_at(tokens, opener + 1).endswith("ing")  # "by closing two mills"
    if word_at(tokens, opener) != "by":
        is_clause = is_clause or starts_clause(tokens, opener + 1) or starts_svo_clause(tokens, opener + 1)
    return (
        is_clause
        and count_words(tokens, at, len(tokens)) >= _FEWEST_ACTION
        and not has_quote(tokens, at, len(tokens))
    )


def starts_simultaneous_clause(tokens: list[Token], at: int) -> bool:
    """Whether the comma at `at` introduces a simultaneous event: ", as members fell out over a motion"; not ", as far as I know"."""
    verbs = (_is_verb(tokens, i) for i in range(at + 3, min(len(tokens), at + _VERB_WINDOW)))
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) == "as"
        and word_at(tokens, at + 2) not in _NOT_AFTER_AS
        and (any(verbs) or starts_clause(tokens, at + 2))
        and count_words(tokens, at, len(tokens)) > _FEWEST_ACTION
        and not has_quote(tokens, at, len(tokens))
    )


def is_separate_tail(tokens: list[Token], at: int) -> bool:
    """Whether what the comma or dash at `at` introduces after "X said" is no part of the content before."""
    return (
        starts_result(tokens, at)
        or starts_further_clause(tokens, at)
        or starts_lapse_clause(tokens, at)
        or starts_adverbial_clause(tokens, at)
        or starts_contrast(tokens, at)
        or starts_comparison(tokens, at)
        or starts_simultaneous_clause(tokens, at)
        or starts_lapse_adjunct(tokens, at)
    )


def continues_after_colon(tokens: list[Token], colon: int) -> bool:
    """Whether the content continues after a colon: ""We won," said Doe: they were 40", but neither ": that is false" nor ": in fact they rose"."""
    comments = word_at(tokens, colon + 1) in _COMMENT_OPENERS
    return word_at(tokens, colon) == ":" and not (comments or has_quote(tokens, colon, colon + 2))


def starts_negative_contrast(tokens: list[Token], at: int) -> bool:
    """Whether the comma introduces a contrast with a negative subject: ", but no inquiry followed"."""
    joins = word_at(tokens, at) == "," and word_at(tokens, at + 1) in lexicon.CONTRASTIVES
    return joins and word_at(tokens, at + 2) in NOBODY and has_predicate(tokens, at + 2, len(tokens))


def _adds_words(tokens: list[Token], at: int) -> bool:
    """Whether a few words without quotation marks continue the content: ", and 31 wounded", ", and no doctor"."""
    counted = word_at(tokens, at)
    is_counted = counted in lexicon.PLURAL_CARDINALS or counted == "no" or counted.isdigit()
    is_enough = count_words(tokens, at, len(tokens)) >= _FEWEST_ADDED - is_counted
    return is_enough and not has_quote(tokens, 0, len(tokens))


def _continues_predicate(tokens: list[Token], at: int) -> bool:
    """Whether an auxiliary continues the content: "and had "paid nothing"", "It is "old", she said, and would fall"."""
    if word_at(tokens, at) not in lexicon.AUXILIARY_VERBS:
        return False
    is_plain = count_words(tokens, at, len(tokens)) >= _FEWEST_ACTION and not tokens[0].is_quote
    return word_at(tokens, at + 1)[:1] == QUOTED or is_plain


def starts_further_clause(tokens: list[Token], at: int) -> bool:
    """Whether a clause of its own follows the comma at `at`: ", and crime is up", ", I call it a scandal"."""
    if word_at(tokens, at) == "," and word_at(tokens, at + 1) in {"i", "we"}:
        return starts_clause(tokens, at + 1)
    return (
        word_at(tokens, at) == ","
        and word_at(tokens, at + 1) in lexicon.COORDINATORS
        and word_at(tokens, at + 2) not in lexicon.SPEAKER_ACTIONS
        and (
            starts_clause(tokens, at + 2)
            or _adds_words(tokens, at + 2)
            or _continues_predicate(tokens, at + 2)
        )
    )


def adds_noun_phrase(tokens: list[Token], start: int, end: int, at: int) -> bool:
    """Whether the source adds only a noun phrase: "It plans 240 flats and, the builder says, a small park"."""
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
    """Whether a verb occurs here; "named for" and "caused by" modify a noun."""
    is_past = may_be_past(tokens[at]) and word_at(tokens, at + 1) not in lexicon.PREPOSITIONS
    return is_past or is_finite(tokens[at])


def describes_addressee(tokens: list[Token], at: int, rest: int) -> bool:
    """Whether a relative clause modifies the addressee: "..., they told the Courier, which did not name them"."""
    is_relative = word_at(tokens, rest) == "," and word_at(tokens, rest + 1) in {"which", "who", "whose"}
    return tokens[at].lower == "told" and rest > at + 1 and is_relative
