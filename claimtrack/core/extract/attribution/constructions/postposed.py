"""Attributions that follow their content with the verb after the source: "S, X said"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.adjuncts import (
    find_content_start,
    skip_circumstances,
    starts_circumstance,
)
from claimtrack.core.extract.attribution.reported.brief import is_complete_statement
from claimtrack.core.extract.attribution.reported.continuations import starts_continuation
from claimtrack.core.extract.attribution.reported.interrupted import (
    FRONTED,
    NO_GOING_ON,
    OPENING_ADJUNCTS,
    TRAILING,
    completes_statement,
    ends_in_auxiliary,
    is_cleft,
    is_completed_by_quote,
    is_interrupted,
    is_main_verb,
    is_mere_adjunct,
    is_went_on,
    skip_connective,
    starts_with_adjunct,
)
from claimtrack.core.extract.attribution.reported.objects import OBJECT_OPENERS, has_object
from claimtrack.core.extract.attribution.reported.tails import (
    adds_noun_phrase,
    describes_addressee,
    is_separate_tail,
)
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.sources.apposition import find_apposed_subject
from claimtrack.core.extract.attribution.sources.lists import find_list_start
from claimtrack.core.extract.attribution.sources.noun_modifiers import (
    find_occupation_start,
    find_open_apposition_start,
    find_role_start,
    split_name_after_quote,
)
from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.attribution.sources.speaking import can_be_agent
from claimtrack.core.extract.attribution.verbs.objects import has_relative_subject, is_fronted_object
from claimtrack.core.extract.attribution.verbs.uses import PROMISE_VERBS, is_trailing_promise
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    MIN_CONTENT,
    VAGUE_QUANTIFIERS,
    has_predicate,
    starts_content,
)
from claimtrack.core.extract.words.finding import contains_word, count_words, find_word, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import is_finite

_LONGEST_AFTERTHOUGHT = 4  # words after "X said"; more of them continue the sentence
_FEWEST_AFTER_ADJUNCT = 5  # words of a statement whose verb is not recognised
_LONGEST_INTERRUPTED = 12  # words before "X said"; as many of them are a whole statement
PAUSES = COMMA_OR_DASH | {"?", "!"}
"""One of these, or a quotation, precedes a source that follows its content."""
_CONTENT_CUES = lexicon.SAY | {"what", "than"}
"""Words that make the last verb part of the content: "a tenth of what officials claimed"."""
_EXTENDING_WORDS = words_of("including among especially particularly mostly mainly notably such")
"""Words that extend the words before them, however long these are: "23 people, officials said, including nine"."""
_CANNOT_END = words_of("and but or when where which who that because while although as if")
"""Words that cannot end a statement, which therefore continues after the source."""
_NOT_VERBS = OPENING_ADJUNCTS | NO_GOING_ON | OBJECT_OPENERS | _EXTENDING_WORDS
_BEFORE_DEMONSTRATIVE = lexicon.PREPOSITIONS | {"twice", "half", "double", "triple"}
_SAME_SPEAKER_PARTICIPLES = TRAILING | words_of(
    "urging warning accusing asking demanding pledging promising denying"
)
_NEED_MARKS = words_of(
    lexicon.CLAIM_VERBS - lexicon.STATE, PROMISE_VERBS, lexicon.ASK, lexicon.CONTINUATION_VERBS, "volunteered"
)
"""Verbs that follow their content only if quotation marks show it."""


def match_postposed(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """The attribution in "S, X said"; None if the verb at `at` has no such content."""
    if not _may_follow_content(tokens, at, group, floor):
        return None
    begin = find_list_start(tokens, max(floor, find_subject_start(tokens, group)), group, floor)
    if begin == group:
        return _match_postposed_apposition(tokens, group, at, floor)
    edge, begin = split_name_after_quote(tokens, floor, find_open_apposition_start(tokens, begin, floor))
    if contains_word(tokens[begin:group], _CONTENT_CUES) or _is_same_speaker_participle(tokens, begin):
        return None
    if is_fronted_object(tokens, begin, group) or has_relative_subject(tokens, begin, group):
        return None
    edge -= word_at(tokens, edge - 1) in {"did", "does"}  # ", did she say"
    pause = tokens[edge - 1] if edge > floor else None
    if pause is None or not (pause.text in PAUSES or pause.is_quote):
        return None
    end, rest = edge - (not pause.is_quote), find_content_start(tokens, at)
    is_agent = can_be_agent(tokens, at, (begin, group)) and not has_object(tokens, at, rest)
    if not is_agent or is_main_verb(tokens, floor, end, rest):
        return None
    if floor == 0 and tokens[0].lower in lexicon.PRESSED:
        answers = has_quote(tokens, rest, len(tokens))  # "Asked whether S, Doe said no"
        return Attribution(at, (begin, group), (rest if answers else 0, len(tokens)), framed=not answers)
    content = _match_content(tokens, at, (floor, end), rest)
    return Attribution(at, (begin, group), content) if content else None


def _may_follow_content(tokens: list[Token], at: int, group: int, floor: int) -> bool:
    """Whether something that may be content ends before the verb group: not so in "a woman who answered calls", "a figure that Doe says is false"."""
    is_quoted = has_quote(tokens, floor, group)
    if not is_quoted and PAUSES.isdisjoint([token.text for token in tokens[floor:group]]):
        return False
    if word_at(tokens, group - 1) in lexicon.RELATIVES:
        return False
    if at + 1 < len(tokens) and is_finite(tokens[at + 1]):
        return False
    if tokens[at].lower not in _NEED_MARKS or is_quoted or has_quote(tokens, at + 2, at + 3):
        return True
    # "Every boat would be paid for, she promised."
    return is_went_on(tokens, at) or is_trailing_promise(tokens, at, floor, group)


def _match_content(tokens: list[Token], at: int, before: TokenRange, rest: int) -> TokenRange | None:
    """The range of the content, given the words `before` "X said" and where that ends; None if they and the rest are none."""
    close = skip_circumstances(tokens, at, rest)
    if is_complete_statement(tokens, *before):
        content = before if describes_addressee(tokens, at, rest) else _find_content(tokens, *before, close)
        return None if content == before and is_mere_adjunct(tokens, *before, at) else content
    if is_interrupted(tokens, *before, close) or is_completed_by_quote(tokens, *before, close):
        return skip_connective(tokens, *before, close), len(tokens)
    return before if _is_verbless_content(tokens, at, *before, rest) else None


def _is_same_speaker_participle(tokens: list[Token], at: int) -> bool:
    """Whether a participle continues the same speaker's statement: ", urging ministers to bring in the ban they promised"."""
    word = tokens[at].lower
    return word in _SAME_SPEAKER_PARTICIPLES or (
        word.endswith("ing") and word_at(tokens, at + 1) in OBJECT_OPENERS
    )


def _is_verbless_content(tokens: list[Token], at: int, start: int, end: int, rest: int) -> bool:
    """Whether content without a verb is attributed at the sentence's end: "Too little, too late, its minister Jane Doe wrote on X."."""
    comma = find_word(tokens, ",", start, end, default=-1)
    if comma < 0 or count_words(tokens, rest, len(tokens)) > 0:
        return False
    if not starts_with_adjunct(tokens, start):
        return count_words(tokens, start, end) >= MIN_CONTENT
    # The verb may be unlisted: "In general, these squid tend to be shy, he says", but not "On Friday, the third day, Moor told a joke"
    opens_noun = (
        tokens[comma + 1].lower in lexicon.DETERMINERS and tokens[at].lower not in lexicon.ADDRESSEE_VERBS
    )
    return opens_noun and count_words(tokens, comma, end) >= _FEWEST_AFTER_ADJUNCT


def _match_postposed_apposition(tokens: list[Token], group: int, at: int, floor: int) -> Attribution | None:
    """The attribution in "S, Jane Doe, the mayor, said"; else None."""
    rest = find_content_start(tokens, at)
    if group == floor or tokens[group - 1].text not in COMMA_OR_DASH:
        return None
    if has_object(tokens, at, rest):
        return None  # "Mr Doe has gained from the fall of Ann Lee, who led, then saw those voters leave"
    source = find_apposed_subject(tokens, group - 1, floor)
    if source is None or source[0] <= floor:
        return None
    start, begin = split_name_after_quote(tokens, floor, find_occupation_start(tokens, source[0]))
    start, source = find_role_start(tokens, floor, start), (begin, source[1])
    before = tokens[start - 1]
    end = start if before.is_quote else start - 1
    if not (before.text == "," or before.is_quote):
        return None
    has_content = has_predicate(tokens, floor, end) or has_quote(tokens, floor, end)
    is_continued = has_content or starts_circumstance(tokens, rest) or word_at(tokens, rest + 1) == "and"
    if starts_content(tokens, rest) and not (is_continued or starts_continuation(tokens, rest + 1)):
        return None  # "The Commissioner for Physical Planning, Jane Doe, who led it, said S"
    if not is_complete_statement(tokens, floor, end):
        interrupts = is_interrupted(tokens, floor, end, rest)
        return Attribution(at, source, (floor, len(tokens))) if interrupts else None
    return Attribution(at, source, _find_content(tokens, floor, end, skip_circumstances(tokens, at, rest)))


def _starts_missing_verb(tokens: list[Token], at: int) -> bool:
    """Whether the verb occurs here that the words before "X said," lack: "was fined", "cost twice as much"."""
    if at >= len(tokens) or tokens[at - 1].text != "," or tokens[at].is_capital:
        return False
    word = tokens[at].lower
    is_other = word in _NOT_VERBS or word in lexicon.CARDINALS_AND_A or word.endswith(("ing", "ly"))
    return word.isalpha() and word_at(tokens, at + 1)[:1].isalnum() and not is_other


def _find_content(tokens: list[Token], floor: int, end: int, rest: int) -> TokenRange:
    """The range of the content: the words before "X said", or the whole sentence if that merely interrupts it; `rest` is where "X said" ends."""
    if rest + 1 >= len(tokens):
        return floor, end
    if is_cleft(tokens, floor, rest):
        return floor, len(tokens)
    if adds_noun_phrase(tokens, floor, end, rest):
        return rest + 1, len(tokens)
    if _is_unfinished(tokens, end, rest) and not has_quote(tokens, floor, end):
        return floor, len(tokens)  # "The bridge is old and, Moor warned, could fall"
    if completes_statement(tokens, floor, end, rest) and not has_quote(tokens, floor, len(tokens)):
        return floor, len(tokens)
    if is_separate_tail(tokens, rest):
        return floor, end
    return floor, len(tokens) if _continues_after_source(tokens, floor, end, rest) else end


def _continues_after_source(tokens: list[Token], floor: int, end: int, rest: int) -> bool:
    """Whether the sentence that "X said" interrupts continues after it: "One in ten, the report notes, paid"."""
    following = word_at(tokens, rest + 1) if word_at(tokens, rest) in COMMA_OR_DASH else ""
    second = word_at(tokens, rest + 2)
    if _is_fronted_clause(tokens, floor, rest):
        return True
    if following in _EXTENDING_WORDS and not has_quote(tokens, floor, floor + 1):
        return True
    is_that = following == "that" or (following == "only" and second == "that")
    is_complement = is_that or following in {"to", "of"} or (following == "for" and second != "the")
    if is_complement and not has_quote(tokens, floor, end):
        return True  # "It is enough, its authors say, to boil a lake"
    lacks_predicate = not (has_predicate(tokens, floor, end) or has_quote(tokens, floor, end))
    if lacks_predicate and _starts_missing_verb(tokens, rest + 1):
        return True  # "One in ten, the report notes, paid"
    is_adverbial = following in {"before", "while"} and second.endswith("ing")
    is_participial = following in TRAILING or following.endswith("ing") or is_adverbial
    if word_at(tokens, rest) != "," or is_participial or has_quote(tokens, floor, len(tokens)):
        return False
    is_short = count_words(tokens, floor, end) < _LONGEST_INTERRUPTED
    is_clause = following in lexicon.NOUN_OPENERS and has_predicate(tokens[:end], floor, end)
    return is_short and not is_clause and count_words(tokens, rest, len(tokens)) > _LONGEST_AFTERTHOUGHT


def _is_fronted_clause(tokens: list[Token], floor: int, rest: int) -> bool:
    """Whether a subordinate clause precedes "X said" and its main clause follows: "When the boat sank, he recalled, nobody was on deck"."""
    start = floor + (tokens[floor].lower == "even")
    is_quantity = word_at(tokens, start + 1) in VAGUE_QUANTIFIERS  # "As many as 300"
    if tokens[start].lower not in FRONTED or is_quantity or word_at(tokens, rest) != ",":
        return False
    is_pronoun = word_at(tokens, rest + 1) in lexicon.SUBJECT_PRONOUNS
    is_quoted_action = is_pronoun and has_quote(tokens, rest, len(tokens))
    has_main_clause = is_quoted_action or has_predicate(tokens, rest + 1, len(tokens))
    return has_main_clause and not has_quote(tokens, rest, rest + 2)


def _is_unfinished(tokens: list[Token], end: int, rest: int) -> bool:
    """Whether the words before "X said" cannot end a statement: "The bridge is old and, Moor warned, could fall"."""
    is_demonstrative = tokens[end - 2].lower in _BEFORE_DEMONSTRATIVE  # "take perhaps twice that"
    needs_verb = ends_in_auxiliary(tokens, end) and word_at(tokens, rest + 1) not in lexicon.CONJUNCTIONS
    cannot_end = tokens[end - 1].lower in _CANNOT_END or needs_verb
    return cannot_end and not is_demonstrative and rest < len(tokens) - 1
