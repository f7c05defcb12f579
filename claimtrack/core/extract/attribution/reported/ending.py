"""Where the words that a verb of saying reports end: at the next thing the speaker, or another one, says or does."""

from __future__ import annotations

from claimtrack.core.extract.attribution.comments.corrections import starts_counterevidence
from claimtrack.core.extract.attribution.comments.outlet_comments import (
    find_commented_quote_end,
    starts_comment,
)
from claimtrack.core.extract.attribution.comments.speaker_actions import (
    DISCLOSING_VERBS,
    declines_to_elaborate,
    is_further_action,
    is_negated_stance,
    is_no_comment_clause,
    is_speaker_action,
    is_speech_act,
    starts_declining_clause,
    starts_omission,
)
from claimtrack.core.extract.attribution.compound.other_speakers import (
    CONTRAST_CONJUNCTIONS,
    find_other_stance_holder,
    has_own_speaker,
    is_outlet_clause,
    starts_another_report,
)
from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start, skip_particle
from claimtrack.core.extract.attribution.reported.circumstances import starts_occasion, trim_closing_occasion
from claimtrack.core.extract.attribution.reported.tails import (
    is_action_after_quote,
    starts_citation,
    starts_own_view,
    starts_speaker_action,
)
from claimtrack.core.extract.attribution.scope import separates_two_statements
from claimtrack.core.extract.attribution.verbs.cues import gives_estimate_or_cause, skip_auxiliaries
from claimtrack.core.extract.attribution.verbs.unasserted import follows_not_only
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    CURRENCIES,
    DASHES,
    MIN_CONTENT,
    is_anaphoric_that,
    starts_clause,
    starts_content,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_preverbal

_REPORTING = lexicon.REPORTING_VERBS - lexicon.VERB_PARTICLES.keys()
_POSTING = word_set("posted posts wrote writes")  # with a place before what they report: "wrote on X that S"
_RULING = frozenset(word for word in lexicon.STATE if word.endswith("ing"))
_CLAIMING = frozenset({"claiming", "alleging", "warning", "maintaining"})
_JOINTS = (
    frozenset({",", ";", ":", "(", "[", "and", "before"})
    | CONTRAST_CONJUNCTIONS
    | lexicon.CONCESSIVES
    | DASHES
)
_LONGEST_NAME = 4
_WHO_SPOKE = lexicon.SPEAKER_PRONOUNS | lexicon.FLOATING_QUANTIFIERS
_HAVE = frozenset({"has", "have", "hasn't", "haven't"})
_NOT_YET = frozenset({"not", "never", "since", "yet", "also"})
_DEEDS = lexicon.SPEAKER_ACTIONS | lexicon.CLAIM_VERBS | lexicon.LABELLING_VERBS
_OPENS_FIGURE = CURRENCIES | set("0123456789")


def find_content_end(tokens: list[Token], start: int) -> int:
    """Where the said words end: the sentence's end, or before ", adding that ..." or "and accused ..."."""
    if (quoted := _before_last_quote(tokens, start) or find_commented_quote_end(tokens, start)) is not None:
        return quoted
    if closing := _closing_dash(tokens, start):
        return closing
    opens = start + (word_at(tokens, start) in {":", ","})
    fewest = opens + 1 if opens < len(tokens) and tokens[opens].is_quote else start + MIN_CONTENT
    for i in range(fewest, len(tokens) - MIN_CONTENT + 1):
        # 'said it was "old," but he declined to say why': a comma may stand within the marks.
        if tokens[i - 1].is_quote and (starts_continuation(tokens, i) or _says_against(tokens, i)):
            return i
        if tokens[i - 1].lower in _JOINTS and (end := _end_at(tokens, start, i)) is not None:
            return end
    return trim_closing_occasion(tokens, start)


def _closing_dash(tokens: list[Token], start: int) -> int:
    """The dash that closes an aside in which somebody is reported: "The firm — whose head said S — now has nine"; else 0."""
    before = [token.text for token in tokens[:start] if token.text in DASHES]
    if len(before) != 1 or any(token.is_quote for token in tokens[:start]):
        return 0
    return next((i for i in range(start + MIN_CONTENT, len(tokens) - 1) if tokens[i].text == before[0]), 0)


def _end_at(tokens: list[Token], start: int, at: int) -> int | None:
    """Where the said words end if something new begins at `at`, behind a comma, a semicolon or "and"; else None."""
    joint = tokens[at - 1].lower
    if joint == ";":
        ends = has_own_speaker(tokens, at) or _speaks_on(tokens, at) or is_no_comment_clause(tokens, at)
        ends = ends or is_outlet_clause(tokens, start, at) or find_gapped_that(tokens, at, start) > 0
        return at - 1 if ends else None
    if joint == ":":
        return at - 1 if separates_two_statements(tokens, at - 1, len(tokens), start) else None
    if joint in {"before", "while"} and (joint == "before" or tokens[at].lower.endswith("ing")):
        return at - 1 if _reports_besides(tokens, at) else None
    if joint in DASHES or joint in {"(", "["}:
        return at - 1 if starts_comment(tokens, at) else None
    if (
        joint in CONTRAST_CONJUNCTIONS
        and tokens[at - 2].text in COMMA_OR_DASH
        and find_other_stance_holder(tokens, at)
    ):
        return at - 2
    if find_gapped_that(tokens, at, start):
        return at - 2 if joint == "and" and tokens[at - 2].text == "," else at - 1
    if joint == ",":
        if tokens[at].lower.endswith("ing"):
            ends = (
                starts_continuation(tokens, at)
                or starts_speaker_action(tokens, at - 1)
                or starts_citation(tokens, at)
            )
            ends = ends or starts_occasion(tokens, at)
        else:
            ends = starts_own_view(tokens, at) or starts_omission(tokens, at)
        ends = (
            ends or starts_comment(tokens, at) or (follows_not_only(tokens, start) and _speaks_on(tokens, at))
        )
        return at - 1 if ends or _then_reports(tokens, at) or _says_against(tokens, at) else None
    if tokens[at - 2].text in COMMA_OR_DASH and (
        starts_another_report(tokens, at) or is_no_comment_clause(tokens, at)
    ):
        return at - 2
    # 'said he was "tired," and his aide confirmed S': the comma stands within the marks
    if (joint in CONTRAST_CONJUNCTIONS or tokens[at - 2].is_quote) and starts_another_report(tokens, at):
        return at - 1
    if (joint in CONTRAST_CONJUNCTIONS or joint in lexicon.CONCESSIVES) and starts_counterevidence(
        tokens, at
    ):
        return at - 1  # "said it was safe but records show otherwise"
    ends = is_further_action(tokens, start, at) or _reckons_or_is_silent(tokens, at)
    ends = ends or is_action_after_quote(tokens, start, at)
    if ends or (
        _reports_anew(tokens, skip_auxiliaries(tokens, at))
        and (joint == "but" or is_statement(tokens, start, at - 1))
    ):
        return at - 1
    return None


def _before_last_quote(tokens: list[Token], start: int) -> int | None:
    """Where the words before ", adding: "..."" at the end of a sentence end; None where there is no such end."""
    at = next((i for i in range(len(tokens) - 1, len(tokens) - 4, -1) if i > start and tokens[i].is_quote), 0)
    at -= word_at(tokens, at - 1) in {":", ","}
    if not (at - 2 > start and starts_continuation(tokens, at - 1)):
        return None
    return at - 1 if tokens[at - 2].is_quote else at - 2


def _reckons_or_is_silent(tokens: list[Token], at: int) -> bool:
    """Whether "put the cost at $4m" or "would not comment" follows: what the speaker did, not what was said."""
    return declines_to_elaborate(tokens, at) or (
        tokens[at].lower in lexicon.PUTS and gives_estimate_or_cause(tokens, at)
    )


def find_action_end(tokens: list[Token], start: int) -> int:
    """Where a deed ends: the sentence's end, or before "and said ..." in "accused the council of fraud and said ..."."""
    fewest = (
        start
        + MIN_CONTENT
        - (word_at(tokens, start + 1) == "and" and starts_another_report(tokens, start + 2))
    )
    for i in range(fewest, len(tokens) - MIN_CONTENT + 1):
        if tokens[i - 1].lower == "and" and starts_another_report(tokens, i):
            return i - 1 - (tokens[i - 2].text == ",")  # "denies fraud, and its auditor said S"
        if tokens[i - 1].text == "," and tokens[i].lower != "which" and starts_comment(tokens, i):
            return i - 1
        says = tokens[i - 1].lower in {"and", "but"} and _reports_anew(tokens, skip_auxiliaries(tokens, i))
        if says or _then_reports(tokens, i) or _acts_anew(tokens, i):
            return i - 1
        opposes = tokens[i - 1].lower in lexicon.QUALIFYING_CONJUNCTIONS
        joint = i - 2 if opposes and tokens[i - 2].text == "," else 0
        joint = i - 1 if tokens[i - 1].text == ";" or (opposes and tokens[i - 2].is_quote) else joint
        if joint and (has_own_speaker(tokens, i) or (joint == i - 1 and is_outlet_clause(tokens, start, i))):
            return joint
    return len(tokens)


def _acts_anew(tokens: list[Token], at: int) -> bool:
    """Whether a second deed of the same person begins: "dismissed it as a draft and denied that S"."""
    word = tokens[at].lower
    return tokens[at - 1].lower in {"and", "but"} and word in _DEEDS and word.endswith(("d", "s"))


def _reports_anew(tokens: list[Token], at: int) -> bool:
    """Whether "warned that ..." follows "and": the speaker is the same, the words are new."""
    verb = tokens[at].lower
    goes_past = verb in lexicon.ADDRESSEE_VERBS or verb in _POSTING
    said = find_content_start(tokens, at) if goes_past else skip_particle(tokens, at)
    if word_at(tokens, said) == "that":
        return (
            verb in lexicon.REPORTING_VERBS
            and verb.endswith(("d", "s", "made", "wrote"))
            and not is_anaphoric_that(tokens, said)
        )
    whom = at + 1 + (word_at(tokens, at + 1) == "the")
    # "But told officers S" may be of another, of whom the speaker tells.
    told = verb == "told" and tokens[at - 1].lower == "but" and _may_be_press(tokens, whom)
    told = told or (verb == "say" and tokens[at - 1].lower in {"did", "does"})
    if told and word_at(tokens, said) not in lexicon.QUESTION_WORDS and starts_clause(tokens, said):
        return True
    if verb in {"said", "says"} and starts_content(tokens, at + 1):
        return word_at(tokens, at + 1) not in lexicon.PREPOSITIONS
    return verb in lexicon.ZERO_THAT_VERBS and starts_clause(tokens, at + 1)


def _may_be_press(tokens: list[Token], at: int) -> bool:
    """Whether somebody tells it to a paper, as it seems: "the Courier", "reporters"."""
    return at < len(tokens) and (tokens[at].is_capital or tokens[at].lower in {"reporters", "journalists"})


def _then_reports(tokens: list[Token], at: int) -> bool:
    """Whether "then said that S" stands behind a comma: the next thing the same speaker said."""
    return (
        tokens[at].lower == "then"
        and tokens[at - 1].text == ","
        and _reports_anew(tokens, skip_auxiliaries(tokens, at))
    )


def _speaks_on(tokens: list[Token], at: int) -> bool:
    """Whether "he later added that ..." follows a semicolon."""
    verb = skip_auxiliaries(tokens, at + 1)
    return tokens[at].lower in lexicon.SPEAKER_PRONOUNS and verb < len(tokens) and _reports_anew(tokens, verb)


def find_citation_end(tokens: list[Token], start: int) -> int:
    """Where the words of a citation end: the sentence's end, or before ", but the operator says ..."."""
    for i in range(start + MIN_CONTENT, len(tokens) - MIN_CONTENT):
        joint = tokens[i - 1].lower
        if joint == ";" and (is_no_comment_clause(tokens, i) or has_own_speaker(tokens, i)):
            return i - 1
        if joint == "," and (starts_comment(tokens, i) or starts_declining_clause(tokens, i)):
            return i - 1
        closed = tokens[i - 2].text == ","
        if joint in CONTRAST_CONJUNCTIONS and (
            starts_another_report(tokens, i) or (closed and is_no_comment_clause(tokens, i))
        ):
            return i - 2 if closed else i - 1
    return len(tokens)


def find_gapped_that(tokens: list[Token], at: int, start: int) -> int:
    """In "Doe said prices rose, Ashby that they fell", where "that" stands if a name begins at `at`; else 0.

    The verb is understood; `start` is where the words begin that came before.
    """
    end = at
    while end < len(tokens) and tokens[end].is_capital:
        end += 1
    is_gap = (
        at < end <= at + _LONGEST_NAME and word_at(tokens, end) == "that" and starts_clause(tokens, end + 1)
    ) and word_at(tokens, end + 1) not in times.PERIOD_NOUNS  # "Leeds that day won"
    # "a blast in West, Texas that killed dozens"; "He told people in Austin, Texas that ..." has a verb of saying and a place.
    is_gap &= not tokens[at - 2].is_capital or word_at(tokens, end + 1) in lexicon.SUBJECT_OPENERS
    return end if is_gap and not any(token.lower in _REPORTING for token in tokens[start:at]) else 0


def _says_against(tokens: list[Token], at: int) -> bool:
    """Whether "though he maintained that ..." follows a comma: a second statement of the same speaker."""
    if not (tokens[at].lower in {"but", "though", "although"} and word_at(tokens, at + 1) in _WHO_SPOKE):
        return False
    verb = next((i for i in range(at + 2, len(tokens)) if not is_preverbal(tokens[i])), len(tokens))
    if tokens[at + 1].lower in lexicon.HUMAN_PRONOUNS and _has_done(tokens, at + 2):
        return True
    is_silent = tokens[verb - 1].lower in {"not", "never"}
    is_silent = is_silent or word_at(tokens, verb + 1) in {"nothing", "little"}
    if (is_silent and word_at(tokens, verb) in DISCLOSING_VERBS) or is_negated_stance(tokens, at + 2):
        return True
    return verb < len(tokens) and (
        _reports_anew(tokens, verb)
        or is_speaker_action(tokens, verb)
        or is_speech_act(tokens, verb)
        or _reckons_or_is_silent(tokens, verb)
    )


def _has_done(tokens: list[Token], at: int) -> bool:
    """Whether the outlet tells here what the speaker has done or not: "but they have not published it"; not "have been"."""
    done = at + 1 + (word_at(tokens, at + 1) in _NOT_YET)
    return word_at(tokens, at) in _HAVE and word_at(tokens, done) not in lexicon.BE and done < len(tokens)


def _reports_besides(tokens: list[Token], at: int) -> bool:
    """Whether "noting that" stands here, as behind "before"; behind a comma also "before telling members that"."""
    word = tokens[at].lower
    that = find_content_start(tokens, at) if tokens[at - 2].text == "," else at + 1
    return word.endswith("ing") and word in lexicon.REPORTING_VERBS and word_at(tokens, that) == "that"


def starts_continuation(tokens: list[Token], at: int) -> bool:
    """Whether ", adding ..." or ", saying ..." stands here, or ", before noting that ..."."""
    if at >= len(tokens):
        return False
    if tokens[at - 1].lower in {"before", "while"}:
        return tokens[at - 2].text == "," and _reports_besides(tokens, at)
    if tokens[at - 1].text != "," and not tokens[at - 1].is_quote:
        return False
    word = tokens[at].lower
    if word == "adding" and word_at(tokens, at + 1)[:1] in _OPENS_FIGURE:
        return starts_clause(tokens, at + 1)  # "..., adding $3 million to its cost" adds no words
    opens = word in _CLAIMING and (starts_clause(tokens, at + 1) or word_at(tokens, at + 1) == ":")
    if word in lexicon.REPORTING_PARTICIPLES or opens:
        return True
    return word in _RULING and word_at(tokens, skip_particle(tokens, at)) == "that"
