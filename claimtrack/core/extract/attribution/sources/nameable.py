"""Which words can name whoever speaks: the one place that refuses "afterwards", "Friday" and "a panel of"."""

from __future__ import annotations

from claimtrack.core.extract.attribution.sources.speaking import contains_verb
from claimtrack.core.extract.attribution.verbs.unlisted import SHARE_WORDS
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.reading import Token, TokenRange, word_set

_AFTER_THESE_OBJECT = lexicon.PREPOSITIONS - lexicon.CONJUNCTIONS
_FEWEST_CROWDED = 2
_NOTHING = word_set("never there here this that what which whom whose having anything everything live")
_SPEAKING_UP = word_set(
    "replying responding intervening rising speaking answering addressing participating appearing testifying concluding"
)
"""What nobody is called, with a capital that begins the sentence: "Replying to a debate on the demands"."""
_BIDDING = word_set("let take contrast imagine consider remember")
_MOMENTS = times.TIME_ADVERBS | times.MONTHS | lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS
_UNFINISHED = lexicon.PREPOSITIONS | lexicon.CONJUNCTIONS | lexicon.ARTICLES | {"given"}
_UNFINISHED -= {"inside", "outside"}
_BEFORE_OBJECT = word_set("a an the his her its their our these those this")
_NO_SUBJECT = lexicon.BE | word_set("only expects given your")
"""What no description begins with: "is the second", "only to find"."""
_OF_US = frozenset({"us", "you"})  # what "Most of us" ends in, who are no source
_NO_SUBJECTS = frozenset("rather than,just like,much like,even when,even if,even though,even as".split(","))
_IS_CLAUSE = word_set("that's it's there's here's what's let's we're i'm you're")
_OPENS_OBJECT = (lexicon.PREPOSITIONS - {"of"}) | word_set(
    "a an the his her its their it him them several some many any off out up down"
)
_OFF = word_set("off out up down several")  # behind these a capital begins no name: "Rattling off promises"
_VERBS = lexicon.AUXILIARY_VERBS - {"may", "will", "has", "have", "had"}
_SHOWING = word_set(
    "show shows showed suggest suggests suggested indicate indicates indicated reveal reveals revealed says said"
)
"""What no name begins with: in "The emails, released on Monday, show officials told him of it" the emails speak."""
_SHARES = word_set("half third quarter fifth tenth two-thirds percent part most much share")
_SUMS = word_set("total sum amount volume value cost price quantity stock output level limit")
_LONGEST_SHARE = 6
_BEHIND_SHARE = frozenset({"of", "in", "among", ","})
_PORTIONS = word_set(
    "half one-half one-third two-thirds one-quarter three-quarters one-fifth two-fifths three-fifths four-fifths"
)
_PARTS = word_set("third quarter fifth tenth majority")
_POLLED = SHARE_WORDS | _PORTIONS | _PARTS | {"in"}
_DID = word_set("went came took got sat struck gave let began sang became makes exists followed tried")
"""Verbs that no name holds, and no description but of what was done by somebody: "an oath took by"."""
_DECIDING = word_set("judge justice senator lawmaker juror councillor councilor commissioner magistrate")
_TELLING_OF = word_set("who which whose whom where that , ( - — --")
"""Behind these a verb tells of whoever is named before."""


def can_name_speaker(words: list[Token]) -> bool:
    """Whether words that stand where a speaker is named are a name or a description at all."""
    opens = bool(words) and words[0].text[0].isalpha()
    if not opens and not any(
        w.is_quote or w.text == "%" or w.text[0].isalpha() or w.is_capital for w in words
    ):
        return False
    if _last_named(words):
        return True
    if (len(words) == 1 and words[0].lower in _NOTHING) or words[0].lower in _BIDDING:
        return False  # "Let us recall that S"
    spelt = [word.lower for word in words]
    core = words if _TELLING_OF.isdisjoint(spelt) else _before_telling(words)
    if (
        (len(core) == 1 and core[0].lower == "who")
        or (words[0].lower == "which" and len(words) > 1)
        or (core[-1].lower in _SUMS and _is_share(core))
        or _MOMENTS.issuperset(spelt[: len(core)])
        or words[0].lower in _IS_CLAUSE
        or " ".join(spelt[:2]) in _NO_SUBJECTS
        or (words[0].lower in _NO_SUBJECT and not words[0].is_capital)
        or (words[0].lower in lexicon.FIRST_SECOND_PERSON and words[1:] != [] and words[1].is_word)
        or core[-1].lower in _OF_US
        or (core[-1].lower == "day" and len(words) > len(core))  # "On the day that Doe said S"
        or (len(core) == 1 and _is_participle(core[0]))
        or (core[-1].lower.endswith(lexicon.DURATION_SUFFIXES) and not core[-1].is_capital)
        or any(spelt[i + 1] in _BEFORE_OBJECT and _may_be_verb(core[i]) for i in range(1, len(core) - 1))
        or _does(core)
        or contains_verb(words)
        or (words[0].lower in _SHOWING and len(core) > 1)
    ):
        return False
    if core[-1].lower in _UNFINISHED and not core[-1].is_capital:
        return False
    if any(core[i].text in _DID and _is_deed(core, i) for i in range(1, len(core) - 1)):
        return False  # "The president went off on the Times"
    verbs = [word for word in core if word.lower in _VERBS or word.lower.endswith("n't")]
    return all(word.is_capital for word in verbs)


def _is_deed(words: list[Token], at: int) -> bool:
    """Whether a verb tells what is done by whoever stands before it: not "an oath taken by him", "the people he took in"."""
    if words[at + 1].lower == "by" or words[at - 1].lower in lexicon.PRONOUNS:
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


def _before_telling(words: list[Token]) -> list[Token]:
    """The words before a relative clause or an aside that tells of whoever they name."""
    tells_of = (
        i
        for i in range(1, len(words))
        if words[i].lower in _TELLING_OF and words[i - 1].lower not in lexicon.PREPOSITIONS
    )
    return words[: next(tells_of, len(words))]


def _is_share(words: list[Token]) -> bool:
    """Whether the words are a part of something, which cannot speak where that is a sum: "nearly a third of the total"."""
    of = next((i for i, word in enumerate(words[:_LONGEST_SHARE]) if word.lower == "of"), 0)
    return of > 0 and words[of - 1].lower in _SHARES


def is_poll_share(words: list[Token]) -> bool:
    """Whether a share of those who were asked is named, which no speaker is: "92% of adults", "more than half", "six in 10"; not "the 4% tax's critics"."""
    if _POLLED.isdisjoint([word.lower for word in words]):
        return False  # as most
    for at, word in enumerate(words[:_LONGEST_SHARE]):
        following = words[at + 1].lower if at + 1 < len(words) else ""
        if word.lower in {"of", "who"} or (following == "of" and _decide(words[at + 2 :])):
            return False  # "owners of 60 percent", "a majority of the court"
        if word.lower in _PARTS and following == "of" and words[0].lower != "the":
            return True  # "a third of them"
        if word.lower in SHARE_WORDS or word.lower in _PORTIONS:
            return at + 1 == len(words) or following in _BEHIND_SHARE
        if following == "in" and _counts(word) and at + 2 < len(words) and _counts(words[at + 2]):
            return True  # "one in four nurses"
    return False


def _decide(words: list[Token]) -> bool:
    """Whether those of whom a part is named are a body, or its members, who speak by their number: "the court", "the justices"."""
    end = next(
        (i for i, word in enumerate(words) if not word.is_word or word.lower in lexicon.PREPOSITIONS),
        len(words),
    )
    last = words[end - 1].lower if end else ""
    is_body = last in nouns.BODIES and not last.endswith("s")
    return is_body or lexicon.singular(last) in _DECIDING


def _counts(word: Token) -> bool:
    """Whether a word is a number: "six", "10"."""
    return word.text.isdigit() or word.lower in lexicon.CARDINALS_AND_A


def _is_participle(word: Token) -> bool:
    """Whether one word tells in what state somebody is, not who: "alarmed", but not "the accused"."""
    return word.text.islower() and word.lower.endswith("ed") and word.lower not in nouns.SPEAKERS


def _may_be_verb(token: Token) -> bool:
    """Whether a word before an object is a verb in the present: "sees the monarch", but not "officials the paper spoke to"."""
    word = token.lower
    ends_as_verb = token.text.islower() and word.endswith("s") and not word.endswith(("ss", "us", "'s"))
    return ends_as_verb and not (word in lexicon.CUES or lexicon.is_plural_head(word))


def _does(words: list[Token]) -> bool:
    """Whether the words tell what is done rather than who does it: "delivering a speech", but not "leaked papers"."""
    first = words[0]
    is_participle = first.lower.endswith(("ing", "ed")) and (
        not first.is_capital or first.lower in _SPEAKING_UP or (words[1:2] != [] and words[1].lower in _OFF)
    )
    return is_participle and len(words) > 1 and words[1].lower in _OPENS_OBJECT


def narrow_source(words: list[Token], source: TokenRange) -> TokenRange:
    """The last words alone where those before them belong to something else: "Later Friday it lowered the number"."""
    start, end = source
    if end - start > 1 and words[start].lower in lexicon.HUMAN_PRONOUNS and words[start + 1].text == ",":
        return start, start + 1  # "He, however, said S"
    if end - start < _FEWEST_CROWDED:
        return source
    return end - (_last_named(words[start:end]) or end - start), end


def _has_clause(words: list[Token]) -> bool:
    return any(word.lower in {"who", "which", "that"} for word in words) or words[-1].lower.endswith(
        ("ed", "ing")
    )


def _last_named(words: list[Token]) -> int:
    """How many words at the end alone name who speaks: "Later Friday it", "It's a fraction of what experts"; else 0."""
    if len(words) < _FEWEST_CROWDED:
        return 0
    last, before = words[-1].lower, words[-2].lower
    if last in lexicon.THIRD_PERSON:
        is_object = last == "it" and _has_clause(words[:-1])  # "a woman who had seen it"
        is_object = is_object or (len(words) > 2 and words[-3].lower == "to")
        return int(before not in _AFTER_THESE_OBJECT and not is_object)
    if before in {"a", "an"} and _does(words):
        return 2  # "forced to defend not paying an architect who said"
    return int(words[0].lower in _IS_CLAUSE and last in nouns.SPEAKERS and last.endswith("s"))
