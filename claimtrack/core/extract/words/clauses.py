"""What does a range of tokens hold: a clause, a quotation, how many words?"""

from __future__ import annotations

from itertools import takewhile

from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.finding import count_words, find_word, has_quote, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.verbs import (
    has_past_ending,
    is_adverb,
    is_finite,
    may_be_past,
    may_be_verb,
)

_VERB_ENDINGS = ("ed", "n't", "'s", "'re", "'ve", "'ll", "'d")
MIN_CONTENT = 3  # words in the content of a report; fewer state nothing
_CLAUSE_WINDOW = 22  # tokens from the start of a clause within which its verb appears
_LONGEST_SUBJECT = 8  # tokens
CURRENCIES = frozenset("$£€¥₹₦₽₩")
QUANTITY_SYMBOLS = CURRENCIES | {"%"}
CURRENCY_WORDS = words_of("rs ksh kshs sh shs ush tsh tk dh dhs")
"""Currency abbreviations before an amount, with a stop: "Rs. 450"."""
_OBJECT_OPENERS = lexicon.DETERMINERS | QUANTITY_SYMBOLS | CURRENCY_WORDS
_AFTER_OBJECT = lexicon.PREPOSITIONS | {"and", "but"}
_PEOPLE_NOUNS = words_of("people men women children police")
PREVERBAL_ADVERBS = words_of("now still already often also never always")
_AFTER_PASSIVE_FOUND = _AFTER_OBJECT | {"that", "dead", "guilty", ".", ""}
_BEFORE_PARTICIPLE = lexicon.BEFORE_NOUN | lexicon.AUXILIARIES
_VERB_COMPLEMENTS = {verb: words_of(words) for verb, words in {
    "accounts": "for", "amounts": "to", "relies": "on", "lies": "in with at closer ahead", "differs": "from", "stems": "from",
    "consists": "of", "conflicts": "with", "clashes": "with", "contrasts": "with", "tallies": "with",
    "offered": "to", "agreed": "to", "refused": "to", "decided": "to", "tried": "to", "wanted": "to", "hoped": "to", "admitted": "to",
}.items()}  # fmt: skip
"""Verbs recognised by the word after them: "potash accounts for half of it", "a lawyer offered to go"."""
_VERBS = lexicon.FINITE | lexicon.BASE_VERBS | lexicon.BASE_VERBS_OR_NOUNS | lexicon.INTRANSITIVE_PASTS
_VERBS |= {"cost", "found", *_VERB_COMPLEMENTS}
"""All words that `is_predicate` may take for a verb, except those in -ed."""
_NOT_BEFORE_VERB = words_of("and or but to , the a an its his their my our")
WH_RELATIVES = words_of("who which whose")
_SINGULAR_ENDINGS = ("'s", "ss", "us", "is")
_SUBJECT_FORMS = words_of("he she they we i")
_PREDICATE_WORDS, _PREDICATE_ENDINGS = _VERBS | _SUBJECT_FORMS | lexicon.CUES, (*_VERB_ENDINGS, "s")
VAGUE_QUANTIFIERS = words_of("many much few little")  # quantifiers in "as many as 300"
_APPROXIMATOR_PAIRS = {"at": words_of("least most"), "as": VAGUE_QUANTIFIERS}
_APPROXIMATORS = words_of("about over under around between")
_ADJUNCT_OPENERS = words_of("instead rather ahead apart aside prior")
_TIME_OPENERS = words_of("in on at before during last again already")
_LONGEST_MOMENT = 4  # tokens of a time that ends a sentence: "said that in 2012."
_DEMONSTRATED_NOUNS = words_of("way approach observation sentiment point message")
DASHES = frozenset({"—", "--", "-"})  # a hyphen between blanks is the dash of British newspapers
COMMA_OR_DASH = DASHES | {","}
CLAUSE_PUNCTUATION = COMMA_OR_DASH | {";"}
_CLAUSE_OR_REPORT_OPENERS = lexicon.NEW_CLAUSE_OPENERS | lexicon.REPORTING_PARTICIPLES
_CONCESSIVE_OR_CAUSAL = words_of("though although because")


def starts_content(tokens: list[Token], start: int) -> bool:
    """Whether a quotation or at least `MIN_CONTENT` words follow from `start`."""
    end = len(tokens)
    is_long = count_words(tokens, start, start + MIN_CONTENT) == MIN_CONTENT  # the usual case
    return is_long or count_words(tokens, start, end) >= MIN_CONTENT or has_quote(tokens, start, end)


def starts_clause(tokens: list[Token], at: int) -> bool:
    """Whether a full clause begins at `at`, not a mere object: in "claims the entire sea and is in a dispute", a verb follows only after "and"."""
    first = word_at(tokens, at)
    if first in {"", "to"} or (first == "that" and is_anaphoric_that(tokens, at)):
        return False
    if first in lexicon.CLAUSE_OPENERS:
        return not (first in lexicon.QUESTION_WORDS and word_at(tokens, at + 1) == "to")
    in_relative = has_relative = False
    for i in range(at + 1, min(len(tokens), at + _CLAUSE_WINDOW)):
        word = tokens[i].lower
        concedes = word in _CONCESSIVE_OR_CAUSAL and word_at(tokens, i + 1) in lexicon.SUBJECT_OPENERS
        if word == ";" or (concedes and tokens[i - 1].text != ","):
            return False  # "accepted nine of its points; two were struck out", "promised more although it was late"
        if word in WH_RELATIVES or (word == "that" and tokens[i - 1].lower not in lexicon.PREPOSITIONS):
            in_relative = has_relative = True  # but "half of that sum" is anaphoric and no relative clause
        elif tokens[i].text in {",", "and", "but"}:
            if _is_age_apposition(tokens, i):
                continue
            if (has_verb := _has_verb_after_joint(tokens, i, in_relative, has_relative)) is not None:
                return has_verb
        elif is_predicate(tokens, i):
            if not in_relative:
                return True
            # "posted a clip in which Doe says rents fell": the content belongs to the clip, too; so does "was arrested" to "who".
            following = word_at(tokens, i + 1)
            helps = word in lexicon.BE and (has_past_ending(following) or following in lexicon.FINITE)
            in_relative = helps or word in lexicon.SAY
    return False


def _has_verb_after_joint(
    tokens: list[Token], joint: int, in_relative: bool, has_relative: bool
) -> bool | None:
    """Whether the verb of a clause follows a comma, "and" or "but"; False if the clause has ended without one, None if it goes on."""
    following, is_comma = word_at(tokens, joint + 1), tokens[joint].text == ","
    if _is_age_apposition(tokens, joint - 2):  # "allege Lund, 42, took it"
        return following in lexicon.FINITE or has_past_ending(following)
    if tokens[joint].text == "and" and not in_relative and starts_transitive_past(tokens, joint + 1):
        return False  # "lamented the tone and left the hall"
    if following in lexicon.ZERO_THAT_VERBS or (
        following in lexicon.CUES and word_at(tokens, joint + 2) == "that"
    ):
        return False  # "confirmed the search and said", "feared it, said"
    if is_comma and _starts_new_clause(tokens, joint):
        return False
    # "claim the boat, which was built in 2011, sank"
    closes_relative = has_relative and is_comma and joint + 1 < len(tokens)
    return True if closes_relative and may_be_verb(tokens[joint + 1]) else None


def _is_age_apposition(tokens: list[Token], comma: int) -> bool:
    """Whether an age as apposition begins at the comma: ", 42,"."""
    age = word_at(tokens, comma + 1)
    return age.isdigit() and word_at(tokens, comma) == word_at(tokens, comma + 2) == ","


def is_anaphoric_that(tokens: list[Token], at: int) -> bool:
    """Whether "that" refers back to an earlier statement: "five neighbours dispute that claim"."""
    if word_at(tokens, at) != "that" or at + 1 >= len(tokens):
        return False
    if tokens[at + 1].text == ",":
        following = word_at(tokens, at + 2)
        return following.endswith("ing") or following in {"but", "and", ""}
    if tokens[at + 1].text in ".;" or tokens[at + 1].lower in lexicon.COORDINATORS:
        return True
    rest = tokens[at + 1 :]
    is_moment = len(rest) <= _LONGEST_MOMENT and rest[0].lower in _TIME_OPENERS
    if is_moment and not any(is_finite(t) or t.is_quote for t in rest):
        return True  # "said that in 2012", "has said that before"
    ends_object = word_at(tokens, at + 2) in _AFTER_OBJECT or not word_at(tokens, at + 2).isalpha()
    if tokens[at + 1].lower in _DEMONSTRATED_NOUNS:
        comma = find_word(tokens, ",", at + 2, default=len(tokens))
        return ends_object and not has_predicate(tokens, at + 2, comma)
    return tokens[at + 1].lower in lexicon.ANAPHORIC_NOUNS and ends_object


def _starts_new_clause(tokens: list[Token], comma: int) -> bool:
    """Whether a clause or an apposition ("found sugar on a comet, the first time ...") follows the comma."""
    following = word_at(tokens, comma + 1)
    is_apposition = following in lexicon.ARTICLES and not tokens[comma - 1].is_capital
    return is_apposition or following in _CLAUSE_OR_REPORT_OPENERS


def is_predicate(tokens: list[Token], at: int) -> bool:
    """Whether the token is the verb of a clause, judged by its form and the word before it: "the siren failed"."""
    word = tokens[at].lower
    if word not in _VERBS and word[-2:] != "ed":
        return False  # most words are not verbs
    previous = tokens[at - 1].lower
    if previous in _NOT_BEFORE_VERB:
        return False
    if is_finite(tokens[at]) or word_at(tokens, at + 1) in _VERB_COMPLEMENTS.get(word, ()):
        return True
    if previous in PREVERBAL_ADVERBS and at > 1 and (word in lexicon.BASE_VERBS or word.endswith("ed")):
        # "bosses now earn more", "the list still carried it"
        return word_at(tokens, at - 2).endswith("s") or (word.endswith("ed") and tokens[at - 2].is_word)
    if word == "cost" and _can_start_object(word_at(tokens, at + 1)) and previous not in lexicon.AUXILIARIES:
        return True  # "the pool cost $4m"
    if word in lexicon.BASE_VERBS or (
        word in lexicon.BASE_VERBS_OR_NOUNS and _can_start_object(word_at(tokens, at + 1))
    ):
        is_plural = previous.endswith("s") and not previous.endswith(_SINGULAR_ENDINGS)
        return is_plural or previous in lexicon.PLURALS
    if word == "found" and word_at(tokens, at + 1) not in _AFTER_PASSIVE_FOUND:  # "divers found oil"
        return tokens[at - 1].is_capital or previous.endswith("s") or previous in _PEOPLE_NOUNS
    if word in lexicon.INTRANSITIVE_PASTS and previous == "than":
        return word_at(tokens, at - 2) == "more"  # "prices more than doubled"
    if word in lexicon.INTRANSITIVE_PASTS and tokens[at - 1].is_word and previous not in _BEFORE_PARTICIPLE:
        return not is_adverb(tokens[at - 1])  # "the siren failed", but "the failed siren"
    is_past = has_past_ending(word) and word != "dated"
    return is_past and (_follows_subject(tokens, at) or word_at(tokens, at + 1) in lexicon.OBJECT_PRONOUNS)


def _follows_subject(tokens: list[Token], at: int) -> bool:
    """Whether the token before a past-tense verb may be its subject: "rents doubled", "they barely moved"."""
    before = tokens[at - 1 - (at > 1 and tokens[at - 1].lower.endswith(("self", "selves")))]  # "Moor himself"
    if is_adverb(before) and at > 1:
        return tokens[at - 2].lower in _SUBJECT_FORMS
    word = before.lower
    is_plural = word.endswith("s") and not word.endswith("'s") and word not in lexicon.DETERMINERS
    return is_plural or (before.is_capital and not word.endswith("'s")) or word in _PEOPLE_NOUNS


def has_predicate(tokens: list[Token], start: int, end: int) -> bool:
    """Whether some verb in the range makes it a clause rather than a phrase: "rents fell", not "the fall in rents"."""
    for i in range(start, end):
        word = tokens[i].lower
        if (word in _PREDICATE_WORDS or word.endswith(_PREDICATE_ENDINGS)) and (
            is_finite(tokens[i])
            or (word.endswith(_VERB_ENDINGS) and not tokens[i].is_capital and not _is_attributive(tokens, i))
            or may_be_third_person(tokens, i)
            or (word in _SUBJECT_FORMS and i + 1 < end and tokens[i + 1].is_word)
            or (i > start and (is_predicate(tokens, i) or _is_cue_verb(tokens, i)))
        ):
            return True
    return False


def _is_attributive(tokens: list[Token], at: int) -> bool:
    """Whether "'s" is a possessive, or a participle modifies a noun: "the committee's chairman", "the displaced persons"."""
    openers = lexicon.DETERMINERS if tokens[at].lower.endswith("'s") else lexicon.ARTICLES
    return word_at(tokens, at - 1) in openers


def may_be_third_person(tokens: list[Token], at: int) -> bool:
    """Whether the token may be a third-person verb that no list contains: "traces the", "lists 40", "tracks about 40"."""
    word = tokens[at].lower
    following = word_at(tokens, at + 1) if word.endswith("s") else ""
    takes_object = _can_start_object(following) or following in lexicon.OBJECT_PRONOUNS
    if not takes_object and not (following == "about" and starts_approximation(tokens, at + 1)):
        return False
    owns = word.endswith("'s") and following[:1].isdigit()  # "the county's 900 stations", but "it's a sham"
    return not (owns or word in lexicon.DETERMINERS or word in lexicon.PREPOSITIONS)


def _can_start_object(word: str) -> bool:
    """Whether the word may start an object: "imports the", "imports 18"."""
    return word in _OBJECT_OPENERS or word[:1].isdigit()


def starts_number(token: Token) -> bool:
    """Whether the token starts a number or an amount: "4", "$40m"."""
    return token.text[0].isdigit() or token.text[0] in CURRENCIES


def starts_transitive_past(tokens: list[Token], at: int) -> bool:
    """Whether a past-tense verb with an object begins here: "closed two schools", but not "held on Monday" or "held this week"."""
    after = word_at(tokens, at + 1)
    has_object = _can_start_object(after) and after not in times.TIME_MODIFIERS
    return has_object and may_be_past(tokens[at])


def starts_transitive_clause(tokens: list[Token], at: int) -> bool:
    """Whether a subject begins here, followed by a past-tense verb with an object: "the council closed two schools"."""
    words = takewhile(lambda i: tokens[i].is_word, range(at, min(len(tokens), at + _LONGEST_SUBJECT)))
    verb = next((i for i in words if may_be_past(tokens[i])), at)
    return verb > at and tokens[at].lower not in lexicon.PREPOSITIONS and starts_transitive_past(tokens, verb)


def _is_cue_verb(tokens: list[Token], at: int) -> bool:
    """Whether the token is a reporting verb after its subject, though it might be a noun: "Beijing claims", "neighbours dispute"."""
    word, before = tokens[at].lower, tokens[at - 1]
    if word not in lexicon.CUES or tokens[at].is_capital:
        return False
    if word.endswith("s"):
        return before.is_capital
    return lexicon.is_base_form(word) and before.lower.endswith("s")


def starts_adjunct(tokens: list[Token], at: int) -> bool:
    """Whether an adjunct begins here that needs a predicate after it: "In May", "Replying to him from Ranchi", "Two days after"."""
    at += tokens[at].lower in lexicon.COORDINATORS
    first, following = word_at(tokens, at), word_at(tokens, at + 1)
    if first in lexicon.PREPOSITIONS:
        return not starts_approximation(tokens, at)
    unit = at + (first in lexicon.CARDINALS_AND_A or first.isdigit())
    if word_at(tokens, unit) in times.TIME_UNITS and word_at(tokens, unit + 1) in times.AFTER_BEFORE:
        return True
    return (first.endswith("ing") or first in _ADJUNCT_OPENERS) and following in lexicon.PREPOSITIONS


def starts_approximation(tokens: list[Token], at: int) -> bool:
    """Whether an approximate quantity begins here rather than a prepositional phrase: "About 300 drivers", "at least 12", "As many as 40"."""
    first, following = word_at(tokens, at), word_at(tokens, at + 1)
    if following in _APPROXIMATOR_PAIRS.get(first, ()):
        # "as many scientists believe" contains no quantity
        return first != "as" or word_at(tokens, at + 2) == "as"
    counts = following[:1].isdigit() or following in lexicon.CARDINALS_AND_A or following in CURRENCIES
    return first in _APPROXIMATORS and counts
