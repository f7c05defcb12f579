"""Words that open a sentence before its subject: "Meanwhile, the union called a strike", "But economists were wary"."""

from __future__ import annotations

from collections.abc import Collection

from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import words_of

SENTENCE_OPENERS = lexicon.CLAUSE_CONNECTIVES | words_of(
    "yesterday today tonight recently overnight afterwards afterward elsewhere finally soon separately "
    "privately publicly eventually subsequently previously initially originally similarly consequently "
    "nonetheless therefore thus hence besides likewise regardless sadly ironically interestingly remarkably "
    "unsurprisingly crucially notably reportedly apparently"
)
"""Adverbs and function words that link a sentence to the one before or give a time: no part of the subject after them."""
NOT_FIRST_NAMES = (
    words_of(
        "i'm i've we're we've you're they're he's she's it's that's here's there's who's let's see ask tell "
        "call even maybe never watched is are was were given beyond don't say just watch fixers celebrities "
        "deport meet take enter follow introducing hosting meeting calling joining leading asking having the a an "
        "it that he she they we his her their its did does had has should would could neither nor none few "
        "not only new united north south east west white house supreme no according wall st san los las "
        "middle prime here again both my your every each yes what who why how more most radio television "
        "channel born known aged named nicknamed dubbed christened raised educated trained adopted orphaned "
        "married divorced widowed elected appointed promoted retired sacked ousted banned suspended exiled "
        "disgraced accused arrested convicted jailed acquitted released injured wounded murdered"
    )
    | SENTENCE_OPENERS
    | {verb for verb in lexicon.REPORTING_VERBS if not lexicon.is_base_form(verb)}  # "Added Ann Lee: ..."
    | lexicon.PREPOSITIONS
    | times.TIME_MODIFIERS
    | times.WEEKDAYS
    | times.MONTHS
    | frozenset(
        f"{noun[:-1]}ies" if noun.endswith("ty") else f"{noun}s" for noun in nouns.BODY_KINDS
    )  # "Charities Shelter and Mind"
)
"""Capitalised words that are nobody's first name."""
_PAIR, _SHORTEST_PARTICIPLE = 2, 8  # words of a name; characters of a participle that is no first name
_SUBORDINATE = lexicon.CONJUNCTIONS - {"and", "but", "so", "yet"}
_DESCRIPTIVE_NOUNS = words_of(
    "rival startup start-up retailer carmaker airline insurer lender supplier manufacturer publisher "
    "consultancy brokerage watchdog regulator housebuilder broadcaster thinktank supermarket"
)
"""Nouns for bodies that start no name of one."""
_CAPITALISED_OPENERS = frozenset(
    word.capitalize() for word in (SENTENCE_OPENERS | {"take", "meet"}) - _SUBORDINATE
)


def skip_opener(sentence: str) -> str:
    """The sentence from its subject on, capitalised: "But economists were wary" -> "Economists were wary"."""
    word, _, rest = sentence.partition(" ")
    while word.removesuffix(",") in _CAPITALISED_OPENERS and rest[:1].isalnum():
        sentence = f"{rest[0].upper()}{rest[1:]}"
        word, _, rest = sentence.partition(" ")
    return sentence


def is_sentence_opener(word: str, following: str) -> bool:
    """Whether the first word of a sentence is no part of the name after it: "Yesterday Ann Lee said", but "Today FM said"."""
    is_name = following.isupper() and len(following) > 1
    return word.istitle() and word.lower() in SENTENCE_OPENERS and not is_name


def skip_non_names(words: list[str]) -> list[str]:
    """The words of a run of capitals after those that start no name: "Even Ann Lee", "Celebrating Ann Lee", "Republicans Lee"."""
    first = 0
    while first < len(words) and _is_non_name(words[first].lower(), more=first + 1 < len(words)):
        first += 1
    return words[first:]


def _is_non_name(word: str, *, more: bool) -> bool:
    """Whether a word starts no name; with `more`, also a participle or plural before other words."""
    is_participle = word.endswith("ing") and len(word) >= _SHORTEST_PARTICIPLE and not is_given_name(word)
    is_many = word.endswith("s") and word[:-1] in nouns.SPEAKERS and not is_given_name(word)
    return word in NOT_FIRST_NAMES or (more and (is_participle or is_many))


def has_shorter_form(name: list[str], others: Collection[str]) -> bool:
    """Whether the article also has the name without its first word, which is none: "Brave Ann Lee" and "Ann Lee"."""
    if name[:1] == ["And"]:
        return True  # "Senators And Ann Lee" of a heading
    may_be = len(name) > _PAIR and is_given_name(name[1].lower()) and not is_given_name(name[0].lower())
    return may_be and " ".join(name[1:]) in others


def skip_kind_noun(run: list[str]) -> list[str]:
    """A one-word name without the noun before it, capitalised only by the sentence: "Startup Klarna"."""
    return run[1:] if len(run) == _PAIR and run[0].lower() in _DESCRIPTIVE_NOUNS and run[0].istitle() else run
