"""Who is said to have said it: from a cue word ("said", "according to") to its source and its words.

Every search starts at a cue and looks a bounded way left or right, so that the work is linear in the
length of the sentence whatever it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract import lexicon
from claimtrack.core.extract.adjuncts import after_verb, tells_when
from claimtrack.core.extract.clauses import (
    BREAKS,
    count_words,
    has_quote,
    is_statement,
    opens_clause,
    points_back,
    says_something,
    word_at,
)
from claimtrack.core.extract.cues import cues, group_start, is_own_voice, is_verb, may_say
from claimtrack.core.extract.scope import (
    Attribution,
    follows_main_clause,
    is_aside,
    is_relative,
    is_relative_alone,
)
from claimtrack.core.extract.subjects import (
    Range,
    before_apposition,
    first_subject,
    name_end,
    subject_before,
    subject_start,
)

if TYPE_CHECKING:
    from claimtrack.core.extract.reading import Token

_FEWEST_SAID = 3
_CLOSING_WINDOW = 30
_COMMA_WINDOW = 40
_LONGEST_AFTERTHOUGHT = 4
_LONGEST_TAIL = 6
_LONGEST_INTERRUPTED = 12
_CLOSING_VERBS = lexicon.SAY | lexicon.STATE | lexicon.SHOW
_INVERTING_VERBS = (_CLOSING_VERBS | lexicon.ASK) - {"told", "tells"}
_REFERRING = lexicon.SAY | {"what", "than"}
"""Words that make the last verb part of what is said: "a tenth of what officials claimed"."""
_OPENING_ADJUNCTS = lexicon.PREPOSITIONS | lexicon.TIMES | lexicon.CLAUSE_LINKS | lexicon.TIME_OPENERS
_TRAILING = lexicon.CONTINUING | {"citing", "quoting", "calling", "describing", "referring", "blaming"}
_SUBORDINATING = lexicon.SUBORDINATORS | lexicon.RELATIVES
_NEED_MARKS = (lexicon.FRAME - lexicon.STATE) | lexicon.ASK | lexicon.GO_ON
"""Verbs that stand after what they report only where quotation marks show it."""


def attributions(tokens: list[Token]) -> list[Attribution]:
    """The attributions of a sentence from left to right; what lies within another's words is left alone."""
    closing = _closing(tokens)
    if closing is not None:
        return [closing]
    found: list[Attribution] = []
    taken = 0
    for at in cues(tokens):
        if found and found[0].framed:
            break
        hit = _read(tokens, at, taken) if at >= taken else None
        if hit is None or (found and hit.framed):
            continue
        if found and tokens[at].lower.endswith("ing"):
            hit = hit._replace(source=found[-1].source)
        if is_own_voice(tokens, hit.source) or is_aside(tokens, hit):
            continue
        if is_relative(tokens, hit) or (not found and is_relative_alone(tokens, hit)):
            continue
        found.append(hit)
        taken = max(at + 1, hit.content[1])
    if len(found) == 1 and follows_main_clause(tokens, found[0]):
        return [found[0]._replace(content=(0, len(tokens)))]
    return found


def announcer(tokens: list[Token]) -> Range | None:
    """The subject of a sentence that announces words: "The mayor put it this way:"."""
    return first_subject(tokens, len(tokens))


def _closing(tokens: list[Token]) -> Attribution | None:
    """The attribution that ends the sentence, "S, X said.": all before it is what X said."""
    for at in range(len(tokens) - 1, max(0, len(tokens) - _CLOSING_WINDOW), -1):
        word = tokens[at].lower
        if tokens[at].is_quote or (word in lexicon.CONTINUING and tokens[at - 1].text == ","):
            return None
        if word == "according" and at > _FEWEST_SAID and (cited := _according(tokens, at)):
            return cited
        if word not in _CLOSING_VERBS or word.endswith("ing"):
            continue
        group = group_start(tokens, at, 0)
        if not is_verb(tokens, at, group) or _says_more(tokens, at):
            continue
        hit = _inverted(tokens, at, group, 0) or _postposed(tokens, at, group, 0)
        if hit is not None and not is_own_voice(tokens, hit.source):
            return hit
    return None


def _says_more(tokens: list[Token], at: int) -> bool:
    """Whether the verb has words of its own after it."""
    said = after_verb(tokens, at)
    return (
        count_words(tokens, said, len(tokens)) >= _FEWEST_SAID
        and opens_clause(tokens, said)
        and not tells_when(tokens, said)
    )


def _read(tokens: list[Token], at: int, floor: int) -> Attribution | None:
    """The attribution of one cue; `floor` is where the words of the one before end."""
    word = tokens[at].lower
    if word == "according":
        return _according(tokens, at)
    group = group_start(tokens, at, floor)
    if not is_verb(tokens, at, group):
        return None
    if word.endswith("ing") and not any(token.lower in lexicon.BE for token in tokens[group:at]):
        return _participle(tokens, at)
    inverted = _inverted(tokens, at, group, floor)
    if inverted is not None:
        return inverted
    after = _preposed(tokens, at, group, floor)
    if after is not None and not after.framed and not tells_when(tokens, after.content[0]):
        return after
    return _postposed(tokens, at, group, floor) or after


def _according(tokens: list[Token], at: int) -> Attribution | None:
    """ "According to X, S" or "S, according to X"."""
    if at + 2 >= len(tokens) or tokens[at + 1].lower != "to":
        return None
    comma = _next_break(tokens, at + 2)
    if count_words(tokens, 0, at) < _FEWEST_SAID:
        return Attribution(at, (at + 2, comma), (comma + 1, len(tokens))) if comma else None
    end = comma or len(tokens)
    while end > at + 3 and not tokens[end - 1].is_word:
        end -= 1
    describes_source = word_at(tokens, end + 1) in lexicon.RELATIVES
    goes_on = comma is not None and count_words(tokens, end, len(tokens)) > _LONGEST_TAIL
    goes_on = goes_on and not describes_source
    return Attribution(at, (at + 2, end), (0, len(tokens) if goes_on else at))


def _next_break(tokens: list[Token], start: int) -> int | None:
    """The comma or dash that closes the phrase."""
    window = range(start, min(len(tokens), start + _COMMA_WINDOW))
    return next((i for i in window if tokens[i].text in BREAKS or tokens[i].text == ";"), None)


def _participle(tokens: list[Token], at: int) -> Attribution | None:
    """ "..., saying that S": the subject of the sentence speaks."""
    if at == 0 or tokens[at].lower in lexicon.FRAME:
        return None
    before = tokens[at - 1]
    if not (before.text in BREAKS or before.is_quote or before.lower in lexicon.BEFORE_PARTICIPLE):
        return None
    said = after_verb(tokens, at)
    if not says_something(tokens, said) or not _reports(tokens, at, said):
        return None
    source = first_subject(tokens, at)
    return Attribution(at, source, (said, len(tokens))) if source else None


def _inverted(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "S, said X"."""
    if group != at or at == 0 or at + 1 >= len(tokens) or tokens[at].lower not in _INVERTING_VERBS:
        return None
    if not (tokens[at - 1].text in BREAKS or tokens[at - 1].is_quote):
        return None
    end = name_end(tokens, at + 1)
    if end == at + 1 or (tokens[end - 1].is_capital and has_quote(tokens, end, end + 1)):
        return None
    if is_statement(tokens, floor, at):
        return Attribution(at, (at + 1, end), (floor, at))
    # "Not so, insisted Jane Doe" is too short to stand alone, but names who is talking.
    if floor == 0 and at <= _FEWEST_SAID and tokens[at + 1].is_capital:
        return Attribution(at, (at + 1, end), (0, len(tokens)), framed=True)
    return None


def _preposed(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "X said S", "X, who runs the union, said S"."""
    verb, said = tokens[at].lower, after_verb(tokens, at)
    if not says_something(tokens, said) or points_back(tokens, said):
        return None
    if tokens[said].text == "," and not has_quote(tokens, said, said + 2):
        return None
    if verb in lexicon.ASK and not (tokens[said].is_quote or tokens[said].lower in lexicon.QUESTION_WORDS):
        return None
    source = subject_before(tokens, group, floor)
    if source is None or not may_say(tokens, at, source):
        return None
    if verb.startswith("agree") and tokens[said].lower not in lexicon.CLAUSE_OPENERS:
        return None
    reports = _reports(tokens, at, said)
    if tokens[said].lower == "to" and verb in lexicon.ADDRESSING and said > at + 1:
        # "told jurors to go home" is an order: without its verb nothing is left of it.
        return Attribution(at, source, (0, len(tokens)), framed=True)
    asks = verb in lexicon.ASK and not tokens[said].is_quote
    if asks and word_at(tokens, source[0] - 1) in _SUBORDINATING:
        return None
    if asks or (verb in lexicon.FRAME and not (verb in lexicon.STATE and reports)):
        return Attribution(at, source, (0, len(tokens)), framed=True)
    return Attribution(at, source, (said, _before_participle(tokens, said))) if reports else None


def _before_participle(tokens: list[Token], start: int) -> int:
    """Where the said words end: the sentence's end, or before ", adding that ..."."""
    for i in range(start + _FEWEST_SAID, len(tokens) - _FEWEST_SAID):
        if tokens[i].lower in lexicon.CONTINUING and tokens[i - 1].text == ",":
            return i - 1
    return len(tokens)


def _reports(tokens: list[Token], at: int, said: int) -> bool:
    """Whether what follows the verb is what was said, rather than its object."""
    if said >= len(tokens):
        return False
    first = tokens[said]
    if first.is_quote or first.text == ":":
        return True
    if tokens[at].lower in lexicon.SAY:
        return first.is_word or first.text in "$£€'("
    return opens_clause(tokens, said) or _names_then_quotes(tokens, said)


def _names_then_quotes(tokens: list[Token], at: int) -> bool:
    """ "insisted Lassen "left no debt"": the quotation holds the verb."""
    end = at
    while end < len(tokens) and tokens[end].is_capital:
        end += 1
    return at < end < len(tokens) and tokens[end].is_quote


def _postposed(tokens: list[Token], at: int, group: int, floor: int) -> Attribution | None:
    """ "S, X said"."""
    if tokens[at].lower in _NEED_MARKS and not has_quote(tokens, floor, group):
        return None
    begin = max(floor, subject_start(tokens, group))
    if begin == group:
        return _postposed_apposition(tokens, group, at, floor)
    if any(token.lower in _REFERRING for token in tokens[begin:group]):
        return None
    before = tokens[begin - 1] if begin else None
    if before is None or not (before.text in BREAKS or before.text in {"?", "!"} or before.is_quote):
        return None
    content = _around(tokens, floor, begin if before.is_quote else begin - 1, at)
    if not may_say(tokens, at, (begin, group)):
        return None
    if not is_statement(tokens, *content):
        content = (floor, len(tokens))
        if not _is_finished_by_quote(tokens, floor, begin - 1, at):
            return None
    return Attribution(at, (begin, group), content)


def _is_finished_by_quote(tokens: list[Token], start: int, end: int, at: int) -> bool:
    """ "What happens next, Doe said, "depends on us"": the quotation finishes what was begun without marks."""
    first = word_at(tokens, start)
    is_adjunct = first in _OPENING_ADJUNCTS or first.endswith(("ed", "ing", "ly"))
    rest = after_verb(tokens, at)
    return (
        not is_adjunct
        and count_words(tokens, start, end) > 1
        and word_at(tokens, rest) == ","
        and has_quote(tokens, rest + 1, rest + 2)
    )


def _postposed_apposition(tokens: list[Token], group: int, at: int, floor: int) -> Attribution | None:
    """ "S, Jane Doe, the mayor, said"."""
    if group == floor or tokens[group - 1].text not in BREAKS:
        return None
    source = before_apposition(tokens, group - 1, floor)
    if source is None or source[0] <= floor:
        return None
    before = tokens[source[0] - 1]
    said = source[0] if before.is_quote else source[0] - 1
    if not (before.text == "," or before.is_quote) or not is_statement(tokens, floor, said):
        return None
    return Attribution(at, source, (floor, said))


def _around(tokens: list[Token], floor: int, said: int, at: int) -> Range:
    """The words before, or the whole sentence where "X said" merely interrupts it."""
    rest = after_verb(tokens, at)
    goes_on = word_at(tokens, rest) == "," and word_at(tokens, rest + 1) not in _TRAILING
    tail = count_words(tokens, rest, len(tokens)) if goes_on else 0
    interrupts = tail > _LONGEST_AFTERTHOUGHT or (tail > 0 and not is_statement(tokens, floor, said))
    short = count_words(tokens, floor, said) < _LONGEST_INTERRUPTED
    if interrupts and short and not has_quote(tokens, floor, len(tokens)):
        return floor, len(tokens)
    return floor, said
