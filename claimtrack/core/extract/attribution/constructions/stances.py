"""Stances expressed by the verb alone: "The union disputes that.", "Doe rejected the claim", "Doe called for talks"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.constructions.showing import is_refusal_action
from claimtrack.core.extract.attribution.sources.nameable import can_name_speaker
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.attribution.sources.subjects import find_subject_before
from claimtrack.core.extract.attribution.verbs.cues import find_group_start
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH
from claimtrack.core.extract.words.finding import contains_word, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import is_finite

_SUBJECT_WINDOW = 24  # tokens at the start of a sentence
_OBJECT_WINDOW, _REQUEST_WINDOW = 6, 3  # tokens after the verb
_REJECTING_VERBS = words_of("rejected rejects dismissed dismisses contested contests")
"""Verbs whose object may also be a plan, a player or a seat."""
_CLAIM_NOUNS = (lexicon.STATEMENT_NOUNS - {"idea", "decision", "reading"}) | words_of(
    "criticism criticisms findings charges suggestions figures reports accounts numbers conclusion "
    "conclusions calls fears concerns verdict assessment estimate estimates valuation characterisation "
    "comparison explanation complaint complaints submission wrongdoing"
)
_CONTESTED_THINGS = words_of("title crown goal penalty seat election")
"""What is contested or denied by an action: "contested the title"."""
_PRONOUNS = words_of("it that this both them")
_STANCE_OBJECTS = _PRONOUNS | _CLAIM_NOUNS
_STANCE_CUES = lexicon.STANCE_VERBS | lexicon.REQUEST_PREPOSITIONS.keys()
_CHARGE_NOUNS = words_of("charge charges complaint complaints case claims")
_NON_FACTUAL = words_of("not never will would may might could should must had to")
"""Words before a verb that expresses no stance, or an earlier one: "had denied it for months"."""
_NO_HOLDERS = lexicon.NEGATIVE_OPENERS | lexicon.SUBJECT_PRONOUNS
_NEITHER = words_of("neither nor")
_TIME_OPENERS = times.TIME_ADVERBS | times.TIME_MODIFIERS | {"on", "when", "after", "before"}
_BEFORE_SUBJECT = lexicon.COORDINATORS | words_of("however meanwhile still yet")
_CLAIM_KINDS = words_of("insurance asylum compensation benefit benefits")
"""Claims on an office, which it rejects by an action: "rejected the insurance claim"."""
_REQUESTED_THINGS = words_of("help ambulance police backup directions water")
"""What is requested by an action: "called for help"."""
_SPEECH_OR_STANCE_VERBS = (
    lexicon.STANCE_VERBS
    | lexicon.SPEECH_CUES
    | lexicon.LABELLING_VERBS
    | lexicon.CLAIM_VERBS
    | lexicon.REQUEST_PREPOSITIONS.keys()
)
_DECIDING_BODIES = nouns.AUDIENCES | words_of(
    "judge judges magistrate justices parliament senate congress assembly voters lawmakers"
)
"""Those who reject by a ruling or a vote."""


def find_stance_holder(tokens: list[Token]) -> TokenRange | None:
    """Whose stance a clause expresses: "But the council disputed that"; None if it is nobody's, or an action: "The judge denied the motion"."""
    at = _find_stance_verb(tokens)
    if (
        not at
        or tokens[-1].text == "?"
        or contains_word(tokens[at:], lexicon.CONTRASTIVE_SUBORDINATORS)
        or _has_second_action(tokens, at)
    ):
        return None  # "Oslo called for talks, while Kyiv refused" is nobody's alone
    group = find_group_start(tokens, at, 0)
    subject = _find_main_subject(tokens, group)
    if not subject or contains_word(tokens[group:at], _NON_FACTUAL):
        return None
    if not contains_word(tokens[group:at], lexicon.BE):
        expresses = _is_request if tokens[at].lower in lexicon.REQUEST_PREPOSITIONS else _is_stance
        by = subject if expresses(tokens, at) else None
    else:
        by = _find_agent(tokens, at) if contains_word(tokens[slice(*subject)], _STANCE_OBJECTS) else None
    return by if by and _can_hold_stance(tokens[slice(*by)]) else None


def _find_stance_verb(tokens: list[Token]) -> int:
    """The index of the first verb that may express a stance; 0 if there is none."""
    window = range(1, min(len(tokens), _SUBJECT_WINDOW))
    return next((i for i in window if tokens[i].lower in _STANCE_CUES and _may_be_stance_verb(tokens, i)), 0)


def _has_second_action(tokens: list[Token], at: int) -> bool:
    """Whether a second action follows: "contested the findings and paid a fine"; not "rejected it and asked for proof"."""
    after = [tokens[i + 1] for i in range(at + 1, len(tokens) - 1) if tokens[i].lower == "and"]
    return any(is_finite(token) and token.lower not in _SPEECH_OR_STANCE_VERBS for token in after)


def _may_be_stance_verb(tokens: list[Token], at: int) -> bool:
    """Whether a stance verb occurs here: "disputed", "called for"."""
    verb = tokens[at].lower
    pleads = word_at(tokens, at + 1) in lexicon.REQUEST_PREPOSITIONS.get(verb, ())
    return (pleads or verb in lexicon.STANCE_VERBS) and not tokens[at].is_capital


def _find_main_subject(tokens: list[Token], group: int) -> TokenRange | None:
    """The subject of the main clause whose verb group begins at `group`, perhaps after a time or place: "In Vale, the mayor rejected that"; else None."""
    is_relative = group > 1 and tokens[group - 1].lower in lexicon.RELATIVES
    found = None if is_relative else find_subject_before(tokens, group, 0)
    if not found:
        return None
    before, between = tokens[: found[0]], tokens[found[1] : group]
    opens = not before or before[-1].text in COMMA_OR_DASH or before[-1].lower in _BEFORE_SUBJECT
    # "Brenn was accused of it and denied it" is about what happened to him.
    has_other_verb = any(map(is_finite, before)) or any(map(is_finite, between))
    return found if opens and not has_other_verb else None


def _find_agent(tokens: list[Token], verb: int) -> TokenRange | None:
    """The agent after "disputed by", without a time: "by the union on Friday"; else None."""
    start = verb + 2
    after = (
        i for i in range(start, len(tokens)) if not tokens[i].is_word or tokens[i].lower in _TIME_OPENERS
    )
    end = next(after, len(tokens))
    return (start, end) if word_at(tokens, verb + 1) == "by" and start < end else None


def _is_stance(tokens: list[Token], at: int) -> bool:
    """Whether the verb is about a statement, and is not an action itself."""
    verb, following = tokens[at].lower, word_at(tokens, at + 1)
    if verb.startswith("disagree"):
        return following in {"", ".", ",", "with"}
    if following in _PRONOUNS:
        return True
    if verb.startswith("dismiss") and contains_word(tokens[at + 1 :], _CHARGE_NOUNS):
        return False  # "The board dismissed the complaint"
    denied = tokens[at + 1 : at + 1 + _OBJECT_WINDOW]
    if verb in _REJECTING_VERBS:
        return contains_word(denied, _CLAIM_NOUNS) and not contains_word(denied, _CLAIM_KINDS)
    return following.isalpha() and not (
        is_refusal_action(tokens, at, at + 1) or contains_word(denied, _CONTESTED_THINGS)
    )


def _is_request(tokens: list[Token], at: int) -> bool:
    """Whether somebody requests something in words: "called for an inquiry"; not "argued for hours", "called on Monday"."""
    verb, wanted = tokens[at].lower, tokens[at + 2 : at + 2 + _REQUEST_WINDOW]
    if not wanted or contains_word(tokens[:at], nouns.DOCUMENTS):
        return False  # "the bill calls for 12 boats"
    if verb == "calls" and _is_noun_calls(tokens, at):
        return False
    if contains_word(wanted[:1], lexicon.CARDINALS) and not word_at(tokens, at + 3).isalpha():
        return False  # "Lund wanted three debates. Moor asked for four."
    is_duration = verb.startswith("argue") and contains_word(wanted, times.TIME_UNITS)
    return not (
        is_duration or contains_word(wanted, _REQUESTED_THINGS) or contains_word(wanted[:1], times.TIME_WORDS)
    )


def _is_noun_calls(tokens: list[Token], at: int) -> bool:
    """Whether "calls" is a noun: "Repeated calls for talks have failed"."""
    before = tokens[at - 1]
    is_subject = before.text == "," or is_speaker([before])
    return not is_subject or any(map(is_finite, tokens[at + 2 :]))


def _can_hold_stance(subject: list[Token]) -> bool:
    """Whether the subject is a person or a body: "the union", "a spokesman", "Ada Moor, the mayor"; "she" is the person reported on."""
    if (
        subject[0].lower in _NO_HOLDERS
        or contains_word(subject, _DECIDING_BODIES)
        or contains_word(subject, _NEITHER)
    ):
        return False
    return (is_speaker(subject) or contains_word(subject, nouns.BODIES)) and can_name_speaker(subject)
