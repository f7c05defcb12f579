"""Which words of a sentence are active reporting verbs, and where their verb groups begin."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.addressees import skip_put_to
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start, skip_particle
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.verbs.other_senses import (
    find_quoting_start,
    follows_adjective,
    has_other_sense,
    lacks_required_that,
)
from claimtrack.core.extract.attribution.verbs.unlisted import (
    has_plural_head,
    is_base_form_verb,
    is_document_noun,
)
from claimtrack.core.extract.attribution.verbs.uses import (
    ESTIMATING_OR_BLAMING,
    gives_estimate_or_cause,
    is_mere_description,
)
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import starts_clause
from claimtrack.core.extract.words.finding import contains_word, word_at
from claimtrack.core.extract.words.reading import Token, split_letter_runs, words_of
from claimtrack.core.extract.words.verbs import count_adverbial_words, find_auxiliaries_start, is_preverbal

_MOST_CUES = 12  # cue words of a sentence that are examined
_CUE_WORDS = words_of(
    (lexicon.CUES - lexicon.VERB_PARTICLES.keys())
    | lexicon.STANCE_VERBS
    | lexicon.REQUEST_PREPOSITIONS.keys(),
    "mailed",
)
_ALL_PARTICLES = frozenset[str]().union(*lexicon.VERB_PARTICLES.values())
_NEEDING_PARTICLE = lexicon.VERB_PARTICLES.keys() | lexicon.LIGHT_VERBS
_NEGATORS = words_of("not never hardly scarcely barely")
_NOT_AUXILIARY = words_of("to not n't never")
MERELY = words_of("only just merely simply")
_REPORTING_IF_NEGATED = lexicon.CLAIM_VERBS | lexicon.THINK
_REPORTING_INFINITIVES = words_of("say insist complain argue warn announce claim")
"""Infinitives whose content may follow without "that": "wrote to MPs to say it was old"."""
_NEVER_NOUNS = frozenset(verb for verb in lexicon.ZERO_THAT_VERBS if verb.endswith("ed")) | {
    "said", "says", "told", "wrote", "agree", "insist", "argue",
}  # fmt: skip
"""Forms that cannot be nouns, so that "Moody's said" has a subject."""
_QUANTIFIERS = words_of("few many some several most all other both these those")
_STANDALONE_SUBJECTS = lexicon.QUANTIFIER_PRONOUNS | lexicon.CARDINALS | {"each"}
_WORDS_BEFORE_YEAR = times.MONTHS | {"in"}
_SUBJECTS_OF_CREDIT = lexicon.PRONOUNS | nouns.SPEAKERS | nouns.DOCUMENTS | {","}
_REPORTING_ADJECTIVES = words_of("adamant convinced insistent")
"""Adjectives that report as a verb does: "is adamant that S"."""
_LONGEST_GROUP = 8  # tokens of a verb group, and from "came" to the infinitive in "came to say"
_INFINITIVE_GOVERNORS = words_of(
    "came come went intervened rose stood used wrote called phoned rang stepped paused interrupted appeared "
    "hastened hurried took turned emerged returned continued continues likes liked written emailed issued "
    "held posted tweeted released published gave sent made quick careful keen anxious pains"
)
"""Verbs and adjectives before an infinitive of saying that report with it: "rose to point out that S", "was keen to stress that S"."""
_AFTER_DOCUMENT = words_of("says said shows showed found finds")  # "a United Nations report says S"
_AFTER_AUDIENCE = lexicon.BEFORE_NOUN | times.TIME_ADVERBS


def may_contain_attribution(sentence: str) -> bool:
    """Whether a sentence contains a cue word, or a verb that expresses a stance; a cheap test before parsing."""
    if sentence.startswith("For "):
        return True
    sentence = sentence.replace(" States", " ").replace(" State ", " ").lower()  # names, not verbs
    words = split_letter_runs(sentence)
    return not _CUE_WORDS.isdisjoint(words) or not (
        lexicon.VERB_PARTICLES.keys().isdisjoint(words) or _ALL_PARTICLES.isdisjoint(words)
    )


def find_cues(tokens: list[Token]) -> list[int]:
    """The indices of cue words. Only the first few: no real sentence has more."""
    cue_words = lexicon.CUES  # one attribute look-up, not one a word
    return [at for at, token in enumerate(tokens) if token.lower in cue_words][:_MOST_CUES]


def find_group_start(tokens: list[Token], at: int, floor: int) -> int:
    """The index where the verb group begins, with its auxiliaries and adverbs: "has" in "has repeatedly said"."""
    i = max(floor, find_quoting_start(tokens, at))
    i = _find_governing_verb(tokens, i, floor)
    i = find_auxiliaries_start(tokens, i, lowest := max(floor, i - _LONGEST_GROUP))
    if i - 2 >= floor and (adverbial := count_adverbial_words(tokens, i)):
        i = find_auxiliaries_start(tokens, i - adverbial, lowest)  # "was not yet fully"
    return i - _has_floating_quantifier(tokens, i, floor)


def skip_auxiliaries(tokens: list[Token], at: int) -> int:
    """The index of the main verb of the group that begins at `at`: "said" in "has since said"."""
    while at < len(tokens) - 1 and is_preverbal(tokens[at]) and tokens[at].lower not in _NOT_AUXILIARY:
        at += 1
    return at


def _has_floating_quantifier(tokens: list[Token], at: int, floor: int) -> bool:
    """Whether a quantifier between subject and verb repeats the subject: "Moor and Lund both said", but not "Both said"."""
    if tokens[at - 1].lower not in lexicon.FLOATING_QUANTIFIERS:
        return False
    before = word_at(tokens, at - 2) if at - 2 >= floor else ""
    if not before:
        return False
    # not so in "The army and the group each fired"
    is_collective = before in nouns.SPEAKERS and tokens[at - 1].lower != "each"
    is_noun = before.endswith("s") or is_collective
    return is_noun or before in lexicon.PRONOUNS or tokens[at - 2].is_capital


def _find_governing_verb(tokens: list[Token], at: int, floor: int) -> int:
    """The index of the verb that governs an infinitive of saying: "came" in "came to announce that S", "used" in "used the debate to say that S"; else `at`."""
    if word_at(tokens, at - 1) != "to" or not lexicon.is_base_form(tokens[at].lower):
        return at
    for i in range(at - 2, max(floor, at - _LONGEST_GROUP) - 1, -1):
        if not tokens[i].is_word:
            break
        if tokens[i].lower in _INFINITIVE_GOVERNORS:
            return i - (tokens[i].lower == "pains")  # "at pains to stress"
    return at


def _is_part_of_name(tokens: list[Token], at: int) -> bool:
    """Whether the word is part of a name: "the group Moor Says", "the body, Certified Carriers"."""
    return at > 0 and tokens[at].is_capital and (tokens[at - 1].is_word or tokens[at - 1].text == ",")


def is_active_verb(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the cue word is an active verb: not "the report", "to say" or "was told"."""
    word, previous, following = tokens[at].lower, word_at(tokens, at - 1), word_at(tokens, at + 1)
    if word in _REPORTING_ADJECTIVES:
        return following == "that" and contains_word(tokens[group:at], lexicon.BE)
    if previous == "to" and contains_word(tokens[group:at], _INFINITIVE_GOVERNORS):
        return _is_infinitive_report(tokens, at)
    if word in _NEEDING_PARTICLE and skip_particle(tokens, at) == at + 1:
        return False
    follows_name = at > 1 and tokens[at - 1].is_capital  # "Homes for All said"
    if previous == "'" or (
        previous in lexicon.DETERMINERS and not (follows_name or _is_pronominal_subject(tokens, at, group))
    ):
        return previous == "her" and word in _NEVER_NOUNS and word_at(tokens, at - 2) in {"to", "for"}
    if _is_noun(tokens, at, group) or _has_other_use(tokens, at, group):
        return False
    if word.endswith("ing"):
        return find_quoting_start(tokens, at) < at or not contains_word(tokens[group:at], "to")
    if previous in lexicon.PREPOSITIONS and not (previous == "since" and is_preverbal(tokens[at - 2])):
        return False
    if _is_negated_report(tokens, at, group):
        return False
    if word == "told" and _is_hearing_subject(tokens, group):
        return True
    return group == at or not any(t.lower == "to" or t.lower in lexicon.BE for t in tokens[group:at])


def _is_noun(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the cue word is a noun, though no determiner precedes it: "Moor's report", "a written answer", "the group Moor Says", "an economics think tank"."""
    word, previous = tokens[at].lower, word_at(tokens, at - 1)
    if previous.endswith("'s") and not (word in _NEVER_NOUNS or _is_shown_by_plural(tokens, at, group)):
        return True
    if previous == "written" or _is_part_of_name(tokens, at) or word_at(tokens, at + 1) in {"tank", "tanks"}:
        return True
    if lexicon.is_base_form(word):
        return word_at(tokens, at + 1) in _AFTER_DOCUMENT or not is_base_form_verb(tokens, at, group)
    return is_document_noun(tokens, at)


def _is_infinitive_report(tokens: list[Token], at: int) -> bool:
    """Whether an infinitive of saying has content: "rose to point out that S", "went on to say S", "wrote to MPs to say S"."""
    before, following = word_at(tokens, at - 2), word_at(tokens, at + 1)
    if word_at(tokens, skip_particle(tokens, at)) == "that":
        return True
    if (before == "on" and starts_clause(tokens, at + 1)) or (
        before in {"likes", "liked"} and following in {"", ".", ",", ":"}
    ):
        return True
    is_saying = tokens[at].lower in _REPORTING_INFINITIVES
    return is_saying and starts_clause(tokens, find_content_start(tokens, at))


def _has_other_use(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the cue word reports nothing here, or is a noun: "ruled out", "criticised the plan", "his recent remarks", "22 states"."""
    word, previous, following = tokens[at].lower, word_at(tokens, at - 1), word_at(tokens, at + 1)
    if word in {"credits", "credit", "charges"} and not (
        tokens[at - 1].is_capital or previous in _SUBJECTS_OF_CREDIT
    ):
        return True
    if (
        word in ESTIMATING_OR_BLAMING
        and not skip_put_to(tokens, at)
        and (not gives_estimate_or_cause(tokens, at) or tokens[group - 1].lower == "and")
    ):
        return True
    if word in lexicon.THINK and previous == "who" and at > 1 and tokens[at - 2].is_word:
        return True  # "the only man who knew the code was away"
    if has_other_sense(tokens, at) or lacks_required_that(tokens, at, group) or follows_adjective(tokens, at):
        return True
    # "the figure quoted by Mr Doe is"
    if is_mere_description(tokens, at) or (following == "by" and _is_passive_by(tokens, at)):
        return True
    is_counted = previous.isdigit() and _is_counted_noun(tokens, at)
    if is_counted or (word == "states" and _are_regions(tokens, at)):
        return True  # "22 states", "Kano, Jigawa and Katsina states"
    return word == "state" and not (following == "that" or _is_closing_state(tokens, at))


def find_active_group(tokens: list[Token], at: int, floor: int, groups: dict[int, int | None]) -> int | None:
    """The start of the verb group if the cue word is an active verb; None if it is not.

    `groups` caches the answers for `floor` 0, since most cues are looked at twice.
    """
    if floor or at not in groups:
        group = find_group_start(tokens, at, floor)
        active_group = group if is_active_verb(tokens, at, group) else None
        if floor:
            return active_group
        groups[at] = active_group
    return groups[at]


def _is_counted_noun(tokens: list[Token], at: int) -> bool:
    """Whether a number before the word makes it a noun: "22 states"; not after "in 2019" or "Number 10"."""
    before = word_at(tokens, at - 2)
    is_year = tokens[at].lower != "states" and before in _WORDS_BEFORE_YEAR
    is_office = before in {"no", "number"} and tokens[at - 2].is_capital
    is_count = not (is_year or is_office)
    return is_count and word_at(tokens, at + 1) != "that" and not _cannot_be_noun(tokens[at].lower)


def _is_pronominal_subject(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the determiner before the verb is its subject, or repeats it: "Another said that S", "They all said S"."""
    previous = word_at(tokens, at - 1)
    is_share = word_at(tokens, at - 2) == "in"  # "One in four said"
    word = tokens[at].lower
    is_reporting = word in _NEVER_NOUNS or (word.endswith("ed") and word_at(tokens, at + 1) == "that")
    is_subject = (previous in _STANDALONE_SUBJECTS or is_share) and is_reporting
    is_subject = is_subject or (previous == "all" and is_reporting and word_at(tokens, at + 1) == "that")
    return is_subject or (previous in lexicon.FLOATING_QUANTIFIERS and group < at)


def _is_shown_by_plural(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the possessive before the verb ends a plural subject: "Figures from St. Brennan's show 22 of them recovered"."""
    is_shown = (
        tokens[at].lower in lexicon.SHOW
        and lexicon.is_base_form(tokens[at].lower)
        and tokens[at - 1].is_capital
    )
    return is_shown and has_plural_head(tokens, find_subject_start(tokens, group), group)


def _are_regions(tokens: list[Token], at: int) -> bool:
    """Whether "states" is a noun: a list of names precedes it ("Kano and Jigawa states"), or a modifier after it ("the Sun Belt states of")."""
    if word_at(tokens, at + 1) in {"of", "who", "where", "whose"} or tokens[at - 1].lower in _QUANTIFIERS:
        return True
    is_listed = tokens[at - 1].is_capital and word_at(tokens, at + 1) != "that"
    return is_listed and word_at(tokens, at - 2) in {"and", ","}


def _is_closing_state(tokens: list[Token], at: int) -> bool:
    """Whether "state" ends the sentence as a verb: ", the documents state", ", the authors state in the paper"."""
    ends = at + 1 == len(tokens) or tokens[at + 1].text == "." or word_at(tokens, at + 1) == "in"
    return ends and lexicon.is_plural_head(tokens[at - 1].lower)


def _is_passive_by(tokens: list[Token], at: int) -> bool:
    """Whether a verb before "by" is passive: "quoted by Jane Doe", but not "ruled by two votes to one"."""
    word, doer = tokens[at].lower, tokens[at + 2 : at + 3]
    is_participle = word.endswith("ed") or word in {"put", "told", "shown", "held", "written"}
    return (
        is_participle and bool(doer) and (doer[0].is_capital or doer[0].lower in {"the", "its", "his", "her"})
    )


def _cannot_be_noun(word: str) -> bool:
    """Whether the form of the verb cannot be a noun: "Local 482 said", but not "22 states"."""
    return word in lexicon.SAY and word.endswith(("said", "say", "says", "told", "wrote", "added"))


def is_negated(tokens: list[Token], group: int, at: int) -> bool:
    """Whether a negator occurs between `group` and the verb at `at`: "has never said"; not "did not just say"."""
    return any(
        (token.lower in _NEGATORS or token.lower.endswith("n't")) and word_at(tokens, i + 1) not in MERELY
        for i, token in enumerate(tokens[group:at], group)
    )


def _is_negated_report(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the verb is negated so that nothing is reported: "has not said", "Moor neither confirmed nor denied it"; not "does not deny S"."""
    is_denied = group < at and is_negated(tokens, group, at) and tokens[at].lower not in _REPORTING_IF_NEGATED
    return is_denied or word_at(tokens, group - 1) in {"neither", "nor"}


def _is_hearing_subject(tokens: list[Token], end: int) -> bool:
    """Whether the subject is a court or similar body, which is told something: "A jury at Vale was told S", but not "The jury foreman told S"."""
    start = min(find_subject_start(tokens, end), max(0, end - 2))
    audiences = (i for i in range(start, end) if tokens[i].lower in nouns.AUDIENCES)
    return any(
        i + 1 == end or tokens[i + 1].lower in _AFTER_AUDIENCE or not tokens[i + 1].is_word for i in audiences
    )
