"""Whether the same speaker's next statement begins: "and warned that S", ", adding S", "though he maintained that S"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.comments.no_comment import DISCLOSING_VERBS, declines_to_elaborate
from claimtrack.core.extract.attribution.comments.speaker_actions import (
    is_negated_stance,
    is_speaker_action,
)
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start, skip_particle
from claimtrack.core.extract.attribution.verbs.cues import skip_auxiliaries
from claimtrack.core.extract.attribution.verbs.uses import gives_estimate_or_cause
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import CURRENCIES, starts_clause, starts_content
from claimtrack.core.extract.words.finding import word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.verbs import is_preverbal

_POSTING_VERBS = words_of("posted posts wrote writes")  # a place may follow: "wrote on X that S"
_STATING_PARTICIPLES = frozenset(word for word in lexicon.STATE if word.endswith("ing"))
_CLAIMING_PARTICIPLES = words_of("claiming alleging warning maintaining")
_CRIES = words_of(
    "scream+s+ed+ing shout+s+ed+ing yell+s+ed+ing cried crying whisper+s+ed+ing asked replies replied answer+s+ed respond+s+ed read+s"
)
"""Verbs whose subject is rather in what is told: "Moor said a man waved and shouted: "S"", "Moor said a letter came and read: "S""."""
_SAME_SPEAKER = lexicon.SPEAKER_PRONOUNS | lexicon.FLOATING_QUANTIFIERS
_HAVE = words_of("has have hasn't haven't")
_AFTER_HAVE = words_of("not never since yet also")
_NUMBER_OPENERS = CURRENCIES | set("0123456789")


def is_estimate_or_refusal(tokens: list[Token], at: int) -> bool:
    """Whether "put the cost at $4m" or "would not comment" follows, which the speaker did rather than said."""
    return declines_to_elaborate(tokens, at) or (
        tokens[at].lower in lexicon.PUTS and gives_estimate_or_cause(tokens, at)
    )


def starts_second_report(tokens: list[Token], at: int) -> bool:
    """Whether the same speaker's next report begins: "and warned that S", "but told reporters S"."""
    verb = tokens[at].lower
    has_addressee = verb in lexicon.ADDRESSEE_VERBS or verb in _POSTING_VERBS
    start = find_content_start(tokens, at) if has_addressee else skip_particle(tokens, at)
    is_of_another = verb in _CRIES or word_at(tokens, at + 1) in {
        "him",
        "her",
    }  # "her boss came and told her: "S""
    if word_at(tokens, start) == "that" or (word_at(tokens, start) == ":" and not is_of_another):
        return verb in lexicon.REPORTING_VERBS and verb.endswith(("d", "s", "made", "wrote"))
    previous, addressee = tokens[at - 1].lower, at + 1 + (word_at(tokens, at + 1) == "the")
    # "But told officers S" may be part of the content, about another person.
    tells_press = verb == "told" and previous == "but" and _may_name_press(tokens, addressee)
    is_emphatic = verb == "say" and previous in {"did", "does"}  # "but did say S"
    is_question = word_at(tokens, start) in lexicon.QUESTION_WORDS
    if (tells_press or is_emphatic) and not is_question and starts_clause(tokens, start):
        return True
    if verb in {"said", "says"} and starts_content(tokens, at + 1):
        return word_at(tokens, at + 1) not in lexicon.PREPOSITIONS
    return verb in lexicon.ZERO_THAT_VERBS and starts_clause(tokens, at + 1)


def _may_name_press(tokens: list[Token], at: int) -> bool:
    """Whether the addressee seems to be the press: "the Courier", "reporters"."""
    return at < len(tokens) and (tokens[at].is_capital or tokens[at].lower in {"reporters", "journalists"})


def starts_then_report(tokens: list[Token], at: int) -> bool:
    """Whether "then said that S" follows a comma: the same speaker's next statement."""
    return (
        tokens[at].lower == "then"
        and tokens[at - 1].text == ","
        and starts_second_report(tokens, skip_auxiliaries(tokens, at))
    )


def starts_pronoun_report(tokens: list[Token], at: int) -> bool:
    """Whether a pronoun begins the same speaker's next report: "; he later added that S"."""
    verb = skip_auxiliaries(tokens, at + 1)
    return (
        tokens[at].lower in lexicon.SPEAKER_PRONOUNS
        and verb < len(tokens)
        and starts_second_report(tokens, verb)
    )


def starts_qualification(tokens: list[Token], at: int) -> bool:
    """Whether the same speaker qualifies the statement: "though he maintained that S", "but they have not published it"."""
    if not (tokens[at].lower in {"but", "though", "although"} and word_at(tokens, at + 1) in _SAME_SPEAKER):
        return False
    verb = next((i for i in range(at + 2, len(tokens)) if not is_preverbal(tokens[i])), len(tokens))
    if tokens[at + 1].lower in lexicon.HUMAN_PRONOUNS and _is_perfect_action(tokens, at + 2):
        return True
    is_silent = tokens[verb - 1].lower in {"not", "never"}
    is_silent = is_silent or word_at(tokens, verb + 1) in {"nothing", "little"}
    if (is_silent and word_at(tokens, verb) in DISCLOSING_VERBS) or is_negated_stance(tokens, at + 2):
        return True
    return verb < len(tokens) and (
        starts_second_report(tokens, verb)
        or is_speaker_action(tokens, verb)
        or is_estimate_or_refusal(tokens, verb)
    )


def _is_perfect_action(tokens: list[Token], at: int) -> bool:
    """Whether the outlet says what the speaker has or has not done: "but they have not published it"; not "have been"."""
    participle = at + 1 + (word_at(tokens, at + 1) in _AFTER_HAVE)
    return (
        word_at(tokens, at) in _HAVE
        and word_at(tokens, participle) not in lexicon.BE
        and participle < len(tokens)
    )


def is_reporting_participle(tokens: list[Token], at: int) -> bool:
    """Whether "noting that" occurs here, as after "before"; after a comma also "before telling members that"."""
    word = tokens[at].lower
    that = find_content_start(tokens, at) if tokens[at - 2].text == "," else at + 1
    return word.endswith("ing") and word in lexicon.REPORTING_VERBS and word_at(tokens, that) == "that"


def starts_continuation(tokens: list[Token], at: int) -> bool:
    """Whether the speaker continues in a participle: ", adding S", ", saying S", ", before noting that S"."""
    if at >= len(tokens):
        return False
    if tokens[at - 1].lower in {"before", "while"}:
        return tokens[at - 2].text == "," and is_reporting_participle(tokens, at)
    if tokens[at - 1].text != "," and not tokens[at - 1].is_quote:
        return False
    word = tokens[at].lower
    if word == "adding" and word_at(tokens, at + 1)[:1] in _NUMBER_OPENERS:
        return starts_clause(tokens, at + 1)  # "..., adding $3 million to its cost" adds no words
    opens = word in _CLAIMING_PARTICIPLES and (
        starts_clause(tokens, at + 1) or word_at(tokens, at + 1) == ":"
    )
    if word in lexicon.REPORTING_PARTICIPLES or opens:
        return True
    following = word_at(tokens, skip_particle(tokens, at))
    return word in _STATING_PARTICIPLES and (following == "that" or (following == ":" and word not in _CRIES))
