"""Verbs of saying behind which nothing is said: "added 2%", "declared both dams unsafe", "feels like a shop"."""

from __future__ import annotations

from itertools import takewhile

from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import has_predicate, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_finite

_LONGEST_SO = 8
_TAKING = word_set("feel feels felt assume assumes assumed")
_TAKEN = word_set(
    "need urge pressure pinch effects force weight role mantle post office command control leadership responsibility"
)
"""What somebody feels or assumes that is no statement: "felt the need to resign", "assumed the role of broker"."""
_LONGEST_TAKEN = 4
_FEELING_ABOUT = frozenset({"around", "about", "towards", "toward"})
_DECLARING = ("declar", "rule", "ruling", "pronounc", "proclaim", "announc")
_DECLARED_SO = word_set(
    "legal illegal lawful unlawful valid invalid void constitutional unconstitutional guilty liable bankrupt insolvent dead missing safe unsafe "
    "fit unfit admissible inadmissible eligible ineligible extinct open closed clear independent"
)
"""In "declared both dams unsafe" nothing is reported."""
_ADDING = word_set("add adds added adding")
_SHARES = word_set("% percent percentage per points")
_LONGEST_GAIN = 5


def has_no_content(tokens: list[Token], at: int) -> bool:
    """Whether no clause stands behind the verb: "told the truth about it", "added 2%", "a bank feels like a shop", "the design is promising at worst"."""
    word = tokens[at].lower
    if word in _ADDING:
        return _is_gain(tokens, at + 1)
    if word.startswith(_DECLARING):
        return _is_declared_so(tokens, at + 1)
    if word == "promising":
        following = word_at(tokens, at + 1)
        return (
            not following.isalnum() or following in lexicon.PREPOSITIONS or following in lexicon.CONJUNCTIONS
        )
    if word in _TAKING and any(
        tokens[i].lower in _TAKEN and tokens[i + 1].lower in {"to", "of", "for", "as"}
        for i in range(at + 1, min(len(tokens) - 1, at + _LONGEST_TAKEN))
    ):
        return True
    if word in _TAKING and word_at(tokens, at + 2) == "that" and tokens[at + 1].lower.endswith("s"):
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
    """In "The stock added more than 2% to 40 dollars", what is won; but "added 40% of them were old" tells something."""
    window = range(at, min(len(tokens), at + _LONGEST_GAIN))
    share = next((i for i in window if tokens[i].lower in _SHARES), 0)
    is_figure = share > at and tokens[share - 1].text[0].isdigit()
    return is_figure and not any(t.lower == "of" or is_finite(t) for t in tokens[share + 1 : share + 3])


def _second_object(tokens: list[Token], at: int) -> int:
    """In "declared the outbreak a pandemic", where "a" stands; 0 where what follows is one object, "declared a fast", or a time, "a week ago"."""
    near = range(at, min(len(tokens) - 1, at + _LONGEST_SO))
    window = list(takewhile(lambda i: tokens[i].is_word, near))
    if any(tokens[i].lower in lexicon.CLAUSE_OPENERS for i in window):
        return 0  # "announced on Friday that she's forming a panel"
    article = next((i for i in window[1:] if tokens[i].lower in lexicon.INDEFINITE_ARTICLES), 0)
    before = word_at(tokens, article - 1)
    is_noun = before[:1].isalpha() and before not in lexicon.PREPOSITIONS | lexicon.CLAUSE_JOINERS
    return article if is_noun and word_at(tokens, article + 1) not in times.TIME_UNITS else 0


def _is_declared_so(tokens: list[Token], at: int) -> bool:
    """In "declared most dams legal", what somebody calls legal; but "declared most dams are legal" tells something."""
    window = range(at + 1, min(len(tokens), at + _LONGEST_SO))
    so = next((i for i in window if tokens[i].lower in _DECLARED_SO), 0)
    if not so and (noun := _second_object(tokens, at)):
        return not has_predicate(tokens, at, noun)
    following = word_at(tokens, so + 1)
    ends = not following.isalpha() or following in lexicon.PREPOSITIONS or following in lexicon.CONJUNCTIONS
    return so > 0 and ends and not has_predicate(tokens, at, so)
