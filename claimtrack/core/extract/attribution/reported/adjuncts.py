"""Adjuncts between the reporting verb and its content: time and place (for the addressee see `addressees`)."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.addressees import (
    is_verb_subject,
    skip_addressee,
    skip_interlocutor,
    skip_location,
    skip_put_to,
)
from claimtrack.core.extract.attribution.reported.circumstances import (
    CIRCUMSTANCE_WINDOW,
    DAYS_AND_MONTHS,
    MOMENTS,
    find_content_opener,
    is_relative_that,
    skip_date,
    skip_day_or_month,
    skip_moment,
    skip_venue_modifier,
)
from claimtrack.core.extract.attribution.reported.works import is_programme_title, skip_programme
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    starts_approximation,
    starts_clause,
    starts_transitive_clause,
)
from claimtrack.core.extract.words.finding import contains_word, find_word, word_at
from claimtrack.core.extract.words.reading import QUOTED, Token, words_of
from claimtrack.core.extract.words.verbs import is_adverb, is_finite
from claimtrack.core.language.calendar_words import RELATIVE_DAYS

_VENUE_WINDOW = 8  # tokens from a preposition to its venue: "at a packed meeting"
_PARENTHESIS_WINDOW = 14  # tokens
_REPORT_NOUNS = lexicon.STATEMENT_NOUNS | {"reports"}
_REPORT_WINDOW = 5  # tokens before "that": "over a recent report that"
_APPROXIMATORS = words_of("about around over")  # before a number: "said about 80% had left"
_TOPIC_PREPOSITIONS, _CAUSE_PREPOSITIONS = words_of("over about"), words_of("after following amid despite")
_AGREEING_STEMS = ("agree", "confirm")
_CLAIM_WINDOW = 5  # tokens from "repeated" to "claim"
_ASIDE_WINDOW = 7  # tokens from "claim" to the colon: "a claim we have debunked before: that S"
_LIMITING_ADVERBS = words_of("only now")  # part of the content, unless that begins right after them
_BEFORE_CONTENT = lexicon.PREPOSITIONS | times.TIME_ADVERBS | {"that", ":"}
_CIRCUMSTANCES = lexicon.PREPOSITIONS | {"when", "while"}
_DAYS = times.WEEKDAYS | RELATIVE_DAYS
_PERIODS = times.TIME_NOUNS | {"quarter", "season", "term"}
_CIRCUMSTANCE_OPENERS = MOMENTS | lexicon.PREPOSITIONS | COMMA_OR_DASH
_CIRCUMSTANCE_OPENERS |= {"(", "when", "late", "early", "ahead"}
"""Words that a time or a place begins with; numbers do, too."""
_PLACE_OR_TIME = lexicon.PLACE_TIME_PREPOSITIONS | {"outside", "inside", "by", "under"}
_OPENS_CONTENT = lexicon.SUBJECT_PRONOUNS | {"that"}
_INTERJECTIONS = words_of("however though more in for too instead again simply also")
"""Words that begin what may come between "said" and its content: "however", "more importantly", "in part", "for instance"."""
_LONGEST_INTERJECTION = 3  # tokens, with the comma that closes it
_TEMPORAL_CONJUNCTIONS = words_of("when as while after before")
_BEFORE_COLON = words_of("otherwise this so why differently")


def skip_particle(tokens: list[Token], at: int) -> int:
    """The index after a verb and its particle: "pointed out", "made the false claim"; after the verb alone if it has none."""
    if tokens[at].lower in lexicon.CLAIM_LIGHT_VERBS and (that := _skip_claim_noun(tokens, at + 1)):
        return that
    if (particles := lexicon.VERB_PARTICLES.get(tokens[at].lower)) is None:
        return at + 1
    place = at + 1 + (word_at(tokens, at + 1) == "it")
    place += word_at(tokens, place) == "be"  # "let it be known"
    return place + 1 if word_at(tokens, place) in particles else at + 1


def _skip_claim_noun(tokens: list[Token], at: int) -> int:
    """The index of "that" in "repeated his false claim that S"; 0 if no such noun follows the verb."""
    window = range(at, min(len(tokens) - 1, at + _CLAIM_WINDOW))
    nouns_of_verb = (
        lexicon.TESTIMONY_NOUNS if word_at(tokens, at - 1) in lexicon.GIVE else lexicon.REPORTING_NOUNS
    )
    noun = next((i for i in window if not tokens[i].is_word or tokens[i].lower in nouns_of_verb), at - 1)
    is_negative = contains_word(tokens[at:noun], lexicon.NEGATIVE_OPENERS)
    if is_negative or tokens[noun].lower not in nouns_of_verb:
        return 0  # "gave no assurance that S"
    # "a claim we have debunked before: that S"
    colon = find_word(tokens, ":", noun + 1, min(len(tokens) - 1, noun + _ASIDE_WINDOW), default=noun)
    moment = _skip_time_or_place(tokens, noun + 1)
    return next((that for that in (noun + 1, moment, colon + 1) if word_at(tokens, that) == "that"), 0)


def find_content_start(tokens: list[Token], at: int) -> int:
    """The index where the content of the verb at `at` begins: after "reporters on Tuesday", but before "that"."""
    verb = tokens[at].lower
    if verb in lexicon.PUTS and (put_to := skip_put_to(tokens, at)):
        return put_to
    if verb.startswith(_AGREEING_STEMS) and (interlocutor := skip_interlocutor(tokens, at)):
        return interlocutor
    # "The court was told the driver slept": the addressee precedes the verb.
    may_address = verb in lexicon.ADDRESSEE_VERBS and (
        verb.endswith("ing") or word_at(tokens, at - 1) not in lexicon.BE
    )
    start = content = skip_particle(tokens, at)
    previous = -1
    while previous != content:
        previous = content
        content = _skip_time_or_place(tokens, content)
        if may_address and content == previous and content < len(tokens):
            content = skip_addressee(tokens, content)
            if verb not in lexicon.TELL and is_verb_subject(tokens, at, previous, content):
                return previous  # "warned the plant was old": the plant is no addressee
            if content > previous and verb in lexicon.TELL:
                content = skip_location(tokens, content)
            may_address = False
    return _reject_topic(tokens, at, start, content)


def _reject_topic(tokens: list[Token], at: int, start: int, content: int) -> int:
    """The index of the content, or where the words after the verb start if they only name its topic: "complained about the hours that it lost"."""
    first, is_that = word_at(tokens, start), word_at(tokens, content) == "that"
    if first == "of" and tokens[content - 1].lower in lexicon.STATEMENT_NOUNS:
        return start  # ""False," Doe said of the claim that rents fell"
    if is_that and _is_claim_of_others(tokens, start, content):
        return len(tokens)
    is_topic = first in lexicon.TOPIC_PREPOSITIONS and tokens[at].lower not in lexicon.SAY
    return start if is_topic and is_that else content


def _is_claim_of_others(tokens: list[Token], start: int, that: int) -> bool:
    """Whether the that-clause is what others claim: "wrote over a claim that S", "spoke after reports that S"; not "said after the report that S"."""
    before = [token.lower for token in tokens[max(start, that - _REPORT_WINDOW) : that - 1]]
    is_known, is_own = before[-1:] == ["the"], not lexicon.POSSESSIVES.isdisjoint(before[-1:])
    others = _TOPIC_PREPOSITIONS if is_known else _TOPIC_PREPOSITIONS | _CAUSE_PREPOSITIONS
    return tokens[that - 1].lower in _REPORT_NOUNS and not is_own and not others.isdisjoint(before)


def skip_circumstances(tokens: list[Token], at: int, rest: int) -> int:
    """The index after the adjuncts of "X said" at `at`: after "in Tokyo on Monday" if a comma closes it; else `rest`."""
    openers = lexicon.PREPOSITIONS if rest > skip_particle(tokens, at) else _PLACE_OR_TIME
    if word_at(tokens, rest) in _TEMPORAL_CONJUNCTIONS:
        comma = find_word(
            tokens, ",", rest + 1, min(len(tokens) - 1, rest + CIRCUMSTANCE_WINDOW), default=rest
        )
        return comma if word_at(tokens, comma + 1) in lexicon.COORDINATORS else rest
    if word_at(tokens, rest) not in openers:
        return rest
    for i in range(rest + 1, min(len(tokens), rest + CIRCUMSTANCE_WINDOW)):
        if tokens[i].text == ",":
            return i
        if not tokens[i].is_word or is_finite(tokens[i]) or tokens[i].lower in lexicon.CLAUSE_OPENERS:
            break
    return rest


def starts_circumstance(tokens: list[Token], at: int) -> bool:
    """Whether the words after "said" may give its circumstances: "in Brussels", "when asked about it"."""
    at += at < len(tokens) and is_adverb(tokens[at])  # "said happily on the radio as she left"
    is_quantity = word_at(tokens, at) in _APPROXIMATORS and word_at(tokens, at + 1)[:1].isdigit()
    return word_at(tokens, at) in _CIRCUMSTANCES and not is_quantity


def _skip_time_or_place(tokens: list[Token], at: int) -> int:
    """The index after one time or place that begins at `at`; `at` if none does."""
    word, following = word_at(tokens, at), word_at(tokens, at + 1)
    if following in lexicon.PREPOSITIONS and (word in {"shortly", "soon"} or is_adverb(tokens[at])):
        after = _skip_prepositional(tokens, at + 1)  # "said repeatedly on Monday that"
        is_that = word_at(tokens, after) == "that" and word_at(tokens, after + 1) not in times.PERIOD_NOUNS
        return after if is_that else at
    if following == "last" and is_adverb(tokens[at]):
        after = _skip_time_or_place(tokens, at + 1)  # "said quietly last week it would close"
        return after if after > at + 1 and word_at(tokens, after) in _OPENS_CONTENT else at
    if not (word in _CIRCUMSTANCE_OPENERS or word.isdigit() or following in {"that", ":"}):
        return at
    if following == ":" and word in _BEFORE_COLON:
        return at + 1  # "concludes otherwise: S"
    if following == "that" and (is_adverb(tokens[at]) or (word[0].isdigit() and "-" in word)):
        return at + 1  # "ruled 2-1 that"
    if word == "on" and tokens[at - 1].lower in {"went", "goes"}:
        return at + 1
    if word in _LIMITING_ADVERBS and not _precedes_content(tokens, at + 1):
        return at  # "said only 12 were new"
    time_end = _skip_time(tokens, at, word, following)
    return _skip_place_or_aside(tokens, at, word, following) if time_end is None else time_end


def _skip_time(tokens: list[Token], at: int, word: str, following: str) -> int | None:
    """The index after a time; `at` if the time is the subject of the content: "said Monday was the warmest day"; None if no time begins."""
    may_be_date = word == "on" or word in DAYS_AND_MONTHS or word.isdigit()
    if may_be_date and (date := skip_date(tokens, at)) > at:
        # "said June 3 was the wettest day"
        return at if word != "on" and word_at(tokens, date) in lexicon.AUXILIARY_VERBS else date
    after = at + 1 + (following in times.TIME_NOUNS)
    if word in _DAYS and word_at(tokens, after) in lexicon.AUXILIARY_VERBS:
        return at
    if word in times.WEEKDAYS:
        return after
    if word in times.TIME_ADVERBS:
        return at + 1
    if word in times.TIME_MODIFIERS and following in _PERIODS:
        return at + 2
    if (moment := skip_moment(tokens, at)) > at:
        return moment
    return at + 1 if word in {"late", "early"} and following in {"on", "in"} else None


def _skip_place_or_aside(tokens: list[Token], at: int, word: str, following: str) -> int:
    """The index after a place, an occasion or an aside: "in Vale", "ahead of the vote", "when asked whether", ", without evidence,"; else `at`."""
    if (word in COMMA_OR_DASH or word == "(") and (closed := _skip_parenthesis(tokens, at)):
        return closed
    if word == "when" and following in lexicon.PRESSED:
        opener = find_content_opener(tokens, at + 2)
        return at if opener is None else opener
    if word == "ahead" and following == "of":
        return place if (place := _skip_prepositional(tokens, at + 1)) > at + 1 else at
    if word in lexicon.PREPOSITIONS and not (word == "to" and _is_infinitive(tokens, at + 1)):
        return _skip_prepositional(tokens, at)
    return at


def _is_infinitive(tokens: list[Token], at: int) -> bool:
    """Whether "to" begins an infinitive ("promised to repeal a law that"), not an addressee."""
    word = word_at(tokens, at)
    is_addressee = (
        word in lexicon.DETERMINERS or word in lexicon.AUDIENCE_NOUNS or word in lexicon.ANY_OBJECT_PRONOUNS
    )
    return not (is_addressee or word.endswith("s") or (at < len(tokens) and tokens[at].is_capital))


def _precedes_content(tokens: list[Token], at: int) -> bool:
    """Whether the content, or its time and place, begins at `at`: "said only that", "said only on Friday that"."""
    word = word_at(tokens, at + (word_at(tokens, at) == ","))
    return word in _BEFORE_CONTENT or word[:1] == QUOTED


def _skip_parenthesis(tokens: list[Token], comma: int) -> int | None:
    """The index of "that" after a parenthesis: "claimed, without evidence, that S", "said (and her lawyer confirmed) that S"; else None."""
    close = ")" if tokens[comma].text == "(" else tokens[comma].text
    for i in range(comma + 2, min(len(tokens) - 1, comma + _PARENTHESIS_WINDOW)):
        if tokens[i].text == close:
            is_open = close == ")" or tokens[i + 1].lower == "that"
            return i + 1 if is_open or _is_interjection(tokens, comma, i) else None
        if not tokens[i].is_word:
            break
    return None


def _is_interjection(tokens: list[Token], comma: int, close: int) -> bool:
    """Whether the parenthesis after "said" only connects or limits what a pronoun begins: "said, however, she would stay", "says, in part, it is old"."""
    is_short = close <= comma + _LONGEST_INTERJECTION and word_at(tokens, comma + 1) in _INTERJECTIONS
    return is_short and word_at(tokens, close + 1) in _OPENS_CONTENT


def _skip_prepositional(tokens: list[Token], at: int) -> int:
    """The index after a prepositional phrase that gives time, place or addressee; else `at`."""
    if starts_approximation(tokens, at):
        return at  # "said at least three papers were lost"
    opener = find_content_opener(tokens, at + 1)
    if opener is not None and (tokens[opener].lower != "that" or _starts_clause_or_quote(tokens, opener + 1)):
        return opener
    if word_at(tokens, at + 1) in DAYS_AND_MONTHS:
        return skip_day_or_month(tokens, at + 1)
    for i in range(at + 1, min(len(tokens), at + _VENUE_WINDOW)):
        if tokens[i].lower in nouns.VENUES and word_at(tokens, i + 1) not in nouns.VENUES:
            return at if is_relative_that(tokens, i + 1) else skip_venue_modifier(tokens, i + 1)
        if tokens[i].lower in lexicon.AUDIENCE_NOUNS:
            return i + 1
        if tokens[i].is_quote and is_programme_title(tokens, at, i):
            return skip_programme(tokens, i)
        if not tokens[i].is_word:
            break
    return at


def _starts_clause_or_quote(tokens: list[Token], at: int) -> bool:
    """Whether a clause or a quotation begins here."""
    return starts_clause(tokens, at) or (
        at < len(tokens) and (tokens[at].is_quote or starts_transitive_clause(tokens, at))
    )
