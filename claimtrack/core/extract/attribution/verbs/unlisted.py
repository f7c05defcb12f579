"""Whether a word is a verb although no list says so: bare forms ("say", "report") after a plural subject, others before an object ("the vaccine causes strokes")."""

from __future__ import annotations

from claimtrack.core.extract.attribution.sources.noun_phrases import find_subject_start
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, CURRENCIES
from claimtrack.core.extract.words.finding import contains_word, find_word, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.verbs import has_past_ending, is_adverb, is_finite

_COUNTED_WINDOW = 10  # tokens from a number to its verb
_NOT_VERBS = (
    lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.DETERMINERS | times.TIME_ADVERBS | times.TIME_NOUNS
    | times.TIME_MODIFIERS | lexicon.RELATIVES | lexicon.PRONOUNS | lexicon.NOUN_PREPOSITIONS | words_of("around along beyond off up down")
    | words_of(
        "per more less fewer new old dead missing abroad overseas online short too not ill homeless worth "
        "due available")
)  # fmt: skip
"""Words after a counted noun that are not verbs."""
SHARE_WORDS = frozenset({"%", "percent", "cent"})  # after a number: "42% say"
_MANY = lexicon.PLURALS | SHARE_WORDS
_OPENS_OBJECT = lexicon.DETERMINERS - {"this", "each", "every"}
_NOT_OBJECT = lexicon.PREPOSITIONS | times.TIME_ADVERBS | lexicon.CONJUNCTIONS | times.TIME_MODIFIERS
_CLAUSE_VERB_STEMS = tuple(
    "claim alleg argu admit not insist warn confirm reveal believ ruled conced acknowledg stress suggest "
    "disclos announc indicat predict estimat complain contend assert declar testif hint impl determin "
    "conclud calculat reckon boast fear hop found find show think thought suspect accept caution assur "
    "observ report emphasi counter retort".split()
)
"""How verbs begin that mostly report a clause."""
_LONGEST_SUBJECT = 9  # tokens
_SUBJECT_BARRIERS = lexicon.RELATIVES | lexicon.CONJUNCTIONS | lexicon.AUXILIARY_VERBS | {"to"}
_OPENS_SURE_OBJECT = (
    lexicon.DETERMINERS | lexicon.OBJECT_PRONOUNS | {"it", "more", "less", "fewer", "nearly", "almost"}
) - {"that"}
_NOT_AFTER_VERB = (
    _NOT_OBJECT | lexicon.RELATIVES | lexicon.VERBS | words_of("not ago around out up off down away back")
)
_NOT_THIRD_PERSON = nouns.SPEAKERS | nouns.BODY_NAME_WORDS | nouns.DOCUMENTS
_NOUNS_NOT_VERBS = words_of(
    "sports sales savings arms news goods operations communications admissions results affairs services "
    "systems rights decades years months weeks days hours times lives clothes customs headquarters works "
    "politics economics physics plans talks claims costs needs perhaps demands cuts rates prices details "
    "names charges elections figures numbers terms"
)
"""Plurals that precede another noun: "the sales team", "the plans council leaders made"."""
_BEFORE_ADJECTIVAL_ED = words_of(
    "new newly old first second third fully highly recently major big large small single joint more most "
    "well so-called much"
)
"""Words after which a form in -ed modifies the next noun: "a new integrated alarm"."""
_NOT_PAST_TENSE = words_of(
    "named called aged dubbed titled given offered awarded turned based born dated numbered entitled elected "
    "armed united limited hundred naked sacred need"
)
_COLLECTIVES = words_of(
    "team group trio pair committee panel union board government club crew council family couple"
)
_ONLY_VERBS = words_of("say insist believe argue maintain warn allege deny")
"""Bare forms that cannot be nouns."""
_AFTER_COLLECTIVE = frozenset({"", ".", ",", "in"})
_AFTER_DOCUMENT = words_of("from of by dated")
_LONGEST_ORIGIN, _LONGEST_JOINED = 7, 4  # tokens


def has_counted_subject(tokens: list[Token], start: int) -> bool:
    """Whether a number with its noun and an unlisted verb follow: "estimates 40,000 people sleep rough", "40% of voters back the plan"."""
    if not (tokens[start].text[0].isdigit() or tokens[start].lower in lexicon.CARDINALS):
        return False
    for i in range(start + 1, min(len(tokens) - 1, start + _COUNTED_WINDOW)):
        if not (tokens[i].is_word or tokens[i].text == "%"):
            return False
        if _is_plural_word(tokens[i - 1]) and _is_bare_verb(tokens, i):
            return True
    return False


def _is_plural_word(token: Token) -> bool:
    """Whether the word is plural or a share: "voters", "40%"."""
    word = token.lower
    return word in _MANY or (word.endswith("s") and not word.endswith(("ss", "'s")))


def _is_bare_verb(tokens: list[Token], at: int) -> bool:
    """Whether a bare verb occurs here with its object or one more word: "back the plan", "sleep rough"; not "in May"."""
    verb, following = tokens[at], word_at(tokens, at + 1)
    if verb.lower in _NOT_VERBS or verb.lower.endswith(("ed", "ing", "ly", "wide", "s")):
        return False
    is_object = following in _OPENS_OBJECT or following[:1].isdigit()
    return is_object or (following.isalpha() and following not in _NOT_OBJECT)


def contains_unlisted_verb(tokens: list[Token], at: int, start: int) -> bool:
    """Whether the reporting verb at `at` is followed by a clause with an unlisted verb: "claims the vaccine causes strokes", "says the firm leaked oil"."""
    if has_counted_subject(tokens, start):
        return True
    if word_at(tokens, start) == "to":
        return False  # "hopes to release scented water"
    if not tokens[at].lower.startswith(_CLAUSE_VERB_STEMS) or tokens[at - 1].lower in lexicon.OBJECT_PRONOUNS:
        return False  # "let them think"
    for i in range(start + 1, min(len(tokens) - 1, start + _LONGEST_SUBJECT)):
        if (
            not tokens[i].is_word
            or tokens[i].lower in _SUBJECT_BARRIERS
            or _opens_reduced_relative(tokens, start, i)
        ):
            return False
        if _is_unlisted_verb(tokens, i):
            return True
    return False


def contains_inner_verb(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the supposed name after a verb is in fact a clause: "the tax hurts shops" in "Doe, the mayor, said the tax hurts shops"."""
    return any(_is_unlisted_verb(tokens, i) for i in range(start + 2, end - 1))


def _opens_reduced_relative(tokens: list[Token], start: int, at: int) -> bool:
    """Whether a second noun phrase begins that modifies the first: "the council" in "the sum the council owes"."""
    before = tokens[at - 1]
    opens = tokens[at].lower in lexicon.NOUN_OPENERS and at > start + 1
    return opens and before.lower not in lexicon.PREPOSITIONS and not is_adverb(before)


def _is_unlisted_verb(tokens: list[Token], at: int) -> bool:
    """Whether the noun before a word and the object after it make it a verb; not so in "400 jobs a year"."""
    word, before, following = tokens[at].lower, tokens[at - 1], word_at(tokens, at + 1)
    if (
        not tokens[at].text.islower()
        or before.lower in lexicon.BEFORE_NOUN
        or before.lower.endswith(("'s", "s'"))
    ):
        return False
    if before.text[0].isdigit() or not times.PERIOD_NOUNS.isdisjoint((following, word_at(tokens, at + 2))):
        return False
    has_object = following in _OPENS_SURE_OBJECT or following[:1] in CURRENCIES
    has_object = has_object or any(map(str.isdigit, following[:2]))  # "40", "N90bn"
    may_have = following.isalpha() and not following.endswith(("ing", "ly", "ed"))
    may_have = may_have and following not in _NOT_AFTER_VERB
    if has_past_ending(word):
        if before.lower in _BEFORE_ADJECTIVAL_ED:
            return False  # "a new integrated alarm"
        return word not in _NOT_PAST_TENSE and (has_object or may_have)
    if _is_plural_word(before):
        return has_object and _is_bare_verb(tokens, at)
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "'s")) and word not in _NOUNS_NOT_VERBS:
        is_noun = word in _NOT_THIRD_PERSON or lexicon.singular(word) in _NOT_THIRD_PERSON
        return has_object or (may_have and not is_noun)
    return False


def is_base_form_verb(tokens: list[Token], at: int, group: int) -> bool:
    """Whether a bare form ("say", "dispute") is a verb here, after a plural subject or an auxiliary."""
    if tokens[at].lower in _ONLY_VERBS and _has_collective_subject(tokens, at, group):
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
    takes_object = before.lower in lexicon.THINK or (before.lower in lexicon.FINITE and not before.is_capital)
    return (
        before.text in COMMA_OR_DASH
        or before.text == ")"
        or before.lower.endswith("'d")  # "he'd say only that S"
        or before.lower in lexicon.PLURALS
        or _has_closing_collective(tokens, at, group)
        or (before.lower.endswith(("s", "men")) and not takes_object)
        or word_at(tokens, group - 2) in {"did", "does", "do"}
        or _has_coordinated_subject(tokens, group)
        or has_plural_head(tokens, subject := find_subject_start(tokens, group), group)
        or any(lexicon.is_plural_head(token.lower) for token in tokens[subject:group])
    )


def is_document_noun(tokens: list[Token], at: int) -> bool:
    """Whether the word is a noun for a document that speaks itself: "A police report from 2019 says S"."""
    if tokens[at].lower not in nouns.DOCUMENTS:
        return False
    if word_at(tokens, at - 2) in lexicon.INDEFINITE_ARTICLES:
        return True
    is_modified = word_at(tokens, at + 1) in _AFTER_DOCUMENT
    return is_modified and contains_word(tokens[at + 2 : at + _LONGEST_ORIGIN], lexicon.ZERO_THAT_VERBS)


def _has_coordinated_subject(tokens: list[Token], group: int) -> bool:
    """Whether the subject is coordinated: "Moor and Lund say"; not so in "Moor's plan and Lund's campaign pledge"."""
    joint = find_word(tokens, "and", max(0, group - _LONGEST_JOINED), group, default=group)
    return joint < group and not any(token.lower.endswith(("'s", "s'")) for token in tokens[joint:group])


def _has_collective_subject(tokens: list[Token], at: int, group: int) -> bool:
    """Whether the subject is a name or a collective, and not the object of an earlier verb, as in "heard Moor say"."""
    start = find_subject_start(tokens, group)
    opens_clause = (
        start == 0 or not tokens[start - 1].is_word or tokens[start - 1].lower in lexicon.CLAUSE_JOINERS
    )
    if start == group or not opens_clause or any(map(is_finite, tokens[start:group])):
        return False
    named = tokens[group - 1]
    has_auxiliary = contains_word(tokens[group:at], lexicon.AUXILIARY_VERBS)  # "can hardly believe"
    return not has_auxiliary and (named.is_capital or named.lower in _COLLECTIVES)


def _has_closing_collective(tokens: list[Token], at: int, group: int) -> bool:
    """Whether a collective takes a plural verb at the end of the sentence, as in British usage: "S, the team report in the journal"."""
    is_body = group == at and tokens[at - 1].lower in _COLLECTIVES and word_at(tokens, at - 2) == "the"
    return is_body and word_at(tokens, at - 3) == "," and word_at(tokens, at + 1) in _AFTER_COLLECTIVE


def has_plural_head(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a plural before a preposition heads the subject: "Hoteliers in Cornwall say"."""
    at = find_word(tokens, lexicon.PREPOSITIONS, start + 1, end, default=start)
    word = tokens[at - 1].lower if at > start else ""
    return len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "'s"))
