"""Where a cited source ends: "According to Jane Doe, head of the union, S", "According to the police crime fell 4%"."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.extract.attribution.reported.brief import is_complete_statement
from claimtrack.core.extract.attribution.scope import starts_predicate
from claimtrack.core.extract.attribution.sources.apposition import is_party_tag
from claimtrack.core.extract.attribution.sources.noun_phrases import find_next_break
from claimtrack.core.extract.words import lexicon, nouns, times
from claimtrack.core.extract.words.clauses import (
    COMMA_OR_DASH,
    has_predicate,
    is_predicate,
    may_be_third_person,
    word_at,
)
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.statements import is_statement
from claimtrack.core.extract.words.titles import is_occupation
from claimtrack.core.extract.words.verbs import is_finite, may_be_past, may_be_verb

_WINDOW = 30
_COUNTING = lexicon.CARDINALS | {"many", "most", "several", "some"}
_ROUGHLY = word_set("only nearly almost about around over more fewer less up at")
_PRONOUNS = lexicon.SUBJECT_PRONOUNS - {"this", "those", "these", "you", "it"}
_NO_SUBJECT = (
    lexicon.PREPOSITIONS | lexicon.AUXILIARIES | lexicon.FINITE | times.TIME_MODIFIERS | times.TIME_NOUNS
    | word_set("and or but familiar close loyal privy")
)  # fmt: skip
_NO_NOUN = ("'s", "s'", "ed", "ing")
_BEFORE_NOUN = lexicon.BEFORE_NOUN | times.MONTHS | {"and", "or", "&"}
MANNER = word_set("plan plans schedule custom taste need needs size age ability")
_CONJUNCTIONS = frozenset({"and", "but", "while", "or"})
_SPEAKING = nouns.SPEAKERS | nouns.DOCUMENTS | nouns.BODY_KINDS
_ARTICLES = lexicon.DETERMINERS - {"that", "both", "each", "all"}
DESCRIBING = lexicon.RELATIVES | lexicon.ARTICLES
_MADE = word_set("in on at by last this") | times.TIME_ADVERBS
"""Behind what was done to a document: "filed in Vale", "unsealed Monday"."""
_TELLS_OF = word_set(
    "who whose which published released obtained seen dated quoted cited interviewed reached contacted citing quoting speaking writing"
)
_AGED = frozenset({"aged", "then", "now"})
_LONGEST_LIST = 12
_LEADING_ON = frozenset(
    "however,meanwhile,though,too,for example,for instance,of course,by contrast,in contrast".split(",")
)
_WITHIN_NAME = frozenset({"of", "the", "in", "and"})


def find_source_end(tokens: list[Token], start: int, comma: int | None) -> int | None:
    """Where a clause begins behind the source that begins at `start`, before the next `comma`; None where none does."""
    if word_at(tokens, start) in MANNER:
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
        return word not in times.MONTHS
    return (
        word in _SPEAKING
        or word in lexicon.ANY_OBJECT_PRONOUNS
        or word in times.TIME_NOUNS
        or lexicon.is_plural_head(word)
    )


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
    return opener < comma - 1 and may_be_verb(tokens[comma - 1])


def skip_list(tokens: list[Token], comma: int) -> int | None:
    """The comma behind "three officials, two lawyers and a diplomat", None where the sentence ends there; else the same comma."""
    listed = tokens[comma - 1]
    joint = next((i for i in range(comma + 2, comma + _LONGEST_LIST) if word_at(tokens, i) == "and"), 0)
    if not joint or listed.is_capital or not lexicon.is_plural_head(listed.lower):
        return comma
    end = find_next_break(tokens, joint)
    is_list = not any(is_finite(token) or token.is_quote for token in tokens[comma:end])
    return end if is_list and tokens[comma + 1].lower not in DESCRIBING else comma


def skip_apposition(tokens: list[Token], comma: int) -> int:
    """In "According to Jane Doe, head of the union, S" and "... Jane Doe, however, S", the comma after that; else the same comma."""
    close: int | None = _relative_end(tokens, comma, find_next_break(tokens, comma + 1) or 0)
    if close and " ".join(token.lower for token in tokens[comma + 1 : close]) in _LEADING_ON:
        return close
    if not (tokens[comma - 1].is_capital or _is_told_of(tokens, comma + 1)):
        return comma
    stop = len(tokens) - (tokens[-1].text == ".")
    while close and _is_role(tokens, comma + 1, close) and is_complete_statement(tokens, close + 1, stop):
        comma, close = close, find_next_break(tokens, close + 1)
    return comma


def _relative_end(tokens: list[Token], comma: int, close: int) -> int:
    """The comma behind the verb of ", whose leader, Jane Doe, left in May,"; the nearest, `close`, where that holds it."""
    is_told = word_at(tokens, comma + 1) in lexicon.RELATIVES
    if not is_told or not close or has_predicate(tokens, comma + 2, close):
        return close
    ends = [i for i in range(close, len(tokens)) if tokens[i].text == ","]
    return next((end for start, end in pairwise(ends) if _does(tokens, start + 1)), close)


def _does(tokens: list[Token], at: int) -> bool:
    """Whether a verb stands here, and no participle: "runs the port", "left", but not "led by"."""
    begins = starts_predicate(tokens, at) or may_be_third_person(tokens, at)
    return begins and word_at(tokens, at + 1) != "by"


def _is_role(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words between two commas tell who somebody is: "head of the union", "who runs it", "the smith who made it"."""
    if _is_told_of(tokens, start) or is_party_tag(tokens[start]) or _is_home(tokens[start:end]):
        return True
    is_age = tokens[end - 1].text.isdigit() and all(token.lower in _AGED for token in tokens[start : end - 1])
    return is_age or (
        end - start > 1
        and tokens[start].lower not in lexicon.PREPOSITIONS
        and any(
            token.lower in nouns.SPEAKERS or (is_occupation(token.lower) and not token.is_capital)
            for token in tokens[start:end]
        )
        and not has_predicate(tokens, _past_retired(tokens, start), _before_relative(tokens, start, end))
    )


def _is_home(words: list[Token]) -> bool:
    """Whether the words name where somebody works or lives: "of the University of Vale"."""
    return (
        word_at(words, 0) in {"of", "from"}
        and words[-1].is_capital
        and all(word.is_capital or word.lower in _WITHIN_NAME for word in words[1:])
    )


def _before_relative(tokens: list[Token], start: int, end: int) -> int:
    """Where "who made it" begins; the end of the range where nothing of the kind does, or a verb of the smith's follows."""
    who = next((i for i in range(start + 1, end) if tokens[i].lower == "who"), end)
    behind = find_next_break(tokens, end + 1) or end
    return end if any(map(is_finite, tokens[end + 1 : end + 2] + tokens[behind + 1 : behind + 2])) else who


def ends_in_role(tokens: list[Token], said: int, comma: int) -> bool:
    """Whether what somebody is ends the sentence, and what runs it tells of that: ", head of the union that runs it"."""
    is_named = word_at(tokens, comma) == "," and tokens[comma - 1].is_capital
    if not is_named or comma + 1 >= len(tokens) or not has_predicate(tokens, 0, said):
        return False
    that = next(
        (i for i in range(comma + 1, len(tokens)) if tokens[i].lower in lexicon.RELATIVES), len(tokens)
    )
    behind = range(comma + 1, len(tokens))
    goes_on = any(
        tokens[i].text in COMMA_OR_DASH and word_at(tokens, i + 1) not in lexicon.RELATIVES for i in behind
    )
    return not goes_on and _is_role(tokens, comma + 1, that)


def _past_retired(tokens: list[Token], start: int) -> int:
    """Where "judge" stands in "a retired judge"; else the same place."""
    return start + 2 * (tokens[start].lower in lexicon.ARTICLES and word_at(tokens, start + 1).endswith("ed"))


def _is_told_of(tokens: list[Token], at: int) -> bool:
    """Whether what follows the comma tells of the source: "which came out in May", "filed in Vale", "a copy of which the Courier saw"."""
    is_made = word_at(tokens, at + 1) in _MADE and may_be_past(tokens[at])
    if is_made and tokens[at - 2].lower in nouns.DOCUMENTS:
        return True
    is_copy = word_at(tokens, at + 3) == "which" and word_at(tokens, at + 2) in lexicon.PREPOSITIONS
    return word_at(tokens, at) in _TELLS_OF or is_copy
