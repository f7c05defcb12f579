"""The outlet's own comments on a statement: ", a claim the force rejects", "- a figure he repeats", ", without giving details"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.comments.corrections import (
    describes_audience_reaction,
    starts_correction,
)
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, DASHES
from claimtrack.core.extract.words.finding import contains_word, find_word, find_word_back, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import find_auxiliaries_start, is_adverb, is_finite, is_preverbal

_OPENS_COMMENT = DASHES | {"("}
_COMMENT_OPENERS = words_of("a an the one which")
_OPENS_DISPUTE = words_of("a an the something claims allegations charges")
_DISPUTED_NOUNS = lexicon.CLAIM_NOUNS | words_of("something figure number suggestion charges version account")
_DISPUTING_VERBS = words_of(
    "calls called call reject rejects rejected dispute disputes disputed deny denies denied contest contests "
    "contested dismiss dismisses dismissed questioned rebuffed refuted rebutted"
)
_DENYING_VERBS = words_of("denied denies deny disputed disputes dispute")
_TIME_OPENERS = times.TIME_ADVERBS | times.TIME_MODIFIERS | lexicon.PLACE_TIME_PREPOSITIONS | {"when"}
_FREQUENCY_WORDS = words_of("twice times two three four")
_LONGEST_MOMENT, _LONGEST_APPOSITION, _LONGEST_DISPUTE = 5, 12, 14  # tokens
_FEWEST_BEFORE = 2  # tokens before a comment
_MOST_COMMAS = 3
"""Commas to consider: the one that opens the comment and those around its source, ", a claim their lawyer, Ann Lee, called "a lie""."""
_LABELLING_VERBS = lexicon.LABELLING_VERBS | {"call", "describe", "dismiss", "attacked", "attacks"}
_ASCRIBING_VERBS = words_of("attributes attribute attributed ascribes ascribed ascribe blames blamed blame")
_CAUSE_PREPOSITIONS = words_of("to on for with")
_FINDING_VERBS = words_of("found finds ruled rejected rejects disputes disputed")
REMARK_VERBS = _LABELLING_VERBS | _ASCRIBING_VERBS | _FINDING_VERBS
_DENIAL_WINDOW = 12  # tokens at the start of a sentence
_DENIED_OBJECTS = lexicon.ANAPHORIC_NOUNS | lexicon.ANAPHORIC_PRONOUNS
_CONTRADICTING_VERBS = words_of("contradicts contradicted corrects corrected rebuts rebutted")
_CONFIRMING_VERBS = words_of("confirmed confirms acknowledged acknowledges")
_DISAGREEING_VERBS = words_of("disagrees disagreed differs differed disagree objects objected agrees agreed")
_PRONOUNS = lexicon.PRONOUNS | lexicon.ANY_OBJECT_PRONOUNS
_NOUN_WINDOW = 5  # tokens from an article to its noun
_LONGEST_STRESS = 24  # characters, marks included
_OPENS_SUBJECT = lexicon.THIRD_PERSON | lexicon.POSSESSIVES | {"that", "which", "the"}
_COMMENT_VERBS = words_of("repeats repeated blames blamed declined declines refused refuses")
_AUXILIARIES = words_of("does do has have")
_NEGATED_AUXILIARIES = words_of("doesn't don't hasn't haven't")
"""Only in the present: reported content in the past may contain "did not"."""
_DISPUTE_WINDOW = 16  # tokens back from the end to the comma
_COMMENT_WINDOW = 8  # tokens from the start of a comment to its noun
_ANSWERING_VERBS = _DISPUTING_VERBS | _CONFIRMING_VERBS
_ANSWER_FORMS = words_of("confirm deny dispute answer")


def starts_comment(tokens: list[Token], at: int) -> bool:
    """Whether the outlet's own comment begins at `at`: "a claim the force rejects", "without giving details"."""
    if describes_audience_reaction(tokens, at):
        return True
    if word_at(tokens, at) in {"repeating", "echoing", "reviving"}:
        return contains_word(tokens[at + 1 : at + _COMMENT_WINDOW], lexicon.CLAIM_NOUNS)
    return starts_rebuttal(tokens, at)


def starts_rebuttal(tokens: list[Token], at: int) -> bool:
    """Whether the comment says who rejects, repeats or conceals the statement: "a claim the force rejects", "a sale it does not list"."""
    return starts_correction(tokens, at) or _find_dispute(tokens, at) is not None


def find_disputer(tokens: list[Token], end: int) -> TokenRange | None:
    """Who disputes the statement in a comment that ends before `end`: ", a claim the force rejects, saying S"; else None."""
    begin = find_word_back(tokens, COMMA_OR_DASH, end - 2, max(0, end - _DISPUTE_WINDOW), default=end)
    found = _find_dispute(tokens, begin + 1)
    if found is None:
        return None
    noun, verb = found
    start = noun + 1 + (word_at(tokens, noun + 1) in {"that", "which"})
    return (start, verb) if start < verb < end else None


def find_denier(tokens: list[Token]) -> TokenRange | None:
    """Who denies or confirms the statement, if the words are such a comment: "which the force has always denied"; else None."""
    found = _find_dispute(tokens, 0)
    if found is None or tokens[found[1]].lower not in _ANSWERING_VERBS:
        return None
    noun, end = found
    if word_at(tokens, end + 1) == "by":
        return _find_agent(tokens, end + 2)
    start = noun + 1 + (word_at(tokens, noun + 1) in {"that", "which"})
    while end > start and (
        is_preverbal(tokens[end - 1])
        or tokens[end - 1].text == ","
        or _is_quoted_adverb(tokens, end - 1)
        or tokens[end - 1].lower in _FREQUENCY_WORDS
    ):
        end -= 1
    while end > start + 1 and tokens[end - 1].lower in times.TIME_WORDS:
        end -= 1  # "which his office on Friday denied"
    commas = [i for i in range(start, end) if tokens[i].text == ","]
    if len(commas) == 1 and tokens[end - 1].is_capital:
        start = commas[0] + 1  # "the mayor, Ivo Lund, flatly denies"
    named = tokens[start:end]
    is_named = bool(named) and named[0].lower not in lexicon.PRONOUNS
    return (start, end) if is_named and all(t.is_word for t in named) else None


def _find_agent(tokens: list[Token], start: int) -> TokenRange | None:
    """The agent in "a charge rejected by the mayor"; None if more than a time follows."""
    stop = len(tokens) - (tokens[-1].text == ".")
    end = next(
        (
            i
            for i in range(start, stop)
            if tokens[i].text in COMMA_OR_DASH or tokens[i].lower in _TIME_OPENERS
        ),
        stop,
    )
    is_named = start < end and tokens[start].lower not in _PRONOUNS
    return (start, end) if is_named and all(t.is_word for t in tokens[start:end]) else None


def ends_in_denial(tokens: list[Token], comma: int) -> bool:
    """Whether a denial or correction after "X said" ends the sentence: ", a claim the lab denies", ", when in fact it was 3"."""
    if word_at(tokens, comma) == "," and starts_correction(tokens, comma + 1):
        return True
    found = find_denier(tokens[comma + 1 :]) if word_at(tokens, comma) == "," else None
    return found is not None and all(token.is_word for token in tokens[comma + 1 : comma + 1 + found[0]])


def parse_remark(tokens: list[Token]) -> tuple[int, TokenRange, int] | None:
    """A remark about the clause before it: ", a charge that Moor dismissed as "a joke"", ", which the bank blames on rain"; else None.

    The index of its comma or unpaired dash, the range of its source, and the index of its verb.
    """
    dashes = [i for i, token in enumerate(tokens) if token.text in DASHES]
    pauses = {","} | {tokens[dash].text for dash in dashes if len(dashes) == 1}
    commas = [i for i in range(len(tokens) - 3, _FEWEST_BEFORE, -1) if tokens[i].text in pauses][
        :_MOST_COMMAS
    ]
    comma = next((i for i in commas if word_at(tokens, i + 1) in {"a", "an", "which"}), 0)
    opens = word_at(tokens, comma + 1)
    if not comma:
        return None
    verb = find_word(tokens, REMARK_VERBS, comma + 3, min(len(tokens) - 1, comma + _LONGEST_APPOSITION))
    if commas[0] > verb:
        return None  # "the sum, which it called "small", was paid"
    noun = comma + 1 if opens == "which" else _find_noun_end(tokens, comma + 1)
    start = noun + 1 + (opens != "which" and word_at(tokens, noun + 1) in {"that", "which"})
    end = find_auxiliaries_start(tokens, verb, start)
    subject = tokens[start:end]
    is_subject = bool(subject) and all((t.is_word or t.text == ",") and not is_finite(t) for t in subject)
    if is_subject and noun > comma and _is_remark(tokens, noun, verb):
        return (comma, (start, end), verb)
    return None


def _is_remark(tokens: list[Token], noun: int, verb: int) -> bool:
    """Whether the verb labels the clause or names its cause or, of a claim, makes a finding."""
    if tokens[verb].lower in _ASCRIBING_VERBS:
        link = next((token.lower for token in tokens[verb + 1 :] if token.lower in _CAUSE_PREPOSITIONS), "")
        # ", which Doe blamed for the delays" is about the last noun, not the clause.
        return link != "" and not (link == "for" and tokens[noun].lower == "which")
    if tokens[verb].lower in _FINDING_VERBS:
        is_claim = tokens[noun].lower in _DISPUTED_NOUNS and tokens[noun + 1].lower in {"that", "which"}
        return is_claim and not has_quote(tokens, 0, noun)
    return has_quote(tokens, verb + 1, min(len(tokens), verb + 4))


def skip_denial(tokens: list[Token]) -> int:
    """The start of the answer in "The ministry denied this: his form, it said, came late"; 0 if no such denial begins the sentence."""
    window = range(2, min(len(tokens) - 1, _DENIAL_WINDOW))
    colon = next((i for i in window if tokens[i].text == ":" and not tokens[i + 1].is_quote), 0)
    if not colon:
        return 0
    contradicts = colon > 2 and tokens[colon - 2].lower in _CONTRADICTING_VERBS and tokens[colon - 1].is_word
    contradicts = contradicts or (colon > 1 and tokens[colon - 1].lower in _DISAGREEING_VERBS)
    denies = contains_word(tokens[:colon], lexicon.REJECTION_VERBS)
    return colon + 1 if contradicts or (denies and tokens[colon - 1].lower in _DENIED_OBJECTS) else 0


def _find_dispute(tokens: list[Token], at: int) -> TokenRange | None:
    """The indices of noun and verb in such a comment: "claim" and "rejects" in "a claim the force rejects"; else None."""
    if word_at(tokens, at) == "which":
        return _find_relative_denial(tokens, at)
    if word_at(tokens, at) not in _OPENS_DISPUTE:
        return None
    claim = find_word(tokens, _DISPUTED_NOUNS, at, at + _COMMENT_WINDOW, default=-1)
    noun = claim if claim >= 0 else _find_noun_end(tokens, at) or len(tokens)
    window = range(noun + 1, min(len(tokens), noun + _LONGEST_DISPUTE))
    verb = next((i for i in window if _is_rebuttal_verb(tokens, i, is_claim=claim >= 0)), 0)
    # In "a third of the boats, the ones that have no lamps, were sold" it modifies the subject.
    return (noun, verb) if verb and not _sentence_resumes(tokens, verb) else None


def _find_relative_denial(tokens: list[Token], which: int) -> TokenRange | None:
    """The indices of "which" and its verb in ", which the force has always denied", if it ends the sentence but for a time; else None."""
    verb = next((i for i in range(len(tokens) - 1, which + 1, -1) if tokens[i].is_word), 0)
    is_last = tokens[verb].lower in _ANSWERING_VERBS
    if not is_last:
        verb = find_word(tokens, _DENYING_VERBS, which + 2, min(len(tokens) - 1, which + _COMMENT_WINDOW))
        is_last = verb > 0 and _has_only_time(tokens, verb + 1)
    is_near = which + 1 < verb <= which + _COMMENT_WINDOW
    said = all(
        token.is_word or _is_quoted_adverb(tokens, i) for i, token in enumerate(tokens[which:verb], which)
    )
    return (which, verb) if is_last and is_near and said else None


def _is_quoted_adverb(tokens: list[Token], at: int) -> bool:
    """Whether a quoted word before the verb modifies the denial."""
    is_short = tokens[at].is_quote and len(tokens[at].text) <= _LONGEST_STRESS
    return is_short and at + 1 < len(tokens) and tokens[at + 1].lower in _DISPUTING_VERBS


def _has_only_time(tokens: list[Token], at: int) -> bool:
    """Whether only a time or a frequency follows: "at the time", "last week", "repeatedly", "when asked"."""
    rest = tokens[at : len(tokens) - (tokens[-1].text == ".")]
    opens = tokens[at].lower in _TIME_OPENERS or is_adverb(tokens[at])
    return opens and len(rest) <= _LONGEST_MOMENT and all(t.is_word and not is_finite(t) for t in rest)


def _find_noun_end(tokens: list[Token], at: int) -> int:
    """The index of the noun in "a sharp decline she blames on it" and "a call that the diary does not list"; else 0."""
    window = range(at + 2, min(len(tokens), at + _NOUN_WINDOW))
    end = next((i for i in window if tokens[i].is_capital or tokens[i].lower in _OPENS_SUBJECT), 0)
    return end - 1 if tokens[end - 1].is_word and tokens[end - 1].lower not in lexicon.PREPOSITIONS else 0


def _is_rebuttal_verb(tokens: list[Token], at: int, *, is_claim: bool) -> bool:
    """Whether the verb at `at` denies, repeats or conceals: "rejects", "repeated", "does not list"."""
    word = tokens[at].lower
    is_auxiliary_verb = word in _AUXILIARIES or (
        is_claim and word == "did" and word_at(tokens, at + 2) in _ANSWER_FORMS
    )
    is_denied = word in _NEGATED_AUXILIARIES or (is_auxiliary_verb and word_at(tokens, at + 1) == "not")
    # In "a tenth of the figure cited by Doe, and denied that" the speaker continues.
    is_disputed = (
        is_claim and word in _DISPUTING_VERBS and word_at(tokens, at - 1) not in lexicon.COORDINATORS
    )
    return is_denied or word in _COMMENT_VERBS or is_disputed or _is_refusal_to_comment(tokens, at)


def _is_refusal_to_comment(tokens: list[Token], at: int) -> bool:
    """Whether "said it would not comment on" occurs here."""
    is_say_verb = tokens[at].lower in {"said", "says"} and word_at(tokens, at + 1) in lexicon.THIRD_PERSON
    return (
        is_say_verb and word_at(tokens, at + 3) == "not" and word_at(tokens, at + 4) in {"comment", "discuss"}
    )


def find_commented_quote_end(tokens: list[Token], start: int) -> int | None:
    """The end of a quotation before a comment: "We won" — a claim that the club disputes; else None."""
    end = start + 1 + (word_at(tokens, start) in {":", ","})
    if end >= len(tokens) or not tokens[end - 1].is_quote or has_quote(tokens, end, len(tokens)):
        return None
    is_comment = tokens[end].text in _OPENS_COMMENT
    is_comment = is_comment or (tokens[end].text == "," and word_at(tokens, end + 1) in _COMMENT_OPENERS)
    # In "said "12 boats" — a third of all — were late" the quotation is no statement.
    return end if is_comment and not _sentence_resumes(tokens, end + 1) else None


def _sentence_resumes(tokens: list[Token], at: int) -> bool:
    """Whether a break from here on is followed by the sentence's own verb."""
    return any(
        tokens[i].text in COMMA_OR_DASH and is_finite(tokens[i + 1]) for i in range(at, len(tokens) - 1)
    )
