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
    MIN_CONTENT,
    has_predicate,
    is_predicate,
    may_be_third_person,
)
from claimtrack.core.extract.words.finding import find_word, word_at
from claimtrack.core.extract.words.reading import Token, words_of
from claimtrack.core.extract.words.statements import is_clause, is_statement
from claimtrack.core.extract.words.titles import is_occupation
from claimtrack.core.extract.words.verbs import is_finite, may_be_past, may_be_verb

_SOURCE_WINDOW = 30  # tokens of a source without a comma
_COUNT_WORDS = lexicon.CARDINALS | {"many", "most", "several", "some"}
_APPROXIMATORS = words_of("only nearly almost about around over more fewer less up at")
_PRONOUNS = lexicon.SUBJECT_PRONOUNS - {"this", "those", "these", "you", "it"}
_NOT_SUBJECT = (
    lexicon.PREPOSITIONS | lexicon.AUXILIARIES | lexicon.FINITE | times.TIME_MODIFIERS | times.TIME_NOUNS
    | words_of("and or but familiar close loyal privy")
)  # fmt: skip
_NOT_BEFORE_SUBJECT_ENDINGS = ("'s", "s'", "ed", "ing")
_BEFORE_NOUN = lexicon.BEFORE_NOUN | times.MONTHS | {"and", "or", "&"}
MANNER = words_of("plan plans schedule custom taste need needs size age ability")
_SPEAKING_NOUNS = nouns.SPEAKERS | nouns.DOCUMENTS | nouns.BODY_KINDS
_ARTICLES = lexicon.DETERMINERS - {"that", "both", "each", "all"}
DESCRIBING = lexicon.RELATIVES | lexicon.ARTICLES
_AFTER_PARTICIPLE = words_of("in on at by last this") | times.TIME_ADVERBS
"""Words after a participle that modifies a document: "filed in Vale", "unsealed Monday"."""
_MODIFIER_OPENERS = words_of(
    "who whose which published released obtained seen dated quoted cited interviewed reached contacted "
    "citing quoting speaking writing"
)
_BEFORE_AGE = words_of("aged then now")
_SURE_RELATIVES, _JOINING_RELATIVES = frozenset({"who", "which"}), frozenset({"that", "where"})
"""Words that open a clause which a citation may interrupt; after the last two it may also have a subject of its own."""
_LIST_WINDOW = 12  # tokens from the first comma to "and"
_CONNECTIVES = frozenset(
    "however,meanwhile,though,too,for example,for instance,of course,by contrast,in contrast".split(",")
)
_WITHIN_NAME = words_of("of the in and")


def find_source_end(tokens: list[Token], start: int, comma: int | None) -> int | None:
    """The index where the clause begins after the source at `start`, before the next `comma`; None if no clause does."""
    if word_at(tokens, start) in MANNER:
        return None
    stop = min(len(tokens), start + _SOURCE_WINDOW) if comma is None else comma
    stop = find_word(tokens, lexicon.RELATIVES, start, stop, default=stop)
    verbs = [i for i in range(start + 1, stop) if _may_be_clause_verb(tokens, i, is_closed=comma is not None)]
    opener = next((i for i in range(start + 1, stop) if _surely_opens_subject(tokens, i)), None)
    if opener is not None and opener < min(verbs, default=stop):
        is_reduced = (
            comma is not None
            and _is_reduced_relative(tokens, opener, comma)
            and _is_followed_by_statement(tokens, comma)
        )
        is_pronoun = tokens[opener].lower in lexicon.SUBJECT_PRONOUNS and opener + 2 < len(tokens)
        is_clause = is_pronoun or is_statement(tokens, opener, len(tokens))
        return opener if is_clause and not is_reduced else None
    if comma is not None and _is_followed_by_statement(tokens, comma):
        return None  # "According to a City email sent to the Courier, rents rose"
    for verb in verbs:
        begins = [i for i in range(start + 1, verb) if _may_open_bare_subject(tokens, i, verb)]
        if begins:
            return begins[-1]
        if is_finite(tokens[verb]) and _can_end_source(tokens, verb - 1):
            return verb  # "The firm employs 40 and according to its accounts lost $4m"
    return None


def find_end_in_relative(tokens: list[Token], opens: int, start: int, comma: int | None) -> int | None:
    """The end of the source at `start` in "a house that according to X belonged to Y" and "Y, who, according to X, owns it".

    None if the citation does not interrupt a relative clause. `opens` is where it begins, `comma` the next break after `start`.
    """
    is_apart = word_at(tokens, opens - 1) == ","
    relative = word_at(tokens, opens - 1 - is_apart)
    is_sure = relative in _SURE_RELATIVES
    if opens <= MIN_CONTENT or not (is_sure or (relative in _JOINING_RELATIVES and not is_apart)):
        return None
    if is_apart:
        return comma
    begins = None if is_sure else find_source_end(tokens, start, comma)
    return begins or _find_verb_after_source(tokens, start)


def _find_verb_after_source(tokens: list[Token], start: int) -> int | None:
    """The verb of a relative clause after the source that interrupts it; None if none."""
    stop = min(len(tokens), start + _SOURCE_WINDOW)
    verbs = [i for i in range(start + 1, stop) if _may_be_clause_verb(tokens, i, is_closed=False)]
    surely = (i for i in verbs if is_finite(tokens[i]))
    perhaps = (i for i in range(start + 1, stop) if i in verbs or may_be_third_person(tokens, i))
    return next(surely, None) or next(perhaps, None)


def _may_be_clause_verb(tokens: list[Token], at: int, *, is_closed: bool) -> bool:
    """Whether the verb of a clause may occur here; "figures published by" and "an email sent to X," only modify the source."""
    following = word_at(tokens, at + 1)
    if is_finite(tokens[at]):
        return is_predicate(tokens, at)
    is_past = may_be_past(tokens[at]) and tokens[at - 1].is_word
    is_modifier = following in {"by", "on"} or (is_closed and following in lexicon.PREPOSITIONS)
    return (is_past or is_predicate(tokens, at)) and not is_modifier


def _can_end_source(tokens: list[Token], at: int) -> bool:
    """Whether a source may end with this word: a name, or a noun for something that can speak."""
    word = tokens[at].lower
    if tokens[at].is_capital:
        return word not in times.MONTHS
    return word in _SPEAKING_NOUNS or lexicon.is_plural_head(word)


def _surely_opens_subject(tokens: list[Token], at: int) -> bool:
    """Whether a subject surely begins here ("the", "40", "they") rather than continuing the source."""
    word, before = tokens[at].lower, tokens[at - 1].lower
    if before in _BEFORE_NOUN or not tokens[at - 1].is_word or before.endswith(_NOT_BEFORE_SUBJECT_ENDINGS):
        return False
    is_article = word in _ARTICLES
    if is_article or word in _PRONOUNS or word == "it":
        return True
    if not _can_end_source(tokens, at - 1):
        return False
    if tokens[at].text[0].isdigit() or tokens[at].text in "$£€¥₹":
        return True
    if word in _APPROXIMATORS and any(token.text[0].isdigit() for token in tokens[at + 1 : at + 4]):
        return True  # "only 12", "more than 40", "at least 12"
    return word in _COUNT_WORDS


def _may_open_bare_subject(tokens: list[Token], at: int, verb: int) -> bool:
    """Whether a subject without an article may begin here: "crime", "Smith", "sales"."""
    first = tokens[at]
    is_word = first.is_word and first.lower not in _NOT_SUBJECT and not first.lower.endswith(("ed", "ly"))
    if not is_word or not _can_end_source(tokens, at - 1) or any(t.is_quote for t in tokens[at:verb]):
        return False
    if not first.is_capital:
        return True
    # "the union Smith was paid": the name is the verb's subject
    before = tokens[at - 1]
    return not before.is_capital and all(token.is_capital for token in tokens[at:verb])


def _is_followed_by_statement(tokens: list[Token], comma: int) -> bool:
    """Whether a whole statement follows the comma."""
    return is_clause(tokens, comma + 1, len(tokens))


def _is_reduced_relative(tokens: list[Token], opener: int, comma: int) -> bool:
    """Whether the clause modifies the source: "According to a memo the ministry wrote, S"."""
    return opener < comma - 1 and may_be_verb(tokens[comma - 1])


def skip_list(tokens: list[Token], comma: int) -> int | None:
    """The comma after "three officials, two lawyers and a diplomat", None if the sentence ends there; else `comma`."""
    listed = tokens[comma - 1]
    joint = find_word(tokens, "and", comma + 2, comma + _LIST_WINDOW)
    if not joint or listed.is_capital or not lexicon.is_plural_head(listed.lower):
        return comma
    end = find_next_break(tokens, joint)
    is_list = not any(is_finite(token) or token.is_quote for token in tokens[comma:end])
    return end if is_list and tokens[comma + 1].lower not in DESCRIBING else comma


def skip_apposition(tokens: list[Token], comma: int) -> int:
    """The comma after a source's modifiers or a connective: "According to Jane Doe, head of the union, S", "... Jane Doe, however, S"; else `comma`."""
    close: int | None = _find_relative_end(tokens, comma, find_next_break(tokens, comma + 1) or 0)
    if close and " ".join(token.lower for token in tokens[comma + 1 : close]) in _CONNECTIVES:
        return close
    if not (tokens[comma - 1].is_capital or _modifies_source(tokens, comma + 1)):
        return comma
    stop = len(tokens) - (tokens[-1].text == ".")
    while close and _is_modifier(tokens, comma + 1, close) and is_complete_statement(tokens, close + 1, stop):
        comma, close = close, find_next_break(tokens, close + 1)
    return comma


def _find_relative_end(tokens: list[Token], comma: int, close: int) -> int:
    """The comma that ends a relative clause such as ", whose leader, Jane Doe, left in May,"; `close` if the clause has its verb before it."""
    is_relative = word_at(tokens, comma + 1) in lexicon.RELATIVES
    if not is_relative or not close or has_predicate(tokens, comma + 2, close):
        return close
    ends = [i for i in range(close, len(tokens)) if tokens[i].text == ","]
    return next((end for start, end in pairwise(ends) if _is_finite_predicate(tokens, start + 1)), close)


def _is_finite_predicate(tokens: list[Token], at: int) -> bool:
    """Whether a finite verb occurs here, not a participle: "runs the port", "left", but not "led by"."""
    begins = starts_predicate(tokens, at) or may_be_third_person(tokens, at)
    return begins and word_at(tokens, at + 1) != "by"


def _is_modifier(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words between two commas say who somebody is: "head of the union", "who runs it", "the smith who made it"."""
    if _modifies_source(tokens, start) or is_party_tag(tokens[start]) or _is_affiliation(tokens[start:end]):
        return True
    is_age = tokens[end - 1].text.isdigit() and all(
        token.lower in _BEFORE_AGE for token in tokens[start : end - 1]
    )
    return is_age or (
        end - start > 1
        and tokens[start].lower not in lexicon.PREPOSITIONS
        and any(
            token.lower in nouns.SPEAKERS or (is_occupation(token.lower) and not token.is_capital)
            for token in tokens[start:end]
        )
        and not has_predicate(
            tokens, _skip_participial_adjective(tokens, start), _trim_relative_clause(tokens, start, end)
        )
    )


def _is_affiliation(words: list[Token]) -> bool:
    """Whether the words are an affiliation or a home: "of the University of Vale"."""
    return (
        word_at(words, 0) in {"of", "from"}
        and words[-1].is_capital
        and all(word.is_capital or word.lower in _WITHIN_NAME for word in words[1:])
    )


def _trim_relative_clause(tokens: list[Token], start: int, end: int) -> int:
    """The index of "who" in "the smith who made it"; `end` if there is none, or a verb of the smith's own follows."""
    who = find_word(tokens, "who", start + 1, end, default=end)
    after = find_next_break(tokens, end + 1) or end
    return end if any(map(is_finite, tokens[end + 1 : end + 2] + tokens[after + 1 : after + 2])) else who


def ends_in_role(tokens: list[Token], said: int, comma: int) -> bool:
    """Whether the sentence ends by saying who the source is: ", head of the union that runs it"."""
    is_named = word_at(tokens, comma) == "," and tokens[comma - 1].is_capital
    if not is_named or comma + 1 >= len(tokens) or not has_predicate(tokens, 0, said):
        return False
    that = find_word(tokens, lexicon.RELATIVES, comma + 1, default=len(tokens))
    after = range(comma + 1, len(tokens))
    continues = any(
        tokens[i].text in COMMA_OR_DASH and word_at(tokens, i + 1) not in lexicon.RELATIVES for i in after
    )
    return not continues and _is_modifier(tokens, comma + 1, that)


def _skip_participial_adjective(tokens: list[Token], start: int) -> int:
    """The index of "judge" in "a retired judge"; else `start`."""
    return start + 2 * (tokens[start].lower in lexicon.ARTICLES and word_at(tokens, start + 1).endswith("ed"))


def _modifies_source(tokens: list[Token], at: int) -> bool:
    """Whether what follows the comma modifies the source: "which came out in May", "filed in Vale", "a copy of which the Courier saw"."""
    is_made = word_at(tokens, at + 1) in _AFTER_PARTICIPLE and may_be_past(tokens[at])
    if is_made and tokens[at - 2].lower in nouns.DOCUMENTS:
        return True
    is_copy = word_at(tokens, at + 3) == "which" and word_at(tokens, at + 2) in lexicon.PREPOSITIONS
    return word_at(tokens, at) in _MODIFIER_OPENERS or is_copy
