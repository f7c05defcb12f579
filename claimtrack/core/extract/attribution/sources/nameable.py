"""Which words can name a speaker: the one place that rejects "afterwards", "Friday" and "a panel of"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.sources.speaking import contains_verb
from claimtrack.core.extract.attribution.verbs.unlisted import SHARE_WORDS
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.finding import contains_word
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import is_preverbal

_BEFORE_OBJECT_PRONOUN = lexicon.PREPOSITIONS - lexicon.CONJUNCTIONS
_FEWEST_NARROWED = 2  # words of a noun with a modifier
_NEVER_ALONE = words_of("never there here this that what which whom whose having anything everything live")
_OPENING_PARTICIPLES = words_of(
    "replying responding intervening rising speaking answering addressing participating appearing testifying concluding"
)
"""Participles that are no names although they begin the sentence with a capital: "Replying to a debate on the demands"."""
_IMPERATIVES = words_of("let take contrast imagine consider remember don't never keep")
_MOMENTS = times.TIME_ADVERBS | (times.MONTHS - {"may"}) | lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS
_CANNOT_END = (
    lexicon.PREPOSITIONS
    | lexicon.CONJUNCTIONS
    | lexicon.ARTICLES
    | words_of("given not rejects denies dismisses")
)
_CANNOT_END -= {"inside", "outside"}
_BEFORE_OBJECT = words_of("a an the his her its their our these those this little several")
_CANNOT_BEGIN = lexicon.BE | words_of("only expects given your ahead part")
"""Words that no description of a speaker begins with: "is the second", "only to find", "ahead of forecasts"."""
_AFTER_PRONOUN = (
    lexicon.FLOATING_QUANTIFIERS | lexicon.CONJUNCTIONS | lexicon.PREPOSITIONS | lexicon.RELATIVES | {"alone"}
)
_OF_US = words_of("us you")  # "Most of us" is no source
_CONJUNCTION_PAIRS = frozenset(
    "rather than,just like,much like,even when,even if,even though,even as".split(",")
)
_CONTRACTED_CLAUSES = words_of("that's it's there's here's what's let's we're i'm you're")
_AFTER_PARTICIPLE = (lexicon.PREPOSITIONS - {"of"}) | words_of(
    "a an the his her its their it him them several some many any off out up down"
)
_PARTICLES = words_of("off out up down several")  # after a capitalised participle: "Rattling off promises"
_VERBS = lexicon.AUXILIARY_VERBS - {"may", "will", "has", "have", "had"}
_SHOWING_VERBS = words_of(
    "show shows showed suggest suggests suggested indicate indicates indicated reveal reveals revealed says said"
)
"""Verbs that no name begins with: in "The emails, released on Monday, show officials told him of it" the emails speak."""
_SHARE_WINDOW = 6  # tokens: "some of the"
_AFTER_SHARE = frozenset({"of", "in", "among", ","})
_PORTIONS = words_of(
    "half one-half one-third two-thirds one-quarter three-quarters one-fifth two-fifths three-fifths four-fifths"
)
_PARTS = words_of("third quarter fifth tenth majority")
_POLLED = SHARE_WORDS | _PORTIONS | _PARTS | {"in", "of"}
_ONE = words_of("one 1 a")  # "one of two witnesses" is a person
_BEFORE_INFINITIVE = words_of("refused declined vowed decided hoped managed")
"""Past forms that are participles unless an infinitive follows: "a fund managed for teachers", "a man refused entry"."""
_PAST_VERBS = _BEFORE_INFINITIVE | words_of(
    "went came took got sat struck gave let began sang became makes exists followed tried shrugged brushed"
)
"""Past forms that no name contains, and no description except in a modifier: "an oath took by"."""
_VOTING_MEMBERS = words_of(
    "judge justice senator lawmaker juror councillor councilor commissioner magistrate"
)
_MODIFIER_OPENERS = words_of("who which whose whom where that , ( - — --")
"""Words and marks that open a modifier of the person named before."""


def can_name_speaker(words: list[Token]) -> bool:
    """Whether words in a speaker's place are a name or description at all; not "afterwards", "Friday" or "a panel of"."""
    opens = bool(words) and words[0].text[0].isalpha()
    if not opens and not any(w.text == "%" or w.text[0].isalpha() or w.is_capital for w in words):
        return False
    if _count_final_name(words):
        return True
    if (len(words) == 1 and words[0].lower in _NEVER_ALONE) or words[0].lower in _IMPERATIVES:
        return False  # "Let us recall that S"
    lowered = [word.lower for word in words]
    core = words if _MODIFIER_OPENERS.isdisjoint(lowered) else _trim_modifier(words)
    if (
        (len(core) == 1 and core[0].lower == "who")
        or (words[0].lower == "which" and len(words) > 1)
        or _MOMENTS.issuperset(lowered[: len(core)])
        or words[0].lower in _CONTRACTED_CLAUSES
        or " ".join(lowered[:2]) in _CONJUNCTION_PAIRS
        or (words[0].lower in _CANNOT_BEGIN and not words[0].is_capital)
        or (words[0].lower in lexicon.FIRST_SECOND_PERSON and words[1:] != [] and words[1].is_word)
        or _is_pronoun_with_verb(words)
        or core[-1].lower in _OF_US
        or (core[-1].lower == "day" and len(words) > len(core))  # "On the day that Doe said S"
        or (core[-1].lower.endswith(lexicon.DURATION_SUFFIXES) and not core[-1].is_capital)
        or any(
            lowered[i + 1] in _BEFORE_OBJECT and _may_be_present_verb(core[i])
            for i in range(1, len(core) - 1)
        )
        or _is_participial_phrase(core)
        or contains_verb(words)
        or (words[0].lower in _SHOWING_VERBS and len(core) > 1)
    ):
        return False
    if core[-1].lower in _CANNOT_END and not core[-1].is_capital:
        return False
    if any(core[i].text in _PAST_VERBS and _is_main_verb(core, i) for i in range(1, len(core) - 1)):
        return False  # "The president went off on the Times"
    verbs = [word for word in core if word.lower in _VERBS or word.lower.endswith("n't")]
    return all(word.is_capital for word in verbs)


def _is_pronoun_with_verb(words: list[Token]) -> bool:
    """Whether a pronoun begins a clause: "They host links", but not "they both", "he alone" and "she and her aides"."""
    following = next((word for word in words[1:] if not is_preverbal(word)), None)
    return (
        words[0].lower in lexicon.THIRD_PERSON
        and following is not None
        and following.is_word
        and following.lower not in _AFTER_PRONOUN
    )


def _is_main_verb(words: list[Token], at: int) -> bool:
    """Whether a verb is the main verb of the subject before it: not "an oath taken by him", "the people he took in"."""
    if words[at + 1].lower == "by" or words[at - 1].lower in lexicon.PRONOUNS:
        return False
    if words[at].lower in _BEFORE_INFINITIVE and words[at + 1].lower != "to":
        return False
    if any(word.lower in lexicon.SUBORDINATORS or word.lower == "before" for word in words[at + 1 :]):
        return False  # "The comments came right before Lee said S" is Lee's
    # "estimates released when the cuts began", "an ad the party began running"
    before = [word.lower for word in words[:at]]
    return not any(
        before[i] in lexicon.SUBORDINATORS
        or (
            before[i] in lexicon.ARTICLES and before[i - 1] not in lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS
        )
        for i in range(1, at)
    )


def _trim_modifier(words: list[Token]) -> list[Token]:
    """The words before a relative clause or aside that modifies them."""
    openers = (
        i
        for i in range(1, len(words))
        if words[i].lower in _MODIFIER_OPENERS and words[i - 1].lower not in lexicon.PREPOSITIONS
    )
    return words[: next(openers, len(words))]


def is_poll_share(words: list[Token]) -> bool:
    """Whether a share of people polled is named, which is no speaker: "92% of adults", "more than half", "six in 10", "out of five"; not "the 4% tax's critics"."""
    if _POLLED.isdisjoint([word.lower for word in words]):
        return False  # as most
    for at, word in enumerate(words[:_SHARE_WINDOW]):
        following = words[at + 1].lower if at + 1 < len(words) else ""
        if word.lower in {"of", "who"} or (following == "of" and _are_voting_body(words[at + 2 :])):
            return False  # "owners of 60 percent", "a majority of the court"
        if word.lower in _PARTS and following == "of" and words[0].lower != "the":
            return True  # "a third of them"
        if word.lower in SHARE_WORDS or word.lower in _PORTIONS:
            return at + 1 == len(words) or following in _AFTER_SHARE
        is_share = _is_number(word) and (following == "in" or (following == "of" and word.lower not in _ONE))
        is_share = is_share or (word.lower == "out" and following == "of")  # "four out of five"
        if is_share and at + 2 < len(words) and _is_number(words[at + 2]):
            return True  # "one in four nurses", "three of four nurses"
    return False


def _are_voting_body(words: list[Token]) -> bool:
    """Whether the words name a body or its members, who decide by majority: "the court", "the justices"."""
    end = next(
        (i for i, word in enumerate(words) if not word.is_word or word.lower in lexicon.PREPOSITIONS),
        len(words),
    )
    last = words[end - 1].lower if end else ""
    is_body = last in nouns.BODIES and not last.endswith("s")
    return is_body or lexicon.singular(last) in _VOTING_MEMBERS


def _is_number(word: Token) -> bool:
    """Whether a word is a number: "six", "10"."""
    return word.text.isdigit() or word.lower in lexicon.CARDINALS_AND_A


def _may_be_present_verb(token: Token) -> bool:
    """Whether a word before an object is a present-tense verb: "sees the monarch", but not "officials the paper spoke to"."""
    word = token.lower
    ends_as_verb = token.text.islower() and word.endswith("s") and not word.endswith(("ss", "us", "'s"))
    return ends_as_verb and not (word in lexicon.CUES or lexicon.is_plural_head(word))


def _is_participial_phrase(words: list[Token]) -> bool:
    """Whether the words describe an action, not a person: "delivering a speech", but not "leaked papers"."""
    first = words[0]
    is_participle = first.lower.endswith(("ing", "ed")) and (
        not first.is_capital
        or first.lower in _OPENING_PARTICIPLES
        or (words[1:2] != [] and words[1].lower in _PARTICLES | _BEFORE_OBJECT)
    )
    return is_participle and len(words) > 1 and words[1].lower in _AFTER_PARTICIPLE


def narrow_source(words: list[Token], source: TokenRange) -> TokenRange:
    """The source without words before it that belong to something else: "it" in "Later Friday it lowered the number"."""
    start, end = source
    if end - start > 1 and words[start].lower in lexicon.HUMAN_PRONOUNS and words[start + 1].text == ",":
        return start, start + 1  # "He, however, said S"
    if end - start < _FEWEST_NARROWED:
        return source
    return end - (_count_final_name(words[start:end]) or end - start), end


def _may_hold_clause(words: list[Token]) -> bool:
    """Whether the words contain a relative pronoun or end in a participle."""
    return contains_word(words, {"who", "which", "that"}) or words[-1].lower.endswith(("ed", "ing"))


def _count_final_name(words: list[Token]) -> int:
    """How many final words alone name the speaker: 1 in "Later Friday it", 2 in "forced to defend not paying an architect"; else 0."""
    if len(words) < _FEWEST_NARROWED:
        return 0
    last, before = words[-1].lower, words[-2].lower
    if last in lexicon.THIRD_PERSON:
        is_object = last == "it" and _may_hold_clause(words[:-1])  # "a woman who had seen it"
        is_object = is_object or (len(words) > 2 and words[-3].lower == "to")
        return int(before not in _BEFORE_OBJECT_PRONOUN and not is_object)
    if before in {"a", "an"} and _is_participial_phrase(words):
        return 2  # "forced to defend not paying an architect who said"
    return int(words[0].lower in _CONTRACTED_CLAUSES and last in nouns.SPEAKERS and last.endswith("s"))
