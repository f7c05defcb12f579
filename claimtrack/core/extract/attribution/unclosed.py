"""Where a cited source ends that no comma closes: "According to the police crime fell 4%"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.attribution.scope import may_be_past
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import (
    has_predicate,
    is_finite,
    is_predicate,
    is_statement,
    word_at,
)

if TYPE_CHECKING:
    from claimtrack.core.extract.words.reading import Token

_WINDOW = 30
_COUNTING = frozenset(word for word in lexicon.COUNTS if word != "a") | {"many", "most", "several", "some"}
_ROUGHLY = frozenset("only nearly almost about around over more fewer less up at".split())
_PRONOUNS = lexicon.SUBJECT_PRONOUNS - {"that", "this", "those", "these", "who", "you", "it"}
_NO_SUBJECT = (
    lexicon.PREPOSITIONS | lexicon.AUXILIARIES | lexicon.FINITE | lexicon.TIME_OPENERS | lexicon.TIME_NOUNS
    | frozenset("and or but familiar close loyal privy".split())
)  # fmt: skip
_NO_NOUN = ("'s", "s'", "ed", "ing")
_BEFORE_NOUN = lexicon.PREPOSITIONS | lexicon.DETERMINERS | lexicon.MONTHS | {"and", "or", "&"}
_MANNER = frozenset("plan plans schedule custom taste need needs size age ability".split())
_CONJUNCTIONS = frozenset({"and", "but", "while", "or"})
_SPEAKING = nouns.PEOPLE | nouns.DOCUMENTS | nouns.KINDS
_WHOM = frozenset({"him", "her", "them", "us", "me"})
_ARTICLES = lexicon.DETERMINERS - {"that", "both", "each", "all"}


def source_end(tokens: list[Token], start: int, comma: int | None) -> int | None:
    """Where a clause begins behind the source that begins at `start`, before the next `comma`; None where none does."""
    if word_at(tokens, start) in _MANNER:
        return None
    stop = min(len(tokens), start + _WINDOW) if comma is None else comma
    stop = next((i for i in range(start, stop) if tokens[i].lower in lexicon.RELATIVES), stop)
    verbs = [i for i in range(start + 1, stop) if _is_verb(tokens, i, is_closed=comma is not None)]
    opener = next((i for i in range(start + 1, stop) if _opens_subject(tokens, i)), None)
    if opener is not None and opener < min(verbs, default=stop):
        tells = comma is not None and _ends_in_verb(tokens, opener, comma) and _is_followed(tokens, comma)
        is_pronoun = tokens[opener].lower in lexicon.SUBJECT_PRONOUNS and opener + 2 < len(tokens)
        is_clause = is_pronoun or is_statement(tokens, opener, len(tokens))
        return opener if is_clause and not tells else None
    if comma is not None and _is_followed(tokens, comma):
        return None  # "According to a City email sent to the Courier, rents rose"
    for verb in verbs:
        begins = [i for i in range(start + 1, verb) if _may_begin(tokens, i, verb)]
        if begins:
            return begins[-1]
        if is_finite(tokens[verb]) and _ends_source(tokens, verb - 1):
            return verb  # "The firm employs 40 and according to its accounts lost $4m"
    return None


def _is_verb(tokens: list[Token], at: int, *, is_closed: bool) -> bool:
    """Whether the verb of a clause may stand here; "figures published by", "an email sent to X," tell of the source."""
    following = word_at(tokens, at + 1)
    if is_finite(tokens[at]):
        return is_predicate(tokens, at)
    is_past = may_be_past(tokens[at]) and tokens[at - 1].is_word
    tells = following in {"by", "on"} or (is_closed and following in lexicon.PREPOSITIONS)
    return (is_past or is_predicate(tokens, at)) and not tells


def _ends_source(tokens: list[Token], at: int) -> bool:
    """Whether a source may end with this word: a name, or a noun for who or what can speak."""
    word = tokens[at].lower
    if tokens[at].is_capital:
        return word not in lexicon.MONTHS
    return word in _SPEAKING or word in _WHOM or word in lexicon.TIME_NOUNS or lexicon.is_plural_head(word)


def _opens_subject(tokens: list[Token], at: int) -> bool:
    """Whether a subject surely begins here: "the", "40", "they", and no noun phrase goes on."""
    word, before = tokens[at].lower, tokens[at - 1].lower
    if (
        before in _BEFORE_NOUN
        or not tokens[at - 1].is_word
        or before.endswith(_NO_NOUN)
        or is_finite(tokens[at - 1])
    ):
        return False
    is_article = word in _ARTICLES
    if is_article or word in _PRONOUNS or word == "it":
        return True
    if not _ends_source(tokens, at - 1):
        return False
    if tokens[at].text[0].isdigit() or tokens[at].text in "$£€¥₹":
        return True
    if word in _ROUGHLY and any(token.text[0].isdigit() for token in tokens[at + 1 : at + 4]):
        return True  # "only 12", "more than 40", "at least 12"
    return word in _COUNTING


def _may_begin(tokens: list[Token], at: int, verb: int) -> bool:
    """Whether a subject without article may begin here: "crime", "Smith", "sales"."""
    first = tokens[at]
    is_word = first.is_word and first.lower not in _NO_SUBJECT and not first.lower.endswith(("ed", "ly"))
    if not is_word or not _ends_source(tokens, at - 1) or any(t.is_quote for t in tokens[at:verb]):
        return False
    if not first.is_capital:
        return True
    # "the union Smith was paid": the name is what the verb tells of
    before = tokens[at - 1]
    return not before.is_capital and all(token.is_capital for token in tokens[at:verb])


def _is_followed(tokens: list[Token], comma: int) -> bool:
    """Whether a whole statement stands behind the comma that no conjunction opens."""
    begins = comma + 1
    if word_at(tokens, begins) in _CONJUNCTIONS:
        return False
    return is_statement(tokens, begins, len(tokens)) and has_predicate(tokens, begins, len(tokens))


def _ends_in_verb(tokens: list[Token], opener: int, comma: int) -> bool:
    """In "According to a memo the ministry wrote, S", the clause tells of the memo."""
    return opener < comma - 1 and (is_finite(tokens[comma - 1]) or may_be_past(tokens[comma - 1]))
