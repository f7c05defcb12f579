"""Content that means nothing without its verb: what a document shows, how something is so, what is denied ("denied it, saying that S")."""

from __future__ import annotations

from claimtrack.core.extract.attribution.reported.trimming import RETELLING
from claimtrack.core.extract.attribution.scope import Attribution
from claimtrack.core.extract.attribution.verbs.uses import has_following_clause, is_as_description
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import is_predicate
from claimtrack.core.extract.words.finding import contains_word, word_at
from claimtrack.core.extract.words.reading import Token, TokenRange, words_of
from claimtrack.core.extract.words.verbs import is_adverb, is_finite, is_preverbal

_QUESTION_OPENERS = (lexicon.QUESTION_WORDS - {"if"}) | {"which"}
_UNCERTAIN_VERBS = words_of(lexicon.ASK, lexicon.THINK)
_DEGREE_WORDS = words_of(
    "much many long often far big large small high deep fast soon quickly well badly close old few little "
    "hard easy difficult"
)
"""Words after "how" that ask for an amount: "how much", "how far"."""
_SHOWING_VERBS = words_of("show shows showed indicate indicates indicated reveal reveals revealed")
_REFUSABLE = words_of(
    "motion motions bail appeal petition application request permission parole asylum access entry visa visas "
    "refuge aid funds funding benefits service services coverage"
)
_SECOND_OBJECT_OPENERS = words_of("a an the any his her its their")
"""Determiners of a second object: "denied Moor a goal"."""
_BEFORE_VIEW_VERB = words_of("has have had also now still once already")
_NOUN_WINDOW, _EXPECTED_WINDOW = 4, 14  # tokens from the start of the content


def is_document_finding(tokens: list[Token], at: int, source: TokenRange) -> bool:
    """Whether a document presents a number or an indirect question, which needs its verb: "Police data show a 4% rise", "... how rents rose"."""
    is_shown = (
        any(t.lower[0].isdigit() for t in tokens[at:]) or word_at(tokens, at + 1) in lexicon.QUESTION_WORDS
    )
    is_shown = is_shown and source[0] == 0
    return is_shown and names_document(tokens[slice(*source)]) and tokens[at].lower in _SHOWING_VERBS


def is_indirect_question(tokens: list[Token], at: int, start: int) -> bool:
    """Whether the content is an indirect question, which is no statement: "show where boats may land"."""
    return tokens[at].lower in _SHOWING_VERBS and tokens[start].lower in lexicon.QUESTION_WORDS


def needs_reporting_verb(tokens: list[Token], at: int, source: TokenRange, start: int) -> bool:
    """Whether the content means nothing without its verb: an instruction, a manner or an opinion, as in "told residents how to save water"."""
    if _is_view(tokens, at, source, start):
        return True
    word = word_at(tokens, start)
    has_lead = source[0] > 0 and tokens[source[0] - 1].text != ","  # "In it, she explained why S"
    if has_lead or word not in lexicon.QUESTION_WORDS:
        return False
    if word_at(tokens, start + 1) == "to":
        return True
    is_manner = word in {"how", "why"} and word_at(tokens, start + 1) not in _DEGREE_WORDS
    return is_manner and (names_document(tokens[slice(*source)]) or _is_only_question(tokens, at, start))


def _is_view(tokens: list[Token], at: int, source: TokenRange, start: int) -> bool:
    """Whether the content is an opinion or a forecast: "described the fall as the worst", "expects trade to rise by 5%"."""
    has_lead = (
        source[0] > 0 and tokens[source[0] - 1].text != "," and tokens[0].lower not in lexicon.COORDINATORS
    )
    if has_lead or not all(
        token.lower in _BEFORE_VIEW_VERB or is_adverb(token) for token in tokens[source[1] : at]
    ):
        return False  # "can expect", "did not expect", "who describes", "left and expects"
    if tokens[at].lower in {"expect", "expects"}:
        window = range(start, min(len(tokens) - 2, start + _EXPECTED_WINDOW))
        end = next(
            (i for i in window if not tokens[i].is_word or tokens[i].lower == "to" or is_finite(tokens[i])),
            start,
        )
        return tokens[end].lower == "to" and not has_following_clause(tokens, end)
    return is_as_description(tokens, at)


def _is_narrative_how(tokens: list[Token], at: int, start: int) -> bool:
    """Whether "how" only introduces an experience: "recalled how the ship sank"."""
    is_story = tokens[at].lower in RETELLING and word_at(tokens, start) == "how"
    return is_story and word_at(tokens, start + 1) not in _DEGREE_WORDS


def is_open_question(tokens: list[Token], at: int, start: int) -> bool:
    """Whether the content answers a question of which only the wording is given: "announced how much banks must hold"."""
    is_manner = word_at(tokens, start) in {"how", "why"} and word_at(tokens, start + 1) not in _DEGREE_WORDS
    return not is_manner and _is_only_question(tokens, at, start)


def _is_only_question(tokens: list[Token], at: int, start: int) -> bool:
    """Whether nothing but an indirect question follows, which is not the subject of a statement: "said how it sank is unclear"."""
    word = word_at(tokens, start)
    is_open = tokens[at].lower in _UNCERTAIN_VERBS or _is_narrative_how(tokens, at, start)
    if (
        word not in _QUESTION_OPENERS
        or is_open
        or (tokens[at].lower in lexicon.SAY_FORMS and not _asks_amount(tokens, start))
    ):
        return False  # after "said" the question is mostly a subject: "said what it needs is a bridge"
    verb = next((i for i in range(start + 1, len(tokens)) if is_predicate(tokens, i)), len(tokens) - 1)
    while verb < len(tokens) - 1 and is_preverbal(tokens[verb]):
        verb += 1
    return not any(is_predicate(tokens, i) for i in range(verb + 1, len(tokens)))


def _asks_amount(tokens: list[Token], start: int) -> bool:
    """Whether the question asks for an amount or a choice: "how much", "which"."""
    return word_at(tokens, start) == "which" or word_at(tokens, start + 1) in _DEGREE_WORDS


def names_document(words: list[Token]) -> bool:
    """Whether the words name a document or data, which show something; people show something to somebody."""
    return contains_word(words, nouns.DOCUMENTS)


def trim_to_head(words: list[Token]) -> list[Token]:
    """The words of a noun phrase before its first preposition: "zones" of "zones on the map"."""
    return words[
        : next((i for i, word in enumerate(words) if word.lower in lexicon.PREPOSITIONS), len(words))
    ]


def is_refusal_action(tokens: list[Token], at: int, start: int) -> bool:
    """Whether "denied" means that something was refused: "denied a defense motion", "denied Moor a goal"; not "denied that a motion passed"."""
    noun = tokens[start : start + _NOUN_WINDOW]
    if not _denies(tokens[at]) or not noun or noun[0].lower == "that" or noun[0].lower.endswith("ing"):
        return False
    end = next((i for i, token in enumerate(noun) if not token.is_capital), len(noun))
    end = end or int(noun[0].lower in lexicon.ANY_OBJECT_PRONOUNS)
    is_kept_from = end > 0 and word_at(noun, end) in _SECOND_OBJECT_OPENERS
    return is_kept_from or contains_word(noun, _REFUSABLE)


def find_preceding_denial(tokens: list[Token], at: int, source: TokenRange, on: int) -> Attribution | None:
    """The attribution of a denial before ", saying that S"; `on` is the index of "saying". None if there is none."""
    is_denied = _denies(tokens[at]) and tokens[on - 1].text == ","
    return Attribution(at, source, (0, on - 1), framed=True) if is_denied else None


def _denies(token: Token) -> bool:
    """Whether the verb is a form of "deny"."""
    return token.lower.startswith("den")
