"""Whether a reporting verb is used without content: "added 2%", "declared both dams unsafe", "feels like a shop"."""

from __future__ import annotations

from itertools import takewhile

from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import has_predicate
from claimtrack.core.extract.words.finding import find_word, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.verbs import is_finite

_DECLARED_WINDOW = 8  # tokens from "declared" to its complement
_FEELING_OR_ASSUMING = words_of("feel feels felt assume assumes assumed")
_FELT_OR_ASSUMED = words_of(
    "need urge pressure pinch effects force weight role mantle post office command control leadership responsibility"
)
"""Nouns for what is felt or assumed without being stated: "felt the need to resign", "assumed the role of broker"."""
_OBJECT_WINDOW = 4  # tokens from "felt" to "need"
_FEELING_ABOUT = words_of("around about towards toward")
_DECLARING_STEMS = ("declar", "rule", "ruling", "pronounc", "proclaim", "announc")
_OBJECT_COMPLEMENTS = words_of(
    "legal illegal lawful unlawful valid invalid void constitutional unconstitutional guilty liable bankrupt insolvent dead missing safe unsafe "
    "fit unfit admissible inadmissible eligible ineligible extinct open closed clear independent"
)
"""Object complements after a verb of declaring, which reports nothing then: "declared both dams unsafe"."""
_ADDING = words_of("add adds added adding")
_SHARE_UNITS = words_of("% percent percentage per points")
_GAIN_WINDOW = 5  # tokens from "added" to "%"


def has_no_content(tokens: list[Token], at: int) -> bool:
    """Whether no clause follows the verb: "told the truth about it", "added 2%", "a bank feels like a shop", "the design is promising at worst"."""
    word = tokens[at].lower
    if word in _ADDING:
        return _is_gain(tokens, at + 1)
    if word.startswith(_DECLARING_STEMS):
        return _has_object_complement(tokens, at + 1)
    if word == "promising":
        following = word_at(tokens, at + 1)
        return (
            not following.isalnum() or following in lexicon.PREPOSITIONS or following in lexicon.CONJUNCTIONS
        )
    if word in _FEELING_OR_ASSUMING and any(
        tokens[i].lower in _FELT_OR_ASSUMED and tokens[i + 1].lower in {"to", "of", "for", "as"}
        for i in range(at + 1, min(len(tokens) - 1, at + _OBJECT_WINDOW))
    ):
        return True
    if (
        word in _FEELING_OR_ASSUMING
        and word_at(tokens, at + 2) == "that"
        and tokens[at + 1].lower.endswith("s")
    ):
        return True  # "assumed tariffs that the regulator has cut"
    if word not in {"feel", "feels", "felt"} and word not in lexicon.TELL:
        return False  # as most
    near = [token.lower for token in tokens[at + 1 : at + 4]]
    if word in lexicon.TELL:
        return "truth" in near
    if near[:1] and near[0] in _FEELING_ABOUT and "that" not in near:
        return True  # "the pain that people feel around money"
    return "like" in near and (tokens[at - 1].lower == "it" or not is_speaker(tokens[at - 1 : at]))


def _is_gain(tokens: list[Token], at: int) -> bool:
    """Whether "added" gives a gain: "The stock added more than 2% to 40 dollars"; not so in "added 40% of them were old"."""
    share = find_word(tokens, _SHARE_UNITS, at, at + _GAIN_WINDOW)
    has_number = share > at and tokens[share - 1].text[0].isdigit()
    return has_number and not any(t.lower == "of" or is_finite(t) for t in tokens[share + 1 : share + 3])


def _find_second_object(tokens: list[Token], at: int) -> int:
    """The index of "a" in "declared the outbreak a pandemic"; 0 if there is one object, as in "declared a fast", or a time, as in "a week ago"."""
    near = range(at, min(len(tokens) - 1, at + _DECLARED_WINDOW))
    window = list(takewhile(lambda i: tokens[i].is_word, near))
    if any(tokens[i].lower in lexicon.CLAUSE_OPENERS for i in window):
        return 0  # "announced on Friday that she's forming a panel"
    article = next((i for i in window[1:] if tokens[i].lower in lexicon.INDEFINITE_ARTICLES), 0)
    before = word_at(tokens, article - 1)
    is_noun = before[:1].isalpha() and before not in lexicon.PREPOSITIONS | lexicon.CLAUSE_JOINERS
    return article if is_noun and word_at(tokens, article + 1) not in times.TIME_UNITS else 0


def _has_object_complement(tokens: list[Token], at: int) -> bool:
    """Whether an object complement ends the clause: "declared most dams legal", but not "declared most dams are legal"."""
    complement = find_word(tokens, _OBJECT_COMPLEMENTS, at + 1, at + _DECLARED_WINDOW)
    if not complement and (noun := _find_second_object(tokens, at)):
        return not has_predicate(tokens, at, noun)
    following = word_at(tokens, complement + 1)
    ends = not following.isalpha() or following in lexicon.PREPOSITIONS or following in lexicon.CONJUNCTIONS
    return complement > 0 and ends and not has_predicate(tokens, at, complement)
