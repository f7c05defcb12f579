"""Clauses that tell that somebody said nothing to the outlet; whoever spoke before them tells no such thing."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import BREAKS, word_at
from claimtrack.core.extract.words.reading import Token, word_set

TELLING = word_set("comment say says said elaborate give name confirm discuss answer specify")
_UNTOLD = TELLING | word_set("estimate disclose reveal explain identify")
_NAMING = word_set(
    "naming giving saying specifying identifying elaborating explaining providing offering citing"
)
_YIELDING = frozenset({"up", "in", "way", "ground"})
_NO_ANSWER = word_set("no not never declined declines refused refuses yet")
_COMMENTING = frozenset({"comment", "commented", "comments"})
_ANSWERING = word_set("respond responded reply replied answer answered")
_CHECKING = word_set("confirm verify corroborate authenticate confirmed verified corroborated authenticated")
_THIS = lexicon.CLAIMED | {"this", "it", "that", "figures", "reports", "accounts", "footage"}
_LONGEST_OBJECT = 3
_GIVE = word_set("give offer provide cite present produce share supply")
_GIVING = word_set(
    "gave gives offered offers provided provides cited cites presented presents produced produces shared shares supplied supplies"
)
_GROUNDS = word_set(
    "evidence proof details detail explanation specifics examples source sources reason reasons basis"
)
"""What somebody gives or not for what he says."""
_DO = word_set("did does has have")
_LONGEST_GROUNDS = 5


def is_silence(tokens: list[Token], at: int) -> bool:
    """Whether a clause tells that somebody else said nothing to the outlet: "Kyiv did not comment"."""
    if tokens[at].lower in lexicon.PRONOUNS or tokens[at].lower == "that":
        return False
    end = next(
        (i for i in range(at, len(tokens)) if tokens[i].text in BREAKS or tokens[i].text == ";"), len(tokens)
    )
    words = [token.lower for token in tokens[at + 1 : end]]
    no_answer = not _NO_ANSWER.isdisjoint(words) or any(word.endswith("n't") for word in words)
    asked = not _COMMENTING.isdisjoint(words) or (
        tokens[at - 1].text == ";" and not _ANSWERING.isdisjoint(words)
    )
    is_out_of_reach = "not" in words and words[-2:-1] == ["reached"]
    return (no_answer and asked) or is_out_of_reach or _is_unverified(words) or _is_untold(words)


def _is_untold(words: list[str]) -> bool:
    """Whether a clause tells that somebody did not tell how much or whom: "the agency did not estimate how many came"."""
    told = next((i + 1 for i, word in enumerate(words) if word == "not" or word.endswith("n't")), len(words))
    asks = words[told + 1 : told + 2]
    return (
        words[told : told + 1] != []
        and words[told] in _UNTOLD
        and not lexicon.QUESTION_WORDS.isdisjoint(asks)
    )


def _is_unverified(words: list[str]) -> bool:
    """Whether a clause tells that what was said could not be checked: "Radio Vale could not confirm this"."""
    cannot = "unable" in words or "couldn't" in words or ("could" in words and "not" in words)
    is_this = any(word in _THIS for word in words[-_LONGEST_OBJECT:]) or "be" in words
    return cannot and is_this and not _CHECKING.isdisjoint(words)


def says_no_more(tokens: list[Token], at: int) -> bool:
    """Whether the same speaker leaves something untold: "would not comment", "wouldn't be drawn on it", "declined to say"."""
    if tokens[at - 1].lower != "and" and _gives_none(tokens, at):
        return True
    is_split = word_at(tokens, at + 1) == "not"
    if is_split or tokens[at].lower.endswith("n't"):
        denied = at + 1 + is_split
        told, following = word_at(tokens, denied), word_at(tokens, denied + 1)
        if told in TELLING:
            return following not in _YIELDING  # "would not give up"
        if told == "be" and following == "drawn":
            return True
    return tokens[at - 1].lower != "and" and tokens[at].lower in {"declined", "refused"}


def _gives_none(tokens: list[Token], at: int) -> bool:
    """Whether "gave no evidence", "did not provide any proof" or the like stands here."""
    word = tokens[at].lower
    denied = at + 1 + (word_at(tokens, at + 1) == "not") if word.endswith("n't") or word in _DO else at
    gives = word_at(tokens, denied) in (_GIVING if denied == at else _GIVE)
    none = denied > at or word_at(tokens, at + 1) in {"no", "little", "few", "neither"}
    return gives and none and any(t.lower in _GROUNDS for t in tokens[denied + 1 : denied + _LONGEST_GROUNDS])


def leaves_untold(tokens: list[Token], at: int) -> bool:
    """The same with what joins it: "but declined to say when", "though he could not say where"."""
    at += word_at(tokens, at) in lexicon.OPPOSING
    at += word_at(tokens, at) in lexicon.PRONOUNS
    return at < len(tokens) and says_no_more(tokens, at)


def leaves_out(tokens: list[Token], at: int) -> bool:
    """Whether what the speaker left out begins here: "without naming them"."""
    return tokens[at].lower == "without" and word_at(tokens, at + 1) in _NAMING


def silent_at(tokens: list[Token], comma: int) -> bool:
    """Whether ", but Kyiv did not comment" begins at the comma."""
    begins = word_at(tokens, comma) == "," and word_at(tokens, comma + 1) in lexicon.OPPOSING
    return begins and comma + 2 < len(tokens) and is_silence(tokens, comma + 2)
