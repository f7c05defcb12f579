"""To whom somebody speaks: "told reporters", "warned the House committee", "told Radio 4's Today programme"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.works import (
    OUTLET_NOUNS,
    is_programme_title,
    skip_programme,
)
from claimtrack.core.extract.attribution.verbs.unlisted import contains_unlisted_verb
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, is_predicate, starts_clause
from claimtrack.core.extract.words.finding import contains_word, find_word, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.verbs import is_adverb, is_finite, may_be_verb

_CONTENT_OPENERS = words_of("that : how why what whether")
_ADDRESSEE_WINDOW = 10  # tokens after the verb, or after a name, that are searched for "that"
_LONGEST_ADDRESSEE = 5  # tokens
_RELATIVE_WINDOW = 25  # tokens from "who" to "that": "told parents who had gathered there that S"
_PUT_TO_WINDOW = 9  # tokens from "put it to" to "that"
_AGREED_WINDOW = 25  # tokens from "agreed with" or "confirmed a report" to "that"
_CONFIRMED_WINDOW = 4  # tokens from "confirmed" to "report"
_REPORT_NOUNS = words_of("report reports rumours rumors")
_GENERIC_ADDRESSEES = words_of("anyone anybody everyone everybody crowd crowds audience audiences those")
_LONGEST_MOMENT = 7  # tokens of a time before "that": ", the firm's owner, on Oct. 31 that S"
_NOT_IN_ADDRESSEE = lexicon.FINITE | {"he", "she", "they"}
_CLAUSE_STARTERS = _NOT_IN_ADDRESSEE | {"his", "their", "its"}
_PLACE_PREPOSITIONS = words_of("in at outside near during after before")
_NUMBERED = words_of("radio channel")  # nouns that a number follows: "told Radio 4's Today programme"
_QUANTITY_ADVERBS = words_of("only just even almost more fewer less up now")
_AUDIENCE_HEADS = _GENERIC_ADDRESSEES | nouns.AUDIENCES | {"council", "board"}
_AUDIENCE_EVENTS = nouns.AUDIENCES | {"conference", "briefing", "rally", "summit"}
_ADDRESSEE_NOUNS = nouns.SPEAKERS | lexicon.AUDIENCE_NOUNS
_NOT_IN_COMMON_ADDRESSEE = (
    lexicon.SUBJECT_OPENERS | lexicon.PREPOSITIONS | lexicon.FINITE | lexicon.QUESTION_WORDS
)
_OF_ONLY = words_of("of")
_OCCASIONS = nouns.VENUES | times.WEEKDAYS | times.MONTHS


def skip_addressee(tokens: list[Token], at: int) -> int:
    """The index after the addressee of a verb of telling: "reporters", "the BBC", "the House committee"."""
    if skipped := _skip_modified_addressee(tokens, at) or _skip_apposed_addressee(tokens, at):
        return skipped
    if (content := _find_marked_content(tokens, at)) is not None:
        return content
    if tokens[at].text == "US":
        return _skip_common_noun(tokens, at, at + 1)  # "told US regulators the brakes fail"
    if tokens[at].lower in lexicon.ANY_OBJECT_PRONOUNS:
        return at + 1
    start = at + (tokens[at].lower in lexicon.DETERMINERS)
    if start < len(tokens) and tokens[start].is_capital:
        return _skip_named_addressee(tokens, at, start)
    return _skip_common_noun(tokens, at, start)


def _find_marked_content(tokens: list[Token], at: int) -> int | None:
    """The index of the "that", colon, question word or quotation that opens the content; None if nothing marks its start."""
    for i in range(at, min(len(tokens), at + _ADDRESSEE_WINDOW)):
        word, following = tokens[i].lower, word_at(tokens, i + 1)
        if word in _CONTENT_OPENERS:
            is_relative = word == "that" and (following in lexicon.BE or following in lexicon.HAVE)
            # "told reporters at a gym that was serving as a shelter"
            modifies_place = is_relative and contains_word(tokens[at:i], lexicon.PREPOSITIONS)
            return None if modifies_place else i
        if tokens[i].is_quote:
            if is_programme_title(tokens, at, i):
                return skip_programme(tokens, i)
            if any(_starts_new_noun_phrase(tokens, j) for j in range(max(at + 1, i - 2), i)):
                return None  # "told reporters the attack "killed 12""
            return i if _holds_addressee(tokens, at, i) else at
        is_order = word == "to" and tokens[i - 1].lower in _ADDRESSEE_NOUNS
        if is_order or tokens[i].text in COMMA_OR_DASH or tokens[i].text in _CLAUSE_STARTERS:
            return None  # "may", but not in "told a hearing in May that"
    return None


def _skip_named_addressee(tokens: list[Token], at: int, start: int) -> int:
    """The index after an addressee whose name begins at `start`: "the House", "Radio 4's Today programme", "Times columnist Ann Lee"."""
    end = start
    while end < len(tokens) and (
        tokens[end].is_capital
        or tokens[end].lower == "of"
        or tokens[end - 1].lower in _NUMBERED
        or (tokens[end].text == "'" and tokens[end + 1 : end + 2] and tokens[end + 1].is_capital)
    ):
        end += 1  # also "Fox News' Ann Lee"
    noun, following = word_at(tokens, end), word_at(tokens, end + 1)
    if tokens[end - 1].lower.endswith("'s") and noun.isalpha():
        return _skip_common_noun(tokens, end, end)  # "told Tuesday's meeting 40 homes were lost"
    name_end = next((i for i in range(end + 1, len(tokens)) if not tokens[i].is_capital), 0)
    if noun in nouns.PERSONS and name_end > end + 1 and not is_finite(tokens[name_end]):
        after = [word_at(tokens, i) for i in range(name_end, name_end + _ADDRESSEE_WINDOW)]
        if "that" in after[1:] or after[0] in lexicon.SUBJECT_OPENERS:
            return name_end  # "told Times columnist Ann Lee in an interview that"
    # "told Moorline executives to wait", "told Moorline executives he was wrong"
    is_people = (noun in nouns.SPEAKERS or lexicon.singular(noun) in nouns.TITLES) and (
        following == "to" or following in lexicon.SUBJECT_OPENERS
    )
    is_audience = end == at + 2 and noun in _AUDIENCE_HEADS
    return end + (is_people or is_audience or noun in OUTLET_NOUNS)


def skip_location(tokens: list[Token], at: int) -> int:
    """The index after the place where the addressee is told: "told reporters *in Vale* rents had risen", "*outside the court* she was innocent"."""
    if word_at(tokens, at) not in _PLACE_PREPOSITIONS or at + 2 >= len(tokens):
        return at
    end = at + 1
    while end < len(tokens) - 1 and tokens[end].is_capital:
        end += 1
    if tokens[at + 1].lower in times.TIME_NOUNS:
        return at  # "in May"
    if end > at + 1:
        is_content = tokens[end].is_word and tokens[end].lower not in lexicon.COORDINATORS
        return end if is_content and starts_clause(tokens, end) else at
    window = range(at + 3, min(len(tokens), at + 5)) if tokens[end].lower in lexicon.DETERMINERS else ()
    opens = (i for i in window if tokens[i].lower in lexicon.SUBJECT_OPENERS and tokens[i].lower != "that")
    return next((i for i in opens if starts_clause(tokens, i)), at)


def is_verb_subject(tokens: list[Token], at: int, start: int, end: int) -> bool:
    """Whether what follows "warned" is the subject of a verb, not an addressee: "warned rents fell", "warned the mine employs 400"."""
    if word_at(tokens, end) in lexicon.AUXILIARY_VERBS:
        return True
    verb = end + 2 * (word_at(tokens, end) == "more" and word_at(tokens, end + 1) == "than")
    # "prices more than doubled"
    is_predicated = start < end and verb < len(tokens) and is_predicate(tokens, verb)
    is_predicated = is_predicated or contains_unlisted_verb(tokens, at, start)
    return is_predicated and (verb > end or not starts_clause(tokens, end))


def skip_person_described(tokens: list[Token], at: int) -> int:
    """The index of the closing quotation in "said of Doe, her only rival, "S""; else `at`, the index of "of"."""
    if word_at(tokens, at) not in {"of", "about"}:
        return at
    if word_at(tokens, at + 1)[:1].isdigit() or word_at(tokens, at + 1) in lexicon.CARDINALS_AND_A:
        return at  # "said about 40 people, all of them nurses, "lost their jobs""
    quote = len(tokens) - 1 - (tokens[-1].text == ".")
    is_closing = quote > at + 2 and tokens[quote].is_quote and tokens[quote - 1].text == ","
    between = tokens[at + 1 : quote - 1]
    is_phrase = all((t.is_word or t.text == ",") and not is_finite(t) for t in between)
    return quote if is_closing and is_phrase else at


def skip_interlocutor(tokens: list[Token], at: int) -> int:
    """The index of "that" in "agreed with counsel that S" and "confirmed a report by the broadcaster NRK that S"; else 0."""
    is_agreement = tokens[at].lower.startswith("agree") and word_at(tokens, at + 1) == "with"
    is_confirmation = tokens[at].lower.startswith("confirm") and contains_word(
        tokens[at + 1 : at + _CONFIRMED_WINDOW], _REPORT_NOUNS
    )
    for i in range(
        at + 2, min(len(tokens) - 1, at + _AGREED_WINDOW) if is_agreement or is_confirmation else 0
    ):
        if tokens[i].lower == "that":
            return i if starts_clause(tokens, i + 1) else 0
    return 0


def _skip_modified_addressee(tokens: list[Token], at: int) -> int:
    """The index of the last "that" in "told anyone who would listen that S" and "told parents who had gathered there that S"; else 0."""
    who = find_word(
        tokens, {"who", "that"}, at + 1, min(len(tokens) - 1, at + _LONGEST_ADDRESSEE), default=at
    )
    is_generic = tokens[who - 1].lower in _GENERIC_ADDRESSEES and tokens[who + 1].lower in {"will", "would"}
    is_past = (
        tokens[who].lower == "who"
        and tokens[who - 1].lower in _ADDRESSEE_NOUNS
        and may_be_verb(tokens[who + 1])
    )
    if who == at or not (is_generic or is_past):
        return 0
    window = range(who + 2, min(len(tokens), who + _RELATIVE_WINDOW))
    that = next((i for i in window if tokens[i].lower == "that" or tokens[i].lower in lexicon.CUES), 0)
    return that if word_at(tokens, that) == "that" and starts_clause(tokens, that) else 0


def _skip_apposed_addressee(tokens: list[Token], at: int) -> int:
    """The index of "that" in "told her deputy, Bo Lund, that S" and "told Bo Lund, her deputy, that S"; else 0."""
    comma = next((i for i in range(at, at + _LONGEST_ADDRESSEE + 1) if word_at(tokens, i) in {",", ""}), at)
    if word_at(tokens, comma) != "," or not _can_be_addressee(tokens, at, comma):
        return 0
    if word_at(tokens, at - 1) == "telling":
        return 0  # "He could do so by telling Jane Doe, the chair, that S"
    window = range(comma + 2, min(len(tokens) - 1, comma + _ADDRESSEE_WINDOW))
    close = next((i for i in window if not tokens[i].is_word), 0)
    if word_at(tokens, close) == ":" and tokens[close - 1].is_capital:
        return close
    that = find_word(tokens, "that", close + 1, close + _LONGEST_MOMENT)
    # ", the firm's owner, on Oct. 31 that S"
    has_time = that == close + 1 or word_at(tokens, close + 1) in {"on", "in", "last", "at", "during"}
    return that if word_at(tokens, close) == "," and that and has_time else 0


def _can_be_addressee(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words end in a name or a noun for people: "her deputy", "Ann Lee"."""
    if start == end or contains_word(tokens[start:end], _NOT_IN_ADDRESSEE):
        return False
    last = tokens[end - 1]
    return last.is_capital or last.lower in _ADDRESSEE_NOUNS or last.lower in nouns.KIN


def skip_put_to(tokens: list[Token], at: int) -> int:
    """The index of "that" or the colon in "put it to the witness that S" and "puts it more bluntly: S"; else 0."""
    if not (tokens[at].lower in lexicon.PUTS and word_at(tokens, at + 1) == "it"):
        return 0
    window = range(at + 2, min(len(tokens) - 1, at + _PUT_TO_WINDOW))
    if word_at(tokens, at + 2) == "to":
        return next((i for i in window if i > at + 3 and tokens[i].lower == "that"), 0)
    end = next((i for i in window if not tokens[i].is_word), 0)
    return end if word_at(tokens, end) == ":" else 0


def ends_in_addressee(tokens: list[Token], cue: int, end: int) -> bool:
    """Whether a name ends what follows the verb: "told the Forum, a club"; not "said on Monday, a day after"."""
    last = tokens[end - 1]
    return end > cue + 1 and last.is_capital and last.lower not in times.TIME_NOUNS


def _starts_new_noun_phrase(tokens: list[Token], at: int) -> bool:
    """Whether one noun phrase ends and another begins: "reporters the attack", "the BBC she", but not "the head of the council"."""
    before = tokens[at - 1]
    is_opener = tokens[at].lower in lexicon.SUBJECT_PRONOUNS or tokens[at].lower in lexicon.NOUN_OPENERS
    is_noun = before.lower not in lexicon.PREPOSITIONS and before.lower not in lexicon.DETERMINERS
    return is_opener and before.is_word and is_noun


def _holds_addressee(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the words before a quotation are the addressee: not so in "warned the deal "lacks teeth""."""
    is_telling = tokens[at - 1].lower in lexicon.TELL
    return is_telling or any(
        token.is_capital or token.lower in _ADDRESSEE_NOUNS or token.lower in lexicon.ANY_OBJECT_PRONOUNS
        for token in tokens[at:end]
    )


def _starts_quantity(tokens: list[Token], at: int, start: int) -> bool:
    """Whether "only", "nearly" or, after an addressee, a number begins the content: "told staff 12 trains ran"."""
    token = tokens[at]
    is_number = token.text[0].isdigit() or token.lower in lexicon.CARDINALS_AND_A
    is_quantifier = token.lower in _QUANTITY_ADVERBS or is_adverb(token) or (at > start and is_number)
    return (
        is_quantifier and tokens[at - 1].lower not in lexicon.DETERMINERS
    )  # "told a more complicated story"


def _skip_common_noun(tokens: list[Token], at: int, end: int) -> int:
    """The index after an addressee named by a common noun: "the court", "her staff"; `at` if it is the subject of the content."""
    while end < len(tokens) and end - at < _LONGEST_ADDRESSEE:
        token = tokens[end]
        if (
            not token.is_word
            or token.is_capital
            or token.lower in _NOT_IN_COMMON_ADDRESSEE
            or _starts_quantity(tokens, end, at)
        ):
            break
        end += 1
        if token.lower.endswith("s") and token.lower in _ADDRESSEE_NOUNS:
            break
    name_end = next((i for i in range(end, len(tokens)) if not tokens[i].is_capital), end)
    if word_at(tokens, end - 1) in OUTLET_NOUNS and word_at(tokens, name_end) in lexicon.SUBJECT_OPENERS:
        end = name_end  # "told the broadcaster TV Vale she had left"
    event = find_word(tokens, _AUDIENCE_EVENTS, at, end - 1, default=at - 1)
    # "told the court police had called"
    return event + 1 if _is_content_subject(tokens, at, end, is_audience=event >= at) else end


def _is_content_subject(tokens: list[Token], at: int, end: int, *, is_audience: bool) -> bool:
    """Whether the words are the subject of the content, not an addressee: "warned 40 homes were lost", "warns 12 more will die"."""
    following = word_at(tokens, end)
    is_followed_by_subject = following in lexicon.DETERMINERS or following in lexicon.SUBJECT_PRONOUNS
    is_number = tokens[at].text[0].isdigit() and not (
        is_followed_by_subject or tokens[end - 1].lower in _ADDRESSEE_NOUNS
    )
    has_addressee = tokens[at - 1].lower in lexicon.TELL and not is_audience
    is_subject = _is_subject_with_phrase(tokens, end, _OF_ONLY if has_addressee else lexicon.PREPOSITIONS)
    return end > at and (is_number or following in lexicon.AUXILIARY_VERBS or is_subject)


def _is_subject_with_phrase(tokens: list[Token], at: int, joining: frozenset[str]) -> bool:
    """Whether a prepositional phrase ends the subject of a verb: "warned its supply of masks would run out".

    After a verb of telling, any other preposition gives the place: "told reporters in Vale rents had risen". The time or occasion
    of a warning is no part of the subject: "warned staff in an email jobs would go".
    """
    verb = find_word(tokens, lexicon.AUXILIARY_VERBS, at + 2, at + _LONGEST_ADDRESSEE)
    between = tokens[at + 2 : verb]
    time_words = tokens[at + 1 : verb - 1] if word_at(tokens, at) not in _OF_ONLY else []
    return (
        word_at(tokens, at) in joining
        and not contains_word(time_words, _OCCASIONS)
        and verb > 0
        and all(token.is_word for token in tokens[at:verb])
        and not contains_word(between, lexicon.SUBJECT_OPENERS)
    )
