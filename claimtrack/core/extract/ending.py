"""Where the words that a verb of saying reports end: at the next thing the speaker, or another one, says or does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.adjuncts import after_verb
from claimtrack.core.extract.beside import does_besides
from claimtrack.core.extract.clauses import (
    CURRENCIES,
    is_auxiliary,
    is_finite,
    is_statement,
    opens_clause,
    past_particle,
    points_back,
    word_at,
)
from claimtrack.core.extract.cues import reckons
from claimtrack.core.extract.subjects import subject_before

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token

_FEWEST_SAID = 3
_SAYING = lexicon.SAY | lexicon.STATE
_SPOKEN_OR_DONE = (
    lexicon.INSISTING
    | frozenset("told tells say puts put reported announced declared reports".split())
    | lexicon.DEEDS
    | lexicon.CUES
) - lexicon.PARTICLES.keys()
_PHRASAL_DEEDS = {
    "ruled": {"out"},
    "played": {"down"},
    "stopped": {"short"},
    "hit": {"out"},
    "lashed": {"out"},
    "turned": {"down"},
    "brushed": {"aside", "off"},
    "shrugged": {"off"},
    "waved": {"away", "off"},
}
_RULING = frozenset(word for word in lexicon.STATE if word.endswith("ing"))
_NOUNS = frozenset({"points", "point", "claims", "claim", "states", "reports", "estimates", "comments"})
_TELLING = frozenset("comment say says said elaborate give name confirm discuss answer specify".split())
_CONCEDING = frozenset({"while", "although", "though", "whereas"})
_CITING = frozenset({"citing", "quoting"})
"""What stands behind ", citing" tells where the speaker has it from."""
_JOINTS = frozenset({",", ";", "and", "but", "while"})
_BEFORE_THAT = frozenset({"and", "but", ","})
_LONGEST_OTHER = 14
_OTHER_SAYS = lexicon.INSISTING | {"told", "say"}
_AGAINST = frozenset({"but", "though", "although"})
_TALKED_OF = lexicon.SUBJECT_PRONOUNS | lexicon.CONJUNCTIONS
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i"})


def words_end(tokens: list[Token], start: int) -> int:
    """Where the said words end: the sentence's end, or before ", adding that ..." or "and accused ..."."""
    if (quoted := _before_last_quote(tokens, start)) is not None:
        return quoted
    for i in range(start + _FEWEST_SAID, len(tokens) - _FEWEST_SAID):
        if tokens[i - 1].lower in _JOINTS and (end := _end_at(tokens, start, i)) is not None:
            return end
    return len(tokens)


def _end_at(tokens: list[Token], start: int, at: int) -> int | None:
    """Where the said words end if something new begins at `at`, behind a comma, a semicolon or "and"; else None."""
    joint = tokens[at - 1].lower
    if joint == ";":
        return at - 1 if _another_speaks(tokens, at) else None
    if joint == ",":
        ends = continues(tokens, at) or does_besides(tokens, at - 1) or tokens[at].lower in _CITING
        ends = ends or (tokens[0].lower in _CONCEDING and _another_speaks(tokens, at))
        return at - 1 if ends or _says_against(tokens, at) else None
    if tokens[at - 2].text == "," and _another_says(tokens, at):
        return at - 2
    if joint == "while":
        return None
    ends = _acts(tokens, at) or _reckons_or_is_silent(tokens, at)
    if ends or (_reports_anew(tokens, at) and (joint == "but" or is_statement(tokens, start, at - 1))):
        return at - 1
    return None


def statements(said: list[Token]) -> list[list[Token]]:
    """The statements that reported words come to: "A and that B" is two, "A, that B, and that C" three."""
    edges = [
        i
        for i in range(_FEWEST_SAID, len(said) - _FEWEST_SAID)
        if said[i].lower == "that"
        and said[i - 1].text in _BEFORE_THAT
        and word_at(said, i + 1) not in lexicon.BE
    ]
    if not any(said[i - 1].text != "," for i in edges):
        return [said]
    starts = [0, *(i + 1 for i in edges)]
    ends = [*(i - 1 for i in edges), len(said)]
    parts = [said[start:end] for start, end in zip(starts, ends, strict=True)]
    return parts if all(is_statement(part, 0, len(part)) for part in parts) else [said]


def _before_last_quote(tokens: list[Token], start: int) -> int | None:
    """Where the words before ", adding: "..."" at the end of a sentence end; None where there is no such end."""
    at = next((i for i in range(len(tokens) - 1, len(tokens) - 4, -1) if i > start and tokens[i].is_quote), 0)
    at -= word_at(tokens, at - 1) in {":", ","}
    return at - 2 if at - 2 > start and continues(tokens, at - 1) else None


def _reckons_or_is_silent(tokens: list[Token], at: int) -> bool:
    """Whether "put the cost at $4m" or "would not comment" follows: what the speaker did, not what was said."""
    silent = word_at(tokens, at + 1) == "not" and word_at(tokens, at + 2) in _TELLING
    silent = silent or (tokens[at - 1].lower != "and" and tokens[at].lower in {"declined", "refused"})
    return silent or (tokens[at].lower in {"put", "puts"} and reckons(tokens, at))


def deed_end(tokens: list[Token], start: int) -> int:
    """Where a deed ends: the sentence's end, or before "and said ..." in "accused the council of fraud and said ..."."""
    for i in range(start + _FEWEST_SAID, len(tokens) - _FEWEST_SAID):
        if tokens[i - 1].lower in {"and", "but"} and _reports_anew(tokens, i):
            return i - 1
        joint = i - 2 if tokens[i - 1].lower in {"but", "while"} and tokens[i - 2].text == "," else 0
        joint = i - 1 if tokens[i - 1].text == ";" else joint
        if joint and _another_speaks(tokens, i):
            return joint
    return len(tokens)


def _another_speaks(tokens: list[Token], at: int) -> bool:
    """Whether the clause after a semicolon has a speaker of its own: "; Liberal MP Ann Lee called it a tax"."""
    verb = next((i for i in range(at + 1, len(tokens)) if tokens[i].lower in _SPOKEN_OR_DONE), 0)
    subject = subject_before(tokens, verb, at) if verb else None
    is_near = subject is not None and not any(map(is_finite, tokens[slice(*subject)]))
    return is_near and tokens[verb].lower not in _NOUNS and tokens[at].lower not in _TALKED_OF


def _another_says(tokens: list[Token], at: int) -> bool:
    """Whether another speaker has a clause of his own behind "and": ", and Jane Doe said on Monday that ..."."""
    window = range(at + 1, min(len(tokens), at + _LONGEST_OTHER))
    verb = next((i for i in window if tokens[i].lower in _OTHER_SAYS), 0)
    subject = subject_before(tokens, verb, at) if verb else None
    if subject is None or subject[0] != at or tokens[at].lower in lexicon.PRONOUNS | lexicon.RELATIVES:
        return False
    named = tokens[slice(*subject)]
    is_name = any(t.is_capital or t.lower in lexicon.SPEAKING_NOUNS for t in named) and not any(
        map(is_finite, named)
    )
    return is_name and is_statement(tokens, after_verb(tokens, verb), len(tokens))


def _reports_anew(tokens: list[Token], at: int) -> bool:
    """Whether "warned that ..." follows "and": the speaker is the same, the words are new."""
    verb = tokens[at].lower
    said = after_verb(tokens, at) if verb in lexicon.ADDRESSING else at + 1
    if word_at(tokens, said) == "that":
        return verb in _SAYING and verb.endswith(("d", "s")) and not points_back(tokens, said)
    return verb in lexicon.INSISTING and opens_clause(tokens, at + 1)


def _says_against(tokens: list[Token], at: int) -> bool:
    """Whether "though he maintained that ..." follows a comma: a second statement of the same speaker."""
    if not (tokens[at].lower in _AGAINST and word_at(tokens, at + 1) in _SUBJECTS):
        return False
    verb = at + 2
    while verb < len(tokens) and is_auxiliary(tokens[verb]):
        verb += 1
    is_silent = tokens[verb - 1].lower in {"not", "never"} or word_at(tokens, verb + 1) in {
        "nothing",
        "little",
    }
    if is_silent and word_at(tokens, verb) in _TELLING:
        return True
    return verb < len(tokens) and (
        _reports_anew(tokens, verb) or _acts(tokens, verb) or _reckons_or_is_silent(tokens, verb)
    )


def _acts(tokens: list[Token], at: int) -> bool:
    """Whether a verb tells what the speaker did besides: "rejected", "played down", "stopped short of"."""
    verb = tokens[at].lower
    return verb in lexicon.DEEDS or word_at(tokens, at + 1) in _PHRASAL_DEEDS.get(verb, ())


def continues(tokens: list[Token], at: int) -> bool:
    """Whether ", adding ..." or ", saying ..." stands here."""
    if tokens[at - 1].text != ",":
        return False
    word = tokens[at].lower
    if word == "adding" and word_at(tokens, at + 1)[:1] in CURRENCIES | set("0123456789"):
        return opens_clause(tokens, at + 1)  # "..., adding $3 million to its cost" adds no words
    return word in lexicon.CONTINUING or (
        word in _RULING and word_at(tokens, past_particle(tokens, at)) == "that"
    )
