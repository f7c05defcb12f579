"""Which words of a sentence are verbs of saying, and where their verb group begins."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.addressees import skip_put_to
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start, skip_particle
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.verbs.other_senses import (
    find_quoting_start,
    follows_adjective,
    has_other_sense,
    is_mere_description,
    lacks_required_that,
)
from claimtrack.core.extract.attribution.verbs.unlisted import (
    has_plural_head,
    is_base_form_verb,
    is_document_noun,
)
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import CURRENCIES, count_at_first_words, starts_clause, word_at
from claimtrack.core.extract.words.reading import Token, split_letter_runs, word_set
from claimtrack.core.extract.words.verbs import is_preverbal

_MOST_CUES = 12
_LOOKED_FOR = (
    (lexicon.CUES - lexicon.VERB_PARTICLES.keys())
    | lexicon.STANCE_VERBS
    | lexicon.REQUEST_PREPOSITIONS.keys()
    | {"mailed"}
)
_PARTICLES = frozenset[str]().union(*lexicon.VERB_PARTICLES.values())
_WITH_MORE = lexicon.VERB_PARTICLES.keys() | lexicon.LIGHT_VERBS
_NEGATIONS = frozenset({"not", "never", "hardly", "scarcely", "barely"})
_NO_LEAD = frozenset({"to", "not", "n't", "never"})
MERELY = frozenset({"only", "just", "merely", "simply"})
_MAY_BE_DENIED = lexicon.CLAIM_VERBS | lexicon.THINK
_TO_SAY = frozenset({"say", "insist", "complain", "argue", "warn", "announce", "claim"})
"""What somebody does besides, whose words may follow without "that": "wrote to MPs to say it was old"."""
_RECKONING = word_set("put puts credit credits credited fault faulted attribute attributes attributed")
"""Verbs that report only where they name a figure or a cause."""
_ONLY_VERBS = frozenset(verb for verb in lexicon.ZERO_THAT_VERBS if verb.endswith("ed")) | {
    "said", "says", "told", "wrote", "agree", "insist", "argue",
}  # fmt: skip
"""Forms that are no nouns, so that "Moody's said" has a subject."""
_HOW_MANY = word_set("few many some several most all other both these those")
_ALONE = lexicon.QUANTIFIER_PRONOUNS | lexicon.CARDINALS | {"each"}
_BEFORE_YEAR = times.MONTHS | {"in"}
_BLAMING = frozenset({"blame", "blames", "blamed"})
_WEIGHING = _RECKONING | _BLAMING
_RECKONERS = lexicon.PRONOUNS | nouns.SPEAKERS | nouns.DOCUMENTS | {","}
_OFF = frozenset({"off", "out", "down", "through"})
_PUT_AT = frozenset({"at", "above", "below", "over", "under", "near", "around", "between"})
_ROUGHLY = frozenset(
    {"about", "around", "nearly", "almost", "more", "over", "least", "between", "just", "close"}
)
_LONGEST_RECKONED = 12
_ADAMANT = frozenset({"adamant", "convinced", "insistent"})
"""Adjectives that tell what somebody says, as a verb would: "is adamant that S"."""
_LONGEST_GROUP = 8
_SPEAKING_UP = word_set(
    "came come went intervened rose stood used wrote called phoned rang stepped paused interrupted appeared hastened "
    "hurried took turned emerged returned continued continues likes liked written emailed issued held posted tweeted released published gave sent made "
    "quick careful keen anxious pains"
)
"""Deeds that are done by saying what follows "to": "rose to point out that ..."."""
_COUNTING = lexicon.CARDINALS_AND_A | _ROUGHLY
_BEHIND_HEARING = lexicon.BEFORE_NOUN | times.TIME_ADVERBS


def may_contain_attribution(sentence: str) -> bool:
    """Whether a sentence holds a cue word, or a verb that takes a stand, at all: a look that costs little."""
    if sentence.startswith("For "):
        return True
    sentence = sentence.replace(" States", " ").replace(" State ", " ").lower()  # no verbs, but often names
    words = split_letter_runs(sentence)
    return not _LOOKED_FOR.isdisjoint(words) or not (
        lexicon.VERB_PARTICLES.keys().isdisjoint(words) or _PARTICLES.isdisjoint(words)
    )


def find_cues(tokens: list[Token]) -> list[int]:
    """Where cue words stand; the first few only, for no sentence of prose has more."""
    cue_words = lexicon.CUES  # looked up for each word
    return [at for at, token in enumerate(tokens) if token.lower in cue_words][:_MOST_CUES]


def find_group_start(tokens: list[Token], at: int, floor: int) -> int:
    """Where the verb begins, with its auxiliaries and adverbs: "has repeatedly said"."""
    i = max(floor, find_quoting_start(tokens, at))
    i = _spoken_up(tokens, i, floor)
    lowest = max(floor, i - _LONGEST_GROUP)
    while i > lowest and is_preverbal(tokens[i - 1]):
        i -= 1
    i -= count_at_first_words(tokens, i) if i - 2 >= floor and tokens[i - 1].lower == "first" else 0
    return i - _counts_again(tokens, i, floor)


def skip_auxiliaries(tokens: list[Token], at: int) -> int:
    """In "has since said", where "said" stands, if the verb begins at `at`."""
    while at < len(tokens) - 1 and is_preverbal(tokens[at]) and tokens[at].lower not in _NO_LEAD:
        at += 1
    return at


def _counts_again(tokens: list[Token], at: int, floor: int) -> bool:
    """Whether a word before the verb tells that all of its subject spoke: "Moor and Lund both said", not "Both said"."""
    if tokens[at - 1].lower not in lexicon.FLOATING_QUANTIFIERS:
        return False
    before = word_at(tokens, at - 2) if at - 2 >= floor else ""
    if not before:
        return False
    # "The army and the group each fired"
    are_named = before in nouns.SPEAKERS and tokens[at - 1].lower != "each"
    is_noun = before.endswith("s") or are_named
    return is_noun or before in lexicon.PRONOUNS or tokens[at - 2].is_capital


def _spoken_up(tokens: list[Token], at: int, floor: int) -> int:
    """In "came to announce that" and "used the debate to say that", where the first verb stands; else `at`."""
    if word_at(tokens, at - 1) != "to" or not lexicon.is_base_form(tokens[at].lower):
        return at
    window = range(at - 2, max(floor, at - _LONGEST_GROUP) - 1, -1)
    for i in window:
        if not tokens[i].is_word:
            break
        if tokens[i].lower in _SPEAKING_UP:
            return i - (tokens[i].lower == "pains")  # "at pains to stress"
    return at


def _is_name(tokens: list[Token], at: int) -> bool:
    """Whether the word is part of a name: "the group Moor Says", "the body, Certified Carriers"."""
    return at > 0 and tokens[at].is_capital and (tokens[at - 1].is_word or tokens[at - 1].text == ",")


def is_active_verb(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the cue word is a verb in the active: not "the report", "to say", "was told"."""
    word, previous, following = tokens[at].lower, word_at(tokens, at - 1), word_at(tokens, at + 1)
    if word in _ADAMANT:
        return following == "that" and any(token.lower in lexicon.BE for token in tokens[group:at])
    if previous == "to" and any(token.lower in _SPEAKING_UP for token in tokens[group:at]):
        went_on = word_at(tokens, at - 2) == "on" and starts_clause(tokens, at + 1)
        ends = word_at(tokens, at - 2) in {"likes", "liked"} and following in {"", ".", ",", ":"}
        says = word in _TO_SAY and starts_clause(tokens, find_content_start(tokens, at))
        return word_at(tokens, skip_particle(tokens, at)) == "that" or went_on or ends or says
    if word in _WITH_MORE and skip_particle(tokens, at) == at + 1:
        return False
    names = at > 1 and tokens[at - 1].is_capital  # "Homes for All said"
    if (previous in lexicon.DETERMINERS and not (names or _is_count(tokens, at, group))) or previous == "'":
        return previous == "her" and word in _ONLY_VERBS and word_at(tokens, at - 2) in {"to", "for"}
    if previous.endswith("'s") and not (_shows_from(tokens, at, group) or word in _ONLY_VERBS):
        return False
    if previous == "written" or _is_name(tokens, at):
        return False
    if word in lexicon.THINK and previous == "who" and at > 1 and tokens[at - 2].is_word:
        return False  # "the only man who knew the code was away"
    if word in {"credits", "credit", "charges"} and not (tokens[at - 1].is_capital or previous in _RECKONERS):
        return False
    if (
        word in _WEIGHING
        and not skip_put_to(tokens, at)
        and (not gives_estimate_or_cause(tokens, at) or tokens[group - 1].lower == "and")
    ):
        return False
    if has_other_sense(tokens, at) or lacks_required_that(tokens, at, group) or follows_adjective(tokens, at):
        return False
    if is_mere_description(tokens, at):
        return False
    if following == "by" and _is_done(tokens, at):
        return False  # "the figure quoted by Mr Doe is"
    if (previous.isdigit() and _follows_count(tokens, at)) or (word == "states" and _are_states(tokens, at)):
        return False  # "22 states", "Kano, Jigawa and Katsina states"
    if word == "state" and not (following == "that" or _ends_with_state(tokens, at)):
        return False
    if (
        not is_base_form_verb(tokens, at, group)
        if lexicon.is_base_form(word)
        else is_document_noun(tokens, at)
    ):
        return False
    if word.endswith("ing"):
        return find_quoting_start(tokens, at) < at or not any(
            token.lower == "to" for token in tokens[group:at]
        )
    if previous in lexicon.PREPOSITIONS and not (previous == "since" and is_preverbal(tokens[at - 2])):
        return False
    if _is_undone(tokens, at, group):
        return False
    if word == "told" and _is_hearing(tokens, group):
        return True
    return group == at or not any(t.lower == "to" or t.lower in lexicon.BE for t in tokens[group:at])


def find_active_group(tokens: list[Token], at: int, floor: int, groups: dict[int, int | None]) -> int | None:
    """Where the group of a verb in the active begins; None where the cue word is none.

    `groups` keeps the answers where nothing was read before (`floor` 0), since most cues are looked at twice.
    """
    if floor or at not in groups:
        group = find_group_start(tokens, at, floor)
        found = group if is_active_verb(tokens, at, group) else None
        if floor:
            return found
        groups[at] = found
    return groups[at]


def _follows_count(tokens: list[Token], at: int) -> bool:
    """Whether a number before the word makes it a noun: "22 states"; not behind "in 2019" and "Number 10"."""
    before = word_at(tokens, at - 2)
    is_year = tokens[at].lower != "states" and before in _BEFORE_YEAR
    is_office = before in {"no", "number"} and tokens[at - 2].is_capital
    is_count = not (is_year or is_office)
    return is_count and word_at(tokens, at + 1) != "that" and not _is_told(tokens[at].lower)


def _is_count(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the word before the verb is its subject or counts it again: "Another said that", "They all said"."""
    previous = word_at(tokens, at - 1)
    is_share = word_at(tokens, at - 2) == "in"  # "One in four said"
    word = tokens[at].lower
    tells = word in _ONLY_VERBS or (word.endswith("ed") and word_at(tokens, at + 1) == "that")
    is_subject = (previous in _ALONE or is_share) and tells
    is_subject = is_subject or (previous == "all" and tells and word_at(tokens, at + 1) == "that")
    return is_subject or (previous in lexicon.FLOATING_QUANTIFIERS and group < at)


def _shows_from(tokens: list[Token], at: int, group: int) -> bool:
    """In "Figures from St. Brennan's show 22 of them recovered", the figures show it."""
    is_shown = (
        tokens[at].lower in lexicon.SHOW
        and lexicon.is_base_form(tokens[at].lower)
        and tokens[at - 1].is_capital
    )
    return is_shown and has_plural_head(tokens, find_subject_start(tokens, group), group)


def _are_states(tokens: list[Token], at: int) -> bool:
    """Whether the last name of a list stands before "states", and no clause behind it; or what tells of the states: "the Sun Belt states of"."""
    if word_at(tokens, at + 1) in {"of", "who", "where", "whose"} or tokens[at - 1].lower in _HOW_MANY:
        return True
    is_listed = tokens[at - 1].is_capital and word_at(tokens, at + 1) != "that"
    return is_listed and word_at(tokens, at - 2) in {"and", ","}


def _ends_with_state(tokens: list[Token], at: int) -> bool:
    """Whether the sentence ends in ", the documents state" or ", the authors state in the paper"."""
    ends = at + 1 == len(tokens) or tokens[at + 1].text == "." or word_at(tokens, at + 1) == "in"
    return ends and lexicon.is_plural_head(tokens[at - 1].lower)


def gives_estimate_or_cause(tokens: list[Token], at: int) -> bool:
    """Whether somebody puts something at a figure or down to a cause: "put the toll at 31", "credits rain for it"."""
    if tokens[at].lower in _BLAMING:
        return True
    if word_at(tokens, at + 1) == "to":
        return False  # "a song attributed to Moor"
    if word_at(tokens, at + 2) in _OFF:
        return False  # "puts you off at a ladder"
    if tokens[at].lower not in lexicon.PUTS:
        return any(token.lower in {"to", "for", "with"} for token in tokens[at + 2 : at + _LONGEST_RECKONED])
    window = range(at + 2, min(len(tokens) - 1, at + _LONGEST_RECKONED))
    return any(
        tokens[i].lower in _PUT_AT and (_is_figure(tokens[i + 1]) or tokens[i + 1].is_quote) for i in window
    )


def _is_figure(token: Token) -> bool:
    return token.text[0] in CURRENCIES or any(map(str.isdigit, token.text)) or token.lower in _COUNTING


def _is_done(tokens: list[Token], at: int) -> bool:
    """Whether a verb before "by" is a passive: "quoted by Jane Doe", but "ruled by two votes to one"."""
    word, doer = tokens[at].lower, tokens[at + 2 : at + 3]
    is_participle = word.endswith("ed") or word in {"put", "told", "shown", "held", "written"}
    return (
        is_participle and bool(doer) and (doer[0].is_capital or doer[0].lower in {"the", "its", "his", "her"})
    )


def _is_told(word: str) -> bool:
    """Whether a verb can be no noun: "Local 482 said", but not "22 states"."""
    return word in lexicon.SAY and word.endswith(("said", "say", "says", "told", "wrote", "added"))


def is_negated(tokens: list[Token], group: int, at: int) -> bool:
    """Whether a verb is denied by what stands beside it from a place on: "has never said"; not "did not just say"."""
    return any(
        (token.lower in _NEGATIONS or token.lower.endswith("n't")) and word_at(tokens, i + 1) not in MERELY
        for i, token in enumerate(tokens[group:at], group)
    )


def _is_undone(tokens: list[Token], at: int, group: int) -> bool:
    """Whether nobody did what the verb tells: "has not said", "Moor neither confirmed nor denied it"; "does not deny" tells."""
    is_denied = group < at and is_negated(tokens, group, at) and tokens[at].lower not in _MAY_BE_DENIED
    return is_denied or word_at(tokens, group - 1) in {"neither", "nor"}


def _is_hearing(tokens: list[Token], end: int) -> bool:
    """Whether a court or the like is told: "A jury at Vale", but not "The jury foreman"."""
    start = min(find_subject_start(tokens, end), max(0, end - 2))
    heads = (i for i in range(start, end) if tokens[i].lower in nouns.AUDIENCES)
    return any(
        i + 1 == end or tokens[i + 1].lower in _BEHIND_HEARING or not tokens[i + 1].is_word for i in heads
    )
