"""The attribution that stands after its words: "S, X said", "S, said X"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.comments.speaker_actions import starts_declining_clause
from claimtrack.core.extract.attribution.reported.adjuncts import (
    PRESSED,
    find_content_start,
    skip_circumstances,
    starts_circumstance,
)
from claimtrack.core.extract.attribution.reported.brief import is_complete_statement
from claimtrack.core.extract.attribution.reported.ending import starts_continuation
from claimtrack.core.extract.attribution.reported.interrupted import (
    FRONTED,
    NO_GOING_ON,
    OBJECT_OPENERS,
    OPENING_ADJUNCTS,
    TRAILING,
    completes_statement,
    ends_in_auxiliary,
    has_object,
    has_stranded_auxiliary,
    has_verb_after,
    is_cleft,
    is_completed_by_quote,
    is_interrupted,
    is_main_verb,
    is_mere_adjunct,
    is_went_on,
    resumes_after_source,
    skip_connective,
    starts_with_adjunct,
)
from claimtrack.core.extract.attribution.reported.tails import (
    adds_noun_phrase,
    describes_addressee,
    is_separate_tail,
)
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.sources.apposition import find_apposed_subject
from claimtrack.core.extract.attribution.sources.lists import find_list_end, find_list_start
from claimtrack.core.extract.attribution.sources.names_after_verb import ends_in_speaker, find_name_end
from claimtrack.core.extract.attribution.sources.noun_modifiers import (
    find_open_apposition_start,
    is_modified_noun,
    split_name_after_quote,
)
from claimtrack.core.extract.attribution.sources.noun_phrases import (
    find_occupation_start,
    find_role_start,
    find_subject_start,
)
from claimtrack.core.extract.attribution.sources.speaking import can_be_agent, is_speaker
from claimtrack.core.extract.attribution.verbs.objects import (
    PROMISE_VERBS,
    has_relative_subject,
    is_fronted_object,
    is_inverted_vow,
    is_trailing_promise,
)
from claimtrack.core.extract.attribution.verbs.unlisted import contains_inner_verb
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    DASHES,
    MIN_CONTENT,
    VAGUE_QUANTIFIERS,
    count_words,
    has_predicate,
    has_quote,
    starts_clause,
    starts_content,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, TokenRange, word_set
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.verbs import is_finite, may_be_past

_LONGEST_AFTERTHOUGHT, _LONGEST_INTERRUPTED = 4, 12
CLOSING_VERBS = lexicon.REPORTING_VERBS | lexicon.SHOW | lexicon.WITNESS_VERBS
PAUSES = COMMA_OR_DASH | {
    "?",
    "!",
}  # one of these, or a quotation, stands before who is named behind his words
_INVERTING_VERBS = (CLOSING_VERBS | lexicon.ASK) - {"told", "tells"}
_REFERRING = lexicon.SAY | {"what", "than"}
"""Words that make the last verb part of what is said: "a tenth of what officials claimed"."""
_BELONGING = word_set("including among especially particularly mostly mainly notably such")
"""What goes on with the words before it, however long they are: "23 people, officials said, including nine"."""
_DANGLING = word_set("and but or when where which who that because while although as if")
"""What cannot end a statement, so that it goes on behind whoever is named."""
_NO_VERB = OPENING_ADJUNCTS | NO_GOING_ON | OBJECT_OPENERS | _BELONGING
_BEFORE_POINTING = lexicon.PREPOSITIONS | {"twice", "half", "double", "triple"}
_SPOKEN_ON = TRAILING | word_set("urging warning accusing asking demanding pledging promising denying")
_NEED_MARKS = (
    (lexicon.CLAIM_VERBS - lexicon.STATE)
    | PROMISE_VERBS
    | lexicon.ASK
    | lexicon.CONTINUATION_VERBS
    | {"volunteered"}
)
"""Verbs that stand after what they report only where quotation marks show it."""


def match_inverted(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "S, said X"."""
    if group != at or at == 0 or at + 1 >= len(tokens) or tokens[at].lower not in _INVERTING_VERBS:
        return None
    if (
        not (tokens[at - 1].text in COMMA_OR_DASH or tokens[at - 1].is_quote)
        or tokens[at + 1].lower in times.WEEKDAYS
    ):
        return None  # "The finding, reported Monday in the journal, ..."
    if has_stranded_auxiliary(tokens, at) or _ends_aside(tokens, at - 1, floor):
        return None
    if tokens[at + 1].lower in lexicon.HE_SHE and word_at(tokens, at + 2)[:1].isalpha():
        return None  # "Jane Doe, who runs it, said she only heard of it"
    if tokens[at].lower in lexicon.CLAIM_VERBS and not (
        has_quote(tokens, floor, at) or is_inverted_vow(tokens, at)
    ):
        return None  # ", pledged a tax credit": what is pledged, not who pledges
    end = find_list_end(tokens, at + 1, find_name_end(tokens, at + 1))
    runs_on = has_quote(tokens, end, end + 1) and (tokens[end - 1].is_capital or not tokens[at - 1].is_quote)
    if end == at + 1 or runs_on:
        return None  # "says the data "do not support" it": the quotation holds the verb
    head = next((i for i in range(at + 3, end) if may_be_past(tokens[i])), end)
    named = is_speaker(tokens[at + 1 : head])
    if not named and (
        tokens[at].lower not in lexicon.SAY or head < end or contains_inner_verb(tokens, at + 1, end)
    ):
        # "Ines Dahl, calculated the real loss at $4m", "Ines Dahl, said the tax hurts small shops", "said the ward closed in May"
        return None
    if tokens[at].lower.startswith(("show", "suggest", "reveal", "indicat")) and starts_clause(
        tokens, at + 1
    ):
        return None  # "The audit, a copy of which Doe has seen, shows managers hid it"
    if resumes_after_source(tokens, floor, at, end):
        return Attribution(at, (at + 1, end), (floor, len(tokens)))
    if floor == 0 and starts_clause(tokens, at + 1) and _ends_role(tokens, at - 1):
        return None  # "In a letter sent in May, Jane Doe, a councillor, noted the firm paid it"
    is_noun = is_modified_noun(tokens, floor, at)  # "Jane Doe, unlike Ann Lee, says S"
    if is_complete_statement(tokens, floor, at) and not is_noun:
        return Attribution(at, (at + 1, end), (floor, at))
    if has_verb_after(tokens, at, end + 1) and is_interrupted(tokens, floor, at, end):
        return Attribution(at, (at + 1, end), (skip_connective(tokens, floor, at - 1, end), len(tokens)))
    if floor == 0 and word_at(tokens, end) == ":" and is_statement(tokens, end + 1, len(tokens)):
        return Attribution(at, (at + 1, end), (end + 1, len(tokens)))  # "Not so, says Jane Doe: S"
    # "Not so, insisted Jane Doe" is too short to stand alone, but names who is talking.
    is_brief = floor == 0 and count_words(tokens, 0, at) <= MIN_CONTENT and not is_noun
    if is_brief and _is_named(tokens, at, end):
        return Attribution(at, (at + 1, end), (0, len(tokens)), framed=True)
    is_all = not is_brief and ends_in_speaker(tokens, at)
    return Attribution(at, (at + 1, end), (floor, at)) if is_all else None


def _ends_role(tokens: list[Token], comma: int) -> bool:
    """Whether the comma closes what a name's bearer is: "Jane Doe, a councillor,"."""
    opens = next((i for i in range(comma - 1, 1, -1) if tokens[i].text == ","), 0)
    is_role = word_at(tokens, opens + 1) in {"a", "an", "the"} and tokens[opens - 1].is_capital
    return tokens[comma].text == "," and opens > 0 and is_role


def _ends_aside(tokens: list[Token], dash: int, floor: int) -> bool:
    """Whether the dash before the verb closes what is told of its subject: "The mayor — 61, unmarried — says"."""
    opens = next((i for i in range(floor, dash) if tokens[i].text == tokens[dash].text), 0)
    return tokens[dash].text in DASHES and opens > 0 and not has_predicate(tokens, floor, opens)


def _is_named(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the verb at `at` has a name behind it: "insisted Jane Doe", "says the union"."""
    says = tokens[at].lower in lexicon.SAY
    return tokens[at + 1].is_capital or (says and is_speaker(tokens[at + 1 : end]))


def match_postposed(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "S, X said"."""
    before = [token.text for token in tokens[floor:group]]
    if PAUSES.isdisjoint(before) and not has_quote(tokens, floor, group):
        return None
    if tokens[at].lower in _NEED_MARKS:
        has_marks = has_quote(tokens, floor, group) or has_quote(tokens, at + 2, at + 3)
        # "Every boat would be paid for, she promised."
        if not (has_marks or is_went_on(tokens, at) or is_trailing_promise(tokens, at, floor, group)):
            return None
    if word_at(tokens, group - 1) in lexicon.RELATIVES:
        return None  # "S, a woman who answered calls"
    if at + 1 < len(tokens) and is_finite(tokens[at + 1]):
        return None  # "a figure that Doe says is false"
    begin = find_list_start(tokens, max(floor, find_subject_start(tokens, group)), group, floor)
    if begin == group:
        return _postposed_apposition(tokens, group, at, floor)
    edge, begin = split_name_after_quote(tokens, floor, find_open_apposition_start(tokens, begin, floor))
    if any(token.lower in _REFERRING for token in tokens[begin:group]) or _is_participle(tokens, begin):
        return None
    if is_fronted_object(tokens, begin, group) or has_relative_subject(tokens, begin, group):
        return None
    edge -= word_at(tokens, edge - 1) in {"did", "does"}  # ", did she say"
    pause = tokens[edge - 1] if edge > floor else None
    if pause is None or not (pause.text in PAUSES or pause.is_quote):
        return None
    said, rest = edge - (not pause.is_quote), find_content_start(tokens, at)
    speaks = can_be_agent(tokens, at, (begin, group)) and not has_object(tokens, at, rest)
    if not speaks or is_main_verb(tokens, floor, said, rest):
        return None
    if floor == 0 and tokens[0].lower in PRESSED:
        answers = has_quote(tokens, rest, len(tokens))  # "Asked whether S, Doe said no"
        return Attribution(at, (begin, group), (rest if answers else 0, len(tokens)), framed=not answers)
    if is_complete_statement(tokens, floor, said):
        content = (floor, said)
        if not describes_addressee(tokens, at, rest):
            content = _around(tokens, floor, said, skip_circumstances(tokens, at, rest))
        leads = content == (floor, said) and is_mere_adjunct(tokens, floor, said, at)
        return None if leads else Attribution(at, (begin, group), content)
    close = skip_circumstances(tokens, at, rest)
    if is_interrupted(tokens, floor, said, close) or is_completed_by_quote(tokens, floor, said, close):
        start = skip_connective(tokens, floor, said, close)
        return Attribution(at, (begin, group), (start, len(tokens)))
    if _ends_with(tokens, floor, said, (begin, group), rest):
        return Attribution(at, (begin, group), (floor, said))
    return None


def _is_participle(tokens: list[Token], at: int) -> bool:
    """In ", urging ministers to bring in the ban they promised", nobody speaks anew."""
    word = tokens[at].lower
    return word in _SPOKEN_ON or (word.endswith("ing") and word_at(tokens, at + 1) in OBJECT_OPENERS)


def _ends_with(tokens: list[Token], start: int, end: int, source: TokenRange, rest: int) -> bool:
    """Whether somebody is named for words without a verb: "Too little, too late, its minister Jane Doe wrote on X."."""
    return (
        count_words(tokens, rest, len(tokens)) == 0
        and count_words(tokens, start, end) >= MIN_CONTENT
        and (is_speaker(tokens[slice(*source)]))
        and not starts_with_adjunct(tokens, start)
        and any(token.text == "," for token in tokens[start:end])
    )


def _postposed_apposition(tokens: list[Token], group: int, at: int, floor: int) -> Attribution | None:
    """ "S, Jane Doe, the mayor, said"."""
    rest = find_content_start(tokens, at)
    if group == floor or tokens[group - 1].text not in COMMA_OR_DASH or tokens[floor].lower in PRESSED:
        return None
    if has_object(tokens, at, rest):
        return None  # "Mr Doe has gained from the fall of Ann Lee, who led, then saw those voters leave"
    source = find_apposed_subject(tokens, group - 1, floor)
    if source is None or source[0] <= floor:
        return None
    start, begin = split_name_after_quote(tokens, floor, find_occupation_start(tokens, source[0]))
    start, source = find_role_start(tokens, floor, start), (begin, source[1])
    before = tokens[start - 1]
    said = start if before.is_quote else start - 1
    if not (before.text == "," or before.is_quote):
        return None
    is_begun = has_predicate(tokens, floor, said) or has_quote(tokens, floor, said)
    goes_on = is_begun or starts_circumstance(tokens, rest) or word_at(tokens, rest + 1) == "and"
    if starts_content(tokens, rest) and not (goes_on or starts_continuation(tokens, rest + 1)):
        return None  # "The Commissioner for Physical Planning, Jane Doe, who led it, said S"
    if not is_complete_statement(tokens, floor, said):
        interrupts = is_interrupted(tokens, floor, said, rest)
        return Attribution(at, source, (floor, len(tokens))) if interrupts else None
    return Attribution(at, source, _around(tokens, floor, said, skip_circumstances(tokens, at, rest)))


def _is_verb_next(tokens: list[Token], at: int) -> bool:
    """Whether the verb stands here that the words before "X said," want: "was fined", "cost twice as much"."""
    if at >= len(tokens) or tokens[at - 1].text != "," or tokens[at].is_capital:
        return False
    word = tokens[at].lower
    is_other = word in _NO_VERB or word in lexicon.CARDINALS_AND_A or word.endswith(("ing", "ly"))
    return word.isalpha() and word_at(tokens, at + 1)[:1].isalnum() and not is_other


def _around(tokens: list[Token], floor: int, said: int, rest: int) -> TokenRange:
    """The words before, or the whole sentence where "X said" merely interrupts it; `rest` is where it ends."""
    if rest + 1 >= len(tokens):
        return floor, said
    if is_cleft(tokens, floor, rest):
        return floor, len(tokens)
    if adds_noun_phrase(tokens, floor, said, rest):
        return rest + 1, len(tokens)
    points = tokens[said - 2].lower in _BEFORE_POINTING  # "take perhaps twice that"
    helps = ends_in_auxiliary(tokens, said) and word_at(tokens, rest + 1) not in lexicon.CONJUNCTIONS
    dangles = (tokens[said - 1].lower in _DANGLING or helps) and not points and rest < len(tokens) - 1
    if dangles and not has_quote(tokens, floor, said):
        return floor, len(tokens)  # "The bridge is old and, Moor warned, could fall"
    if completes_statement(tokens, floor, said, rest) and not has_quote(tokens, floor, len(tokens)):
        return floor, len(tokens)
    if is_separate_tail(tokens, rest) or (
        word_at(tokens, rest) == "," and starts_declining_clause(tokens, rest + 1)
    ):
        return floor, said
    opens = floor + (tokens[floor].lower == "even")
    counts = word_at(tokens, opens + 1) in VAGUE_QUANTIFIERS  # "As many as 300"
    is_fronted = tokens[opens].lower in FRONTED and not counts and word_at(tokens, rest) == ","
    is_they = word_at(tokens, rest + 1) in lexicon.SUBJECT_PRONOUNS
    they_do = is_they and has_quote(tokens, rest, len(tokens))
    goes_on_so = they_do or has_predicate(tokens, rest + 1, len(tokens))
    if is_fronted and goes_on_so and not has_quote(tokens, rest, rest + 2):
        return floor, len(tokens)  # "When the boat sank, he recalled, nobody was on deck"
    following = word_at(tokens, rest + 1) if word_at(tokens, rest) in COMMA_OR_DASH else ""
    if following in _BELONGING and not has_quote(tokens, floor, floor + 1):
        return floor, len(tokens)
    beyond = word_at(tokens, rest + 2)
    is_that = following == "that" or (following == "only" and beyond == "that")
    completes_it = is_that or following in {"to", "of"} or (following == "for" and beyond != "the")
    if completes_it and not has_quote(tokens, floor, said):
        return floor, len(tokens)  # "It is enough, its authors say, to boil a lake"
    is_begun = not (has_predicate(tokens, floor, said) or has_quote(tokens, floor, said))
    if is_begun and _is_verb_next(tokens, rest + 1):
        return floor, len(tokens)  # "One in ten, the report notes, paid"
    besides = following in {"before", "while"} and beyond.endswith("ing")
    tells_deed = following in TRAILING or following.endswith("ing") or besides
    goes_on_so = word_at(tokens, rest) == "," and not tells_deed
    tail = count_words(tokens, rest, len(tokens)) if goes_on_so else 0
    short = count_words(tokens, floor, said) < _LONGEST_INTERRUPTED
    short = short and not (following in lexicon.NOUN_OPENERS and has_predicate(tokens[:said], floor, said))
    if tail > _LONGEST_AFTERTHOUGHT and short and not has_quote(tokens, floor, len(tokens)):
        return floor, len(tokens)
    return floor, said
