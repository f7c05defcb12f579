"""Verbs that no list knows, told by the subject before them and the object behind them: "the vaccine causes strokes"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.verbs.base_forms import SHARES
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import CURRENCIES, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import ends_as_past, is_adverb

_LONGEST_COUNTED = 10
_NO_DEED = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.DETERMINERS | times.TIMES | times.TIME_NOUNS
    | times.TIME_OPENERS | lexicon.RELATIVES | lexicon.PRONOUNS | lexicon.NOUN_LINKS | word_set("around along beyond off up down")
    | word_set("per more less fewer new old dead missing abroad overseas online short too not ill homeless worth due available")
)  # fmt: skip
"""Words behind a counted noun that are no verbs."""
_MANY = lexicon.PLURALS | SHARES
_OPENS_OBJECT = lexicon.DETERMINERS - {"this", "each", "every"}
_NO_OBJECT = lexicon.PREPOSITIONS | times.TIMES | lexicon.CONJUNCTIONS | times.TIME_OPENERS
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
_NO_THIRD_PERSON = nouns.PEOPLE | nouns.ORGANISATION | nouns.DOCUMENTS
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


def counts_doers(tokens: list[Token], said: int) -> bool:
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


def holds_unlisted_verb(tokens: list[Token], at: int, said: int) -> bool:
    """Whether "claims" at `at` has a clause behind it whose verb no list knows: "the vaccine causes strokes", "the firm leaked oil"."""
    if counts_doers(tokens, said):
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


def holds_verb(tokens: list[Token], start: int, end: int) -> bool:
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
    if before.text[0].isdigit() or not times.SPELLS.isdisjoint((following, word_at(tokens, at + 2))):
        return False
    has_object = following in _OBJECTS or following[:1] in CURRENCIES
    has_object = has_object or any(map(str.isdigit, following[:2]))  # "40", "N90bn"
    may_have = following.isalpha() and not following.endswith(("ing", "ly", "ed"))
    may_have = may_have and following not in _NO_OBJECT_BEHIND
    if ends_as_past(word):
        if before.lower in _DESCRIBING:
            return False  # "a new integrated alarm"
        return word not in _NO_PAST and (has_object or may_have)
    if _are_many(before):
        return has_object and _does(tokens, at)
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in _NOUNS_IN_S:
        is_noun = word in _NO_THIRD_PERSON or lexicon.singular(word) in _NO_THIRD_PERSON
        return has_object or (may_have and not is_noun)
    return False
