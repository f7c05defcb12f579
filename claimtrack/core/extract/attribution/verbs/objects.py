"""Whether a reporting verb has a plain object instead of reported content: "claimed no victims", "confirmed it", "a figure the union disputes"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.works import is_programme_title
from claimtrack.core.extract.attribution.verbs.unlisted import contains_unlisted_verb
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import (
    CURRENCIES,
    QUANTITY_SYMBOLS,
    has_predicate,
    starts_approximation,
    starts_clause,
)
from claimtrack.core.extract.words.finding import contains_word, find_word, has_quote, skip_capitals, word_at
from claimtrack.core.extract.words.reading import Token, inflect, words_of
from claimtrack.core.extract.words.verbs import is_adverb, is_finite, may_be_verb

_OPENS_BARE_OBJECT = (lexicon.DETERMINERS | lexicon.QUANTIFIER_PRONOUNS) - {"that"}
_CLAIMED_WITHOUT_ARTICLE = words_of(
    "responsibility victory credit ownership damages compensation benefits asylum"
)
_OBJECT_PRONOUNS = words_of("this it him her them me us so as")
_OPENS_FRONTED_OBJECT = lexicon.ARTICLES | {"not", "those"}
_BEFORE_ARTICLE = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.DETERMINERS
_ACCUSING = ("accus", "blam", "urg")
"""Stems of verbs whose accusation follows the person accused: "accused him of fraud"."""
STORIES = words_of(
    "story stories tale tales version versions account lie lies joke jokes anecdote anecdotes truth"
)
_LONGEST_NOUN = 4  # tokens
_NUMBER_SCALES = words_of("hundred thousand million billion trillion percent dozen")
_NUMBER_WORDS = (lexicon.CARDINALS_AND_A - {"a", "one"}) | {"none"}
_AFTER_OBJECT = lexicon.PREPOSITIONS | times.TIME_ADVERBS | lexicon.CONJUNCTIONS
_FREQUENCY_WORDS = words_of("once twice thrice again")
_COURTS = words_of("court magistrates tribunal")
_LONGEST_COURT = 6  # words from "at" to a court: "at Vale and Orava Crown Court"
_LONGEST_SUBJECT = 5  # tokens
_SHORTEST_PREDICATE = 10  # characters. A shorter quotation is a name or a nickname, no predicate.
_SHORTEST_QUOTED_CLAUSE = 20  # a longer quotation may contain a clause
_JUDGING = words_of("find finds found think thinks thought consider considers considered")
_WITHIN_NUMBER = _NUMBER_SCALES | _NUMBER_WORDS | {"a"}

_OPENS_FRONTED_CLAUSE = words_of(lexicon.TRUE_SUBORDINATORS, "since until once before")
_GREETINGS = words_of("goodbye farewell hello goodnight")
_GREETING_WINDOW = 3  # tokens from the verb to the greeting
_SPEECH_WINDOW = 6  # tokens from "concluded" to "by saying"
_FEELING = words_of("feel feels felt")
_TAKING_TOPIC = inflect(
    "joke comment remark hint conclude agree boast brag insist muse marvel object elaborate rant rage lament "
    "guess speculate add hope"
)
"""Verbs whose topic a preposition introduces: "joked about his age", "hinted at a change", "added to it"."""
_ANSWERED_NOUNS = lexicon.REPORTING_NOUNS | {"complaint", "complaints", "question", "questions"}
_TOPIC_PREPOSITIONS = words_of("about of on upon at with to into over as for by up from")


def is_bare_object(tokens: list[Token], at: int, start: int) -> bool:
    """Whether a noun phrase without a verb follows: "claimed no victims", "claimed responsibility", but not "claimed the vote was stolen"."""
    if word_at(tokens, start) in _CLAIMED_WITHOUT_ARTICLE and not is_finite(
        tokens[min(start + 1, len(tokens) - 1)]
    ):
        return True
    is_object_opener = word_at(tokens, start) in _OPENS_BARE_OBJECT
    has_verb = any(t.is_quote or may_be_verb(t) for t in tokens[start:])
    return is_object_opener and not (has_verb or contains_unlisted_verb(tokens, at, start))


def _has_story_object(tokens: list[Token], at: int, start: int) -> bool:
    """Whether the object is only a noun for a story: "told the Courier a different story"."""
    is_noun = tokens[at].lower in lexicon.TELL and word_at(tokens, start) in _OPENS_BARE_OBJECT
    is_story = is_noun and contains_word(tokens[start + 1 : start + _LONGEST_NOUN], STORIES)
    return is_story and not has_predicate(tokens, start, len(tokens))


def _adds_thing(tokens: list[Token], start: int) -> bool:
    """Whether a thing is added, not words: "added 4,000 jobs", "added a plug for himself", but not "added 300 had gone"."""
    is_known = tokens[start].lower == "the"  # "added the size of the port and the mill was wrong"
    joints = (
        i
        for i in range(start, len(tokens))
        if tokens[i].text in ",;."
        or (
            tokens[i].lower in {"and", "but"}
            and not (is_known and i + 1 < len(tokens) and not may_be_verb(tokens[i + 1]))
        )
    )
    end = next(joints, len(tokens))
    is_noun = tokens[start].is_word and tokens[start].lower not in lexicon.CLAUSE_OPENERS
    return is_noun and not has_quote(tokens, start, end + 1) and not has_predicate(tokens, start, end)


def starts_topic_phrase(tokens: list[Token], at: int, start: int) -> bool:
    """Whether a preposition introduces the verb's topic, not its content: "joked about moving", "hints at a change", "adding to her lead".

    After "said" the phrase gives time, place or topic unless a clause follows: "what he had said about them in May".
    """
    verb, first = tokens[at].lower, word_at(tokens, start)
    is_lapse = first in {"soon", "shortly"} and word_at(tokens, start + 1) in {"after", "before"}
    if is_lapse and has_quote(tokens, 0, at):
        return True  # ""We won," Doe tweeted soon after the vote was lost"
    if verb.startswith("add") and (first in {"to", "up"} or _adds_thing(tokens, start)):
        return True
    if (
        tokens[0].lower in _OPENS_FRONTED_CLAUSE
        and verb not in lexicon.ZERO_THAT_VERBS
        and _is_in_fronted_clause(tokens, at, start)
    ):
        return True
    is_topic = first in _TOPIC_PREPOSITIONS and start == at + 1 and verb in _TAKING_TOPIC
    is_place = first in lexicon.PREPOSITIONS or (first.endswith(("ed", "ing")) and has_quote(tokens, 0, at))
    if not (is_topic or is_place) or starts_approximation(tokens, start):
        return False
    programme = next((i for i in range(start + 1, len(tokens)) if tokens[i].is_quote), 0)
    if programme and not is_programme_title(tokens, start, programme):
        return False
    if is_topic:
        return not any(_opens_content(tokens, i) for i in range(start + 2, len(tokens) - 2))
    relative = (i for i in range(start + 2, len(tokens) - 1) if tokens[i].lower == "that")
    # "the fair that was held"
    end = next((i for i in relative if tokens[i + 1].lower in lexicon.BE), len(tokens))
    return not word_at(tokens, start + 1)[:1].isdigit() and not has_predicate(tokens, start + 1, end)


def _is_in_fronted_clause(tokens: list[Token], at: int, start: int) -> bool:
    """Whether the object ends with a comma in a fronted clause: "After Moor lamented the cut, Lund rose", "Since Moor alleged fraud, three have left"."""
    in_front = not contains_word(tokens[:at], ",")
    that = tokens[start].lower == "that"
    if not tokens[start].is_word or (that and not in_front):
        return False
    comma = find_word(tokens, ",", start, default=start)
    fewest = 1 if in_front and not that else 2
    return comma >= start + fewest and not has_predicate(tokens, start, comma)


def _opens_content(tokens: list[Token], at: int) -> bool:
    """Whether the comma or "that" at `at` may introduce content after a time or place: "added on Monday, the pool is shut"."""
    if tokens[at].lower == "that":
        return tokens[at + 1].lower not in lexicon.AUXILIARY_VERBS
    return tokens[at].text == "," and tokens[at + 1].lower in lexicon.SUBJECT_PRONOUNS


def has_only_object(tokens: list[Token], at: int, start: int) -> bool:
    """Whether nothing follows the verb but its object: "confirmed it on Monday", "replied with a nod"."""
    first, following = word_at(tokens, start), word_at(tokens, start + 1)
    is_typical = tokens[at].lower not in lexicon.SAY_FORMS and _has_typical_object(tokens, at, start)
    if is_typical or _is_set_phrase(tokens, at, start) or first.endswith(("self", "selves")):
        return True
    if first not in _OBJECT_PRONOUNS or tokens[at].lower.startswith(_ACCUSING):
        return False
    if (
        tokens[at].lower in _JUDGING
        and start + 1 < len(tokens)
        and not (has_predicate(tokens, start + 1, len(tokens)) or contains_unlisted_verb(tokens, at, start))
    ):
        return True  # "found it empty", "think it too low"
    if has_quote(tokens, start + 1, start + 2):
        return False  # "said it "took note""
    if following == "at" and tokens[at].lower in lexicon.PUTS:
        return False  # "put it at 40"
    third = word_at(tokens, start + 2)
    if following in times.TIME_ADVERBS and third[:1].isalpha() and third not in _AFTER_OBJECT:
        return False  # "said it now saw a rise"
    if following in _FREQUENCY_WORDS or third == "times":
        return True  # "repeated it nine times"
    ends = (
        start + 1 < len(tokens)
        and is_adverb(tokens[start + 1])
        and (third in lexicon.PREPOSITIONS or not third.isalpha())
    )
    return following in _AFTER_OBJECT or ends or not (following[:1].isalnum() or following in CURRENCIES)


def _is_set_phrase(tokens: list[Token], at: int, start: int) -> bool:
    """Whether the words report nothing together: "says one last goodbye", "it felt wrong", "concluded his speech by saying that S"."""
    verb = tokens[at].lower
    if verb in lexicon.SAY:
        return contains_word(tokens[start : start + _GREETING_WINDOW], _GREETINGS)
    if verb in _FEELING:
        return word_at(tokens, at - 1) == "it"
    by = find_word(tokens, "by", start + 1, start + _SPEECH_WINDOW) if verb.startswith("conclud") else 0
    return by > 0 and word_at(tokens, by + 1) in lexicon.REPORTING_PARTICIPLES


def _has_typical_object(tokens: list[Token], at: int, start: int) -> bool:
    """Whether the verb has an object typical of its kind: "replied with a nod", "told of it", "showed them"."""
    verb, first = tokens[at].lower, word_at(tokens, start)
    if verb.startswith(("repl", "respond")) and (
        first in lexicon.PREPOSITIONS or contains_word(tokens[at:start], _ANSWERED_NOUNS)
    ):
        return True  # "responded to complaints by the union that S"
    if first == "of" and verb in lexicon.TELL and not has_quote(tokens, start + 1, start + 2):
        return True  # "The accounts tell of rapid growth"
    if (
        first in lexicon.TOPIC_PREPOSITIONS
        and verb not in lexicon.SAY
        and not starts_approximation(tokens, start)
    ):
        return True
    if _has_story_object(tokens, at, start) or (
        verb.startswith("answer") and _names_those_answered(tokens, start)
    ):
        return True
    return verb.startswith("show") and first in {"him", "her", "them", "us", "me"}


def _names_those_answered(tokens: list[Token], start: int) -> bool:
    """Whether the people answered follow the verb: "is answering critics who say S"."""
    who = find_word(tokens, "who", start + 1, start + _LONGEST_NOUN)
    return who > 0 and all(t.is_word and not is_finite(t) for t in tokens[start:who])


def is_fronted_object(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the phrase begins with the object of the verb: "a figure the union disputes", "not the 12 it told of"."""
    if tokens[start].lower in _OPENS_FRONTED_OBJECT and tokens[end - 1].lower in lexicon.THIRD_PERSON:
        return True
    if contains_word(tokens[start:end], "who"):
        return False
    return tokens[start].lower in lexicon.ARTICLES and any(
        tokens[i].lower in lexicon.ARTICLES
        and tokens[i - 1].is_word
        and tokens[i - 1].lower not in _BEFORE_ARTICLE
        for i in range(start + 2, end)
    )


def has_relative_subject(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the verb's subject follows a relative "that": "a sum that campaigners argue", but not "a report that leaked says"."""
    that = find_word(tokens, {"that", "which"}, start + 1, end - 1)
    return that > 0 and not any(map(may_be_verb, tokens[that + 1 : end]))


def is_bare_number(tokens: list[Token], start: int) -> bool:
    """Whether only a number follows to the end of the sentence: "organisers say 4,000", "Kyiv says none", "say only six"."""
    hedged = next(
        (i for i in range(start, len(tokens)) if tokens[i].lower not in lexicon.QUANTITY_MODIFIERS),
        len(tokens),
    )
    counted = [token for token in tokens[hedged:] if token.text != "."]
    opens = any(token.text[0].isdigit() or token.lower in _NUMBER_WORDS for token in counted[:2])
    return opens and all(
        token.text[0].isdigit() or token.text in QUANTITY_SYMBOLS or token.lower in _WITHIN_NUMBER
        for token in counted
    )


def starts_agreed_clause(tokens: list[Token], at: int, start: int) -> bool:
    """Whether a clause follows "agreed", rather than what was agreed on."""
    if tokens[start].lower in lexicon.CLAUSE_OPENERS:
        return True
    return not {tokens[at + 1].lower, tokens[start].lower} & lexicon.PREPOSITIONS and starts_clause(
        tokens, start
    )


def is_court_plea(tokens: list[Token], start: int) -> bool:
    """Whether the admission was a plea in court, which the outlet reports as its own: "admitted stealing it at Vale Crown Court"."""
    court = find_word(tokens, _COURTS, start + 1)
    window = range(court - 1, max(start, court - _LONGEST_COURT), -1)
    return any(tokens[i].lower in {"at", "before", "in"} for i in window if court)


def starts_quoted_predicate(tokens: list[Token], at: int) -> bool:
    """Whether a subject and its quoted predicate follow: "insisted Lassen "left no debt"", "warned the deal "lacks teeth" and that S"."""
    end = skip_capitals(tokens, at)
    if at < end < len(tokens) and tokens[end].is_quote:
        return True
    end = at + (word_at(tokens, at) in lexicon.DETERMINERS)
    while end < min(len(tokens), at + _LONGEST_SUBJECT) and tokens[end].is_word:
        if tokens[end].lower in lexicon.PREPOSITIONS:
            return False
        end += 1
    if not at + 1 < end < len(tokens) or not _is_long_quote(tokens[end]):
        return False
    return end >= len(tokens) - 2 or (
        word_at(tokens, end + 1) == "and" and word_at(tokens, end + 2) == "that"
    )


def is_quoted_finding(tokens: list[Token], at: int, start: int) -> bool:
    """Whether a quotation too short to contain a verb is what something was found to be: "found the service "not adequate"."""
    quote = len(tokens) - 1 - (tokens[-1].text == ".")
    is_short = tokens[quote].is_quote and len(tokens[quote].text) < _SHORTEST_QUOTED_CLAUSE
    return tokens[at].lower == "found" and is_short and not has_predicate(tokens, start, quote)


def _is_long_quote(token: Token) -> bool:
    """Whether the quotation is long enough to be a predicate."""
    return token.is_quote and len(token.text) >= _SHORTEST_PREDICATE
