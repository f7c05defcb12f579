"""Whether a word is a verb that no list tells for one: bare forms ("say", "report") by the subject before them, others by the object behind them: "the vaccine causes strokes"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, CURRENCIES, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import has_past_ending, is_adverb, is_finite

_LONGEST_COUNTED = 10
_NO_DEED = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.DETERMINERS | times.TIME_ADVERBS | times.TIME_NOUNS
    | times.TIME_MODIFIERS | lexicon.RELATIVES | lexicon.PRONOUNS | lexicon.NOUN_PREPOSITIONS | word_set("around along beyond off up down")
    | word_set("per more less fewer new old dead missing abroad overseas online short too not ill homeless worth due available")
)  # fmt: skip
"""Words behind a counted noun that are no verbs."""
SHARE_WORDS = frozenset({"%", "percent", "cent"})  # what so many are told by: "42% say"
_MANY = lexicon.PLURALS | SHARE_WORDS
_OPENS_OBJECT = lexicon.DETERMINERS - {"this", "each", "every"}
_NO_OBJECT = lexicon.PREPOSITIONS | times.TIME_ADVERBS | lexicon.CONJUNCTIONS | times.TIME_MODIFIERS
_CLAIMING = tuple(
    "claim alleg argu admit not insist warn confirm reveal believ ruled conced acknowledg stress suggest disclos "
    "announc indicat predict estimat complain contend assert declar testif hint impl determin conclud calculat reckon "
    "boast fear hop found find show think thought suspect accept caution assur observ report emphasi counter retort".split()
)
"""How verbs begin that mostly report a clause."""
_LONGEST_SUBJECT = 9
_BARS = lexicon.RELATIVES | lexicon.CONJUNCTIONS | lexicon.AUXILIARY_VERBS | {"to"}
_OBJECTS = (
    lexicon.DETERMINERS | lexicon.OBJECT_PRONOUNS | {"it", "more", "less", "fewer", "nearly", "almost"}
) - {"that"}
_NO_OBJECT_BEHIND = (
    _NO_OBJECT | lexicon.RELATIVES | lexicon.VERBS | word_set("not ago around out up off down away back")
)
_NO_THIRD_PERSON = nouns.SPEAKERS | nouns.BODY_NAME_WORDS | nouns.DOCUMENTS
_NOUNS_IN_S = word_set(
    "sports sales savings arms news goods operations communications admissions results affairs services systems rights "
    "decades years months weeks days hours times lives clothes customs headquarters works politics economics physics "
    "plans talks claims costs needs perhaps demands cuts rates prices details names charges elections figures numbers terms"
)
"""Plurals that stand before another noun: "the sales team", "the plans council leaders made"."""
_DESCRIBING = word_set(
    "new newly old first second third fully highly recently major big large small single joint more most well so-called much"
)
"""Behind these a word in -ed tells of the noun that follows."""
_NO_PAST = word_set(
    "named called aged dubbed titled given offered awarded turned based born dated numbered entitled elected armed united limited hundred naked sacred need"
)
_COLLECTIVES = word_set(
    "team group trio pair committee panel union board government club crew council family couple"
)
_ONLY_VERBS = word_set("say insist believe argue maintain warn allege deny")  # bare forms that are no nouns
_AFTER_COLLECTIVE = frozenset({"", ".", ",", "in"})
_OF_DOCUMENTS = frozenset({"from", "of", "by", "dated"})
_LONGEST_ORIGIN, _LONGEST_JOINED = 7, 4


def has_counted_subject(tokens: list[Token], said: int) -> bool:
    """Whether a figure and a verb that no list knows follow: "estimates 40,000 people sleep rough", "40% of voters back the plan"."""
    if not (tokens[said].text[0].isdigit() or tokens[said].lower in lexicon.CARDINALS):
        return False
    for i in range(said + 1, min(len(tokens) - 1, said + _LONGEST_COUNTED)):
        if not (tokens[i].is_word or tokens[i].text == "%"):
            return False
        if _are_many(tokens[i - 1]) and _does(tokens, i):
            return True
    return False


def _are_many(token: Token) -> bool:
    word = token.lower
    return word in _MANY or (word.endswith("s") and not word.endswith(("ss", "'s")))


def _does(tokens: list[Token], at: int) -> bool:
    """Whether a bare verb with its object or one more word stands here: "back the plan", "sleep rough"; not "in May"."""
    verb, following = tokens[at], word_at(tokens, at + 1)
    if (
        not verb.text.islower()
        or verb.lower in _NO_DEED
        or verb.lower.endswith(("ed", "ing", "ly", "wide", "s"))
    ):
        return False
    is_object = following in _OPENS_OBJECT or following[:1].isdigit()
    return is_object or (following.isalpha() and following not in _NO_OBJECT)


def contains_unlisted_verb(tokens: list[Token], at: int, said: int) -> bool:
    """Whether "claims" at `at` has a clause behind it whose verb no list knows: "the vaccine causes strokes", "the firm leaked oil"."""
    if has_counted_subject(tokens, said):
        return True
    if word_at(tokens, said) == "to":
        return False  # "hopes to release scented water"
    if not tokens[at].lower.startswith(_CLAIMING) or tokens[at - 1].lower in lexicon.OBJECT_PRONOUNS:
        return False  # "let them think"
    for i in range(said + 1, min(len(tokens) - 1, said + _LONGEST_SUBJECT)):
        if not tokens[i].is_word or tokens[i].lower in _BARS or _tells_which(tokens, said, i):
            return False
        if _is_unlisted_verb(tokens, i):
            return True
    return False


def contains_inner_verb(tokens: list[Token], start: int, end: int) -> bool:
    """Whether what should name somebody behind his verb is a clause: "Doe, the mayor, said the tax hurts shops"."""
    return any(_is_unlisted_verb(tokens, i) for i in range(start + 2, end - 1))


def _tells_which(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a second noun begins that tells of the first one: "the sum the council owes"."""
    before = tokens[at - 1]
    opens = tokens[at].lower in lexicon.NOUN_OPENERS and at > start + 1
    return opens and before.lower not in lexicon.PREPOSITIONS and not is_adverb(before)


def _is_unlisted_verb(tokens: list[Token], at: int) -> bool:
    """Whether a word is a verb by the noun before it and the object behind it; not so in "400 jobs a year"."""
    word, before, following = tokens[at].lower, tokens[at - 1], word_at(tokens, at + 1)
    if (
        not tokens[at].text.islower()
        or before.lower in lexicon.BEFORE_NOUN
        or before.lower.endswith(("'s", "s'"))
    ):
        return False
    if before.text[0].isdigit() or not times.PERIOD_NOUNS.isdisjoint((following, word_at(tokens, at + 2))):
        return False
    has_object = following in _OBJECTS or following[:1] in CURRENCIES
    has_object = has_object or any(map(str.isdigit, following[:2]))  # "40", "N90bn"
    may_have = following.isalpha() and not following.endswith(("ing", "ly", "ed"))
    may_have = may_have and following not in _NO_OBJECT_BEHIND
    if has_past_ending(word):
        if before.lower in _DESCRIBING:
            return False  # "a new integrated alarm"
        return word not in _NO_PAST and (has_object or may_have)
    if _are_many(before):
        return has_object and _does(tokens, at)
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in _NOUNS_IN_S:
        is_noun = word in _NO_THIRD_PERSON or lexicon.singular(word) in _NO_THIRD_PERSON
        return has_object or (may_have and not is_noun)
    return False


def is_base_form_verb(tokens: list[Token], at: int, group: int) -> bool:
    """Whether a bare form ("say", "dispute") is a verb here: a plural or an auxiliary stands before it."""
    if tokens[at].lower in _ONLY_VERBS and _is_body(tokens, at, group):
        return True  # "HMRC say", "the crew insist"
    previous = tokens[at - 1]
    if group < at and previous.lower not in {"also", "still", "now"} and not is_adverb(previous):
        return True
    if group == 0:
        return False
    before = tokens[group - 1]
    if is_document_noun(tokens, at):
        return False
    # In "It expects demand to grow" the last word is a noun.
    expects = before.lower in lexicon.THINK or (before.lower in lexicon.FINITE and not before.is_capital)
    return (
        before.text in COMMA_OR_DASH
        or before.lower in SHARE_WORDS
        or before.text == ")"
        or before.lower.endswith("'d")  # "he'd say only that S"
        or before.lower in lexicon.PLURALS
        or _is_collective(tokens, at, group)
        or (before.lower.endswith(("s", "men")) and not expects)
        or word_at(tokens, group - 2) in {"did", "does", "do"}
        or _are_joined(tokens, group)
        or has_plural_head(tokens, find_subject_start(tokens, group), group)
        or any(
            lexicon.is_plural_head(token.lower) for token in tokens[find_subject_start(tokens, group) : group]
        )
    )


def is_document_noun(tokens: list[Token], at: int) -> bool:
    """Whether the word is a document of the police, which speaks itself: "A police report from 2019 says S"."""
    if tokens[at].lower not in nouns.DOCUMENTS:
        return False
    if word_at(tokens, at - 2) in lexicon.INDEFINITE_ARTICLES:
        return True
    tells = word_at(tokens, at + 1) in _OF_DOCUMENTS
    return tells and any(
        token.lower in lexicon.ZERO_THAT_VERBS for token in tokens[at + 2 : at + _LONGEST_ORIGIN]
    )


def _are_joined(tokens: list[Token], group: int) -> bool:
    """Whether several stand before the verb: "Moor and Lund say"; not in "Moor's plan and Lund's campaign pledge"."""
    near = range(max(0, group - _LONGEST_JOINED), group)
    joint = next((i for i in near if tokens[i].lower == "and"), group)
    return joint < group and not any(token.lower.endswith(("'s", "s'")) for token in tokens[joint:group])


def _is_body(tokens: list[Token], at: int, group: int) -> bool:
    """Whether a name or a collective stands before the verb that is no object of another one, as in "heard Moor say"."""
    start = find_subject_start(tokens, group)
    opens = start == 0 or not tokens[start - 1].is_word or tokens[start - 1].lower in lexicon.CLAUSE_JOINERS
    if start == group or not opens or any(map(is_finite, tokens[start:group])):
        return False
    named = tokens[group - 1]
    helps = any(token.lower in lexicon.AUXILIARY_VERBS for token in tokens[group:at])  # "can hardly believe"
    return not helps and (named.is_capital or named.lower in _COLLECTIVES)


def _is_collective(tokens: list[Token], at: int, group: int) -> bool:
    """Whether British papers let a body have a plural verb at the end: "S, the team report in the journal"."""
    is_body = group == at and tokens[at - 1].lower in _COLLECTIVES and word_at(tokens, at - 2) == "the"
    return is_body and word_at(tokens, at - 3) == "," and word_at(tokens, at + 1) in _AFTER_COLLECTIVE


def has_plural_head(tokens: list[Token], start: int, end: int) -> bool:
    """In "Hoteliers in Cornwall say", the noun before the preposition is what speaks."""
    at = next((i for i in range(start + 1, end) if tokens[i].lower in lexicon.PREPOSITIONS), start)
    word = tokens[at - 1].lower if at > start else ""
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "'s"))
