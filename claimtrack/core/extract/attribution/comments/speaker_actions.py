"""What a speaker does besides: the verb after "and" or "but" in "said S and rejected the offer"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.verbs.uses import gives_estimate_or_cause
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import starts_clause
from claimtrack.core.extract.words.finding import contains_word, find_word, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.language.word_lists import HAVE

_PHRASAL_ACTIONS = {
    "ruled": {"out"}, "hit": {"out"}, "lashed": {"out"}, "played": {"down"}, "turned": {"down"}, "stopped": {"short"},
    "brushed": {"aside", "off"}, "shrugged": {"off"}, "waved": {"away", "off"},
}  # fmt: skip
_COURT_WORDS = words_of("court bench judge justice tribunal magistrate panel arbitrator coroner")
_RULING_VERBS = words_of("held ruled found declared decided concluded")
_RULING_WINDOW, _RETORT_WINDOW = 8, 6  # tokens from "ruling" to "to"; from "back" to the end of a retort
_RETORT_VERBS = words_of("hit hits fired fires shot shoots struck fought")
_ORDER_VERBS = words_of(
    "ordered directed imposed sentenced fined awarded granted instructed barred told quashed acquitted "
    "jailed convicted upheld remanded gave set"
)
"""Actions of a court that follow its ruling."""
_ORDERS_AFTER_SPEECH = _ORDER_VERBS - {"told", "gave", "set", "awarded", "granted", "imposed"}
"""Actions of a court that may also follow what it said."""
_SENTENCING_VERBS = words_of("sentenced remanded fined acquitted convicted jailed")
_OBJECT_PRONOUNS = words_of("him her them it")
"""In "said he had lied and sentenced him" the subject of "sentenced" is somebody else."""
_ASCRIBING_VERBS = words_of("attributed attributes credited credits")
_DISPUTING_VERBS = words_of(
    "disputed disputes denied denies doubted doubts questioned questions alleged alleges"
)
_DOUBT_OPENERS = lexicon.INDIRECT_QUESTION_WORDS | {"that"}
_ADVISING_VERBS = words_of("recommended recommends advised advises expressed expresses")
_ALLEGING_VERBS = words_of("alleged alleges contended contends")
_SPEECH_ACT_VERBS = words_of(
    "challenged challenges dared dares invited invites defended defends likened likens compared compares "
    "encouraged encourages cited cites ridiculed pleaded pleads complained complains lamented laments "
    "rebuked expressed expresses pointed points voiced voices reiterated reiterates disputed disputes "
    "questioned questions offered offers agreed agrees proposed proposes pressed backed backs predicted "
    "predicts"
)
_SPEECH_ACT_PREPOSITIONS = {
    "pointed": {"to", "at"}, "points": {"to", "at"}, "agreed": {"to"}, "agrees": {"to"}, "pleaded": {"with", "for"},
    "complained": {"of", "about"},
}  # fmt: skip
"""The prepositions that some of these verbs need: "pointed to a report"."""
_MAY_BE_CONTENT = words_of(
    "invited invites compared compares offered offers agreed agrees questioned questions pressed backed backs proposed"
)
"""Verbs that may also belong to the content: "said they had seized the film, and questioned 14 people"."""
_ORDERING_VERBS = words_of("directed ordered instructed asked")
"""Verbs that may belong to the content unless a quotation or a comma closes it."""
_NOT_AFTER_ADVICE = lexicon.PREPOSITIONS - {"against"}
_ACCEPTING_VERBS = words_of("accept believe think agree deny recognise recognize concede know expect")
_ADMITTING_VERBS = words_of("admitted admits acknowledged acknowledges conceded concedes recalled recalls")
"""Verbs before a participle: "but admitted knowing him"."""
_NEGATORS = words_of("not n't didn't doesn't don't")


def is_speaker_action(tokens: list[Token], at: int) -> bool:
    """Whether a verb is a further action of the speaker: "rejected", "played down", "stopped short of"."""
    verb = tokens[at].lower
    following = word_at(tokens, at + 1)
    owns_up = verb in _ADMITTING_VERBS and following.endswith("ing") and following not in lexicon.PREPOSITIONS
    return owns_up or verb in lexicon.SPEAKER_ACTIONS or following in _PHRASAL_ACTIONS.get(verb, ())


def is_further_action(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb at `at` is the speaker's next action, not part of the content that begins at `start`."""
    if _is_second_content_verb(tokens, start, at):
        return False
    return (
        is_speaker_action(tokens, at)
        or _is_court_action(tokens, start, at)
        or _is_speaker_stance(tokens, start, at)
        or is_negated_stance(tokens, at)
        or (tokens[at].lower in lexicon.HE_SHE and _is_action_of_pronoun(tokens, start, at))
    )


def _is_second_content_verb(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb is the second one of the content: "said she had weighed a toll and rejected it"."""
    start += word_at(tokens, start) == "that"
    had = start + 1 + (word_at(tokens, start + 1) in {"also", "once", "already"})
    is_same = word_at(tokens, start) in lexicon.HE_SHE and word_at(tokens, had) in HAVE
    return is_same and word_at(tokens, at + 1) in {"it", "them"} and not _is_content_closed(tokens, at)


def is_bare_retort(tokens: list[Token], end: int) -> bool:
    """Whether a clause says only that somebody retorted: "Moor hit back", "Moor fired back at the council"."""
    back = find_word(tokens, "back", max(1, end - _RETORT_WINDOW), end)
    return back == end - 1 > 0 or (back > 0 and tokens[back - 1].lower in _RETORT_VERBS)


def starts_reaction(tokens: list[Token], at: int) -> bool:
    """Whether the previous speaker's reaction begins here: "she denied that S", "he did not accept that S"."""
    verb = at + 1
    is_same = word_at(tokens, at) in lexicon.THIRD_PERSON and verb < len(tokens)
    return is_same and (
        tokens[verb].lower in lexicon.SPEAKER_ACTIONS
        or is_negated_stance(tokens, verb)
        or is_speech_act(tokens, verb)
    )


def is_negated_stance(tokens: list[Token], at: int) -> bool:
    """Whether a stance is expressed by a negated verb: "did not accept that S", "does not believe S", "did not deny knowing him"."""
    verb = at + 1 + (word_at(tokens, at + 1) == "not")
    is_denied = word_at(tokens, at + 1) == "not" or tokens[at].lower in _NEGATORS
    grants = word_at(tokens, verb) in _ACCEPTING_VERBS and word_at(tokens, verb + 1) == "that"
    return is_denied and (grants or word_at(tokens, verb) in {"deny", "dispute", "contest"})


def _is_action_of_pronoun(tokens: list[Token], start: int, pronoun: int) -> bool:
    """Whether "she urged the council to act" follows ", and", and "she" can only be the speaker."""
    is_alone = not any(map(_may_be_antecedent, tokens[start : pronoun - 2])) or has_quote(
        tokens, pronoun, len(tokens)
    )
    is_alone = is_alone and tokens[pronoun - 2].text == ","
    is_action = is_speaker_action(tokens, pronoun + 1) or is_speech_act(tokens, pronoun + 1)
    return is_alone and is_action and is_statement(tokens, start, pronoun - 2)


def _may_be_antecedent(token: Token) -> bool:
    """Whether a later "he" or "she" may refer to the word: a name, a person."""
    is_name = token.is_capital and token.lower not in times.TIME_NOUNS
    return is_name or token.lower in lexicon.HE_SHE or token.lower in nouns.PERSONS


def _is_speaker_stance(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb expresses the speaker's view: "attributed it to rain", "disputed that S", "recommended closing it"."""
    verb, following = tokens[at].lower, word_at(tokens, at + 1)
    if verb in _ASCRIBING_VERBS:
        return gives_estimate_or_cause(tokens, at) or contains_word(
            tokens[at + 2 : at + _RULING_WINDOW], "to"
        )
    if verb in _ALLEGING_VERBS:
        return starts_clause(tokens, at + 1) and _is_outside_content(tokens, start, at)
    if verb in _DISPUTING_VERBS and following in _DOUBT_OPENERS:
        return True
    if is_speech_act(tokens, at) and (_is_content_closed(tokens, at) or tokens[at - 1].lower == "but"):
        return verb not in _MAY_BE_CONTENT or not contains_word(tokens[start : at - 1], HAVE)
    if verb in {"warned", "warns"} and following in {"of", "against"}:
        return _is_outside_content(tokens, start, at)
    if following in _NOT_AFTER_ADVICE:
        return False
    if verb in _ADVISING_VERBS:
        return following == "that" or _is_outside_content(tokens, start, at)
    return verb in _ORDERING_VERBS and _is_content_closed(tokens, at)


def is_speech_act(tokens: list[Token], at: int) -> bool:
    """Whether the verb is another speech act: "cited a report", "challenged them to pay"."""
    verb, following = tokens[at].lower, word_at(tokens, at + 1)
    if verb not in _SPEECH_ACT_VERBS or following in lexicon.AUXILIARY_VERBS:
        return False
    return following in _SPEECH_ACT_PREPOSITIONS.get(verb, (following,))


def _is_content_closed(tokens: list[Token], at: int) -> bool:
    """Whether a quotation or a comma closes the content before the conjunction: "said S, and warned staff"."""
    return tokens[at - 2].is_quote or tokens[at - 2].text == ","


def _is_outside_content(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb cannot be the second one of the content, as in "it had met and recommended S"; a quotation or a comma rules that out."""
    return _is_content_closed(tokens, at) or not contains_word(tokens[start : at - 1], HAVE)


def _is_court_action(tokens: list[Token], start: int, at: int) -> bool:
    """Whether the verb is a further action of a court: "held that the search was unlawful and ordered the files returned"."""
    if tokens[at].lower not in _ORDER_VERBS or not contains_word(tokens[:start], _COURT_WORDS):
        return False
    ruled = {token.lower for token in tokens[max(0, start - _RULING_WINDOW) : start]}
    is_sentence = tokens[at].lower in _SENTENCING_VERBS and word_at(tokens, at + 1) in _OBJECT_PRONOUNS
    is_ruling = not _RULING_VERBS.isdisjoint(ruled) or is_sentence
    is_ruling = is_ruling or (
        tokens[at].lower in _ORDERS_AFTER_SPEECH and _is_outside_content(tokens, start, at)
    )
    return is_ruling and is_statement(tokens, start, at - 1)
