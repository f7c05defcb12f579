"""The attribution that stands before its words: "X said S"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon, nouns
from claimtrack.core.extract.adjuncts import PRESSED, after_verb
from claimtrack.core.extract.beside import does_besides
from claimtrack.core.extract.clauses import (
    CURRENCIES,
    count_words,
    has_quote,
    is_finite,
    is_statement,
    opens_clause,
    points_back,
    says_something,
    word_at,
)
from claimtrack.core.extract.cues import may_say, reckons
from claimtrack.core.extract.scope import Attribution
from claimtrack.core.extract.subjects import subject_before

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token
    from claimtrack.core.extract.subjects import Range

_FEWEST_SAID = 3
_LONGEST_SUBJECT = 5
_SHORTEST_PREDICATE = 10
"""Characters. A shorter quotation is a name or a nickname, no predicate."""
_SPOKEN = lexicon.INSISTING | {
    "told",
    "tells",
    "say",
    "puts",
    "put",
    "reported",
    "announced",
    "declared",
    "reports",
}
_SPOKEN_OR_DONE = _SPOKEN | lexicon.DEEDS | lexicon.CUES
_SAYING = lexicon.SAY | lexicon.STATE
_RULING = frozenset(word for word in lexicon.STATE if word.endswith("ing"))
_NOUNS = frozenset({"points", "point", "claims", "claim", "states", "reports", "estimates", "comments"})
_TELLING = frozenset("comment say elaborate give name confirm discuss answer specify".split())
_CONCEDING = frozenset({"while", "although", "though", "whereas"})
_CITING = frozenset({"citing", "quoting"})
"""What stands behind ", citing" tells where the speaker has it from."""
_JOINING = frozenset({"and", "but", "while"})
_LONGEST_OTHER = 14
_OTHER_SAYS = frozenset({"said", "says", "told"})
_SHOWING = frozenset("show shows showed indicate indicates indicated reveal reveals revealed".split())
_AGAINST = frozenset({"but", "though", "although"})
_TALKED_OF = lexicon.SUBJECT_PRONOUNS | lexicon.CONJUNCTIONS
_SUBJECTS = frozenset({"he", "she", "they", "it", "we", "i"})
_OBJECTS = frozenset({"this", "it", "him", "her", "them", "me", "us", "so", "as"})
_AFTER_OBJECT = lexicon.PREPOSITIONS | lexicon.TIMES | lexicon.CONJUNCTIONS
_SUBORDINATING = lexicon.SUBORDINATORS | lexicon.RELATIVES


def preposed(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "X said S", "X, who runs the union, said S"."""
    verb, said = tokens[at].lower, after_verb(tokens, at)
    if (
        not (says_something(tokens, said) or _says_briefly(tokens, said))
        or points_back(tokens, said)
        or _is_object(tokens, at, said)
    ):
        return None
    if tokens[said].text == "," and not has_quote(tokens, said, said + 2):
        return None
    if verb in lexicon.ASK and not (tokens[said].is_quote or tokens[said].lower in lexicon.QUESTION_WORDS):
        return None
    source = subject_before(tokens, group, floor)
    if (
        source is None
        or word_at(tokens, source[0] - 1) in lexicon.INDIRECT
        or not may_say(tokens, at, source)
    ):
        return None
    if (
        verb in lexicon.ADDRESSING
        and source[0]
        and tokens[source[0] - 1].is_quote
        and not (tokens[said].is_quote or opens_clause(tokens, said))
    ):
        return None  # "..." he told a hearing alongside his wife, Ann Lee": the words stand before
    is_aside = word_at(tokens, group - 1) in lexicon.RELATIVES and word_at(tokens, group - 2) == ","
    if is_aside and verb in lexicon.FRAME and _main_verb(tokens, at):
        return None  # "Lund, who denied the charges, said S"
    if verb.startswith("agree") and tokens[said].lower not in lexicon.CLAUSE_OPENERS:
        return None
    is_report = reports(tokens, at, said)
    if tokens[said].lower == "to" and verb in lexicon.ADDRESSING and said > at + 1:
        # "told jurors to go home" is an order: without its verb nothing is left of it.
        return Attribution(at, source, (0, len(tokens)), framed=True)
    asks = verb in lexicon.ASK and not tokens[said].is_quote
    if asks and word_at(tokens, source[0] - 1) in _SUBORDINATING:
        return None
    if asks or (verb in lexicon.FRAME and not (verb in lexicon.STATE and is_report)):
        if word_at(tokens, source[0] - 1) == "where":
            return None  # "in Congress, where Republicans have demanded a report"
        if any(continues(tokens, i) for i in range(said, len(tokens) - _FEWEST_SAID)):
            return None
        end = len(tokens) if verb.startswith(("deny", "deni")) else _before_saying(tokens, said)
        return Attribution(at, source, (0, end), framed=True)
    if tokens[0].lower in PRESSED and count_words(tokens, said, len(tokens)) <= _FEWEST_SAID:
        return Attribution(at, source, (0, len(tokens)), framed=True)  # "Asked whether S, he said it was"
    if not is_report and source[0] == 0 and _shows_figure(tokens, at, source):
        return Attribution(at, source, (0, len(tokens)), framed=True)
    return Attribution(at, source, (said, _before_participle(tokens, said))) if is_report else None


def _shows_figure(tokens: list[Token], at: int, source: Range) -> bool:
    """ "Police data show a 4% rise": what is shown needs its verb, and the data vouch for it."""
    is_document = any(token.lower in nouns.DOCUMENTS for token in tokens[slice(*source)])
    return is_document and tokens[at].lower in _SHOWING and any(t.lower[0].isdigit() for t in tokens[at:])


def _main_verb(tokens: list[Token], at: int) -> bool:
    """Whether a verb of saying follows the comma that closes a relative clause."""
    return any(
        tokens[i - 1].text == "," and tokens[i].lower in lexicon.INSISTING
        for i in range(at + 2, len(tokens) - _FEWEST_SAID)
    )


def _says_briefly(tokens: list[Token], at: int) -> bool:
    """Whether a pronoun and its verb follow: "says he forgot"."""
    return word_at(tokens, at) in _SUBJECTS and word_at(tokens, at + 1).isalpha()


def _is_object(tokens: list[Token], at: int, said: int) -> bool:
    """Whether no words follow the verb but what it is done to: "confirmed it on Monday", "replied with a nod"."""
    first, following = word_at(tokens, said), word_at(tokens, said + 1)
    if first in lexicon.PREPOSITIONS and tokens[at].lower.startswith(("repl", "respond")):
        return True
    if first.endswith(("self", "selves")):
        return True
    if tokens[at].lower.startswith("show") and first in {"him", "her", "them", "us", "me"}:
        return True
    return first in _OBJECTS and (following in _AFTER_OBJECT or not following.isalnum())


def _before_participle(tokens: list[Token], start: int) -> int:
    """Where the said words end: the sentence's end, or before ", adding that ..." or "and accused ..."."""
    for i in range(start + _FEWEST_SAID, len(tokens) - _FEWEST_SAID):
        if continues(tokens, i) or (tokens[i - 1].text == "," and does_besides(tokens, i - 1)):
            return i - 1
        if tokens[0].lower in _CONCEDING and tokens[i - 1].text == "," and _another_speaks(tokens, i):
            return i - 1
        if tokens[i - 1].text == ";" and _another_speaks(tokens, i):
            return i - 1
        if tokens[i - 1].lower in _JOINING and tokens[i - 2].text == "," and _another_says(tokens, i):
            return i - 2
        if tokens[i - 1].text == "," and (_says_against(tokens, i) or tokens[i].lower in _CITING):
            return i - 1
        if tokens[i - 1].lower in {"and", "but"} and (
            tokens[i].lower in lexicon.DEEDS
            or _reckons_or_is_silent(tokens, i)
            or (
                _reports_anew(tokens, i)
                and (tokens[i - 1].lower == "but" or is_statement(tokens, start, i - 1))
            )
        ):
            return i - 1
    return len(tokens)


def _reckons_or_is_silent(tokens: list[Token], at: int) -> bool:
    """Whether "put the cost at $4m" or "would not comment" follows: what the speaker did, not what was said."""
    silent = word_at(tokens, at + 1) == "not" and word_at(tokens, at + 2) in _TELLING
    silent = silent or (tokens[at - 1].lower == "but" and tokens[at].lower in {"declined", "refused"})
    return silent or (tokens[at].lower in {"put", "puts"} and reckons(tokens, at))


def _before_saying(tokens: list[Token], start: int) -> int:
    """Where a deed ends: the sentence's end, or before "and said ..." in "accused the council of fraud and said ..."."""
    for i in range(start + _FEWEST_SAID, len(tokens) - _FEWEST_SAID):
        if tokens[i - 1].lower in {"and", "but"} and _reports_anew(tokens, i):
            return i - 1
        if (
            tokens[i - 1].lower in {"but", "while"}
            and tokens[i - 2].text == ","
            and _another_speaks(tokens, i)
        ):
            return i - 2
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
    is_against = tokens[at].lower in _AGAINST and word_at(tokens, at + 1) in _SUBJECTS
    return is_against and at + 2 < len(tokens) and _reports_anew(tokens, at + 2)


def continues(tokens: list[Token], at: int) -> bool:
    """Whether ", adding ..." or ", saying ..." stands here."""
    if tokens[at - 1].text != ",":
        return False
    word = tokens[at].lower
    return word in lexicon.CONTINUING or (word in _RULING and word_at(tokens, at + 1) == "that")


def reports(tokens: list[Token], at: int, said: int) -> bool:
    """Whether what follows the verb is what was said, rather than its object."""
    if said >= len(tokens):
        return False
    first = tokens[said]
    if first.is_quote or first.text == ":":
        return True
    if tokens[at].lower in lexicon.SAY:
        return first.is_word or first.text in CURRENCIES or first.text in "'("
    return opens_clause(tokens, said) or _names_then_quotes(tokens, said) or _owns_up(tokens, at, said)


def _owns_up(tokens: list[Token], at: int, said: int) -> bool:
    """ "acknowledged getting one letter": the participle stands for a clause of the same subject."""
    is_deed = tokens[said].lower.endswith("ing") and tokens[said].lower not in lexicon.PREPOSITIONS
    is_deed = is_deed and tokens[0].lower not in lexicon.SUBORDINATORS
    return is_deed and tokens[at].lower.startswith(("acknowledg", "admit", "recall", "confess", "conced"))


def _names_then_quotes(tokens: list[Token], at: int) -> bool:
    """ "insisted Lassen "left no debt"", "warned the deal "lacks teeth"": the quotation holds the verb."""
    end = at
    while end < len(tokens) and tokens[end].is_capital:
        end += 1
    if at < end < len(tokens) and tokens[end].is_quote:
        return True
    end = at + (word_at(tokens, at) in lexicon.DETERMINERS)
    while end < min(len(tokens), at + _LONGEST_SUBJECT) and tokens[end].is_word:
        if tokens[end].lower in lexicon.PREPOSITIONS:
            return False
        end += 1
    return at + 1 < end and len(tokens) - 2 <= end < len(tokens) and _is_long_quote(tokens[end])


def _is_long_quote(token: Token) -> bool:
    return token.is_quote and len(token.text) >= _SHORTEST_PREDICATE
