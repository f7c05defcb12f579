"""The attribution that stands before its words: "X said S"."""

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
from claimtrack.core.extract.attribution.reported.adjuncts import PRESSED, find_content_start
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
from claimtrack.core.extract.attribution.reported.ending import (
    find_action_end,
    find_content_end,
    starts_continuation,
)
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
    count_words,
    has_predicate,
    has_quote,
    is_anaphoric_that,
    starts_adjunct,
    starts_clause,
    starts_content,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, TokenRange, word_set
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import has_past_ending, is_finite, is_preverbal, may_be_verb

_AFTER_NOTHING = word_set("about when while as publicly all since until throughout")
"""What follows "said nothing" where nothing was said, unlike "said nothing had changed"."""
_LEADS_UP = lexicon.CONJUNCTIONS | lexicon.PREPOSITIONS
_OPENS_OBJECT = lexicon.DETERMINERS - {"that"}
_ELSEWHERE = frozenset({"where", "while", "after", "when", "because", "as", "since", "until", "which"})
_WHO_OR_WHEN = lexicon.RELATIVES | WHEN
_FEWEST_BESIDE = 4
_LONGEST_TOLD = 8
_LONGEST_PASSED_ON = 4
_BEFORE_WHERE = lexicon.PREPOSITIONS | word_set(
    "know knows knew see sees saw show shows showed decide decides ask asks asked exactly just"
)
_WITNESSING = ("admit", "report", "describ", "recall")
"""How verbs begin whose subject is that of the participle behind them."""
_OPENS_QUESTION = lexicon.QUESTION_WORDS | {":"}


def match_preposed(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "X said S", "X, who runs the union, said S"."""
    verb, said = tokens[at].lower, find_content_start(tokens, at)
    said = skip_person_described(tokens, said) if verb in lexicon.SAY_FORMS else said
    if verb in lexicon.SAY and (is_bare_number(tokens, said) or is_yes_or_no(tokens, said)):
        return match_bare_answer(tokens, at, said, find_subject_before(tokens, group, floor))
    if _says_nothing(tokens, at, said):
        return None
    source = find_subject_before(tokens, group, floor)
    if source and _announces(tokens, at, said, source, floor):
        said += 1
    if source is None or _says_elsewhere(tokens, at, group, source, said):
        return None
    says_none = tokens[said].lower in {"nothing", "little"} and word_at(tokens, said + 1) in _AFTER_NOTHING
    if says_none and word_at(tokens, source[0] - 1) not in lexicon.CONJUNCTIONS:
        return None
    is_joined = verb in lexicon.CLAIM_VERBS and tokens[group - 1].lower in lexicon.COORDINATORS
    if is_joined and not is_speaker(tokens[slice(*source)]):
        return None  # "The row erupted after Moor left and accused the council"
    is_report = has_reported_content(tokens, at, said)
    orders = tokens[said].lower == "to" or (tokens[said].lower == "not" and word_at(tokens, said + 1) == "to")
    if orders and verb in lexicon.ADDRESSEE_VERBS and said > at + 1:
        # "told jurors to go home" is an order: without its verb nothing is left of it.
        return Attribution(at, source, (0, find_action_end(tokens, said)), framed=True)
    asks = verb in lexicon.ASK and not has_quote(tokens, said, said + 1 + (tokens[said].text == ":"))
    if asks and word_at(tokens, source[0] - 1) in lexicon.DEPENDENT_OPENERS:
        return None
    is_content = is_report and (verb in lexicon.STATE or skip_put_to(tokens, at) > 0)
    doubts = is_report and (
        verb.startswith("doubt") or (verb in lexicon.THINK and is_negated(tokens, group, at))
    )
    if (
        asks
        or doubts
        or is_null_finding(tokens, at, is_report)
        or (verb in lexicon.CLAIM_VERBS and not is_content)
    ):
        if word_at(tokens, source[0] - 1) in _ELSEWHERE or (
            not is_report and is_refusal_action(tokens, at, said)
        ):
            return None  # "in Congress, where Republicans have demanded it", "..., while Bonn urged calm"
        if on := next(
            (i for i in range(said, len(tokens) - MIN_CONTENT) if starts_continuation(tokens, i)), 0
        ):
            return find_preceding_denial(tokens, at, source, on)
        start = source[0] if _accuses_besides(tokens, at, source[0]) else 0
        return Attribution(at, source, (start, find_action_end(tokens, said)), framed=True)
    is_owned = verb.startswith(_WITNESSING) and is_participial_content(tokens, at, said)
    if is_owned or needs_reporting_verb(
        tokens, at, source, said
    ):  # "admitted taking it", "reported hearing shots"
        return Attribution(at, source, (0, find_content_end(tokens, said)), framed=True)
    answers = word_at(tokens, said) == "that" and word_at(tokens, said + 1) not in lexicon.SUBJECT_PRONOUNS
    is_short = count_words(tokens, said, len(tokens)) <= MIN_CONTENT
    if tokens[0].lower in PRESSED and is_short and not (answers or has_quote(tokens, said, len(tokens))):
        return Attribution(at, source, (0, len(tokens)), framed=True)  # "Asked whether S, he said it was"
    if answer := match_answer(tokens, at, source, said):
        return answer
    if (not is_report or is_indirect_question(tokens, at, said)) and is_document_finding(tokens, at, source):
        return Attribution(at, source, (0, len(tokens)), framed=True)
    return _reported(tokens, at, source, said) if is_report else None


def _reported(tokens: list[Token], at: int, source: TokenRange, said: int) -> Attribution | None:
    """What stands behind the verb to its end; none where but who reported it does: ""S," the campaign said in an email, CNN reported, adding that T"."""
    end = find_content_end(tokens, said)
    passes_on = end - said <= _LONGEST_PASSED_ON and word_at(tokens, end - 1) in {"reported", "reports"}
    return None if passes_on else Attribution(at, source, (said, end))


def _tells_of_object(tokens: list[Token], source: TokenRange, group: int) -> bool:
    """Whether the verb is that of a relative clause about whom a preposition stands before, who does not speak there."""
    is_relative = word_at(tokens, group - 1) in lexicon.RELATIVES and group - 1 == source[1]
    return is_relative and word_at(tokens, source[0] - 1) in lexicon.PREPOSITIONS


def _accuses_besides(tokens: list[Token], at: int, start: int) -> bool:
    """Whether an accusation or a denial stands against what the outlet says: "Sales rose, but the union accuses it of fraud"."""
    joins = word_at(tokens, start - 1) in lexicon.COORDINATORS and word_at(tokens, start - 2) == ","
    opens = tokens[0].lower not in lexicon.SUBORDINATORS and not any(map(is_finite, tokens[start:at]))
    opens = opens and count_words(tokens, 0, start) > _FEWEST_BESIDE
    accuses = tokens[at].lower.startswith(("accus", "blam", "den", "disput"))
    return (
        joins
        and opens
        and accuses
        and has_predicate(tokens, 0, start - 2)
        and is_statement(tokens, 0, start - 2)
    )


def _announces(tokens: list[Token], at: int, comma: int, source: TokenRange, floor: int) -> bool:
    """Whether a comma stands for the colon before a quotation: "Doe said, "We won""; not behind words that were said."""
    if not (word_at(tokens, comma) == "," and has_quote(tokens, comma + 1, comma + 2)):
        return False
    if has_quote(tokens, comma + 2, len(tokens)):
        return False  # each quotation is a row
    verb, start = tokens[at].lower, source[0]
    if verb.endswith("s") and verb not in lexicon.SAY:
        return False  # "One of his reads, "The Bridge", is old"
    leads_up = start == floor or tokens[floor].lower in _LEADS_UP or starts_adjunct(tokens, floor)
    return (
        leads_up
        and not is_statement(tokens, floor, start)
        and not any(map(may_be_verb, tokens[slice(*source)]))
    )


def _says_nothing(tokens: list[Token], at: int, said: int) -> bool:
    """Whether no words that are reported follow the verb."""
    if said >= len(tokens):
        return True  # a line that breaks off
    verb = tokens[at].lower
    if verb.startswith("consider") and tokens[said].lower not in {"that", ":"} and not tokens[said].is_quote:
        return True  # "Moor considers the sum "political""
    if verb.startswith("claim") and is_bare_object(tokens, at, said):
        return True  # "Both can claim some support"
    if not (starts_content(tokens, said) or has_brief_content(tokens, said)):
        return True
    if is_anaphoric_that(tokens, said) or has_only_object(tokens, at, said):
        return True
    if tokens[said].lower == "of" and any(t.lower in lexicon.STATEMENT_NOUNS for t in tokens[said:]):
        return True  # ""False," Doe said of the claim that rents fell"
    if verb in lexicon.CLAIM_LIGHT_VERBS and said == at + 1 and tokens[said].lower in _OPENS_OBJECT:
        return True  # "repeated the charge that she had brought with her"
    joins = {"and", "or"} if word_at(tokens, said + 1) == "for" else {"and", "or", "but"}
    if tokens[said].lower in joins or _is_told_of(tokens, said):
        return True  # "The trial continues on Monday and is to end in May", "less than economists predicted but growing"
    if tokens[said].text == ";" or (said == at + 1 and tokens[said].lower in lexicon.AUXILIARY_VERBS):
        return True  # "an event that Doe said was a sham"
    if tokens[said].text == "," and not has_quote(tokens, said, said + 2):
        return True
    if verb.startswith("show") and tokens[said].lower in {"no", "little", "signs", "any"}:
        return True  # "Moor, 34, showed no emotion as the verdict was read"
    if (
        verb in lexicon.CONTINUATION_VERBS
        and verb != "charged"
        and not (tokens[said].is_quote or tokens[said].lower in {"that", ":", ","})
    ):
        return True  # "Moor went through the letters she had kept", "The case began when Moor left"
    if verb == "wondered" and any(word.lower in lexicon.HAVE for word in tokens[max(0, at - 2) : at]):
        return True  # "For a century, biologists have wondered how": a riddle, which nobody puts
    if verb in lexicon.ASK:
        return not (tokens[said].is_quote or tokens[said].lower in _OPENS_QUESTION)
    return verb.startswith("agree") and not starts_agreed_clause(tokens, at, said)


def _is_told_of(tokens: list[Token], said: int) -> bool:
    """In "A tram line promised for last year has not been built", where nobody promises: the subject's own verb follows."""
    if tokens[said].lower != "for":
        return False
    behind = range(said + 2, min(len(tokens), said + _LONGEST_TOLD))
    verb = next((i for i in behind if is_preverbal(tokens[i])), 0)
    return verb > 0 and all(
        token.is_word and not token.is_capital and token.lower not in lexicon.SUBJECT_OPENERS
        for token in tokens[said + 2 : verb]
    )


def _says_elsewhere(tokens: list[Token], at: int, group: int, source: TokenRange, said: int) -> bool:
    """Whether the subject of the verb does not speak, or what it says stands elsewhere."""
    verb = tokens[at].lower
    if word_at(tokens, source[0] - 1) in lexicon.INDIRECT_QUESTION_WORDS or not can_be_agent(
        tokens, at, source
    ):
        return True
    named = [token.lower for token in tokens[max(0, source[0] - 1) : group]]
    where = group - 1 - named[::-1].index("where") if "where" in named else 0
    is_where = word_at(tokens, where - 1) in _BEFORE_WHERE and lexicon.COORDINATORS.isdisjoint(named)
    if is_where and tokens[said].lower != "that":
        return True  # "betting on where it thinks the country is going"
    is_shown = verb.startswith("show") and not names_document(tokens[slice(*source)])
    if is_shown and tokens[said].lower in _OPENS_OBJECT:
        return True  # "Moor, 34, showed the paper a room where mould had spread"
    if is_indirect_question(tokens, at, said) and not names_document(trim_to_head(tokens[slice(*source)])):
        return True  # "The zones on the map show where the grid may grow"
    follows_quote = source[0] > 0 and tokens[source[0] - 1].is_quote and verb in lexicon.ADDRESSEE_VERBS
    tells_of_listener = tokens[said].lower == "that" and has_past_ending(word_at(tokens, said + 1))
    if follows_quote and (tells_of_listener or not (tokens[said].is_quote or starts_clause(tokens, said))):
        return True  # "..." he told a hearing alongside his wife, Ann Lee": the words stand before
    if verb in lexicon.CLAIM_VERBS and _tells_of_object(tokens, source, group):
        return True  # "Moor apologised to two women who accused him of it"
    opens = {word_at(tokens, group - 1), word_at(tokens, source[0] - 1)}
    is_elsewhere = not opens.isdisjoint(lexicon.RELATIVES if verb.startswith("admit") else _WHO_OR_WHEN)
    if is_elsewhere and verb.startswith(_WITNESSING) and is_participial_content(tokens, at, said):
        return True  # "Moor, who described being ill, did not vote", "They met after he reported being ill"
    is_aside = word_at(tokens, group - 1) in lexicon.RELATIVES and word_at(tokens, group - 2) == ","
    # "Lund, who denied it, said S", "Lund, who denied it, sold the boats"
    return is_aside and verb in lexicon.CLAIM_VERBS and has_later_main_verb(tokens, at)
