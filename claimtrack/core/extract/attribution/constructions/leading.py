"""Attributions that precede their content: "X said S"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.constructions.showing import (
    find_preceding_denial,
    is_document_finding,
    is_indirect_question,
    is_refusal_action,
    names_document,
    needs_reporting_verb,
    trim_to_head,
)
from claimtrack.core.extract.attribution.reported.addressees import skip_person_described, skip_put_to
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start
from claimtrack.core.extract.attribution.reported.beginning import (
    WHEN,
    has_reported_content,
    is_participial_content,
)
from claimtrack.core.extract.attribution.reported.brief import (
    has_brief_content,
    is_yes_or_no,
    match_answer,
    match_bare_answer,
)
from claimtrack.core.extract.attribution.reported.continuations import starts_continuation
from claimtrack.core.extract.attribution.reported.ending import find_action_end, find_content_end
from claimtrack.core.extract.attribution.scope import Attribution, has_later_main_verb
from claimtrack.core.extract.attribution.sources.speaking import can_be_agent, is_speaker
from claimtrack.core.extract.attribution.sources.subjects import find_subject_before
from claimtrack.core.extract.attribution.verbs.cues import is_negated
from claimtrack.core.extract.attribution.verbs.objects import (
    has_only_object,
    is_bare_number,
    is_bare_object,
    starts_agreed_clause,
)
from claimtrack.core.extract.attribution.verbs.unasserted import is_null_finding
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    MIN_CONTENT,
    is_anaphoric_that,
    starts_adjunct,
    starts_clause,
    starts_content,
)
from claimtrack.core.extract.words.finding import contains_word, count_words, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.statements import is_clause, is_statement
from claimtrack.core.extract.words.verbs import has_past_ending, is_finite, is_preverbal, may_be_verb

_AFTER_NOTHING = words_of("about when while as publicly all since until throughout")
"""Words after "said nothing" where nothing was said, unlike "said nothing had changed"."""
_ADJUNCT_OPENERS = lexicon.CONJUNCTIONS | lexicon.PREPOSITIONS
_OBJECT_DETERMINERS = lexicon.DETERMINERS - {"that"}
_SUBORDINATE_OPENERS = words_of("where while after when because as since until which")
_WHO_OR_WHEN = lexicon.RELATIVES | WHEN
_LONGEST_ADJUNCT = (
    4  # words before a source and its conjunction; more than these may be a statement of the outlet
)
_PARTICIPLE_WINDOW = 8  # tokens from the participle to the subject's own verb
_LONGEST_RELAY = 4  # tokens between the verb and "reported": "said in an email, CNN reported"
_BEFORE_WHERE = lexicon.PREPOSITIONS | words_of(
    "know knows knew see sees saw show shows showed decide decides ask asks asked exactly just"
)
_WITNESS_STEMS = ("admit", "report", "describ", "recall")
"""How verbs begin whose subject is also that of the participle after them: "admitted taking it"."""
_OPENS_QUESTION = lexicon.QUESTION_WORDS | {":"}


def match_preposed(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """The attribution in "X said S" and "X, who runs the union, said S"; None if the verb at `at` reports nothing."""
    verb, start = tokens[at].lower, find_content_start(tokens, at)
    start = skip_person_described(tokens, start) if verb in lexicon.SAY_FORMS else start
    if verb in lexicon.SAY and (is_bare_number(tokens, start) or is_yes_or_no(tokens, start)):
        return match_bare_answer(tokens, at, start, find_subject_before(tokens, group, floor))
    if _lacks_content(tokens, at, start):
        return None
    source = find_subject_before(tokens, group, floor)
    if source and _is_comma_for_colon(tokens, at, start, source, floor):
        start += 1
    if source is None or _is_not_speaking(tokens, at, group, source, start):
        return None
    is_nothing = tokens[start].lower in {"nothing", "little"} and word_at(tokens, start + 1) in _AFTER_NOTHING
    if is_nothing and word_at(tokens, source[0] - 1) not in lexicon.CONJUNCTIONS:
        return None
    is_joined = verb in lexicon.CLAIM_VERBS and tokens[group - 1].lower in lexicon.COORDINATORS
    if is_joined and not is_speaker(tokens[slice(*source)]):
        return None  # "The row erupted after Moor left and accused the council"
    is_order = word_at(tokens, start + (tokens[start].lower == "not")) == "to"
    if is_order and verb in lexicon.ADDRESSEE_VERBS and start > at + 1:
        # "told jurors to go home" is an order, which means nothing without its verb.
        return Attribution(at, source, (0, find_action_end(tokens, start)), framed=True)
    is_question = verb in lexicon.ASK and not has_quote(
        tokens, start, start + 1 + (tokens[start].text == ":")
    )
    is_report = has_reported_content(tokens, at, start)
    if is_question or _is_claim_or_doubt(tokens, at, group, is_report):
        is_refusal = not is_report and is_refusal_action(tokens, at, start)
        return None if is_refusal else _match_framed(tokens, at, source, start)
    return _match_report(tokens, at, source, start, is_report)


def _is_claim_or_doubt(tokens: list[Token], at: int, group: int, is_report: bool) -> bool:
    """Whether the verb is part of what is claimed: "denies S", "doubts that S", "does not think that S", "found no sign of it"."""
    verb = tokens[at].lower
    if verb in lexicon.CLAIM_VERBS and not (
        is_report and (verb in lexicon.STATE or skip_put_to(tokens, at) > 0)
    ):
        return True
    is_doubt = verb.startswith("doubt") or (verb in lexicon.THINK and is_negated(tokens, group, at))
    return (is_report and is_doubt) or is_null_finding(tokens, at, is_report)


def _match_report(
    tokens: list[Token], at: int, source: TokenRange, start: int, is_report: bool
) -> Attribution | None:
    """The attribution of a verb that only reports: "X said S"; framed where S means nothing alone: "admitted taking it"; else None."""
    is_participial = tokens[at].lower.startswith(_WITNESS_STEMS) and is_participial_content(tokens, at, start)
    if is_participial or needs_reporting_verb(tokens, at, source, start):
        # "admitted taking it", "reported hearing shots"
        return Attribution(at, source, (0, find_content_end(tokens, start)), framed=True)
    if tokens[0].lower in lexicon.PRESSED and _is_bare_reply(tokens, start):
        return Attribution(at, source, (0, len(tokens)), framed=True)  # "Asked whether S, he said it was"
    if answer := match_answer(tokens, at, source, start):
        return answer
    if (not is_report or is_indirect_question(tokens, at, start)) and is_document_finding(tokens, at, source):
        return Attribution(at, source, (0, len(tokens)), framed=True)
    return _match_content(tokens, at, source, start) if is_report else None


def _match_framed(tokens: list[Token], at: int, source: TokenRange, start: int) -> Attribution | None:
    """The attribution of a claim that includes its verb: "The union denies S", "Doe asked whether S"; else None."""
    if word_at(tokens, source[0] - 1) in _SUBORDINATE_OPENERS:
        return None  # "in Congress, where Republicans have demanded it", "..., while Bonn urged calm"
    # A quotation is one token, whatever its length: "vowed to fight on, saying: "S""
    last = len(tokens) - (1 if has_quote(tokens, len(tokens) - 2, len(tokens)) else MIN_CONTENT)
    if continuation := next((i for i in range(start, last) if starts_continuation(tokens, i)), 0):
        return find_preceding_denial(tokens, at, source, continuation)
    content_start = source[0] if _is_contrasting_accusation(tokens, at, source[0]) else 0
    return Attribution(at, source, (content_start, find_action_end(tokens, start)), framed=True)


def _is_bare_reply(tokens: list[Token], start: int) -> bool:
    """Whether the content means nothing without the question: "Asked whether S, he said it was"."""
    is_clause = (
        word_at(tokens, start) == "that" and word_at(tokens, start + 1) not in lexicon.SUBJECT_PRONOUNS
    )
    is_short = count_words(tokens, start, len(tokens)) <= MIN_CONTENT
    return is_short and not (is_clause or has_quote(tokens, start, len(tokens)))


def _match_content(tokens: list[Token], at: int, source: TokenRange, start: int) -> Attribution | None:
    """The attribution with its content up to its end; None if only the relaying medium follows: ""S," the campaign said in an email, CNN reported, adding that T"."""
    end = find_content_end(tokens, start)
    is_relayed = end - start <= _LONGEST_RELAY and word_at(tokens, end - 1) in {"reported", "reports"}
    return None if is_relayed else Attribution(at, source, (start, end))


def _is_relative_of_object(tokens: list[Token], source: TokenRange, group: int) -> bool:
    """Whether the verb belongs to a relative clause about the object of a preposition, who does not speak in it: "apologised to two women who accused him"."""
    is_relative = word_at(tokens, group - 1) in lexicon.RELATIVES and group - 1 == source[1]
    return is_relative and word_at(tokens, source[0] - 1) in lexicon.PREPOSITIONS


def _is_contrasting_accusation(tokens: list[Token], at: int, start: int) -> bool:
    """Whether an accusation or a denial contrasts with what the outlet says: "Sales rose, but the union accuses it of fraud"."""
    comma = start - 2
    return (
        word_at(tokens, start - 1) in lexicon.COORDINATORS
        and word_at(tokens, comma) == ","
        and tokens[at].lower.startswith(("accus", "blam", "den", "disput"))
        and tokens[0].lower not in lexicon.SUBORDINATORS
        and not any(map(is_finite, tokens[start:at]))
        and count_words(tokens, 0, start) > _LONGEST_ADJUNCT
        and is_clause(tokens, 0, comma)
    )


def _is_comma_for_colon(tokens: list[Token], at: int, comma: int, source: TokenRange, floor: int) -> bool:
    """Whether a comma stands for the colon before a quotation: "Doe said, "We won""; not after words that were said."""
    if not (word_at(tokens, comma) == "," and has_quote(tokens, comma + 1, comma + 2)):
        return False
    if has_quote(tokens, comma + 2, len(tokens)):
        return False  # each quotation is a row
    verb, start = tokens[at].lower, source[0]
    if verb.endswith("s") and verb not in lexicon.SAY:
        return False  # "One of his reads, "The Bridge", is old"
    leads_up = start == floor or tokens[floor].lower in _ADJUNCT_OPENERS or starts_adjunct(tokens, floor)
    return (
        leads_up
        and not is_statement(tokens, floor, start)
        and not any(map(may_be_verb, tokens[slice(*source)]))
    )


def _lacks_content(tokens: list[Token], at: int, start: int) -> bool:
    """Whether no reported content follows the verb."""
    if start >= len(tokens):
        return True  # a truncated line
    if not (starts_content(tokens, start) or has_brief_content(tokens, start)):
        return True
    is_object = is_anaphoric_that(tokens, start) or has_only_object(tokens, at, start)
    return is_object or _starts_no_content(tokens, at, start) or _verb_lacks_content(tokens, at, start)


def _starts_no_content(tokens: list[Token], at: int, start: int) -> bool:
    """Whether the first word after the verb opens no content, whatever the verb: "said of the claim that S", "promised for last year"."""
    first = tokens[start].lower
    if first == "of" and contains_word(tokens[start:], lexicon.STATEMENT_NOUNS):
        return True  # ""False," Doe said of the claim that rents fell"
    joins = {"and", "or"} if word_at(tokens, start + 1) == "for" else {"and", "or", "but"}
    if first in joins or _is_passive_participle(tokens, start):
        return True  # "The trial continues on Monday and is to end in May", "less than economists predicted but growing"
    if first == ";" or (start == at + 1 and first in lexicon.AUXILIARY_VERBS):
        return True  # "an event that Doe said was a sham"
    return first == "," and not has_quote(tokens, start, start + 2)


def _verb_lacks_content(tokens: list[Token], at: int, start: int) -> bool:
    """Whether this verb would need other words after it to report: "showed no emotion", "considers the sum "political""."""
    verb, first, is_quote = tokens[at].lower, tokens[start].lower, tokens[start].is_quote
    if verb.startswith("consider") and not (is_quote or first in {"that", ":"}):
        return True  # "Moor considers the sum "political""
    if verb.startswith("claim") and is_bare_object(tokens, at, start):
        return True  # "Both can claim some support"
    if verb in lexicon.CLAIM_LIGHT_VERBS and start == at + 1 and first in _OBJECT_DETERMINERS:
        return True  # "repeated the charge that she had brought with her"
    if verb.startswith("show") and first in {"no", "little", "signs", "any"}:
        return True  # "Moor, 34, showed no emotion as the verdict was read"
    continues = verb in lexicon.CONTINUATION_VERBS and verb != "charged"
    if continues and not (is_quote or first in {"that", ":", ","}):
        return True  # "Moor went through the letters she had kept", "The case began when Moor left"
    if verb == "wondered" and contains_word(tokens[max(0, at - 2) : at], lexicon.HAVE):
        return True  # "For a century, biologists have wondered how": an open question, which nobody asks
    if verb in lexicon.ASK:
        return not (is_quote or first in _OPENS_QUESTION)
    return verb.startswith("agree") and not starts_agreed_clause(tokens, at, start)


def _is_passive_participle(tokens: list[Token], start: int) -> bool:
    """Whether the verb is a participle, since the subject's own verb follows: "A tram line promised for last year has not been built"."""
    if tokens[start].lower != "for":
        return False
    after = range(start + 2, min(len(tokens), start + _PARTICIPLE_WINDOW))
    verb = next((i for i in after if is_preverbal(tokens[i])), 0)
    return verb > 0 and all(
        token.is_word and not token.is_capital and token.lower not in lexicon.SUBJECT_OPENERS
        for token in tokens[start + 2 : verb]
    )


def _is_not_speaking(tokens: list[Token], at: int, group: int, source: TokenRange, start: int) -> bool:
    """Whether the subject of the verb does not speak, or its content is elsewhere."""
    verb, is_that = tokens[at].lower, tokens[start].lower == "that"
    if word_at(tokens, source[0] - 1) in lexicon.INDIRECT_QUESTION_WORDS:
        return True
    if not can_be_agent(tokens, at, source):
        return True
    if not is_that and _is_in_place_clause(tokens, source[0], group):
        return True  # "betting on where it thinks the country is going"
    is_shown = verb.startswith("show") and not names_document(tokens[slice(*source)])
    if is_shown and tokens[start].lower in _OBJECT_DETERMINERS:
        return True  # "Moor, 34, showed the paper a room where mould had spread"
    if is_indirect_question(tokens, at, start) and not names_document(trim_to_head(tokens[slice(*source)])):
        return True  # "The zones on the map show where the grid may grow"
    follows_quote = source[0] > 0 and tokens[source[0] - 1].is_quote and verb in lexicon.ADDRESSEE_VERBS
    is_relative = is_that and has_past_ending(word_at(tokens, start + 1))
    if follows_quote and (is_relative or not (tokens[start].is_quote or starts_clause(tokens, start))):
        return True  # "..." he told a hearing alongside his wife, Ann Lee": the content precedes
    return _is_in_other_clause(tokens, at, group, source, start)


def _is_in_place_clause(tokens: list[Token], begin: int, group: int) -> bool:
    """Whether "where" makes a clause of the source and its verb: "betting on where it thinks"; not so in "the hearing where Doe said"."""
    words = [token.lower for token in tokens[max(0, begin - 1) : group]]
    where = group - 1 - words[::-1].index("where") if "where" in words else 0
    return word_at(tokens, where - 1) in _BEFORE_WHERE and lexicon.COORDINATORS.isdisjoint(words)


def _is_in_other_clause(tokens: list[Token], at: int, group: int, source: TokenRange, start: int) -> bool:
    """Whether the verb only belongs to a relative or a temporal clause: "two women who accused him", "They met after he reported being ill"."""
    verb = tokens[at].lower
    if verb in lexicon.CLAIM_VERBS and _is_relative_of_object(tokens, source, group):
        return True  # "Moor apologised to two women who accused him of it"
    openers = {word_at(tokens, group - 1), word_at(tokens, source[0] - 1)}
    is_dependent = not openers.isdisjoint(lexicon.RELATIVES if verb.startswith("admit") else _WHO_OR_WHEN)
    if is_dependent and verb.startswith(_WITNESS_STEMS) and is_participial_content(tokens, at, start):
        return True  # "Moor, who described being ill, did not vote", "They met after he reported being ill"
    is_aside = word_at(tokens, group - 1) in lexicon.RELATIVES and word_at(tokens, group - 2) == ","
    # "Lund, who denied it, said S", "Lund, who denied it, sold the boats"
    return is_aside and verb in lexicon.CLAIM_VERBS and has_later_main_verb(tokens, at)
