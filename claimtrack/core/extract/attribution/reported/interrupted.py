"""Sentences that "says X" only interrupts: what begins before it is completed only after it."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    MIN_CONTENT,
    PREVERBAL_ADVERBS,
    VAGUE_QUANTIFIERS,
    has_predicate,
    is_predicate,
    may_be_third_person,
    starts_approximation,
    starts_clause,
    starts_number,
)
from claimtrack.core.extract.words.finding import (
    contains_word,
    count_words,
    find_word_back,
    has_quote,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_adverb, is_finite, may_be_past

FRONTED = words_of(
    "if unless when once until had were should while although though because since after before as"
)
"""Conjunctions that open a fronted clause, which cannot end the sentence."""
_FRONTED_PREPOSITIONS = lexicon.PREPOSITIONS - {"like", "unlike", "than"}
_COMPLEMENT_PREPOSITIONS = words_of("to with from for into about")
"""Prepositions after a verb that give more than the time or place of an utterance."""
_CIRCUMSTANCE_OPENERS = lexicon.PREPOSITIONS | times.TIME_ADVERBS | times.TIME_MODIFIERS | {"when", "while"}
_CONNECTIVES = words_of("but and so yet still however instead meanwhile rather")
_SEQUENCE_ADJECTIVES = words_of("next following same previous")
_SUBORDINATORS = words_of("as though although because if when while once unless whereas whenever")
_LONGEST_MEANS = 7
"""Words of a phrase with "by". A longer one may be a statement itself: "by filling the tank with dye and weighing it each hour"."""
_LONGEST_BEGUN, _LONGEST_BARE = 12, 6  # words before "X said"; of a clause without a verb
_NUMBER_WINDOW = 4  # tokens from a preposition to a number
_AUXILIARIES = lexicon.AUXILIARY_VERBS - {"did", "does"}
_CANNOT_END = words_of("and but or that because")
_NOT_SUBJECT_END = lexicon.BEFORE_NOUN | {"and", "or"}
OPENING_ADJUNCTS = (
    lexicon.PREPOSITIONS | times.TIME_ADVERBS | lexicon.CLAUSE_CONNECTIVES | times.TIME_MODIFIERS
)
TRAILING = words_of(lexicon.REPORTING_PARTICIPLES, "citing quoting calling describing referring blaming")
NO_GOING_ON = TRAILING | lexicon.RELATIVES


def resumes_after_source(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """Whether the words before "says X" are only the beginning of a sentence that goes on after the break at `rest`."""
    if word_at(tokens, rest) not in COMMA_OR_DASH:
        return False
    if is_incomplete(tokens, start, end, rest):
        return True
    begun = is_fronted_adjunct(tokens, start, end, rest) or completes_statement(tokens, start, end, rest)
    return begun and not has_quote(tokens, start, len(tokens))


def is_fronted_adjunct(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """Whether a fronted clause or phrase precedes "says X" and the main clause follows: "When the boat sank, says Doe, nobody was on deck", "Since May, says Doe, ..."."""
    opens = start + (tokens[start].lower == "even" or tokens[start].lower in lexicon.COORDINATORS)
    first = word_at(tokens, opens)
    is_moment = (
        word_at(tokens, opens + 1) in _SEQUENCE_ADJECTIVES
        and word_at(tokens, opens + 2) in times.PERIOD_NOUNS
    )
    leads = first in FRONTED or first in _FRONTED_PREPOSITIONS or is_moment
    if word_at(tokens, rest) != "," or not leads:
        return False
    # "If it fell, rents rose, says Doe, ..."
    is_whole = contains_word(tokens[start : end - 1], ",")
    if first not in FRONTED:
        is_whole = is_whole or has_predicate(tokens, start, end)  # "In May rents rose, says Doe, ..."
    begins = starts_clause(tokens, rest + 1) or starts_svo_clause(tokens, rest + 1)
    begins = begins and not is_finite(tokens[rest + 1])
    return begins and not is_whole and word_at(tokens, rest + 1) not in lexicon.CLAUSE_JOINERS


def skip_connective(tokens: list[Token], start: int, end: int, rest: int) -> int:
    """The start of the content after a connective: after the comma at `rest` in "But, Doe said, S"; `start` if more than a connective precedes."""
    return rest + 1 if end - start == 1 and tokens[start].lower in _CONNECTIVES else start


def is_main_verb(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """Whether the verb is the main verb after a fronted clause: "When it fell, some felt betrayed", "As he spoke, Doe responded with a laugh"."""
    first = tokens[start].lower
    opens = start + (first == "even" or first in lexicon.COORDINATORS)
    if word_at(tokens, opens) not in FRONTED or rest >= len(tokens) - 1:
        return False
    following = word_at(tokens, rest)
    if tokens[-1].is_word or any(token.text == "," or token.is_quote for token in tokens[start:end]):
        return False  # the main clause may precede the verb, too
    return tokens[rest].is_word and (
        following in _COMPLEMENT_PREPOSITIONS or following not in _CIRCUMSTANCE_OPENERS
    )


def is_mere_adjunct(tokens: list[Token], start: int, end: int, at: int) -> bool:
    """Whether only an adjunct of the verb precedes it: "As the vote began, Moor testified before a panel", "Two years ago, divers found"."""
    if _is_bare_phrase(tokens, start, end) and _takes_object(tokens, at):
        return True  # "In a ruling handed down in May, Moor ruled against the mill"
    is_alone = tokens[at].lower in lexicon.SAY_FORMS or not word_at(tokens, at + 1).isalpha()
    if is_alone or end - start < MIN_CONTENT or has_quote(tokens, start, end):
        return False
    start += tokens[start].lower in lexicon.COORDINATORS
    if tokens[end - 1].lower == "ago":
        return not has_predicate(tokens, start, end)
    clause = tokens[start : end - 2 * (tokens[end - 2].text == ",")]  # ", though, he told"
    counts = clause[0].lower == "as" and word_at(clause, 1) in VAGUE_QUANTIFIERS
    is_dependent = clause[0].lower in _SUBORDINATORS and not counts
    return is_dependent and all(token.text not in COMMA_OR_DASH for token in clause)


def _is_bare_phrase(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a preposition or a participle begins the words, and none of them is a finite verb: "In a ruling handed down in May", "Having failed to act"."""
    first = tokens[start].lower
    is_past = first.endswith("ed") and tokens[start + 1].lower in lexicon.PREPOSITIONS
    opens = first in lexicon.PREPOSITIONS or first.endswith("ing") or is_past
    opens = opens and not starts_approximation(tokens, start)
    return opens and not any(is_predicate(tokens, i) for i in range(start + 1 + (first == "having"), end))


def _takes_object(tokens: list[Token], at: int) -> bool:
    """Whether the verb has what it acts on or reports after it: "ruled against the mill", "emailed Moor", "said the mill runs"; not "said the next day"."""
    verb, following = tokens[at].lower, word_at(tokens, at + 1)
    if verb in lexicon.SAY_FORMS:
        near = {token.lower for token in tokens[at + 2 : at + _NUMBER_WINDOW]}
        return following in lexicon.ARTICLES and times.PERIOD_NOUNS.isdisjoint(near)
    is_moment = following in _CIRCUMSTANCE_OPENERS or following in times.WEEKDAYS
    return following == "against" or (following.isalpha() and not is_moment and verb not in lexicon.TELL)


def starts_svo_clause(tokens: list[Token], start: int) -> bool:
    """Whether a subject, a past-tense verb and its object begin here: "the page promised deletion"; not "a firm owned by"."""
    window = range(start + 1, min(len(tokens) - 1, start + _LONGEST_BARE))
    verb = next((i for i in window if may_be_past(tokens[i]) or not tokens[i].is_word), 0)
    return (
        verb > 0
        and may_be_past(tokens[verb])
        and tokens[start].lower in lexicon.DETERMINERS
        and tokens[verb - 1].lower not in _NOT_SUBJECT_END
        and tokens[verb + 1].is_word
        and tokens[verb + 1].lower not in lexicon.PREPOSITIONS
    )


def completes_statement(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """Whether a number or a short phrase after "says X" completes the words before: "Pay fell, says Doe, by 9%", "..., he said, by closing it"."""
    if word_at(tokens, rest + 1) == "by" and word_at(tokens, rest + 2).endswith("ing"):
        return count_words(tokens, rest, len(tokens)) <= _LONGEST_MEANS
    if any(map(starts_number, tokens[start:end])) or rest + 1 >= len(tokens):
        return False
    if tokens[rest].lower == "in" and tokens[rest + 1].text.isdigit():
        return False  # "the bank said in 2019"
    begun, tail = count_words(tokens, start, end), tokens[rest + 1 :]
    if any(token.text in COMMA_OR_DASH or (is_finite(token) and tail[0].lower != "with") for token in tail):
        return False  # but "with 300 jobs lost"
    if starts_number(tail[0]) or tail[0].lower in lexicon.CARDINALS:
        return begun < _LONGEST_BEGUN
    near = any(map(starts_number, tail[1:_NUMBER_WINDOW]))
    return tail[0].lower in lexicon.PREPOSITIONS and near and begun < _LONGEST_BARE


def is_incomplete(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """Whether the words before "says X" need what follows: "The bridge is old and, says Doe, could fall", "The fact is, says Doe, S"."""
    last = word_at(tokens, end - 1 - (word_at(tokens, end - 1) in COMMA_OR_DASH))
    return last in _CANNOT_END or last in lexicon.BE or is_cleft(tokens, start, rest)


def ends_in_auxiliary(tokens: list[Token], end: int) -> bool:
    """Whether the words end in a verb that needs another verb or an object: "The bridge could", "It has also"."""
    last = tokens[end - 1 - (tokens[end - 1].lower in PREVERBAL_ADVERBS)]
    return is_finite(last) and last.lower in lexicon.AUXILIARY_VERBS


def is_cleft(tokens: list[Token], start: int, rest: int) -> bool:
    """Whether the sentence is completed after the break at `rest`: "The boats they lost, Doe said, were old", "It is Moor, Doe said, who lied"."""
    following = word_at(tokens, rest + 1)
    is_it = tokens[start].lower == "it" and word_at(tokens, start + 1) in lexicon.BE
    is_denied = is_it and word_at(tokens, start + 2) == "not"
    is_open = word_at(tokens, rest) == "," and following in _AUXILIARIES and tokens[rest - 1].is_word
    is_that = following == "that" and word_at(tokens, rest) == "," and _starts_subject(tokens, rest + 2)
    is_that_clause = is_that and not has_quote(tokens, start, rest)
    is_who = is_it and following == "who" and tokens[rest - 1].lower in lexicon.REPORTING_VERBS
    return is_open or is_that_clause or is_who or (is_denied and following == "but")


def _starts_subject(tokens: list[Token], at: int) -> bool:
    """Whether a clause's subject may follow "that", which is then no pronoun: "that his client was armed", "that Moor had left"."""
    word = word_at(tokens, at)
    opens = (
        word in lexicon.SUBJECT_OPENERS or (tokens[at : at + 1] and tokens[at].is_capital) or word.isdigit()
    )
    return bool(opens) and not word.endswith("'s")


def ends_in_because(tokens: list[Token], comma: int) -> bool:
    """Whether "because," ends here, so that only the reason is the source's: "It was shut because, in the words of Doe, "nobody came""."""
    return tokens[comma].text == "," and tokens[comma - 1].lower in {"because", "since", "as"}


def has_verb_after(tokens: list[Token], at: int, start: int) -> bool:
    """Whether the subject before ", said X," has its verb after it: "costs", "now hold", "often hurt"."""
    i = start
    while i < len(tokens) and (tokens[i].lower in PREVERBAL_ADVERBS or is_adverb(tokens[i])):
        i += 1
    word = word_at(tokens, i)
    if word in lexicon.FINITE or i == start:
        return word in lexicon.FINITE or (i < len(tokens) and may_be_third_person(tokens, i))
    return (
        word.endswith("s")
        or lexicon.is_plural_head(tokens[at - 2].lower)
        or tokens[at - 2].lower.endswith("s")
    )


def has_stranded_auxiliary(tokens: list[Token], at: int) -> bool:
    """Whether the auxiliary of the verb precedes an aside: "The governor had, while presenting it, announced a fund"."""
    comma = find_word_back(tokens, ",", at - 2, 0)
    return tokens[at - 1].text == "," and word_at(tokens, comma - 1) in lexicon.HAVE


def is_went_on(tokens: list[Token], at: int) -> bool:
    """Whether "he went on" is between commas, where it can only mean that he spoke."""
    end = at + 1 + (word_at(tokens, at + 1) == "on")
    goes = tokens[at].lower in {"went", "goes"}
    if goes and end == at + 2 and count_words(tokens, end, len(tokens)) == 0:
        return True
    return (
        tokens[at].lower in lexicon.CONTINUATION_VERBS
        and word_at(tokens, end) == ","
        and (not goes or end == at + 2)
    )


def is_interrupted(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """Whether what began before "X said" goes on after it: "The study, she said, cost ...", "By then, he said, ...".

    The words on both sides are one claim; a quotation that opens after the comma has a row of its own.
    """
    resumes = (
        word_at(tokens, rest) == ","
        and word_at(tokens, rest + 1) not in NO_GOING_ON
        and not has_quote(tokens, rest + 1, rest + 2)
    )
    if not resumes or count_words(tokens, start, end) == 0:
        return False
    is_nobody = word_at(tokens, rest + 1) == "nobody"  # "For years, residents say, nobody came"
    return not starts_with_adjunct(tokens, start) or is_statement(tokens, rest + 1, len(tokens)) or is_nobody


def starts_with_adjunct(tokens: list[Token], start: int) -> bool:
    """Whether a sentence begins with a time, place or manner rather than with its subject."""
    first = word_at(tokens, start)
    return (first in OPENING_ADJUNCTS and not starts_approximation(tokens, start)) or first.endswith(
        ("ed", "ing", "ly")
    )


def is_completed_by_quote(tokens: list[Token], start: int, end: int, rest: int) -> bool:
    """Whether a quotation completes words without quotation marks: "What happens next, Doe said, "depends on us""."""
    return (
        not starts_with_adjunct(tokens, start)
        and count_words(tokens, start, end) > 1
        and word_at(tokens, rest) == ","
        and has_quote(tokens, rest + 1, rest + 2)
    )
