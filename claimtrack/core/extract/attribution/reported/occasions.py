"""Where or when it was said, behind what was said: "... had fallen in an interview with the Courier", ", speaking in Leeds"."""

from __future__ import annotations

from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.clauses import FEWEST_SAID, has_predicate, word_at
from claimtrack.core.extract.words.reading import Token, word_set
from claimtrack.core.extract.words.verbs import is_finite

_LEADS = frozenset({"in", "at", "during", "on"})
_MAY_CLOSE = _LEADS | {"when", "before"}
_LEAVING = word_set("leaving quitting exiting")
_STAGES = word_set("stage podium lectern dais platform rostrum")
_GOING = {
    "walking": {"off", "out", "away"}, "storming": {"off", "out"}, "hanging": {"up"}, "taking": {"questions"},
}  # fmt: skip
_OCCASIONS = word_set("interview statement speech tweet email e-mail podcast")
_OF_KIND = {
    "conference": {"press", "news"}, "briefing": {"press", "news"}, "call": {"conference", "earnings"},
}  # fmt: skip
_WITH = {"letter": {"dated"}, "post": {"on"}}
"""Nouns that tell it only by the word before them, or behind."""
_LONGEST_NOUN = 4
_MEANWHILE = frozenset({"as", "when", "while"})
_PRESSED = word_set("asked pressed questioned challenged contacted reached approached")
_PRESSED_HOW = frozenset({"by", "about", "on", "in", "at", "during"})
_SPEAKING = word_set("speaking addressing writing talking")
_TELLING = (
    lexicon.SAY
    | lexicon.STATE
    | lexicon.FRAME
    | lexicon.DEEDS
    | word_set(
        "lied resigned insulted met arrested attacked unveiled presented launched spoke appeared signed"
    )
)
"""What may have been done in an interview as well: then nobody knows which verb it belongs to."""


def before_occasion(tokens: list[Token], start: int) -> int:
    """Where the said words end that begin at `start`: before the occasion that closes the sentence, else at its end."""
    if _is_cried(tokens, start):
        return start + 1
    for i in range(start + FEWEST_SAID, len(tokens) - 1):
        if tokens[i].lower in _MAY_CLOSE and _closes(tokens, i) and _is_free(tokens, start, i):
            return i
    return len(tokens)


def _is_cried(tokens: list[Token], start: int) -> bool:
    """Whether a quotation is all that was said, and when follows: "shouted "shame" as the verdict was read out"."""
    if start + FEWEST_SAID >= len(tokens) or not tokens[start].is_quote or '"' in tokens[start].text[1:-1]:
        return False
    if any(token.text == "," for token in tokens[start:]):
        return False
    when, opens = tokens[start + 1].lower, tokens[start + 2]
    is_clause = opens.is_capital or opens.lower in lexicon.SUBJECT_PRONOUNS | lexicon.NOUN_OPENERS
    is_left = when == "before" and opens.lower.endswith("ing")  # "before being led away"
    return is_left or (when in _MEANWHILE and (is_clause or opens.lower in _PRESSED))


def tells_occasion(tokens: list[Token], at: int) -> bool:
    """Whether ", speaking in Leeds" stands at the end of the sentence."""
    tells = tokens[at].lower in _SPEAKING and word_at(tokens, at + 1) in lexicon.BEFORE_NOUN
    return tells and not any(is_finite(token) or token.is_quote for token in tokens[at:])


def _closes(tokens: list[Token], at: int) -> bool:
    word = tokens[at].lower
    if word == "when":
        is_pressed = word_at(tokens, at + 1) in _PRESSED and word_at(tokens, at + 2) in _PRESSED_HOW
        return is_pressed and tokens[at - 1].is_word and not any(map(_goes_on, tokens[at:]))
    if word == "before":
        return _goes_off(tokens, at + 1) and not any(map(_goes_on, tokens[at:]))
    if word not in _LEADS or word_at(tokens, at + 1) not in {"a", "an"}:
        return False
    noun = next((i for i in range(at + 2, at + 2 + _LONGEST_NOUN) if _is_occasion(tokens, i)), 0)
    return noun > 0 and not any(_goes_on(token) or token.lower in _TELLING for token in tokens[at:])


def _goes_off(tokens: list[Token], at: int) -> bool:
    """Whether "leaving the stage" or "walking out" ends the sentence: nothing that was said tells of it."""
    word = tokens[at].lower
    leaves = word in _LEAVING and any(token.lower in _STAGES for token in tokens[at + 1 :])
    return leaves or word_at(tokens, at + 1) in _GOING.get(word, ())


def _goes_on(token: Token) -> bool:
    return is_finite(token) or token.is_quote or token.text == ","


def _is_occasion(tokens: list[Token], at: int) -> bool:
    noun = word_at(tokens, at)
    is_told = word_at(tokens, at - 1) in _OF_KIND.get(noun, ()) or word_at(tokens, at + 1) in _WITH.get(
        noun, ()
    )
    return noun in _OCCASIONS or is_told


def _is_free(tokens: list[Token], start: int, end: int) -> bool:
    """Whether the words before tell something without another verb that the occasion may belong to."""
    return has_predicate(tokens, start, end) and not any(
        token.lower in _TELLING or token.is_quote for token in tokens[start:end]
    )
