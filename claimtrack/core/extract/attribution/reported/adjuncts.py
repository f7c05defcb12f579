"""What stands between "said" and what was said: when and where (to whom, see `addressees`)."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.addressees import (
    is_programme_title,
    is_verb_subject,
    skip_addressee,
    skip_interlocutor,
    skip_location,
    skip_programme,
    skip_put_to,
)
from claimtrack.core.extract.attribution.reported.circumstances import (
    MOMENTS,
    skip_date,
    skip_day_or_month,
    skip_moment,
    skip_venue_modifier,
)
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    starts_approximation,
    starts_clause,
    starts_transitive_clause,
    starts_transitive_past,
    word_at,
)
from claimtrack.core.extract.words.reading import QUOTED, Token, word_set
from claimtrack.core.extract.words.verbs import is_adverb, is_finite

_WINDOW, _VENUE_WINDOW, _LONGEST_CIRCUMSTANCE, _PARENTHESIS_WINDOW = 25, 8, 12, 14
PRESSED = frozenset({"asked", "pressed", "questioned", "challenged"})
_REPORTS = lexicon.STATEMENT_NOUNS | {"reports"}
_LONGEST_REPORT = 5
_OVER, _AFTER = word_set("over about"), word_set("after following amid despite")
_AGREEING = ("agree", "confirm")
_LONGEST_CLAIM, _LONGEST_ASIDE = 5, 7
_LIMITING = frozenset({"only", "now"})  # what belongs to what was said unless it begins right behind them
_LEADS_UP = lexicon.PREPOSITIONS | times.TIME_ADVERBS | {"that", ":"}
_CIRCUMSTANCES = lexicon.PREPOSITIONS | {"when", "while"}
_DAYS = times.WEEKDAYS | {"today", "yesterday", "tomorrow", "tonight"}
_DAYS_AND_MONTHS = times.WEEKDAYS | times.MONTHS
_SPELLS = times.TIME_NOUNS | {"quarter", "season", "term"}
_OPENS_ASIDE = lexicon.RELATIVES | lexicon.NOUN_OPENERS | {"one"}
_CIRCUMSTANTIAL = MOMENTS | lexicon.PREPOSITIONS | COMMA_OR_DASH
_CIRCUMSTANTIAL |= {"(", "when", "late", "early", "ahead"}
"""What a time or a place begins with; figures do, too."""
_WHERE_OR_WHEN = lexicon.PLACE_TIME_PREPOSITIONS | {"outside", "inside", "by", "under"}
_NOUNS_WITH_THAT = word_set("condition grounds fact hope belief understanding proviso")
"""Nouns whose "that" tells their own content, and no words that were said."""
_TAKES_UP = lexicon.SUBJECT_PRONOUNS | {"that"}
_WHEN = frozenset({"when", "as", "while", "after", "before"})
_ANNOUNCING = frozenset({"otherwise", "this", "so", "why", "differently"})
_SUBJECT_OPENERS = lexicon.SUBJECT_PRONOUNS | lexicon.POSSESSIVES | {"the"}
_NO_SUBJECT = lexicon.PREPOSITIONS | times.TIME_NOUNS


def skip_particle(tokens: list[Token], at: int) -> int:
    """The place behind a verb with its particle: "pointed out", "made the false claim"; behind the verb where it has none."""
    if tokens[at].lower in lexicon.CLAIM_LIGHT_VERBS and (that := _past_claim(tokens, at + 1)):
        return that
    if (particles := lexicon.VERB_PARTICLES.get(tokens[at].lower)) is None:
        return at + 1
    place = at + 1 + (word_at(tokens, at + 1) == "it")
    place += word_at(tokens, place) == "be"  # "let it be known"
    return place + 1 if word_at(tokens, place) in particles else at + 1


def _past_claim(tokens: list[Token], at: int) -> int:
    """In "repeated his false claim that S", where "that" stands; 0 where no such noun follows the verb."""
    window = range(at, min(len(tokens) - 1, at + _LONGEST_CLAIM))
    said = lexicon.TESTIMONY_NOUNS if word_at(tokens, at - 1) in lexicon.GIVE else lexicon.REPORTING_NOUNS
    noun = next((i for i in window if not tokens[i].is_word or tokens[i].lower in said), at - 1)
    if tokens[noun].lower not in said or any(
        token.lower in lexicon.NEGATIVE_OPENERS for token in tokens[at:noun]
    ):
        return 0  # "gave no assurance that S"
    window = range(noun + 1, min(len(tokens) - 1, noun + _LONGEST_ASIDE))
    # "a claim we have debunked before: that S"
    colon = next((i for i in window if tokens[i].text == ":"), noun)
    moment = _past_time_or_place(tokens, noun + 1)
    return next((that for that in (noun + 1, moment, colon + 1) if word_at(tokens, that) == "that"), 0)


def find_content_start(tokens: list[Token], at: int) -> int:
    """Where the words reported by the verb at `at` begin: past "reporters on Tuesday", not past "that"."""
    verb = tokens[at].lower
    if verb in lexicon.PUTS and (listened := skip_put_to(tokens, at)):
        return listened
    if verb.startswith(_AGREEING) and (agreed := skip_interlocutor(tokens, at)):
        return agreed
    # "The court was told the driver slept": whoever is told stands before the verb.
    addressing = verb in lexicon.ADDRESSEE_VERBS and (
        verb.endswith("ing") or word_at(tokens, at - 1) not in lexicon.BE
    )
    start = place = skip_particle(tokens, at)
    moved = -1
    while moved != place:
        moved = place
        place = _past_time_or_place(tokens, place)
        if addressing and place == moved and place < len(tokens):
            place = skip_addressee(tokens, place)
            if verb not in lexicon.TELL and is_verb_subject(tokens, at, moved, place):
                return moved  # "warned the plant was old": the plant is told nothing
            if place > moved and verb in lexicon.TELL:
                place = skip_location(tokens, place)
            addressing = False
    first = word_at(tokens, start)
    if first == "of" and tokens[place - 1].lower in lexicon.STATEMENT_NOUNS:
        return start  # ""False," Doe said of the claim that rents fell"
    if word_at(tokens, place) == "that" and _is_of_others(tokens, start, place):
        return len(tokens)
    is_topic = first in lexicon.TOPIC_PREPOSITIONS and verb not in lexicon.SAY
    # "complained about the hours that it lost": the hours are no circumstance
    return start if is_topic and word_at(tokens, place) == "that" else place


def _is_of_others(tokens: list[Token], start: int, that: int) -> bool:
    """Whether what "that" opens is what others say: "wrote over a claim that S", "spoke after reports that S"; not "said after the report that S"."""
    before = [token.lower for token in tokens[max(start, that - _LONGEST_REPORT) : that - 1]]
    is_known, is_own = before[-1:] == ["the"], not lexicon.POSSESSIVES.isdisjoint(before[-1:])
    others = _OVER if is_known else _OVER | _AFTER
    return tokens[that - 1].lower in _REPORTS and not is_own and not others.isdisjoint(before)


def skip_circumstances(tokens: list[Token], at: int, rest: int) -> int:
    """Where what follows "X said" at `at` begins: from `rest` on past "in Tokyo on Monday", if a comma closes it."""
    opens = lexicon.PREPOSITIONS if rest > skip_particle(tokens, at) else _WHERE_OR_WHEN
    if word_at(tokens, rest) in _WHEN:
        window = range(rest + 1, min(len(tokens) - 1, rest + _LONGEST_CIRCUMSTANCE))
        comma = next((i for i in window if tokens[i].text == ","), rest)
        return comma if word_at(tokens, comma + 1) in lexicon.COORDINATORS else rest
    if word_at(tokens, rest) not in opens:
        return rest
    for i in range(rest + 1, min(len(tokens), rest + _LONGEST_CIRCUMSTANCE)):
        if tokens[i].text == ",":
            return i
        if not tokens[i].is_word or is_finite(tokens[i]) or tokens[i].lower in lexicon.CLAUSE_OPENERS:
            break
    return rest


def starts_circumstance(tokens: list[Token], at: int) -> bool:
    """Whether the words after "said" may tell its circumstances: "in Brussels", "when asked about it"."""
    at += at < len(tokens) and is_adverb(tokens[at])  # "said happily on the radio as she left"
    return word_at(tokens, at) in _CIRCUMSTANCES


def _past_time_or_place(tokens: list[Token], at: int) -> int:
    word, following = word_at(tokens, at), word_at(tokens, at + 1)
    if following in lexicon.PREPOSITIONS and (word in {"shortly", "soon"} or is_adverb(tokens[at])):
        behind = _past_prepositional(tokens, at + 1)  # "said repeatedly on Monday that"
        is_that = word_at(tokens, behind) == "that" and word_at(tokens, behind + 1) not in times.PERIOD_NOUNS
        return behind if is_that else at
    if following == "last" and is_adverb(tokens[at]):
        behind = _past_time_or_place(tokens, at + 1)  # "said quietly last week it would close"
        return behind if behind > at + 1 and word_at(tokens, behind) in _TAKES_UP else at
    if not (word in _CIRCUMSTANTIAL or word.isdigit() or following in {"that", ":"}):
        return at
    if word == "on" and tokens[at - 1].lower in {"went", "goes"}:
        return at + 1
    if word in _ANNOUNCING and following == ":":
        return at + 1  # "concludes otherwise: S"
    may_be_date = word == "on" or word in _DAYS_AND_MONTHS or word.isdigit()
    if may_be_date and (date := skip_date(tokens, at)) > at:
        # "said June 3 was the wettest day"
        return at if word != "on" and word_at(tokens, date) in lexicon.AUXILIARY_VERBS else date
    if (
        following == "that"
        and at < len(tokens)
        and (is_adverb(tokens[at]) or (word[0].isdigit() and "-" in word))
    ):
        return at + 1  # "ruled 2-1 that"
    if word in _LIMITING and not _leads_up(tokens, at + 1):
        return at  # "said only 12 were new"
    behind = at + 1 + (following in times.TIME_NOUNS)
    if word in _DAYS and word_at(tokens, behind) in lexicon.AUXILIARY_VERBS:
        return at  # "said Monday was the warmest day"
    if word in times.WEEKDAYS and following in times.TIME_NOUNS:
        return at + 2
    if word in times.TIME_ADVERBS:
        return at + 1
    if word in times.TIME_MODIFIERS and following in _SPELLS:
        return at + 2
    if (moment := skip_moment(tokens, at)) > at:
        return moment
    if word in {"late", "early"} and following in {"on", "in"}:
        return at + 1
    if (word in COMMA_OR_DASH or word == "(") and (closed := _past_parenthesis(tokens, at)):
        return closed
    if word == "when" and following in PRESSED:
        opener = _opener_before_comma(tokens, at + 2)
        return at if opener is None else opener
    if word == "ahead" and following == "of":
        return place if (place := _past_prepositional(tokens, at + 1)) > at + 1 else at
    if word in lexicon.PREPOSITIONS and not (word == "to" and _is_deed(tokens, at + 1)):
        return _past_prepositional(tokens, at)
    return at


def _is_deed(tokens: list[Token], at: int) -> bool:
    """Whether "to" opens what somebody will do ("promised to repeal a law that"), and not to whom it is said."""
    word = word_at(tokens, at)
    listens = (
        word in lexicon.DETERMINERS or word in lexicon.AUDIENCE_NOUNS or word in lexicon.ANY_OBJECT_PRONOUNS
    )
    return not (listens or word.endswith("s") or (at < len(tokens) and tokens[at].is_capital))


def _leads_up(tokens: list[Token], at: int) -> bool:
    """Whether what was said begins at `at`, or when and where it was said: "said only that", "said only on Friday that"."""
    word = word_at(tokens, at + (word_at(tokens, at) == ","))
    return word in _LEADS_UP or word[:1] == QUOTED


def _past_parenthesis(tokens: list[Token], comma: int) -> int | None:
    """In "claimed, without evidence, that ..." and "said (and her lawyer confirmed) that", where "that" stands."""
    close = ")" if tokens[comma].text == "(" else tokens[comma].text
    for i in range(comma + 2, min(len(tokens) - 1, comma + _PARENTHESIS_WINDOW)):
        if tokens[i].text == close:
            return i + 1 if close == ")" or tokens[i + 1].lower == "that" else None
        if not tokens[i].is_word:
            break
    return None


def _past_prepositional(tokens: list[Token], at: int) -> int:
    """Past a prepositional phrase that tells when, where or to whom; else stay."""
    if starts_approximation(tokens, at):
        return at  # "said at least three papers were lost"
    opener = _opener_before_comma(tokens, at + 1)
    if opener is not None and (tokens[opener].lower != "that" or _opens_words(tokens, opener + 1)):
        return opener
    if word_at(tokens, at + 1) in _DAYS_AND_MONTHS:
        return skip_day_or_month(tokens, at + 1)
    for i in range(at + 1, min(len(tokens), at + _VENUE_WINDOW)):
        if tokens[i].lower in nouns.VENUES and word_at(tokens, i + 1) not in nouns.VENUES:
            return at if _is_told_of(tokens, i + 1) else skip_venue_modifier(tokens, i + 1)
        if tokens[i].lower in lexicon.AUDIENCE_NOUNS:
            return i + 1
        if tokens[i].is_quote and is_programme_title(tokens, at, i):
            return skip_programme(tokens, i)
        if not tokens[i].is_word:
            break
    return at


def _is_told_of(tokens: list[Token], at: int) -> bool:
    """Whether "that" tells of where something was said: "in a speech that ran for hours", but not "that costs rose"."""
    if word_at(tokens, at) != "that" or at + 1 >= len(tokens):
        return False
    verb = tokens[at + 1]
    does = is_finite(verb) and (not verb.lower.endswith("s") or verb.lower in lexicon.AUXILIARY_VERBS)
    return does or starts_transitive_past(tokens, at + 1)  # "at a rally that angered the council"


def _opens_words(tokens: list[Token], at: int) -> bool:
    """Whether a clause or a quotation begins here."""
    return starts_clause(tokens, at) or (
        at < len(tokens) and (tokens[at].is_quote or starts_transitive_clause(tokens, at))
    )


def _opener_before_comma(tokens: list[Token], start: int) -> int | None:
    """The next "that", colon or quotation, unless a comma comes first that closes no aside."""
    closed = start
    for i in range(start, min(len(tokens), start + _WINDOW)):
        if i < closed:
            continue
        begins = is_finite(tokens[i]) and (tokens[i - 1].lower in lexicon.SUBJECT_PRONOUNS or closed > start)
        if begins and not (i == start + 1 and tokens[start - 1].lower in {"before", "after"}):
            return None  # "on Thursday she had", "in Vale, Harth, rents were": the words have begun
        if tokens[i].is_quote and _is_begun(tokens, i, start):
            return None
        if tokens[i].is_quote and is_programme_title(tokens, start - 1, i):
            continue  # 'said on "Sunday Report" that'
        if tokens[i].lower == "that" and tokens[i - 1].lower in _NOUNS_WITH_THAT:
            return None  # "agreed to speak on condition that"
        if tokens[i].lower in {"that", ":"} or tokens[i].is_quote:
            # "after the meeting that was held" goes on about the meeting.
            return None if word_at(tokens, i + 1) in lexicon.BE or _is_told_of(tokens, i) else i
        if tokens[i].text in {",", ";"}:
            if word_at(tokens, i + 1) == "that" and not any(token.text == "," for token in tokens[:start]):
                return i + 1
            closed = _aside_end(tokens, i)
            if not closed:
                return None
    return None


def _aside_end(tokens: list[Token], comma: int) -> int:
    """Where ", Ohio," or ", where she is paid, that" ends behind what tells where something was said; 0 where no such aside opens."""
    window = range(comma + 2, min(len(tokens) - 1, comma + _LONGEST_CIRCUMSTANCE))
    close = next((i for i in window if tokens[i].text == ","), 0)
    aside = tokens[comma + 1 : close]
    if not aside or (aside[0].lower in lexicon.CLAUSE_OPENERS and aside[0].lower not in lexicon.RELATIVES):
        return 0
    is_name = all(token.is_capital or token.text == "." for token in aside)
    is_told = (is_name or aside[0].lower in _OPENS_ASIDE) and word_at(tokens, close + 1) == "that"
    return close + 1 if is_told or (is_name and tokens[comma - 1].is_capital) else 0


def _is_begun(tokens: list[Token], quote: int, start: int) -> bool:
    """In "on Facebook he "couldn't breathe"" and "on Friday the firm "had lied"", the quotation holds but the verb."""
    words = [(i, tokens[i].lower) for i in range(quote - 1, start - 1, -1)]
    venue = next((i for i, word in words if word in nouns.VENUES or word in _DAYS_AND_MONTHS), quote)
    begun = tokens[venue + 1 : quote]
    opens = bool(begun) and begun[0].lower in _SUBJECT_OPENERS
    return opens and all(token.is_word and token.lower not in _NO_SUBJECT for token in begun)
