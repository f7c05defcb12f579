"""Where somebody says nothing more: "Kyiv did not comment", "but declined to say when", "without naming them"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.clauses import CLAUSE_PUNCTUATION
from claimtrack.core.extract.words.finding import contains_word, find_word, word_at
from claimtrack.core.extract.words.reading import Token, words_of

DISCLOSING_VERBS = words_of("comment say says said elaborate give name confirm discuss answer specify")
_UNDISCLOSED_VERBS = DISCLOSING_VERBS | words_of("estimate disclose reveal explain identify")
_DETAIL_PARTICIPLES = words_of(
    "naming giving saying specifying identifying elaborating explaining providing offering citing mentioning"
)
_GIVE_PARTICLES = words_of("up in way ground")
_NO_ANSWER_WORDS = words_of("no not never declined declines refused refuses yet")
_COMMENT_FORMS = words_of("comment commented comments")
_ANSWER_FORMS = words_of("respond responded reply replied answer answered")
_VERIFYING_VERBS = words_of(
    "confirm verify corroborate authenticate confirmed verified corroborated authenticated"
)
_VERIFIED_OBJECTS = words_of(lexicon.STATEMENT_NOUNS, "this it that figures reports accounts footage")
_OBJECT_WINDOW = 3  # tokens that end a clause and hold its object
_GIVE_FORMS = words_of("give offer provide cite present produce share supply make")
_GIVE_FINITE_FORMS = words_of(
    "gave gives offered offers provided provides cited cites presented presents produced produces shared "
    "shares supplied supplies made makes"
)
_GROUNDS_NOUNS = words_of(
    "evidence proof details detail explanation specifics examples source sources reason reasons basis mention"
)
"""What is given in support of a statement."""
_DO_OR_HAVE = words_of("did does has have")
_GROUNDS_WINDOW = 5  # tokens from the verb to "grounds"


def is_no_comment_clause(tokens: list[Token], at: int) -> bool:
    """Whether a clause says that somebody else did not comment: "Kyiv did not comment"."""
    if tokens[at].lower in lexicon.PRONOUNS or tokens[at].lower == "that":
        return False
    end = find_word(tokens, CLAUSE_PUNCTUATION, at, default=len(tokens))
    words = [token.lower for token in tokens[at + 1 : end]]
    no_answer = not _NO_ANSWER_WORDS.isdisjoint(words) or any(word.endswith("n't") for word in words)
    is_asked = not _COMMENT_FORMS.isdisjoint(words) or (
        tokens[at - 1].text == ";" and not _ANSWER_FORMS.isdisjoint(words)
    )
    is_out_of_reach = "not" in words and words[-2:-1] == ["reached"]
    return (no_answer and is_asked) or is_out_of_reach or _is_unverified(words) or _is_undisclosed(words)


def _is_undisclosed(words: list[str]) -> bool:
    """Whether a clause says that somebody did not disclose something: "the agency did not estimate how many came"."""
    verb = next((i + 1 for i, word in enumerate(words) if word == "not" or word.endswith("n't")), len(words))
    after_verb = words[verb + 1 : verb + 2]
    return (
        words[verb : verb + 1] != []
        and words[verb] in _UNDISCLOSED_VERBS
        and not lexicon.QUESTION_WORDS.isdisjoint(after_verb)
    )


def _is_unverified(words: list[str]) -> bool:
    """Whether a clause says that the statement could not be checked: "Radio Vale could not confirm this"."""
    cannot = "unable" in words or "couldn't" in words or ("could" in words and "not" in words)
    is_this = any(word in _VERIFIED_OBJECTS for word in words[-_OBJECT_WINDOW:]) or "be" in words
    return cannot and is_this and not _VERIFYING_VERBS.isdisjoint(words)


def declines_to_elaborate(tokens: list[Token], at: int) -> bool:
    """Whether the same speaker declines to say more: "would not comment", "wouldn't be drawn on it", "declined to say"."""
    if tokens[at - 1].lower != "and" and _gives_no_grounds(tokens, at):
        return True
    is_split = word_at(tokens, at + 1) == "not"
    if is_split or tokens[at].lower.endswith("n't"):
        denied = at + 1 + is_split
        verb, following = word_at(tokens, denied), word_at(tokens, denied + 1)
        if verb in DISCLOSING_VERBS:
            return following not in _GIVE_PARTICLES  # "would not give up"
        if verb == "be" and following == "drawn":
            return True
    return tokens[at - 1].lower != "and" and tokens[at].lower in {"declined", "refused"}


def _gives_no_grounds(tokens: list[Token], at: int) -> bool:
    """Whether no grounds are given: "gave no evidence", "did not provide any proof"."""
    word = tokens[at].lower
    denied = (
        at + 1 + (word_at(tokens, at + 1) == "not") if word.endswith("n't") or word in _DO_OR_HAVE else at
    )
    gives = word_at(tokens, denied) in (_GIVE_FINITE_FORMS if denied == at else _GIVE_FORMS)
    lacks = denied > at or word_at(tokens, at + 1) in {"no", "little", "few", "neither"}
    after = tokens[denied + 1 : denied + _GROUNDS_WINDOW]
    # "said the report blamed him but made no mention of rain"
    by_document = contains_word(after, {"mention"}) and contains_word(tokens[:at], nouns.DOCUMENTS)
    return gives and lacks and contains_word(after, _GROUNDS_NOUNS) and not by_document


def starts_declining_clause(tokens: list[Token], at: int) -> bool:
    """Whether the speaker declines to say more in a clause with its conjunction: "but declined to say when", "though he could not say where"."""
    at += word_at(tokens, at) in lexicon.AND_OR_CONTRASTIVES
    at += word_at(tokens, at) in lexicon.PRONOUNS
    return at < len(tokens) and declines_to_elaborate(tokens, at)


def starts_omission(tokens: list[Token], at: int) -> bool:
    """Whether what the speaker left out begins here: "without naming them"."""
    return tokens[at].lower == "without" and word_at(tokens, at + 1) in _DETAIL_PARTICIPLES


def starts_no_comment_clause(tokens: list[Token], comma: int) -> bool:
    """Whether ", but Kyiv did not comment" begins at the comma."""
    begins = word_at(tokens, comma) == "," and word_at(tokens, comma + 1) in lexicon.AND_OR_CONTRASTIVES
    return begins and comma + 2 < len(tokens) and is_no_comment_clause(tokens, comma + 2)
