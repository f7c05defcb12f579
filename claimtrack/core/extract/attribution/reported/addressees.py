"""To whom somebody speaks: "told reporters", "warned the House committee", "told Radio 4's Today programme"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.verbs.unlisted import contains_unlisted_verb
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import has_quote, is_predicate, starts_clause, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_adverb, is_finite, may_be_verb

_AFTER_ADDRESSEE = word_set("that : how why what whether")
_ADDRESSEE_WINDOW, _ADDRESSEE_LENGTH, _RELATIVE_WINDOW, _PUT_TO_WINDOW = 10, 5, 25, 9
_AGREED_WINDOW, _CONFIRMED_WINDOW = 25, 4
_REPORT_NOUNS = frozenset({"report", "reports", "rumours", "rumors"})
_GENERIC_ADDRESSEES = word_set("anyone anybody everyone everybody crowd crowds audience audiences those")
_LONGEST_PROGRAMME = 40  # characters, marks included
_LONGEST_MOMENT = 7
_NOT_IN_ADDRESSEE = lexicon.FINITE | {"he", "she", "they"}
_CLAUSE_STARTERS = _NOT_IN_ADDRESSEE | {"his", "their", "its"}
_PLACE_PREPOSITIONS = frozenset({"in", "at", "outside", "near", "during", "after", "before"})
_OUTLETS = word_set(
    "programme program broadcast broadcaster channel station newspaper magazine show podcast radio television daily weekly tabloid broadsheet paper website"
)
_BEFORE_PROGRAMME = lexicon.ADDRESSEE_VERBS | {"on", "to"}
_AFTER_PROGRAMME = times.TIME_ADVERBS | times.TIME_MODIFIERS | {"on", "in", "at", "during", ".", ",", ""}
_NUMBERED = frozenset({"radio", "channel"})  # nouns that a number follows: "told Radio 4's Today programme"
_QUANTITY_ADVERBS = frozenset({"only", "just", "even", "almost", "more", "fewer", "less", "up", "now"})
_AUDIENCE_HEADS = _GENERIC_ADDRESSEES | nouns.AUDIENCES | {"council", "board"}
_AUDIENCE_EVENTS = nouns.AUDIENCES | {"conference", "briefing", "rally", "summit"}
_ADDRESSEE_NOUNS = nouns.SPEAKERS | lexicon.AUDIENCE_NOUNS
_STOP_ADDRESSEE = lexicon.SUBJECT_OPENERS | lexicon.PREPOSITIONS | lexicon.FINITE | lexicon.QUESTION_WORDS
_OF = frozenset({"of"})
_OCCASIONS = nouns.VENUES | times.WEEKDAYS | times.MONTHS


def skip_addressee(tokens: list[Token], at: int) -> int:
    """The index after the addressee of a verb of telling: "reporters", "the BBC", "the House committee"."""
    if skipped := _skip_modified_addressee(tokens, at) or _skip_apposed_addressee(tokens, at):
        return skipped
    for i in range(at, min(len(tokens), at + _ADDRESSEE_WINDOW)):
        if tokens[i].lower in _AFTER_ADDRESSEE:
            following = word_at(tokens, i + 1)
            is_relative = tokens[i].lower == "that" and (following in lexicon.BE or following in lexicon.HAVE)
            if is_relative and any(token.lower in lexicon.PREPOSITIONS for token in tokens[at:i]):
                break  # "told reporters at a gym that was serving as a shelter"
            return i
        if tokens[i].is_quote:
            if is_programme_title(tokens, at, i):
                return skip_programme(tokens, i)
            if any(_starts_new_noun_phrase(tokens, j) for j in range(max(at + 1, i - 2), i)):
                break  # "told reporters the attack "killed 12""
            return i if _holds_addressee(tokens, at, i) else at
        orders = tokens[i].lower == "to" and tokens[i - 1].lower in _ADDRESSEE_NOUNS
        if orders or tokens[i].text == "," or tokens[i].text in _CLAUSE_STARTERS:
            break  # "may", but not in "told a hearing in May that"
    if tokens[at].lower in lexicon.ANY_OBJECT_PRONOUNS:
        return at + 1
    end = at + 1 if tokens[at].lower in lexicon.DETERMINERS else at
    if end < len(tokens) and tokens[end].is_capital:
        while end < len(tokens) and (
            tokens[end].is_capital
            or tokens[end].lower == "of"
            or tokens[end - 1].lower in _NUMBERED
            or (tokens[end].text == "'" and tokens[end + 1 : end + 2] and tokens[end + 1].is_capital)
        ):
            end += 1  # also "Fox News' Ann Lee"
        if tokens[end - 1].lower.endswith("'s") and word_at(tokens, end).isalpha():
            return _skip_common_noun(tokens, end, end)  # "told Tuesday's meeting 40 homes were lost"
        following = word_at(tokens, end + 1)
        noun = word_at(tokens, end)  # "told Moorline executives to wait", "... he was wrong"
        is_noun = (noun in nouns.SPEAKERS or lexicon.singular(noun) in nouns.TITLES) and (
            following == "to" or following in lexicon.SUBJECT_OPENERS
        )
        named = next((i for i in range(end + 1, len(tokens)) if not tokens[i].is_capital), 0)
        after = [word_at(tokens, i) for i in range(named, named + _ADDRESSEE_WINDOW)]
        is_content = "that" in after[1:] or after[0] in lexicon.SUBJECT_OPENERS
        if noun in nouns.PERSONS and named > end + 1 and is_content and not is_finite(tokens[named]):
            return named  # "told Times columnist Ann Lee in an interview that"
        return end + 1 if is_noun or noun in _OUTLETS or (end == at + 2 and noun in _AUDIENCE_HEADS) else end
    return _skip_common_noun(tokens, at, end)


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
    is_predicated = (
        start < end and verb < len(tokens) and is_predicate(tokens, verb)
    )  # "prices more than doubled"
    is_predicated = is_predicated or contains_unlisted_verb(tokens, at, start)
    return is_predicated and (verb > end or not starts_clause(tokens, end))


def skip_person_described(tokens: list[Token], said: int) -> int:
    """The index of the closing quotation in "said of Doe, her only rival, "S""; else `said`."""
    if word_at(tokens, said) not in {"of", "about"}:
        return said
    quote = len(tokens) - 1 - (tokens[-1].text == ".")
    if word_at(tokens, said + 1)[:1].isdigit() or word_at(tokens, said + 1) in lexicon.CARDINALS_AND_A:
        return said  # "said about 40 people, all of them nurses, "lost their jobs""
    is_closing_quote = quote > said + 2 and tokens[quote].is_quote
    between = tokens[said + 1 : quote - 1]
    plain = all((t.is_word or t.text == ",") and not is_finite(t) for t in between)
    return quote if is_closing_quote and plain and tokens[quote - 1].text == "," else said


def skip_interlocutor(tokens: list[Token], at: int) -> int:
    """The index of "that" in "agreed with counsel that S" and "confirmed a report by the broadcaster NRK that S"; else 0."""
    agrees = tokens[at].lower.startswith("agree") and word_at(tokens, at + 1) == "with"
    confirms = tokens[at].lower.startswith("confirm") and any(
        token.lower in _REPORT_NOUNS for token in tokens[at + 1 : at + _CONFIRMED_WINDOW]
    )
    for i in range(at + 2, min(len(tokens) - 1, at + _AGREED_WINDOW) if agrees or confirms else 0):
        if tokens[i].lower == "that":
            return i if starts_clause(tokens, i + 1) else 0
        if not (tokens[i].is_word or tokens[i].text == ",") or is_finite(tokens[i]):
            break
    return 0


def _skip_modified_addressee(tokens: list[Token], at: int) -> int:
    """The index of the last "that" in "told anyone who would listen that S" and "told parents who had gathered there that S"; else 0."""
    window = range(at + 1, min(len(tokens) - 1, at + _ADDRESSEE_LENGTH))
    who = next((i for i in window if tokens[i].lower in {"who", "that"}), at)
    would = tokens[who - 1].lower in _GENERIC_ADDRESSEES and tokens[who + 1].lower in {"will", "would"}
    did = (
        tokens[who].lower == "who"
        and tokens[who - 1].lower in _ADDRESSEE_NOUNS
        and may_be_verb(tokens[who + 1])
    )
    if who == at or not (would or did):
        return 0
    window = range(who + 2, min(len(tokens), who + _RELATIVE_WINDOW))
    that = next((i for i in window if tokens[i].lower == "that" or tokens[i].lower in lexicon.CUES), 0)
    return that if word_at(tokens, that) == "that" and starts_clause(tokens, that) else 0


def _skip_apposed_addressee(tokens: list[Token], at: int) -> int:
    """The index of "that" in "told her deputy, Bo Lund, that S" and "told Bo Lund, her deputy, that S"; else 0."""
    comma = next((i for i in range(at, at + _ADDRESSEE_LENGTH + 1) if word_at(tokens, i) in {",", ""}), at)
    if word_at(tokens, comma) != "," or not _can_be_addressee(tokens, at, comma):
        return 0
    if word_at(tokens, at - 1) == "telling":
        return 0  # "He could do so by telling Jane Doe, the chair, that S"
    window = range(comma + 2, min(len(tokens) - 1, comma + _ADDRESSEE_WINDOW))
    close = next((i for i in window if not tokens[i].is_word), 0)
    if word_at(tokens, close) == ":" and tokens[close - 1].is_capital:
        return close
    that = next((i for i in range(close + 1, close + _LONGEST_MOMENT) if word_at(tokens, i) == "that"), 0)
    # ", the firm's owner, on Oct. 31 that S"
    has_time = that == close + 1 or word_at(tokens, close + 1) in {"on", "in", "last", "at", "during"}
    return that if word_at(tokens, close) == "," and that and has_time else 0


def _can_be_addressee(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words end in a name or a noun for people: "her deputy", "Ann Lee"."""
    if start == end or any(token.lower in _NOT_IN_ADDRESSEE for token in tokens[start:end]):
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


def is_programme_title(tokens: list[Token], at: int, quote: int) -> bool:
    """Whether a quotation is the title of a programme: "told Vale News's "Sunday Report" that S", ""S," she told V8's "Live" on Monday"."""
    before, is_short = tokens[quote - 1], len(tokens[quote].text) <= _LONGEST_PROGRAMME
    if before.lower in {"titled", "entitled"}:
        return is_short
    if word_at(tokens, quote + 1) == "that":
        return is_short and (before.is_capital or before.lower in _BEFORE_PROGRAMME)
    following = word_at(tokens, quote + 1)
    if tokens[quote - 1].lower in lexicon.ADDRESSEE_VERBS and following in {"after", "when", "on"}:
        return is_short and has_quote(tokens, 0, quote)  # ""S," she told "Dawn" on Monday"
    is_theirs = quote > at and before.lower.endswith(("'s", "s'"))
    is_place = before.is_capital and (
        following in _OUTLETS
        or (following in _AFTER_PROGRAMME and (has_quote(tokens, 0, at) or _has_that_nearby(tokens, quote)))
    )
    return is_short and is_theirs and (is_place or starts_clause(tokens, quote + 1))


def _has_that_nearby(tokens: list[Token], quote: int) -> bool:
    """Whether "that" follows the time of the programme: "on V8's "Dawn" on Monday that S"."""
    return any(word_at(tokens, i) == "that" for i in range(quote + 1, quote + _ADDRESSEE_LENGTH))


def skip_programme(tokens: list[Token], quote: int) -> int:
    """The index after the title of a programme: "on CNB's "Dawn" show", "on CNB's "Dawn""."""
    return quote + 1 + (word_at(tokens, quote + 1) in _OUTLETS)


def _starts_new_noun_phrase(tokens: list[Token], at: int) -> bool:
    """Whether one noun phrase ends and another begins: "reporters the attack", "the BBC she", but not "the head of the council"."""
    before = tokens[at - 1]
    opens = tokens[at].lower in lexicon.SUBJECT_PRONOUNS or tokens[at].lower in lexicon.NOUN_OPENERS
    is_noun = before.lower not in lexicon.PREPOSITIONS and before.lower not in lexicon.DETERMINERS
    return opens and before.is_word and is_noun


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
    measures = token.lower in _QUANTITY_ADVERBS or is_adverb(token) or (at > start and is_number)
    return measures and tokens[at - 1].lower not in lexicon.DETERMINERS  # "told a more complicated story"


def _skip_common_noun(tokens: list[Token], at: int, end: int) -> int:
    """The index after an addressee named by a common noun: "the court", "her staff"; `at` if it is the subject of the content."""
    while end < len(tokens) and end - at < _ADDRESSEE_LENGTH:
        token = tokens[end]
        if (
            not token.is_word
            or token.is_capital
            or token.lower in _STOP_ADDRESSEE
            or _starts_quantity(tokens, end, at)
        ):
            break
        end += 1
        if token.lower.endswith("s") and token.lower in _ADDRESSEE_NOUNS:
            break
    named = next((i for i in range(end, len(tokens)) if not tokens[i].is_capital), end)
    if word_at(tokens, end - 1) in _OUTLETS and word_at(tokens, named) in lexicon.SUBJECT_OPENERS:
        end = named  # "told the broadcaster TV Vale she had left"
    hearing = next((i for i in range(at, end - 1) if tokens[i].lower in _AUDIENCE_EVENTS), at - 1)
    # "told the court police had called"
    return hearing + 1 if _is_content_subject(tokens, at, end, is_audience=hearing >= at) else end


def _is_content_subject(tokens: list[Token], at: int, end: int, *, is_audience: bool) -> bool:
    """Whether the words are the subject of the content, not an addressee: "warned 40 homes were lost", "warns 12 more will die"."""
    following = word_at(tokens, end)
    begins = following in lexicon.DETERMINERS or following in lexicon.SUBJECT_PRONOUNS
    counts = tokens[at].text[0].isdigit() and not (begins or tokens[end - 1].lower in _ADDRESSEE_NOUNS)
    has_addressee = tokens[at - 1].lower in lexicon.TELL and not is_audience
    is_subject = _is_subject_with_phrase(tokens, end, _OF if has_addressee else lexicon.PREPOSITIONS)
    return end > at and (counts or following in lexicon.AUXILIARY_VERBS or is_subject)


def _is_subject_with_phrase(tokens: list[Token], at: int, joining: frozenset[str]) -> bool:
    """Whether a prepositional phrase ends the subject of a verb: "warned its supply of masks would run out".

    After a verb of telling, any other preposition gives the place: "told reporters in Vale rents had risen". The time or occasion
    of a warning is no part of the subject: "warned staff in an email jobs would go".
    """
    window = range(at + 2, min(len(tokens), at + _ADDRESSEE_LENGTH))
    verb = next((i for i in window if tokens[i].lower in lexicon.AUXILIARY_VERBS), 0)
    between = tokens[at + 2 : verb]
    time_words = tokens[at + 1 : verb - 1] if word_at(tokens, at) not in _OF else []
    return (
        word_at(tokens, at) in joining
        and not any(token.lower in _OCCASIONS for token in time_words)
        and verb > 0
        and all(token.is_word for token in tokens[at:verb])
        and not any(token.lower in lexicon.SUBJECT_OPENERS for token in between)
    )
