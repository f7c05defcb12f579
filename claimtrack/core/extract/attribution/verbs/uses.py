"""Verbs that report only in some uses: not "added 2%", "declared both dams unsafe", "described a room"; but "put the toll at 31", "S, X promised"."""

from __future__ import annotations

from itertools import takewhile

from claimtrack.core.extract.attribution.reported.adjuncts import find_content_start, skip_circumstances
from claimtrack.core.extract.attribution.reported.trimming import is_empty_opener
from claimtrack.core.extract.attribution.sources.speaking import is_speaker
from claimtrack.core.extract.words import lexicon, times
from claimtrack.core.extract.words.clauses import COMMA_OR_DASH, CURRENCIES, has_predicate, starts_clause
from claimtrack.core.extract.words.finding import contains_word, count_words, find_word, word_at
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
    "legal illegal lawful unlawful valid invalid void constitutional unconstitutional guilty liable bankrupt "
    "insolvent dead missing safe unsafe fit unfit admissible inadmissible eligible ineligible extinct open "
    "closed clear independent"
)
"""Object complements after a verb of declaring, which reports nothing then: "declared both dams unsafe"."""
_ADDING = words_of("add adds added adding")
_SHARE_UNITS = words_of("% percent percentage per points")
_GAIN_WINDOW = 5  # tokens from "added" to "%"
_ESTIMATING = words_of("put puts credit credits credited fault faulted attribute attributes attributed")
"""Verbs that report only where they give an estimate or a cause: "put the toll at 31", "credits rain for it"."""
_BLAMING = words_of("blame blames blamed")
ESTIMATING_OR_BLAMING = _ESTIMATING | _BLAMING
_PHRASAL_PARTICLES = words_of("off out down through")
_BEFORE_ESTIMATE = words_of("at above below over under near around between")
_APPROXIMATORS = words_of("about around nearly almost more over least between just close")
_ESTIMATE_WINDOW = 12  # tokens from "puts" to "at"
_OPENS_NUMBER = lexicon.CARDINALS_AND_A | _APPROXIMATORS
_OPINION_WINDOW = 14  # tokens from "described" to "as"
_CLAUSE_CONJUNCTIONS = words_of("but yet while though although whereas even as because since when")
PROMISE_VERBS = frozenset({"promise", "promises", "promised", "pledge", "pledges", "pledged"})
_VOWING = PROMISE_VERBS | {"vowed", "vows"}


def has_no_content(tokens: list[Token], at: int) -> bool:
    """Whether no clause follows the verb: "told the truth about it", "added 2%", "a bank feels like a shop", "the design is promising at worst"."""
    word = tokens[at].lower
    if word in _ADDING:
        return _is_gain(tokens, at + 1)
    if word.startswith(_DECLARING_STEMS):
        return _has_object_complement(tokens, at + 1)
    if word == "promising":
        following = word_at(tokens, at + 1)
        return not following.isalnum() or following in lexicon.PREPOSITIONS
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


def gives_estimate_or_cause(tokens: list[Token], at: int) -> bool:
    """Whether the verb gives an estimate or a cause: "put the toll at 31", "credits rain for it"."""
    if tokens[at].lower in _BLAMING:
        return True
    if word_at(tokens, at + 1) == "to":
        return False  # "a song attributed to Moor"
    if word_at(tokens, at + 2) in _PHRASAL_PARTICLES:
        return False  # "puts you off at a ladder"
    if tokens[at].lower not in lexicon.PUTS:
        return contains_word(tokens[at + 2 : at + _ESTIMATE_WINDOW], {"to", "for", "with"})
    window = range(at + 2, min(len(tokens) - 1, at + _ESTIMATE_WINDOW))
    return any(
        tokens[i].lower in _BEFORE_ESTIMATE and (_opens_quantity(tokens[i + 1]) or tokens[i + 1].is_quote)
        for i in window
    )


def _opens_quantity(token: Token) -> bool:
    """Whether the token begins a quantity: "31", "$4m", "about"."""
    return token.text[0] in CURRENCIES or any(map(str.isdigit, token.text)) or token.lower in _OPENS_NUMBER


def is_mere_description(tokens: list[Token], at: int) -> bool:
    """Whether "described" only has a thing or a manner as its object, not an experience: not so in "described hearing shots", "described how she left"."""
    if not tokens[at].lower.startswith("describ"):
        return False
    following = word_at(tokens, at + 1)
    is_experience = following in lexicon.PERCEPTION_GERUNDS or (
        following == "how" and is_empty_opener(tokens[at], tokens[at + 1 :])
    )
    return not (is_experience or is_as_description(tokens, at))


def has_following_clause(tokens: list[Token], at: int) -> bool:
    """Whether the outlet adds a clause of its own after the description: "described it as the worst, but nobody died"."""
    joints = (i + 1 for i in range(at, len(tokens) - 1) if tokens[i].text in COMMA_OR_DASH)
    return any(
        tokens[i].lower in _CLAUSE_CONJUNCTIONS
        or (tokens[i].lower in lexicon.COORDINATORS and starts_clause(tokens, i + 1))
        for i in joints
    )


def is_as_description(tokens: list[Token], at: int) -> bool:
    """Whether the verb gives an opinion with "as": "described the fall as the worst since 1974".

    Not so in "described as", "described by some as" and "described a fight as they struggled", nor with a quotation, which is
    reported by itself.
    """
    if not tokens[at].lower.startswith("describ") or word_at(tokens, at + 1) in {"as", "by", "in"}:
        return False
    if any(token.is_quote for token in tokens) or has_following_clause(tokens, at):
        return False
    window = range(at + 1, min(len(tokens) - 2, at + _OPINION_WINDOW))
    end = next(
        (i for i in window if not tokens[i].is_word or tokens[i].lower == "as" or is_finite(tokens[i])), at
    )
    return word_at(tokens, end) == "as" and word_at(tokens, end + 1) not in lexicon.SUBJECT_PRONOUNS


def is_inverted_vow(tokens: list[Token], at: int) -> bool:
    """Whether "vowed the mayor" follows a clause; not so in "regular, pledged delegates"."""
    is_named = tokens[at + 1].is_capital or tokens[at + 1].lower in lexicon.ARTICLES
    return tokens[at].lower in _VOWING and is_named and has_predicate(tokens, 0, at)


def is_trailing_promise(tokens: list[Token], at: int, floor: int, group: int) -> bool:
    """Whether "X promised" follows its content, and nothing comes after but a time or a contrast: ", but the union warns that S"."""
    if tokens[at].lower not in PROMISE_VERBS or not has_predicate(tokens, floor, group):
        return False
    end = skip_circumstances(tokens, at, find_content_start(tokens, at))
    is_opposed = word_at(tokens, end) in COMMA_OR_DASH and word_at(tokens, end + 1) in lexicon.CONTRASTIVES
    return is_opposed or count_words(tokens, at + 1, len(tokens)) == 0
